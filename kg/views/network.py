"""Rows of a view -> a networkx graph: a node per thing, one edge per pair of things, each with what states it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx
from pyoxigraph import NamedNode, Store

from kg.graph.store import Graph
from kg.graph.terms import iri
from kg.queries.lookup import resolve
from kg.views.catalogue import View
from kg.views.evidence import Evidence, collect, describe, kind, label, spellings, text, values
from kg.views.facets import Facets, facets
from kg.views.rows import Row, rows
from kg.views.words import ENGLISH, Words, same

NAMED_IN = NamedNode(iri("gov:namedIn"))


@dataclass(slots=True)
class Link:
    """What is gathered for one pair of things."""

    current: set[Words] = field(default_factory=set)
    former: set[Words] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)

    def relations(self) -> tuple[tuple[Words, bool], ...]:
        """The words for the link, each with whether it is over: what holds first, then what held."""
        return *((words, False) for words in _sorted(self.current)), *((words, True) for words in _sorted(self.former))


def _sorted(relations: Iterable[Words]) -> list[Words]:
    return sorted(relations, key=lambda words: (words[ENGLISH], words))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page about one thing is about."""

    iri: str
    name: Words


@dataclass(frozen=True, slots=True)
class Network:
    """What a page shows."""

    view: View
    graph: "nx.DiGraph[str]"
    """Nodes: kind, label, names, says, facts, passages. Edges: relations, former, facts, roles."""
    evidence: Evidence
    facets: Facets
    subject: Subject | None


def network(origin: Graph, view: View) -> Network:
    """The things and links that a view selects from a graph."""
    facts: dict[NamedNode, set[str]] = {}
    links: dict[tuple[NamedNode, NamedNode], Link] = {}
    store = origin.store
    for row in rows(origin, view):
        _gather(row, facts, links)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for thing in sorted(facts, key=str):
        graph.add_node(thing.value, **_node(store, thing, facts[thing]))
    for (source, target), link in sorted(links.items(), key=lambda item: (str(item[0][0]), str(item[0][1]))):
        graph.add_edge(source.value, target.value, **_edge(link))
    return Network(view, graph, _evidence(store, graph), facets(store, graph), _subject(origin, view))


def _subject(graph: Graph, view: View) -> Subject | None:
    """The thing that the view needs to be told, None for a view that needs none."""
    for parameter in view.selection.parameters if not view.is_query else ():
        if parameter.required:
            node = NamedNode(resolve(graph, view.values[parameter.name], parameter.nodes))
            title = text(graph.store, node, "schema:headline") or text(graph.store, node, "dct:identifier")
            return Subject(node.value, same(title) if title else label(graph.store, node))
    return None


def _gather(row: Row, facts: dict[NamedNode, set[str]], links: dict[tuple[NamedNode, NamedNode], Link]) -> None:
    own = facts.setdefault(row.source, set())
    if row.target is None:
        own.update({row.fact} - {""})
        return
    facts.setdefault(row.target, set())
    link = links.setdefault((row.source, row.target), Link())
    (link.former if row.former else link.current).add(row.relation)
    link.facts.update({row.fact} - {""})
    link.roles.update({row.role} - {""})


def _node(store: Store, thing: NamedNode, facts: Iterable[str]) -> dict[str, object]:
    return {
        "kind": kind(store, thing),
        "label": label(store, thing),
        "names": spellings(store, thing),
        "says": describe(store, thing),
        "facts": tuple(sorted(facts)),
        "passages": tuple(value.value for value in values(store, thing, NAMED_IN)),
    }


def _edge(link: Link) -> dict[str, object]:
    return {
        "relations": link.relations(),
        "former": not link.current,
        "facts": tuple(sorted(link.facts)),
        "roles": tuple(sorted(link.roles)),
    }


def _evidence(store: Store, graph: "nx.DiGraph[str]") -> Evidence:
    nodes = [data for _, data in graph.nodes(data=True)]
    edges = [data for _, _, data in graph.edges(data=True)]
    facts = (fact for data in (*nodes, *edges) for fact in data["facts"])
    passages = (passage for data in nodes for passage in data["passages"])
    return collect(store, facts, passages)
