"""What is said of a figure: that it is a level, a change, a plan, a share of a plan, a gap; against what it is held.

"dochody … 3 312 mld VND, przekraczając 69% centralnego szacunku": the second figure is a gap upwards. The words that
tell so stand in the language pack ([figures.cues], [figures.change]); each rule is a function, tried in order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.facts.measure_figures import FAR, NEAR, Figure, change_of, nearest_change, only_links
from kg.mentions.words import Wording

LONGEST_COMPARISON = 12
_ENDS_COMPARISON = ("cues:and", "cues:over", "cues:by", "cues:reach", "cues:including")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a figure's words say of it."""

    kind: str | None = "levelReached"
    direction: str | None = None
    compared_with: str | None = None


def sense_of(wording: Wording, figure: Figure, before: Sense | None) -> Sense:
    """What a figure is; `before` is the sense of the figure before it in the sentence."""
    return next(sense for rule in _RULES if (sense := rule(wording, figure, before)) is not None)


def _goes_on(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "turun 8,1% dan 24,6%": nothing but "and" between a figure and the one before."""
    first = figure.amount.first
    only_and = figure.left == first - 1 and figure.left > 0 and wording.has(figure.left, "cues:and")
    return before if only_and else None


def _total(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "9.214 dari 16.033 miliar VND": the whole that the figure before is a part of."""
    first = figure.amount.first
    only_of = figure.left == first - 1 and wording.has(figure.left, "cues:of") and wording.text(first - 2).isdecimal()
    return Sense(None) if only_of and before is not None else None


def _lack(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    del before
    return Sense("gap", "down", _comparison(wording, figure)) if _says(wording, figure.near, "cues:lack") else None


def _against_plan(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "121% dari perkiraan Pusat", "na 9% wyżej szacunku", "melebihi perkiraan 11,8%"."""
    del before
    plan = _reference(wording, figure)
    if plan is None:
        return None
    first = figure.amount.first
    if plan < first and wording.after(plan, "cues:planned") == first:
        return Sense("planned")
    words = _phrase(wording, plan, figure.stop if plan > first else first)
    direction = change_of(wording, figure)
    if direction or _says(wording, (*figure.near, *range(figure.amount.last, plan)), "cues:over"):
        return Sense("gap", direction or "up", words)
    return Sense("shareOfPlan", None, words)


def _up_to(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "turun menjadi 4,47%", "obniżono …, do 14 905": the level that a change led to."""
    del before
    if not _stands_before(wording, figure, "cues:to"):
        return None
    direction = change_of(wording, figure)
    if direction is None and only_links(wording, figure.clause, figure.amount.first):
        direction = nearest_change(wording, range(figure.left - 1, max(-1, figure.left - FAR), -1))
    return Sense("levelReached", direction, _comparison(wording, figure)) if direction else None


def _changed_by(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "wzrósł o 7,84%, w tym przemysł o 11,3%"."""
    if not _stands_before(wording, figure, "cues:by"):
        return None
    known = before.direction if before is not None and before.kind == "change" else None
    direction = change_of(wording, figure) or known
    return Sense("change", direction, _comparison(wording, figure)) if direction else None


def _planned(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "target pertumbuhan 8,5%", "10,5% sebagai target"."""
    del before
    after = range(figure.amount.last, min(figure.amount.last + NEAR, figure.stop))
    if not any(wording.has(at, "cues:planned") and not _in_name(wording, at) for at in (*figure.near, *after)):
        return None
    return Sense("planned", change_of(wording, figure), _comparison(wording, figure))


def _in_name(wording: Wording, at: int) -> bool:
    """Whether a word begins an indicator's name: "plan inwestycyjny" is what is planned, whatever becomes of it."""
    return wording.read(at, "indicators")[1] is not None


def _changed_from(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "naik dari 5% menjadi 15%": the level before the change."""
    del before
    return Sense() if _stands_before(wording, figure, "cues:from") and change_of(wording, figure) else None


def _changed(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    del before
    direction = change_of(wording, figure)
    return Sense("change", direction, _comparison(wording, figure)) if direction else None


def _reached(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    del before
    return Sense("levelReached", None, _comparison(wording, figure))


_Rule = Callable[[Wording, Figure, Sense | None], Sense | None]
_RULES: tuple[_Rule, ...] = (
    *(_goes_on, _total, _lack, _against_plan, _up_to),
    *(_changed_from, _planned, _changed_by, _changed, _reached),
)


# ---------------------------------------------------------------- looking around a figure


def _says(wording: Wording, places: Sequence[int], *atoms: str) -> bool:
    return any(wording.has(at, *atoms) for at in places)


def _stands_before(wording: Wording, figure: Figure, atom: str) -> bool:
    """Whether a word stands directly before a figure, or with words like "about" between them."""
    at = figure.amount.first - 1
    while at >= figure.clause:
        if wording.has(at, atom):
            return True
        if not wording.has(at, "cues:approximate"):
            return False
        at -= 1
    return False


def _reference(wording: Wording, figure: Figure) -> int | None:
    """The index of the plan or average that a figure is held against; None without one."""
    skipped = 0
    at = figure.amount.last
    while at < figure.stop and skipped < NEAR:
        at = wording.after(at, "cues:compared")
        if wording.has(at, "cues:plan", "cues:average"):
            return at
        if wording.has(at, "noise:stop") and not wording.has(at, "cues:of"):
            break
        skipped += not wording.has(at, "cues:of")
        at += 1
    if not _says(wording, figure.near, "cues:over"):
        return None
    return next((at for at in reversed(figure.near) if wording.has(at, "cues:plan", "cues:average")), None)


def _comparison(wording: Wording, figure: Figure) -> str | None:
    """The words of what a figure is compared with."""
    for at in range(figure.amount.last, figure.right):
        if wording.has(at, "cues:same-period"):
            return wording.span(at, wording.after(at, "cues:same-period"))
        after = wording.after(at, "cues:compared")
        if after > at:
            return _phrase(wording, after, figure.right)
    return None


def _phrase(wording: Wording, first: int, end: int) -> str | None:
    """The words from an index up to the next mark or the next thing said."""
    last = first
    while last < min(end, first + LONGEST_COMPARISON) and _compares(wording, last, first):
        last += 1
    return wording.span(first, last) or None


def _compares(wording: Wording, at: int, first: int) -> bool:
    if not wording.text(at)[0].isalnum() and not wording.marks(at, "-"):
        return False
    return at == first or not (wording.has(at, *_ENDS_COMPARISON) or wording.read(at, "change")[1])
