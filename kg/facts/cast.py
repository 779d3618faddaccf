"""The people of an article: names clustered into individuals, each with the posts that the article gives them.

One individual may be written several ways: with and without diacritics, declined, misspelt by a letter, by the given
name alone after an honorific ("Bapak Truc"), by a bare title ("the Secretary") or a pronoun.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from kg.facts.acts import GivenPost, Told, acts_of
from kg.facts.complements import complements, told_of_holder
from kg.facts.posts import Post, posts_of
from kg.facts.spellings import canonical, similar, witnessed
from kg.facts.stretches import stretches
from kg.mentions.links import Link, links, plural
from kg.mentions.page import Page
from kg.mentions.people import NameMention
from kg.mentions.titles import TitleMention
from kg.model import Body, Person, Spelling
from kg.names.gazetteer import slug
from kg.names.people import fold, normal

_LIKELIEST = 20
_BELOW_THE_CENTRE = {"province", "district", "commune"}
_LEVELS = {"central": 0, "province": 1, "district": 2, "commune": 3}


@dataclass(slots=True)
class Individual:
    """A person of one article, while the article is read."""

    names: list[NameMention] = field(default_factory=list)
    titles: list[TitleMention] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    given: list[GivenPost] = field(default_factory=list)
    """Posts that a personnel act gives or takes away."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody whom an article names with a post, and who is meant where."""

    people: tuple[Individual, ...]
    persons: tuple[Person, ...]
    by_name: dict[int, int]
    """Start of a name mention -> index of the person."""
    by_title: dict[int, int]
    """Start of a title -> index of the person: the title's own name, or the one whom the bare title means."""
    acts: tuple[Told, ...]
    """The personnel acts told of these people."""

    def named(self, mention: NameMention) -> int | None:
        """Index of the person whom a name means."""
        return self.by_name.get(mention.start)


def cast_of(page: Page) -> Cast:
    """Who is who in an article."""
    unmarked = bool(page.setting.lexicon.settings.get("plural_unmarked"))
    linked = [
        links(parsed.items, parsed.names, told_of_holder(parsed, page.setting), unmarked=unmarked)
        for parsed in page.sentences
    ]
    people = _cluster(page, linked)
    by_name = {name.start: index for index, person in enumerate(people) for name in person.names}
    by_title: dict[int, int] = {}
    for index, found in enumerate(linked):
        for link in found:
            who = by_name.get(link.name.start)
            if who is not None:
                by_title[link.title.start] = who
                people[who].posts += posts_of(link, index, page, people[who].titles)
    _mean_bare_titles(page, people, by_title)
    acts = acts_of(page, by_name)
    for told in acts:
        people[told.person].given += told.posts
        if told.replaced is not None:
            people[told.replaced].given += told.posts
    kept = [index for index, person in enumerate(people) if person.posts or person.given]
    place = {old: new for new, old in enumerate(kept)}
    cast = [people[index] for index in kept]
    return Cast(
        tuple(cast),
        tuple(_person(individual, page) for individual in cast),
        {start: place[who] for start, who in by_name.items() if who in place},
        {start: place[who] for start, who in by_title.items() if who in place},
        tuple(_placed(told, place) for told in acts if told.person in place),
    )


def _placed(told: Told, place: Mapping[int, int]) -> Told:
    """An act with the people's indices in the cast."""
    replaced = place.get(told.replaced) if told.replaced is not None else None
    return replace(told, person=place[told.person], replaced=replaced)


def _mean_bare_titles(page: Page, people: Sequence[Individual], by_title: dict[int, int]) -> None:
    """Titles without a name mean whoever holds that post in the article, the person last named if several do."""
    latest: list[int] = []
    named: dict[int, list[int]] = {}
    for index, person in enumerate(people):
        for start in {name.start for name in person.names}:
            named.setdefault(start, []).append(index)
    for parsed in page.sentences:
        elements: list[NameMention | TitleMention] = [*parsed.names, *parsed.titles]
        for element in sorted(elements, key=lambda element: element.start):
            if (
                isinstance(element, TitleMention)
                and element.start not in by_title
                and not plural(parsed.items, element)
            ):
                # A bare "the Secretary" is the article's own; of several deputies the last named is meant.
                nearest = latest if element.bare and not element.deputy else latest[::-1]
                who = next((at for at in (*nearest, *range(len(people))) if _answers(people[at], element)), None)
                if who is not None:
                    by_title[element.start] = who
            latest += named.get(element.start, ())


def _answers(person: Individual, title: TitleMention) -> bool:
    """Whether a title can mean a person: the same rank, and the same kind and place of body as far as both tell."""
    if title.base in ("member", "delegate") or title.former:
        return False
    return any(
        (own.base, own.deputy) == (title.base, title.deputy)
        and (own.standing == title.standing or not title.standing)
        and _one_body(own, title)
        for own in person.titles
    )


def _one_body(own: TitleMention, title: TitleMention) -> bool:
    if title.body is None or own.body is None:
        return True
    return (
        title.body.kind in (own.body.kind, None)
        and title.body.level in (own.body.level, None)
        and (title.body.place is None or own.body.place is None or title.body.place == own.body.place)
        and title.body.field == own.body.field
    )


def _cluster(page: Page, linked: Sequence[Sequence[Link]]) -> list[Individual]:
    """Names that can be one person's become one individual, in order of first mention."""
    titles: dict[int, list[TitleMention]] = {}
    for found in linked:
        for link in found:
            titles.setdefault(link.name.start, []).append(link.title)
    moved = cache(partial(_moved, page))
    people: list[Individual] = []
    names = [name for parsed in page.sentences for name in parsed.names]
    for name in sorted(names, key=lambda name: (name.partial, name.start)):
        own = titles.get(name.start, [])
        home = _home(name, own, people, moved)
        if home is None and not name.partial:
            home = Individual()
            people.append(home)
        if home is not None:
            home.names.append(name)
            home.titles += own
    return people


