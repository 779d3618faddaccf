"""Who is who across articles: a person is one where the names agree and the articles give the same post, body or place.

    offices      posts as evidence: how many hold one, which go together, which exclude each other
    locals       a person as one article tells
    profiles     what several articles tell of one person, and what excludes that two are one
    steps        groups that share evidence join where nothing excludes it
    misspelling  names that are one but for a letter or a syllable
    joining      the steps, from the strongest evidence to the weakest
    naming       IRI, label and spellings of each individual
    compare      two people side by side: all the evidence for and against
    candidates   pairs that are open, for a person to decide

A name alone joins nobody; docs/identity.md says what joins and what keeps apart. People's decisions win over evidence:
`same` and `different` are pairs of person keys, the two parts of a person's IRI ("doan-thu-ha", "lang-son").
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Person, Reading
from kg.resolve.clusters import clusters
from kg.resolve.people.candidates import open_pairs
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.joining import joined
from kg.resolve.people.locals import Key, PersonKey, key_of, locals_of
from kg.resolve.people.naming import named
from kg.resolve.people.profiles import Judge, Profile

__all__ = ["Candidate", "Evidence", "Individual", "People", "PersonKey", "contradictions", "locals_of", "people_of"]

Pairs = Collection[tuple[PersonKey, PersonKey]]


@dataclass(frozen=True, slots=True)
class Individual:
    """A person, and all that was found to be about him or her."""

    person: Person
    others: tuple[Person, ...]
    """The other names and anchors under which the person was found: IRIs that stay valid."""
    profile: Profile


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two people who may be one: nothing joined them, and nothing sure keeps them apart."""

    left: Person
    right: Person
    supporting: tuple[Evidence, ...]
    opposing: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Who the persons of all articles are."""

    by_key: Mapping[Key, Person]
    individuals: tuple[Individual, ...]
    judge: Judge
    """What people decided, and what else keeps apart."""

    @property
    def same(self) -> dict[Person, tuple[Person, ...]]:
        """The other names and anchors of those who were found under several."""
        return {one.person: one.others for one in self.individuals if one.others}

    def person(self, article: str, person: Person) -> Person:
        """The individual whom a person of an article is."""
        return self.by_key[key_of(article, person)]

    def candidates(self) -> Iterator[Candidate]:
        """The pairs that are open, those with most evidence first."""
        for pair in open_pairs([one.profile for one in self.individuals], self.judge):
            left, right = self.individuals[pair.left].person, self.individuals[pair.right].person
            yield Candidate(left, right, pair.supporting, pair.opposing)


def people_of(
    readings: Sequence[Reading],
    stories: Sequence[Sequence[str]],
    same: Pairs = (),
    different: Pairs = (),
) -> People:
    """The individuals of all readings; the order of the readings does not matter.

    `same` pairs are joined whatever the evidence, `different` pairs kept apart, also where a chain of evidence (or of
    `same` pairs: check these with `contradictions`) leads from one to the other: the weakest link of it is cut.
    """
    foes: defaultdict[PersonKey, set[PersonKey]] = defaultdict(set)
    for left, right in different:
        foes[left].add(right)
        foes[right].add(left)
    judge = Judge({key: frozenset(others) for key, others in foes.items()})
    profiles = joined(locals_of(readings, stories), judge, same)
    found = [
        Individual(person, others, profile) for profile, (person, others) in zip(profiles, named(profiles), strict=True)
    ]
    by_key = {local.key: one.person for one in found for local in one.profile.members}
    return People(by_key, tuple(found), judge)


def contradictions(same: Pairs, different: Pairs) -> tuple[tuple[PersonKey, PersonKey], ...]:
    """The `different` pairs that `same` pairs, directly or through others, say to be one; sorted.

    >>> contradictions([(("a", "x"), ("b", "x")), (("b", "x"), ("c", "x"))], [(("c", "x"), ("a", "x"))])
    ((('c', 'x'), ('a', 'x')),)
    """
    keys = {key for pair in (*same, *different) for key in pair}
    home = {key: number for number, group in enumerate(clusters(keys, list(same))) for key in group}
    return tuple(sorted((left, right) for left, right in different if home[left] == home[right]))
