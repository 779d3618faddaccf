"""Which title belongs to which name in a sentence.

Titles and names stand side by side with nothing, a comma or a dash between them. Titles that follow each other form a
group; a group belongs to the name that it directly precedes ("Ketua Dewan Rakyat Provinsi Be Thanh Tinh"), else to the
name that it follows ("Be Thanh Tinh, Ketua Dewan Rakyat Provinsi"), else, after a colon, to the list that it heads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.people import NameMention
from kg.mentions.titles import TitleMention

_LIGHT = {",", "-", "–", "—", "(", ")", "/", "|", "„", "“", "”", '"', "«", "»"}
_UNHEARD = ("honorifics", "plurals")
_JOINING = ("roles:standing", "roles:acting", "markers:as")
_LONGEST_CLAUSE = 8
_LONGEST_ABBREVIATION = 6
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
    between = [item for item in items[left:right] if not item.of(_UNHEARD)]
    between = _without_abbreviation([item for item in between if not item.has("glue:article")])
    if not between:
        return Gap.DIRECT
    if between[-1].text == ":" and between[0].has("markers:relative") and len(between) <= _LONGEST_CLAUSE:
        return Gap.COLON
    if len(between) > _LONGEST_GAP:
        return Gap.FAR
    widest = Gap.COMMA
    for item in between:
        if item.text == ":":
            widest = max(widest, Gap.COLON)
        elif item.text == ";":
            widest = max(widest, Gap.SEMICOLON)
        elif item.text not in _LIGHT and not item.codes("and") and not item.has(*_JOINING):
            return Gap.FAR
    return widest


def _without_abbreviation(items: list[Item]) -> list[Item]:
    """The items without an abbreviation in brackets: "Отечественного фронта (ВФФ), председатель …"."""
    head = [item.text for item in items[:3]]
    if len(head) == len("(X)") and head[0] == "(" and head[2] == ")":
        short = head[1].isupper() and len(head[1]) <= _LONGEST_ABBREVIATION
        return items[3:] if short else items
    return items


def links(
    items: Sequence[Item],
    names: Iterable[NameMention],
    titles: Iterable[TitleMention],
    *,
    unmarked: bool = False,
) -> tuple[Link, ...]:
    """All links of a sentence, by place of the title; `unmarked` for a language whose nouns mark no plural."""
    elements: list[Element] = [*names, *titles]
    row = _Row(items, sorted(elements, key=lambda element: element.first), unmarked)
    found: list[Link] = []
    at = 0
    while at < len(row.elements):
        if isinstance(row.elements[at], TitleMention):
            end = row.group_end(at)
            found += row.link(at, end)
            at = end
        else:
            at += 1
    return tuple(found)


def plural(items: Sequence[Item], mention: TitleMention | BodyMention) -> bool:
    """Whether a title is told of several people, or a name of several bodies."""
    return any(item.has("plurals:many") for item in items[max(0, mention.first - 1) : mention.last])


def replaced(items: Sequence[Item], name: NameMention, elements: Iterable[Element]) -> bool:
    """Whether somebody takes this person's place: "menggantikan Bapak A"."""
    return led_by(items, name.first, elements, "relations:replaces")


def led_by(items: Sequence[Item], first: int, elements: Iterable[Element], atom: str) -> bool:
    """Whether a word stands before an item, with nothing but honorifics, articles and titles of one person between."""
    titles = {title.last - 1: title.first for title in elements if isinstance(title, TitleMention)}
    at = first - 1
    while at > 0 and (items[at].codes("honorifics") or items[at].has("glue:article") or at in titles):
        if items[at].has("plurals:many"):
            return False
        at = titles.get(at, at) - 1
    return at >= 0 and items[at].has(atom)


