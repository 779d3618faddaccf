"""Who is who across articles: a person is one where the names agree and the articles give the same post, body or place.

A name alone joins nobody. What joins is evidence that two articles share: a body in which both give the person a post,
the place at whose level both give a current post, or that they are versions of one story. A cluster must agree as a
whole: if it holds two names that exclude each other ("Trinh" and "Chinh", "Hà" and "Hạ"), what only a transcription
joins is taken apart, then what lacks diacritics; who is in doubt stays apart.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from kg.model import Body, NameMention, Person, PersonnelAct, Reading, Spelling, Tenure
from kg.names.spelling import fold, normal
from kg.resolve.bodies import identified
from kg.resolve.clusters import clusters
from kg.resolve.identity import name_key
from kg.resolve.rewrite import all_things

Key = tuple[str, str, str, str]
"""A person as one article knows him or her: its id, the name's key, the anchor, the name with diacritics if told."""
Evidence = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Local:
    """A person as one article tells."""

    key: Key
    name: str
    label: str
    """The name with diacritics, if the article gives it."""
    forms: frozenset[str]
    """Keys of the ASCII names that the spellings can stand for."""
    readings: frozenset[str]
    spellings: frozenset[Spelling]
    evidence: frozenset[Evidence]


@dataclass(frozen=True, slots=True)
class People:
    """Who the persons of all articles are."""

    by_key: Mapping[Key, Person]
    same: Mapping[Person, tuple[Person, ...]]
    """The other names and anchors under which a person was found: IRIs that stay valid."""

    def person(self, article: str, person: Person) -> Person:
        """The individual whom a person of an article is."""
        return self.by_key[key_of(article, person)]


def key_of(article: str, person: Person) -> Key:
    """The key of a person within an article."""
    return article, name_key(person.name), person.anchor, _accented(person.label)


def _accented(label: str) -> str:
    """A name with diacritics in one form, for comparison; empty for one without."""
    return "" if label.isascii() else normal(label).casefold()


def people_of(readings: Sequence[Reading], stories: Sequence[Sequence[str]]) -> People:
    """The individuals of all readings; the order of the readings does not matter."""
    story_of = {article: story[0] for story in stories for article in story}
    members = [local for reading in readings for local in _locals(reading, story_of)]
    return _named(list(_individuals(members, _COARSE_TO_FINE)))


# ---------------------------------------------------------------- what one article tells of a person


def _locals(reading: Reading, story_of: Mapping[str, str]) -> Iterator[Local]:
    article = reading.article.id
    persons: defaultdict[Key, set[Person]] = defaultdict(set)
    spellings: defaultdict[Key, set[Spelling]] = defaultdict(set)
    evidence: defaultdict[Key, set[Evidence]] = defaultdict(set)
    for fact in reading.facts:
        for thing in all_things(fact):
            if isinstance(thing, Person):
                persons[key_of(article, thing)].add(thing)
        if isinstance(fact, NameMention):
            spellings[key_of(article, fact.person)].add(fact.spelling)
        if isinstance(fact, Tenure | PersonnelAct):
            evidence[key_of(article, fact.person)].update(_evidence(fact))
    for key in persons:
        told = {("story", story_of[article], key[2])} if article in story_of else set()
        yield _local(key, persons[key], spellings[key], frozenset(evidence[key] | told))


def _local(key: Key, persons: set[Person], spellings: set[Spelling], evidence: frozenset[Evidence]) -> Local:
    names = sorted({person.name for person in persons})
    readings = {reading for person in persons for reading in person.readings} | set(names[1:])
    return Local(
        key,
        names[0],
        min(person.label for person in persons) if key[3] else "",
        frozenset(map(name_key, readings | {names[0]})),
        frozenset(readings),
        frozenset(spellings.union(*(person.spellings for person in persons))),
        evidence,
    )


