"""RDF in other syntaxes: N-Triples, N-Quads, TriG and RDF/XML, statement for statement as in the graph file.

N-Quads and TriG hold the named graphs of kg.graph.named, one for each article; the others hold plain triples.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import KgError
from kg.exports.base import Content, Source
from kg.exports.xml import in_xml
from kg.graph.named import named_graphs
from kg.graph.read import stream, triples
from kg.graph.terms import PREFIXES

BATCH: Final = 10_000
"""Statements that are turned into bytes at once."""


def n_triples(source: Source) -> Content:
    """A statement on each line, in the order of the graph file."""
    statements = stream(source.path)
    while batch := tuple(islice(statements, BATCH)):
        yield serialize(batch, format=RdfFormat.N_TRIPLES) or b""


def n_quads(source: Source) -> Content:
    """A statement with its named graph on each line, graph by graph."""
    for name, statements in _graphs(source):
        yield serialize(_quads(name, statements), format=RdfFormat.N_QUADS) or b""


def trig(source: Source) -> Content:
    """A block for each named graph, below the prefixes."""
    prefixes = [f"@prefix {prefix}: <{stem}> .\n".encode() for prefix, stem in sorted(PREFIXES.items())]
    yield from prefixes
    for name, statements in _graphs(source):
        block = serialize(_quads(name, statements), format=RdfFormat.TRIG, prefixes=PREFIXES) or b""
        yield b"".join(block.splitlines(keepends=True)[len(prefixes) :])


def rdf_xml(source: Source) -> Content:
    """One element for each node; KgError if a text holds a character that XML does not allow."""
    written = serialize(_in_xml(stream(source.path)), format=RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    head, opening, rest = written.partition(b"<rdf:RDF")
    namespaces, closing, body = rest.partition(b">")
    yield head + opening
    for namespace in sorted(namespaces.split()):  # the serializer gives them in no order that it promises
        yield b"\n  " + namespace
    yield closing
    yield body


def _graphs(source: Source) -> Iterator[tuple[NamedNode, list[Triple]]]:
    """The named graphs of a file; KgError that names it if it has none."""
    statements = triples(source.path)
    try:
        yield from named_graphs(statements)
    except KgError as error:
        raise KgError(f"{source.path}: {error}") from error


def _quads(name: NamedNode, statements: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(each.subject, each.predicate, each.object, name) for each in statements)


def _in_xml(statements: Iterable[Triple]) -> Iterator[Triple]:
    """The statements, if XML can hold the texts of all."""
    for statement in statements:
        if isinstance(statement.object, Literal):
            in_xml(statement.object.value)
        yield statement
