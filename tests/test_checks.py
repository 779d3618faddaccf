"""kg check: each check finds a graph that is broken in its way, and nothing in one that is not."""

import csv
import io
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from pyoxigraph import RdfFormat, serialize

from kg.cli import main
from kg.graph.store import Graph, load
from kg.graph.terms import PREFIXES
from kg.queries.run import run
from kg.queries.saved import SEVERITIES, checks

AFFAIRS = Path(__file__).parent / "data" / "affairs.ttl"
HEAD = "".join(f"PREFIX {name}: <{stem}>\n" for name, stem in PREFIXES.items())
HEAD += "PREFIX id: <https://w3id.org/govkg/id/>\n"
SECRETARY = "<https://w3id.org/govkg/id/tenure/an-secretary>"
CHAIR = "<https://w3id.org/govkg/id/act/cuong>"
PART = "<https://w3id.org/govkg/id/participation/m1-an>"
MEASURE = "<https://w3id.org/govkg/id/measure/lao-revenue>"
AN = "<https://w3id.org/govkg/id/person/an>"

# check, an update that breaks the graph, the offender, a part of the detail
BROKEN = [
    ("acts", f"DELETE WHERE {{ {CHAIR} gov:person ?x }}", CHAIR, "no gov:person"),
    ("acts", f"DELETE WHERE {{ {CHAIR} gov:act ?x }}", CHAIR, "no gov:act"),
    ("acts", f"DELETE WHERE {{ {CHAIR} gov:postRole ?x }}", CHAIR, "no post"),
    ("ascii", f"DELETE WHERE {{ {AN} skos:altLabel ?x }}", AN, "no ASCII form"),
    ("codes", "DELETE WHERE { role:secretary skos:prefLabel ?x }", None, "no label in pl"),
    ("dangling", f"DELETE WHERE {{ {AN} a ?x }}", SECRETARY, "nothing is said of https://w3id.org/govkg/id/person/an"),
    ("dates", ("INSERT DATA { id:i a gov:Issuance ; gov:document <https://w3id.org/govkg/id/document/99> ; "
     "dct:date '2025-10-20'^^xsd:date }"), "<https://w3id.org/govkg/id/document/99>", "2025-09-20 and 2025-10-20"),
    ("edges", f"DELETE WHERE {{ {AN} gov:holdsRoleIn ?x }}", SECRETARY, "no edge from"),
    ("edges", "DELETE WHERE { ?x gov:heldRoleIn ?y }",
     "<https://w3id.org/govkg/id/tenure/binh-former>", "no edge from"),
    ("edges", "DELETE WHERE { ?x gov:issues ?y }", "<https://w3id.org/govkg/id/issuance/99>", "no edge from"),
    ("edges", "DELETE WHERE { ?x gov:attendedBy ?y }", PART, "no edge from"),
    ("edges", "DELETE WHERE { ?x gov:reviews ?y }",
     "<https://w3id.org/govkg/id/review/m1-lao-revenue>", "no edge from"),
    ("foresight", ("DELETE { ?a schema:datePublished ?d } INSERT { ?a schema:datePublished '2025-09'^^xsd:gYearMonth } "
     "WHERE { ?a schema:datePublished ?d }"), "<https://w3id.org/govkg/id/document/100>", "told on 2025-09"),
    ("labels", f"DELETE WHERE {{ {AN} rdfs:label ?x }}", AN, "no rdfs:label"),
    ("loops", "INSERT { ?b org:subOrganizationOf ?c } WHERE { ?c org:subOrganizationOf ?b }",
     "<https://w3id.org/govkg/id/body/lao-cai-people>", "part of itself"),
    ("loops", "INSERT { ?b gov:within ?c } WHERE { ?c gov:within ?b }",
     "<https://w3id.org/govkg/id/place/country-viet-nam>", "within itself"),
    ("loops", "INSERT { ?b gov:amends ?b } WHERE { ?b gov:number '99-QD/TU' }",
     "<https://w3id.org/govkg/id/document/99>", "rests on itself"),
    ("measures", f"DELETE WHERE {{ {MEASURE} gov:ofTarget ?x }}", MEASURE, "no gov:ofTarget"),
    ("measures", f"DELETE WHERE {{ {MEASURE} gov:value ?x }}", MEASURE, "no gov:value"),
    ("measures", f"DELETE WHERE {{ {MEASURE} gov:unit ?x }}", MEASURE, "no gov:unit"),
    ("measures", f"DELETE WHERE {{ {MEASURE} gov:amount ?x }}", MEASURE, "no gov:amount"),
    ("nameless", "DELETE WHERE { ?x gov:number '99-QD/TU' }",
     "<https://w3id.org/govkg/id/document/99>", "no gov:number"),
    ("participations", f"DELETE WHERE {{ {PART} gov:participant ?x }}", PART, "no gov:participant"),
    ("participations", f"DELETE WHERE {{ {PART} gov:inMeeting ?x }}", PART, "no gov:inMeeting"),
    ("participations", f"DELETE WHERE {{ {PART} gov:part ?x }}", PART, "no gov:part"),
    ("passages", "DELETE WHERE { ?x oa:exact ?y }", None, "no oa:exact"),
    ("passages", "DELETE WHERE { ?x oa:start ?y }", None, "no oa:start"),
    ("passages", "DELETE WHERE { ?x gov:inArticle ?y }", None, "no gov:inArticle"),
    ("passages", "DELETE { ?x oa:end ?y } INSERT { ?x oa:end 999 } WHERE { ?x oa:end ?y }", None, "length is not"),
    ("placeless", "DELETE WHERE { ?x gov:jurisdiction ?y }",
     "<https://w3id.org/govkg/id/body/lao-cai-party>", "no gov:j"),
    ("reversals", f"INSERT DATA {{ {SECRETARY} gov:from '2025'^^xsd:gYear ; gov:until '2024'^^xsd:gYear }}", SECRETARY,
     "from 2025 until 2024"),
    ("rivals", (f"DELETE {{ {SECRETARY} gov:attestedLast ?x }} INSERT {{ {SECRETARY} gov:attestedLast '2025-12'^^"
     f"xsd:gYearMonth }} WHERE {{ {SECRETARY} gov:attestedLast ?x }}"), SECRETARY, "Nguyễn Văn An and Tran Thi Binh"),
    ("roleless", f"DELETE WHERE {{ {SECRETARY} org:member ?x }}", AN, "no gov:Tenure"),
    ("stories", "DELETE WHERE { <https://w3id.org/govkg/id/article/a-vi> gov:sameStory ?x }",
     "<https://w3id.org/govkg/id/article/a-en>", "not joined both ways"),
    ("tenures", f"DELETE WHERE {{ {SECRETARY} org:member ?x }}", SECRETARY, "no org:member"),
    ("tenures", f"DELETE WHERE {{ {SECRETARY} org:organization ?x }}", SECRETARY, "no org:organization"),
    ("tenures", f"DELETE WHERE {{ {SECRETARY} org:role ?x }}", SECRETARY, "no org:role"),
    ("tenures", f"DELETE WHERE {{ {SECRETARY} gov:status ?x }}", SECRETARY, "no gov:status"),
    ("tenures", f"INSERT DATA {{ {SECRETARY} gov:status gov:former }}", SECRETARY, "several gov:status"),
    ("unproven", f"DELETE WHERE {{ {SECRETARY} prov:wasDerivedFrom ?x }}", SECRETARY, "no prov:wasDerivedFrom"),
]  # fmt: skip
# What the whole graph has already: a plan without number and title, a working group of no known place.
KNOWN = {
    "nameless": "<https://w3id.org/govkg/id/document/plan>",
    "placeless": "<https://w3id.org/govkg/id/body/working-group>",
}


