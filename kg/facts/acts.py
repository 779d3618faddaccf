"""Personnel acts as a sentence tells them: whom, which act, which posts it gives or takes away.

Each act of a sentence governs a stretch of words, from its verb to the next act's verb; the person may be named in the
stretch, before the verb, or in the act before: "towarzysz A przestaje pełnić funkcję X; zostaje mianowany na stanowisko Y".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.complements import is_complement
from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.page import Page, Parsed
from kg.mentions.titles import TitleMention
from kg.model import Body

ENDING_ACTS = ("dismissed", "retired", "disciplined")


@dataclass(frozen=True, slots=True)
class GivenPost:
    """A post taken up or given up."""

    role: str
    body: Body
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """An act told of a person (by index) in a sentence (by index)."""

    person: int
    sentence: int
    at: int
    """Index of the verb among the sentence's items."""
    act: str
    posts: tuple[GivenPost, ...]
    planned: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    at: int
    act: str
    left: int
    right: int


def acts_of(page: Page, by_name: Mapping[int, int]) -> tuple[Told, ...]:
    """All acts of an article; `by_name` gives the person whom a name (by its start) means."""
    return tuple(told for index, parsed in enumerate(page.sentences) for told in _of_sentence(page, index, parsed, by_name))


def _of_sentence(page: Page, index: int, parsed: Parsed, by_name: Mapping[int, int]) -> Iterator[Told]:
    planned = any(item.has("markers:planned") for item in parsed.items)
    person: int | None = None
    ended: set[int] = set()
    """Whose dismissal the sentence tells: a retirement told with it is its reason."""
    for stretch in _stretches(parsed):
        found = _people(parsed, stretch, by_name)
        person = found if found is not None else person
        if person is not None and not (stretch.act == "retired" and person in ended):
            ended |= {person} if stretch.act == "dismissed" else set()
            posts = tuple(_given(page, parsed, stretch))
            yield Told(person, index, stretch.at, stretch.act, posts, planned)


def _stretches(parsed: Parsed) -> list[_Stretch]:
    items = parsed.items
    verbs = [at for at, item in enumerate(items) if item.codes("acts")]
    bounds = [*verbs[1:], len(items)]
    return [
        _Stretch(at, items[at].codes("acts")[0], verbs[index - 1] if index else -1, bounds[index])
        for index, at in enumerate(verbs)
    ]


def _people(parsed: Parsed, stretch: _Stretch, by_name: Mapping[int, int]) -> int | None:
    """Whom an act concerns: the first name after its verb, else the last one before it."""
    names = [name for name in parsed.names if name.start in by_name]
    after = [name for name in names if stretch.at < name.first < stretch.right][:1]
    before = [name for name in names if stretch.left < name.first < stretch.at][-1:]
    chosen = next(iter(before + after if stretch.act == "retired" else after + before), None)
    return by_name[chosen.start] if chosen is not None else None


def _given(page: Page, parsed: Parsed, stretch: _Stretch) -> Sequence[GivenPost]:
    """The posts that an act gives or takes away: titles marked as such, else the body that somebody joins."""
    titles = [
        title
        for title in parsed.titles
        if stretch.at < title.first < stretch.right and is_complement(parsed.items, title, page.setting)
    ]
    found = [post for title in titles if (post := _post(page, title)) is not None]
    if found:
        return found
    return [
        GivenPost("member", ground_body(body, page, near=_next_told(parsed, body)), page.article.text[body.start : body.end])
        for body in parsed.bodies
        if stretch.at < body.first < stretch.right and body.kind and parsed.items[body.first - 1].has("markers:into")
    ]


def _next_told(parsed: Parsed, body: BodyMention) -> BodyMention | None:
    """The next body of the sentence that tells a level below the centre."""
    bodies = [*parsed.bodies, *(title.body for title in parsed.titles if title.body is not None)]
    later = [other for other in bodies if other.start > body.start and other.level not in (None, "central")]
    return min(later, key=lambda other: other.start, default=None)


def _post(page: Page, title: TitleMention) -> GivenPost | None:
    kind = title.body.kind if title.body and title.body.kind else title.default_kind()
    if title.body is None or kind is None:
        return None
    body = ground_body(title.body, page, kind)
    return GivenPost(title.role(kind), body, page.article.text[title.start : title.end])
