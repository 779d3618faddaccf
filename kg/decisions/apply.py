"""Resolving as people decided: wrong facts and words stay out, and their word on who is one wins over the evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.decisions.joined import joinable, joined
from kg.decisions.wrong import without_facts, without_words
from kg.graph.iris import FOLDERS, StatedFact, reference
from kg.model import Decision, Person, Reading, Verdict
from kg.names.spelling import fold, normal
from kg.resolve import Resolved, resolve
from kg.resolve.identity import name_key
from kg.resolve.people import Candidate, Individual, PersonKey, contradictions, locals_of
from kg.resolve.rewrite import all_things

Pair = tuple[str, str]
PersonPair = tuple[PersonKey, PersonKey]


@dataclass(frozen=True, slots=True)
class Settled:
    """What the articles state, as people decided."""

    resolved: Resolved
    unmet: Mapping[Decision, str]
    """Decisions that these articles give no ground for, each with what is wrong with it."""
    unsure: frozenset[PersonPair] = frozenset()
    """The pairs of people whom somebody looked at and could not tell."""

    def candidates(self) -> Iterator[Candidate]:
        """The pairs of people that are open, nobody having looked at them yet, those with most evidence first."""
        keys = {one.person: _keys(one) for one in self.resolved.people.individuals}
        for pair in self.resolved.people.candidates():
            sides = product(keys[pair.left], keys[pair.right])
            if not any((left, right) in self.unsure or (right, left) in self.unsure for left, right in sides):
                yield pair


def settle(readings: Iterable[Reading], decisions: Iterable[Decision]) -> Settled:
    """Resolve the readings as decided; the order of either does not matter."""
    given = tuple(sorted(readings, key=lambda reading: reading.article.id))
    decided = tuple(sorted(set(decisions)))
    if not decided:
        return Settled(resolve(given), {})
    unmet: dict[Decision, str] = {}
    wrong = [one for one in decided if one.verdict is Verdict.WRONG]
    kept = _without_wrong(given, wrong, unmet)
    pairs = _Pairs.of(kept, [one for one in decided if one.verdict is not Verdict.WRONG], unmet)
    same, different = pairs.people(Verdict.SAME), pairs.people(Verdict.DIFFERENT)
    unmet |= _contradicted(same, different)
    resolved = resolve(kept, same, different)
    resolved = joined(resolved, pairs.things())
    unsure = frozenset(pairs.people(Verdict.UNSURE))
    return Settled(replace(resolved, readings=given, decisions=decided), unmet, unsure)


def _keys(individual: Individual) -> set[PersonKey]:
    """All keys under which an individual can be referred to."""
    return {key for local in individual.profile.members for key in (local.plain, local.exact)}


# ---------------------------------------------------------------- what is wrong


def _without_wrong(
    given: Sequence[Reading], wrong: Iterable[Decision], unmet: dict[Decision, str]
) -> tuple[Reading, ...]:
    """The readings without the words, then without the facts, that people judged wrong."""
    of_words = defaultdict(list)
    of_facts = {}
    for decision in wrong:
        if decision.right:
            of_words[decision.left].append(decision)
        else:
            of_facts[decision.left] = decision
    readings = tuple(_unsaid(given, of_words, unmet))
    if not of_facts:
        return readings
    first = resolve(readings)
    stated = {reference(fact) for fact in first.facts if isinstance(fact, StatedFact)}
    unmet |= {one: f"no fact {one.left} is read" for one in of_facts.values() if one.left not in stated}
    return tuple(without_facts(readings, first, of_facts))


def _unsaid(
    given: Iterable[Reading], wrong: Mapping[str, Sequence[Decision]], unmet: dict[Decision, str]
) -> Iterator[Reading]:
    left = dict(wrong)
    for reading in given:
        decisions = left.pop(reading.article.id, ())
        without, met = without_words(reading, [one.right for one in decisions])
        unmet |= {one: f"no fact of {one.left} rests on these words" for one in decisions if one.right not in met}
        yield without
    unmet |= {one: f"there is no article {one.left}" for decisions in left.values() for one in decisions}


# ---------------------------------------------------------------- who is one


@dataclass(frozen=True, slots=True)
class _Pairs:
    """What people said of pairs of things, as references that these articles know."""

    told: Mapping[Verdict, Mapping[Pair, Decision]]
    keys: Mapping[str, PersonKey]

    @classmethod
    def of(cls, readings: Sequence[Reading], decisions: Iterable[Decision], unmet: dict[Decision, str]) -> "_Pairs":
        """The pairs of the decisions; those that cannot be followed go to `unmet`."""
        known = _Known.of(readings)
        told: defaultdict[Verdict, dict[Pair, Decision]] = defaultdict(dict)
        for decision in decisions:
            sides = (known.referred(decision.left), known.referred(decision.right))
            fault = next(filter(None, (known.fault(side) for side in sides)), None) or _mismatch(decision, sides)
            if fault:
                unmet[decision] = fault
            else:
                told[decision.verdict][sides] = decision
        return cls(told, known.keys)

    def people(self, verdict: Verdict) -> dict[PersonPair, Decision]:
        """The pairs of people with a verdict, and who says so."""
        told = self.told.get(verdict, {}).items()
        return {(self.keys[pair[0]], self.keys[pair[1]]): decision for pair, decision in told if pair[0] in self.keys}

    def things(self) -> Iterator[Pair]:
        """The pairs of other things that are one."""
        return (pair for pair in self.told.get(Verdict.SAME, ()) if pair[0] not in self.keys)


def _contradicted(same: Mapping[PersonPair, Decision], different: Mapping[PersonPair, Decision]) -> dict[Decision, str]:
    """The decisions that two are different who are one by a chain of others."""
    found = contradictions(tuple(same), tuple(different))
    return {different[pair]: "other rows, one after another, say that the two are the same" for pair in found}


def _mismatch(decision: Decision, sides: Pair) -> str | None:
    """Why a verdict cannot be followed for two things that are known."""
    left, right = (side.partition("/")[0] for side in sides)
    if left != right:
        return f"a {left} and a {right} cannot be {decision.verdict.value}"
    if left != FOLDERS[Person] and decision.verdict is Verdict.DIFFERENT:
        return f"a {left} is told by its IRI alone: only people can be told apart"
    return None


@dataclass(frozen=True, slots=True)
class _Known:
    """The people and things of some articles, before people's decisions on who is one."""

    keys: Mapping[str, PersonKey]
    things: Mapping[str, object]
    named: Mapping[str, frozenset[str]]
    """The references of the individuals that bear a name, by the name's key and by the name with diacritics."""

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> "_Known":
        resolved = resolve(readings)
        keys = {key for local in locals_of(readings, ()) for key in local.keys}
        named: defaultdict[str, set[str]] = defaultdict(set)
        people = {thing for fact in resolved.facts for thing in all_things(fact) if isinstance(thing, Person)}
        for person in people:
            for name in _names(person):
                named[name].add(reference(person))
        return cls(
            {reference(Person(*key)): key for key in keys},
            joinable(resolved),
            {name: frozenset(found) for name, found in named.items()},
        )

    def referred(self, text: str) -> str:
        """The reference that a cell of the table stands for: itself, or that of the only one who bears the name."""
        found = self.named.get(_exactly(text)) or self.named.get(name_key(fold(text)), frozenset())
        return next(iter(found)) if len(found) == 1 and "/" not in text else text

    def fault(self, side: str) -> str | None:
        """Why a reference is of no use."""
        if side in self.keys or side in self.things:
            return None
        if "/" in side:
            return f"no {side.partition('/')[0]} {side} is known"
        several = sorted(self.named.get(_exactly(side)) or self.named.get(name_key(fold(side)), frozenset()))
        return f"{side} is the name of {len(several)}: {', '.join(several)}" if several else f"nobody is called {side}"


def _names(person: Person) -> set[str]:
    texts = {person.name, person.label, *person.readings, *(spelling.text for spelling in person.spellings)}
    return {key for text in texts if text for key in (name_key(fold(text)), _exactly(text))}


def _exactly(name: str) -> str:
    return f"={normal(name).casefold()}"
