"""A figure in its sentence: how far its words reach, and what they say of it: a level, a change, a plan, a share, a gap.

"dochody budżetowe … 3 312 mld VND, przekraczając 69% centralnego szacunku" has two figures; the second is a gap, upwards.
The words that tell so stand in the language pack: [figures.cues], [figures.change].
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.amounts import Amount
from kg.mentions.dates import DateMention
from kg.mentions.words import Wording

# So many words after a figure may stand before the word that compares it: "61,3% [z rocznego] planu".
NEAR = 3
LONGEST_COMPARISON = 12
_LINKS = ("cues:of", "cues:and", "cues:by", "cues:to", "cues:range", "cues:approximate", "cues:equal", "noise:stop")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the dates and amounts found in it."""

    wording: Wording
    dates: Sequence[DateMention]
    amounts: Sequence[Amount]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount and the words that belong to it: words[left:first] before it, words[last:right] after it."""

    amount: Amount
    left: int
    right: int
    clause: int
    """Where the part after the last comma before it begins."""
    stop: int
    """Where the part up to the next comma after it ends."""
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """What a figure's words say of it."""

    kind: str = "levelReached"
    direction: str | None = None
    compared_with: str | None = None


def figures(scene: Scene) -> Iterator[Figure]:
    """The figures of a sentence in order: every amount that states one."""
    wording = scene.wording
    told = [amount for amount in scene.amounts if amount.code is not None and not amount.silent]
    starts = [amount.first for amount in scene.amounts if not amount.silent] + [len(wording.words)]
    floor = 0
    for amount in told:
        left = _after_last(wording, floor, amount.first, ";(")
        right = _before_first(wording, amount.last, next(start for start in starts if start > amount.first), ";()")
        clause = _after_last(wording, left, amount.first, ",")
        stop = _before_first(wording, amount.last, right, ",")
        bracketed = left > floor and wording.text(left - 1) == "("
        yield Figure(amount, left, right, clause, stop, bracketed)
        floor = noun_end(wording, amount)


def _after_last(wording: Wording, floor: int, end: int, marks: str) -> int:
    return next((at + 1 for at in range(end - 1, floor - 1, -1) if wording.text(at) in marks), floor)


def _before_first(wording: Wording, start: int, ceiling: int, marks: str) -> int:
    return next((at for at in range(start, ceiling) if wording.text(at) in marks), ceiling)


def noun_end(wording: Wording, amount: Amount) -> int:
    """The index after the noun that an amount counts; after the amount itself where it has a unit."""
    if amount.noun is None or amount.shared:
        return amount.last
    for at in range(amount.noun, len(wording.words)):
        after, code = wording.read(at, "countables")
        if code is not None:
            return after
        if not wording.text(at)[0].isalpha():
            break
    return amount.noun + 1


# ---------------------------------------------------------------- what the words say


def sense_of(wording: Wording, figure: Figure, before: Sense | None) -> Sense:
    """What a figure is; `before` is the sense of the figure before it, which "and 5 %" goes on with."""
    if before is not None and _goes_on(wording, figure):
        return before
    compared = _comparison(wording, figure)
    up_or_down = _change(wording, figure)
    if _in(wording, figure.clause, figure.amount.first, "cues:lack"):
        return Sense("gap", "down", compared)
    plan = _reference(wording, figure)
    if plan is not None:
        return _against_plan(wording, figure, plan, up_or_down)
    if _stands_before(wording, figure, "cues:to") and (up_or_down or _is_bare(wording, figure)):
        return Sense("levelReached", up_or_down or (before.direction if before else None), compared)
    if _in(wording, figure.clause, figure.amount.first, "cues:planned") or _titled_as_plan(wording, figure):
        return Sense("planned", None, compared)
    if up_or_down is not None:
        return Sense("change", up_or_down, compared)
    if before is not None and before.kind == "change" and _stands_before(wording, figure, "cues:by"):
        return Sense("change", before.direction, compared)
    return Sense("levelReached", None, compared)


def _in(wording: Wording, first: int, last: int, *atoms: str) -> bool:
    return any(wording.has(at, *atoms) for at in range(first, last))


def _goes_on(wording: Wording, figure: Figure) -> bool:
    """Whether nothing but "and" stands between a figure and the one before it."""
    first = figure.amount.first
    return figure.left == first - 1 and figure.left > 0 and wording.has(figure.left, "cues:and")


def _is_bare(wording: Wording, figure: Figure) -> bool:
    """Whether only joining words stand before a figure in its part of the sentence."""
    return all(wording.has(at, *_LINKS) for at in range(figure.clause, figure.amount.first))


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


def _change(wording: Wording, figure: Figure) -> str | None:
    """ "up" or "down", as the words directly after a figure or before it in its part of the sentence say."""
    if wording.has(figure.amount.first, "change:up"):
        return "up"
    after = range(figure.amount.last, min(figure.amount.last + NEAR, figure.stop))
    before = range(figure.amount.first - 1, figure.clause - 1, -1)
    for at in (*after, *before):
        code = wording.read(at, "change")[1]
        if code is not None:
            return code
    return None


def _reference(wording: Wording, figure: Figure) -> int | None:
    """The index of the plan or average that a figure is held against; None without one."""
    skipped = 0
    at = figure.amount.last
    while at < figure.stop and skipped < NEAR:
        if wording.has(at, "cues:plan", "cues:average"):
            return at
        if wording.has(at, "noise:stop") and not wording.has(at, "cues:of"):
            return None
        skipped += not wording.has(at, "cues:of")
        at += 1
    over = _in(wording, figure.clause, figure.amount.first, "cues:over")
    known = [at for at in range(figure.clause, figure.amount.first) if wording.has(at, "cues:plan", "cues:average")]
    return known[-1] if known and over else None


def _against_plan(wording: Wording, figure: Figure, plan: int, up_or_down: str | None) -> Sense:
    first = figure.amount.first
    words = _phrase(wording, plan, figure.stop if plan > first else first)
    over = _in(wording, figure.clause, first, "cues:over") or _in(wording, figure.amount.last, plan, "cues:over")
    itself = plan < first and wording.has(plan, "cues:planned") and wording.after(plan, "cues:planned") == first
    if itself:
        return Sense("planned")
    if over or up_or_down is not None:
        return Sense("gap", up_or_down or "up", words)
    return Sense("shareOfPlan", None, words)


def _titled_as_plan(wording: Wording, figure: Figure) -> bool:
    """Whether the words after a figure call it a target: "10,5% sebagai target"."""
    return _in(wording, figure.amount.last, min(figure.amount.last + NEAR, figure.stop), "cues:planned")


def _comparison(wording: Wording, figure: Figure) -> str | None:
    """The words of what a figure is compared with."""
    for at in range(figure.amount.last, figure.right):
        if wording.has(at, "cues:same-period"):
            return _phrase(wording, at, figure.right)
        after = wording.after(at, "cues:compared")
        if after > at:
            return _phrase(wording, after, figure.right)
    return None


def _phrase(wording: Wording, first: int, end: int) -> str | None:
    """The words from an index up to the next mark."""
    last = first
    while last < min(end, first + LONGEST_COMPARISON) and (wording.text(last)[0].isalnum() or wording.marks(last, "-")):
        last += 1
    return wording.span(first, last) or None
