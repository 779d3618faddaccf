"""The province named beside a commune: "xã Lộc Bình, tỉnh Lạng Sơn", "Loc Binh commune in Lang Son province".

It tells which of several communes of one name is meant, before all that the article tells elsewhere.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kg.mentions.items import Item
from kg.mentions.setting import Setting
from kg.model import Place
from kg.names.gazetteer import gazetteer, slug

_FARTHEST = 7
"""So many items after a commune its province may begin; a district may stand between."""
_LONGEST_NAME = 4
_OPENING = {",", "(", "-", "–"}
_ENDING = {".", ";", ":"}
_LEVELS = {"province", "city"}
_BETWEEN = ("glue:of", "levels:district", "particles:old")
"""Words that may stand between, with marks and prepositions of one letter: "in", "thuộc", "huyện"; no verb may."""
_COMMUNES = ("levels:commune", "levels:ward", "levels:special-zone", "levels:ward-or-district")


class Beside(NamedTuple):
    """A province named beside a commune."""

    place: Place
    words: str
    """As the article writes it: a commune beside "Hồ Chí Minh" has its diacritics, too, beside "Ho Chi Minh" none."""


def province_beside(items: Sequence[Item], first: int, after: int, setting: Setting) -> Beside | None:
    """The province named next to the words items[first:after] that may name a commune; None where none is."""
    return _after(items, after, setting) or _before(items, first, setting)


def _after(items: Sequence[Item], at: int, setting: Setting) -> Beside | None:
    """The province that follows: "…, tỉnh Lạng Sơn", "… commune in Lang Son province", "…, Lang Son"."""
    if at < len(items) and items[at].has(*_COMMUNES):
        at += 1
    for here in range(at, min(at + _FARTHEST, len(items))):
        item = items[here]
        if item.text in _ENDING or item.codes("and") or item.has(*_COMMUNES):
            return None
        if _LEVELS.intersection(item.codes("levels")):
            return _named(items, here + 1, setting)
        if _of_name(item) and not _of_name(items[here - 1]):
            words = _capitals(items, here)
            end = here + len(words)
            told = _is_level(items, end) or (here == at + 1 and items[at].text in _OPENING and _closes(items, end))
            if told and (found := _province(words, setting)):
                return found
        elif not (_of_name(item) or len(item.text) == 1 or item.has(*_BETWEEN)):
            return None
    return None


def _before(items: Sequence[Item], first: int, setting: Setting) -> Beside | None:
    """The province that stands before: "tỉnh Lạng Sơn, xã …", "Lang Son province's … commune"."""
    at = first - 1
    while at >= 0 and (items[at].has(*_COMMUNES) or items[at].text in {",", "("}):
        at -= 1
    if _is_level(items, at):
        start = _start(items, at)
        words = [item.text for item in items[start:at]]
    else:
        start = _start(items, at + 1)
        words = [item.text for item in items[start : at + 1]] if _is_level(items, start - 1) else []
    return _province(words, setting)


def after_apposed(items: Sequence[Item], at: int, place: Place, setting: Setting) -> int:
    """The index after the province beside its commune: "общины Локбинь[, провинции Лангшон], Нгуен Ван Ан"."""
    if at >= len(items) or items[at].text not in {",", "("}:
        return at
    first = at + 2 if _is_level(items, at + 1) and not items[at + 1].codes("bodies") else at + 1
    words = _capitals(items, first)[:_LONGEST_NAME]
    count, _ = gazetteer().longest(words, level="province", language=setting.language)
    found = _province(words[:count], setting)
    end = first + count
    if first == at + 1:
        goes_on = end + 1 < len(items) and items[end + 1].of(("bodies", "fields", "roles"))
        end = end + 1 if _is_level(items, end) and not items[end].codes("bodies") and not goes_on else at
    if found is None or end <= at or place.province not in _land(found.place):
        return at
    if items[at].text == "(":
        return end + 1 if end < len(items) and items[end].text == ")" else at
    return end


def _land(province: Place) -> set[str]:
    """A province and what it became, as keys of the gazetteer."""
    return {slug(one.name) for one in (province, *gazetteer().successors(province))}


def _start(items: Sequence[Item], end: int) -> int:
    """Where the capitals begin that end before an index."""
    start = end
    while start > 0 and _of_name(items[start - 1]):
        start -= 1
    return start


def _capitals(items: Sequence[Item], at: int) -> list[str]:
    end = at
    while end < len(items) and _of_name(items[end]):
        end += 1
    return [item.text for item in items[at:end]]


def _of_name(item: Item) -> bool:
    """Whether a word may be a province's, though a pack knows it: "Điện Biên"."""
    return item.text[0].isupper() and not item.codes("levels")


def _is_level(items: Sequence[Item], at: int) -> bool:
    return 0 <= at < len(items) and bool(_LEVELS.intersection(items[at].codes("levels")))


def _closes(items: Sequence[Item], at: int) -> bool:
    """Whether a phrase ends here: at a mark, or with the sentence."""
    return at >= len(items) or items[at].mark


def _named(items: Sequence[Item], at: int, setting: Setting) -> Beside | None:
    """The province whose name begins at an item."""
    words = _capitals(items, at)[:_LONGEST_NAME]
    count, _ = gazetteer().longest(words, level="province", language=setting.language)
    return _province(words[:count], setting)


def _province(words: Sequence[str], setting: Setting) -> Beside | None:
    """The only province that all the words name."""
    name = " ".join(words)
    found = gazetteer().find(name, level="province", language=setting.language) if words else ()
    return Beside(found[0], name) if len(found) == 1 else None
