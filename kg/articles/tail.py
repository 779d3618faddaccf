"""What the text itself tells of its origin: address, publisher, date, headline, the source that it republishes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from urllib.parse import urlsplit

from kg.articles.dates import date_in_line, date_in_url
from kg.model import LineKind
from kg.text.language import strings
from kg.text.lines import Line, lines
from kg.text.signs import DATE, HOST, source_of

_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\xa0]')
_DATELINE_LINES = 6


@dataclass(frozen=True, slots=True)
class Tail:
    """What is known of an article's origin; None for what nothing tells."""

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    headline: str | None = None
    based_on: str | None = None


def clean_url(text: str) -> str | None:
    """A web address as an IRI may hold it; None if the text is none.

    >>> clean_url("https://baogialai.com.vn/be mac.html")
    'https://baogialai.com.vn/be%20mac.html'
    """
    url = _NOT_IN_IRIS.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), text.strip())
    return url if host(url) is not None else None


def host(url: str) -> str | None:
    """The host of a web address without "www."; None if the text is no web address."""
    try:
        parts = urlsplit(url)
        name = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not name or not HOST.fullmatch(name):
        return None
    return name.removeprefix("www.")


def _url_in(text: str) -> str | None:
    match = _URL.search(text)
    return clean_url(match.group().rstrip(".,;)]")) if match else None


def _republishes(url: str | None) -> bool:
    name = host(url) if url else None
    return name is not None and any(name == site or name.endswith(f".{site}") for site in strings("tail.aggregators"))


def _named(sources: Sequence[str]) -> str | None:
    """The publisher that a source line names without an address: the last of "langson.gov.vn", "Báo Gia Lai"."""
    names = [source.removeprefix("www.").strip("/ ") for source in sources if source and "://" not in source]
    return names[-1] if names else None


@cache
def _outlet() -> re.Pattern[str]:
    words = "|".join(map(re.escape, strings("tail.outlet_words")))
    return re.compile(rf"(?:{words}) \w")


def _outlet_in(bylines: Iterable[str]) -> str | None:
    """The newspaper in a byline, once where it is glued to itself: "Báo Sơn LaBáo Sơn La05/12/2025"."""
    for text in bylines:
        bare = DATE.sub("", text)
        starts = [match.start() for match in _outlet().finditer(bare)]
        if starts:
            return bare[starts[-1] :].strip(" -–—|,()")
    return None


def _publisher(url: str | None, sources: Sequence[str], bylines: Iterable[str], based_on: str | None) -> str | None:
    named = _named(sources)
    if named is not None:
        return named
    if _republishes(url):
        return host(based_on) if based_on else _outlet_in(bylines) or host(url or "")
    return host(url) if url else _outlet_in(bylines)


def _based_on(url: str | None, addresses: Sequence[str]) -> str | None:
    """The last address of another site that the text names as its source; a republishing site is nobody's source."""
    others = [one for one in addresses if url and host(one) != host(url) and not _republishes(one)]
    return others[-1] if others else None


@cache
def _date_word() -> re.Pattern[str]:
    words = "|".join(map(re.escape, strings("tail.date_words")))
    return re.compile(rf"(?:{words}):? (\d{{4}}-\d{{2}}-\d{{2}})\b")


def _dated(found: Sequence[Line]) -> str | None:
    """The date of a dateline near the head or the end, or after the word "date" at the head."""
    for line in found:
        if line.kind is LineKind.BYLINE and (stated := date_in_line(line.text)):
            return stated
    for line in islice((line for line in found if not line.blank), _DATELINE_LINES):
        match = _date_word().match(line.text)
        if match and (stated := date_in_line(match.group(1))):
            return stated
    return None


def read_tail(text: str, url: str | None = None) -> Tail:
    r"""What the lines of a text tell; `url` is the file's or record's own address, which goes before the text's.

    >>> read_tail("Rapat.\nNguồn: baodongthap.vn\nSumber: https://baodongthap.vn/202510/hop.aspx")
    ... # doctest: +NORMALIZE_WHITESPACE
    Tail(url='https://baodongthap.vn/202510/hop.aspx', publisher='baodongthap.vn', published='2025-10',
         headline=None, based_on=None)
    """
    found = lines(text)
    sources = [source_of(line.text) or "" for line in found if line.kind is LineKind.TAIL]
    addresses = [one for one in map(_url_in, sources) if one is not None]
    own = url or (addresses[-1] if addresses else None)
    based_on = _based_on(own, addresses)
    bylines = [line.text for line in found if line.kind is LineKind.BYLINE]
    return Tail(
        url=own,
        publisher=_publisher(own, sources, bylines, based_on),
        published=_dated(found) or (date_in_url(own) if own else None),
        headline=next((line.text for line in found if line.kind is LineKind.HEADLINE), None),
        based_on=based_on,
    )
