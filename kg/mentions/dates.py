"""Dates, months, years and terms in a sentence, in every written form, completed with the year that the article tells.

"z dnia 25 października 2017 r." gives 2017-10-25; "5 декабря" in an article of December 2025 gives 2025-12-05;
"2025 - 2030" is a term. What a month is called stands in the language pack ([figures.months], [figures.date_words]).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.mentions.items import Item
from kg.mentions.setting import Setting
from kg.mentions.words import DASHES, Wording

LONGEST_TERM = 15
_YEAR = 4
_SEPARATORS = "/.-–‑"
_SHIFTS = (("date_words:last-year", -1), ("date_words:this-year", 0), ("date_words:next-year", 1))
_MIDDLE_OF_MONTH, _MIDDLE_OF_YEAR = 15, 7


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


# ---------------------------------------------------------------- patterns: what begins at a word


def _term(wording: Wording, at: int) -> _Parts | None:
    """As in "2025 - 2030", "2026–2031 годы"."""
    first, last = wording.year(at), wording.year(at + 2)
    if first is None or last is None or wording.text(at + 1) not in DASHES or wording.goes_on(at + 3):
        return None
    if not first < last <= first + LONGEST_TERM:
        return None
    return _Parts(wording.after(at + 3, "date_words:year"), first, last_year=last)


def _numeric(wording: Wording, at: int) -> _Parts | None:
    """As in "3/10/2025", "15.11.2025", "5-9-2025"."""
    if not wording.marks(at + 1, _SEPARATORS) or not wording.marks(at + 3, _SEPARATORS):
        return None
    day, month, year = wording.number(at, 1, 31), wording.number(at + 2, 1, 12), wording.year(at + 4)
    if day is None or month is None or year is None or wording.goes_on(at + 5):
        return None
    return _Parts(wording.after(at + 5, "date_words:year"), year, month, day)


def _iso(wording: Wording, at: int) -> _Parts | None:
    """As in "2025-10-27"."""
    if not wording.marks(at + 1, "-") or not wording.marks(at + 3, "-"):
        return None
    year, month, day = wording.year(at), wording.number(at + 2, 1, 12), wording.number(at + 4, 1, 31)
    if year is None or month is None or day is None or wording.goes_on(at + 5):
        return None
    return _Parts(at + 5, year, month, day)


def _short_numeric(wording: Wording, at: int) -> _Parts | None:
    """As in "31/10", "3-11", "10/2025": only after a word that dates follow, since a fraction looks the same."""
    if not wording.marks(at + 1, "/-.") or not _cued(wording, at):
        return None
    month, year = wording.number(at, 1, 12), wording.year(at + 2)
    if month is not None and year is not None and wording.text(at + 1) == "/" and not wording.goes_on(at + 3):
        return _Parts(at + 3, year, month)
    day, month = wording.number(at, 1, 31), wording.number(at + 2, 1, 12)
    if day is None or month is None or wording.goes_on(at + 3) or wording.text(at + 1) == ".":
        return None
    if wording.text(at + 1) == "-" and not wording.has(at - 1, "date_words:day"):
        return None
    return _with_shift(wording, _Parts(at + 3, None, month, day))


def _cued(wording: Wording, at: int) -> bool:
    return wording.has(at - 1, "date_words:day", "date_words:cue", "date_words:numbered-month")


def _day_and_month(wording: Wording, at: int) -> _Parts | None:
    """As in "27 октября 2025 года", "27-28 października", "5 tháng 9 năm 2025"."""
    day = wording.number(at, 1, 31)
    if day is None:
        return None
    here = at + 1
    if wording.text(here) and wording.text(here) in DASHES and wording.number(here + 1, day + 1, 31) is not None:
        here += 2
    here += wording.text(here) == "." and wording.touch(here)
    here, month = _month(wording, here)
    return _with_year(wording, here, month, day) if month is not None else None


def _month_and_day(wording: Wording, at: int) -> _Parts | None:
    """As in "October 28, 2025": in languages that put the month first."""
    here, month = _month(wording, at)
    day = wording.number(here, 1, 31)
    if month is None or day is None:
        return None
    comma = here + 1 + (wording.text(here + 1) == ",")
    year = wording.year(comma)
    return _Parts(comma + 1, year, month, day) if year is not None else _Parts(here + 1, None, month, day)


def _month_alone(wording: Wording, at: int) -> _Parts | None:
    """As in "September 2025", "tháng 9 năm 2025", "в ноябре"; but "Май Суан Тыонг" is a name."""
    here, month = _month(wording, at)
    if month is None or (wording.text(at)[0].isupper() and wording.text(here)[:1].isupper()):
        return None
    return _with_year(wording, here, month, None)


def _month(wording: Wording, at: int) -> tuple[int, int | None]:
    """The month at a word, by name or by number, as (index after it, month)."""
    after, code = wording.read(at, "months")
    if code is not None:
        return after, int(code)
    here = wording.after(at, "date_words:numbered-month")
    if here > at and wording.number(here, 1, 12) is not None and not wording.goes_on(here + 1):
        return here + 1, wording.number(here, 1, 12)
    return at, None


def _with_year(wording: Wording, here: int, month: int, day: int | None) -> _Parts:
    """A month with the year after it, if one follows: "2025", "năm 2025", "2025 r.", "tahun lalu"."""
    before = wording.after(here, "date_words:year")
    year = wording.year(before)
    if year is None or wording.goes_on(before + 1) or (wording.text(before + 1) in DASHES and wording.year(before + 2)):
        return _with_shift(wording, _Parts(here, None, month, day))
    return _Parts(wording.after(before + 1, "date_words:year"), year, month, day)


def _with_shift(wording: Wording, parts: _Parts) -> _Parts:
    for atom, shift in _SHIFTS:
        after = wording.after(parts.after, atom)
        if after > parts.after:
            return _Parts(after, None, parts.month, parts.day, shift=shift)
    return parts


def _year_word_first(wording: Wording, at: int) -> _Parts | None:
    """As in "tahun 2025", "rok 2026"."""
    here = wording.after(at, "date_words:year")
    if here == at:
        return None
    year = wording.year(here)
    return _Parts(here + 1, year) if year is not None and not wording.goes_on(here + 1) else None


def _year_word_last(wording: Wording, at: int) -> _Parts | None:
    """As in "2025 года", "2025 r."."""
    year = wording.year(at)
    after = wording.after(at + 1, "date_words:year")
    return _Parts(after, year) if year is not None and after > at + 1 else None


def _bare_year(wording: Wording, at: int) -> _Parts | None:
    """As in "in 2025", "the 2026 tasks": four digits that no mark of a number, unit or code touches."""
    if wording.year(at) is None or len(wording.text(at)) != _YEAR or wording.goes_on(at + 1):
        return None
    if wording.marks(at + 1, "-‑") or wording.read(at + 1, "units")[1] or wording.read(at + 1, "scales")[1]:
        return None
    return _Parts(at + 1, wording.year(at))


_OF_CALENDAR = ("months:", "date_words:")
_Pattern = Callable[[Wording, int], _Parts | None]
_AT_NUMBERS: tuple[_Pattern, ...] = (_term, _numeric, _iso, _short_numeric, _day_and_month, _year_word_last)
_AT_WORDS: tuple[_Pattern, ...] = (_month_alone, _year_word_first)


# ---------------------------------------------------------------- finding and completing


def find_dates(
    items: Sequence[Item], wording: Wording, setting: Setting, year_hint: int | None = None
) -> tuple[DateMention, ...]:
    """The dates of a sentence in order of place, by item; `wording` is the same sentence word by word.

    A day or month without a year takes the one that brings it nearest to the day of publication, else `year_hint`;
    where neither tells, its value is None and its day and month stay.
    """
    return tuple(_in_items(date, items, wording) for date in dates_in(wording, setting, year_hint))


def _in_items(date: DateMention, items: Sequence[Item], wording: Wording) -> DateMention:
    """A date with its place among items; a day word that is part of a phrase before it stays outside."""
    first = bisect_left(items, wording.words[date.first].start, key=_start)
    last = bisect_right(items, wording.words[date.last - 1].start, key=_start)
    return replace(date, first=first, last=last, start=items[first].start)


def _start(item: Item) -> int:
    return item.start


def dates_in(wording: Wording, setting: Setting, year_hint: int | None = None) -> tuple[DateMention, ...]:
    """The dates of a sentence by word."""
    numbers = {at for at, word in enumerate(wording.words) if word.text[0].isdecimal()}
    found = []
    done = 0
    for at in sorted(numbers.union(at for at in wording.phrases if _may_begin(wording, at))):
        parts = _read(wording, at, setting) if at >= done else None
        if parts is not None:
            found.append(_completed(wording, at, parts, setting, year_hint))
            done = parts.after
    return tuple(found)


def _may_begin(wording: Wording, at: int) -> bool:
    """Whether a word is one of the calendar's: the rest of the figure words begin no date."""
    for atom in wording.phrases[at]:  # noqa: SIM110  asked of every phrase: a plain loop takes half the time
        if atom.startswith(_OF_CALENDAR):
            return True
    return False


