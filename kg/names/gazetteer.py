"""The administrative map of Viet Nam: units in force since 1 July 2025 and those of before, found from any spelling."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from kg.home import PACKAGE
from kg.model import Place
from kg.names.places import LEVELS, Index, Unit, key_of, read_units
from kg.names.spelling import fold, slug, squeeze

__all__ = ["LONGEST_NAME", "Gazetteer", "gazetteer", "slug"]

_FOLDER: Final = PACKAGE / "data"
LONGEST_NAME: Final = 6
"""So many words make the name of a unit at most, a dash being one: "Văn Miếu - Quốc Tử Giám"."""
_COUNTRY: Final = Place("Việt Nam", "central", code="VN")
_LONGEST_PROVINCE: Final = 4

Places = tuple[Place, ...]


class Gazetteer:
    """The map. What it gives for one question is always the same, in the same order."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        """Read the map from a folder that holds places.tsv, places-old.tsv.gz and places.toml."""
        self._folder = folder
        self._data: dict[str, Any] = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
        self._today = Index(read_units(folder / "places.tsv"), self._data["aliases"])
        # By themselves, as most words that may name a province name none: few names are tried soonest.
        self._provinces_only = Index(
            (unit for unit in self._today.units if unit.place.level == "province"), self._data["aliases"]
        )
        self._country_keys = frozenset(map(key_of, self._data["country"]["names"]))
        self._unit_of = {unit.place: unit for unit in self._today.units}
        provinces = self._provinces_only.units
        self._provinces = {slug(unit.place.name): unit for unit in provinces}
        self._province_keys = {key_of(name): unit.place for unit in provinces for name in self._today.names(unit.place)}
        # Word for a unit, folded -> its rank: the order in which they are tried.
        self._unit_words = {fold(word).lower(): rank for rank, word in enumerate(self._data["units"]["words"])}
        self._longest_unit = max(len(word.split()) for word in self._unit_words)
        # Level and code -> place; a unit in force hides one of before that bore its code.
        self._codes = {(unit.place.level, unit.place.code): unit.place for unit in reversed(self._today.units)}
        # Slug of a province -> its own and those of the provinces that its land belongs to now.
        self._land = {
            name: frozenset({name, *(slug(heir.name) for heir in self.successors(unit.place))})
            for name, unit in self._provinces.items()
        }
        self._old: Index | None = None
        self._old_unit_of: dict[Place, Unit] = {}
        # Level and code of a unit in force -> the units that went into it; filled when first asked for.
        self._parts: defaultdict[tuple[str, str | None], list[Place]] = defaultdict(list)
        self._find = lru_cache(maxsize=65536)(self._look_up)

    def _old_communes(self) -> Index:
        """The communes dissolved; read only when one is asked for."""
        if self._old is None:
            self._old = Index(read_units(self._folder / "places-old.tsv.gz"), {})
            self._old_unit_of.update((unit.place, unit) for unit in self._old.units)
        return self._old

    # ------------------------------------------------------------ by name

    def find(
        self,
        name: str,
        *,
        level: str | None = None,
        province: str | None = None,
        language: str = "vi",
        former: bool = False,
    ) -> Places:
        """The units that a name can mean, best first; none if no unit bears it.

        The name may be written with diacritics, in ASCII or in Cyrillic, joined, split or hyphenated, with or without
        the type of the unit; the language says which case endings it may carry. With a province (its slug or name) only
        units on its land are given. A dissolved unit is given only where none in force fits, an old commune only for
        level "commune"; with `former` only dissolved units are.

        >>> [place.name for place in gazetteer().find("Локбинь")]
        ['Lộc Bình']
        """
        return self._find(name, level, slug(province) if province else None, language, former)

    def longest(
        self,
        words: Sequence[str],
        *,
        level: str | None = None,
        province: str | None = None,
        language: str = "vi",
        former: bool = False,
    ) -> tuple[int, Places]:
        """How many of the leading words make the longest name of a place, and the places; (0, ()) if none.

        >>> gazetteer().longest(["Lạng", "Sơn", "cho", "biết"])[0]
        2
        """
        for count in range(min(LONGEST_NAME, len(words)), 0, -1):
            name = " ".join(words[:count])
            found = self.find(name, level=level, province=province, language=language, former=former)
            if found:
                return count, found
        return 0, ()

    def every(self, name: str, *, province: str | None = None, language: str = "vi") -> Places:
        """All units, in force or dissolved, at any level, that a name can mean.

        >>> [(place.unit_type, place.province) for place in gazetteer().every("Lộc Bình", province="lang-son")]
        [('Xã', 'lang-son'), ('Huyện', 'lang-son'), ('Thị trấn', 'lang-son')]
        """
        found = (
            self.find(name, level=level, province=province, language=language, former=former)
            for former in (False, True)
            for level in LEVELS
        )
        return tuple(dict.fromkeys(place for places in found for place in places))

    def shared(self) -> Iterator[Places]:
        """The communes in force of one province that bear one name but for its diacritics: ASCII does not tell them."""
        for units in self._today.by_key.values():
            places = [unit.place for unit in units if unit.place.level == "commune"]
            for province in sorted({place.province or "" for place in places}):
                sharing = tuple(place for place in places if place.province == province)
                if len(sharing) > 1:
                    yield sharing

    def _look_up(self, name: str, level: str | None, province: str | None, language: str, former: bool) -> Places:  # noqa: FBT001
        if level in {None, "central"} and key_of(name) in self._country_keys and not former:
            return (_COUNTRY,)

        def wanted(unit: Unit) -> bool:
            old = former <= bool(unit.place.dissolved)
            return old and level in {None, unit.place.level} and (province is None or self._lies_in(unit, province))

        for spelling in self._spellings(name, language):
            found = _best(self._provinces_only if level == "province" else self._today, spelling, wanted)
            if not found and level == "commune":
                found = _best(self._old_communes(), spelling, wanted)
            if found:
                return found
        return ()

    def _spellings(self, name: str, language: str) -> Iterator[str]:
        """The name as it stands, without the type of its unit, without its case ending."""
        yield name
        words = name.replace(".", " ").split()
        sizes = range(1, min(self._longest_unit, len(words) - 1) + 1)
        starts = [(self._unit_words.get(fold(" ".join(words[:size])).lower()), size) for size in sizes]
        for _, size in sorted((rank, size) for rank, size in starts if rank is not None):
            yield " ".join(words[size:])
        for ending in self._data["endings"].get(language, ()):
            if name.endswith(ending["cut"]):
                yield name.removesuffix(ending["cut"]) + ending["add"]

    def _lies_in(self, unit: Unit, province: str) -> bool:
        """Whether a unit's land lies in a province of that slug, today or before."""
        own = unit.place.province or slug(unit.place.name)
        return province in self._land.get(own, ())

    # ------------------------------------------------------------ by kinship

    def by_code(self, level: str, code: str) -> Place | None:
        """The unit of that official code, the one in force where an old one bore it too."""
        found = self._codes.get((level, code))
        if found is None and level == "commune":
            found = next((unit.place for unit in self._old_communes().units if unit.place.code == code), None)
        return found

    def with_code(self, code: str) -> Places:
        """All units, in force or dissolved, of an official code; those in force first."""
        units = sorted((*self._today.units, *self._old_communes().units), key=lambda unit: unit.order)
        return tuple(unit.place for unit in units if unit.place.code == code)

    def province(self, place: Place) -> Place | None:
        """The province that a place lies in, or is; None for the country and for places off the map."""
        if place.level == "province":
            return place
        unit = self._provinces.get(place.province or "")
        return unit.place if unit else None

    def successors(self, place: Place) -> Places:
        """The units in force that took over the land of a dissolved one, the main one first; none for one in force."""
        unit = self._unit_of.get(place)
        if unit is None and place.dissolved:
            self._old_communes()
            unit = self._old_unit_of.get(place)
        return self._heirs(unit) if unit is not None else ()

    def _heirs(self, unit: Unit) -> Places:
        level = "province" if unit.place.level == "province" else "commune"
        return tuple(self._codes[level, code] for code in unit.successors)

    def predecessors(self, place: Place) -> Places:
        """The dissolved units whose land, or a part of it, a unit in force took over; none for a dissolved one."""
        if not self._parts:
            for unit in (*self._today.units, *self._old_communes().units):
                # of a district the communes went into others, but for the islands that had none
                if unit.place.level != "district" or len(unit.successors) == 1:
                    for heir in self._heirs(unit):
                        self._parts[heir.level, heir.code].append(unit.place)
        return () if place.dissolved else tuple(self._parts.get((place.level, place.code), ()))

    def country(self) -> Place:
        """Viet Nam."""
        return _COUNTRY

    # ------------------------------------------------------------ by address

    def province_in_url(self, url: str) -> Place | None:
        """The province of today that a web address tells of; None where nothing or two different ones tell.

        The host decides ("baotuyenquang.com.vn", "sotc.langson.gov.vn"), else a slug after a word for a province
        ("…-tinh-son-la-…").
        """
        try:
            parts = urlsplit(url if "//" in url else f"//{url}")
            host = parts.hostname or ""
        except ValueError:  # what looks like an IPv6 address and is none
            return None
        in_host = {place for label in host.split(".") for place in self._in_label(squeeze(label))}
        found = in_host or self._in_path(_path_words(parts.path))
        today = {heir for place in found for heir in self.successors(place) or (place,)}
        return today.pop() if len(today) == 1 else None

    def _in_label(self, label: str) -> set[Place]:
        """The province that a label of a host names: the longest name in it."""
        urls = self._data["urls"]
        if label in urls["hosts"]:
            return {self._provinces[slug(urls["hosts"][label])].place}
        starts = (label, *(label.removeprefix(prefix) for prefix in urls["prefixes"]))
        named = [
            key
            for key in self._province_keys
            if key in label and (len(key) >= urls["shortest_inside"] or any(start.startswith(key) for start in starts))
        ]
        return {self._province_keys[max(named, key=lambda key: (len(key), key))]} if named else set()

    def _in_path(self, words: list[str]) -> set[Place]:
        """The provinces that the words of a path name, each after a word for a province."""
        units = {tuple(word.split("-")) for word in self._data["urls"]["unit_words"]}
        starts = {
            at + len(unit) for unit in units for at in range(len(words)) if tuple(words[at : at + len(unit)]) == unit
        }
        keys = ("".join(words[at : at + count]) for at in starts for count in range(1, _LONGEST_PROVINCE + 1))
        return {self._province_keys[key] for key in keys if key in self._province_keys}


def _best(index: Index, name: str, wanted: Callable[[Unit], bool]) -> Places:
    """The units of an index that fit best: the spelling first, then whether they are in force."""
    found = [(cost, bool(unit.place.dissolved), unit.place) for cost, unit in index.candidates(name) if wanted(unit)]
    best = min((rank[:2] for rank in found), default=None)
    return tuple(dict.fromkeys(rank[2] for rank in found if rank[:2] == best))


def _path_words(path: str) -> list[str]:
    """The words of the path of a web address: "/tin/tinh-son-la-12.html" -> tin, tinh, son, la, 12, html."""
    return "".join(letter if letter.isalnum() else " " for letter in path.lower()).split()


@cache
def gazetteer() -> Gazetteer:
    """The map of the project's own data, read once."""
    return Gazetteer()
