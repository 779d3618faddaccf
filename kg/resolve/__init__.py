"""Facts of all articles -> facts about one node per thing; a pure function of the set of readings.

    bodies      what an article leaves open stays its own
    stories     versions of one story: one address, copies, translations
    people      names that agree, and a post, body or place that two articles share
    documents   numbers, issuers' places and years
    meetings    kind, day, host and people that two articles share
    targets     an indicator of a body or place
    statements  what says less joins what says more

`Resolved` is what the graph is made of.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kg.model import Article, Decision, Document, Fact, Meeting, Person, Reading, Spelling, Target
from kg.resolve.bodies import settle_bodies
from kg.resolve.documents import documents_of
from kg.resolve.meetings import meetings_of
from kg.resolve.people import People, PersonKey, people_of
from kg.resolve.rewrite import Thing, rewritten
from kg.resolve.statements import together
from kg.resolve.stories import stories
from kg.resolve.targets import settle_target

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What all articles state, about one node per thing."""

    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    """Each fact of each reading, in their order: several may state one fact of the graph."""
    same: Mapping[Thing, tuple[Thing, ...]]
    """People who were found under further names and anchors, meetings that were found in further articles, and things
    that people judged to be one."""
    titles: Mapping[Document, tuple[Spelling, ...]]
    """The titles of documents, in the languages of the articles."""
    stories: tuple[tuple[str, ...], ...]
    """The ids of articles that are versions of one story."""
    readings: tuple[Reading, ...]
    """What each article alone states, by id: what all of the above was found from."""
    people: People
    """Who is who, and on what evidence."""
    decisions: tuple[Decision, ...] = ()
    """What people decided, sorted."""


def resolve(
    readings: Iterable[Reading],
    same: Collection[tuple[PersonKey, PersonKey]] = (),
    different: Collection[tuple[PersonKey, PersonKey]] = (),
) -> Resolved:
    """Find out which things of different articles are one, and say every fact of that one.

    What people decided on who is the same and who is different wins over the evidence.
    """
    given = tuple(sorted(readings, key=lambda reading: reading.article.id))
    read = [settle_bodies(reading) for reading in given]
    told = stories(read)
    people, documents = people_of(read, told, same, different), documents_of(read, told)
    meetings = meetings_of(read, told, people.person)

    def one(article: str, thing: Thing) -> Thing:
        if isinstance(thing, Person):
            return people.person(article, thing)
        if isinstance(thing, Document):
            return documents.document(article, thing)
        if isinstance(thing, Meeting):
            return meetings.meeting(thing)
        return settle_target(thing, article) if isinstance(thing, Target) else thing

    facts = [fact for reading in read for fact in _about(reading, one)]
    articles = tuple(reading.article for reading in read)
    further: dict[Thing, tuple[Thing, ...]] = {person: tuple(others) for person, others in people.same.items()}
    further |= {meeting: tuple(others) for meeting, others in meetings.reports.items()}
    return Resolved(articles, tuple(together(facts)), further, documents.titles, told, given, people)


def _about(reading: Reading, one: Callable[[str, Thing], Thing]) -> Iterator[Fact]:
    return (rewritten(fact, partial(one, reading.article.id)) for fact in reading.facts)
