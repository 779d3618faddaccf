"""The dates that a sentence states, with the year that it leaves out taken from the article."""

from kg.mentions.dates import find_dates
from kg.mentions.page import Parsed
from kg.mentions.setting import Setting


def date_in(parsed: Parsed, setting: Setting) -> str | None:
    """The first full date of a sentence; None where it states none, or no year is known."""
    dates = [date for date in find_dates(parsed.items, setting) if date.kind == "date" and date.value]
    full = [date.value for date in dates if date.value and len(date.value) == len("2025-10-27")]
    return full[0] if full else None

