"""Named graphs -> the store: only what it does not hold yet, counted afterwards.

The store keeps a record of what was published, in a graph of its own: for each graph the digest of its content, told
before the first part is sent, and the digest of each part, told after the part has arrived. A part that arrived without
being told is sent again, which changes nothing: a graph is a set, and ours have no blank nodes.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.terms import iri
from kg.publish.parts import Named
from kg.publish.stores import Store

RECORD: Final = "urn:govkg:published"
"""The graph that holds the record."""
NOWHERE: Final = "urn:govkg:nowhere"
"""A graph that no store has, unless its address is that of a single graph."""
CONTENT: Final = ox.NamedNode(iri("dct:identifier"))
PART: Final = ox.NamedNode(iri("dct:hasPart"))
SHA256: Final = "urn:sha256:"


@dataclass(slots=True)
class Held:
    """What the record says of one graph."""

    content: str = ""
    parts: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Sent:
    """What came of a run."""

    graphs: int = 0
    triples: int = 0
    """In all graphs."""
    held: int = 0
    """Of them, held by the store before."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes graphs to a store."""

    store: Store
    size: int
    """Triples in a part."""
    replace: bool
    """Whether a graph that others have put there may be replaced."""

    def publish(self, graphs: Sequence[Named]) -> Sent:
        """Bring the graphs into the store; KgError if it refuses, or counts otherwise in the end.

        All graphs are read to their end before the store is touched: a broken file changes nothing there.
        """
        for graph in graphs:
            deque(graph.parts(self.size), maxlen=0)
        held, sent = self._begun(graphs), Sent()
        for graph in graphs:
            total, before = self._brought(graph, held[graph.name].parts)
            sent = Sent(sent.graphs + 1, sent.triples + total, sent.held + before)
        return sent

    def _begun(self, graphs: Sequence[Named]) -> dict[str, Held]:
        """What of these graphs the store holds already; the record now tells their content, and nothing older."""
        record = self._record()
        for graph in graphs:
            if graph.name not in record and not self.replace:
                self._check_free(graph.name)
        new = [graph for graph in graphs if graph.name not in record or record[graph.name].content != graph.digest]
        self.store.forget(RECORD, [graph.name for graph in new if graph.name in record])
        lines = [ox.Triple(ox.NamedNode(graph.name), CONTENT, ox.Literal(graph.digest)) for graph in new]
        for at in range(0, len(lines), self.size):
            self.store.add(RECORD, _text(*lines[at : at + self.size]))
        if self.store.count(NOWHERE):
            raise KgError("the store puts all graphs into one; give its address for the Graph Store Protocol")
        return record | {graph.name: Held() for graph in new}

    def _record(self) -> dict[str, Held]:
        found: dict[str, Held] = {}
        for triple in self.store.triples(RECORD):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
                held = found.setdefault(triple.subject.value, Held())
                if triple.predicate == CONTENT:
                    held.content = triple.object.value
                elif triple.predicate == PART:
                    held.parts.add(triple.object.value.removeprefix(SHA256))
        return found

    def _check_free(self, name: str) -> None:
        count = self.store.count(name)
        if count:
            raise KgError(
                f"graph {name}: the store holds {count} triples there that kg did not publish;"
                " --replace replaces them, --graph names another graph"
            )

    def _brought(self, graph: Named, parts: set[str]) -> tuple[int, int]:
        """How many triples the graph has, and how many of them were there; the store has counted them."""
        total, held = self._send(graph, parts)
        found = self.store.count(graph.name)
        if found != total and held:  # the record tells of parts that have gone since
            total, held = self._send(graph, set())
            found = self.store.count(graph.name)
        if found != total:
            raise KgError(f"graph {graph.name}: the store counts {found} triples where {total} were sent")
        return total, held

    def _send(self, graph: Named, parts: set[str]) -> tuple[int, int]:
        """Send all parts but those; a graph that has none of them begins empty."""
        if not parts:
            self.store.drop(graph.name)
        total = held = 0
        for part in graph.parts(self.size):
            total += part.size
            if part.digest in parts:
                held += part.size
                continue
            self.store.add(graph.name, part.text)
            arrived = ox.Triple(ox.NamedNode(graph.name), PART, ox.NamedNode(SHA256 + part.digest))
            self.store.add(RECORD, _text(arrived))
        return total, held


def _text(*triples: ox.Triple) -> bytes:
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
