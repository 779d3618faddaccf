"""Which congress is meant: "the 1st Congress", "Đại hội lần thứ XIV", "XIV съезд", "Kongres ke-1", "pierwszy zjazd".

The words and the terms of the national congresses stand in data/documents.toml ([ordinals]).
"""

import re
import tomllib
from functools import cache
from typing import Any, Final

from kg.home import PACKAGE
from kg.model import Body

_VALUES: Final = {"I": 1, "V": 5, "X": 10}
_FURTHEST: Final = 24
"""Characters behind a body's name in which an ordinal may follow it."""
_LARGEST: Final = 39


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "data" / "documents.toml").read_text(encoding="utf-8"))["ordinals"]  # type: ignore[no-any-return]


@cache
def _inside() -> re.Pattern[str]:
    """An ordinal among the words of a name: not the digits of a date, a share or a term."""
    return re.compile(rf"(?<![\w.,/–-])(\d{{1,2}})(?![\d/%–]|[.,-]\d)|(?<!\w)({_numeral()})(?!\w)")


@cache
def _behind() -> re.Pattern[str]:
    """An ordinal right behind a name, led by a word that makes it one."""
    leads = "|".join(map(re.escape, _data()["leads"]))
    return re.compile(rf"\s*,?\s*(?:{leads})\s*-?\s*(?:(\d{{1,2}})|({_numeral()}))(?!\w)", re.IGNORECASE)


def _numeral() -> str:
    words = "|".join(re.escape(word) for words in _data()["words"].values() for word in words)
    return f"[IVXХІ]+|(?i:{words})"


def ordinal_in(text: str, start: int, end: int) -> tuple[int | None, int]:
    """The ordinal told with the name of a congress at text[start:end], and the code point after the words for it.

    >>> ordinal_in("Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ", 0, 20)
    (18, 34)
    >>> ordinal_in("of the 1st Party Congress", 0, 25), ordinal_in("Kongres Partai ke-1", 0, 14)
    ((1, 25), (1, 19))
    """
    found = _inside().search(text, start, end)
    if found is not None:
        return _value(found), end
    found = _behind().match(text, end, end + _FURTHEST)
    return (_value(found), found.end()) if found is not None else (None, end)


def is_ordinal(word: str) -> bool:
    """Whether a word is an ordinal: "first", "первого"."""
    return _word(word) > 0


def _value(found: re.Match[str]) -> int | None:
    """What an ordinal stands for; None for one higher than any congress, as 0 and 80."""
    digits, numeral = found.groups()
    value = int(digits) if digits else _word(numeral) or _roman(numeral.upper())
    return value if 0 < value <= _LARGEST else None


def _word(numeral: str) -> int:
    words: dict[str, list[str]] = _data()["words"]
    return next((int(value) for value, forms in words.items() if numeral.lower() in forms), 0)


def _roman(numeral: str) -> int:
    """The value of a Roman numeral, with Cyrillic letters as well.

    >>> _roman("XIV"), _roman("ХVIII")
    (14, 18)
    """
    values = [_VALUES[letter] for letter in numeral.replace("Х", "X").replace("І", "I")]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def roman(value: int) -> str:
    """A number up to 39 as a Roman numeral.

    >>> roman(18)
    'XVIII'
    """
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + ones[value % 10]


def term_of(body: Body, ordinal: int | None) -> str | None:
    """The term for which a national congress decides, by its ordinal."""
    terms: dict[str, str] = _data()["national_terms"]
    return terms.get(str(ordinal)) if body.level == "central" else None
