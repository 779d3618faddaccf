"""kg query, kg find and kg show as people and scripts call them."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner

from kg.cli import main
from kg.queries.saved import names

AFFAIRS = str(Path(__file__).parent / "data" / "affairs.ttl")
SAMPLE = str(Path(__file__).parent / "data" / "sample.ttl")


def kg(*words):
    return CliRunner().invoke(main, list(words))


def test_without_a_name_the_queries_are_listed():
    called = kg("query")
    assert called.exit_code == 0
    assert sorted(line.split()[0] for line in called.stdout.splitlines() if line.startswith("  ")) == names()


def test_the_answer_is_a_table_by_default():
    called = kg("query", "officials", "-p", "place=Lạng Sơn", "-p", "role=secretary", "--graph", SAMPLE)
    assert called.exit_code == 0
    head, rule, *rows = called.stdout.splitlines()
    first, second = (row for row in rows if not row.startswith(" "))
    assert head.split()[:3] == ["person", "role", "body"]
    assert set(rule) == {"-", " "}
    assert first.startswith("Trinh Tien Dong  secretary  Party Committee of Lộc Bình Commune  current  ")
    assert second.startswith(
        "Hoang Van Mau    secretary  Party Committee of Lộc Bình Commune  former   2025-07  2025-10"
    )
    assert called.stderr == ""


@pytest.mark.parametrize("place", ["Lạng Sơn", "Lang Son", "langson", "Лангшон", "id:place/province-lang-son-20"])
def test_a_place_may_be_spelled_in_any_way(place):
    called = kg("query", "officials", "-p", f"place={place}", "--graph", SAMPLE, "--format", "csv")
    assert [row["person"] for row in csv.DictReader(io.StringIO(called.stdout))] == [
        "Doan Thu Ha", "Dinh Duc Trinh", "Dinh Duc Trinh", "Hoang Van Mau", "Trinh Tien Dong", "Hoang Van Mau",
    ]  # fmt: skip


def test_json_is_what_sparql_stores_answer():
    called = kg("query", "measures", "-p", "indicator=grdp-growth", "--graph", SAMPLE, "--format", "json")
    (row,) = json.loads(called.stdout)["results"]["bindings"]
    assert row["value"] == {"type": "literal", "value": "6.52", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}


def test_triples_come_as_turtle():
    called = kg("query", "network", "--graph", SAMPLE)
    assert called.exit_code == 0
    assert len(rdflib.Graph().parse(data=called.stdout)) == 251


def test_an_empty_answer_is_a_header_and_a_word():
    called = kg("query", "officials", "-p", "role=role:minister", "--graph", SAMPLE, "--format", "csv")
    assert called.exit_code == 0
    assert called.stdout == "person,role,body,status,from,until,term,attestedFirst,attestedLast,articles,quote,fact\n"
    assert called.stderr == "no rows\n"


def test_a_query_describes_itself():
    called = kg("query", "--describe", "officials")
    assert called.exit_code == 0
    assert called.stdout.startswith("officials: Who holds")
    assert "  place: only bodies that govern this place or a place within it (name or IRI)\n" in called.stdout


def test_the_bound_query_is_plain_sparql_for_other_stores():
    called = kg("query", "officials", "-p", "place=Lang Son", "--graph", SAMPLE, "--sparql")
    assert "VALUES ?__place_iri { <https://w3id.org/govkg/id/place/province-lang-son-20> }" in called.stdout
    assert len(rdflib.Graph().parse(SAMPLE).query(called.stdout)) == 6


def test_why_adds_the_quotes_with_article_and_address():
    called = kg("query", "doubles", "-p", "place=Lang Son", "--graph", SAMPLE, "--why")
    quotes = [line.strip() for line in called.stdout.splitlines() if line.strip().startswith("“")]
    assert len(quotes) == 4
    assert any("(001_7d3e6099bcdf4a18, " in quote and quote.endswith(")") for quote in quotes)
    table = kg("query", "person", "-p", "person=Doan Thu Ha", "--graph", SAMPLE, "--why", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(table.stdout))
    assert [line.split("(")[1].split(",")[0] for line in row["why"].splitlines()] == ["001_7d3e6099bcdf4a18"] * 2


def test_why_of_rows_without_facts_quotes_what_names_their_things():
    called = kg("query", "agenda", "--graph", AFFAIRS, "--why", "--format", "json")
    first = json.loads(called.stdout)["results"]["bindings"][0]
    assert first["why"]["value"].splitlines() == [
        "“Lao Cai Party Secretary Nguyen Van An chaired the conference” (a-en, 0 to 60, https://en.example.org/a-en)",
        "“Bí thư Tỉnh ủy Lào Cai Nguyễn Văn An chủ trì hội nghị” (a-vi, 0 to 53, https://vi.example.org/a-vi)",
    ]


def test_find_lists_nodes_of_any_spelling():
    called = kg("find", "2583", "--graph", SAMPLE)
    assert called.exit_code == 0
    assert "Decision 2583-QD/TU  id:document/province-lang-son_2583-qd-tu_2025" in called.stdout


def test_show_tells_facts_and_quotes():
    called = kg("show", "Доан Тху Ха", "--graph", SAMPLE)
    assert called.exit_code == 0
    assert called.stdout.startswith("Doan Thu Ha (person)\n")
    assert "      001_7d3e6099bcdf4a18, 2472 to 2598, https://sotc.langson.gov.vn/" in called.stdout


REFUSED = [
    # the words after kg, the exit status, and what the last line of stderr says
    (
        ["query", "officers"],
        2,
        "Error: no query 'officers'; did you mean officials? known: agenda, appointments, articles",
    ),
    (["query", "--describe", "nothing"], 2, "Error: no query 'nothing'; known: agenda, appointments,"),
    (
        ["query", "officials", "-p", "plce=x"],
        2,
        "Error: query officials has no parameter 'plce'; it knows: place, body,",
    ),
    (["query", "officials", "-p", "place"], 2, "Error: -p place: write -p name=value"),
    (["query", "officials", "-p", "place= "], 2, "Error: -p place= : write -p name=value"),
    (["query", "officials", "-p", "lang=en", "-p", "lang=vi"], 2, "Error: -p lang is given twice"),
    (["query", "officials", "-p", "status=late"], 2, "Error: -p status=late: not one of current, former"),
    (
        ["query", "officials", "--format", "ttl"],
        2,
        "Error: query officials answers with rows: --format table, csv, tsv, json, markdown",
    ),
    (["query", "network", "--format", "csv"], 2, "Error: query network answers with triples: --format ttl"),
    (["query", "holders"], 2, "Error: query holders needs -p date=… (the day, as 2025-11-05); try: kg query holders"),
    (["query", "holders", "-p", "date=soon"], 2, "Error: -p date=soon: not a date such as 2025-11-05"),
    (["query", "officials", "--format", "xml"], 2, "Error: Invalid value for '--format': 'xml' is not one of"),
    (
        ["query", "officials", "-p", "place=Lang Som"],
        1,
        "Error: -p place: the graph has no 'Lang Som'; close: Lang Son",
    ),
    (["query", "officials", "-p", 'place=x" } #'], 1, "Error: -p place: the graph has no 'x\" } #'; known: "),
    (
        ["query", "officials", "-p", "place=<http://x> } #"],
        1,
        "Error: -p place: the graph has no '<http://x> } #'; known: ",
    ),
    (["query", "officials", "-p", "place=<http://x>"], 1, "Error: -p place: the graph has no node <http://x>"),
    (
        ["query", "officials", "-p", "place=id:person/doan-thu-ha_lang-son"],
        1,
        "Error: -p place: id:person/doan-thu-ha_",
    ),
    (["query", "officials", "-p", "role=kind:department"], 1, "Error: -p role: kind:department is no role code"),
    (["query", "officials", "-p", "role=role:king"], 1, "Error: -p role: role:king is no role code"),
    (["query", "officials", "-p", "role=king"], 1, "Error: -p role: the graph has no 'king'; "),
    (["query", "network", "--why"], 2, "Error: query network answers with triples: --why goes with rows"),
    (["find", "zzzz"], 1, f"Error: {SAMPLE}: no node is called 'zzzz'"),
    (["show", "zzzz"], 1, f"Error: {SAMPLE}: no node is called 'zzzz'"),
    (["find"], 2, "Error: Missing argument 'TEXT'."),
    (["show"], 2, "Error: Missing argument 'NAME'."),
]


@pytest.mark.parametrize(("words", "status", "said"), REFUSED)
def test_what_cannot_be_done_is_refused_in_one_line(words, status, said):
    called = kg(*words, "--graph", SAMPLE)
    assert called.exit_code == status
    assert called.stdout == ""
    assert called.stderr.splitlines()[-1].startswith(said)
    assert status == 2 or len(called.stderr.splitlines()) == 1


def test_show_lists_the_nodes_of_an_ambiguous_name():
    called = kg("show", "Trinh", "--graph", SAMPLE)
    assert called.exit_code == 1
    assert called.stdout == ""
    assert called.stderr.splitlines()[0] == "Error: 'Trinh' stands for 3 nodes; give one of their IRIs:"
    assert len(called.stderr.splitlines()) == 4


@pytest.mark.parametrize("words", [["query", "officials"], ["find", "x"], ["show", "x"]])
def test_a_graph_that_is_missing_or_broken_is_named(words, tmp_path):
    missing = kg(*words, "--graph", str(tmp_path / "none.ttl"))
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert missing.stderr == (
        f"Error: {tmp_path}/none.ttl: no such graph; run 'kg build' to write the graph, or name another file\n"
    )
    broken = tmp_path / "broken.ttl"
    broken.write_text("<http://a> <http://b> <http://c> .\n\n<http://a> .\n", encoding="utf-8")
    called = kg(*words, "--graph", str(broken))
    assert (called.exit_code, called.stdout) == (1, "")
    assert called.stderr.startswith(f"Error: {broken}:3: not Turtle: ")
    assert len(called.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["query", "find", "show"])
def test_every_command_has_help_and_an_example(command):
    called = kg(command, "--help")
    assert called.exit_code == 0
    assert f"Example:\n    kg {command}" in called.stdout.replace("  Example:\n      ", "Example:\n    ")
