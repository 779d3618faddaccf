"""What people judged wrong, taken out of the readings before anything is resolved."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.graph.iris import StatedFact, reference
from kg.model import Fact, NameMention, Passage, Reading
from kg.resolve import Resolved

Words = Mapping[str, Collection[str]]
"""The wrong words of each article, by its id."""


def without_words(reading: Reading, words: Collection[str]) -> tuple[Reading, frozenset[str]]:
    """The reading without the facts that rest on any of the words; with those of the words that it did hold."""
    passages = [(fact, passage) for fact in reading.facts for passage in fact.passages]
    met = {one: frozenset(_spans(one, passages)) for one in words}
    wrong = frozenset().union(*met.values())
    facts = tuple(fact for fact in reading.facts if not any(_touches(passage, wrong) for passage in fact.passages))
    return replace(reading, facts=facts), frozenset(one for one, spans in met.items() if spans)


def _spans(words: str, passages: Iterable[tuple[Fact, Passage]]) -> Iterator[tuple[int, int]]:
    """Where words stand inside passages, and the passages of facts that stand inside the words."""
    for fact, passage in passages:
        at = passage.exact.find(words)
        while at >= 0:
            yield passage.start + at, passage.start + at + len(words)
            at = passage.exact.find(words, at + 1)
        if passage.exact in words and not isinstance(fact, NameMention):
            yield passage.start, passage.end


def _touches(passage: Passage, spans: Collection[tuple[int, int]]) -> bool:
    return any(start < passage.end and passage.start < end for start, end in spans)


def without_facts(readings: Iterable[Reading], resolved: Resolved, wrong: Collection[str]) -> Iterator[Reading]:
    """The readings without what gave the facts of the graph that are wrong, given by folder and ident."""
    facts = iter(resolved.facts)
    for reading in readings:
        kept = tuple(fact for fact, stated in zip(reading.facts, facts, strict=False) if not _is(stated, wrong))
        yield replace(reading, facts=kept)


def _is(fact: Fact, references: Collection[str]) -> bool:
    return isinstance(fact, StatedFact) and reference(fact) in references
