"""The numbers of documents in a sentence: digits with codes, digits behind a type word, lists of both.

"18-NQ/TW", "27/2025/NQ-HĐND" and "48-КЛ/ТВ" carry their codes; "nr 12, 13 i 14" counts behind a type word only; of
"No. 57, 59 and 68-NQ/TW" the last number's codes go for all. A number with codes that the data file lacks is none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kg.mentions.document_codes import PARTY, STATE, Issuer, Series, codes
from kg.mentions.items import Item
from kg.model import Sentence

_DASH = "-–—‑−"
_LETTERS = "A-ZĐÐА-ЯЁ"
_CODE = rf"[{_LETTERS}][A-Za-zĐđÐðА-Яа-яЁё]{{0,15}}\d{{0,2}}"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CODED = re.compile(
    rf"(?<![{_DASH}\w/])(?<!\d[.,])(?P<digits>\d{{1,5}})"
    rf"(?:\s?/\s?{_YEAR})?\s?(?P<mark>[{_DASH}/])\s?(?P<codes>{_CODE}(?:\s?[{_DASH}/]\s?{_CODE}){{0,3}})(?!\w)"
)
_SEPARATOR = re.compile(rf"\s?[{_DASH}/]\s?")
_BETWEEN = ("bodies", "levels", "fields", "glue", "roles", "and")
_BEFORE_A_DATE = ("document_words:dated", "document_words:on")
_NUMBERED_BODIES = ("bodies:working-group", "bodies:steering", "bodies:election", "bodies:department", "bodies:court")
_NUMBERED_LEVELS = ("levels:ward", "levels:ward-or-district", "levels:district", "levels:commune")
_NUMBERED_WITHOUT_SIGN = ("resolution", "directive", "decision", "conclusion", "decree", "circular", "notice")
_FOLLOWERS = ("glue", "and", "document_words", "relations")
_REACH = 12
_LONGEST_BARE = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: items[first:last], and what its codes tell."""

    first: int
    last: int
    digits: str
    printed: str
    codes: tuple[str, ...] = ()
    year: str | None = None
    series: tuple[Series, ...] = ()
    issuer: Issuer | None = None
    issuer_at: int = 0
    """Which of the codes is the issuer's."""
    joined: bool = False
    """Whether a comma or "and" ties it to the number before, whose type word is its own."""


def find_numbers(sentence: Sentence, items: Sequence[Item], dated: Collection[int]) -> list[Number]:
    """The numbers of documents in a sentence, in order; `items` are the sentence's own, `dated` those within dates."""
    coded = _coded_numbers(sentence, items, dated)
    found = sorted([*coded, *_bare_numbers(items, coded, dated)], key=lambda number: number.first)
    return _share_codes(_with_lists(found, items))


# ---------------------------------------------------------------- numbers with codes


def _coded_numbers(sentence: Sentence, items: Sequence[Item], dated: Collection[int]) -> list[Number]:
    """The numbers whose codes the data file knows."""
    found = []
    for match in _CODED.finditer(sentence.text):
        number = _read_codes(match)
        if number is None:
            continue
        first = bisect_right(items, sentence.start + match.start(), key=lambda item: item.end)
        last = bisect_left(items, sentence.start + match.end(), key=lambda item: item.start)
        if number.issuer is not None or type_words(items, before_sign(items, first), dated, strict=False)[1]:
            found.append(replace(number, first=first, last=last))
    return found


def _read_codes(match: re.Match[str]) -> Number | None:
    """What the codes of a number stand for; None where they are no codes of documents."""
    parts = tuple(_SEPARATOR.split(match["codes"]))
    style = STATE if match["year"] or match["mark"] == "/" else PARTY
    issuers = [codes().issuer_of(part, style) for part in parts]
    series = codes().types_of(parts[0])
    at = next((index for index, issuer in enumerate(issuers) if issuer is not None and (index or not series)), None)
    issuer = issuers[at] if at is not None else None
    if issuer is not None and at == 0:
        if not issuer.own or (match["year"] is None and len(parts) == 1):
            return None
        series = (Series("", issuer.own),)
    if not series and issuer is None:
        return None
    return Number(0, 0, match["digits"], match.group(), parts, match["year"], series, issuer, at or 0)


# ---------------------------------------------------------------- numbers without codes


def _bare_numbers(items: Sequence[Item], coded: Sequence[Number], dated: Collection[int]) -> list[Number]:
    """The numbers that only a type word before them makes documents."""
    taken = {index for number in coded for index in range(number.first, number.last)}
    digits = (at for at, item in enumerate(items) if at and item.text.isdecimal())
    free = (at for at in digits if at not in taken and at not in dated)
    return [_bare(items, at) for at in free if _is_bare(items, at) and _names_document(items, at, dated)]


def _names_document(items: Sequence[Item], at: int, dated: Collection[int]) -> bool:
    """Whether the words before a number without codes make it a document's."""
    sign = before_sign(items, at)
    if sign < at:
        return bool(set(type_words(items, sign, dated, strict=True)[1]) - {"other"})
    types = type_words(items, at, dated, strict=True)[1]
    return bool(set(_NUMBERED_WITHOUT_SIGN) & set(types)) and _follows(items, at + 1)


def _bare(items: Sequence[Item], at: int, *, joined: bool = False) -> Number:
    year = _year_after(items, at)
    digits = items[at].text
    printed = f"{digits}/{year}" if year else digits
    return Number(at, at + 3 if year else at + 1, digits, printed, (), year, joined=joined)


