"""What a view selects from a graph, row by row: from a selection of its own, or from a saved query's triples."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions, Store

from kg.graph.store import Graph
from kg.graph.terms import iri
from kg.queries.bind import bind
from kg.queries.run import Rows, run
from kg.views import words
from kg.views.catalogue import View
from kg.views.evidence import LABELS, SOURCE, kind, label
from kg.views.words import Words

HELD = NamedNode(iri("gov:heldRoleIn"))
TYPE = NamedNode(iri("rdf:type"))


@dataclass(frozen=True, slots=True)
class Row:
    """A thing, or a link between two, and the fact that states it."""

    source: NamedNode
    target: NamedNode | None = None
    relation: Words = ()
    fact: str = ""
    """The fact's IRI, "" where the row has none."""
    former: bool = False
    role: str = ""
    """The IRI of the role that the link tells, "" where it tells none."""


def rows(graph: Graph, view: View) -> Iterator[Row]:
    """The rows of a view; errors are those of kg.queries.bind.bind."""
    if view.is_query:
        yield from _constructed(graph, view)
        return
    store = graph.store
    solutions = store.query(bind(view.selection, view.values, graph))
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - a selection is a SELECT
    bound = {variable.value for variable in solutions.variables}
    for solution in solutions:
        yield _row(store, solution, bound)


def _row(store: Store, solution: QuerySolution, bound: set[str]) -> Row:
    found = {name: solution[name] for name in bound if solution[name] is not None}
    return Row(
        source=found["source"],
        target=found.get("target"),
        relation=_relation(store, found) if "relation" in found else (),
        fact=found["fact"].value if "fact" in found else "",
        former="former" in found and found["former"].value == "true",
        role=found["role"].value if "role" in found else "",
    )


def _relation(store: Store, found: dict[str, NamedNode]) -> Words:
    term = found["relation"]
    said = label(store, term) if isinstance(term, NamedNode) else words.relation(term.value)
    return tuple(f"{word}: {found['detail'].value}" for word in said) if "detail" in found else said


# ---------------------------------------------------------------- triples of a CONSTRUCT query


def _constructed(graph: Graph, view: View) -> Iterator[Row]:
    """The triples between things as links; things are called and described as the graph has them."""
    answer = run(view.selection, view.values, graph)
    assert not isinstance(answer, Rows)  # noqa: S101 - catalogue lets only CONSTRUCT queries in
    made = {triple.subject for triple in answer if triple.predicate == TYPE}

    def is_thing(node: NamedNode) -> bool:
        return node in made or bool(kind(graph.store, node))

    for triple in answer:
        source, target = triple.subject, triple.object
        if not isinstance(source, NamedNode) or not is_thing(source):
            continue
        if triple.predicate in LABELS:
            yield Row(source)
        elif triple.predicate != TYPE and isinstance(target, NamedNode) and is_thing(target):
            yield from _links(graph.store, source, triple.predicate, target)


def _links(store: Store, source: NamedNode, predicate: NamedNode, target: NamedNode) -> Iterator[Row]:
    said, former = label(store, predicate), predicate == HELD
    for fact in sorted(_facts(store, source, target)) or [""]:
        yield Row(source, target, said, fact, former)


def _facts(store: Store, *ends: NamedNode) -> set[str]:
    """The facts that name both ends of a direct edge."""
    one, other = ({quad.subject for quad in store.quads_for_pattern(None, None, end)} for end in ends)
    both = [node for node in one & other if isinstance(node, NamedNode)]
    return {node.value for node in both if next(store.quads_for_pattern(node, SOURCE, None), None)}
