"""What the graph's places, central bodies and roles are in Wikidata."""

import pytest
from pyoxigraph import NamedNode

from kg.errors import DataError
from kg.graph import vocabulary, wikidata
from kg.graph.terms import iri
from kg.home import PACKAGE
from kg.model import Body, Place
from kg.names.places import read_units

UNITS = [unit.place for unit in read_units(PACKAGE / "data" / "places.tsv")]
HEAD = "thing\tkey\titem\tverified\n"


def item(number):
    return NamedNode(f"http://www.wikidata.org/entity/{number}")


def test_all_63_provinces_that_there_were_have_an_item_of_their_own():
    provinces = [place for place in UNITS if place.level == "province"]
    items = {wikidata.place_item(place) for place in provinces}
    assert (len(provinces), len(items - {None})) == (63, 63)


def test_every_row_names_a_thing_that_there_is():
    known = {
        "country": {"Việt Nam"},
        "province": {place.name for place in UNITS if place.level == "province"},
        "body": set(vocabulary.codes("kind")),
        "role": set(vocabulary.codes("role")),
    }
    rows = wikidata.read(wikidata.TABLE)
    assert all(key in known[thing] for thing, key in rows)
    assert len(set(rows.values())) == len(rows)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("Lạng Sơn", "province", "Tỉnh", "20"), item("Q33403")),
        (Place("Bắc Kạn", "province", "Tỉnh", "06", dissolved="2025-07-01"), item("Q36404")),
        (Place("Việt Nam", "central", code="VN"), item("Q881")),
        (Place("Lạng Sơn", "district", "Thành phố", "178", "lang-son"), None),
        (Place("Hà Nội", "province"), None),  # on no map
    ],
)
def test_places(place, expected):
    assert wikidata.place_item(place) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (Body("national-assembly", "central"), item("Q1765001")),
        (Body("national-assembly", "central", local="a"), None),
        (Body("national-assembly", "central", name="XV"), None),
        (Body("people-committee", "province"), None),
    ],
)
def test_bodies(body, expected):
    assert wikidata.body_item(body) == expected


def test_roles():
    (triple,) = wikidata.roles(
        [NamedNode(iri("role:president")), NamedNode(iri("role:chair")), NamedNode(iri("gov:of"))]
    )
    assert (triple.subject.value, triple.object) == (iri("role:president"), item("Q866680"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "columns thing, key, item, verified"),
        ("thing\tkey\n", "columns thing, key, item, verified"),
        (HEAD + "role\tchair\tQ1\n", ":2: a row is a thing"),
        (HEAD + "role\tchair\tchair\t1\n", ":2: a row is a thing"),
        (HEAD + "ward\tchair\tQ1\t1\n", ":2: a row is a thing"),
        (HEAD + "role\tchair\tQ1\t\n", ":2: a row is a thing"),
        (HEAD + "role\tchair\tQ1\t1\nrole\tchair\tQ2\t1\n", ":3: role chair has an item already"),
    ],
)
def test_a_bad_table_is_refused_by_file_and_line(tmp_path, text, told):
    path = tmp_path / "wikidata.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        wikidata.read(path)
    assert str(caught.value).startswith(str(path))
    assert told in str(caught.value)
