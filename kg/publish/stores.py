"""A store by the SPARQL 1.1 Graph Store Protocol, or by SPARQL 1.1 Query and Update."""

from collections.abc import Collection, Iterator
from typing import Final, Protocol

import pyoxigraph as ox

from kg.errors import KgError
from kg.publish.client import Client

NTRIPLES: Final = "application/n-triples"
TRIPLES: Final = f"{NTRIPLES}, text/turtle;q=0.9"
RESULTS: Final = "application/sparql-results+json"


class Store(Protocol):
    """What publishing needs of a store; graphs are named by IRI."""

    def add(self, graph: str, text: bytes) -> None:
        """Add triples in N-Triples to a graph."""

    def drop(self, graph: str) -> None:
        """Remove a graph, if there is one."""

    def count(self, graph: str) -> int:
        """How many triples a graph has; 0 if there is none."""

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """All triples of a graph; none if there is none."""

    def forget(self, graph: str, subjects: Collection[str]) -> None:
        """Remove what a graph says of these subjects."""


class GraphStore:
    """A store by the Graph Store Protocol: graphs are sent and fetched whole or in parts."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def add(self, graph: str, text: bytes) -> None:
        """POST merges triples into a graph."""
        self.client.send("POST", params={"graph": graph}, body=text, headers={"Content-Type": NTRIPLES})

    def drop(self, graph: str) -> None:
        """DELETE removes a graph."""
        self.client.send("DELETE", params={"graph": graph}, missing=True)

    def count(self, graph: str) -> int:
        """The protocol cannot count: the graph is fetched."""
        return sum(1 for _ in self.triples(graph))

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """GET gives the graph's triples."""
        answer = self.client.send("GET", params={"graph": graph}, headers={"Accept": TRIPLES}, missing=True)
        if answer.ok:
            yield from _parsed(self.client.url, answer.content, answer.headers.get("Content-Type", ""))

    def forget(self, graph: str, subjects: Collection[str]) -> None:
        """PUT replaces the graph by what stays of it."""
        if subjects:
            gone = {ox.NamedNode(subject) for subject in subjects}
            stays = (triple for triple in self.triples(graph) if triple.subject not in gone)
            text = ox.serialize(stays, format=ox.RdfFormat.N_TRIPLES) or b""
            self.client.send("PUT", params={"graph": graph}, body=text, headers={"Content-Type": NTRIPLES})


class UpdateStore:
    """A store by SPARQL Update at one address and SPARQL queries at another, or the same."""

    def __init__(self, update: Client, query: Client) -> None:
        self.update = update
        self.query = query

    def add(self, graph: str, text: bytes) -> None:
        """INSERT DATA."""
        self._update(f"INSERT DATA {{ GRAPH {ox.NamedNode(graph)} {{\n{text.decode()}}} }}")

    def drop(self, graph: str) -> None:
        """DROP GRAPH."""
        self._update(f"DROP SILENT GRAPH {ox.NamedNode(graph)}")

    def count(self, graph: str) -> int:
        """The store counts."""
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }} }}"
        answer = self.query.send("POST", body={"query": query}, headers={"Accept": RESULTS})
        try:
            return int(answer.json()["results"]["bindings"][0]["n"]["value"])
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise KgError(
                f"{self.query.url}: does not answer queries; give the address that does by --query"
            ) from error

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """CONSTRUCT gives the graph's triples."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }} }}"
        answer = self.query.send("POST", body={"query": query}, headers={"Accept": TRIPLES})
        yield from _parsed(self.query.url, answer.content, answer.headers.get("Content-Type", ""))

    def forget(self, graph: str, subjects: Collection[str]) -> None:
        """DELETE, subject by subject."""
        for subject in subjects:
            self._update(f"DELETE WHERE {{ GRAPH {ox.NamedNode(graph)} {{ {ox.NamedNode(subject)} ?p ?o }} }}")

    def _update(self, text: str) -> None:
        self.update.send("POST", body={"update": text})


def _parsed(url: str, content: bytes, media_type: str) -> Iterator[ox.Triple]:
    form = ox.RdfFormat.from_media_type(media_type.partition(";")[0].strip())
    if form is None:
        raise KgError(f"{url}: answers with {media_type or 'no media type'} where triples were asked for")
    try:
        yield from (quad.triple for quad in ox.parse(content, format=form))
    except SyntaxError as error:
        raise KgError(f"{url}: answers with triples that cannot be read: {error.msg}") from error
