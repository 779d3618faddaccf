"""The evidence of rows: the passages that state the facts of a row, or name its things, with article and address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.terms import iri
from kg.queries.run import Cell, Rows

WHY: Final = "why"


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage with its place."""

    article: str
    start: int
    end: int
    words: str
    url: str

    def told(self) -> str:
        """The quote in one line: “words” (article, start to end, address)."""
        place = f"{self.article}, {self.start} to {self.end}" + (f", {self.url}" if self.url else "")
        return f"“{self.words}” ({place})"


def evidence(rows: Rows, store: Store) -> list[list[str]]:
    """For each row, the quotes behind it in one line each: of its facts, or if it has none, of its other things."""
    return [[quote.told() for quote in _quotes(row, store)] for row in rows.rows]


def with_evidence(rows: Rows, store: Store) -> Rows:
    """The rows with a further column `why`: the quotes, a line each."""
    told = ("\n".join(quotes) for quotes in evidence(rows, store))
    cells = tuple((*row, Literal(why)) for row, why in zip(rows.rows, told, strict=True))
    return Rows((*rows.columns, WHY), cells)


def _quotes(row: Sequence[Cell], store: Store) -> list[Quote]:
    nodes = [cell for cell in row if isinstance(cell, NamedNode)]
    facts = {passage for node in nodes for passage in _objects(store, node, "prov:wasDerivedFrom")}
    named = {passage for node in nodes for passage in _namings(store, node)}
    return sorted({quote for passage in facts or named for quote in _quote(store, passage)})


def _namings(store: Store, node: NamedNode) -> Iterator[NamedNode]:
    yield from _objects(store, node, "gov:namedIn")
    for quad in store.quads_for_pattern(None, NamedNode(iri("gov:refersTo")), node):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _quote(store: Store, passage: NamedNode) -> Iterator[Quote]:
    exact, start, end = (_value(store, passage, name) for name in ("oa:exact", "oa:start", "oa:end"))
    for article in _objects(store, passage, "gov:inArticle"):
        source = _value(store, article, "dct:identifier")
        yield Quote(source, int(start), int(end), exact, _value(store, article, "schema:url"))


def _objects(store: Store, node: NamedNode, name: str) -> list[NamedNode]:
    quads = store.quads_for_pattern(node, NamedNode(iri(name)), None)
    return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]


def _value(store: Store, node: NamedNode, name: str) -> str:
    quads = store.quads_for_pattern(node, NamedNode(iri(name)), None)
    return min((str(quad.object.value) for quad in quads if isinstance(quad.object, Literal | NamedNode)), default="")
