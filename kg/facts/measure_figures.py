"""A figure in its sentence: how far its words reach, and what they say: a level, a change, a plan, a share, a gap.

"dochody budżetowe … 3 312 mld VND, przekraczając 69% centralnego szacunku" has two; the second is a gap upwards.
The words that tell so stand in the language pack: [figures.cues], [figures.change].
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.amounts import Amount
from kg.mentions.dates import DateMention
from kg.mentions.words import Wording

# So many words after a figure may stand before the word that compares it: "61,3% [z rocznego] planu".
NEAR = 3
# So far before a figure a word may stand that says what it is.
FAR = 8
LONGEST_COMPARISON = 12
_LINKS = ("cues:of", "cues:and", "cues:by", "cues:to", "cues:range", "cues:approximate", "cues:equal", "noise:stop")
_LEADS = ("cues:reach", "cues:approximate", "cues:planned", "cues:over", "cues:including", "cues:lack", "cues:equal")
_ENDS_COMPARISON = ("cues:and", "cues:over", "cues:by", "cues:reach", "cues:including")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the dates and amounts found in it, and the words (by index) that name people, posts or times."""

    wording: Wording
    dates: Sequence[DateMention]
    amounts: Sequence[Amount]
    taken: frozenset[int] = frozenset()


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

    @property
    def near(self) -> range:
        """The words before it that can say what it is."""
        return range(max(self.clause, self.amount.first - FAR), self.amount.first)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a figure's words say of it."""

    kind: str | None = "levelReached"
    direction: str | None = None
    compared_with: str | None = None


def figures(scene: Scene) -> Iterator[Figure]:
    """The figures of a sentence in order: every amount that states one."""
    wording = scene.wording
    starts = [amount.first for amount in scene.amounts if not amount.silent] + [len(wording.words)]
    floor = 0
    for amount in scene.amounts:
        if amount.code is None or amount.silent or _only_counts_places(wording, amount):
            continue
        opened = _after_last(wording, floor, amount.first, ";(")
        ceiling = next(start for start in starts if start > amount.first)
        right = _before_first(wording, amount.last, ceiling, ";()")
        left = max(opened, _own_part(wording, opened, amount.first) if opened == floor > 0 else opened)
        stop = _before_first(wording, amount.last, right, ",")
        bracketed = opened > floor and wording.text(opened - 1) == "("
        figure = Figure(amount, left, right, _clause(wording, left, amount.first), stop, bracketed)
        if amount.code != "times" or _change(wording, figure) is not None:
            yield figure
        floor = noun_end(wording, amount)


def _only_counts_places(wording: Wording, amount: Amount) -> bool:
    """Whether "the 4 communes" only says who takes part: no verb, cue or mark stands before the number."""
    before = amount.first - 1
    if amount.code != "place" or before < 0 or not wording.text(before)[0].isalnum():
        return False
    starts = range(max(0, before - NEAR), amount.first)
    told = any(wording.after(at, atom) == amount.first for at in starts for atom in _LEADS)
    return not told and not wording.ends_at(amount.first, "change:up")


def _after_last(wording: Wording, floor: int, end: int, marks: str) -> int:
    return next((at + 1 for at in range(end - 1, floor - 1, -1) if wording.text(at) in marks), floor)


def _before_first(wording: Wording, start: int, ceiling: int, marks: str) -> int:
    return next((at for at in range(start, ceiling) if wording.text(at) in marks), ceiling)


def _own_part(wording: Wording, floor: int, end: int) -> int:
    """Where a figure's own words begin after another figure: at the comma between them, if one stands there."""
    comma = _before_first(wording, floor, end, ",")
    return comma if comma < end else floor


def _clause(wording: Wording, left: int, end: int) -> int:
    """Where the last part before a figure begins that is more than "by", "about" and the like."""
    clause = _after_last(wording, left, end, ",")
    while clause > left and _only_links(wording, clause, end):
        clause = _after_last(wording, left, clause - 1, ",")
    return clause


def _only_links(wording: Wording, first: int, last: int) -> bool:
    """Whether nothing but joining words and commas stands between two places."""
    while first < last:
        after = max(first + (wording.text(first) == ","), *(wording.after(first, atom) for atom in _LINKS))
        if after == first:
            return False
        first = after
    return True


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
    return min(amount.noun + 1, len(wording.words))


# ---------------------------------------------------------------- what the words say


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
    direction = _change(wording, figure)
    if direction or _says(wording, (*figure.near, *range(figure.amount.last, plan)), "cues:over"):
        return Sense("gap", direction or "up", words)
    return Sense("shareOfPlan", None, words)


def _up_to(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "turun menjadi 4,47%", "obniżono …, do 14 905": the level that a change led to."""
    if not _stands_before(wording, figure, "cues:to"):
        return None
    direction = _change(wording, figure)
    bare = _only_links(wording, figure.clause, figure.amount.first)
    if direction is None and bare and before is not None:
        direction = before.direction
    return Sense("levelReached", direction, _comparison(wording, figure)) if direction else None


def _changed_by(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "wzrósł o 7,84%, w tym przemysł o 11,3%"."""
    if not _stands_before(wording, figure, "cues:by"):
        return None
    known = before.direction if before is not None and before.kind == "change" else None
    direction = _change(wording, figure) or known
    return Sense("change", direction, _comparison(wording, figure)) if direction else None


def _planned(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    """As in "target pertumbuhan 8,5%", "10,5% sebagai target"."""
    del before
    after = range(figure.amount.last, min(figure.amount.last + NEAR, figure.stop))
    if not _says(wording, (*figure.near, *after), "cues:planned"):
        return None
    return Sense("planned", _change(wording, figure), _comparison(wording, figure))


def _changed(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    del before
    direction = _change(wording, figure)
    return Sense("change", direction, _comparison(wording, figure)) if direction else None


def _reached(wording: Wording, figure: Figure, before: Sense | None) -> Sense | None:
    del before
    return Sense("levelReached", None, _comparison(wording, figure))


_Rule = Callable[[Wording, Figure, Sense | None], Sense | None]
_RULES: tuple[_Rule, ...] = (
    *(_goes_on, _total, _lack, _against_plan),
    *(_up_to, _changed_by, _planned, _changed, _reached),
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


def _change(wording: Wording, figure: Figure) -> str | None:
    """Up or down, as the words directly after a figure or before it in its part of the sentence say."""
    first, last = figure.amount.first, figure.amount.last
    for at in (first, *range(last, min(last + NEAR, figure.stop)), *reversed(figure.near)):
        code = wording.read(at, "change")[1]
        if code is not None:
            return code
    return None


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
