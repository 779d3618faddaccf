"""Which title belongs to which name in a sentence.

Titles and names stand side by side with nothing, a comma or a dash between them. Titles that follow each other form a
group; a group belongs to the name that it directly precedes ("Ketua Dewan Rakyat Provinsi Be Thanh Tinh"), else to the
name that it follows ("Be Thanh Tinh, Ketua Dewan Rakyat Provinsi"), else, after a colon, to the whole list that it heads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.people import NameMention
from kg.mentions.titles import TitleMention

_LIGHT = {",", "-", "–", "—", "(", ")", "/", "|", "„", "“", "”", '"', "«", "»"}
_DASHES = {"-", "–", "—"}
_LONGEST_GAP = 6

Element = NameMention | TitleMention


class Gap(IntEnum):
    """What stands between two elements, closest first."""

    DIRECT = 0
    COMMA = 1
    COLON = 2
    SEMICOLON = 3
    FAR = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A title that belongs to a name; `group` holds the titles told of the name in one breath, in order."""

    name: NameMention
    title: TitleMention
    group: tuple[TitleMention, ...]
    standing: bool = False
    """The rank that stands in brackets after the name: "Huynh Thi Kieu Oanh (Tetap)"."""


def gap(items: Sequence[Item], left: int, right: int) -> Gap:
    """What the items from left to right (exclusive) are."""
    between = [item for item in items[left:right] if not item.codes("honorifics") and not item.codes("plurals")]
    if not between:
        return Gap.DIRECT
    if len(between) > _LONGEST_GAP:
        return Gap.FAR
    widest = Gap.COMMA
    for item in between:
        if item.text == ":":
            widest = max(widest, Gap.COLON)
        elif item.text == ";":
            widest = max(widest, Gap.SEMICOLON)
        elif item.text not in _LIGHT and not item.codes("and") and not item.has("roles:standing", "roles:acting"):
            return Gap.FAR
    return widest


def links(items: Sequence[Item], names: Iterable[NameMention], titles: Iterable[TitleMention]) -> tuple[Link, ...]:
    """All links of a sentence, by place of the title."""
    elements: list[Element] = sorted([*names, *titles], key=lambda element: element.first)
    found: list[Link] = []
    at = 0
    while at < len(elements):
        if isinstance(elements[at], TitleMention):
            end = _group_end(items, elements, at)
            found += _link_group(items, elements, at, end)
            at = end
        else:
            at += 1
    return tuple(found)


def _between(items: Sequence[Item], elements: Sequence[Element], left: int) -> Gap:
    """The gap after an element; FAR at the end."""
    if left < 0 or left + 1 >= len(elements):
        return Gap.FAR
    return gap(items, elements[left].last, elements[left + 1].first)


def plural(items: Sequence[Item], mention: TitleMention | BodyMention) -> bool:
    """Whether a title is told of several people, or a name of several bodies."""
    return any(item.has("plurals:many") for item in items[max(0, mention.first - 1) : mention.last])


def _perhaps_plural(items: Sequence[Item], title: TitleMention) -> bool:
    """Whether a title's form is that of one person and of several: "wiceprzewodniczący"."""
    return any(item.has("plurals:maybe") for item in items[title.first : title.last])


def _joined_by_and(items: Sequence[Item], names: Sequence[NameMention]) -> bool:
    """Whether names are told in one breath: "A i B", "A, B oraz C"."""
    return len(names) > 1 and any(item.codes("and") for item in items[names[-2].last : names[-1].first])


def _follows(items: Sequence[Item], name: Element, title: Element) -> bool:
    """Whether a title stands after a name as told of it: set off by a mark."""
    between = items[name.last : title.first]
    set_off = any(item.mark or item.has("and:copula") for item in between)
    return gap(items, name.last, title.first) == Gap.COMMA and set_off


def _group_end(items: Sequence[Item], elements: Sequence[Element], at: int) -> int:
    """The index after the last title of the group that begins at `at`."""
    end = at + 1
    while end < len(elements) and _between(items, elements, end - 1) <= Gap.COMMA:
        title = elements[end]
        if not isinstance(title, TitleMention) or plural(items, title):
            break
        end += 1
    return end


