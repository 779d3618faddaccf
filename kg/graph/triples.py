"""Resolved facts -> the triples of the graph: facts, the things that they speak of, their evidence, the codes used."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pyoxigraph import NamedNode, Triple

from kg.graph.dataset import described
from kg.graph.iris import Iris, StatedFact, Thing
from kg.graph.readings import kept
from kg.graph.statements import PARTS, Stater
from kg.graph.things import Describer, larger_places, triples_of
from kg.graph.values import coded, date, node, plain, typed
from kg.graph.vocabulary import triples_for
from kg.graph.wikidata import roles
from kg.model import (
    Article,
    Body,
    Citation,
    Decision,
    Document,
    Fact,
    Gathering,
    Meeting,
    NameMention,
    Participation,
    Passage,
    Person,
    Place,
    Tenure,
)
from kg.names.gazetteer import gazetteer
from kg.resolve import Resolved
from kg.resolve.organisation import with_kin
from kg.resolve.rewrite import all_things


def triples(resolved: Resolved, base: str, licence: str | None = None) -> list[Triple]:
    """Everything the graph says, sorted; the same for the same facts in any order.

    `licence` is the address of the licence under which the graph is given on, if whoever builds it names one.
    """
    iris = Iris(base)
    articles = {article.id: article for article in resolved.articles}
    stater = Stater(iris, articles, _strongest_parts(resolved.facts), _tenures(resolved.facts))
    things = _things(resolved)
    describer = Describer(iris, articles, resolved.titles, {thing for thing in things if isinstance(thing, Body)})
    found = {
        *chain.from_iterable(stater.triples(fact) for fact in resolved.facts if isinstance(fact, StatedFact)),
        *chain.from_iterable(describer.triples(thing) for thing in things),
        *_attested(resolved.facts, articles, iris),
        *_named_in(resolved.facts, iris),
        *_mentions(resolved.facts, iris),
        *_kinships(resolved, iris),
        *_readings(resolved, iris),
        *_decisions(resolved.decisions, iris),
    }
    found |= set(_codes(found))
    return sorted(found | described(found, resolved.articles, iris, licence), key=_order)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its types first."""
    predicate = triple.predicate.value
    return str(triple.subject), predicate != node("rdf:type").value, predicate, str(triple.object)


# ---------------------------------------------------------------- what the facts speak of


def _things(resolved: Resolved) -> Sequence[Thing]:
    """Every thing of the graph: named in facts, bodies and places that these make known, articles, passages."""
    named = {thing for fact in resolved.facts for thing in all_things(fact)}
    bodies = with_kin(thing for thing in named if isinstance(thing, Body))
    places = {place for thing in (*named, *_places(bodies)) for place in _with_kin(thing)}
    passages = {passage for fact in resolved.facts for passage in fact.passages}
    return (*(named | bodies | places), *resolved.articles, *passages)


def _places(bodies: Iterable[Body]) -> Iterator[Place]:
    return (body.place for body in bodies if body.place is not None)


def _with_kin(thing: Thing) -> Iterator[Place]:
    """A place with all that it lies in and all that followed it."""
    if isinstance(thing, Place):
        yield thing
        for kin in (*larger_places(thing), *gazetteer().successors(thing)):
            yield from _with_kin(kin)


def _tenures(facts: Iterable[Fact]) -> Mapping[Person, list[Tenure]]:
    found: defaultdict[Person, list[Tenure]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Tenure):
            found[fact.person].append(fact)
    return found


def _strongest_parts(facts: Iterable[Fact]) -> Mapping[tuple[Person | Body, Meeting], str]:
    order = list(PARTS)
    found: dict[tuple[Person | Body, Meeting], str] = {}
    for fact in facts:
        if isinstance(fact, Participation):
            key = (fact.participant, fact.meeting)
            found[key] = min(fact.part, found.get(key, fact.part), key=order.index)
    return found


# ---------------------------------------------------------------- what several facts tell together


def _attested(facts: Iterable[Fact], articles: Mapping[str, Article], iris: Iris) -> Iterator[Triple]:
    """The dates of the first and the last article that states a tenure."""
    dates: defaultdict[NamedNode, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact, Tenure):
            published = {articles[passage.article].published for passage in fact.passages}
            dates[iris.of(fact)].update(day for day in published if day)
    for tenure, days in dates.items():
        if days:
            ends = (("gov:attestedFirst", date(min(days))), ("gov:attestedLast", date(max(days))))
            yield from triples_of(tenure, (), ends)


def _named_in(facts: Iterable[Fact], iris: Iris) -> Iterator[Triple]:
    """Where documents and meetings are named: by citations, else by any fact about them."""
    named: defaultdict[NamedNode, set[Passage]] = defaultdict(set)
    spoken_of: defaultdict[NamedNode, set[Passage]] = defaultdict(set)
    for fact in facts:
        for thing in all_things(fact):
            if isinstance(thing, Document | Meeting):
                kind = named if isinstance(fact, Citation | Gathering) else spoken_of
                kind[iris.of(thing)].update(fact.passages)
    for subject, passages in (spoken_of | named).items():
        yield from triples_of(subject, (), (("gov:namedIn", iris.of(passage)) for passage in passages))


def _mentions(facts: Iterable[Fact], iris: Iris) -> Iterator[Triple]:
    for fact in facts:
        if isinstance(fact, NameMention):
            for passage in fact.passages:
                refers = (("gov:refersTo", iris.of(fact.person)),)
                yield from triples_of(iris.of(passage), ("gov:Mention",), refers)


def _kinships(resolved: Resolved, iris: Iris) -> Iterator[Triple]:
    """People and meetings under further names, and versions of one story."""
    for thing, others in resolved.same.items():
        for other in others:
            yield Triple(iris.of(other), node("owl:sameAs"), iris.of(thing))
    nodes = {article.id: iris.of(article) for article in resolved.articles}
    for story in resolved.stories:
        for article in story:
            versions = (("gov:sameStory", nodes[other]) for other in story if other != article)
            yield from triples_of(nodes[article], (), versions)


# ---------------------------------------------------------------- what makes the graph stand alone


def _readings(resolved: Resolved, iris: Iris) -> Iterator[Triple]:
    """What each article alone states, so that the graph can be united with others and resolved again."""
    stated = {passage for fact in resolved.facts for passage in fact.passages}
    for reading in resolved.readings:
        yield Triple(iris.of(reading.article), node("gov:reading"), typed(kept(reading, stated), "rdf:JSON"))


def _decisions(decisions: Iterable[Decision], iris: Iris) -> Iterator[Triple]:
    """What people decided, so that it holds when the graph is united with others."""
    for decision in decisions:
        pairs = (
            ("gov:verdict", coded("gov", decision.verdict)),
            ("gov:left", plain(decision.left)),
            ("gov:right", plain(decision.right)),
            ("dct:description", plain(decision.reason)),
        )
        yield from triples_of(iris.of(decision), ("gov:Decision",), pairs)


def _codes(found: Iterable[Triple]) -> Iterator[Triple]:
    """The labels of every code that the graph uses, and what the roles are elsewhere."""
    objects = {triple.object for triple in found if isinstance(triple.object, NamedNode)}
    yield from roles(objects)
    for used in sorted(term.value for term in objects):
        yield from triples_for(used)
