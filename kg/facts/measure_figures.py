"""The figures of a sentence, and how far the words of each reach.

"dochody budżetowe … 3 312 mld VND, przekraczając 69% centralnego szacunku" has two; a comma parts their words.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.amounts import Amount
from kg.mentions.dates import DateMention
from kg.mentions.words import Wording

# So many words after a figure may stand before the word that compares it: "61,3% [z rocznego] planu".
NEAR = 3
# So far before a figure a word may stand that says what it is.
FAR = 12
LINKS = ("cues:of", "cues:and", "cues:by", "cues:to", "cues:range", "cues:approximate", "cues:equal", "noise:stop")
_LEADS = ("cues:reach", "cues:approximate", "cues:planned", "cues:over", "cues:including", "cues:lack", "cues:equal")
_SIGNS = {"+": "up", "-": "down", "−": "down", "–": "down"}


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


def figures(scene: Scene) -> Iterator[Figure]:
    """The figures of a sentence in order: every amount that states one."""
    wording = scene.wording
    starts = [amount.first for amount in scene.amounts if not amount.silent] + [len(wording.words)]
    floor = 0
    listed = False
    for amount in scene.amounts:
        ceiling = starts[bisect(starts, amount.first)]
        if amount.code == "place":
            listed = _tells_of_places(wording, amount, listed=listed) or _reach_standards(wording, amount.last, ceiling)
        if amount.code is None or amount.silent or (amount.code == "place" and not listed):
            continue
        opened = _after_last(wording, floor, amount.first, ";(")
        right = _before_first(wording, amount.last, ceiling, ";()")
        left = max(opened, _own_part(wording, opened, amount.first) if opened == floor > 0 else opened)
        stop = _before_first(wording, amount.last, right, ",")
        bracketed = opened > floor and wording.text(opened - 1) == "("
        figure = Figure(amount, left, right, _clause(wording, left, amount.first), stop, bracketed)
        if not amount.changing or change_of(wording, figure) is not None:
            yield figure
        floor = noun_end(wording, amount)


def _tells_of_places(wording: Wording, amount: Amount, *, listed: bool) -> bool:
    """Whether a number of communes is a figure: after a verb, a cue, a mark; "the 4 communes" says who takes part."""
    before = amount.first - 1
    if before < 0 or not wording.text(before)[0].isalnum() or (listed and wording.has(before, "cues:and")):
        return True
    return any(wording.ends_at(amount.first, atom) for atom in (*_LEADS, "change:up", "change:down"))


def _reach_standards(wording: Wording, first: int, last: int) -> bool:
    """Whether the words after a number of communes say that they meet the standard of new rural areas."""
    return any(wording.has(at, "indicators:new-rural") for at in range(first, last))


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
    while clause > left and only_links(wording, clause, end):
        clause = _after_last(wording, left, clause - 1, ",")
    return clause


def only_links(wording: Wording, first: int, last: int) -> bool:
    """Whether nothing but joining words and commas stands between two places."""
    while first < last:
        after = max(first + (wording.text(first) == ","), *(wording.after(first, atom) for atom in LINKS))
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


def change_of(wording: Wording, figure: Figure) -> str | None:
    """Up or down, as the words directly after a figure or before it in its part of the sentence say."""
    first, last = figure.amount.first, figure.amount.last
    if wording.text(first) in _SIGNS:
        return _SIGNS[wording.text(first)]
    return nearest_change(wording, (*range(last, min(last + NEAR, figure.stop)), *reversed(figure.near)))


def nearest_change(wording: Wording, places: Iterable[int]) -> str | None:
    """Up or down, as the first word of change among some words says."""
    codes = (wording.read(at, "change")[1] for at in places)
    return next((code for code in codes if code is not None), None)