def found(name, store):
    (query,) = (query for query in checks() if query.name == name)
    return [(str(node), detail.value) for node, _, detail in run(query, {}, Graph(store)).rows]


@pytest.mark.parametrize(("name", "update", "offender", "detail"), BROKEN)
def test_a_broken_graph_is_found(name, update, offender, detail):
    store = load(AFFAIRS)
    before = found(name, store)
    assert {node for node, _ in before} == ({KNOWN[name]} if name in KNOWN else set())
    store.update(HEAD + update)
    new = [row for row in found(name, store) if row not in before]
    assert any(offender in (None, node) and detail in told for node, told in new)


@pytest.mark.parametrize("query", checks(), ids=lambda query: query.name)
def test_every_check_is_broken_and_rdflib_finds_the_same(query):
    (update, *_) = [update for name, update, _, _ in BROKEN if name == query.name]
    store = load(AFFAIRS)
    store.update(HEAD + update)
    turtle = serialize((quad.triple for quad in store), format=RdfFormat.N_TRIPLES)
    rows = rdflib.Graph().parse(data=turtle, format="nt").query(query.text)
    assert [(node.n3(), str(detail)) for node, _, detail in rows] == found(query.name, store)


def test_every_check_says_what_it_is():
    assert len([query for query in checks() if query.severity == "error"]) >= 10
    assert all(query.columns == ("node", "label", "detail") and not query.parameters for query in checks())
    assert [query.severity for query in checks()] == sorted((q.severity for q in checks()), key=SEVERITIES.index)


def kg(*words):
    return CliRunner().invoke(main, list(words))


def test_offenders_come_as_csv_and_a_line_for_each_check_on_stderr():
    called = kg("check", str(AFFAIRS))
    assert called.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(called.stdout)))
    assert [(row["severity"], row["check"]) for row in rows] == [("warning", "nameless"), ("warning", "placeless")]
    assert len(called.stderr.splitlines()) == len(checks())
    assert "warning nameless                1 found   Every document has a number or a title\n" in called.stderr


def test_errors_fail_and_warnings_can_be_left_out(tmp_path):
    store = load(AFFAIRS)
    store.update(HEAD + f"DELETE WHERE {{ {SECRETARY} prov:wasDerivedFrom ?x }}")
    broken = tmp_path / "broken.ttl"
    broken.write_bytes(serialize((quad.triple for quad in store), format=RdfFormat.TURTLE))
    called = kg("check", str(broken), "--severity", "error")
    assert called.exit_code == 1
    assert called.stdout == (
        "severity,check,node,label,detail\n"
        "error,unproven,https://w3id.org/govkg/id/tenure/an-secretary,Tenure,no prov:wasDerivedFrom\n"
    )
    assert "warning" not in called.stderr


def test_the_seeds_have_no_errors(seeds_graph):
    assert kg("check", str(seeds_graph), "--severity", "error").exit_code == 0


def test_a_missing_graph_is_named(tmp_path):
    called = kg("check", str(tmp_path / "none.ttl"))
    assert (called.exit_code, called.stdout) == (1, "")
    assert called.stderr.startswith(f"Error: {tmp_path}/none.ttl: no such graph; run 'kg build'")