def _evidence(fact: Tenure | PersonnelAct) -> Iterator[Evidence]:
    if isinstance(fact, Tenure):
        yield from _of_body(fact.body)
        if fact.current:
            yield from _of_place(fact.body)
    else:
        for body in (fact.post_body, fact.from_body):
            if body is not None:
                yield from _of_body(body)


def _of_body(body: Body) -> Iterator[Evidence]:
    if identified(body):
        yield "body", body


def _of_place(body: Body) -> Iterator[Evidence]:
    if body.place is not None and body.level not in {None, "central"}:
        yield "place", body.level, body.place


# ---------------------------------------------------------------- who hangs together


def _by_form(local: Local) -> Iterable[str]:
    return local.forms


def _by_name(local: Local) -> Iterable[str]:
    return (local.key[1],)


def _by_label(local: Local) -> Iterable[str]:
    return (local.key[3] or local.key[1],)


_COARSE_TO_FINE: tuple[Callable[[Local], Iterable[str]], ...] = (_by_form, _by_name, _by_label)


def _individuals(members: Sequence[Local], by: Sequence[Callable[[Local], Iterable[str]]]) -> Iterator[list[Local]]:
    """Those who share a name and a piece of evidence; taken apart by finer names where they do not agree as a whole."""
    known = {local.key: local for local in members}
    sharing: defaultdict[tuple[str, Evidence], list[Key]] = defaultdict(list)
    for local in members:
        for name in by[0](local):
            for piece in local.evidence:
                sharing[name, piece].append(local.key)
    for keys in clusters(known, sharing.values()):
        group = [known[key] for key in keys]
        if len(by) == 1 or _agree(group):
            yield group
        else:
            yield from _individuals(group, by[1:])


def _agree(members: Sequence[Local]) -> bool:
    """Whether no two names of the members exclude each other."""
    if len({local.key[3] for local in members if local.key[3]}) > 1:
        return False
    distinct = {local.forms for local in members}
    return all(first & second for first, second in combinations(distinct, 2))


# ---------------------------------------------------------------- one person for each group


def _named(groups: Sequence[Sequence[Local]]) -> People:
    claims = Counter(name for group in groups for name in {_plain(local) for local in group})
    by_key: dict[Key, Person] = {}
    same: dict[Person, tuple[Person, ...]] = {}
    for group in groups:
        names = sorted({_plain(local) if claims[_plain(local)] == 1 else _exact(local) for local in group})
        person = _person(group, *names[0])
        by_key |= {local.key: person for local in group}
        if len(names) > 1:
            same[person] = tuple(Person(name, anchor) for name, anchor in names[1:])
    return People(by_key, same)


def _plain(local: Local) -> tuple[str, str]:
    """Name and anchor; the article's id belongs to the anchor of a person whom no post identifies."""
    told = any(piece[0] != "story" for piece in local.evidence)
    return (local.key[1], local.key[2]) if told else _exact(local)


def _exact(local: Local) -> tuple[str, str]:
    article, name, anchor, accented = local.key
    sum_ = f"_{sha256(accented.encode()).hexdigest()[:8]}" if accented else ""
    return name, f"{anchor}_{article}{sum_}"


def _person(group: Sequence[Local], name: str, anchor: str) -> Person:
    label = _label(group)
    names = {local.name for local in group} | {form for local in group for form in local.readings}
    spellings = sorted({spelling for local in group for spelling in local.spellings})
    own = next(local.name for local in group if local.key[1] == name)
    others = tuple(sorted(names - {label, fold(label)}))
    return Person(own, anchor, label, tuple(spellings), others)


def _label(group: Sequence[Local]) -> str:
    """The form most articles give: with diacritics if any does, else a name that stands so in a text if any does."""
    accented = Counter(local.label for local in group if local.label)
    ascii_names = Counter(local.name for local in group)
    met = {fold(spelling.text) for local in group for spelling in local.spellings}
    counts = accented or ascii_names
    return min(counts, key=lambda label: (label not in met and label in ascii_names, -counts[label], label))
