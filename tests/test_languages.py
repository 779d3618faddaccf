"""`kg languages`: how many phrases a pack has for each code, and which codes it cannot tell."""

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.evaluation.completeness import as_table, completeness, empty_cells
from kg.graph.vocabulary import codes
from kg.lexicon.pack import languages, lexicon, load

PACK = """
[roles]
secretary = ["sekretaris", "sekretaris pertama"]
deputy = ["wakil"]
member = ["anggota"]
[bodies]
party-committee = ["komite partai", "dewan partai", "panitia partai"]
standing = ["tetap"]
ministry = ["kementerian"]
[fields]
finance = ["keuangan"]
[acts]
appointed = ["mengangkat"]
[acts_undergone]
appointed = ["diangkat"]
[outcomes]
approved = ["menyetujui"]
[figures.units]
count = ["unit"]
[figures.countables]
count = ["kasus", "proyek"]
"""


@pytest.fixture
def small(tmp_path):
    """The cells of a small pack: (table, code) -> number of phrases."""
    path = tmp_path / "xx.toml"
    path.write_text(PACK, encoding="utf-8")
    return {(row.table, row.code): row.phrases["xx"] for row in completeness([load(path)])}


@pytest.fixture(scope="module")
def rows():
    return completeness([lexicon(language) for language in languages()])


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (("role", "secretary"), 2),
        (("role", "deputy-secretary"), 1),  # the rarer of secretary and deputy
        (("role", "permanent-deputy-secretary"), 0),  # no word for standing
        (("role", "member"), 1),
        (("role", "chair"), 0),
        (("body", "party-committee"), 3),
        (("body", "party-standing-committee"), 1),
        (("body", "ministry"), 1),
        (("body", "people-committee"), 0),
        (("field", "finance"), 1),
        (("act", "appointed"), 2),  # said actively and passively
        (("outcome", "approved"), 1),
        (("outcome", "discussed"), 0),
        (("force", "orders"), 0),
        (("unit", "count"), 3),  # units and things counted
        (("unit", "km"), 0),
    ],
)
def test_cell_counts_phrases(small, cell, count):
    assert small[cell] == count


def test_a_code_for_the_rest_stands_only_where_a_language_has_words_for_it(small, rows):
    assert not [cell for cell in small if cell[1] == "other"]
    assert ("meeting", "other") in {(row.table, row.code) for row in rows}


@pytest.mark.parametrize(
    ("table", "scheme"),
    [
        ("role", "role"),
        ("body", "kind"),
        ("document type", "doctype"),
        ("meeting", "meeting"),
        ("part", "part"),
        ("act", "act"),
        ("field", "field"),
    ],
)
def test_every_code_of_the_ontology_has_a_row(rows, table, scheme):
    assert set(codes(scheme)) - {"other"} == {row.code for row in rows if row.table == table} - {"other"}


def test_every_row_has_every_language(rows):
    assert {tuple(row.phrases) for row in rows} == {languages()}


def test_table_and_list_of_gaps_agree(rows):
    shown = [line.split() for line in as_table(rows).splitlines()[2:]]
    assert sum(cells[-len(languages()) :].count("0") for cells in shown) == len(list(empty_cells(rows)))


def test_gaps_are_the_cells_without_a_phrase(rows):
    counts = {(row.table, row.code, language): count for row in rows for language, count in row.phrases.items()}
    assert {counts[cell] for cell in empty_cells(rows)} == {0}


def test_command_prints_the_table():
    shown = CliRunner().invoke(main, ["languages"])
    assert shown.exit_code == 0
    assert shown.output.splitlines()[0].split() == ["table", "code", *languages()]


def test_command_lists_one_gap_a_line(rows):
    shown = CliRunner().invoke(main, ["languages", "--empty"])
    assert shown.exit_code == 0
    assert shown.output.splitlines() == ["  ".join(cell) for cell in empty_cells(rows)]
