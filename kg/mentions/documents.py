"""Numbered documents in a sentence, in every style in which numbers are written.

"Резолюцию № 18-NQ/TW", "48-КЛ/ТВ" and "27 – NQ/TW" carry the codes of their type and issuer; "Uchwały nr 12, 13 i 14"
and "Directive 05" are numbers behind a type word; in "No. 57, 59 and 68-NQ/TW" the last number's codes go for all.
Road numbers, storms, fractions and dates have neither.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.mentions.document_codes import PARTY, STATE, Issuer, Series, codes
from kg.mentions.items import Item
from kg.mentions.setting import Setting
from kg.model import Sentence

_DASH = "-–—‑−"
_LETTERS = "A-ZĐÐА-ЯЁ"
_CODE = rf"[{_LETTERS}][A-Za-zĐđÐðА-Яа-яЁё]{{0,15}}\d{{0,2}}"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CODED = re.compile(
    rf"(?<![\w/{_DASH}])(?<!\d[.,])(?P<digits>\d{{1,5}})"
    rf"(?:\s?/\s?{_YEAR})?\s?(?P<mark>[{_DASH}/])\s?(?P<codes>{_CODE}(?:\s?[{_DASH}/]\s?{_CODE}){{0,3}})(?!\w)"
)
_SEPARATOR = re.compile(rf"\s?[{_DASH}/]\s?")
_BETWEEN = ("bodies", "levels", "fields", "glue", "roles", "and")
_NUMBERED_PLACES = ("bodies:working-group", "bodies:steering", "levels:ward", "levels:ward-or-district", "levels:commune")
_NUMBERED_WITHOUT_SIGN = ("resolution", "directive", "decision", "conclusion", "decree", "circular", "notice")
_FOLLOWERS = ("bodies", "levels", "roles", "glue", "and", "document_words", "relations", "fields")
_REACH = 12
_LONGEST_BARE = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Words that name a numbered document: items[first:last], the type word included where one stands before."""

    first: int
    last: int
    start: int
    end: int
    at: int
    """The item at which the number begins."""
    number: str
    """As the Vietnamese series writes it: "18-NQ/TW"; only digits where no code is told."""
    printed: str
    """The number as the article writes it."""
    type: str
    words: tuple[str, ...]
    """The types that the words before the number can stand for."""
    issuer: Issuer | None = None
    year: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it is digits only, without a code or a year."""
        return self.number.isdigit()


@dataclass(frozen=True, slots=True)
class _Number:
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


def find_documents(sentence: Sentence, items: Sequence[Item], setting: Setting) -> tuple[DocumentMention, ...]:
    """The numbered documents that a sentence names, in order; `items` are the sentence's own."""
    if not any(mark.isdecimal() for mark in sentence.text):
        return ()
    coded = _coded_numbers(sentence, items)
    numbers = _share_codes(_with_lists(sorted([*coded, *_bare_numbers(items, coded)], key=lambda n: n.first), items))
    found: list[DocumentMention] = []
    for number in numbers:
        before = found[-1] if found and number.joined else None
        found.append(_mention(number, items, before))
    return tuple(found)


# ---------------------------------------------------------------- numbers with codes


def _coded_numbers(sentence: Sentence, items: Sequence[Item]) -> list[_Number]:
    """The numbers whose codes the data file knows."""
    found = []
    for match in _CODED.finditer(sentence.text):
        number = _read_codes(match)
        if number is not None:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            covered = [index for index, item in enumerate(items) if item.start < end and item.end > start]
            found.append(replace(number, first=covered[0], last=covered[-1] + 1))
    return found


def _read_codes(match: re.Match[str]) -> _Number | None:
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
    return _Number(0, 0, match["digits"], match.group(), parts, match["year"], series, issuer, at or 0)


def _canonical(number: _Number, series: Series | None) -> str:
    """The number as the Vietnamese series writes it."""
    digits = f"{int(number.digits):02}"
    if not number.codes:
        return f"{digits}/{number.year}" if number.year else digits
    parts = [codes().latin(part) for part in number.codes]
    if series is not None and series.code:
        parts[0] = series.code
    if number.issuer is not None:
        part = number.codes[number.issuer_at]
        parts[number.issuer_at] = number.issuer.code + part[len(part.rstrip("0123456789")) :]
    style = number.issuer.style if number.issuer else PARTY if number.year is None else STATE
    if number.year or style == STATE:
        return "/".join([digits, *([number.year] if number.year else []), "-".join(parts)])
    return f"{digits}-{parts[0]}" + ("/" + "-".join(parts[1:]) if parts[1:] else "")


# ---------------------------------------------------------------- numbers without codes


