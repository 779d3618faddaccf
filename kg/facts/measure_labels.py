"""What a figure counts or measures, in the article's own words, and the indicator that they name.

"Pendapatan anggaran negara diperkirakan 25.140 miliar VND" gives "Pendapatan anggaran negara", budget-revenue. Verbs,
dates and joining words are cut off with the pack's tables; data/indicators.toml turns what is left into a code.
"""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from kg.facts.measure_figures import Figure, Scene, noun_end
from kg.home import PACKAGE
from kg.mentions.words import DASHES, Wording

LONGEST_LABEL = 9
_MORE_WORDS = 3
_SHORTEST_WORD = 3
# Words that no label holds; and words that it may hold inside, not at its ends.
_CUT = ("cues:reach", "cues:planned", "cues:over", "cues:equal", "cues:including", "cues:compared", "cues:approximate")
_EDGE = ("noise:stop", "cues:of", "cues:and", "cues:by", "cues:to", "cues:range", "periods:in", "periods:since")


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that name an indicator: words[first:last]."""

    first: int
    last: int
    label: str
    known: bool
    """Whether the pack knows some of them."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of data/indicators.toml."""

    code: str
    needs: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()

    def fits(self, atoms: Collection[str], unit: str | None) -> bool:
        told = self.needs <= set(atoms) and (not self.any or not self.any.isdisjoint(atoms))
        return told and (not self.units or unit in self.units)


@cache
def _rows() -> tuple[_Row, ...]:
    text = (PACKAGE / "data" / "indicators.toml").read_text(encoding="utf-8")
    return tuple(
        _Row(row["code"], *(frozenset(row.get(key, ())) for key in ("needs", "any", "units")))
        for row in tomllib.loads(text)["indicator"]
    )


def indicator_of(wording: Wording, first: int, last: int, unit: str | None) -> str | None:
    """The indicator that words[first:last] name for a figure in a unit; None where they name no known one."""
    atoms = {
        atom.removeprefix("indicators:")
        for at in range(first, last)
        for atom, end in wording.phrases.get(at, {}).items()
        if atom.startswith("indicators:") and end <= last
    }
    return next((row.code for row in _rows() if row.fits(atoms, unit)), None)


# ---------------------------------------------------------------- where the words stand


def naming_of(scene: Scene, figure: Figure, *, follows: bool) -> Naming | None:
    """The words that name what a figure is about; None where it only goes on with what was named before.

    `follows` tells that its words compare it with something, so that another figure before it can be meant.
    """
    if figure.amount.noun is not None and not figure.amount.shared:
        return _counted(scene, figure)
    before = list(_runs(scene, figure.left, figure.amount.first))
    after = [] if follows else list(_runs(scene, figure.amount.last, figure.stop))
    for runs in (reversed(before), after):
        known = next((run for run in runs if run.known), None)
        if known is not None:
            return known
    if follows or figure.bracketed:
        return None
    return next(iter([*reversed(before), *after]), None)


def fallback(scene: Scene, figure: Figure) -> Naming | None:
    """The nearest naming words anywhere before a figure, else after it."""
    before = list(_runs(scene, 0, figure.amount.first))
    return next(iter([*reversed(before), *_runs(scene, figure.amount.last, len(scene.wording.words))]), None)


def _counted(scene: Scene, figure: Figure) -> Naming:
    """The noun phrase after a number."""
    wording, first = scene.wording, figure.amount.noun or figure.amount.last
    last = noun_end(wording, figure.amount)
    extended = last
    while extended < figure.stop and _is_name_word(scene, extended):
        extended += 1
    if extended - last > _MORE_WORDS or _is_cut(scene, extended):
        extended = last
    return Naming(first, extended, wording.span(first, extended), known=True)


def _runs(scene: Scene, first: int, last: int) -> Iterator[Naming]:
    """The stretches of naming words in words[first:last]."""
    wording = scene.wording
    start = first
    at = first
    while at <= last:
        inside = wording.read(at, "indicators")[0] if at < last else at
        if inside > at and inside <= last:
            at = inside
            continue
        if at == last or not _may_name(scene, at):
            run = _trimmed(scene, start, at)
            if run is not None:
                yield run
            start = at + 1
        at += 1


def _may_name(scene: Scene, at: int) -> bool:
    wording = scene.wording
    word = wording.text(at)
    hyphen = word in DASHES and wording.marks(at, DASHES)
    return hyphen or (_is_word(word) and not _is_cut(scene, at))


def _is_name_word(scene: Scene, at: int) -> bool:
    return _is_word(scene.wording.text(at)) and not _is_cut(scene, at) and not scene.wording.has(at, *_EDGE)


def _is_word(word: str) -> bool:
    return word[:1].isalpha()


def _is_cut(scene: Scene, at: int) -> bool:
    """Whether a word is a verb of reaching or changing, or part of a date."""
    wording = scene.wording
    if any(date.first <= at < date.last for date in scene.dates):
        return True
    return wording.has(at, *_CUT) or wording.read(at, "change")[1] is not None


def _trimmed(scene: Scene, first: int, last: int) -> Naming | None:
    """A stretch without joining words at its ends, and no longer than a label; None where nothing is left."""
    wording = scene.wording
    while first < last and wording.has(last - 1, *_EDGE):
        last -= 1
    first = max(first, last - LONGEST_LABEL)
    while first < last and wording.has(first, *_EDGE):
        first += 1
    if not any(len(wording.text(at)) >= _SHORTEST_WORD for at in range(first, last)):
        return None
    known = any(wording.read(at, "indicators")[1] is not None for at in range(first, last))
    if first > 0 and known and wording.read(first - 1, "change")[0] == first and _is_noun(wording, first - 1):
        first -= 1
    return Naming(first, last, wording.span(first, last), known)


def _is_noun(wording: Wording, at: int) -> bool:
    """Whether a word of change is a noun: "pertumbuhan GRDP", "темпы роста ВРП"."""
    return wording.has(at, "cues:growth")
