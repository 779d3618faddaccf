"""The graph as a network for Gephi, networkx and the like: GraphML and GEXF.

Nodes are people, bodies, places, documents, meetings and targets. An edge is a fact between two of them (the ontology
says which of its properties hold the two ends), or what a thing says of another (part of, within, held by …). A fact
with one end only, such as a measure, is no edge.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from pyoxigraph import NamedNode

from kg.exports.base import Content, Source
from kg.exports.graph import Graph, local, read
from kg.exports.xml import in_xml
from kg.graph.terms import PREFIXES
from kg.graph.values import node
from kg.graph.vocabulary import vocabulary

THINGS: Final = ("gov:Person", "gov:Body", "gov:Place", "gov:Document", "gov:Meeting", "gov:Target")
LINKS: Final = (
    "org:subOrganizationOf",
    "gov:jurisdiction",
    "gov:within",
    "gov:succeededBy",
    "gov:heldBy",
    "schema:location",
    "gov:of",
)
"""Properties of things that lead to other things; what facts repeat as direct edges is not among them."""
TYPES: Final = ("org:classification", "gov:documentType", "gov:meetingType", "gov:indicator")
DATES: Final = {
    "from": "gov:from",
    "until": "gov:until",
    "term": "gov:term",
    "date": "dct:date",
    "first_attested": "gov:attestedFirst",
    "last_attested": "gov:attestedLast",
}

Attributes = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Ends:
    """The properties of a class of facts that hold the two ends of its edge and the edge's label."""

    source: str
    target: str
    label: str


def graphml(source: Source) -> Content:
    """The network as GraphML: edges under the IRIs of their facts."""
    file = BytesIO()
    nx.write_graphml_xml(network(read(source)), file, prettyprint=True)
    yield file.getvalue()


def gexf(source: Source) -> Content:
    """The network as GEXF 1.2, with the time from when to when an edge is known to hold."""
    graph = network(read(source))
    graph.graph["mode"] = "dynamic"
    for _, _, key, said in graph.edges(keys=True, data=True):
        said.update(id=key, **known_time(said))
    writer = _Writer(graph)
    ET.indent(writer.xml)
    yield b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(writer.xml, encoding="unicode").encode() + b"\n"


class _Writer(GEXFWriter):  # type: ignore[misc]
    """Writes no date of today and no attribute that only networkx needs."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        super().__init__(graph)
        for meta in self.xml.iter("meta"):
            del meta.attrib["lastmodifieddate"]
            meta.find("creator").text = "govkg"

    def add_attributes(self, what: str, element: ET.Element, data: Attributes, default: Attributes) -> Attributes:
        """The attributes of a node or an edge, without the key that tells parallel edges apart."""
        kept = {name: value for name, value in data.items() if name != "key"}
        found: Attributes = super().add_attributes(what, element, kept, default)
        return found


# ---------------------------------------------------------------- the network


def network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Things and facts as nodes and edges with plain attributes; what the graph does not tell is left out."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for kind in THINGS:
        for thing in graph.of_class(kind):
            found.add_node(thing.value, **_told(_thing(graph, thing)))
    for source, target, key, said in (*_facts(graph), *_links(graph)):
        if source.value in found and target.value in found:
            found.add_edge(source.value, target.value, key=key, **_told(said))
    return found


def _told(said: Attributes) -> Attributes:
    return {name: in_xml(value) if isinstance(value, str) else value for name, value in said.items() if value != ""}


def _thing(graph: Graph, thing: NamedNode) -> Attributes:
    places = graph.places(thing)
    return {
        "label": graph.label(thing),
        "kind": graph.kind(thing),
        "type": next(filter(None, (graph.labels(thing, name) for name in TYPES)), ""),
        "level": graph.labels(thing, "gov:level"),
        "place": _joined(graph, places),
        "province": _joined(graph, [province for place in places for province in graph.provinces(place)]),
        "number": graph.text(thing, "gov:number"),
        "date": graph.text(thing, "dct:date") or graph.text(thing, "dct:issued"),
        "names": " | ".join(graph.spellings(thing)[1:]) if graph.kind(thing) in {"Person", "Place"} else "",
    }


def _joined(graph: Graph, things: list[NamedNode]) -> str:
    return " | ".join(sorted({graph.label(thing) for thing in things}))


# ---------------------------------------------------------------- edges

Edge = tuple[NamedNode, NamedNode, str, Attributes]


def _facts(graph: Graph) -> Iterator[Edge]:
    for fact, kind in graph.facts():
        ends = _ends(kind)
        if ends is None:
            continue
        sources, targets = graph.nodes(fact, ends.source), graph.nodes(fact, ends.target)
        said = _fact(graph, fact, kind, ends) if sources and targets else {}
        for number, (source, target) in enumerate((source, target) for source in sources for target in targets):
            yield source, target, fact.value + (f"#{number + 1}" if number else ""), said


def _ends(kind: NamedNode) -> Ends | None:
    """The ends of a class of facts, as the ontology names them; None for facts with one end."""
    found = [vocabulary().values(kind, node(f"gov:{name}")) for name in ("edgeSource", "edgeTarget", "edgeLabel")]
    names = [_curie(values[0]) if values else "" for values in found]
    return Ends(*names) if names[0] and names[1] else None


def _curie(term: object) -> str:
    """A property's prefixed name: "org:member"."""
    value = term.value if isinstance(term, NamedNode) else ""
    return next(
        (f"{prefix}:{value.removeprefix(stem)}" for prefix, stem in PREFIXES.items() if value.startswith(stem)), ""
    )


