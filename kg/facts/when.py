"""The dates that a sentence states, and those that it states with a post."""

from dataclasses import dataclass, replace

from kg.facts.stretches import Stretch
from kg.mentions.dates import DateMention
from kg.mentions.items import Item
from kg.mentions.page import Parsed

_FULL = len("2025-10-27")
_PASSED_OVER = {",", "(", ")", "-", "–", "—"}
_YEAR = len("2025")
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_ROMAN = set("IVXХ")
_LEADING = ("markers:term", "markers:since", "markers:until", "glue:article")
_REACH = 6


@dataclass(frozen=True, slots=True)
class Stated:
    """From when until when a post is held, as far as the words behind it tell; `stop` is the code point after them."""

    start: str | None = None
    end: str | None = None
    term: str | None = None
    stop: int | None = None


def date_in(parsed: Parsed) -> str | None:
    """The first full date of a sentence; None where it states none, or no year is known."""
    return next((date.value for date in parsed.dates if date.value and len(date.value) == _FULL), None)


def day_of(parsed: Parsed) -> str | None:
    """The first full date on which something told in a sentence happened: not "since", "until", nor a document's."""
    for date in parsed.dates:
        before = parsed.items[date.first - 1] if date.first else None
        if date.value is None or len(date.value) != _FULL:
            continue
        bound = before is not None and before.has("markers:bound", "markers:dated")
        if not bound and not any(document.last == date.first for document in parsed.documents):
            return date.value
    return None


def starting_in(parsed: Parsed, stretch: Stretch) -> str | None:
    """The date from which on an act holds: "od 1 listopada 2025 r."."""
    dates = [date for date in parsed.dates if stretch.at < date.first < stretch.right]
    return next((date.value for date in dates if _since(parsed, date)), None)


def _since(parsed: Parsed, date: DateMention) -> bool:
    return date.kind != "term" and date.value is not None and parsed.items[date.first - 1].has("markers:since")


def stated_with(parsed: Parsed, end: int) -> Stated:
    """The dates told in one breath with a post whose words end at a code point: ", masa jabatan 2025-2030"."""
    dates = {date.first: date for date in parsed.dates}
    at = first = next((at for at, item in enumerate(parsed.items) if item.start >= end), len(parsed.items))
    found = Stated()
    while at < len(parsed.items) and at < first + _REACH:
        date = dates.get(at)
        if date is not None:
            found = _with_date(parsed, date, found)
        elif at > first and _is_year(parsed.items[at]):
            found = _bounded(parsed.items[at - 1], parsed.items[at].text, parsed.items[at].end, found)
        elif not _leads_to_date(parsed.items[at]):
            break
        at = date.last if date is not None else at + 1
    return found


def _is_year(item: Item) -> bool:
    return item.text.isdecimal() and len(item.text) == _YEAR and _FIRST_YEAR <= int(item.text) < _LAST_YEAR


def _leads_to_date(item: Item) -> bool:
    """Whether a date of a post may follow a word: "masa jabatan", "od", an ordinal."""
    ordinal = set(item.text) <= _ROMAN or (item.text.isdecimal() and len(item.text) == 1)
    return ordinal or item.text in _PASSED_OVER or item.has(*_LEADING)


def _with_date(parsed: Parsed, date: DateMention, found: Stated) -> Stated:
    before = parsed.items[date.first - 1]
    after = parsed.items[date.last] if date.last < len(parsed.items) else before
    if date.kind == "term":
        told = before.text == "(" or before.has("markers:term") or after.has("markers:term")
        return replace(found, term=date.value, stop=date.end) if told or set(before.text) <= _ROMAN else found
    return _bounded(before, date.value, date.end, found)


def _bounded(before: Item, value: str | None, stop: int, found: Stated) -> Stated:
    """A date behind "since" or "until"."""
    if before.has("markers:since"):
        return replace(found, start=value, stop=stop)
    return replace(found, end=value, stop=stop) if before.has("markers:until") else found
