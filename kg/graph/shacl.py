"""The SHACL shapes of the ontology, run by pySHACL over a graph: what is wrong, node by node."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from kg.errors import DataError
from kg.graph.nodes import short, shown
from kg.home import folder


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of the shapes that a node breaks."""

    node: ox.NamedNode | ox.BlankNode | ox.Literal
    message: str
    value: str = ""
    """The property and value that break it, for people; empty where a value is missing."""


def shapes_file() -> Path:
    """Where the shapes lie."""
    return folder("ontology") / "shapes.ttl"


@cache
def shapes() -> Graph:
    """The shapes, read once."""
    graph = Graph()
    graph.parse(shapes_file(), format="turtle")
    return graph


@lru_cache(maxsize=200_000)
def _resource(term: ox.NamedNode | ox.BlankNode) -> URIRef | BNode:
    return URIRef(term.value) if isinstance(term, ox.NamedNode) else BNode(term.value)


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.Triple):
        raise DataError(f"{term}: a triple about a triple, which plain RDF 1.1 does not have")
    if isinstance(term, ox.Literal):
        # rdflib tells "a" from "a"^^xsd:string, which RDF 1.1 does not.
        plain = term.language is not None or term.datatype.value == str(XSD.string)
        datatype = None if plain else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    return _resource(term)


def rdflib_graph(triples: Iterable[ox.Triple]) -> Graph:
    """The triples as an rdflib graph; literals keep their written form."""
    graph = Graph()
    for triple in triples:
        graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


def violations(triples: Iterable[ox.Triple]) -> set[Violation]:
    """What the shapes find wrong in a graph, in no order; empty if it conforms."""
    own = Graph()
    own += shapes()  # pySHACL adds triples to the shapes that it is given
    _, report, text = pyshacl.validate(rdflib_graph(triples), shacl_graph=own, inference="none", inplace=True)
    if not isinstance(report, Graph):
        raise DataError(f"{shapes_file()}: {' '.join(text.split())}")
    # Results inside a result (sh:detail) tell which inner shape failed, in the words of SHACL.
    return {_violation(report, result) for result in report.objects(None, SH.result)}


def _violation(report: Graph, result: Node) -> Violation:
    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    path = report.value(result, SH.resultPath)
    message = str(report.value(result, SH.resultMessage))
    if report.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent:
        return Violation(_node(value), message)
    if value is None or value == focus:
        return Violation(_node(focus), message)
    return Violation(_node(focus), message, " ".join(_words(path, value)))


def _node(node: Node | None) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(node, URIRef):
        return ox.NamedNode(node)
    return ox.BlankNode(node) if isinstance(node, BNode) else ox.Literal(str(node))


def _words(path: Node | None, value: Node) -> Iterator[str]:
    if isinstance(path, URIRef):
        yield short(str(path))
    if isinstance(value, Literal):
        yield shown(str(value), value.language, str(value.datatype) if value.datatype else None)
    else:
        yield short(str(value)) if isinstance(value, URIRef) else "a blank node"
