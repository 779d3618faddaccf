"""The graph as FollowTheMoney entities, one JSON object on each line, for OpenAleph, ftmq and the like.

    gov:Person      Person          gov:Tenure            Occupancy, of a Position in a body
    gov:Body        PublicBody or   gov:Issuance          Documentation of the body, and of the signer
                    Organization    gov:Participation     UnknownLink from who takes part to the Event
    gov:Document    Document        gov:Review            UnknownLink from the Event to the Document
    gov:Meeting     Event           gov:DocumentRelation  UnknownLink between Documents
    gov:Article     Article         gov:Instruction       UnknownLink from who asks to the body that is to act
                                    gov:PersonnelAct      Event

Whatever rests on quotes gives them as `description`, and their articles as `proof` and `sourceUrl`. FollowTheMoney has
nothing for places (names of areas stand where they belong), targets and measures: they are left out.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from kg.exports.base import Content, Source
from kg.exports.graph import Graph, local, read
from kg.graph.values import node

BODIES: Final = Path(__file__).with_name("ftm.toml")
COUNTRY: Final = "vn"
STATUS: Final = {"current": "current", "former": "ended"}
"""A tenure's status in the words that OpenSanctions has made known."""
LANGUAGES: Final = {"en": "eng", "fr": "fra", "id": "ind", "pl": "pol", "ru": "rus", "vi": "vie"}
"""FollowTheMoney's codes of the languages of articles (ISO 639-3)."""
TERM: Final = re.compile(r"(\d{4})\D+(\d{4})")

Entity = dict[str, str | dict[str, list[str]]]
Told = Mapping[str, Iterable[str]]


