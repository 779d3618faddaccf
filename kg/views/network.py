"""Rows of a view -> a networkx graph: a node per thing, one edge per pair of things, each with what states it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import networkx as nx
from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.graph.terms import iri
from kg.views.catalogue import View
from kg.views.evidence import Evidence, collect, describe, kind, label, names, values

NAMED_IN = NamedNode(iri("gov:namedIn"))


@dataclass(slots=True)
class Link:
    """What is gathered for one pair of things."""

    current: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)

    def relations(self) -> tuple[str, ...]:
        """The words for the link: what holds first, then what held."""
        return *sorted(self.current), *(f"{relation} (former)" for relation in sorted(self.former))


@dataclass(frozen=True, slots=True)
class Network:
    """What a page shows."""

    view: View
    graph: "nx.DiGraph[str]"
    """Nodes: kind, label, names, says, facts, passages. Edges: relations, former, facts."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a view's selection: a thing, or a link between two, and the fact that states it."""

    source: NamedNode
    target: NamedNode | None
    relation: str
    fact: str
    former: bool


def network(store: Store, view: View) -> Network:
    """The things and links that a view selects from a graph."""
    facts: dict[NamedNode, set[str]] = {}
    links: dict[tuple[NamedNode, NamedNode], Link] = {}
    for row in _rows(store, view):
        _gather(row, facts, links)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for thing in sorted(facts, key=str):
        graph.add_node(thing.value, **_node(store, thing, facts[thing]))
    for (source, target), link in sorted(links.items(), key=lambda item: (str(item[0][0]), str(item[0][1]))):
        graph.add_edge(source.value, target.value, **_edge(link))
    return Network(view, graph, _evidence(store, graph))


def _rows(store: Store, view: View) -> Iterator[Row]:
    solutions = store.query(view.query)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - a view is a SELECT
    bound = {variable.value for variable in solutions.variables}
    for solution in solutions:
        found = {name: solution[name] for name in bound if solution[name] is not None}
        yield Row(
            source=found["source"],
            target=found.get("target"),
            relation=label(store, found["relation"]) if "relation" in found else "",
            fact=found["fact"].value if "fact" in found else "",
            former="former" in found and found["former"].value == "true",
        )


def _gather(row: Row, facts: dict[NamedNode, set[str]], links: dict[tuple[NamedNode, NamedNode], Link]) -> None:
    own = facts.setdefault(row.source, set())
    if row.target is None:
        own.update({row.fact} - {""})
        return
    facts.setdefault(row.target, set())
    link = links.setdefault((row.source, row.target), Link())
    (link.former if row.former else link.current).add(row.relation)
    link.facts.update({row.fact} - {""})


def _node(store: Store, thing: NamedNode, facts: set[str]) -> dict[str, object]:
    return {
        "kind": kind(store, thing),
        "label": label(store, thing),
        "names": names(store, thing),
        "says": describe(store, thing),
        "facts": tuple(sorted(facts)),
        "passages": tuple(value.value for value in values(store, thing, NAMED_IN)),
    }


def _edge(link: Link) -> dict[str, object]:
    return {"relations": link.relations(), "former": not link.current, "facts": tuple(sorted(link.facts))}


def _evidence(store: Store, graph: "nx.DiGraph[str]") -> Evidence:
    nodes = [data for _, data in graph.nodes(data=True)]
    edges = [data for _, _, data in graph.edges(data=True)]
    facts = (fact for data in (*nodes, *edges) for fact in data["facts"])
    passages = (passage for data in nodes for passage in data["passages"])
    return collect(store, facts, passages)
