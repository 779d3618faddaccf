"""Bodies named in a sentence: runs of body words, level words, fields and place names, whatever their order.

"sekretarz [Komitetu Organizacyjnego Komitetu Partii Prowincji]" is one body: the words between the brackets give the
atoms organization, committee, party, province, which `data/bodies.toml` knows as a party organization commission.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.gazetteer import gazetteer
from kg.mentions.items import Item
from kg.mentions.setting import Setting
from kg.model import Place
from kg.names import read_name, readings

_PARTS = ("bodies", "levels", "fields")
_COMMUNE_LEVELS = {"commune", "ward", "special-zone"}
MAX_PLACE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of data/bodies.toml."""

    code: str
    needs: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    level: str | None = None
    leader: str = "head"
    parent: str | None = None
    sole: bool = False

    def fits(self, bag: frozenset[str]) -> bool:
        """Whether a body named by these atoms is of this kind."""
        return self.needs <= bag and not (self.without & bag) and (not self.any or bool(self.any & bag))


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of bodies in the order in which they are tried."""
    text = (Path(__file__).parents[1] / "data" / "bodies.toml").read_text(encoding="utf-8")
    return tuple(_kind(row) for row in tomllib.loads(text)["kind"])


def _kind(row: Mapping[str, Any]) -> Kind:
    sets = {name: frozenset(row.get(name, ())) for name in ("needs", "any", "without")}
    return Kind(
        code=row["code"],
        level=row.get("level"),
        leader=row.get("leader", "head"),
        parent=row.get("parent"),
        sole=row.get("sole", False),
        **sets,
    )


@cache
def leaders() -> Mapping[str, str]:
    """What the first person of a body is, by kind."""
    return {kind.code: kind.leader for kind in reversed(kinds())}


@cache
def kind_of(bag: frozenset[str]) -> Kind | None:
    """The kind of body that these atoms name, or None."""
    return next((kind for kind in kinds() if kind.fits(bag)), None)


@dataclass(frozen=True, slots=True)
class BodyMention:
    """Words that name a body (or, without a kind, only a level or place): items[first:last]."""

    first: int
    last: int
    start: int
    end: int
    kind: str | None
    level: str | None
    place: Place | None
    field: str | None
    number: str | None
    atoms: frozenset[str]


@dataclass(slots=True)
class _Run:
    """What the words read so far say."""

    atoms: set[str]
    fields: list[str]
    place: Place | None = None
    number: str | None = None


def read_place(items: Sequence[Item], at: int, level: str | None, setting: Setting) -> tuple[int, Place | None]:
    """The place that begins at an item, as (index after it, place); (at, None) where none does.

    A commune that the map does not list is a place too when a level word introduces it, as long as it is no
    person's name.
    """
    words = _capitals(items, at)
    if not words:
        return at, None
    for province in (None,) if level == "province" else (setting.province_slug, None):
        count, places = gazetteer().longest(words, level=level, province=province, language=setting.language)
        if count and len(places) == 1:
            return at + count, places[0]
        if count and level == "commune" and province is None:
            return at + count, _unlisted(_common_name(places) or " ".join(words[:count]), setting)
    if level == "commune":
        count = _unlisted_length(words, setting)
        return at + count, _unlisted(" ".join(words[:count]), setting) if count else None
    return at, None


def _common_name(places: Sequence[Place]) -> str | None:
    """The name that namesakes share with its diacritics, if they do."""
    names = {place.name for place in places}
    return names.pop() if len(names) == 1 else None


def _unlisted_length(words: Sequence[str], setting: Setting) -> int:
    """How many words make the name of a place that no map lists: what a person's name after it leaves over."""
    if all(readings(word, setting.language) for word in words[:2]):
        for count in (2, 3, 1):
            rest = words[count:]
            if len(words) >= count and (not rest or read_name(rest, setting.language)):
                return count
    return 0


def _capitals(items: Sequence[Item], at: int) -> list[str]:
    words = []
    while (
        at < len(items) and len(words) < MAX_PLACE_WORDS and (items[at].capital or (words and items[at].text.isdigit()))
    ):
        words.append(items[at].text)
        at += 1
    return words


def _unlisted(name: str, setting: Setting) -> Place:
    return Place(name, "commune", province=setting.province_slug)


def find_body(items: Sequence[Item], at: int, setting: Setting) -> BodyMention | None:
    """The longest body, level or place phrase that begins at an item; None where none does."""
    run = _Run(set(), [])
    here, last = at, at
    while here < len(items):
        step = _step(items, here, at, run, setting)
        if step == here:
            break
        if not _joins(items[here]) and not items[here].has("roles:delegate"):
            last = step
        here = step
    if last == at or not run.atoms:
        return None
    return _mention(items, at, last, run)


