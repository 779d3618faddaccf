"""Dates, months, years and terms in a sentence, in every written form, completed with the year that the article tells.

"z dnia 25 października 2017 r." gives 2017-10-25; "5 декабря" in an article of December 2025 gives 2025-12-05;
"2025 - 2030" is a term. What a month is called stands in the language pack ([figures.months], [figures.date_words]).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kg.lexicon import Lexicon
from kg.mentions.setting import Setting

FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_TERM = 15
_DASHES = "-–—‑−"
_SEPARATORS = "/.-–‑"
_MIDDLE_OF_MONTH, _MIDDLE_OF_YEAR = 15, 7


class Word(Protocol):
    """A token or an item: a stretch of the sentence with its key for the lexicon."""

    @property
    def start(self) -> int:
        """Where it begins in the article."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def key(self) -> str:
        """What the lexicon compares."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that tell a date, a month, a year or a term: words[first:last], the day word ("tanggal") included."""

    first: int
    last: int
    start: int
    end: int
    kind: str
    """"date" (a day), "month", "year" or "term"."""
    year: int | None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    """The end of a term."""
    explicit_year: bool = True

    @property
    def value(self) -> str | None:
        """As in "2025-10-27", "2025-10", "2025", a term as "2025-2030"; None where nothing tells the year."""
        if self.year is None:
            return None
        if self.kind == "term":
            return f"{self.year}-{self.last_year}"
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a pattern read, before the year is completed."""

    after: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    shift: int | None = None
    """How far "last year" or "this year" is from the year of publication."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a sentence and what the pack's date words among them stand for."""

    words: Sequence[Word]
    codes: Mapping[int, tuple[int, frozenset[str]]] = field(default_factory=dict)

    def has(self, at: int, code: str) -> bool:
        """Whether a phrase with this code begins at a word."""
        return at in self.codes and f"date_words:{code}" in self.codes[at][1]

    def after(self, at: int, code: str) -> int:
        """The index after the phrase with this code that begins at a word; the same index where none does."""
        return self.codes[at][0] if self.has(at, code) else at

    def month(self, at: int) -> int | None:
        """The month that a word names."""
        atoms = self.codes[at][1] if at in self.codes else ()
        return next((int(atom[7:]) for atom in atoms if atom.startswith("months:")), None)

    def number(self, at: int, low: int, high: int, digits: int = 2) -> int | None:
        """The number that stands at a word, if it has at most so many digits and lies between two bounds."""
        text = self.words[at].text if at < len(self.words) else ""
        if not text.isdecimal() or len(text) > digits or not low <= int(text) <= high:
            return None
        return int(text)

    def year(self, at: int) -> int | None:
        """The year of four digits at a word."""
        if at >= len(self.words) or len(self.words[at].text) != len("2025"):
            return None
        return self.number(at, FIRST_YEAR, LAST_YEAR, digits=4)

    def text(self, at: int) -> str:
        """A word's text; nothing past the end."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def touch(self, at: int) -> bool:
        """Whether a word stands directly after the one before it."""
        return 0 < at < len(self.words) and self.words[at - 1].end == self.words[at].start

    def marks(self, at: int, marks: str) -> bool:
        """Whether one of these marks joins the words before and after it without space: "3/10"."""
        mark = self.text(at)
        return len(mark) == 1 and mark in marks and self.touch(at) and self.touch(at + 1)

    def inside_number(self, at: int) -> bool:
        """Whether the number at a word goes on to its left: "1.299", "118/2025"."""
        return self.marks(at - 1, "/.,-:") and self.text(at - 2)[:1].isalnum()

    def goes_on(self, at: int) -> bool:
        """Whether a number that ends before a word goes on there: "2025/NQ", "2025-CT", "2.025"."""
        return self.marks(at, "/.,-:–") and self.text(at + 1)[:1].isalnum()


def line_of(words: Sequence[Word], figures: Lexicon | None) -> _Line:
    """The words with what the pack knows of them."""
    if figures is None:
        return _Line(words)
    return _Line(words, {match.first: (match.last, match.atoms) for match in figures.matches(words)})


# ---------------------------------------------------------------- patterns: what begins at a word


def _term(line: _Line, at: int) -> _Parts | None:
    """As in "2025 - 2030", "2026–2031 годы"."""
    first, last = line.year(at), line.year(at + 2)
    if first is None or last is None or line.text(at + 1) not in _DASHES or line.goes_on(at + 3):
        return None
    if not first < last <= first + LONGEST_TERM:
        return None
    return _Parts(line.after(at + 3, "year"), first, last_year=last)


def _numeric(line: _Line, at: int) -> _Parts | None:
    """As in "3/10/2025", "15.11.2025", "5-9-2025"."""
    if not line.marks(at + 1, _SEPARATORS) or not line.marks(at + 3, _SEPARATORS):
        return None
    day, month, year = line.number(at, 1, 31), line.number(at + 2, 1, 12), line.year(at + 4)
    if day is None or month is None or year is None or line.goes_on(at + 5):
        return None
    return _Parts(line.after(at + 5, "year"), year, month, day)


def _iso(line: _Line, at: int) -> _Parts | None:
    """As in "2025-10-27"."""
    if not line.marks(at + 1, "-") or not line.marks(at + 3, "-"):
        return None
    year, month, day = line.year(at), line.number(at + 2, 1, 12), line.number(at + 4, 1, 31)
    if year is None or month is None or day is None or line.goes_on(at + 5):
        return None
    return _Parts(at + 5, year, month, day)


def _short_numeric(line: _Line, at: int) -> _Parts | None:
    """As in "31/10", "3-11", "10/2025": only after a word that dates follow, since a fraction looks the same."""
    if not line.marks(at + 1, "/-.") or not _cued(line, at):
        return None
    month, year = line.number(at, 1, 12), line.year(at + 2)
    if month is not None and year is not None and line.text(at + 1) == "/" and not line.goes_on(at + 3):
        return _Parts(at + 3, year, month)
    day, month = line.number(at, 1, 31), line.number(at + 2, 1, 12)
    if day is None or month is None or line.goes_on(at + 3) or line.text(at + 1) == ".":
        return None
    if line.text(at + 1) == "-" and not line.has(at - 1, "day"):
        return None
    return _with_shift(line, _Parts(at + 3, None, month, day))


def _cued(line: _Line, at: int) -> bool:
    return any(line.has(at - 1, code) for code in ("day", "cue", "numbered-month"))


def _day_and_month(line: _Line, at: int) -> _Parts | None:
    """As in "27 октября 2025 года", "27-28 października", "5 tháng 9 năm 2025"."""
    day = line.number(at, 1, 31)
    if day is None:
        return None
    here = at + 1
    if line.text(here) and line.text(here) in _DASHES and line.number(here + 1, day + 1, 31) is not None:
        here += 2
    here += line.text(here) == "." and line.touch(here)
    here, month = _month(line, here)
    return _with_year(line, here, month, day) if month is not None else None


def _month_and_day(line: _Line, at: int) -> _Parts | None:
    """As in "October 28, 2025": in languages that put the month first."""
    month, day = line.month(at), line.number(at + 1, 1, 31)
    if month is None or day is None:
        return None
    comma = at + 2 + (line.text(at + 2) == ",")
    year = line.year(comma)
    return _Parts(comma + 1, year, month, day) if year is not None else _Parts(at + 2, None, month, day)


def _month_alone(line: _Line, at: int) -> _Parts | None:
    """As in "September 2025", "tháng 9 năm 2025", "в ноябре"; but "Май Суан Тыонг" is a name."""
    here, month = _month(line, at)
    if month is None or (line.text(at)[0].isupper() and line.text(here)[:1].isupper()):
        return None
    return _with_year(line, here, month, None)


def _month(line: _Line, at: int) -> tuple[int, int | None]:
    """The month at a word, by name or by number, as (index after it, month)."""
    month = line.month(at)
    if month is not None:
        return line.codes[at][0], month
    here = line.after(at, "numbered-month")
    if here > at and line.number(here, 1, 12) is not None and not line.goes_on(here + 1):
        return here + 1, line.number(here, 1, 12)
    return at, None


def _with_year(line: _Line, here: int, month: int, day: int | None) -> _Parts:
    """A month with the year after it, if one follows: "2025", "năm 2025", "2025 r.", "tahun lalu"."""
    before = line.after(here, "year")
    year = line.year(before)
    if year is None or line.goes_on(before + 1) or (line.text(before + 1) in _DASHES and line.year(before + 2)):
        return _with_shift(line, _Parts(here, None, month, day))
    return _Parts(line.after(before + 1, "year"), year, month, day)


def _with_shift(line: _Line, parts: _Parts) -> _Parts:
    for code, shift in (("last-year", -1), ("this-year", 0), ("next-year", 1)):
        after = line.after(parts.after, code)
        if after > parts.after:
            return _Parts(after, None, parts.month, parts.day, shift=shift)
    return parts


def _year_word_first(line: _Line, at: int) -> _Parts | None:
    """As in "tahun 2025", "rok 2026"."""
    here = line.after(at, "year")
    if here == at:
        return None
    year = line.year(here)
    return _Parts(here + 1, year) if year is not None and not line.goes_on(here + 1) else None


def _year_word_last(line: _Line, at: int) -> _Parts | None:
    """As in "2025 года", "2025 r."."""
    year = line.year(at)
    after = line.after(at + 1, "year")
    return _Parts(after, year) if year is not None and after > at + 1 else None


_Pattern = Callable[[_Line, int], _Parts | None]
_AT_NUMBERS: tuple[_Pattern, ...] = (_term, _numeric, _iso, _short_numeric, _day_and_month, _year_word_last)
_AT_WORDS: tuple[_Pattern, ...] = (_month_alone, _year_word_first)


# ---------------------------------------------------------------- finding and completing


def find_dates(items: Sequence[Word], setting: Setting, year_hint: int | None = None) -> tuple[DateMention, ...]:
    """The dates of a sentence, given as items or tokens, in order of place.

    A day or month without a year takes the one that brings it nearest to the day of publication, else `year_hint`;
    where neither tells, its value is None and its day and month stay.
    """
    line = line_of(items, setting.lexicon.figures)
    found = []
    at = 0
    while at < len(items):
        parts = _read(line, at, setting)
        if parts is not None:
            found.append(_completed(line, at, parts, setting, year_hint))
        at = parts.after if parts else at + 1
    return tuple(found)


def _read(line: _Line, at: int, setting: Setting) -> _Parts | None:
    if line.has(at, "day"):
        return _first(_AT_NUMBERS[:-1], line, line.after(at, "day"))
    if line.text(at)[:1].isdecimal():
        return None if line.inside_number(at) else _first(_AT_NUMBERS, line, at)
    if at not in line.codes:
        return None
    month_first = setting.lexicon.settings.get("month_first", False)
    return _first((_month_and_day, *_AT_WORDS) if month_first else _AT_WORDS, line, at)


def _first(patterns: Iterable[_Pattern], line: _Line, at: int) -> _Parts | None:
    for pattern in patterns:
        parts = pattern(line, at)
        if parts is not None:
            return parts
    return None


def _completed(line: _Line, at: int, parts: _Parts, setting: Setting, hint: int | None) -> DateMention:
    return DateMention(
        at,
        parts.after,
        line.words[at].start,
        line.words[parts.after - 1].end,
        _kind(parts),
        parts.year if parts.year is not None else _year_for(parts, setting.published, hint),
        parts.month,
        parts.day,
        parts.last_year,
        parts.year is not None,
    )


def _kind(parts: _Parts) -> str:
    if parts.last_year is not None:
        return "term"
    if parts.day is not None:
        return "date"
    return "month" if parts.month is not None else "year"


def _year_for(parts: _Parts, published: str | None, hint: int | None) -> int | None:
    """The year of a day or month told without one."""
    if published is None:
        return hint + (parts.shift or 0) if hint is not None else None
    year = int(published[:4])
    if parts.shift is not None or parts.month is None or len(published) <= len("2025"):
        return year + (parts.shift or 0)
    told = _ordinal(year, int(published[5:7]), int(published[8:10] or _MIDDLE_OF_MONTH))
    return min((year, year - 1, year + 1), key=lambda near: abs(_ordinal(near, parts.month, parts.day) - told))


def _ordinal(year: int, month: int | None, day: int | None) -> int:
    """A day as a number; days that a month does not have count as its last."""
    month = month or _MIDDLE_OF_YEAR
    first_of_next = date(year + month // 12, month % 12 + 1, 1).toordinal()
    return min(date(year, month, 1).toordinal() + (day or _MIDDLE_OF_MONTH) - 1, first_of_next - 1)


def dominating_year(dates: Iterable[DateMention]) -> int | None:
    """The year that an article's dates tell most often, the latest of several; None where none tells a year."""
    years = Counter(found.year for found in dates if found.explicit_year and found.year and found.kind != "term")
    return max(years, key=lambda year: (years[year], year)) if years else None
