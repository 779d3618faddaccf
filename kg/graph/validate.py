"""A graph file checked: no blank nodes, only declared terms, the SHACL shapes, and every quote against its article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.graph import vocabulary
from kg.graph.nodes import Nodes, Term, first_lines, nodes, short
from kg.graph.quotes import wrong_quotes
from kg.graph.read import triples as read
from kg.graph.shacl import violations
from kg.graph.terms import CODE, GOV
from kg.model import Article

Finding = tuple[Term, str]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong with a node, at a line of the file (0 where it is not known)."""

    line: int
    node: str
    message: str

    def at(self, path: Path) -> str:
        """The fault on one line, as compilers write it: file, line, node, what is wrong."""
        where = f"{path}:{self.line}" if self.line else str(path)
        return f"{where}: {self.node}: {self.message}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was counted and what was found wrong; no faults means that the graph conforms."""

    faults: tuple[Fault, ...]
    triples: int
    facts: int
    passages: int


def check(path: Path, articles: Iterable[Article] | None = None) -> Verdict:
    """The verdict on a Turtle file, with its quotes if articles are given; KgError if it cannot be read as Turtle."""
    triples = read(path)
    graph = nodes(triples)
    found = [*_blank_nodes(triples), *_undeclared(triples), *_broken_shapes(triples)]
    if articles is not None:
        found += wrong_quotes(graph, articles)
    return Verdict(_located(path, graph, found), len(triples), _facts(graph), len(graph.of_class("gov:Passage")))


def _located(path: Path, graph: Nodes, found: list[Finding]) -> tuple[Fault, ...]:
    lines = first_lines(path.read_text(encoding="utf-8")) if found else {}
    return tuple(sorted({Fault(_line(lines, node), graph.name(node), message) for node, message in found}))


def _line(lines: dict[str, int], node: Term) -> int:
    return lines.get(node.value, 0) if isinstance(node, ox.NamedNode) else 0


def _facts(graph: Nodes) -> int:
    return sum(len(graph.instances(kind)) for kind in vocabulary.fact_classes())


# ---------------------------------------------------------------- what shapes do not see


def _blank_nodes(triples: list[ox.Triple]) -> Iterator[Finding]:
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode):
            yield triple.subject, "A graph has no blank nodes: give the node an IRI."
        elif isinstance(triple.object, ox.BlankNode) and isinstance(triple.subject, ox.NamedNode):
            yield triple.subject, f"{short(triple.predicate.value)} leads to a blank node: give that node an IRI."


def _undeclared(triples: list[ox.Triple]) -> Iterator[Finding]:
    """Properties and classes that the ontology does not list, and terms and codes of its own that it does not have."""
    ontology = vocabulary.vocabulary()
    for triple in triples:
        if isinstance(triple.subject, ox.Triple):
            continue
        for term in _terms(triple):
            if term not in ontology:
                yield triple.subject, f"{short(term.value)} is not in the ontology{_meant(term)}."


def _terms(triple: ox.Triple) -> Iterator[ox.NamedNode]:
    """The property, and the value where only the ontology can say what it means."""
    yield triple.predicate
    value = triple.object
    if isinstance(value, ox.NamedNode) and (
        value.value.startswith((GOV, CODE)) or triple.predicate == vocabulary.RDF_TYPE
    ):
        yield value


@cache
def _meant(term: ox.NamedNode) -> str:
    """The nearest declared term, as a question."""
    known = [node.value for node in vocabulary.vocabulary().by_subject]
    close = get_close_matches(term.value, known, n=1, cutoff=0.9)
    return f" (is {short(close[0])} meant?)" if close else ""


def _broken_shapes(triples: list[ox.Triple]) -> Iterator[Finding]:
    for violation in violations(triples):
        found = f" Found: {violation.value}." if violation.value else ""
        yield violation.node, violation.message + found
