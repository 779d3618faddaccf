"""What the graph's places, central bodies and roles are in Wikidata, by the table kg/data/wikidata.tsv."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.errors import DataError
from kg.graph.terms import iri
from kg.graph.values import node
from kg.home import PACKAGE
from kg.model import Body, Place

ENTITY: Final = "http://www.wikidata.org/entity/"
TABLE: Final = PACKAGE / "data" / "wikidata.tsv"
_COLUMNS: Final = ["thing", "key", "item", "verified"]
_THINGS: Final = {"country", "province", "body", "role"}
_ITEM: Final = re.compile(r"Q[1-9]\d*")


def read(path: Path) -> dict[tuple[str, str], NamedNode]:
    """Thing and key -> item; DataError with file and line for a row that is malformed or told twice."""
    found: dict[tuple[str, str], NamedNode] = {}
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    rows = [(number, line.split("\t")) for number, line in lines if line and not line.startswith("#")]
    if not rows or rows[0][1] != _COLUMNS:
        raise DataError(f"{path}: the first row must be the columns {', '.join(_COLUMNS)}")
    for number, row in rows[1:]:
        if len(row) != len(_COLUMNS) or row[0] not in _THINGS or not _ITEM.fullmatch(row[2]) or not row[3]:
            raise DataError(
                f"{path}:{number}: a row is a thing, its key, an item such as Q881 and where it was verified"
            )
        if (row[0], row[1]) in found:
            raise DataError(f"{path}:{number}: {row[0]} {row[1]} has an item already")
        found[row[0], row[1]] = NamedNode(ENTITY + row[2])
    return found


@cache
def _items() -> Mapping[tuple[str, str], NamedNode]:
    return read(TABLE)


def place_item(place: Place) -> NamedNode | None:
    """The item of the country or of a province, in force or dissolved.

    >>> place_item(Place("Lạng Sơn", "province", "Tỉnh", "20")).value
    'http://www.wikidata.org/entity/Q33403'
    """
    thing = {"central": "country", "province": "province"}.get(place.level)
    return _items().get((thing, place.name)) if thing and place.code else None


def body_item(body: Body) -> NamedNode | None:
    """The item of a body that there is once in the country: its kind alone tells which it is."""
    return _items().get(("body", body.kind)) if body == Body(body.kind, "central") else None


def roles(used: Iterable[NamedNode]) -> Iterator[Triple]:
    """What the roles among some nodes are in Wikidata."""
    stem = iri("role:")
    for role in used:
        item = _items().get(("role", role.value.removeprefix(stem))) if role.value.startswith(stem) else None
        if item is not None:
            yield Triple(role, node("skos:exactMatch"), item)
