"""The dates that a sentence states, with the year that it leaves out taken from the article."""

from kg.mentions.dates import find_dates
from kg.mentions.page import Parsed
from kg.mentions.setting import Setting


def date_in(parsed: Parsed, setting: Setting) -> str | None:
    """The first full date of a sentence; None where it states none, or no year is known."""
    dates = [date for date in find_dates(parsed.items, setting) if date.kind == "date" and date.value]
    full = [date.value for date in dates if date.value and len(date.value) == len("2025-10-27")]
    return full[0] if full else None



def day_of(parsed: Parsed, setting: Setting) -> str | None:
    """The first full date on which something told in a sentence happened: not "since", "until", nor a document's."""
    for date in find_dates(parsed.items, setting):
        before = parsed.items[date.first - 1] if date.first else None
        if date.kind != "date" or not date.value or len(date.value) != len("2025-10-27"):
            continue
        if before is None or not before.has("markers:since", "markers:dated"):
            return date.value
    return None
