"""A graph file as the named graphs that a store is to hold, each cut into parts of one request."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.named import named_graphs
from kg.graph.read import readable, stream, triples


@dataclass(frozen=True, slots=True)
class Named:
    """A graph to publish."""

    name: str
    digest: str
    """Of its content: another digest, another content."""
    triples: Callable[[], Iterable[ox.Triple]]

    def parts(self, size: int) -> Iterator["Part"]:
        """The triples, at most so many in a part, in the order of the file."""
        source = iter(self.triples())
        while batch := list(islice(source, size)):
            text = ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b""
            yield Part(len(batch), text, _digest(text))


@dataclass(frozen=True, slots=True)
class Part:
    """What one request adds."""

    size: int
    text: bytes
    """N-Triples."""
    digest: str


def together(path: Path, name: str | None) -> list[Named]:
    """The whole file as one graph, called by the name given or after the file's dataset; read as it is sent."""
    with readable(path), path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return [Named(name or _dataset(path), digest, lambda: stream(path))]


def by_article(path: Path) -> list[Named]:
    """One graph for each article, and one for what they share (kg.graph.named)."""
    return [_held(name.value, found) for name, found in named_graphs(triples(path))]


def _held(name: str, found: list[ox.Triple]) -> Named:
    return Named(name, _digest(ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b""), lambda: found)


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _dataset(path: Path) -> str:
    kind = ox.NamedNode("http://rdfs.org/ns/void#Dataset")
    for triple in stream(path):
        if triple.object == kind and isinstance(triple.subject, ox.NamedNode):
            return triple.subject.value
    raise KgError(f"{path}: has no dataset node to call the graph after; name it with --graph")
