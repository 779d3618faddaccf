"""Personnel acts as a sentence tells them: whom, which act, which posts it gives or takes away.

Each act of a sentence governs a stretch of words, from its verb to the next act's verb; the person may be named in the
stretch, before the verb, or in the act before: "towarzysz A przestaje pełnić funkcję X; zostaje mianowany na stanowisko Y".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.complements import is_complement, told_of_holder
from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.links import Gap, gap, links
from kg.mentions.page import Page, Parsed
from kg.mentions.titles import WITH_MEMBERS, TitleMention
from kg.model import Body

ENDING_ACTS = ("dismissed", "retired")


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
    """What a verb governs: from the act before it to the act after it, within a clause set off by semicolons."""

    at: int
    act: str
    left: int
    right: int
    undergone: bool
    """Whether the verb is told of the person ("is appointed", "retires") rather than done to one ("appoints")."""
    opens: bool
    """Whether it is the first of its clause."""


def acts_of(page: Page, by_name: Mapping[int, int]) -> tuple[Told, ...]:
    """All acts of an article; `by_name` gives the person whom a name (by its start) means."""
    return tuple(
        told for index, parsed in enumerate(page.sentences) for told in _of_sentence(page, index, parsed, by_name)
    )


def _of_sentence(page: Page, index: int, parsed: Parsed, by_name: Mapping[int, int]) -> Iterator[Told]:
    planned = any(item.has("markers:planned") for item in parsed.items)
    person: int | None = None
    ended: set[int] = set()
    for stretch in _stretches(parsed):
        goes_on = person is not None and not stretch.opens and stretch.undergone
        found = person if goes_on and not _before(parsed, stretch, by_name) else _person(parsed, stretch, by_name)
        person = found if found is not None else person
        # A retirement told with a dismissal is its reason, no act of its own.
        if person is None or (stretch.act == "retired" and person in ended):
            continue
        ended |= {person} if stretch.act == "dismissed" else set()
        yield Told(
            person, index, stretch.at, stretch.act, tuple(_given(page, parsed, stretch, person, by_name)), planned
        )


def _stretches(parsed: Parsed) -> list[_Stretch]:
    items = parsed.items
    chains = _chains(parsed)
    verbs = [chain[0] for chain in chains]
    breaks = [-1, *(at for at, item in enumerate(items) if item.text == ";"), len(items)]
    found = []
    for index, chain in enumerate(chains):
        at = chain[0]
        start = max(mark for mark in breaks if mark < at)
        left = max([start, *verbs[:index]])
        right = min([mark for mark in breaks if mark > at] + verbs[index + 1 :])
        codes = [_codes(items[verb])[0] for verb in chain]
        act = "transferred" if "transferred" in codes else codes[0]
        undergone = bool(items[chain[-1]].codes("acts_undergone"))
        found.append(_Stretch(chain[-1], act, left, right, undergone, opens=left == start))
    return found


def _chains(parsed: Parsed) -> list[list[int]]:
    """The verbs of acts, those joined by mere commas and "and" together: "transferred, assigned and appointed" is one act."""
    chains: list[list[int]] = []
    for at, item in enumerate(parsed.items):
        if not _codes(item):
            continue
        ends = (
            {code in ENDING_ACTS for code in (_codes(item)[0], _codes(parsed.items[chains[-1][-1]])[0])}
            if chains
            else set()
        )
        if (
            chains
            and len(ends) == 1
            and all(one.text == "," or one.codes("and") for one in parsed.items[chains[-1][-1] + 1 : at])
        ):
            chains[-1].append(at)
        else:
            chains.append([at])
    return chains


def _before(parsed: Parsed, stretch: _Stretch, by_name: Mapping[int, int]) -> bool:
    return any(name.start in by_name and stretch.left < name.first < stretch.at for name in parsed.names)


def _codes(item: Item) -> tuple[str, ...]:
    return item.codes("acts") or item.codes("acts_undergone")


def _person(parsed: Parsed, stretch: _Stretch, by_name: Mapping[int, int]) -> int | None:
    """Whom an act concerns: the name nearest before a verb undergone, the first name after a verb done."""
    names = [name for name in parsed.names if name.start in by_name]
    after = [name for name in names if stretch.at < name.first < stretch.right][:1]
    before = [name for name in names if stretch.left < name.first < stretch.at][-1:]
    chosen = next(iter(before + after if stretch.undergone else after + before), None)
    if chosen is None or (stretch.act in ENDING_ACTS and not stretch.undergone and not after):
        return None
    return by_name[chosen.start]


def _given(
    page: Page, parsed: Parsed, stretch: _Stretch, person: int, by_name: Mapping[int, int]
) -> Sequence[GivenPost]:
    """The posts that an act gives or takes away: titles marked as such, else the bodies that somebody joins."""
    titles = [
        title
        for title in parsed.titles
        if stretch.at < title.first < stretch.right and is_complement(parsed.items, title, page.setting)
    ]
    own = [
        link.title.body
        for link in links(parsed.items, parsed.names, told_of_holder(parsed, page.setting))
        if by_name.get(link.name.start) == person and link.title.body is not None
    ]
    found = [post for title in titles if (post := _post(page, title, own)) is not None]
    first = min((title.first for title in titles), default=len(parsed.items))
    joined = [
        GivenPost(
            "member", ground_body(body, page, near=_next_told(parsed, body)), page.article.text[body.start : body.end]
        )
        for body in _joined(parsed, stretch)
        if body.first < first
    ]
    return [*joined, *found]


def _joined(parsed: Parsed, stretch: _Stretch) -> list[BodyMention]:
    """The bodies that somebody is taken into or leaves: after a marker, and those listed with them."""
    found: list[BodyMention] = []
    for body in parsed.bodies:
        if not stretch.at < body.first < stretch.right or body.kind not in WITH_MEMBERS:
            continue
        listed = bool(found) and gap(parsed.items, found[-1].last, body.first) <= Gap.COMMA
        if listed or parsed.items[body.first - 1].has("markers:into"):
            found.append(body)
    return found


def _next_told(parsed: Parsed, body: BodyMention) -> BodyMention | None:
    """The next body of the sentence that tells a level below the centre."""
    bodies = [*parsed.bodies, *(title.body for title in parsed.titles if title.body is not None)]
    later = [other for other in bodies if other.start > body.start and other.level not in (None, "central")]
    return min(later, key=lambda other: other.start, default=None)


def _post(page: Page, title: TitleMention, own: Sequence[BodyMention]) -> GivenPost | None:
    """The post that a title names; a bare "director" is of the body in which the person already serves."""
    mention = title.body or next(iter(own), None)
    kind = mention.kind if mention is not None and mention.kind else title.default_kind()
    if mention is None or kind is None:
        return None
    body = ground_body(mention, page, kind)
    return GivenPost(title.role(kind), body, page.article.text[title.start : title.end])