def _moved(page: Page) -> frozenset[int]:
    """The starts of the names in sentences that tell of acts: who is moved has posts of two places."""
    return frozenset(
        name.start
        for parsed in page.sentences
        if parsed.names and stretches(parsed, complements(parsed, page.setting))
        for name in parsed.names
    )


def _home(
    name: NameMention, titles: Sequence[TitleMention], people: Iterable[Individual], moved: Callable[[], frozenset[int]]
) -> Individual | None:
    """The individual whom a further name means; None where none or several fit."""
    if name.partial:
        tail = " " + fold(name.name.ascii).lower()
        ends = [person for person in people if any(_ends(other, tail) for other in person.names)]
        return ends[0] if len(ends) == 1 else None
    alike = [person for person in people if any(_same(name, other) for other in person.names)]
    named = [person for person in alike if not _namesakes(name, titles, person, moved)]
    if alike:
        # of two who are told apart by diacritics, one who is written so
        return min(named, key=lambda person: not _written_so(name, person), default=None)
    posts = {(title.base, title.deputy) for title in titles}
    near = [
        person
        for person in people
        if any(similar(name.name.ascii, other.name.ascii) for other in person.names)
        and (not titles or not person.titles or any((title.base, title.deputy) in posts for title in person.titles))
    ]
    return near[0] if len(near) == 1 else None


def _namesakes(
    name: NameMention, titles: Sequence[TitleMention], person: Individual, moved: Callable[[], frozenset[int]]
) -> bool:
    """Whether an article tells of two of one name: both with titles, of two places, or with diacritics that differ."""
    current = [title for title in titles if not title.former]
    own = [title for title in person.titles if not title.former]
    if not current or not own or any(_one_post(one, other) for one in current for other in own):
        return False
    accents = {_accents(other) for other in person.names} - {""}
    if _accents(name) and accents and _accents(name) not in accents:
        return True
    apart = all(_elsewhere(one, other) for one in current for other in own)
    return apart and moved().isdisjoint([name.start, *(other.start for other in person.names)])


def _accents(name: NameMention) -> str:
    return "" if name.name.label.isascii() else normal(name.name.label).casefold()


def _written_so(name: NameMention, person: Individual) -> bool:
    return _accents(name) in {_accents(other) for other in person.names}


def _one_post(one: TitleMention, other: TitleMention) -> bool:
    """Whether two titles can be one post's: the same rank, in bodies that can be one."""
    return (one.base, one.deputy) == (other.base, other.deputy) and _one_body(one, other)


def _elsewhere(one: TitleMention, other: TitleMention) -> bool:
    """Whether two titles, neither of them a seat, tell two places, or two levels of government."""
    if one.body is None or other.body is None or {one.base, other.base} & {"member", "delegate"}:
        return False
    levels = {one.body.level, other.body.level}
    if one.body.level != other.body.level and levels <= _BELOW_THE_CENTRE:
        return True
    return one.body.place != other.body.place and None not in (one.body.place, other.body.place)


def _ends(name: NameMention, tail: str) -> bool:
    forms = (name.name.ascii, *name.name.readings)
    return any((" " + fold(form).lower()).endswith(tail) for form in forms)


def _same(left: NameMention, right: NameMention) -> bool:
    """One name, or one transcription: the forms that they can stand for meet."""
    forms = {fold(form).lower() for form in (left.name.ascii, *left.name.readings)}
    return any(fold(form).lower() in forms for form in (right.name.ascii, *right.name.readings))


def _person(individual: Individual, page: Page) -> Person:
    forms = _forms(individual)
    best = canonical(forms, page.article.url)
    labels = sorted({name.name.label for name in individual.names})
    accented = [label for label in labels if not label.isascii() and fold(label) == best]
    spellings = {
        Spelling(name.text, language_tag(name.text, page.article.language), name.name.declined)
        for name in individual.names
        if not name.partial
    }
    likeliest = {fold(name.name.ascii) for name in individual.names if not name.partial}
    sure = witnessed(best, page.article.url) or best in {fold(label) for label in labels if label != best}
    others = tuple(sorted((likeliest if sure else set(forms)) - {best}))
    return Person(
        best,
        anchor([*(post.body for post in individual.posts), *(post.body for post in individual.given)]),
        accented[0] if accented else best,
        tuple(sorted(spellings)),
        others,
    )


def _forms(individual: Individual) -> Counter[str]:
    """The ASCII names that the spellings can stand for, weighed: a spelling's likeliest reading counts most."""
    forms: Counter[str] = Counter()
    for name in individual.names:
        if not name.partial:
            forms[fold(name.name.ascii)] += _LIKELIEST
            for rank, form in enumerate(name.name.readings):
                forms[fold(form)] += max(1, _LIKELIEST // 2 - rank)
    return forms


def language_tag(text: str, language: str) -> str:
    """The language tag of a spelling: Cyrillic Vietnamese is vi-Cyrl, a name with Vietnamese diacritics vi."""
    if any("а" <= letter <= "я" for letter in text.lower()):
        return "vi-Cyrl"
    return language if text.isascii() else "vi"


def anchor(bodies: Sequence[Body]) -> str:
    """The slug that keeps namesakes apart: the place of the person's highest post, else its body."""
    best = min(bodies, key=lambda body: (_LEVELS.get(body.level or "", len(_LEVELS)), body.place is None))
    if best.level == "central":
        return "viet-nam"
    if best.place is None:
        return slug(best.kind)
    return slug(best.place.name) if best.place.province is None else f"{best.place.province}-{slug(best.place.name)}"
