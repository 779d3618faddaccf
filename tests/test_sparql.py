"""kg sparql: one's own SPARQL, read-only, inward, in time."""

import json
import time
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner

from kg.cli import main
from kg.graph.store import load
from kg.queries.own import keywords

AFFAIRS = str(Path(__file__).parent / "data" / "affairs.ttl")
PREFIX = "PREFIX gov: <https://w3id.org/govkg/ontology#>\n"
NAMES = f"{PREFIX}PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
NAMES += "SELECT ?node ?name { ?node a gov:Person ; rdfs:label ?name } ORDER BY ?name"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def sparql(text, *words):
    return CliRunner().invoke(main, ["sparql", "-", "--graph", AFFAIRS, *words], input=text)


def test_rows_from_standard_input():
    called = sparql(NAMES, "--format", "csv")
    assert called.exit_code == 0
    assert called.stdout.splitlines() == [
        "node,name",
        "https://w3id.org/govkg/id/person/cuong,Le Van Cuong",
        "https://w3id.org/govkg/id/person/an,Nguyễn Văn An",
        "https://w3id.org/govkg/id/person/binh,Tran Thi Binh",
    ]


def test_rows_from_a_file_with_their_quotes(tmp_path):
    (tmp_path / "q.rq").write_text(NAMES, encoding="utf-8")
    called = CliRunner().invoke(main, ["sparql", str(tmp_path / "q.rq"), "--graph", AFFAIRS, "--why"])
    assert "    “Tran Thi Binh” (b-en, 0 to 13, https://en.example.org/b-en)\n" in called.stdout


def test_other_kinds_of_queries():
    assert sparql(f"{PREFIX}ASK {{ ?x a gov:Tenure }}").stdout == "true\n"
    assert json.loads(sparql("ASK { ?x a <http://none> }", "--format", "json").stdout) == {"head": {}, "boolean": False}
    built = sparql(f"{PREFIX}CONSTRUCT {{ ?x a gov:Person }} WHERE {{ ?x a gov:Person }}").stdout
    assert len(rdflib.Graph().parse(data=built)) == 3
    told = sparql("DESCRIBE <https://w3id.org/govkg/id/person/an>", "--format", "ttl").stdout
    assert len(rdflib.Graph().parse(data=told)) == 7


def test_an_empty_answer_says_so():
    called = sparql("SELECT ?x { ?x a <http://none> }", "--format", "csv")
    assert (called.exit_code, called.stdout, called.stderr) == (0, "x\n", "no rows\n")


REFUSED = [
    # the text, options, the exit status, what stderr ends with
    ("SELECT nonsense", [], 1, "Error: not SPARQL: "),
    ("", [], 1, "Error: not SPARQL: "),
    (ENDLESS, ["--timeout", "0.5"], 1, "Error: stopped after 0.5 s; narrow the query, or give it more with --timeout"),
    ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", [], 2, "Error: SERVICE reaches out of the graph"),
    ("SELECT * { service silent <http://127.0.0.1:9/> { ?a ?b ?c } }", [], 2, "Error: SERVICE reaches out"),
    ("DELETE WHERE { ?a ?b ?c }", [], 2, "Error: this is an update; the graph is only read unless --update names a"),
    ("PREFIX a: <http://a/> INSERT DATA { a:b a:c a:d }", [], 2, "Error: this is an update; "),
    ("LOAD <file:///etc/passwd>", [], 2, "Error: this is an update; "),
    (NAMES, ["--format", "ttl"], 2, "Error: this query answers with rows: --format table, csv, tsv, json, markdown"),
    ("CONSTRUCT WHERE { ?a ?b ?c }", ["--format", "csv"], 2, "Error: this query answers with triples: --format ttl"),
    ("CONSTRUCT WHERE { ?a ?b ?c }", ["--why"], 2, "Error: this query answers with triples: --why goes with rows"),
    (NAMES, ["--timeout", "0"], 2, "Error: Invalid value for '--timeout': "),
]


@pytest.mark.parametrize(("text", "words", "status", "said"), REFUSED)
def test_what_cannot_be_done_is_refused_in_one_line(text, words, status, said):
    called = sparql(text, *words)
    assert (called.exit_code, called.stdout) == (status, "")
    assert called.stderr.splitlines()[-1].startswith(said)
    assert status == 2 or len(called.stderr.splitlines()) == 1


def test_a_query_that_is_stopped_is_gone():
    begun = time.monotonic()
    sparql(ENDLESS, "--timeout", "0.2")
    assert time.monotonic() - begun < 60  # the query itself would take years


def test_a_missing_graph_and_a_file_that_is_no_text_are_named(tmp_path):
    called = CliRunner().invoke(main, ["sparql", "-", "--graph", str(tmp_path / "none.ttl")], input=NAMES)
    assert called.stderr.startswith(f"Error: {tmp_path}/none.ttl: no such graph; ")
    (tmp_path / "q.rq").write_bytes(b"\xff")
    called = CliRunner().invoke(main, ["sparql", str(tmp_path / "q.rq"), "--graph", AFFAIRS])
    assert called.exit_code == 2
    assert called.stderr.splitlines()[-1] == f"Error: {tmp_path}/q.rq: not UTF-8: invalid start byte at byte 0"


def test_an_update_is_written_to_the_file_that_is_named(tmp_path):
    before = Path(AFFAIRS).read_bytes()
    called = sparql(f"{PREFIX}DELETE WHERE {{ ?x a gov:Tenure ; ?p ?o }}", "--update", str(tmp_path / "new.ttl"))
    assert (called.exit_code, called.stdout) == (0, "")
    store = load(tmp_path / "new.ttl")
    assert called.stderr == f"{len(store)} triples -> {tmp_path}/new.ttl\n"
    assert not list(store.query(f"{PREFIX}SELECT ?x {{ ?x a gov:Tenure }}"))
    assert Path(AFFAIRS).read_bytes() == before


@pytest.mark.parametrize(
    "text", ["LOAD <http://127.0.0.1:9/x>", "INSERT { ?a ?b ?c } WHERE { SERVICE <http://x> { ?a ?b ?c } }"]
)
def test_an_update_does_not_reach_out(text, tmp_path):
    called = sparql(text, "--update", str(tmp_path / "new.ttl"))
    assert called.exit_code == 2
    assert "reaches out of the graph" in called.stderr
    assert not (tmp_path / "new.ttl").exists()


HIDDEN = [
    "'SERVICE'",
    '"SERVICE"',
    "'''it's SERVICE'''",
    '"""a "SERVICE" b"""',
    "# SERVICE\n",
    "<http://a/SERVICE>",
    "?SERVICE",
    "$SERVICE",
    "x:SERVICE",
    "SERVICE:x",
    "'x'@service",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_only_looks_like_a_keyword_is_none(text):
    assert list(keywords(f"SELECT {text} WHERE")) == ["SELECT", "WHERE"]


@pytest.mark.parametrize(
    "text",
    ["'\\''SERVICE", "'a' SERVICE", "''SERVICE", "''''''SERVICE", "<a>SERVICE", "?a SERVICE", "1 < 2 SERVICE > 3"],
)
def test_a_keyword_behind_a_string_is_one(text):
    assert "SERVICE" in list(keywords(text))
