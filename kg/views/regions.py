"""A big network level by level: provinces first, then what belongs to one of them.

Each province is laid out by itself, its own things with those of elsewhere that they are linked with (its guests), so
that a reader who opens a province sees all links of its things. The blocks stand side by side in the whole picture, in
which a guest is drawn at home only. The provinces themselves are one more, small picture.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from kg.views.layout import PART_GAP, Size, packed, positions

BIG = 260
"""Networks with more things are shown level by level, if they are about several provinces."""
FEW = 3
SMALLEST, GROWTH, LARGEST = 14, 2.4, 60
"""Radius of a province's mark in pixels: with one thing, by the square root of further ones, at most."""

WORK = 300_000
"""Node moves to spend on all provinces together."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Region:
    """A province of the network, or what belongs to none."""

    zone: str
    """The province's IRI, "" for what is of the country."""
    place: Place
    """Where it stands among the provinces."""
    radius: int
    guests: dict[str, Place]
    """Where things of elsewhere stand beside this region's own."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands."""

    places: dict[str, Place]
    """The centre of the box (mark and label) of each thing in the whole picture."""
    regions: tuple[Region, ...]
    """Empty for a network that is shown at once."""


def plan(graph: "nx.DiGraph[str]", homes: Mapping[str, str], sizes: Mapping[str, Size]) -> Plan:
    """Where the things of a network stand, by the region that each is at home in and the size of its box."""
    if len(graph) <= BIG or len(set(homes.values())) < FEW:
        return Plan(positions(graph, sizes), ())
    members: dict[str, list[str]] = defaultdict(list)
    for node in graph:
        members[homes[node]].append(node)
    zones = sorted(members)
    blocks = [_block(graph, members[zone], sizes, WORK // len(zones)) for zone in zones]
    shifted = [
        {node: (x + round(left), y + round(top)) for node, (x, y) in block.items()}
        for block, (left, top) in zip(blocks, packed([_extent(block, sizes) for block in blocks]), strict=True)
    ]
    overview = _overview(graph, homes, members)
    regions, places = [], {}
    for zone, block in zip(zones, shifted, strict=True):
        places.update({node: block[node] for node in members[zone]})
        guests = {node: place for node, place in block.items() if homes[node] != zone}
        regions.append(Region(zone, overview[zone], _radius(len(members[zone])), guests))
    return Plan(places, tuple(regions))


def _block(graph: "nx.DiGraph[str]", own: list[str], sizes: Mapping[str, Size], work: int) -> dict[str, Place]:
    """A region's own things and their neighbours, moved so that all boxes are right of and below the origin."""
    block: nx.DiGraph[str] = nx.DiGraph()
    block.add_nodes_from(own)
    for node in own:
        block.add_edges_from((*graph.out_edges(node), *graph.in_edges(node)))
    placed = positions(block, sizes, work)
    left = min(x - sizes[node][0] / 2 for node, (x, _) in placed.items())
    top = min(y - sizes[node][1] / 2 for node, (_, y) in placed.items())
    return {node: (round(x - left), round(y - top)) for node, (x, y) in placed.items()}


def _extent(block: Mapping[str, Place], sizes: Mapping[str, Size]) -> Size:
    right = max(x + sizes[node][0] / 2 for node, (x, _) in block.items())
    bottom = max(y + sizes[node][1] / 2 for node, (_, y) in block.items())
    return right + 2 * PART_GAP, bottom + 2 * PART_GAP


def _overview(graph: "nx.DiGraph[str]", homes: Mapping[str, str], members: Mapping[str, list[str]]) -> dict[str, Place]:
    among: nx.DiGraph[str] = nx.DiGraph()
    among.add_nodes_from(members)
    among.add_edges_from(sorted({(homes[a], homes[b]) for a, b in graph.edges if homes[a] != homes[b]}))
    return positions(among, {zone: _overview_size(len(own)) for zone, own in members.items()})


def _overview_size(count: int) -> Size:
    return max(150.0, 2.0 * _radius(count)), 2.0 * _radius(count) + 50


def _radius(count: int) -> int:
    return round(min(LARGEST, SMALLEST + GROWTH * math.sqrt(count - 1)))
