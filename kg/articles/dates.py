"""Dates of publication: from an address, a dateline, a record; always as exact as stated and no more."""

import re
from datetime import date

from kg.text.signs import DATE

# An article on the web, and no digits that are something else.
YEARS = range(1995, 2100)
_SLASHED = re.compile(r"/(\d{4})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?![\d])")
# "/202512/"; "-20251205", also as the head of a time stamp "-20251205103015"; "05122025"
_RUN = re.compile(r"(?<![0-9A-Za-z])(\d{6}|\d{8}|\d{14}|\d{17})(?![0-9A-Za-z])")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ][\d:.,]{4,18} ?(?:Z|UTC|GMT)?(?:[+-]\d{2}:?\d{2})?)?)?)?")


def _stated(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The date in ISO form if there is such a day and it is plausible."""
    try:
        found = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if found.year not in YEARS:
        return None
    return found.isoformat()[: 10 if day else 7 if month else 4]


def _of_digits(run: str) -> str | None:
    if len(run) == 6:
        return _stated(run[:4], run[4:])
    year_first = _stated(run[:4], run[4:6], run[6:8])
    return year_first or (_stated(run[4:], run[2:4], run[:2]) if len(run) == 8 else None)


def date_in_url(url: str) -> str | None:
    """The most exact date among the parts of an address; None where two of them differ or there is none.

    >>> date_in_url("https://baothainguyen.vn/chinh-tri/202511/lam-viec-5b2703a/")
    '2025-11'
    >>> date_in_url("https://baonghean.vn/2025/12/05/hop-bao-10301.html")
    '2025-12-05'
    """
    path = url.split("://", 1)[-1]
    found = {_stated(*match.groups()) for match in _SLASHED.finditer(path)}
    found |= {_of_digits(match.group()) for match in _RUN.finditer(path)}
    stated = {one for one in found if one is not None}
    best = max(stated, key=len, default=None)
    return best if best is not None and all(best.startswith(one) for one in stated) else None


def date_in_line(text: str) -> str | None:
    """The date in a dateline, day first as in Vietnam or in ISO form.

    >>> date_in_line("Báo Sơn La05/12/2025")
    '2025-12-05'
    """
    match = DATE.search(text)
    if match is None:
        return None
    day, month, year, iso_year, iso_month, iso_day = match.groups()
    return _stated(year, month, day) if year else _stated(iso_year, iso_month, iso_day)


def date_in_record(text: str) -> str | None:
    """A record's date: "2025", "2025-10", "2025-10-27", with or without a time, or "27/10/2025"; None if it is none."""
    match = _ISO.fullmatch(text.strip())
    if match is not None:
        return _stated(*match.groups())
    return date_in_line(text) if DATE.fullmatch(text.strip()) else None
