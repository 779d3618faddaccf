"""What the details panel of a page shows: things and facts in words, their quotes and the articles these stand in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.graph.terms import CODE, GOV, iri, short
from kg.views import words
from kg.views.words import Words

LABELS = tuple(NamedNode(iri(name)) for name in ("rdfs:label", "skos:prefLabel"))
SPELLINGS = tuple(
    NamedNode(iri(name)) for name in ("skos:altLabel", "skos:hiddenLabel", "gov:name", "gov:number", "dct:title")
)
TYPE = NamedNode(iri("rdf:type"))
SOURCE = NamedNode(iri("prov:wasDerivedFrom"))
RULE = NamedNode(iri("gov:rule"))
SAME_STORY = NamedNode(iri("gov:sameStory"))
UNSAID = {*LABELS, *SPELLINGS[:3], TYPE, SOURCE, RULE}

Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Statement:
    """One property of a thing or a fact, in words."""

    property: str
    """The property's prefixed name: "org:role"."""
    value: Words


@dataclass(frozen=True, slots=True)
class FactDetail:
    """A fact as the panel tells it."""

    type: str
    """The local name of its class: "Tenure"."""
    rule: str
    says: tuple[Statement, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageDetail:
    """A quote, with the words around it where the graph has them."""

    exact: str
    before: str
    after: str
    start: int
    end: int
    article: str


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """An article that quotes are from."""

    id: str
    title: str
    language: str
    date: str
    publisher: str
    url: str
    story: str
    """The IRI, first in order, of the articles that tell the same story, this one among them."""


def values(store: Store, subject: NamedNode, predicate: NamedNode) -> list[Term]:
    """The objects of a subject's property, in a fixed order."""
    quads = store.quads_for_pattern(subject, predicate, None)
    return sorted((_plain(quad.object) for quad in quads), key=str)


def _plain(term: NamedNode | Literal | BlankNode | Triple) -> Term:
    """Return the term as what a graph file holds; another one's text stands for it."""
    return term if isinstance(term, NamedNode | Literal) else Literal(str(term))


def text(store: Store, subject: NamedNode, name: str) -> str:
    """The first value of a property by its prefixed name, "" if there is none."""
    found = values(store, subject, NamedNode(iri(name)))
    return found[0].value if found else ""


def in_words(name: str) -> str:
    """A term's local name as words.

    >>> in_words("https://w3id.org/govkg/ontology#attestedFirst")
    'attested first'
    """
    local = re.split(r"[#/]", name)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).replace("-", " ").lower()


def label(store: Store, term: Term) -> Words:
    """What to call a term in each language: a literal's text, a thing's label, or the words of its IRI."""
    if isinstance(term, Literal):
        return words.same(term.value)
    found: dict[str, str] = {}
    for name in (name for predicate in LABELS for name in values(store, term, predicate)):
        found.setdefault((name.language or "") if isinstance(name, Literal) else "", name.value)
    return words.choose(found) or words.term(term.value) or words.same(in_words(term.value))


def spellings(store: Store, thing: NamedNode) -> tuple[str, ...]:
    """Every label and spelling of a thing, sorted."""
    return tuple(sorted({value.value for name in (*LABELS, *SPELLINGS) for value in values(store, thing, name)}))


def kind(store: Store, thing: NamedNode) -> str:
    """The local name of a thing's class in the ontology ("Person"), "" where it has none."""
    classes = [value.value for value in values(store, thing, TYPE) if value.value.startswith(GOV)]
    return classes[0].removeprefix(GOV) if classes else ""


def describe(store: Store, thing: NamedNode) -> tuple[Statement, ...]:
    """A thing's own properties: texts, dates and codes, not its links to other things."""
    return tuple(
        statement
        for statement, value in _statements(store, thing)
        if isinstance(value, Literal) or value.value.startswith(CODE)
    )


def fact(store: Store, node: NamedNode) -> FactDetail:
    """A fact with all that it says."""
    says = tuple(statement for statement, _ in _statements(store, node))
    passages = tuple(value.value for value in values(store, node, SOURCE))
    return FactDetail(kind(store, node), text(store, node, "gov:rule"), says, passages)


def _statements(store: Store, subject: NamedNode) -> list[tuple[Statement, Term]]:
    quads = [quad for quad in store.quads_for_pattern(subject, None, None) if quad.predicate not in UNSAID]
    terms = [(quad.predicate.value, _plain(quad.object)) for quad in quads]
    said = [(Statement(short(predicate), label(store, term)), term) for predicate, term in terms]
    return sorted(said, key=lambda pair: (pair[0].property, pair[0].value, str(pair[1])))


def passage(store: Store, node: NamedNode) -> PassageDetail:
    """A passage's quote and where it stands."""
    return PassageDetail(
        exact=text(store, node, "oa:exact"),
        before=text(store, node, "oa:prefix"),
        after=text(store, node, "oa:suffix"),
        start=int(text(store, node, "oa:start") or 0),
        end=int(text(store, node, "oa:end") or 0),
        article=text(store, node, "gov:inArticle"),
    )


def article(store: Store, node: NamedNode) -> ArticleDetail:
    """An article's headline (or id), date and link."""
    identifier = text(store, node, "dct:identifier")
    return ArticleDetail(
        id=identifier,
        title=text(store, node, "schema:headline") or identifier,
        language=text(store, node, "schema:inLanguage"),
        date=text(store, node, "schema:datePublished"),
        publisher=text(store, node, "schema:publisher"),
        url=text(store, node, "schema:url"),
        story=min({node.value, *_versions(store, node)}),
    )


def _versions(store: Store, node: NamedNode) -> Iterator[str]:
    """The other articles that tell the same story, whichever of the two says so."""
    for quad in store.quads_for_pattern(node, SAME_STORY, None):
        yield _plain(quad.object).value
    for quad in store.quads_for_pattern(None, SAME_STORY, node):
        yield str(getattr(quad.subject, "value", quad.subject))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The facts of a page with their quotes and articles, each by its IRI."""

    facts: dict[str, FactDetail]
    passages: dict[str, PassageDetail]
    articles: dict[str, ArticleDetail]


def collect(store: Store, facts: Iterable[str], passages: Iterable[str]) -> Evidence:
    """All that a page quotes: these facts, their passages, further passages, and the articles of all these."""
    told = {name: fact(store, NamedNode(name)) for name in sorted(set(facts))}
    wanted = {*passages, *(name for detail in told.values() for name in detail.passages)}
    quoted = {name: passage(store, NamedNode(name)) for name in sorted(wanted)}
    sources = sorted({detail.article for detail in quoted.values()} - {""})
    return Evidence(told, quoted, {name: article(store, NamedNode(name)) for name in sources})
