"""What a page can be filtered by: the places, levels, roles and document types of each thing.

A thing that has no value of its own has those of the things it is linked with: a person the level of the bodies in
which they hold posts, a body the types of the documents that it issues.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
from pyoxigraph import NamedNode, Store

from kg.graph.terms import PREFIXES, iri
from kg.views.evidence import kind, label, values
from kg.views.words import Words

LEVEL, WITHIN, JURISDICTION, DOCUMENT_TYPE = (
    NamedNode(iri(name)) for name in ("gov:level", "gov:within", "gov:jurisdiction", "gov:documentType")
)
CENTRAL = PREFIXES["level"] + "central"
SPREAD = 3
"""Over how many links values reach a thing that has none: from a place over its body and a person to a meeting."""

Values = dict[str, tuple[str, ...]]
"""By a thing's IRI, the IRIs of its values, sorted."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each thing of a network, and what these are called."""

    levels: Values
    zones: Values
    """The place itself and those it lies in, below the country."""
    roles: Values
    types: Values
    regions: dict[str, str]
    """By a thing's IRI, the province that it belongs to most, "" for those of the country."""
    called: dict[str, Words]
    within: dict[str, str]
    """By a zone's IRI, the zone that it lies in, "" where that is the country."""


def facets(store: Store, graph: "nx.DiGraph[str]") -> Facets:
    """The facets of all things of a network, whose edges have `roles`."""
    chains = {node: _zones(store, NamedNode(node)) for node in graph}
    own_levels = _own(store, graph, LEVEL)
    # what is of the country is in no province, whatever it is linked with
    placed = (node for node, chain in chains.items() if chain or CENTRAL in own_levels.get(node, ()))
    zones = _spread(graph, {node: tuple(sorted(chains[node])) for node in placed})
    tops = {zone: chain[-1] for chain in chains.values() for zone in chain}
    levels = _spread(graph, own_levels)
    roles = _roles(graph)
    types = _spread(graph, _own(store, graph, DOCUMENT_TYPE), reach=1)
    every = {value for table in (levels, zones, roles, types) for found in table.values() for value in found}
    return Facets(
        levels=levels,
        zones=zones,
        roles=roles,
        types=types,
        regions={node: _region(graph, node, zones, tops) for node in graph},
        called={value: label(store, NamedNode(value)) for value in sorted(every)},
        within={zone: (*chain, "")[at + 1] for chain in chains.values() for at, zone in enumerate(chain)},
    )


def _zones(store: Store, thing: NamedNode) -> tuple[str, ...]:
    """The place of a thing and those above it, the province last, without the country."""
    where = [thing] if kind(store, thing) == "Place" else values(store, thing, JURISDICTION)
    chain: list[str] = []
    while where and isinstance(where[0], NamedNode) and where[0].value not in chain:
        place = where[0]
        if any(level.value == CENTRAL for level in values(store, place, LEVEL)):
            break
        chain.append(place.value)
        where = values(store, place, WITHIN)
    return tuple(chain)


def _own(store: Store, graph: "nx.DiGraph[str]", name: NamedNode) -> Values:
    found = {node: tuple(value.value for value in values(store, NamedNode(node), name)) for node in graph}
    return {node: each for node, each in found.items() if each}


def _roles(graph: "nx.DiGraph[str]") -> Values:
    found: dict[str, set[str]] = {}
    for source, target, roles in graph.edges(data="roles"):
        for end in (source, target) if roles else ():
            found.setdefault(end, set()).update(roles)
    return {node: tuple(sorted(roles)) for node, roles in sorted(found.items())}


def _spread(graph: "nx.DiGraph[str]", own: Mapping[str, tuple[str, ...]], reach: int = SPREAD) -> Values:
    """The values of things with those without any filled from their neighbours, ring by ring."""
    found = dict(own)
    for _ in range(reach):
        near = {node: _of_neighbours(graph, node, found) for node in graph if node not in found}
        found.update({node: values for node, values in near.items() if values})
    return found


def _of_neighbours(graph: "nx.DiGraph[str]", node: str, found: Values) -> tuple[str, ...]:
    return tuple(sorted({value for other in nx.all_neighbors(graph, node) for value in found.get(other, ())}))


def _region(graph: "nx.DiGraph[str]", node: str, zones: Values, tops: Mapping[str, str]) -> str:
    own = {tops[zone] for zone in zones.get(node, ())}
    votes = Counter(dict.fromkeys(own, 1))
    for other in nx.all_neighbors(graph, node):
        votes.update({tops[zone] for zone in zones.get(other, ())} & own)
    return min(votes, key=lambda top: (-votes[top], top), default="")
