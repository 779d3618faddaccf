"""Surnames, syllables and case endings of Vietnamese names: data/names.toml, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.home import PACKAGE
from kg.names.spelling import fold, normal
from kg.names.transliteration import is_syllable, to_cyrillic

_FILE: Final = PACKAGE / "data" / "names.toml"


@dataclass(frozen=True, slots=True)
class NameLists:
    """What names.toml tells, folded for comparison."""

    surnames: dict[str, int]
    """ASCII in lower case -> share of the population in per mille, 0 for the rare ones."""
    spelt: frozenset[str]
    """The same with diacritics, `normal`, in lower case."""
    highland: frozenset[str]
    """Surnames after which a given name may be a highland or a Khmer syllable."""
    words: frozenset[str]
    """Words of names that are spelt like no Vietnamese syllable."""
    onsets: frozenset[str]
    rimes: frozenset[str]
    loans: dict[str, str]
    """Onset of a borrowed syllable -> the one that Vietnamese spelling would have."""
    prefixes: dict[str, str]
    """Cyrillic -> Latin letter that may stand before an apostrophe."""
    cyrillic: dict[str, str]
    """Cyrillic form of those words -> ASCII."""
    endings: dict[str, tuple[tuple[str, str], ...]]
    """Language -> what a case adds to a name, what the name ends in instead."""
    not_first: dict[str, frozenset[str]]
    forebears: frozenset[str]
    """Whole names in lower case ASCII."""


def _folded(words: str) -> list[str]:
    return fold(words).lower().split()


@cache
def name_lists() -> NameLists:
    """The lists of data/names.toml."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    groups = data["surnames"]
    named = [
        *groups["shares"],
        *" ".join(groups[key] for key in ("kinh", "north", "south", "highland")).split(),
    ]
    surnames = {fold(name).lower(): groups["shares"].get(name, 0) for name in named[::-1]}
    words = {word for word in _folded(data["highland"]["words"]) if not is_syllable(word)}
    words |= {word for word in surnames if word.isalpha() and not is_syllable(word)}
    return NameLists(
        surnames=surnames,
        spelt=frozenset(normal(name).lower() for name in named),
        highland=frozenset(_folded(groups["highland"] + groups["khmer"])) | words,
        words=frozenset(words),
        onsets=frozenset(data["highland"]["onsets"].split()) | {""},
        rimes=frozenset(data["highland"]["rimes"].split()),
        loans=data["highland"]["loans"],
        prefixes=data["highland"]["prefixes"],
        cyrillic={to_cyrillic(word).lower(): word for word in sorted(words)},
        endings={key: tuple((end["cut"], end["add"]) for end in ends) for key, ends in data["endings"].items()},
        not_first={key: frozenset(words) for key, words in data["not_first"].items()},
        forebears=frozenset(fold(name).lower() for name in data["forebears"]["names"]),
    )