def _fact(graph: Graph, fact: NamedNode, kind: NamedNode, ends: Ends) -> Attributes:
    quotes = graph.evidence(fact)
    code = graph.node(fact, ends.label) if ends.label else None
    return {
        "label": graph.label(code) if code else graph.label(_direct(kind)),
        "kind": local(kind),
        "role": local(code),
        "status": local(graph.node(fact, "gov:status")),
        **{name: graph.text(fact, property_) for name, property_ in DATES.items()},
        "stories": graph.stories(quotes),
        "articles": len({quote.article for quote in quotes}),
        "weight": max(1, graph.stories(quotes)),
        "quote": quotes[0].quote if quotes else "",
        "url": next((quote.url for quote in quotes if quote.url), ""),
        "fact": fact.value,
    }


def _direct(kind: NamedNode) -> NamedNode | None:
    """The direct edge of a class of facts that has no label of its own: gov:issues."""
    edges = vocabulary().values(kind, node("gov:directEdge"))
    return next((edge for edge in edges if isinstance(edge, NamedNode)), None)


def _links(graph: Graph) -> Iterator[Edge]:
    for kind in THINGS:
        for thing in graph.of_class(kind):
            for name in LINKS:
                for other in graph.nodes(thing, name):
                    said: Attributes = {"label": graph.label(node(name)), "kind": local(node(name)), "weight": 1}
                    yield thing, other, f"{thing.value} {name} {other.value}", said


# ---------------------------------------------------------------- time


def known_time(said: Attributes) -> dict[str, str]:
    """From which day to which an edge is known to hold: as stated, else as attested; none where nothing is told.

    >>> known_time({"status": "current", "from": "2025-07", "last_attested": "2025-12"})
    {'start': '2025-07-01', 'end': '2025-12-31'}
    >>> known_time({"status": "former", "first_attested": "2025-12"})
    {}
    """
    told = {name: str(said[name]) for name in DATES if name in said}
    first, last = told.get("from"), told.get("until")
    if said.get("status") == "current":
        first, last = first or told.get("first_attested"), last or told.get("last_attested")
    elif "date" in told:
        first = last = told["date"]
    start = first + "-01-01"[3 * first.count("-") :] if first else ""
    end = _last_day(last) if last else ""
    if start and end and start > end:
        return {}
    return {name: day for name, day in (("start", start), ("end", end)) if day}


def _last_day(date: str) -> str:
    """The last day of a year, a month or a day.

    >>> _last_day("2024-02"), _last_day("2025")
    ('2024-02-29', '2025-12-31')
    """
    year, month, *day = (*date.split("-"), "12") if date.count("-") == 0 else date.split("-")
    return date if day else f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02}"