def _read(wording: Wording, at: int, setting: Setting) -> _Parts | None:
    settings = setting.lexicon.settings
    if wording.has(at, "date_words:day"):
        return _first(_AT_NUMBERS[:-1], wording, wording.after(at, "date_words:day"))
    if wording.text(at)[:1].isdecimal():
        patterns = (*_AT_NUMBERS, _bare_year) if settings.get("bare_years", False) else _AT_NUMBERS
        return None if wording.inside_number(at) else _first(patterns, wording, at)
    if settings.get("capital_months", False) and wording.text(at).islower() and wording.read(at, "months")[1]:
        return None
    month_first = settings.get("month_first", False)
    return _first((_month_and_day, *_AT_WORDS) if month_first else _AT_WORDS, wording, at)


def _first(patterns: Iterable[_Pattern], wording: Wording, at: int) -> _Parts | None:
    for pattern in patterns:
        parts = pattern(wording, at)
        if parts is not None:
            return parts
    return None


def _completed(wording: Wording, at: int, parts: _Parts, setting: Setting, hint: int | None) -> DateMention:
    return DateMention(
        at,
        parts.after,
        wording.words[at].start,
        wording.words[parts.after - 1].end,
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
    """The year that an article's dates tell most often, the latest of several; None where none tells a year.

    Days and months tell it before mere years, which may be those of plans; terms and periods do not tell it.
    """
    told = [found for found in dates if found.explicit_year and found.year and not found.last_year]
    sure = [found for found in told if found.month] or told
    years = Counter(found.year for found in sure if found.year)
    return max(years, key=lambda year: (years[year], year)) if years else None
