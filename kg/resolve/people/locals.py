"""A person as one article tells: name, posts, dates."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from kg.model import NameMention, Person, PersonnelAct, Reading, Spelling, Tenure
from kg.names.spelling import normal, slug
from kg.resolve.identity import name_key
from kg.resolve.people.offices import Post, Posts
from kg.resolve.rewrite import all_things

Key = tuple[str, str, str, str]
"""A person as one article knows him or her: its id, the name's key, the anchor, the name with diacritics if told."""
PersonKey = tuple[str, str]
"""The two parts of a person's IRI: the name's key and the anchor."""
Days = tuple[int, int]
"""The first and the last day (ordinals) that a date as exact as told can mean."""
_DECEMBER = 12


@dataclass(slots=True)
class Held:
    """What an article tells of a person's hold on a post."""

    current: bool = False
    left: bool = False
    """Whether it tells that the post is, or was, given up."""


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
    held: Mapping[Post, Held]
    story: str | None
    """The first article of the story that the article is a version of."""
    published: Days | None

    @property
    def plain(self) -> PersonKey:
        """Name and place of a post."""
        return self.key[1], self.key[2]

    @property
    def bodies(self) -> frozenset[PersonKey]:
        """Name, place of a post, and body of a post: those of a namesake in the same place differ."""
        name, anchor = self.plain
        return frozenset((name, f"{anchor}.{_body_words(post, anchor)}") for post in self.held if post.told)

    @property
    def keys(self) -> frozenset[PersonKey]:
        """All keys that can mean this person of this article."""
        return self.bodies | {self.plain, self.exact}

    @property
    def exact(self) -> PersonKey:
        """Name, place of a post, and article: nobody else's."""
        article, name, anchor, accented = self.key
        sum_ = f"_{sha256(accented.encode()).hexdigest()[:8]}" if accented else ""
        return name, f"{anchor}_{article}{sum_}"

    @property
    def told(self) -> bool:
        """Whether the article tells a body or a place by which the person can be found again."""
        return any(post.told or post.placed for post in self.held)


def _body_words(post: Post, anchor: str) -> str:
    """Kind and field of a body, and its place where the anchor does not tell it."""
    place = slug(post.body.place.name) if post.body.place else ""
    return "-".join(filter(None, (post.body.kind, post.body.field, "" if anchor.endswith(place) else place)))


def key_of(article: str, person: Person) -> Key:
    """The key of a person within an article."""
    return article, name_key(person.name), person.anchor, accented(person.label)


def accented(label: str) -> str:
    """A name with diacritics in one form, for comparison; empty for one without."""
    return "" if label.isascii() else normal(label).casefold()


def locals_of(readings: Sequence[Reading], stories: Sequence[Sequence[str]]) -> Iterator[Local]:
    """Everybody of every article."""
    story_of = {article: story[0] for story in stories for article in story}
    posts = Posts()
    for reading in readings:
        yield from _of_article(reading, story_of.get(reading.article.id), posts)


def _of_article(reading: Reading, story: str | None, posts: Posts) -> Iterator[Local]:
    article, published = reading.article.id, days(reading.article.published)
    persons: defaultdict[Key, set[Person]] = defaultdict(set)
    spellings: defaultdict[Key, set[Spelling]] = defaultdict(set)
    held: defaultdict[Key, defaultdict[Post, Held]] = defaultdict(lambda: defaultdict(Held))
    for fact in reading.facts:
        for thing in all_things(fact):
            if isinstance(thing, Person):
                persons[key_of(article, thing)].add(thing)
        if isinstance(fact, NameMention):
            spellings[key_of(article, fact.person)].add(fact.spelling)
        elif isinstance(fact, Tenure):
            _note(held[key_of(article, fact.person)][posts.of(fact.role, fact.body)], left=not fact.current)
        elif isinstance(fact, PersonnelAct):
            _note_act(held[key_of(article, fact.person)], fact, posts)
    for key, found in persons.items():
        yield _local(key, found, spellings[key], dict(held[key]), story, published)


def _note(hold: Held, *, left: bool) -> None:
    hold.current |= not left
    hold.left |= left


def _note_act(held: defaultdict[Post, Held], act: PersonnelAct, posts: Posts) -> None:
    """The posts that an act names; whether somebody holds them is told by tenures."""
    if act.post_role and act.post_body:
        held[posts.of(act.post_role, act.post_body)].left |= act.act in {"dismissed", "retired"}
    if act.from_role and act.from_body:
        held[posts.of(act.from_role, act.from_body)].left = True


def _local(
    key: Key,
    persons: set[Person],
    spellings: set[Spelling],
    held: Mapping[Post, Held],
    story: str | None,
    published: Days | None,
) -> Local:
    names = sorted({person.name for person in persons})
    readings = {reading for person in persons for reading in person.readings} | set(names[1:])
    return Local(
        key,
        names[0],
        min(person.label for person in persons) if key[3] else "",
        frozenset(map(name_key, readings | {names[0]})),
        frozenset(readings),
        frozenset(spellings.union(*(person.spellings for person in persons))),
        held,
        story,
        published,
    )


def days(told: str | None) -> Days | None:
    """The days that a date can mean: "2025-10" is any from the first to the last of October; None for none.

    >>> days("2025-10-27"), days("2025-12")[1] - days("2025-12")[0]
    ((739551, 739551), 30)
    """
    parts = [int(part) for part in told.split("-")] if told else []
    match parts:
        case [year]:
            return date(year, 1, 1).toordinal(), date(year, _DECEMBER, 31).toordinal()
        case [year, month]:
            following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
            return date(year, month, 1).toordinal(), following.toordinal() - 1
        case [year, month, day]:
            exact = date(year, month, day).toordinal()
            return exact, exact
    return None
