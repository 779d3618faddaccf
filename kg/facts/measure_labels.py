"""What a figure counts or measures, in the article's own words, and the indicator that they name.

"Pendapatan anggaran negara diperkirakan 25.140 miliar VND" gives "Pendapatan anggaran negara", budget-revenue. Verbs,
dates and joining words are cut off with the pack's tables; data/indicators.toml turns what is left into a code.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.facts.measure_figures import Figure, Scene, noun_end
from kg.home import PACKAGE
from kg.mentions.words import DASHES, Wording

LONGEST_LABEL = 9
_MORE_WORDS = 3
_SHORTEST_WORD = 3
_MARKS = " ,:.-–—"
# Words that no label holds; and words that it may hold inside, not at its ends.
_CLOSED = frozenset(
    (
        *("cues:reach", "cues:planned", "cues:plan", "cues:average", "cues:over", "cues:equal", "cues:including"),
        *("cues:compared", "cues:same-period", "cues:approximate", "cues:about", "cues:auxiliary", "cues:lack"),
        *("change:up", "change:down"),
    )
)
_EDGE = ("noise:stop", "cues:of", "cues:and", "cues:by", "cues:to", "cues:range", "periods:in", "periods:since")
# A figure in one of these units can be about anything; of the others the thing stands after the unit ("64 ha teh").
_ABSTRACT_UNITS = ("percent", "percentage-point", "per-mille", "vnd", "usd", "eur", "cny", "times", "person")


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that name an indicator: words[first:last]."""

    first: int
    last: int
    label: str
    known: bool
    """Whether the pack knows some of them."""
    adjunct: bool = False
    """Whether a preposition stands before them: where or when, not what."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of data/indicators.toml."""

    code: str
    needs: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()

    def fits(self, atoms: frozenset[str], unit: str | None) -> bool:
        told = self.needs <= atoms and (not self.any or not self.any.isdisjoint(atoms))
        return told and (not self.units or unit in self.units)


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "data" / "indicators.toml").read_text(encoding="utf-8"))


@cache
def _qualifiers() -> frozenset[str]:
    """Atoms that name no indicator by themselves."""
    return frozenset(_file()["qualifiers"])


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(row["code"], *(frozenset(row.get(key, ())) for key in ("needs", "any", "units")))
        for row in _file()["indicator"]
    )


def indicator_of(wording: Wording, first: int, last: int, unit: str | None) -> str | None:
    """The indicator that words[first:last] name for a figure in a unit; None where they name no known one."""
    atoms = {
        atom.removeprefix("indicators:")
        for at in range(first, last)
        for atom in wording.phrases.get(at, ())
        if atom.startswith("indicators:")
    }
    return _indicator(frozenset(atoms), unit)


@lru_cache(maxsize=4096)
def _indicator(atoms: frozenset[str], unit: str | None) -> str | None:
    return next((row.code for row in _rows() if row.fits(atoms, unit)), None)


def closed_words(wording: Wording) -> frozenset[int]:
    """The words of phrases that no label holds, outside those that name an indicator."""
    named: set[int] = set()
    verbs: set[int] = set()
    closed: set[int] = set()
    for first, known in wording.phrases.items():
        for atom, end in known.items():
            if atom.startswith("indicators:"):
                named.update(range(first, end))
            elif atom in _CLOSED:
                closed.update(range(first, end))
        if "cues:reach" in known:
            verbs.add(first)
    return frozenset(closed - (named - verbs))


# ---------------------------------------------------------------- where the words stand


def naming_of(scene: Scene, figure: Figure, *, follows: bool) -> Naming | None:
    """The words that name what a figure is about; None where it only goes on with what was named before.

    `follows` tells that its words compare it with something, so that another figure before it can be meant.
    """
    if figure.amount.noun is not None and not figure.amount.shared:
        return _counted(scene, figure)
    before = tuple(_runs(scene, figure.left, figure.amount.first))[::-1]
    after = () if follows else tuple(_runs(scene, figure.amount.last, figure.stop))
    adjoining = after[:1] if after and after[0].first == figure.amount.last else ()
    if adjoining and figure.amount.code not in _ABSTRACT_UNITS:
        return adjoining[0]
    known = next((run for run in (*before, *after) if run.known), None)
    if known is not None or follows or figure.bracketed:
        return known
    return _unknown(scene, figure, before, after)