def _joins(item: Item) -> bool:
    """Words that only join parts of one body: "of", "dari"."""
    return item.has("glue:of", "glue:this") and not item.text[0].isupper()


def _step(items: Sequence[Item], here: int, first: int, run: _Run, setting: Setting) -> int:
    """Where the phrase goes on after one more part; `here` where it ends."""
    item = items[here]
    if any(item.codes(table) for table in _PARTS):
        return _take_words(item, here, run, setting)
    if item.has("glue:this") and here > first:
        run.atoms.add("THIS")
        return here + 1
    after = _after_ordinal(items, here)
    if after > here:
        return after
    if _joins(item) or ("delegation" in run.atoms and item.has("roles:delegate")):
        return here + 1 if here > first else here
    if item.has("particles:number-sign") and "working-group" in run.atoms:
        return _take_number(items, here, run)
    if item.capital:
        return _take_place(items, here, first, run, setting)
    return here


def _after_ordinal(items: Sequence[Item], here: int) -> int:
    """The index after an ordinal that a body's word follows: "15-го Национального собрания", "XIII KC"."""
    text = items[here].text
    if not text.isdigit() and not (text.isupper() and set(text) <= set("IVXХ")):
        return here
    after = here + 1
    if after + 1 < len(items) and items[after].text == "-" and items[after + 1].text.islower():
        after += 2
    return after if after < len(items) and any(items[after].codes(table) for table in _PARTS) else here


def _take_words(item: Item, here: int, run: _Run, setting: Setting) -> int:
    del setting
    run.atoms.update(item.codes("bodies"), item.codes("levels"))
    run.fields += item.codes("fields")
    return here + 1


def _take_number(items: Sequence[Item], here: int, run: _Run) -> int:
    if here + 1 < len(items) and items[here + 1].text.isdigit():
        run.number = items[here + 1].text.lstrip("0")
        return here + 2
    return here


def _take_place(items: Sequence[Item], here: int, first: int, run: _Run, setting: Setting) -> int:
    """A place name: after a level word any place of that level, elsewhere only a province."""
    previous = items[here - 1] if here > first else None
    levels = _levels(previous) if previous is not None else []
    for level in levels or ["province"]:
        after, place = read_place(items, here, level, setting)
        if place is not None:
            if not levels and here == first and not _goes_on(items, after):
                return here
            run.place = place if run.place is None or place.level != "province" else run.place
            run.atoms.add(place.level)
            return after
    return _take_place_before_level(items, here, run, setting)


def _levels(item: Item) -> list[str]:
    """The levels that the place after this word can have, likeliest first."""
    found: list[str] = []
    for code in item.codes("levels"):
        found += {"city": ["province", "district"], "ward-or-district": ["commune", "district"]}.get(
            code, ["commune"] if code in _COMMUNE_LEVELS else [code] if code in ("province", "district") else []
        )
    return found


def _goes_on(items: Sequence[Item], at: int) -> bool:
    return at < len(items) and bool(items[at].codes("bodies") or items[at].codes("levels"))


def _take_place_before_level(items: Sequence[Item], here: int, run: _Run, setting: Setting) -> int:
    """ "Xuan Truong commune": the name stands before its level word."""
    count = len(_capitals(items, here))
    if not count or here + count >= len(items):
        return here
    for level in _levels(items[here + count]):
        after, place = read_place(items, here, level, setting)
        if place is not None and after == here + count:
            run.place = place
            run.atoms.add(place.level)
            return after
    return here


def _mention(items: Sequence[Item], first: int, last: int, run: _Run) -> BodyMention:
    bag = frozenset(run.atoms | ({"FIELD"} if run.fields else set()))
    kind = kind_of(bag)
    field = run.fields[0] if run.fields else None
    return BodyMention(
        first,
        last,
        items[first].start,
        items[last - 1].end,
        kind.code if kind else None,
        (kind.level if kind else None) or _level(bag, run.place),
        run.place,
        field,
        run.number,
        bag,
    )


def _level(bag: frozenset[str], place: Place | None) -> str | None:
    if bag & _COMMUNE_LEVELS or (place is not None and place.level == "commune"):
        return "commune"
    if "district" in bag or (place is not None and place.level == "district"):
        return "district"
    if "ward-or-district" in bag:
        return "commune"
    if "province" in bag or place is not None:
        return "province"
    return "central" if "central" in bag else None
