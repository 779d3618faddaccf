"""The codes in document numbers (`data/documents.toml`): "NQ" is a resolution, "TU" a provincial party committee."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import DataError

PARTY, STATE = "party", "state"
_LATIN = str.maketrans("ĐđÐð", "DdDd")
_Row = TypeVar("_Row", bound="Series | Issuer")
_PATH = Path(__file__).parents[1] / "data" / "documents.toml"


@dataclass(frozen=True, slots=True)
class Series:
    """The code of a type of document."""

    code: str
    types: tuple[str, ...]
    cyrillic: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """The code of an issuing body, and what it tells of the body."""

    code: str
    kind: str
    style: str
    level: str | None = None
    field: str | None = None
    levels: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    cyrillic: tuple[str, ...] = ()
    example: str = ""

    def may_be(self, kind: str, level: str | None) -> bool:
        """Whether words that name a body of this kind and level can name the issuer."""
        same_level = None in (level, self.level) or level == self.level or level in self.levels
        return same_level and (kind == self.kind or kind in self.words)


@dataclass(frozen=True, slots=True)
class Codes:
    """All codes, under each spelling in capitals."""

    series: Mapping[str, tuple[Series, ...]]
    issuers: Mapping[str, tuple[Issuer, ...]]
    shape: Mapping[int, str]
    sound: Mapping[int, str]
    confused: frozenset[str]
    """Types that translators take for one another."""
    sole_issuer: Mapping[str, str]
    """The kind of the only body that issues documents of a type."""
    one_of_a_kind: Mapping[str, tuple[str, ...]]
    """The kinds of bodies each of which issues one document of a type only."""

    def types_of(self, printed: str) -> tuple[Series, ...]:
        """The types that a printed code can stand for, likeliest first."""
        return tuple(found for form in self._forms(printed) for found in self.series.get(form, ()))

    def issuer_of(self, printed: str, style: str) -> Issuer | None:
        """The issuer that a printed code stands for, one of that style first; a term's number is no part."""
        forms = self._forms(printed.rstrip("0123456789"))
        found = [issuer for form in forms for issuer in self.issuers.get(form, ())]
        return next((issuer for issuer in found if issuer.style == style), found[0] if found else None)

    def latin(self, printed: str) -> str:
        """A code that the table lacks, in ASCII as well as letters tell.

        >>> codes().latin("BCĐ"), codes().latin("СНВ")
        ('BCD', 'SNV')
        """
        plain = printed.translate(_LATIN)
        return plain if plain.isascii() else plain.upper().translate(self.sound)

    def _forms(self, printed: str) -> tuple[str, ...]:
        """How a printed code can be looked up: as it is, by the letters' shapes, by their sounds."""
        plain = printed.translate(_LATIN).upper()
        if plain.isascii():
            return (plain,)
        return tuple(dict.fromkeys((plain, plain.translate(self.shape), plain.translate(self.sound))))


@cache
def codes() -> Codes:
    """The codes; DataError names the entry of the data file that is malformed."""
    data = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return Codes(
        _by_spelling(_rows(Series, "series", data["series"])),
        _by_spelling([*_rows(Issuer, "issuer", data["issuer"]), *_units(data["unit"], data["committee"])]),
        str.maketrans(data["cyrillic"]["shape"]),
        str.maketrans(data["cyrillic"]["sound"]),
        frozenset(data["confused"]["types"]),
        data["sole_issuer"],
        {name: tuple(kinds) for name, kinds in data["one_of_a_kind"].items()},
    )


def _rows(of: Callable[..., _Row], table: str, rows: Iterable[Mapping[str, Any]]) -> list[_Row]:
    found = []
    for row in rows:
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        try:
            found.append(of(**values))
        except TypeError as error:
            raise DataError(f"{_PATH.name}: [[{table}]] {row.get('code', '?')}: {error}") from error
    return found


def _units(units: Iterable[Mapping[str, Any]], committees: Iterable[Mapping[str, Any]]) -> list[Issuer]:
    """The issuers that a unit's code before a committee's makes: VPTU."""
    committees = list(committees)
    return [
        Issuer(
            unit["code"] + committee["code"],
            unit["kind"],
            PARTY,
            committee.get("level"),
            cyrillic=tuple(
                left + right
                for left in (unit["code"], *unit.get("cyrillic", ()))
                for right in (committee["code"], *committee.get("cyrillic", ()))
            ),
        )
        for unit in units
        for committee in committees
    ]


def _by_spelling(rows: Iterable[_Row]) -> Mapping[str, tuple[_Row, ...]]:
    table: dict[str, tuple[_Row, ...]] = {}
    for row in rows:
        for spelling in dict.fromkeys(text.upper() for text in (row.code, *row.cyrillic)):
            table[spelling] = (*table.get(spelling, ()), row)
    return table
