"""Parts of IRIs: readable ASCII slugs that lose nothing, because a sum stands for what a slug would lose."""

from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from kg.names.spelling import slug

LONGEST: Final = 200
LONGEST_WORDS: Final = 48


def digest(text: str, digits: int) -> str:
    """The first digits of a text's SHA-256 sum."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def bounded(text: str, longest: int = LONGEST) -> str:
    """The text, its end replaced by a sum where it is too long for an IRI."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 40]
    whole = cut[: cut.rfind("%")] if "%" in cut[-2:] else cut
    return f"{whole}~sha-{digest(text, 32)}"


@lru_cache(maxsize=65536)
def code(text: str | None) -> str:
    """A code as it stands; what is no slug gets a sum.

    >>> code("party-committee"), code(None)
    ('party-committee', '')
    """
    return _kept(text or "", slug(text or ""))


@lru_cache(maxsize=65536)
def words(text: str | None) -> str:
    """Free text as words joined by hyphens, letter case apart; with a sum where that loses something.

    >>> words("Working group 4")
    'working-group-4'
    >>> words("Рабочая группа № 4")
    '4.11fc549ecf'
    """
    return _kept((text or "").lower(), slug(text or ""), " ")


def _kept(text: str, plain: str, space: str = "-") -> str:
    if plain.replace("-", space) == text and len(plain) <= LONGEST_WORDS:
        return plain
    return f"{plain[:LONGEST_WORDS].strip('-')}.{digest(text, 10)}"


@lru_cache(maxsize=1024)
def escaped(text: str) -> str:
    """An article's id as a part of an IRI: letters and digits stand, everything unusual is percent-encoded."""
    plain = quote(text, safe="", errors="surrogatepass").replace("~", "%7E")
    return bounded(plain if plain.strip(".") else plain.replace(".", "%2E"), 120)


def joined(mark: str, *parts: str) -> str:
    """The parts with a mark between them, without the empty ones at the end.

    >>> joined("~", "a", "", "b", "")
    'a~~b'
    """
    last = max((at for at, part in enumerate(parts) if part), default=0)
    return bounded(mark.join(parts[: last + 1]))
