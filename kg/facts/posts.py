"""From a title linked to a name to a post: the role code and the body, with what the title leaves out filled in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.facts.ground import ground_body, recalled
from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.kinds import LEVEL_WORDS, leaders
from kg.mentions.links import Link, plural
from kg.mentions.page import Page
from kg.mentions.titles import TitleMention
from kg.model import Body

_ASSEMBLY = "national-assembly"
_WITH_DELEGATES = ("people-council", _ASSEMBLY, "national-assembly-delegation")
_CENTRAL = ("general-secretary", "president", "prime-minister")
"""Roles of which the country has one: their word tells the body."""
_OF_THE_LEVEL = ("secretary", "chief-inspector", "procurator", "judge")
"""Roles whose word tells the kind of the body, at the level that the words beside it tell."""
_HEADED_BARE = (
    "ministry",
    "department",
    "police",
    "court",
    "procuracy",
    "people-committee",
    "people-council",
    "fatherland-front",
)
"""Bodies whose first person an article calls by the bare word: "the Director", "the Chairman"."""


@dataclass(frozen=True, slots=True)
class Post:
    """A role in a body that the article gives a person, and where it says so."""

    role: str
    body: Body
    current: bool
    sentence: int
    start: int
    end: int
    title: str
    rule: str


def posts_of(link: Link, sentence: int, page: Page, titles: Sequence[TitleMention]) -> list[Post]:
    """The post that a title gives a name, as a list of one; empty where nothing tells the body.

    `titles` are all the titles that the article gives the person: a bare "Chairman" repeats the full title.
    """
    title = link.title
    if any(_repeats(title, other) for other in titles):
        return []
    near = _neighbour(link) if not (title.former and title.body is not None and title.body.kind) else None
    heads = plural(page.sentences[sentence].items, title) and ":" in page.article.text[title.end : link.name.start]
    beside = title.last == link.name.first or heads
    if (title.body is None or title.body.kind is None) and _goes_on(page.sentences[sentence].items, link):
        return []
    implied = _seat(title, page, titles) if title.base == "delegate" and beside else _implied(title, near, page)
    mention = _named(title, page, titles) or implied
    kind = _kind(title, mention)
    if mention is None or kind is None or (kind == "other" and _anywhere(mention, page)):
        # Nothing ties "the director of a bank" to party or state.
        return []
    body = ground_body(mention, page, kind, near)
    if title.default_field():
        body = replace(body, field=title.default_field())
    text = page.article.text[title.start : title.end]
    start, end = min(link.name.start, title.start), max(link.name.end, title.end)
    rule = "title-before-name" if title.start < link.name.start else "title-after-name"
    role = _permanent(title.role(kind)) if link.standing else title.role(kind)
    return [Post(role, body, not title.former, sentence, start, end, text, rule)]


def _anywhere(mention: BodyMention, page: Page) -> bool:
    """Whether neither the words nor the article tell where a body is."""
    return mention.level is None and mention.place is None and page.setting.province is None


def _named(title: TitleMention, page: Page, titles: Sequence[TitleMention]) -> BodyMention | None:
    """The body that a title names, wholly or by some words of one named before; a bare one the person's own."""
    if title.body is None:
        return next((other.body for other in titles if other.body is not None and _same_rank(title, other)), None)
    if title.body.kind is not None:
        return title.body
    return recalled(title.body, title.base, page) or title.body


def _kind(title: TitleMention, mention: BodyMention | None) -> str | None:
    """The kind of the body: what its words name, or what the role implies where they tell a level at most."""
    if mention is None or mention.kind is not None:
        return mention.kind if mention is not None else None
    return title.default_kind() if mention.atoms <= LEVEL_WORDS else None


def _goes_on(items: Sequence[Item], link: Link) -> bool:
    """Whether a noun follows a bare title, so that it is no bare one: "Direktur Perusahaan Susu Moc Chau"."""
    after = link.title.last
    while after < len(items) and items[after].has("glue:of"):
        after += 1
    if after >= len(items) or after == link.name.first or items[after].mark:
        return False
    told = items[after].has("particles:shield") or not items[after].atoms
    return after > link.title.last or (told and items[after].text[0].isalpha())


def _repeats(title: TitleMention, other: TitleMention) -> bool:
    """Whether a title tells less of a post than another of the same person: without its body, or without its rank."""
    if other.body is None or not _same_rank(title, other) or title.former != other.former:
        return False
    if title.body is None:
        return other.standing >= title.standing
    same_body = (title.body.kind, title.body.place) == (other.body.kind, other.body.place)
    return same_body and title.body.level == other.body.level and other.standing and not title.standing


def _same_rank(title: TitleMention, other: TitleMention) -> bool:
    return (other.base, other.deputy) == (title.base, title.deputy)


def _permanent(role: str) -> str:
    """The role with the rank "permanent", where it has one."""
    return f"permanent-{role}" if role in ("deputy-secretary", "vice-chair", "deputy-head") else role


def _neighbour(link: Link) -> BodyMention | None:
    """The body of the next title of the group, else of the one before, that tells a level below the centre."""
    at = link.group.index(link.title)
    for other in (*link.group[at + 1 :], *link.group[:at][::-1]):
        if other.body is not None and other.body.level not in (None, "central"):
            return other.body
    return None


def _implied(title: TitleMention, near: BodyMention | None, page: Page) -> BodyMention | None:
    """What a bare title stands for: the body of its neighbours for a secretary, else the last body so led."""
    if title.base in ("member", "delegate"):
        return None
    if title.base in _CENTRAL:
        return _words(title, None)
    if title.base in _OF_THE_LEVEL:
        return _words(title, near)
    if near is not None and near.kind is not None and leaders()[near.kind] == title.base:
        return near
    return next(
        (
            body
            for body in reversed(page.bodies)
            if body.start < title.start and body.kind in _HEADED_BARE and leaders()[body.kind] == title.base
        ),
        None,
    )


def _seat(title: TitleMention, page: Page, titles: Sequence[TitleMention]) -> BodyMention | None:
    """The council or assembly of a bare "delegate": where the person has a post, else the one that is named more.

    Only beside the name or as a list's heading: elsewhere the word means the delegates in general.
    """
    own = [other.body for other in titles if other.body is not None]
    for bodies in (own, [body for body in page.bodies if body.start < title.start]):
        seats = [body for body in bodies if body.kind in _WITH_DELEGATES]
        councils = [body for body in seats if body.kind == "people-council"]
        if 2 * len(councils) > len(seats):
            return councils[-1]
        if 2 * len(councils) < len(seats):
            last = next(body for body in reversed(seats) if body.kind != "people-council")
            return replace(last, kind=_ASSEMBLY, level="central", place=None, atoms=frozenset({_ASSEMBLY}))
    return None


def _words(title: TitleMention, near: BodyMention | None) -> BodyMention:
    level, place = (near.level, near.place) if near is not None else (None, None)
    return BodyMention(title.first, title.last, title.start, title.end, None, level, place, None, None, frozenset())
