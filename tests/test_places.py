"""`kg places`: the map by name and code, the names that are shared, the place words that articles leave open."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from kg.cli import main

OPEN = """\
Bí thư Đảng ủy xã Tân Phú phát biểu.

Chủ tịch UBND xã Sơn Ha, tỉnh Quang Ngai, và Chủ tịch UBND xã Lộc Bình, tỉnh Lạng Sơn dự.
"""


def run(*words):
    return CliRunner().invoke(main, ["places", *words])


def written(path, text):
    path.write_text(json.dumps({"id": path.stem, "lang": "vi", "text": text}) + "\n", encoding="utf-8")
    return str(path)


def rows(*words):
    result = run(*words, "--format", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("name", ["Lộc Bình", "Loc Binh", "loc-binh", "LOCBINH"])
def test_a_name_gives_every_unit_of_the_map_with_what_it_was_and_became(name):
    found = rows(name, "--province", "Lang Son")
    assert [(row["place"], row["code"], row["level"], row["dissolved"]) for row in found] == [
        ("Xã Lộc Bình", "06529", "commune", ""),
        ("Huyện Lộc Bình", "188", "district", "2025-07-01"),
        ("Thị trấn Lộc Bình", "06529", "commune", "2025-07-01"),
    ]
    assert "Thị trấn Lộc Bình (06529, Lạng Sơn)" in found[0]["came from"]
    assert found[2]["became"] == "Xã Lộc Bình (06529, Lạng Sơn)"


def test_cyrillic_names_and_provinces():
    (commune, *_) = rows("Локбиня", "--province", "Лангшон", "--language", "ru")
    assert (commune["place"], commune["province"]) == ("Xã Lộc Bình", "Lạng Sơn")


def test_a_province_tells_what_it_became_and_came_from():
    assert rows("Bac Kan")[0]["became"] == "Tỉnh Thái Nguyên (19)"
    assert rows("Thai Nguyen")[0]["came from"] == "Tỉnh Bắc Kạn (06)"


def test_a_code():
    assert [row["place"] for row in rows("06529")] == ["Xã Lộc Bình", "Thị trấn Lộc Bình"]


def test_the_shared_names_are_listed():
    found = rows("--shared")
    assert len(found) == 10
    assert {
        "province": "Quảng Ngãi",
        "communes": "Xã Sơn Hà (21289, Quảng Ngãi); Xã Sơn Hạ (21292, Quảng Ngãi)",
    } in found


def test_words_left_open_are_listed_with_what_they_could_be(tmp_path):
    first, second = rows("--open", written(tmp_path / "open.jsonl", OPEN))
    assert (first["article"], first["words"]) == ("open", "Đảng ủy xã Tân Phú")
    assert OPEN[int(first["at"]) :].startswith("Đảng ủy xã Tân Phú")
    assert "Xã Tân Phú (26116, Đồng Nai)" in first["could be"]
    assert second["could be"] == "Xã Sơn Hà (21289, Quảng Ngãi); Xã Sơn Hạ (21292, Quảng Ngãi)"


def test_articles_that_leave_nothing_open(tmp_path):
    result = run("--open", written(tmp_path / "a.jsonl", "Bí thư Đảng ủy xã Lộc Bình, tỉnh Lạng Sơn.\n"))
    assert (result.exit_code, result.stderr) == (0, "no rows\n")


def test_an_article_that_cannot_be_read_is_named_and_the_status_is_3(tmp_path):
    result = run("--open", written(tmp_path / "a.jsonl", OPEN), "--open", str(tmp_path / "none"))
    assert result.exit_code == 3
    assert str(tmp_path / "none") in result.stderr


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["Xyz"], 1, "the map has no place called 'Xyz'"),
        (["Lộc Bình", "--province", "Cà Mau"], 1, "no place called 'Lộc Bình' in Cà Mau"),
        (["Lộc Bình", "--province", "Foo"], 1, "no province is called 'Foo'"),
        (["99999"], 1, "no place called '99999'"),
        (["--open", "/none"], 1, "no article could be read"),
        ([], 2, "give a NAME, or --shared, or --open"),
        (["Lộc Bình", "--shared"], 2, "one of them"),
        (["Lộc Bình", "--language", "xx"], 2, "there is no language 'xx'"),
    ],
)
def test_what_cannot_be_answered(words, status, told):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr
