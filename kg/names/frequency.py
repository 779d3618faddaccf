"""How many people bear a name: what agreement of a name alone is worth.

Nguyễn Văn Hùng is the name of one person in a thousand or two, Chẻo Quẩy Hòa of one in millions.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kg.home import PACKAGE
from kg.names.lists import name_lists
from kg.names.spelling import fold

_FILE: Final = PACKAGE / "data" / "names.toml"
_ALL: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Shares:
    """Table [shares] of names.toml: of a hundred thousand people."""

    given: dict[str, int]
    middle: dict[str, int]
    rare: int
    other_middle: int
    second_middle: int
    without_middle: int
    least_surname: int


@cache
def _shares() -> _Shares:
    return _Shares(**tomllib.loads(_FILE.read_text(encoding="utf-8"))["shares"])


@lru_cache(maxsize=65536)
def share(name: str) -> float:
    """The share of the population that bears a name, however it is spelt: surname, middle words and given name.

    >>> f"{share('Nguyễn Văn Hùng'):.5f} {share('Trịnh Châu Giang'):.7f}"
    '0.00074 0.0000014'
    """
    words = fold(name).lower().replace("-", " ").split()
    shares = _shares()
    per_mille = name_lists().surnames.get(words[0], 0) if words else 0
    surname = max(per_mille * _ALL // 1000, shares.least_surname) / _ALL
    if len(words) < 2:
        return surname
    return surname * _middle(words[1:-1], shares) * shares.given.get(words[-1], shares.rare) / _ALL


def _middle(words: list[str], shares: _Shares) -> float:
    if not words:
        return shares.without_middle / _ALL
    first = shares.middle.get(words[0], shares.other_middle) / _ALL
    return first * (shares.second_middle / _ALL) ** (len(words) - 1)