def entities(source: Source) -> Content:
    """A line for each entity: things before what links them."""
    graph = read(source)
    for entity in chain(_things(graph), _positions(graph), _facts(graph)):
        yield (json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _things(graph: Graph) -> Iterator[Entity]:
    makers = {
        "gov:Article": _article,
        "gov:Person": _person,
        "gov:Body": _body,
        "gov:Document": _document,
        "gov:Meeting": _meeting,
    }
    for kind, make in makers.items():
        for thing in graph.of_class(kind):
            yield make(graph, thing)


def _facts(graph: Graph) -> Iterator[Entity]:
    makers = {
        "gov:Tenure": _occupancy,
        "gov:PersonnelAct": _personnel_act,
        "gov:Issuance": _issuance,
        "gov:Participation": _participation,
        "gov:Review": _review,
        "gov:DocumentRelation": _relation,
        "gov:Instruction": _instruction,
    }
    for kind, make in makers.items():
        for fact in graph.of_class(kind):
            yield from make(graph, fact)


# ---------------------------------------------------------------- what entities are made of


def entity_id(*names: str) -> str:
    """The identifier of what IRIs and words tell apart: readable, unique, of the signs that are allowed.

    >>> entity_id("https://w3id.org/govkg/id/person/hang-a-ky_lao-cai")
    'govkg-person-hang-a-ky-lao-cai-1b339b638d'
    """
    first, *others = names
    tails = (*first.split("/")[-2:], *(name.rsplit("/", 1)[-1] for name in others))
    readable = re.sub(r"[^0-9A-Za-z]+", "-", "-".join(filter(None, tails)))[:60].strip("-")
    return f"govkg-{readable}-{sha256(' '.join(names).encode()).hexdigest()[:10]}"


def _ids(things: Iterable[NamedNode]) -> list[str]:
    return [entity_id(thing.value) for thing in things]


def _entity(schema: str, told: Told, *names: str) -> Entity:
    """An entity of what the names tell apart, its values each once and without empty ones."""
    values = {key: list(dict.fromkeys(filter(None, said))) for key, said in told.items()}
    return {
        "id": entity_id(*names),
        "schema": schema,
        "properties": {key: said for key, said in values.items() if said},
    }


def _stated(graph: Graph, thing: NamedNode, by: str = "prov:wasDerivedFrom") -> Told:
    """The quotes that state or name something, and their articles."""
    quotes = [graph.quote(passage) for passage in graph.nodes(thing, by)]
    quotes.sort(key=lambda quote: (quote.article, quote.start))
    return {
        "description": [f"“{quote.quote}” ({quote.headline or quote.identifier})" for quote in quotes],
        "proof": [entity_id(quote.article) for quote in quotes],
        "sourceUrl": [quote.url for quote in quotes],
        "publisher": [quote.publisher for quote in quotes],
    }


def _texts(graph: Graph, thing: NamedNode, *names: str) -> list[str]:
    return [value.value for name in names for value in graph.values(thing, name)]


def _labels(graph: Graph, things: Iterable[NamedNode]) -> list[str]:
    return [graph.label(thing) for thing in things]


# ---------------------------------------------------------------- things


def _article(graph: Graph, article: NamedNode) -> Entity:
    told = {
        "title": [graph.text(article, "schema:headline") or graph.text(article, "dct:identifier")],
        "fileName": _texts(graph, article, "dct:identifier"),
        "sourceUrl": _texts(graph, article, "schema:url"),
        "publisher": _texts(graph, article, "schema:publisher"),
        "publishedAt": _texts(graph, article, "schema:datePublished"),
        "language": [LANGUAGES.get(code, code) for code in _texts(graph, article, "schema:inLanguage")],
    }
    return _entity("Article", told, article.value)


def _person(graph: Graph, person: NamedNode) -> Entity:
    name, *aliases = graph.spellings(person)
    quotes = [graph.quote(mention) for mention in graph.subjects("gov:refersTo", person)]
    posts = graph.subjects("org:member", person)
    told = {
        "name": [name],
        "alias": aliases,
        "position": _current(graph, posts),
        "country": [COUNTRY] if posts else [],
        "wikidataId": graph.wikidata(person),
        "proof": [entity_id(quote.article) for quote in quotes],
        "sourceUrl": [quote.url for quote in quotes],
    }
    return _entity("Person", told, person.value)


def _current(graph: Graph, tenures: Iterable[NamedNode]) -> list[str]:
    """The posts that are held now, in words."""
    return [_post(graph, tenure) for tenure in tenures if local(graph.node(tenure, "gov:status")) == "current"]


def _body(graph: Graph, body: NamedNode) -> Entity:
    kind = _kinds().get(local(graph.node(body, "org:classification")), _kinds()["other"])
    name, *aliases = graph.spellings(body)
    told = {
        "name": [name],
        "alias": aliases,
        "classification": [graph.labels(body, "org:classification")],
        "sector": _labels(graph, graph.nodes(body, "gov:field")),
        "country": [COUNTRY],
        "jurisdiction": [COUNTRY],
        "address": _labels(graph, graph.places(body)),
        "parent": _ids(graph.nodes(body, "org:subOrganizationOf")),
        "topics": kind["topics"],
        "wikidataId": graph.wikidata(body),
    }
    return _entity(str(kind["schema"]), told, body.value)


@cache
def _kinds() -> Mapping[str, Mapping[str, str | list[str]]]:
    """What `ftm.toml` says of each kind of body, and of "other" ones."""
    with BODIES.open("rb") as file:
        groups = tomllib.load(file)
    return {"other": groups["other"], **{kind: group for group in groups.values() for kind in group["kinds"]}}


def _document(graph: Graph, document: NamedNode) -> Entity:
    issued = graph.subjects("gov:document", document)
    issuers = [body for fact in issued for body in graph.nodes(fact, "gov:issuedBy")]
    told = {
        **_stated(graph, document, "gov:namedIn"),
        "title": [graph.label(document)],
        "fileName": [graph.text(document, "gov:number") or graph.label(document)],
        "summary": _texts(graph, document, "dct:title"),
        "keywords": [graph.labels(document, "gov:documentType")],
        "date": _texts(graph, document, "dct:issued"),
        "author": _labels(graph, issuers),
        "country": [COUNTRY],
    }
    return _entity("Document", told, document.value)


def _meeting(graph: Graph, meeting: NamedNode) -> Entity:
    facts = graph.subjects("gov:inMeeting", meeting)
    told = {
        **_stated(graph, meeting, "gov:namedIn"),
        "name": [graph.label(meeting)],
        "keywords": [graph.labels(meeting, "gov:meetingType")],
        "date": _texts(graph, meeting, "dct:date"),
        "location": _labels(graph, graph.nodes(meeting, "schema:location")),
        "organizer": _ids(graph.nodes(meeting, "gov:heldBy")),
        "involved": _ids(who for fact in facts for who in graph.nodes(fact, "gov:participant")),
        "country": [COUNTRY],
    }
    return _entity("Event", told, meeting.value)


# ---------------------------------------------------------------- posts


def _position(graph: Graph, tenure: NamedNode) -> tuple[str, ...]:
    """What tells a post apart: its role, the words used where no role of the list fits, its body."""
    role, body = graph.node(tenure, "org:role"), graph.node(tenure, "org:organization")
    words = graph.text(tenure, "gov:title") if local(role) == "other" else ""
    return "position", local(role), words, body.value if body else ""


def _post(graph: Graph, tenure: NamedNode) -> str:
    """A post in words: "Secretary, Lạng Sơn Provincial Party Committee"."""
    role = graph.node(tenure, "org:role")
    title = graph.text(tenure, "gov:title") if local(role) == "other" else ""
    return ", ".join(filter(None, (title or graph.label(role), graph.labels(tenure, "org:organization"))))


def _positions(graph: Graph) -> Iterator[Entity]:
    """Each post that somebody holds or held, once."""
    posts = {_position(graph, tenure): tenure for tenure in graph.of_class("gov:Tenure")}
    for names, tenure in sorted(posts.items()):
        bodies = graph.nodes(tenure, "org:organization")
        places = [place for body in bodies for place in graph.places(body)]
        told = {
            "name": [_post(graph, tenure)],
            "organization": _ids(bodies),
            "country": [COUNTRY],
            "subnationalArea": _labels(graph, (one for place in places for one in graph.provinces(place))),
        }
        yield _entity("Position", told, *names)


def _occupancy(graph: Graph, tenure: NamedNode) -> Iterator[Entity]:
    term = TERM.search(graph.text(tenure, "gov:term"))
    told = {
        **_stated(graph, tenure),
        "holder": _ids(graph.nodes(tenure, "org:member")),
        "post": [entity_id(*_position(graph, tenure))],
        "status": [STATUS.get(local(graph.node(tenure, "gov:status")), "unknown")],
        "startDate": _texts(graph, tenure, "gov:from"),
        "endDate": _texts(graph, tenure, "gov:until"),
        "periodStart": [term[1]] if term else [],
        "periodEnd": [term[2]] if term else [],
        "date": _texts(graph, tenure, "gov:attestedFirst", "gov:attestedLast"),
        "summary": _texts(graph, tenure, "gov:title"),
        "recordId": [tenure.value],
    }
    yield _entity("Occupancy", told, tenure.value)


# ---------------------------------------------------------------- other facts


def _personnel_act(graph: Graph, act: NamedNode) -> Iterator[Entity]:
    what, who = graph.labels(act, "gov:act"), graph.labels(act, "gov:person")
    post = ", ".join(filter(None, (graph.labels(act, "gov:postRole"), graph.labels(act, "gov:postBody"))))
    involved = ("gov:person", "gov:postBody", "gov:fromBody")
    told = {
        **_stated(graph, act),
        "name": [f"{who}: {what}" + (f" ({post})" if post else "")],
        "date": _texts(graph, act, "dct:date"),
        "involved": _ids(one for name in involved for one in graph.nodes(act, name)),
        "organizer": _ids(graph.nodes(act, "gov:decidedBy")),
        "recordId": [act.value],
        "country": [COUNTRY],
    }
    yield _entity("Event", told, act.value)


def _issuance(graph: Graph, issuance: NamedNode) -> Iterator[Entity]:
    for name in ("gov:issuedBy", "gov:signedBy"):
        for who in graph.nodes(issuance, name):
            told = {
                **_stated(graph, issuance),
                "document": _ids(graph.nodes(issuance, "gov:document")),
                "entity": _ids([who]),
                "role": [graph.label(node(name))],
                "date": _texts(graph, issuance, "dct:date"),
                "recordId": [issuance.value],
            }
            yield _entity("Documentation", told, "documentation", issuance.value, local(node(name)))


def _participation(graph: Graph, fact: NamedNode) -> Iterator[Entity]:
    yield from _link(graph, fact, "gov:participant", "gov:inMeeting", "gov:part")


def _review(graph: Graph, fact: NamedNode) -> Iterator[Entity]:
    yield from _link(graph, fact, "gov:inMeeting", "gov:reviewed", "gov:outcome")


def _relation(graph: Graph, fact: NamedNode) -> Iterator[Entity]:
    yield from _link(graph, fact, "gov:document", "gov:otherDocument", "gov:relation")


def _instruction(graph: Graph, fact: NamedNode) -> Iterator[Entity]:
    yield from _link(graph, fact, "gov:givenBy", "gov:addressedTo", "gov:force")


def _link(graph: Graph, fact: NamedNode, source: str, target: str, role: str) -> Iterator[Entity]:
    """A link for each pair of ends that FollowTheMoney has entities for."""
    for first in graph.nodes(fact, source):
        for second in graph.nodes(fact, target):
            if graph.kind(second) != "Target":
                told = {
                    **_stated(graph, fact),
                    "subject": _ids([first]),
                    "object": _ids([second]),
                    "role": [graph.labels(fact, role)],
                    "summary": _texts(graph, fact, "dct:description"),
                    "recordId": [fact.value],
                }
                yield _entity("UnknownLink", told, "link", fact.value, second.value)
