"""Cut a sentence into tokens with offsets, and give each token the key under which the lexicon knows it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kg.names.people import normal

# A word keeps its inner apostrophes (H'Loan, People's) and its combining marks (text in NFD).
_WORD = r"(?:[^\W_]|[\u0300-\u036f])+(?:['’ʼ‘](?:[^\W_]|[\u0300-\u036f])+)*"
# A unit or a currency that stands without a space is a token of its own: "18km", "4,6ha", "VND4,200".
_UNIT = r"(?:km|ha|kg|cm|mm|m|kwh|kw|mw|usd|vnd|eur)[²³23]?(?!\w)"
_TOKEN = re.compile(rf"\d+(?={_UNIT})|(?:vnd|usd|eur)(?=\d)|{_WORD}|[^\w\s]|_", re.IGNORECASE)


class Token(NamedTuple):
    """A word, a number or a mark; start and end are code points into the article's text.

    A named tuple, as there are tens of thousands in a second's work and they are made faster than dataclasses.
    """

    start: int
    end: int
    text: str
    key: str
    """What the lexicon compares: NFC, lower case, one tone placement, straight apostrophes."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number rather than a mark."""
        return self.text[0].isalnum()


@lru_cache(maxsize=200_000)
def key_of(text: str) -> str:
    """The key of one word.

    >>> key_of("Uỷ"), key_of("Отчёт"), key_of("People’s")
    ('ủy', 'отчет', "people's")
    """
    if text.isascii():
        return text.lower()
    plain = normal(text).casefold().replace("ё", "е")
    return unicodedata.normalize("NFC", re.sub("[’ʼ‘]", "'", plain))


@lru_cache(maxsize=1024)
def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text; `offset` is added to every position.

    >>> [token.text for token in tokens("Siu H'Loan, 6,52%")]
    ['Siu', "H'Loan", ',', '6', ',', '52', '%']
    >>> [token.text for token in tokens("18km, VND4 billion, QH15")]
    ['18', 'km', ',', 'VND', '4', 'billion', ',', 'QH15']
    """
    return tuple(
        Token(found.start() + offset, found.end() + offset, found.group(), key_of(found.group()))
        for found in _TOKEN.finditer(text)
    )
