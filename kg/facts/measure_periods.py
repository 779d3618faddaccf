"""The time that a figure is told for, as EDTF: "w ciągu pierwszych 9 miesięcy" gives 2025-01/2025-09.

Which words frame a period stands in the language pack: [figures.periods].
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.measure_figures import Scene
from kg.mentions.dates import DateMention
from kg.mentions.words import Wording

MONTHS = 12
# "dalam 9 bulan pertama tahun 2025": from the frame word to the number, from the number to the year.
FRAME, REACH = 3, 3


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time told at a word of the sentence."""

    at: int
    value: str
    """EDTF."""


def periods(scene: Scene, year: int | None) -> tuple[Period, ...]:
    """The periods that a sentence tells, in order; `year` stands in where only months or quarters are told."""
    found = [*_dated(scene), *_months(scene, year), *_named(scene, year)]
    covered = {period.at for period in found if "/" in period.value}
    return tuple(sorted((period for period in found if not _repeats(period, covered)), key=lambda period: period.at))


def _repeats(period: Period, covered: set[int]) -> bool:
    """Whether a bare year only completes a stretch told just before it."""
    before = range(period.at - FRAME - REACH, period.at)
    return "/" not in period.value and any(at in covered for at in before)


def _dated(scene: Scene) -> Iterator[Period]:
    since: DateMention | None = None
    for date in scene.dates:
        if date.value is None or _compared(scene.wording, date.first):
            continue
        edtf = _framed(scene.wording, date)
        if edtf is not None and edtf.startswith("../") and since is not None:
            yield Period(date.first, f"{since.value}/{date.value}")
        elif edtf is not None:
            yield Period(date.first, edtf)
        since = date if edtf is not None and edtf.endswith("/..") else None


def _framed(wording: Wording, date: DateMention) -> str | None:
    """A date with the word before it: since it, until it; a day alone is no period."""
    if date.kind == "term":
        return f"{date.year}/{date.last_year}"
    if _before(wording, date.first, "periods:since"):
        return f"{date.value}/.."
    if date.kind == "date":
        return f"../{date.value}" if _before(wording, date.first, "periods:until") else None
    return date.value


def _before(wording: Wording, at: int, atom: str) -> bool:
    return any(wording.has(first, atom) for first in range(max(0, at - 2), at))


def _compared(wording: Wording, at: int) -> bool:
    """Whether a date stands in a comparison: "dibandingkan akhir tahun 2024"."""
    for first in range(at - 1, max(-1, at - FRAME - REACH), -1):
        if wording.has(first, "cues:compared", "cues:same-period"):
            return True
        if wording.text(first) in ",;:":
            return False
    return False


def _months(scene: Scene, year: int | None) -> Iterator[Period]:
    """The first months of a year: "9 bulan pertama", "за 11 месяцев"."""
    wording = scene.wording
    for amount in scene.amounts:
        count, after = amount.value, wording.after(amount.last - 1, "periods:months")
        counts_months = amount.code == "time" and after > amount.last - 1 and 1 < count <= MONTHS
        if not counts_months or not _frames_months(wording, amount.first, after):
            continue
        told = _year_near(scene, after) or year
        if told is not None:
            yield Period(amount.first, f"{told}-01/{told}-{int(count):02}")


def _frames_months(wording: Wording, first: int, after: int) -> bool:
    """Whether words around "9 months" make them the first of a year, not a length of time or the last."""
    around = range(max(0, first - FRAME), after + 1)
    if any(wording.has(at, "periods:since") for at in range(after, after + 1)):
        return False
    if any(wording.has(at, "periods:last", "cues:approximate") for at in around):
        return False
    return any(wording.has(at, "periods:first", "periods:in") for at in around)


def _year_near(scene: Scene, at: int) -> int | None:
    return next((date.year for date in scene.dates if 0 <= date.first - at <= REACH and date.explicit_year), None)


def _named(scene: Scene, year: int | None) -> Iterator[Period]:
    """Quarters, halves and the year up to now, called by name."""
    wording = scene.wording
    for at in sorted(wording.phrases):
        after, code = wording.read(at, "stretches")
        told = (_year_near(scene, after) or year) if code is not None else None
        if code is None or told is None or _compared(wording, at):
            continue
        if code == "year-to-date":
            yield Period(at, f"{told}-01/..")
        elif code == "last-year":
            yield Period(at, f"{told - 1}")
        elif code == "this-year":
            yield Period(at, f"{told}")
        else:
            first, last = code.split("-")
            yield Period(at, f"{told}-{int(first):02}/{told}-{int(last):02}")
