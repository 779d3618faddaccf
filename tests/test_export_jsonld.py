"""JSON-LD says the same to parsers in Python, Rust and JavaScript without a network, and reads as plain JSON."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from kg.cli import main
from kg.exports.context import context, keys
from kg.graph.read import triples
from kg.home import folder

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of its own classes

DATA = "https://w3id.org/govkg/id/"
SCRIPTS = Path(__file__).parent / "js"
CONTEXT = folder("ontology") / "context.jsonld"
ODD = """
@prefix gov: <https://w3id.org/govkg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://example.org/a> rdfs:label "plain", "two"@en, "three"@en, "tagged"@vi-Cyrl, "typed"^^xsd:token, <urn:a> ;
    oa:start "007"^^xsd:nonNegativeInteger, "8"^^xsd:nonNegativeInteger, "9"^^xsd:integer, "no number" ;
    gov:value "8.50"^^xsd:decimal, "8.5"^^xsd:decimal, "1.0E0"^^xsd:double ;
    gov:planned true, "1"^^xsd:boolean ;
    gov:status gov:current, "current", <https://example.org/current>, gov:label, gov:unknown ;
    dct:title "a title"@en ; gov:title "a post"@en, "no language" ;
    gov:unknown 1, <urn:x:y> ; <https://example.org/p> "x" ; gov:name <https://example.org/b> ;
    gov:reading "{\\"b\\": 1, \\"a\\": [] }"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .
<https://example.org/b> a gov:Person, "no class" ; rdfs:label "\\u2028 \\" \\\\ 😀"@id .
"""


def why_no_javascript():
    if shutil.which("node") is None:
        return "no node on this machine"
    found = (SCRIPTS / "node_modules" / "jsonld").is_dir()
    return None if found else "tests/js has no node_modules/jsonld: run npm install there"


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Statements that the shapes refuse and a file may hold all the same."""
    path = tmp_path_factory.mktemp("odd") / "odd.ttl"
    path.write_text(ODD, encoding="utf-8")
    return path


@pytest.fixture(params=["seeds", "odd"])
def graph(request):
    return request.getfixturevalue({"seeds": "seeds_graph"}.get(request.param, request.param))


def exported(graph, tmp_path):
    output = tmp_path / "graph.jsonld"
    done = CliRunner().invoke(main, ["export", "jsonld", str(graph), "-o", str(output)])
    assert done.exit_code == 0, done.output
    return output


def test_pyoxigraph_reads_the_same_statements(graph, tmp_path):
    quads = ox.parse(path=exported(graph, tmp_path), format=ox.RdfFormat.JSON_LD)
    assert {quad.triple for quad in quads} == set(triples(graph))


def test_rdflib_reads_the_same_statements(seeds_graph, tmp_path):
    found, expected = rdflib.Graph(), rdflib.Graph()
    found.parse(data=exported(seeds_graph, tmp_path).read_bytes(), format="json-ld")
    expected.parse(data=seeds_graph.read_bytes(), format="turtle")
    as_text = [{tuple(term.n3() for term in triple) for triple in each} for each in (found, expected)]
    assert as_text[0] == as_text[1]


@pytest.mark.skipif(bool(why_no_javascript()), reason=str(why_no_javascript()))
@pytest.mark.parametrize("parser", ["jsonld", "streaming"])
def test_javascript_reads_the_same_statements(graph, tmp_path, parser):
    command = ["node", "jsonld-to-nquads.js", parser, str(exported(graph, tmp_path))]
    done = subprocess.run(command, capture_output=True, check=False, cwd=SCRIPTS)
    assert done.returncode == 0, done.stderr.decode()
    quads = list(ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS))
    assert {quad.triple for quad in quads} == set(triples(graph))
    assert {quad.graph_name for quad in quads} == {ox.DefaultGraph()}


def test_nodes_read_as_plain_json(seeds_graph, tmp_path):
    document = json.loads(exported(seeds_graph, tmp_path).read_text(encoding="utf-8"))
    nodes = {each["@id"]: each for each in document["@graph"]}
    key = "tenure/hang-a-ky_lao-cai-che-tao~secretary~commune-lao-cai-che-tao_party-committee~current"
    tenure = nodes[DATA + key]
    assert tenure["@type"] == ["org:Membership", "Tenure"]
    assert tenure["member"] == DATA + "person/hang-a-ky_lao-cai-che-tao"
    assert (tenure["role"], tenure["status"]) == ("code:role/secretary", "current")
    passage = nodes[tenure["wasDerivedFrom"]]
    assert passage["exact"] == "Hang A Ky - Sekretaris Komite Partai Komune Che Tao"
    assert passage["end"] - passage["start"] == len(passage["exact"])
    assert nodes[tenure["organization"]]["label"]["vi"] == "Đảng ủy xã Chế Tạo"
    assert nodes[tenure["member"]]["label"] == {"@none": "Hang A Ky"}


def test_each_line_is_a_node(seeds_graph, tmp_path):
    lines = exported(seeds_graph, tmp_path).read_text(encoding="utf-8").splitlines()
    assert lines[0] + lines[2][-1] + "".join(lines[-2:]) == "{[]}"
    assert lines[1].startswith('"@context": {')
    assert all(json.loads(line.rstrip(","))["@id"] for line in lines[3:-2])


def test_every_property_has_a_key_of_its_own():
    names = [key.name for key in keys().values()]
    assert len(names) == len(set(names))
    assert set(names) <= set(context())


def test_the_published_context_is_the_one_in_the_files():
    written = json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("KG_REFRESH_DOCS"):
        CONTEXT.write_text(written, encoding="utf-8")
    assert CONTEXT.read_text(encoding="utf-8") == written, (
        "KG_REFRESH_DOCS=1 pytest tests/test_export_jsonld.py writes it"
    )
