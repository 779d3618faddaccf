"""The dates that a sentence states, with the year that it leaves out taken from the article."""

from collections import Counter

from kg.mentions.dates import find_dates
from kg.mentions.page import Page, Parsed
from kg.mentions.setting import Setting


def date_in(parsed: Parsed, setting: Setting, year: int | None = None) -> str | None:
    """The first full date of a sentence; None where it states none, or no year is known."""
    del year
    dates = [date for date in find_dates(parsed.items, setting) if date.kind == "date" and date.value]
    full = [date.value for date in dates if date.value and len(date.value) == len("2025-10-27")]
    return full[0] if full else None


def year_of(page: Page) -> int | None:
    """The year in which an article was written: of its publication, else the one that its dates name most."""
    if page.setting.published:
        return int(page.setting.published[:4])
    years = Counter(
        date.value[:4]
        for parsed in page.sentences
        for date in find_dates(parsed.items, page.setting)
        if date.kind == "date" and date.value
    )
    return int(years.most_common(1)[0][0]) if years else None
