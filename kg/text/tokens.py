"""Cut a sentence into tokens with offsets, and give each token the key under which the lexicon knows it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from kg.names.people import normal

# A word keeps its inner apostrophes (H'Loan, People's) and its combining marks (text in NFD).
_LETTERS = r"(?:[^\W_]+|[\u0300-\u036f]+)+"
_WORD = rf"{_LETTERS}(?:['’ʼ‘]{_LETTERS})*"
# A unit or a currency that stands without a space is a token of its own: "18km", "4,6ha", "VND4,200".
_UNIT = r"(?i:km|ha|kg|cm|mm|m|kwh|kw|mw|usd|vnd|eur)[²³23]?(?!\w)"
_TOKEN = re.compile(rf"\d+(?={_UNIT})|(?i:vnd|usd|eur)(?=\d)|{_WORD}|[^\w\s]|_")


@dataclass(slots=True)
class Token:
    """A word, a number or a mark; start and end are code points into the article's text.

    Never changed, but not frozen: there are tens of thousands in a second's work, and a frozen one takes four times as
    long to make.
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


_Kind = TypeVar("_Kind", bound=Token)


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


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text; `offset` is added to every position.

    >>> [token.text for token in tokens("Siu H'Loan, 6,52%")]
    ['Siu', "H'Loan", ',', '6', ',', '52', '%']
    >>> [token.text for token in tokens("18km, VND4 billion, QH15")]
    ['18', 'km', ',', 'VND', '4', 'billion', ',', 'QH15']
    """
    return tokens_as(Token, text, offset)


def tokens_as(kind: type[_Kind], text: str, offset: int) -> tuple[_Kind, ...]:
    """The same as objects of a kind of token that knows more."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        start = offset + match.start()
        found.append(kind(start, start + len(word), word, key_of(word)))
    return tuple(found)
