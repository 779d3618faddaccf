"""The dates that a sentence states."""

from kg.mentions.page import Parsed

_FULL = len("2025-10-27")


def date_in(parsed: Parsed) -> str | None:
    """The first full date of a sentence; None where it states none, or no year is known."""
    return next((date.value for date in parsed.dates if date.value and len(date.value) == _FULL), None)


def day_of(parsed: Parsed) -> str | None:
    """The first full date on which something told in a sentence happened: not "since", "until", nor a document's."""
    for date in parsed.dates:
        before = parsed.items[date.first - 1] if date.first else None
        if date.value is None or len(date.value) != _FULL:
            continue
        if before is None or not before.has("markers:bound", "markers:dated"):
            return date.value
    return None
