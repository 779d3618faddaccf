"""CSV tables: every row of the graph, keys that lead somewhere, and a description that other tools check against."""

import csv
import io
import json
import zipfile
from collections import Counter

import pytest
import validators
from click.testing import CliRunner

from kg.cli import main
from kg.exports.tables import specification
from kg.graph.read import triples
from kg.graph.values import node
from kg.graph.vocabulary import RDF_TYPE, fact_classes, vocabulary

DATA = "https://w3id.org/govkg/id/"
VALIDATE = """
import sys
from frictionless import Package
report = Package(sys.argv[1]).validate()
print(*report.flatten(["title", "rowNumber", "note"]), sep="\\n")
sys.exit(not report.valid)
"""


def export(graph, output, *options):
    return CliRunner().invoke(main, ["export", "csv", str(graph), "-o", str(output), *options])


@pytest.fixture(scope="module")
def folder(seeds_graph, tmp_path_factory):
    output = tmp_path_factory.mktemp("tables") / "csv"
    done = export(seeds_graph, output)
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture(scope="module")
def package(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_class_of_facts_has_a_table():
    kinds = {table.kind for table in specification()}
    assert set(fact_classes()) <= kinds


def test_every_property_of_the_ontology_has_a_column_of_its_class():
    """Direct edges repeat facts, evidence.csv holds gov:namedIn, and a reading is for `kg merge` alone."""
    ontology, tables = vocabulary(), specification()
    told = {
        (table.kind, node(column.property)) for table in specification() for column in table.columns if column.property
    }
    elsewhere = {edge for kind in fact_classes() for edge in ontology.values(kind, node("gov:directEdge"))}
    elsewhere |= {node("gov:namedIn"), node("gov:reading"), node("gov:rule")}
    expected = {
        (kind, property_)
        for property_ in ontology.by_subject
        for name in ("rdfs:domain", "schema:domainIncludes")
        for kind in ontology.values(property_, node(name))
        if kind in {table.kind for table in tables} and property_ not in elsewhere
    }
    assert expected - told == set()


def test_every_property_of_the_specification_is_in_the_ontology():
    properties = {column.property for table in specification() for column in table.columns if column.property}
    assert [name for name in properties if node(name) not in vocabulary()] == []


def test_a_row_for_each_node(folder, seeds_graph):
    kinds = Counter(triple.object for triple in triples(seeds_graph) if triple.predicate == RDF_TYPE)
    for table in specification():
        assert len(rows(folder, table.name)) == kinds[table.kind], table.name


def test_a_post_reads_as_people_tell_it(folder):
    key = "tenure/nong-thi-bich-hue_tuyen-quang~permanent-deputy-secretary~province-tuyen-quang_party-committee~current"
    (row,) = (row for row in rows(folder, "tenures") if row["id"] == DATA + key)
    assert row | {"title": "", "url": ""} == {
        "id": DATA + key,
        "person": "Nong Thi Bich Hue",
        "person_id": DATA + "person/nong-thi-bich-hue_tuyen-quang",
        "role": "Permanent Deputy Secretary",
        "role_code": "permanent-deputy-secretary",
        "body": "Tuyên Quang Provincial Party Committee",
        "body_id": DATA + "body/province-tuyen-quang_party-committee",
        "status": "current",
        "status_code": "current",
        "from": "",
        "until": "",
        "term": "",
        "first_attested": "2025-12",
        "last_attested": "2025-12",
        "title": "",
        "stories": "1",
        "articles": "1",
        "quote": "Nong Thi Bich Hue, Wakil Sekretaris Tetap Komite Partai Provinsi",
        "quote_language": "id",
        "url": "",
        "published": "2025-12",
        "rule": "title-after-name | title-before-name",
    }
    assert row["url"].startswith("https://baotuyenquang.com.vn/")


def test_labels_in_another_language(seeds_graph, tmp_path):
    assert export(seeds_graph, tmp_path / "vi", "--language", "vi").exit_code == 0
    assert "Phó Bí thư Thường trực" in {row["role"] for row in rows(tmp_path / "vi", "tenures")}


def test_every_fact_has_its_quotes(folder):
    quoted = {row["of_id"] for row in rows(folder, "evidence")}
    facts = [table.name for table in specification() if table.stated]
    assert {row["id"] for name in facts for row in rows(folder, name)} <= quoted


def test_columns_are_those_described(folder, package):
    described = {one["path"]: [field["name"] for field in one["schema"]["fields"]] for one in package["resources"]}
    assert {path.name for path in folder.iterdir()} == {*described, "datapackage.json"}
    for path, names in described.items():
        assert (folder / path).read_bytes().split(b"\r\n")[0].decode() == ",".join(names)
        assert len(names) == len(set(names))


def test_keys_lead_to_rows(folder, package):
    for one in package["resources"]:
        for key in one["schema"].get("foreignKeys", []):
            known = {row["id"] for row in rows(folder, key["reference"]["resource"])}
            assert {row[key["fields"]] for row in rows(folder, one["name"])} <= {*known, ""}


@pytest.mark.skipif(bool(validators.why_no("frictionless")), reason=str(validators.why_no("frictionless")))
def test_frictionless_finds_no_fault(folder):
    done = validators.python("-c", VALIDATE, folder / "datapackage.json")
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_a_zip_file_holds_the_same_files(seeds_graph, folder, tmp_path):
    for name in ("one.zip", "two.zip"):
        assert export(seeds_graph, tmp_path / name).exit_code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert export(seeds_graph, "-").stdout_bytes == (tmp_path / "one.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "one.zip").read_bytes())) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            path.name: path.read_bytes() for path in folder.iterdir()
        }


def test_a_folder_keeps_other_files_and_gets_all_new_ones(seeds_graph, folder, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "people.csv").write_text("older", encoding="utf-8")
    assert export(seeds_graph, tmp_path).exit_code == 0
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "people.csv").read_bytes() == (folder / "people.csv").read_bytes()
    assert len(list(tmp_path.iterdir())) == len(list(folder.iterdir())) + 1


def test_a_folder_stays_as_it_was_when_the_graph_breaks_off(seeds_graph, tmp_path):
    (tmp_path / "people.csv").write_text("older", encoding="utf-8")
    text = seeds_graph.read_text(encoding="utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text(text[: text.rindex("gov:inArticle")], encoding="utf-8")
    done = export(broken, tmp_path)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.ttl", "people.csv"]
    assert (tmp_path / "people.csv").read_text(encoding="utf-8") == "older"


def test_no_folder_is_left_when_nothing_can_be_written(tmp_path):
    assert export(tmp_path / "none.ttl", tmp_path / "out").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_go(seeds_graph, tmp_path):
    (tmp_path / "out").write_text("older", encoding="utf-8")
    done = export(seeds_graph, tmp_path / "out")
    assert done.exit_code == 1
    assert (
        done.stderr == f"Error: {tmp_path / 'out'}: no such folder can be made: File exists; choose another with -o\n"
    )
