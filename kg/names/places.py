"""The table of administrative units, indexed by every way to write a name in Latin or Cyrillic letters."""

import gzip
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import DataError
from kg.model import Place
from kg.names.spelling import fold, normal, slug, squeeze
from kg.names.transliteration import is_syllable, letter_forms, syllables_at

LEVELS: Final = ("central", "province", "commune", "district")
"""In the order in which units of one name are given."""
_COLUMNS: Final = ["level", "code", "type", "name", "province", "parent", "dissolved", "successors"]
_OTHER_DIACRITICS: Final = 1.0
"""What it costs that a name is written with diacritics that are not the official ones."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of the table."""

    place: Place
    successors: tuple[str, ...]
    """Codes of the units in force that took over its land, the main one first."""

    @property
    def order(self) -> tuple[bool, int, str, str, str]:
        """Units in force first, then by level, province, name and code."""
        place = self.place
        return (
            bool(place.dissolved),
            LEVELS.index(place.level),
            place.province or "",
            slug(place.name),
            place.code or "",
        )


def key_of(name: str) -> str:
    """What all spellings of a name in one script share.

    >>> key_of("Lộc Bình"), key_of("Loc-binh"), key_of("Ea H’leo")
    ('locbinh', 'locbinh', 'eahleo')
    """
    return squeeze(fold(name))


def _words(name: str) -> list[str]:
    """The words of a name, folded: "Bà Rịa - Vũng Tàu" -> ba, ria, vung, tau."""
    return [word for word in map(key_of, name.replace("-", " ").split()) if word]


def _is_cyrillic(text: str) -> bool:
    return not text.isascii() and any("Ѐ" <= letter <= "ӿ" for letter in text)


def read_units(path: Path) -> list[Unit]:
    """The units of a table, packed or not; DataError if its columns are not those expected."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    if not rows or rows[0] != _COLUMNS or any(len(row) != len(_COLUMNS) for row in rows):
        raise DataError(f"{path}: every row must have the columns {', '.join(_COLUMNS)}")
    return [
        Unit(Place(name, level, kind, code, province or None, dissolved or None), tuple(successors.split()))
        for level, code, kind, name, province, _, dissolved, successors in rows[1:]
    ]


@dataclass(frozen=True, slots=True)
class _Cyrillic:
    """What it takes to read names in Cyrillic letters without borders between words."""

    beginnings: frozenset[str]
    """The leading words of all names, joined: how far a spelling has been understood."""
    odd_words: Mapping[str, list[tuple[str, float]]]
    """Cyrillic form -> ASCII and cost, for words of names that are no Vietnamese syllable: Krông, Đắk, 1."""


class Index:
    """Units by the names that texts have for them."""

    def __init__(self, units: Iterable[Unit], aliases: Mapping[str, Sequence[str]]) -> None:
        """Index the units; `aliases` maps the official name of a province or district to its other names."""
        self._aliases = aliases
        self._cyrillic: _Cyrillic | None = None
        self.units = sorted(units, key=lambda unit: unit.order)
        self.by_key: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            for key in sorted({key_of(name) for name in self.names(unit.place)}):
                self.by_key[key].append(unit)

    def names(self, place: Place) -> tuple[str, ...]:
        """The official name and the others."""
        others = () if place.level == "commune" else self._aliases.get(place.name, ())
        return (place.name, *others)

    def _cyrillic_words(self) -> _Cyrillic:
        """What reading Cyrillic takes; built when the first such name is looked up."""
        if self._cyrillic is None:
            found = [_words(name) for unit in self.units for name in self.names(unit.place)]
            beginnings = ("".join(words[:count]) for words in found for count in range(1, len(words) + 1))
            odd_words: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
            for word in sorted({word for unit in self.units for word in _words(unit.place.name)}):
                for form, cost in () if is_syllable(word) else letter_forms(word):
                    odd_words[form].append((word, cost))
            self._cyrillic = _Cyrillic(frozenset(beginnings), odd_words)
        return self._cyrillic

    def _steps(self, cyrillic: str, start: int) -> list[tuple[int, str, float]]:
        """The words that can stand next: where each ends, its ASCII form, its cost."""
        odd_words = self._cyrillic_words().odd_words
        syllables = [(one.end, one.ascii, one.cost) for one in syllables_at(cyrillic, start)]
        odd = [(end, odd_words.get(cyrillic[start:end], ())) for end in range(start + 1, len(cyrillic) + 1)]
        return syllables + [(end, word, cost) for end, words in odd for word, cost in words]

    def _from_cyrillic(self, cyrillic: str) -> dict[str, float]:
        """The keys that Cyrillic letters without borders can stand for, each with its least cost."""
        beginnings = self._cyrillic_words().beginnings
        reached: list[dict[str, float]] = [{} for _ in range(len(cyrillic) + 1)]
        reached[0][""] = 0.0
        for start in range(len(cyrillic)):
            for end, word, more in self._steps(cyrillic, start) if reached[start] else ():
                for beginning, cost in reached[start].items():
                    key = beginning + word
                    if key in beginnings:
                        reached[end][key] = min(cost + more, reached[end].get(key, cost + more))
        return {key: cost for key, cost in reached[-1].items() if key in self.by_key}

    def _cost(self, unit: Unit, name: str) -> float:
        """What it costs that a Latin spelling means a unit: diacritics, where there are any, should be the unit's."""
        wanted = squeeze(normal(name))
        exact = name.isascii() or any(squeeze(normal(other)) == wanted for other in self.names(unit.place))
        return 0.0 if exact else _OTHER_DIACRITICS

    def candidates(self, name: str) -> list[tuple[float, Unit]]:
        """The units that a spelling can mean, each with what it costs, in the order of the units."""
        key = key_of(name)
        found = [(self._cost(unit, name), unit) for unit in self.by_key.get(key, ())]
        if not _is_cyrillic(name):
            return found
        keys = self._from_cyrillic(key)
        found += [(cost, unit) for one, cost in keys.items() for unit in self.by_key[one]]
        return sorted(found, key=lambda item: item[1].order)