@dataclass(frozen=True, slots=True)
class _Row:
    """The names and titles of a sentence in order, and what stands between them."""

    items: Sequence[Item]
    elements: Sequence[Element]
    unmarked: bool

    def gap(self, left: int) -> Gap:
        """The gap after an element; FAR at the ends."""
        if left < 0 or left + 1 >= len(self.elements):
            return Gap.FAR
        one, other = self.elements[left], self.elements[left + 1]
        if isinstance(one, TitleMention) and isinstance(other, NameMention) and self._as(one.last, other.first):
            return Gap.FAR
        return gap(self.items, one.last, other.first)

    def _as(self, left: int, right: int) -> bool:
        """Whether "as" stands between: it leads to a post, not to a name."""
        return any(item.has("markers:as") for item in self.items[left:right])

    def marks(self, left: int) -> set[str]:
        """The marks between an element and the next one."""
        between = self.items[self.elements[left].last : self.elements[left + 1].first]
        return {item.text for item in between if item.mark}

    def name(self, at: int) -> NameMention | None:
        """The element at an index, if it is a name."""
        element = self.elements[at] if 0 <= at < len(self.elements) else None
        return element if isinstance(element, NameMention) else None

    def group_end(self, at: int) -> int:
        """The index after the last title of the group that begins at `at`: titles joined by a mark or "and"."""
        end = at + 1
        while end < len(self.elements) and self.gap(end - 1) == Gap.COMMA:
            title = self.elements[end]
            if not isinstance(title, TitleMention) or plural(self.items, title):
                break
            end += 1
        return end

    def link(self, at: int, end: int) -> list[Link]:
        """The links of the group of titles elements[at:end]."""
        titles = tuple(element for element in self.elements[at:end] if isinstance(element, TitleMention))
        before = self.name(at - 1) if self._set_off(at - 1) else None
        if (
            before is not None
            and self._as(before.last, titles[0].first)
            and replaced(self.items, before, self.elements)
        ):
            before = self._name_before(at - 1)
            return [Link(before, title, titles) for title in titles if before is not None]
        after, space = self.name(end), self.gap(end - 1)
        if after is not None and space == Gap.DIRECT:
            return self._precede(titles, before, end)
        if before is not None and self._acts(titles):
            owners = []
        elif before is not None and not self._points_on(at, end):
            owners = self._coordinated(at - 1) if self._many_before(titles[-1], at) else [before]
        elif after is not None and space == Gap.COLON:
            owners = self._headed(end) if plural(self.items, titles[-1]) else self._untitled(end) or [after]
        elif after is not None and space == Gap.COMMA and (not self._titled(end) or self._looks_on(at, end, after)):
            owners = self._listed(end) if plural(self.items, titles[-1]) else [after]
        else:
            owners = []
        return [Link(owner, title, titles, self._standing(owner)) for owner in owners for title in titles]

    def _name_before(self, at: int) -> NameMention | None:
        """The last name before an element."""
        return next((name for place in range(at - 1, -1, -1) if (name := self.name(place)) is not None), None)

    def _set_off(self, left: int) -> bool:
        """Whether a mark or a copula sets a title off from the name before it."""
        if left < 0 or self.gap(left) != Gap.COMMA:
            return False
        between = self.items[self.elements[left].last : self.elements[left + 1].first]
        return any(item.mark or item.has("and:copula", "markers:as") for item in between)

    def _precede(self, titles: tuple[TitleMention, ...], before: NameMention | None, end: int) -> list[Link]:
        """Titles directly before a name: the last is its own; the others too, unless they follow another name."""
        own, others = (titles[-1:], titles[:-1]) if before is not None else (titles, ())
        listed = self._listed(end)
        shared = plural(self.items, titles[-1]) or (
            self._perhaps_plural(titles[-1]) and self._breathed(listed) and not self._titled(end + len(listed) - 1)
        )
        owners = listed if shared else listed[:1]
        found = [Link(before, title, others) for title in others if before is not None]
        return found + [Link(owner, title, own, self._standing(owner)) for owner in owners for title in own]

    def _points_on(self, at: int, end: int) -> bool:
        """Whether titles belong to the name after them, not the one before: "T - A, T - B", "T, pan A, T, pan B"."""
        before, after = self.name(at - 1), self.name(end)
        if after is None or before is None or self.gap(end - 1) != Gap.COMMA:
            return False
        ties, parts = self.marks(end - 1), self.marks(at - 1)
        if ties and ties <= _DASHES and not parts & _DASHES:
            return True
        return before.honorific and self._titles_first(at, after)

    def _acts(self, titles: Sequence[TitleMention]) -> bool:
        """Whether a bare title is the subject of the verb right after it: "To A, the Chairman assigned …"."""
        title = titles[-1]
        after = self.items[title.last] if title.last < len(self.items) else None
        return len(titles) == 1 and title.body is None and after is not None and bool(after.codes("forces"))

    def _looks_on(self, at: int, end: int, after: NameMention) -> bool:
        """Whether a title belongs to the name after it though that has another title behind."""
        ties = self.marks(end - 1)
        tied = bool(ties) and ties <= _DASHES and not self.marks(end) & _DASHES
        return tied or self._titles_first(at, after)

    def _titles_first(self, at: int, after: NameMention) -> bool:
        """Whether a list puts each title before its name, as it does from its first one on: "T, pan A, T, pan B"."""
        first = at
        while first > 0 and self.gap(first - 1) <= Gap.COMMA:
            first -= 1
        return after.honorific and isinstance(self.elements[first], TitleMention)

    def _many_before(self, title: TitleMention, at: int) -> bool:
        """Whether a title after names is told of all that are joined before it."""
        if plural(self.items, title):
            return True
        names = self._coordinated(at - 1)
        dashed = len(names) > 1 and bool(self.marks(at - 1) & _DASHES)
        if self.unmarked:
            return dashed and self._breathed(names)
        return self._perhaps_plural(title) and (self._breathed(names) or dashed)

    def _perhaps_plural(self, title: TitleMention) -> bool:
        """Whether a title's form is that of one person and of several: "wiceprzewodniczący"."""
        return any(item.has("plurals:maybe") for item in self.items[title.first : title.last])

    def _breathed(self, names: Sequence[NameMention]) -> bool:
        """Whether names are told in one breath: "A i B", "A, B oraz C"."""
        return len(names) > 1 and any(item.codes("and") for item in self.items[names[-2].last : names[-1].first])

    def _titled(self, at: int) -> bool:
        """Whether the name at an index is followed by a title of its own."""
        follows = at + 1 < len(self.elements) and isinstance(self.elements[at + 1], TitleMention)
        return follows and self.gap(at) <= Gap.COMMA

    def _listed(self, at: int) -> list[NameMention]:
        """The names of a list without titles of their own: "заместители председателя A, B и C"."""
        found: list[NameMention] = []
        while (name := self.name(at)) is not None:
            found.append(name)
            if self.gap(at) > Gap.COMMA:
                break
            at += 1
        return found

    def _headed(self, at: int) -> list[NameMention]:
        """The names of a list under a heading; each may have further titles of its own."""
        found: list[NameMention] = []
        while at < len(self.elements):
            name = self.name(at)
            found += [name] if name is not None else []
            if self.gap(at) > Gap.SEMICOLON:
                break
            at += 1
        return found

    def _untitled(self, at: int) -> list[NameMention]:
        """The names of a list of two or more without any title of their own: their heading is told of each."""
        names = self._headed(at)
        alone = len(names) > 1 and list(self.elements[at : at + len(names)]) == names
        return names if alone else []

    def _coordinated(self, at: int) -> list[NameMention]:
        """The names joined before a title, in order: "A i B - wiceprzewodniczący"."""
        found: list[NameMention] = []
        while (name := self.name(at)) is not None:
            found.append(name)
            if self.gap(at - 1) > Gap.COMMA:
                break
            at -= 1
        return found[::-1]

    def _standing(self, name: NameMention) -> bool:
        """Whether the rank "permanent" stands in brackets after a name."""
        after = self.items[name.last : name.last + 2]
        return len(after) > 1 and after[0].text == "(" and after[1].has("roles:standing")
