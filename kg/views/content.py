"""A network -> what its page holds as data: every text once, things and quotes by number, nothing that is empty."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.graph.labels import LANGUAGES
from kg.graph.terms import short
from kg.names.spelling import fold
from kg.names.transliteration import to_cyrillic
from kg.views import words
from kg.views.evidence import Evidence, Statement, in_words
from kg.views.facets import Facets
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
    texts = Texts()
    evidence, facets = network.evidence, network.facets
    facts, passages, articles = _numbers(evidence.facts), _numbers(evidence.passages), _numbers(evidence.articles)
    things = _numbers(network.graph)
    zones = _numbers(sorted(facets.within))
    regions = {region.zone: number for number, region in enumerate(plan.regions)}
    properties = _numbers(sorted({statement.property for statement in _all_statements(network)}))
    says = _Says(texts, properties)

    def thing(node: str, data: Mapping[str, Json]) -> dict[str, Json]:
        return _filled(
            {
                "id": short(node),
                "kind": data["kind"],
                "label": texts.number(data["label"]),
                "names": _further_names(data),
                "cyrillic": _cyrillic(data),
                "says": says.all(data["says"]),
                "facts": [facts[each] for each in data["facts"]],
                "quotes": [passages[each] for each in data["passages"]],
                "region": regions.get(facets.regions[node]),
                "zones": [zones[each] for each in facets.zones.get(node, ())],
                **{
                    facet: [texts.number(facets.called[each]) for each in table.get(node, ())]
                    for facet, table in (("levels", facets.levels), ("roles", facets.roles), ("types", facets.types))
                },
            }
        )

    def link(source: str, target: str, data: Mapping[str, Json]) -> dict[str, Json]:
        return _filled(
            {
                "from": things[source],
                "to": things[target],
                "relations": [[texts.number(said), int(former)] for said, former in data["relations"]],
                "former": int(data["former"]),
                "facts": [facts[each] for each in data["facts"]],
                "roles": [texts.number(facets.called[each]) for each in data["roles"]],
            }
        )

    return {
        "languages": list(LANGUAGES),
        "start": _start(network),
        "view": network.view.name,
        "title": texts.number(title),
        "summary": texts.number(summary),
        "things": [thing(node, data) for node, data in network.graph.nodes(data=True)],
        "links": [link(source, target, data) for source, target, data in network.graph.edges(data=True)],
        "facts": [_fact(evidence, each, says, passages) for each in facts],
        "quotes": [_quote(evidence, each, articles) for each in passages],
        "articles": _articles(evidence),
        "properties": [[name, texts.number(_property(name))] for name in properties],
        "classes": _classes(texts, network),
        "zones": [[texts.number(facets.called[each]), zones.get(facets.within[each], -1)] for each in zones],
        "regions": [_region(region, texts, facets, things) for region in plan.regions],
        "words": {key: texts.number(said) for key, said in words.page_words().items()},
        "texts": texts.listed,
    }


def _start(network: Network) -> str:
    """The thing that the page opens with, "" for none."""
    subject = network.subject
    return short(subject.iri) if subject and subject.iri in network.graph else ""


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _filled(record: dict[str, Json]) -> dict[str, Json]:
    """The record without what is empty: no list, no text, nought for a number that means no."""
    return {key: value for key, value in record.items() if value not in (None, "", []) and (value or key != "former")}


def _further_names(data: Mapping[str, Json]) -> list[str]:
    """Spellings that are not among the labels of the five languages."""
    return [name for name in data["names"] if name not in data["label"]]


def _cyrillic(data: Mapping[str, Json]) -> str:
    name = data["label"][0]
    return to_cyrillic(name) if data["kind"] in SPOKEN and len(name) < 60 and fold(name).isascii() else ""


# ---------------------------------------------------------------- facts and quotes


class _Says:
    def __init__(self, texts: Texts, properties: Mapping[str, int]) -> None:
        self._texts, self._properties = texts, properties

    def all(self, statements: Iterable[Statement]) -> list[list[int]]:
        return [[self._properties[each.property], self._texts.number(each.value)] for each in statements]


def _all_statements(network: Network) -> Iterable[Statement]:
    for _, says in network.graph.nodes(data="says"):
        yield from says
    for fact in network.evidence.facts.values():
        yield from fact.says


def _property(name: str) -> Words:
    return words.term(name) or words.same(in_words(name.replace(":", "/")))


def _fact(evidence: Evidence, name: str, says: _Says, passages: Mapping[str, int]) -> dict[str, Json]:
    fact = evidence.facts[name]
    quotes = [passages[each] for each in fact.passages]
    return _filled({"type": fact.type, "rule": fact.rule, "says": says.all(fact.says), "quotes": quotes})


def _classes(texts: Texts, network: Network) -> dict[str, int]:
    found = {fact.type for fact in network.evidence.facts.values()}
    return {name: texts.number(words.term(f"gov:{name}") or words.same(in_words(name))) for name in sorted(found)}


def _quote(evidence: Evidence, name: str, articles: Mapping[str, int]) -> dict[str, Json]:
    quote = evidence.passages[name]
    record = {
        "exact": quote.exact,
        "before": quote.before,
        "after": quote.after,
        "article": articles.get(quote.article),
    }
    return {**_filled(record), "start": quote.start, "end": quote.end}


def _articles(evidence: Evidence) -> list[dict[str, Json]]:
    stories = _numbers(sorted({article.story for article in evidence.articles.values()}))
    return [
        _filled(
            {
                "id": each.id,
                "title": each.title,
                "language": each.language,
                "date": each.date,
                "publisher": each.publisher,
                "url": each.url,
                "story": stories[each.story],
            }
        )
        for each in evidence.articles.values()
    ]


def _region(region: Region, texts: Texts, facets: Facets, things: Mapping[str, int]) -> dict[str, Json]:
    name = facets.called[region.zone] if region.zone else words.page_words()["country"]
    return {
        "label": texts.number(name),
        "x": region.place[0],
        "y": region.place[1],
        "radius": region.radius,
        "guests": [[things[node], x, y] for node, (x, y) in sorted(region.guests.items())],
    }