def _link_group(items: Sequence[Item], elements: Sequence[Element], at: int, end: int) -> list[Link]:
    titles = tuple(element for element in elements[at:end] if isinstance(element, TitleMention))
    before = elements[at - 1] if at and _follows(items, elements[at - 1], elements[at]) else None
    after = elements[end] if end < len(elements) else None
    space = _between(items, elements, end - 1)
    many = plural(items, titles[-1])
    if not many and _perhaps_plural(items, titles[-1]):
        beside = _coordinated(items, elements, at - 1) if isinstance(before, NameMention) else _listed(items, elements, end)
        titled = not isinstance(before, NameMention) and _titled(items, elements, end + len(beside) - 1)
        many = _joined_by_and(items, beside) and not titled
    if isinstance(after, NameMention) and space == Gap.DIRECT:
        return _precede(items, elements, titles, before, end, many=many)
    if isinstance(before, NameMention) and not _points_on(items, before, titles, after):
        owners = _coordinated(items, elements, at - 1) if many else [before]
        return [Link(owner, title, titles) for owner in owners for title in titles]
    if isinstance(after, NameMention) and space == Gap.COLON:
        owners = _headed(items, elements, end) if many else _untitled(items, elements, end) or [after]
        return [Link(owner, title, titles, _standing_after(items, owner)) for owner in owners for title in titles]
    if isinstance(after, NameMention) and space == Gap.COMMA and not _titled(items, elements, end):
        return [Link(after, title, titles) for title in titles]
    return []


def _points_on(items: Sequence[Item], before: Element, titles: Sequence[TitleMention], after: Element | None) -> bool:
    """Whether a dash ties a title to the name after it and a comma parts it from the one before: "T - A, T - B"."""
    if not isinstance(after, NameMention):
        return False
    ties = {item.text for item in items[titles[-1].last : after.first] if item.mark}
    parts = {item.text for item in items[before.last : titles[0].first] if item.mark}
    return bool(ties) and ties <= _DASHES and not parts & _DASHES


def _precede(
    items: Sequence[Item],
    elements: Sequence[Element],
    titles: tuple[TitleMention, ...],
    before: Element | None,
    end: int,
    *,
    many: bool,
) -> list[Link]:
    """Titles directly before a name: the last is its own; the others too, unless they follow another name."""
    own = titles[-1:] if isinstance(before, NameMention) else titles
    others = titles[:-1] if isinstance(before, NameMention) else ()
    owners = _listed(items, elements, end) if many else [elements[end]]
    found = [Link(before, title, others) for title in others if isinstance(before, NameMention)]
    return found + [
        Link(owner, title, own, _standing_after(items, owner))
        for owner in owners
        if isinstance(owner, NameMention)
        for title in own
    ]


def _titled(items: Sequence[Item], elements: Sequence[Element], at: int) -> bool:
    """Whether the name at `at` is followed by a title of its own."""
    return (
        at + 1 < len(elements)
        and isinstance(elements[at + 1], TitleMention)
        and _between(items, elements, at) <= Gap.COMMA
    )


def _listed(items: Sequence[Item], elements: Sequence[Element], at: int) -> list[NameMention]:
    """The names of a list without titles of their own: "заместители председателя A, B и C"."""
    found: list[NameMention] = []
    while at < len(elements):
        element = elements[at]
        if not isinstance(element, NameMention):
            break
        found.append(element)
        if _between(items, elements, at) > Gap.COMMA:
            break
        at += 1
    return found


def _headed(items: Sequence[Item], elements: Sequence[Element], at: int) -> list[NameMention]:
    """The names of a list under a heading; each may have further titles of its own."""
    found = []
    while at < len(elements):
        element = elements[at]
        if isinstance(element, NameMention):
            found.append(element)
        if _between(items, elements, at) > Gap.SEMICOLON:
            break
        at += 1
    return found


def _untitled(items: Sequence[Item], elements: Sequence[Element], at: int) -> list[NameMention]:
    """The names of a list of two or more without any title of their own: their heading is told of each."""
    names = _headed(items, elements, at)
    alone = len(names) > 1 and elements[at : at + len(names)] == names
    return names if alone else []


def _coordinated(items: Sequence[Item], elements: Sequence[Element], at: int) -> list[NameMention]:
    """The names joined before a plural title: "A i B - wiceprzewodniczący"."""
    found: list[NameMention] = []
    while at >= 0:
        element = elements[at]
        if not isinstance(element, NameMention):
            break
        found.append(element)
        if _between(items, elements, at - 1) > Gap.COMMA:
            break
        at -= 1
    return found[::-1]


def _standing_after(items: Sequence[Item], name: Element) -> bool:
    return (
        name.last + 1 < len(items) and items[name.last].text == "(" and items[name.last + 1].has("roles:standing")
    )
