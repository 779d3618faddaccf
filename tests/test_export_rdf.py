"""RDF in other syntaxes says the same, statement for statement, to parsers that are not ours."""

import json
import shutil
import subprocess

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from kg.cli import main
from kg.graph.read import triples

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of its own classes


@pytest.fixture(scope="module")
def exported(seeds_graph, tmp_path_factory):
    """The seeds in a format, as a file."""
    folder = tmp_path_factory.mktemp("exports")

    def run(form, graph=seeds_graph):
        output = folder / f"{graph.stem}.{form}"
        done = CliRunner().invoke(main, ["export", form, str(graph), "-o", str(output)])
        assert done.exit_code == 0, done.output
        return output

    return run


def in_rdflib(path, form):
    """The statements, and the named graphs, that rdflib reads; in its own spelling of literals."""
    data = rdflib.Dataset()
    data.parse(data=path.read_bytes(), format=form)
    quads = list(data.quads())
    names = {str(name) for *_, name in quads}
    return {tuple(term.n3() for term in quad[:3]) for quad in quads}, names


@pytest.mark.parametrize(("form", "syntax"), [("nt", "nt"), ("nq", "nquads"), ("trig", "trig"), ("rdfxml", "xml")])
def test_rdflib_reads_the_same_statements(seeds_graph, exported, form, syntax):
    assert in_rdflib(exported(form), syntax)[0] == in_rdflib(seeds_graph, "turtle")[0]


@pytest.mark.parametrize(
    ("form", "syntax"),
    [
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("nq", ox.RdfFormat.N_QUADS),
        ("trig", ox.RdfFormat.TRIG),
        ("rdfxml", ox.RdfFormat.RDF_XML),
    ],
)
def test_every_literal_is_kept_as_written(seeds_graph, exported, form, syntax):
    assert {quad.triple for quad in ox.parse(path=exported(form), format=syntax)} == set(triples(seeds_graph))


@pytest.mark.parametrize("form", ["nq", "trig"])
def test_a_named_graph_for_each_article(exported, form):
    names = in_rdflib(exported(form), {"nq": "nquads"}.get(form, form))[1]
    assert len(names) == 6
    assert {name.split("/")[-2] for name in names} == {"id", "article"}


@pytest.mark.skipif(shutil.which("rapper") is None, reason="raptor2-utils is not installed")
@pytest.mark.parametrize(
    ("form", "syntax"), [("nt", "ntriples"), ("nq", "nquads"), ("trig", "trig"), ("rdfxml", "rdfxml")]
)
def test_rapper_reads_it_without_a_complaint(exported, form, syntax):
    done = subprocess.run(
        ["rapper", "-q", "-i", syntax, str(exported(form))], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_sign_that_xml_cannot_hold(tmp_path):
    graph = tmp_path / "graph.ttl"
    graph.write_text('<https://example.org/a> <https://example.org/b> "vertical tab \\u000B" .\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["export", "rdfxml", str(graph), "-o", str(tmp_path / "graph.rdf")])
    assert done.exit_code == 1
    assert "U+000B" in done.stderr
    assert not (tmp_path / "graph.rdf").exists()


def test_quotes_with_every_kind_of_sign_come_back(exported, tmp_path):
    news = {
        "id": "odd",
        "lang": "en",
        "text": "“A & B” <said>\t\\ 😀: Comrade Nguyen Van An, Secretary of the Lang Son Provincial Party Committee.\n",
    }
    (tmp_path / "news.jsonl").write_text(json.dumps(news), encoding="utf-8")
    graph = tmp_path / "odd.ttl"
    assert CliRunner().invoke(main, ["build", str(tmp_path / "news.jsonl"), "-o", str(graph)]).exit_code == 0
    for form, syntax in (("nt", "nt"), ("trig", "trig"), ("rdfxml", "xml")):
        assert in_rdflib(exported(form, graph), syntax)[0] == in_rdflib(graph, "turtle")[0]


@pytest.mark.parametrize("form", ["nq", "trig"])
def test_a_graph_without_a_dataset_node_has_no_name_for_what_is_shared(tmp_path, form):
    graph = tmp_path / "graph.ttl"
    graph.write_text("<https://example.org/a> a <https://example.org/b> .", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", form, str(graph), "-o", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {graph}: the graph has no dataset node")
    assert not (tmp_path / "out").exists()