def _bare_numbers(items: Sequence[Item], coded: Sequence[_Number]) -> list[_Number]:
    """The numbers that only a type word before them makes documents."""
    taken = {index for number in coded for index in range(number.first, number.last)}
    found = []
    for at, item in enumerate(items):
        if not _is_bare(items, at) or at in taken:
            continue
        sign = _before_sign(items, at)
        if sign < at and _type_words(items, sign, strict=True)[1]:
            found.append(_bare(items, at))
        elif sign == at and at and _follows(items, at + 1):
            if any(code in _NUMBERED_WITHOUT_SIGN for code in items[at - 1].codes("doctypes")):
                found.append(_bare(items, at))
    return found


def _bare(items: Sequence[Item], at: int, *, joined: bool = False) -> _Number:
    year = _year_after(items, at)
    last = at + 3 if year else at + 1
    return _Number(at, last, items[at].text, f"{items[at].text}/{year}" if year else items[at].text, (), year, joined=joined)


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
    return not (_glued(items, at, at + 1) and at + 2 < len(items) and _digits_follow(items, at)) and not _percent(items, at)


def _digits_follow(items: Sequence[Item], at: int) -> bool:
    return items[at + 1].text in ".," and items[at + 2].text.isdecimal() and _glued(items, at + 1, at + 2)


def _percent(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].text in ("%", "‰")


def _glued(items: Sequence[Item], left: int, right: int) -> bool:
    return right < len(items) and items[left].end == items[right].start


def _follows(items: Sequence[Item], at: int) -> bool:
    """Whether what stands behind a number shows that it counts nothing: no noun, but a mark, a body, a date, a cue."""
    if at >= len(items):
        return True
    item = items[at]
    return item.mark or item.text[0].isupper() or any(item.codes(table) for table in _FOLLOWERS)


# ---------------------------------------------------------------- lists


def _with_lists(numbers: Sequence[_Number], items: Sequence[Item]) -> list[_Number]:
    """The numbers, and those that a comma or "and" adds to them."""
    by_first = {number.first: number for number in numbers}
    found: list[_Number] = []
    for number in numbers:
        if found and number.first < found[-1].last:
            continue
        found.append(number if not (found and _joined(items, found[-1].last, number.first)) else replace(number, joined=True))
        found += _rest_of_list(number, items, by_first)
    return found


def _joined(items: Sequence[Item], last: int, first: int) -> bool:
    """Whether only list marks and number signs stand between two numbers."""
    return _list_step(items, last) == first


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


def _rest_of_list(number: _Number, items: Sequence[Item], known: dict[int, _Number]) -> list[_Number]:
    """The bare numbers that follow in a list, if the list closes as one of numbers."""
    rest: list[_Number] = []
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


def _share_codes(numbers: Sequence[_Number]) -> list[_Number]:
    """Give the bare numbers of a list the codes with which it closes."""
    found: list[_Number] = []
    after: _Number | None = None
    for number in reversed(numbers):
        shared = number
        if not number.codes and number.year is None and after is not None and after.joined and after.codes:
            shared = replace(number, codes=after.codes, series=after.series, issuer=after.issuer, issuer_at=after.issuer_at, year=after.year)
        found.append(shared)
        after = shared
    return found[::-1]


# ---------------------------------------------------------------- words before the number


def _before_sign(items: Sequence[Item], at: int) -> int:
    """The index of the number sign before a number ("No.", "№", "nr"); the number's own where none stands."""
    here = at
    while here and items[here - 1].text in ".:(":
        here -= 1
    return here - 1 if here and items[here - 1].has("particles:number-sign") else at


def _type_words(items: Sequence[Item], at: int, *, strict: bool) -> tuple[int, tuple[str, ...]]:
    """The type word before a number sign or number, as (its index, types); bodies may stand between.

    `strict`: the number has no code, so a body that has numbers of its own ("Working Group No. 4") ends the search.
    """
    if strict and at and items[at - 1].has(*_NUMBERED_PLACES):
        return at, ()
    for here in range(at - 1, max(-1, at - 1 - _REACH), -1):
        types = tuple(items[here].codes("doctypes"))
        if types:
            return here, types
        if not (items[here].capital and not strict) and not any(items[here].codes(table) for table in _BETWEEN):
            break
    return at, ()


def _mention(number: _Number, items: Sequence[Item], before: DocumentMention | None) -> DocumentMention:
    sign = _before_sign(items, number.first)
    first, types = _type_words(items, sign, strict=not number.codes)
    if before is not None and not types:
        first, types = sign, before.words
    series = next((one for one in number.series if set(one.types) & set(types)), next(iter(number.series), None))
    return DocumentMention(
        first,
        number.last,
        items[first].start,
        items[number.last - 1].end,
        number.first,
        _canonical(number, series),
        number.printed,
        _type(series, types),
        types,
        number.issuer,
        number.year,
    )


def _type(series: Series | None, words: Sequence[str]) -> str:
    """The type of a document: the code's, of several the one that the words name."""
    if series is None:
        return words[0] if words else "other"
    return next((code for code in series.types if code in words), series.types[0])