def _unknown(scene: Scene, figure: Figure, before: Sequence[Naming], after: Sequence[Naming]) -> Naming | None:
    """Words that the pack does not know as an indicator's: what money is for, who people are, a subject."""
    last = figure.amount.last
    subject = next((run for run in before if not run.adjunct), None)
    if subject is not None and _verb_before(scene, figure):
        return subject
    if after and scene.wording.has(last, "cues:purpose") and after[0].first == last + 1:
        return after[0]
    people = _extended(scene, figure, last - 1, last) if figure.amount.code == "person" else None
    if people is not None and (subject is None or people.last > last):
        return people
    return subject or next((run for run in after if not run.adjunct), None)


def _verb_before(scene: Scene, figure: Figure) -> bool:
    """Whether a verb of reaching or changing stands directly before a figure: the figure tells of its subject."""
    at = figure.amount.first - 1
    while at > figure.left and scene.wording.has(at, "cues:approximate", "cues:by", "cues:to"):
        at -= 1
    return any(scene.wording.ends_at(at + 1, atom) for atom in ("cues:reach", "change:up", "change:down"))


def fallback(scene: Scene, figure: Figure) -> Naming:
    """The nearest naming words anywhere before a figure, else after it, else whatever words stand around it."""
    wording, first = scene.wording, figure.amount.first
    before = tuple(_runs(scene, 0, first))[::-1]
    runs = (*before, *_runs(scene, figure.amount.last, len(wording.words)))
    around = (figure.clause, first) if figure.clause < first else (first, figure.stop)
    return next(iter(runs), Naming(*around, wording.span(*around).strip(_MARKS), known=False))


def subject_of(scene: Scene, figure: Figure) -> Naming | None:
    """The known naming words nearest before a figure, other than where or when."""
    runs = tuple(_runs(scene, figure.left, figure.amount.first))
    return next((run for run in reversed(runs) if run.known and not run.adjunct), None)


def _counted(scene: Scene, figure: Figure) -> Naming:
    """The noun phrase after a number."""
    first = figure.amount.noun if figure.amount.noun is not None else figure.amount.last
    last = noun_end(scene.wording, figure.amount)
    return _extended(scene, figure, first, max(last, scene.wording.read(last - 1, "indicators")[0]))


def _extended(scene: Scene, figure: Figure, first: int, last: int) -> Naming:
    """A noun with the few words that go with it up to a mark or a joining word."""
    end = last
    while end < figure.stop and _names(scene, end) and not scene.wording.has(end, *_EDGE):
        end += 1
    if end - last > _MORE_WORDS:
        end = last
    return Naming(first, end, scene.wording.span(first, end), known=True)


def _runs(scene: Scene, first: int, last: int) -> Iterator[Naming]:
    """The stretches of naming words in words[first:last]."""
    start = first
    for at in range(first, last + 1):
        if at < last and _names(scene, at):
            continue
        run = _trimmed(scene, start, at)
        if run is not None:
            yield run
        start = at + 1


def _names(scene: Scene, at: int) -> bool:
    """Whether a word may stand in a label."""
    word = scene.wording.text(at)
    if word[0] in DASHES:
        return scene.wording.marks(at, DASHES) or _inside_name(scene.wording, at)
    return word[0].isalpha() and at not in scene.taken


def _inside_name(wording: Wording, at: int) -> bool:
    """Whether a dash stands inside an indicator's name: "industri - konstruksi"."""
    return at > 0 and wording.read(at - 1, "indicators")[0] > at


def _trimmed(scene: Scene, first: int, last: int) -> Naming | None:
    """A stretch without joining words at its ends, and no longer than a label; None where nothing is left."""
    wording = scene.wording
    while first < last and wording.has(last - 1, *_EDGE):
        last -= 1
    first = max(first, last - LONGEST_LABEL)
    begun = first
    while first < last and wording.has(first, *_EDGE) and wording.read(first, "indicators")[0] <= first + 1:
        first += 1
    if not any(len(wording.text(at)) >= _SHORTEST_WORD for at in range(first, last)):
        return None
    codes = (wording.read(at, "indicators")[1] for at in range(first, last))
    known = any(code is not None and code not in _qualifiers() for code in codes)
    if known:
        first = min(
            (at for at in range(max(0, first - 2), first) if wording.after(at, "cues:growth") == first), default=first
        )
    return Naming(first, last, wording.span(first, last), known, first > begun)
