"""A network -> what its page holds as data: every text once, things and quotes by number, nothing that is empty."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from kg.graph.labels import LANGUAGES
from kg.graph.terms import short
from kg.names.spelling import fold
from kg.names.transliteration import to_cyrillic
from kg.views import words
from kg.views.evidence import FactDetail, PassageDetail, Statement, in_words
from kg.views.network import Network
from kg.views.regions import Plan, Region
from kg.views.words import Words

Json = Any
SPOKEN = {"Person", "Place"}
"""Kinds whose names are Vietnamese, so that they can be sought in Cyrillic even if no article writes them so."""


class Texts:
    """Texts by number: those that are the same in every language as a string, others as a list of them."""

    def __init__(self) -> None:
        self.listed: list[str | list[str]] = []
        self._numbers: dict[Words, int] = {}

    def number(self, said: Words) -> int:
        """The number of a text."""
        if said not in self._numbers:
            self._numbers[said] = len(self.listed)
            self.listed.append(said[0] if len(set(said)) == 1 else list(said))
        return self._numbers[said]


def content(network: Network, plan: Plan, title: Words, summary: Words) -> dict[str, Json]:
    """Everything that the page's scripts read, ready for JSON."""
    found = _Content(network, plan)
    graph, texts = network.graph, found.texts
    return {
        "languages": list(LANGUAGES),
        "start": _start(network),
        "view": network.view.name,
        "title": texts.number(title),
        "summary": texts.number(summary),
        "things": [found.thing(node, data) for node, data in graph.nodes(data=True)],
        "links": [found.link(source, target, data) for source, target, data in graph.edges(data=True)],
        "facts": [found.fact(fact) for fact in network.evidence.facts.values()],
        "quotes": [found.quote(passage) for passage in network.evidence.passages.values()],
        "articles": found.listed_articles(),
        "properties": [[name, texts.number(_property(name))] for name in found.properties],
        "classes": found.classes(),
        "zones": [found.zone(zone) for zone in found.zones],
        "regions": [found.region(region) for region in plan.regions],
        "words": {key: texts.number(said) for key, said in words.page_words().items()},
        "texts": texts.listed,
    }


class _Content:
    """The records of a network, which name each other by number."""

    def __init__(self, network: Network, plan: Plan) -> None:
        self.texts = Texts()
        self.evidence, self.facets = network.evidence, network.facets
        self.facts, self.passages, self.articles = (
            _numbers(each) for each in (self.evidence.facts, self.evidence.passages, self.evidence.articles)
        )
        self.things = _numbers(network.graph)
        self.zones = _numbers(sorted(self.facets.within))
        self.regions = _numbers(region.zone for region in plan.regions)
        self.properties = _numbers(sorted({statement.property for statement in _all_statements(network)}))

    def thing(self, node: str, data: Mapping[str, Json]) -> dict[str, Json]:
        facets = self.facets
        return _filled(
            {
                "id": short(node),
                "kind": data["kind"],
                "label": self.texts.number(data["label"]),
                "names": _further_names(data),
                "cyrillic": _cyrillic(data),
                "says": self.says(data["says"]),
                "facts": [self.facts[each] for each in data["facts"]],
                "quotes": [self.passages[each] for each in data["passages"]],
                "region": self.regions.get(facets.regions[node]),
                "zones": [self.zones[each] for each in facets.zones.get(node, ())],
                "levels": self.called(facets.levels.get(node, ())),
                "roles": self.called(facets.roles.get(node, ())),
                "types": self.called(facets.types.get(node, ())),
            }
        )

    def link(self, source: str, target: str, data: Mapping[str, Json]) -> dict[str, Json]:
        return _filled(
            {
                "from": self.things[source],
                "to": self.things[target],
                "relations": [[self.texts.number(said), int(former)] for said, former in data["relations"]],
                "former": 1 if data["former"] else None,
                "facts": [self.facts[each] for each in data["facts"]],
                "roles": self.called(data["roles"]),
            }
        )

    def called(self, values: Iterable[str]) -> list[int]:
        return [self.texts.number(self.facets.called[each]) for each in values]

    def says(self, statements: Iterable[Statement]) -> list[list[int]]:
        return [[self.properties[each.property], self.texts.number(each.value)] for each in statements]

    def fact(self, fact: FactDetail) -> dict[str, Json]:
        quotes = [self.passages[each] for each in fact.passages]
        return _filled({"type": fact.type, "rule": fact.rule, "says": self.says(fact.says), "quotes": quotes})

    def quote(self, quote: PassageDetail) -> dict[str, Json]:
        words_around = {"exact": quote.exact, "before": quote.before, "after": quote.after}
        place = {"start": quote.start, "end": quote.end, "article": self.articles.get(quote.article)}
        return _filled({**words_around, **place})

    def listed_articles(self) -> list[dict[str, Json]]:
        articles = self.evidence.articles.values()
        stories = _numbers(sorted({article.story for article in articles}))
        return [_filled({**asdict(each), "story": stories[each.story]}) for each in articles]

    def classes(self) -> dict[str, int]:
        found = sorted({fact.type for fact in self.evidence.facts.values()})
        return {name: self.texts.number(words.term(f"gov:{name}") or words.same(in_words(name))) for name in found}

    def zone(self, zone: str) -> list[int]:
        return [*self.called([zone]), self.zones.get(self.facets.within[zone], -1)]

    def region(self, region: Region) -> dict[str, Json]:
        name = self.facets.called[region.zone] if region.zone else words.page_words()["country"]
        return {
            "label": self.texts.number(name),
            "x": region.place[0],
            "y": region.place[1],
            "radius": region.radius,
            "guests": [[self.things[node], x, y] for node, (x, y) in sorted(region.guests.items())],
        }


def _start(network: Network) -> str:
    """The thing that the page opens with, "" for none."""
    subject = network.subject
    return short(subject.iri) if subject and subject.iri in network.graph else ""


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _filled(record: dict[str, Json]) -> dict[str, Json]:
    """The record without what is empty: nothing, no text, an empty list."""
    return {key: value for key, value in record.items() if value not in (None, "", [])}


def _further_names(data: Mapping[str, Json]) -> list[str]:
    """Spellings that are not among the labels of the five languages."""
    return [name for name in data["names"] if name not in data["label"]]


def _cyrillic(data: Mapping[str, Json]) -> str:
    name = data["label"][0]
    return to_cyrillic(name) if data["kind"] in SPOKEN and len(name) < 60 and fold(name).isascii() else ""


def _all_statements(network: Network) -> Iterable[Statement]:
    for _, says in network.graph.nodes(data="says"):
        yield from says
    for fact in network.evidence.facts.values():
        yield from fact.says


def _property(name: str) -> Words:
    return words.term(name) or words.same(in_words(name.replace(":", "/")))
