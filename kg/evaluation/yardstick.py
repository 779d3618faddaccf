"""What makes two facts equal: `data/gold.toml`, and the forms in which names, numbers and figures are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
_SIGNS = str.maketrans({"Đ": "D", "đ": "d"})
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`ʼ", ""))
_GAPS = re.compile(r"[\s\-]+")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The tables of data/gold.toml, and the scale words of data/units.toml."""

    scored: tuple[str, ...]
    apart: tuple[str, ...]
    longest_passage: int
    one_committee: frozenset[str]
    one_centre: frozenset[str]
    fields: frozenset[str]
    most_issuers: int
    unit_types: tuple[str, ...]
    needs: Mapping[str, Sequence[str]]
    strength: Mapping[str, int]
    units: Mapping[str, str]
    scales: Mapping[str, float]


@cache
def yardstick() -> Yardstick:
    """The tables, read once."""
    told = tomllib.loads((DATA / "gold.toml").read_text(encoding="utf-8"))
    return Yardstick(
        scored=tuple(told["scored"]),
        apart=tuple(told["apart"]),
        longest_passage=told["longest_passage"],
        one_committee=frozenset(told["one_committee"]),
        one_centre=frozenset(told["one_centre"]),
        fields=frozenset(told["fields"]),
        most_issuers=told["most_issuers"],
        unit_types=tuple(told["unit_types"]),
        needs=told["needs"],
        strength=told["strength"],
        units=told["units"],
        scales=tomllib.loads((DATA / "units.toml").read_text(encoding="utf-8"))["scales"],
    )


def fold(text: str) -> str:
    """A text in plain lower-case letters with single spaces, without apostrophes and hyphens.

    >>> fold("Đoàn Thu Hà"), fold("Krông  H'Năng"), fold("An-Bình")
    ('doan thu ha', 'krong hnang', 'an binh')
    """
    letters = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _GAPS.sub(" ", plain.translate(_APOSTROPHES)).strip().lower()


def digits(text: str) -> str:
    """The digits of a text, one after another.

    >>> digits("1.299,5 ha")
    '12995'
    """
    return re.sub(r"\D", "", text)


def place_keys(name: str) -> frozenset[str]:
    """The forms by which a place is known: its name as it stands, and without the type of unit before it.

    >>> sorted(place_keys("Tỉnh Lạng Sơn"))
    ['langson', 'tinhlangson']
    """
    types = "|".join(re.escape(word) for word in yardstick().unit_types)
    bare = re.sub(rf"^({types}) +", "", name, flags=re.IGNORECASE)
    return frozenset(fold(form).replace(" ", "") for form in (name, bare))


def number_key(number: str) -> str:
    """A document's number as digits and letters from its first digit on, without leading zeros.

    >>> number_key("No. 046-CT/TW")
    '46CTTW'
    """
    letters = re.sub(r"[^0-9A-Z]+", "", fold(number).upper())
    return re.sub(r"^\D+", "", letters).lstrip("0")


def unit_key(unit: str) -> str:
    """A unit without its scale word, by the word that stands for all of its kind.

    >>> unit_key("billion VND"), unit_key("percentage points")
    ('vnd', '%')
    """
    words = fold(unit).split()
    bare = " ".join(words[1:] if words and words[0] in yardstick().scales else words)
    return yardstick().units.get(bare, bare)


def amount(value: float, unit: str) -> float:
    """A value with its unit's scale word multiplied in.

    >>> amount(3.3, "thousand people") == amount(3300, "people")
    True
    """
    return value * yardstick().scales.get(fold(unit).partition(" ")[0], 1)
