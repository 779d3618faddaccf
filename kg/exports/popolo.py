"""The graph as Popolo JSON: persons, organizations, memberships, posts, areas and events, each with its sources.

Identifiers are the IRIs of the graph; a post is its body and role. A source is an article's address (its IRI where it
has none) with the quote as its note. Popolo has no word for a membership that is over since nobody knows when, so each
membership says `status`, "current" or "former", besides what Popolo defines.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from pyoxigraph import NamedNode

from kg.exports.base import Content, Source
from kg.exports.graph import Graph, local, read

Json = str | list["Json"] | dict[str, "Json"] | None
Said = dict[str, Json]


def popolo(source: Source) -> Content:
    """One JSON object with a list for each class, an item on each line."""
    graph = read(source)
    between = b"{\n"
    for name, items in COLLECTIONS.items():
        yield between + f'"{name}": ['.encode()
        lines = (json.dumps(item, ensure_ascii=False, sort_keys=True) for item in items(graph))
        yield from _separated(lines)
        yield b"\n]"
        between = b",\n"
    yield b"\n}\n"


def _separated(lines: Iterable[str]) -> Content:
    for number, line in enumerate(lines):
        yield (",\n" if number else "\n").encode() + line.encode()


def _item(**said: Json) -> Said:
    """What is told, without what is not."""
    return {name: value for name, value in said.items() if value}


# ---------------------------------------------------------------- the lists


def _persons(graph: Graph) -> Iterator[Said]:
    for person in graph.of_class("gov:Person"):
        name, *others = graph.spellings(person)
        yield _item(
            id=person.value,
            name=name,
            other_names=[{"name": other} for other in others],
            identifiers=_identifiers(graph, person),
            sources=_sources(graph, graph.subjects("gov:refersTo", person)),
        )


def _organizations(graph: Graph) -> Iterator[Said]:
    for body in graph.of_class("gov:Body"):
        name, *others = graph.spellings(body)
        yield _item(
            id=body.value,
            name=name,
            other_names=[{"name": other} for other in others],
            classification=graph.labels(body, "org:classification"),
            parent_id=_id(graph.node(body, "org:subOrganizationOf")),
            area_id=_id(graph.node(body, "gov:jurisdiction")),
            identifiers=_identifiers(graph, body),
        )


def _memberships(graph: Graph) -> Iterator[Said]:
    for tenure in graph.of_class("gov:Tenure"):
        yield _item(
            id=tenure.value,
            label=graph.text(tenure, "gov:title"),
            role=_role(graph, tenure),
            person_id=_id(graph.node(tenure, "org:member")),
            organization_id=_id(graph.node(tenure, "org:organization")),
            post_id=_post(graph, tenure),
            start_date=graph.text(tenure, "gov:from"),
            end_date=graph.text(tenure, "gov:until"),
            status=local(graph.node(tenure, "gov:status")),
            sources=_sources(graph, graph.nodes(tenure, "prov:wasDerivedFrom")),
        )


def _posts(graph: Graph) -> Iterator[Said]:
    """Each post that somebody holds or held, once."""
    posts = {_post(graph, tenure): tenure for tenure in graph.of_class("gov:Tenure")}
    for post, tenure in sorted(posts.items()):
        body = graph.node(tenure, "org:organization")
        role = _role(graph, tenure)
        yield _item(
            id=post,
            label=", ".join(filter(None, (role, graph.label(body)))),
            role=role,
            organization_id=_id(body),
            area_id=_id(graph.node(body, "gov:jurisdiction")) if body else None,
        )


def _areas(graph: Graph) -> Iterator[Said]:
    for place in graph.of_class("gov:Place"):
        yield _item(
            id=place.value,
            name=graph.label(place),
            identifier=graph.text(place, "gov:adminCode"),
            classification=graph.labels(place, "gov:level"),
            parent_id=_id(graph.node(place, "gov:within")),
        )


def _events(graph: Graph) -> Iterator[Said]:
    for meeting in graph.of_class("gov:Meeting"):
        who = [one for one in graph.nodes(meeting, "gov:attendedBy") if graph.kind(one) == "Person"]
        date = graph.text(meeting, "dct:date")
        yield _item(
            id=meeting.value,
            name=graph.label(meeting),
            classification=graph.labels(meeting, "gov:meetingType"),
            start_date=date,
            end_date=date,
            location=graph.labels(meeting, "schema:location"),
            organization_id=_id(graph.node(meeting, "gov:heldBy")),
            attendees=[{"id": person.value, "name": graph.label(person)} for person in who],
            sources=_sources(graph, graph.nodes(meeting, "gov:namedIn")),
        )


COLLECTIONS: Final[Mapping[str, Callable[[Graph], Iterator[Said]]]] = {
    "persons": _persons,
    "organizations": _organizations,
    "memberships": _memberships,
    "posts": _posts,
    "areas": _areas,
    "events": _events,
}


# ---------------------------------------------------------------- values


def _id(thing: NamedNode | None) -> str | None:
    return thing.value if thing else None


def _role(graph: Graph, tenure: NamedNode) -> str:
    """The role in words; for a role that is not in the list, the words of the article."""
    role = graph.node(tenure, "org:role")
    return (graph.text(tenure, "gov:title") if local(role) == "other" else "") or graph.label(role)


def _post(graph: Graph, tenure: NamedNode) -> str:
    """What a post is known by: its body, its role, a sum of the words used for a role that is not in the list."""
    body, role = graph.text(tenure, "org:organization"), local(graph.node(tenure, "org:role"))
    words = graph.text(tenure, "gov:title") if role == "other" else ""
    return f"{body}#{role}" + (f"-{sha256(words.encode()).hexdigest()[:10]}" if words else "")


def _identifiers(graph: Graph, thing: NamedNode) -> Json:
    return [{"scheme": "wikidata", "identifier": item} for item in graph.wikidata(thing)]


def _sources(graph: Graph, passages: Iterable[NamedNode]) -> Json:
    """The articles that say so, each with its words."""
    quotes = sorted(map(graph.quote, passages), key=lambda quote: (quote.article, quote.start))
    told = dict.fromkeys((quote.url or quote.article, quote.quote) for quote in quotes)
    return [{"url": url, "note": note} for url, note in told]