def _year_after(items: Sequence[Item], at: int) -> str | None:
    """The year of "41/2025"."""
    if at + 2 >= len(items) or items[at + 1].text != "/" or items[at + 2].start != items[at].end + 1:
        return None
    text = items[at + 2].text
    return text if text.isdecimal() and _FIRST_YEAR <= int(text) < _LAST_YEAR else None


def _is_bare(items: Sequence[Item], at: int) -> bool:
    """Whether a number of a document may stand here: few digits, no decimal, no share, no year."""
    text = items[at].text
    if not text.isdecimal() or len(text) > _LONGEST_BARE or int(text) == 0:
        return False
    if len(text) == _LONGEST_BARE and _FIRST_YEAR <= int(text) < _LAST_YEAR:
        return False
    return (
        not _has_decimals(items, at)
        and not _is_ordinal(items, at)
        and items[min(at + 1, len(items) - 1)].text not in "%‰"
    )


def _is_ordinal(items: Sequence[Item], at: int) -> bool:
    """Whether a number goes on with an ending: "Резолюция 1-го съезда"."""
    ended = at + 2 < len(items) and items[at + 1].text == "-" and items[at + 2].text.islower()
    return ended and _glued(items, at, at + 1) and _glued(items, at + 1, at + 2)


def _has_decimals(items: Sequence[Item], at: int) -> bool:
    marked = at + 2 < len(items) and items[at + 1].text in ".,"
    return marked and items[at + 2].text.isdecimal() and _glued(items, at, at + 1) and _glued(items, at + 1, at + 2)


def _glued(items: Sequence[Item], left: int, right: int) -> bool:
    return items[left].end == items[right].start


def _follows(items: Sequence[Item], at: int) -> bool:
    """Whether what stands behind a number shows that it counts nothing: no noun, but a mark, a name, a date, a cue."""
    if at >= len(items):
        return True
    item = items[at]
    return item.mark or item.text[0].isupper() or any(item.codes(table) for table in _FOLLOWERS)


# ---------------------------------------------------------------- lists


def _with_lists(numbers: Sequence[Number], items: Sequence[Item]) -> list[Number]:
    """The numbers, and those that a comma or "and" adds to them."""
    by_first = {number.first: number for number in numbers}
    found: list[Number] = []
    for number in numbers:
        if found and number.first < found[-1].last:
            continue
        joined = bool(found) and _list_step(items, found[-1].last) == number.first
        found.append(replace(number, joined=joined))
        found += _rest_of_list(number, items, by_first)
    return found


def _list_step(items: Sequence[Item], at: int) -> int:
    """The index after ", ", " and ", "; nr "; the same index where none stands."""
    here = at
    while here < len(items) and (items[here].text in ",;" or items[here].codes("and")):
        here += 1
    if here == at:
        return at
    while here < len(items) and (items[here].has("particles:number-sign") or (items[here].text == "." and here > at)):
        here += 1
    return here


def _rest_of_list(number: Number, items: Sequence[Item], known: dict[int, Number]) -> list[Number]:
    """The bare numbers that follow in a list, if the list closes as one of numbers."""
    rest: list[Number] = []
    last = number.last
    while True:
        at = _list_step(items, last)
        if at == last or at >= len(items) or not _is_bare(items, at) or at in known:
            break
        rest.append(_bare(items, at, joined=True))
        last = rest[-1].last
    closes = at in known and known[at].codes and at > last
    if number.codes and not closes:
        return []
    return rest if closes or len(rest) > 1 or (rest and _follows(items, last)) else []


def _share_codes(numbers: Sequence[Number]) -> list[Number]:
    """Give the bare numbers of a list the codes with which it closes."""
    found: list[Number] = []
    after: Number | None = None
    for number in reversed(numbers):
        shared = number
        if not number.codes and number.year is None and after is not None and after.joined and after.codes:
            shared = replace(after, first=number.first, last=number.last, digits=number.digits, printed=number.printed)
            shared = replace(shared, joined=number.joined)
        found.append(shared)
        after = shared
    return found[::-1]


# ---------------------------------------------------------------- words before the number


def before_sign(items: Sequence[Item], at: int) -> int:
    """The index of the number sign before a number ("No.", "№", "nr"); the number's own where none stands."""
    here = at
    while here and items[here - 1].text in ".:(":
        here -= 1
    return here - 1 if here and items[here - 1].has("particles:number-sign") else at


def type_words(items: Sequence[Item], at: int, dated: Collection[int], *, strict: bool) -> tuple[int, tuple[str, ...]]:
    """The type word before a number sign or number, as (its index, types); bodies and dates may stand between.

    `strict`: the number has no code, so a body that has numbers of its own ("Working Group No. 4") ends the search.
    """
    if strict and at and items[at - 1].has(*_NUMBERED_BODIES, *_NUMBERED_LEVELS):
        return at, ()
    for here in range(at - 1, max(-1, at - 1 - _REACH), -1):
        types = tuple(items[here].codes("doctypes"))
        if types:
            return here, types
        if here not in dated and not _between(items[here], strict=strict) and not _abbreviates(items, here, dated):
            break
    return at, ()


def _abbreviates(items: Sequence[Item], at: int, dated: Collection[int]) -> bool:
    """Whether an item is the point of an abbreviation that closes a date: "2025 r."."""
    return items[at].text == "." and at - 1 in dated


def _between(item: Item, *, strict: bool) -> bool:
    """Whether a word may stand between the type word and the number: parts of a body's name."""
    if item.has(*_BEFORE_A_DATE):
        return True
    return any(item.codes(table) for table in _BETWEEN) or (not strict and (item.capital or item.text in "(«„“\"'"))
