"""Every spelling of every node's name, in an SQLite table: in memory for a small graph, a file beside an index.

A name is looked up by its key (no diacritics, no spaces, lower case), so that a graph of a million triples answers as
quickly as a small one. What closeness means, and which of several bearers is meant, is decided by the caller.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.terms import CODE, PREFIXES, iri, short
from kg.names.spelling import fold, squeeze

KINDS: Final = {
    "gov:Person": "person",
    "gov:Body": "body",
    "gov:Place": "place",
    "gov:Document": "document",
    "gov:Meeting": "meeting",
    "gov:Target": "target",
    "gov:Article": "article",
    "skos:Concept": "code",
}
# A node is called by the first of these that it has.
NAMES: Final = ("rdfs:label", "skos:prefLabel", "schema:headline", "dct:identifier")
OTHER_SPELLINGS: Final = ("gov:name", "gov:number", "dct:title", "skos:altLabel", "skos:hiddenLabel", "skos:notation")
TYPE: Final = NamedNode(iri("rdf:type"))
SCHEMA: Final = """
    CREATE TABLE node (iri TEXT PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL);
    CREATE TABLE spelling (node INTEGER NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL, folded TEXT NOT NULL);
"""
INDEXES: Final = """
    CREATE INDEX spelling_key ON spelling (key);
    CREATE INDEX spelling_node ON spelling (node);
"""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph and every spelling of its name."""

    iri: str
    kind: str
    label: str
    spellings: tuple[str, ...]


def key(text: str) -> str:
    """What spellings of one name have in common.

    >>> key("Lộc Bình"), key("Locbinh")
    ('locbinh', 'locbinh')
    """
    return squeeze(fold(text))


class Catalogue:
    """The named nodes of one graph."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def opened(cls, path: Path) -> "Catalogue":
        """The catalogue that `write` put into a file; sqlite3.Error if it cannot be read."""
        return cls(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True))

    @classmethod
    def of(cls, store: Store) -> "Catalogue":
        """The catalogue of a store, in memory."""
        connection = sqlite3.connect(":memory:")
        _fill(connection, store)
        return cls(connection)

    def nodes(self, kinds: Iterable[str] = ()) -> tuple[Node, ...]:
        """All nodes of these classes ("gov:Place") or code lists ("role:"), of every class if none is named; by IRI."""
        return self._read(tuple(kinds), "")

    def node(self, whole: str) -> Node | None:
        """The node of that IRI, if it has one of the classes that bear names."""
        return next(iter(self._read((), "AND node.iri = ?", whole)), None)

    def alike(self, text: str, kinds: Iterable[str] = ()) -> tuple[Node, ...]:
        """The nodes with a spelling that has the text's key, by IRI."""
        return self._read(tuple(kinds), "AND node.rowid IN (SELECT node FROM spelling WHERE key = ?)", key(text))

    def holding(self, text: str) -> tuple[Node, ...]:
        """The nodes with a spelling that holds the text, or each of its words, in any order; by IRI."""
        words = fold(text).lower().split()
        every = " AND ".join(["instr(folded, ?)"] * len(words)) or "0"
        within = f"AND node.rowid IN (SELECT node FROM spelling WHERE instr(key, ?) OR ({every}))"  # noqa: S608
        return self._read((), within, key(text), *words) if words else ()

    def keys(self, kinds: Iterable[str] = ()) -> dict[str, str]:
        """Each key with one of the spellings that have it, over the nodes of these kinds."""
        where, values = _of(tuple(kinds))
        pairs = "SELECT key, MIN(text) FROM spelling JOIN node ON spelling.node = node.rowid"
        return dict(self.connection.execute(f"{pairs} WHERE {where} GROUP BY key", values))

    def _read(self, kinds: Sequence[str], condition: str, *values: str) -> tuple[Node, ...]:
        where, wanted = _of(kinds)
        pairs = "SELECT iri, kind, label, text FROM node JOIN spelling ON spelling.node = node.rowid"
        statement = f"{pairs} WHERE {where} {condition} ORDER BY iri, text"
        found: dict[tuple[str, str, str], list[str]] = {}
        for whole, kind, label, text in self.connection.execute(statement, (*wanted, *values)):
            found.setdefault((whole, kind, label), []).append(text)
        return tuple(Node(*head, spellings=tuple(texts)) for head, texts in found.items())


def _of(kinds: Sequence[str]) -> tuple[str, list[str]]:
    """The condition for nodes of these kinds, and its values."""
    if not kinds:
        return "1", []
    lists = [PREFIXES[kind[:-1]] for kind in kinds if kind.endswith(":")]
    classes = [KINDS[kind] for kind in kinds if not kind.endswith(":")]
    parts = ["kind = ?"] * len(classes) + ["(kind = 'code' AND substr(iri, 1, length(?)) = ?)"] * len(lists)
    return f"({' OR '.join(parts)})", [*classes, *chain.from_iterable((stem, stem) for stem in lists)]


def write(store: Store, path: Path) -> None:
    """Write the catalogue of a store to a new file."""
    connection = sqlite3.connect(path)
    _fill(connection, store)
    connection.close()


def _fill(connection: sqlite3.Connection, store: Store) -> None:
    kinds = dict(chain.from_iterable(_typed(store, name) for name in KINDS))
    called, others = _literals(store, NAMES, kinds), _literals(store, OTHER_SPELLINGS, kinds)
    connection.executescript(SCHEMA)
    for number, node in enumerate(sorted(kinds, key=lambda node: node.value), 1):
        label = _best(called[node]) or short(node.value)
        connection.execute(
            "INSERT INTO node (rowid, iri, kind, label) VALUES (?, ?, ?, ?)", (number, node.value, kinds[node], label)
        )
        texts = _spellings(node, chain(called[node], others[node])) or {label}
        rows = ((number, text, key(text), fold(text).lower()) for text in sorted(texts))
        connection.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?)", rows)
    connection.executescript(INDEXES)
    connection.commit()


def _typed(store: Store, name: str) -> Iterator[tuple[NamedNode, str]]:
    for quad in store.quads_for_pattern(None, TYPE, NamedNode(iri(name))):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject, KINDS[name]


def _literals(
    store: Store, properties: Iterable[str], wanted: dict[NamedNode, str]
) -> defaultdict[NamedNode, list[Literal]]:
    found: defaultdict[NamedNode, list[Literal]] = defaultdict(list)
    for name in properties:
        for quad in store.quads_for_pattern(None, NamedNode(iri(name)), None):
            if isinstance(quad.subject, NamedNode) and quad.subject in wanted and isinstance(quad.object, Literal):
                found[quad.subject].append(quad.object)
    return found


def _best(names: Sequence[Literal]) -> str:
    """The English or untagged one of the names, else the first of the alphabet."""
    ranked = sorted(names, key=lambda name: (name.language not in (None, "en"), name.value))
    return ranked[0].value if ranked else ""


def _spellings(node: NamedNode, names: Iterable[Literal]) -> set[str]:
    code = {node.value.rsplit("/", 1)[1]} if node.value.startswith(CODE) else set()
    return code | {name.value for name in names}
