"""A graph as exporters ask it: things by class, values, labels in one language, the evidence of facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError
from kg.exports.base import Source
from kg.graph.store import load
from kg.graph.terms import GOV
from kg.graph.values import node
from kg.graph.vocabulary import RDF_TYPE, fact_classes, labels

Term = NamedNode | Literal
PLACES: Final = ("gov:jurisdiction", "schema:location", "gov:of")
"""The properties by which bodies, meetings and targets tell their place."""
NAMES: Final = (node("rdfs:label"), node("skos:prefLabel"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that states a fact, and the article it stands in; "" for what the graph does not tell."""

    passage: str
    quote: str
    start: int
    """Where it stands in the text of the article, in code points."""
    article: str
    identifier: str
    headline: str
    url: str
    publisher: str
    published: str
    language: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph, read once."""

    store: Store
    language: str
    """The language in which labels are wanted."""
    known: dict[Term, str] = field(default_factory=dict)
    """Labels found so far."""
    articles: dict[NamedNode, tuple[str, str, str, str, str, str]] = field(default_factory=dict)
    """What evidence tells of the articles met so far."""

    # ------------------------------------------------------------ terms

    def of_class(self, name: str) -> list[NamedNode]:
        """The instances of a class given as "gov:Person", by IRI."""
        return self.instances(node(name))

    def instances(self, kind: NamedNode) -> list[NamedNode]:
        """The instances of a class, by IRI."""
        found = (quad.subject for quad in self.store.quads_for_pattern(None, RDF_TYPE, kind))
        return sorted((subject for subject in found if isinstance(subject, NamedNode)), key=str)

    def facts(self) -> Iterator[tuple[NamedNode, NamedNode]]:
        """Every fact with its class, class by class."""
        for kind in fact_classes():
            for fact in self.instances(kind):
                yield fact, kind

    def values(self, subject: NamedNode, name: str) -> list[Term]:
        """The values of a property given as "gov:number", sorted."""
        quads = self.store.quads_for_pattern(subject, node(name), None)
        found = [quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal)]
        return sorted(found, key=str) if len(found) > 1 else found

    def nodes(self, subject: NamedNode, name: str) -> list[NamedNode]:
        """The values of a property that are nodes."""
        return [value for value in self.values(subject, name) if isinstance(value, NamedNode)]

    def node(self, subject: NamedNode, name: str) -> NamedNode | None:
        """The first value of a property that is a node."""
        return next(iter(self.nodes(subject, name)), None)

    def subjects(self, name: str, value: NamedNode) -> list[NamedNode]:
        """The nodes that have a value for a property."""
        found = (quad.subject for quad in self.store.quads_for_pattern(None, node(name), value))
        return sorted((subject for subject in found if isinstance(subject, NamedNode)), key=str)

    def text(self, subject: NamedNode, name: str) -> str:
        """The first value of a property as plain text, "" if there is none."""
        return next((value.value for value in self.values(subject, name)), "")

    def kind(self, thing: NamedNode) -> str:
        """The local name of a thing's or a fact's class in the ontology: "Person"; "Passage" for a mention too."""
        classes = [value.value for value in self.nodes(thing, "rdf:type") if value.value.startswith(GOV)]
        return max(classes, default="").removeprefix(GOV)

    # ------------------------------------------------------------ words

    def label(self, term: Term | None) -> str:
        """What to call a term in the language wanted: a literal's text, a label, or the last part of the IRI."""
        if term is None:
            return ""
        if isinstance(term, Literal):
            return term.value
        if term not in self.known:
            self.known[term] = self._label(term)
        return self.known[term]

    def labels(self, subject: NamedNode, name: str) -> str:
        """The labels of all values of a property, joined by " | "."""
        return " | ".join(dict.fromkeys(self.label(value) for value in self.values(subject, name)))

    def spellings(self, thing: NamedNode) -> list[str]:
        """Every label and spelling of a thing that people write, the label in the language wanted first."""
        names = ("rdfs:label", "skos:altLabel")
        others = {value.value for name in names for value in self.values(thing, name)}
        shown = self.label(thing)
        return [shown, *sorted(others - {shown})]

    def _label(self, term: NamedNode) -> str:
        quads = (quad.object for name in NAMES for quad in self.store.quads_for_pattern(term, name, None))
        found: dict[str | None, str] = {
            value.language: value.value for value in sorted(quads, key=str) if isinstance(value, Literal)
        }
        if not found:
            found.update(labels(term.value).items())
        return _in(found, self.language) or term.value.rsplit("/", 1)[-1]

    def wikidata(self, thing: NamedNode) -> list[str]:
        """What a thing is in Wikidata: "Q33403"."""
        items = (match.value.partition("wikidata.org/entity/")[2] for match in self.nodes(thing, "skos:exactMatch"))
        return [item for item in items if item]

    # ------------------------------------------------------------ places

    def places(self, thing: NamedNode) -> list[NamedNode]:
        """Where a thing belongs: a person where the bodies are in which posts are held, a place to itself."""
        if self.kind(thing) == "Place":
            return [thing]
        posts = [body for name in ("gov:holdsRoleIn", "gov:heldRoleIn") for body in self.nodes(thing, name)]
        held = [place for one in (thing, *posts) for name in PLACES for place in self.nodes(one, name)]
        return [place for one in held for place in (self.places(one) if self.kind(one) == "Body" else [one])]

    def provinces(self, place: NamedNode) -> Iterator[NamedNode]:
        """The provinces that a place is or lies in."""
        if local(self.node(place, "gov:level")) == "province":
            yield place
            return
        for larger in self.nodes(place, "gov:within"):
            yield from self.provinces(larger)

    # ------------------------------------------------------------ evidence

    def evidence(self, fact: NamedNode) -> list[Evidence]:
        """The quotes that state a fact, by article and position."""
        found = map(self.quote, self.nodes(fact, "prov:wasDerivedFrom"))
        return sorted(found, key=lambda quote: (quote.article, quote.start))

    def quote(self, passage: NamedNode) -> Evidence:
        """A passage with its article."""
        article = self.node(passage, "gov:inArticle")
        if article is None:
            raise KgError(f"{passage}: the passage stands in no article; 'kg validate' tells what else is wrong")
        if article not in self.articles:
            self.articles[article] = self._article(article)
        words, start = self.text(passage, "oa:exact"), int(self.text(passage, "oa:start") or 0)
        return Evidence(passage.value, words, start, article.value, *self.articles[article])

    def _article(self, article: NamedNode) -> tuple[str, str, str, str, str, str]:
        """What evidence tells of an article, from its identifier to its language."""
        return (
            self.text(article, "dct:identifier"),
            self.text(article, "schema:headline"),
            self.text(article, "schema:url"),
            self.text(article, "schema:publisher"),
            self.text(article, "schema:datePublished"),
            self.text(article, "schema:inLanguage"),
        )

    def stories(self, quotes: list[Evidence]) -> int:
        """How many stories quotes stand in: versions of one story are one witness."""
        return len({self._story(NamedNode(quote.article)) for quote in quotes})

    def _story(self, article: NamedNode) -> str:
        """The version of a story that sorts first stands for it."""
        return min(version.value for version in (article, *self.nodes(article, "gov:sameStory")))


def read(source: Source) -> Graph:
    """The graph of a file; KgError with file, line and remedy if it cannot be read."""
    return Graph(load(source.path), source.language)


def _in(labels: dict[str | None, str], language: str) -> str:
    """The label in a language, else the one without a language, else in English, else in Vietnamese, else any."""
    wanted = (labels.get(one) for one in (language, None, "en", "vi", *sorted(filter(None, labels))))
    return next(filter(None, wanted), "")


def local(term: NamedNode | None) -> str:
    """The last part of a code's or class's IRI: "chair".

    >>> local(NamedNode("https://w3id.org/govkg/code/role/chair")), local(None)
    ('chair', '')
    """
    return re.split(r"[#/]", term.value)[-1] if term else ""
