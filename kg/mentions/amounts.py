"""Numbers with their units in a sentence: "181,55 miliar VND", "1 299 mln USD", "58 партийных ячеек".

Units, scale words and counted things stand in the language pack ([figures.units], [figures.scales],
[figures.countables]), what the graph calls the units in data/units.toml. Numbers of roads, documents, storms and the
like are no amounts ([figures.noise]).
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from kg.home import PACKAGE
from kg.mentions.words import DASHES, Wording

SPACES = " \u00a0\u202f\u2009"
# A number's noun is among the next words: "11 профильных государственных служащих".
REACH = 4
_GROUP = 3
_LARGEST_PERCENTAGE = 1000
_MONTHS = 12
_SHORTEST_NOUN = 4
_LEAST_COUNT = 2
LONGEST_LIST = 8
_CURRENCIES = ("usd", "vnd", "eur", "cny")
_SIGNS = ("+", "-", "−", "–")


@cache
def _units() -> Mapping[str, Any]:
    return tomllib.loads((PACKAGE / "data" / "units.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: words[first:last], a sign included; the noun of a counted thing begins at words[noun]."""

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    scale: Decimal
    code: str | None
    """A code of data/units.toml, None for a number without a known unit or noun."""
    noun: int | None = None
    shared: bool = False
    """Whether the unit stands after the next number only: "9.214 dari 16.033 ha"."""

    @property
    def unit(self) -> str:
        """As the graph writes it: "billion VND"."""
        names = {Decimal(size): name for name, size in _units()["scales"].items()}
        unit = str(_units()["units"].get(self.code, self.code))
        return f"{names[self.scale]} {unit}" if self.scale in names else unit

    @property
    def written(self) -> str:
        """The value in the scale of the unit, as a plain decimal."""
        return plain(self.value)

    @property
    def total(self) -> str:
        """The value with the scale multiplied in."""
        return plain(self.value * self.scale)

    @property
    def measured(self) -> bool:
        """Whether a unit of measure stands with it, rather than a counted noun or nothing."""
        return self.code is not None and self.noun is None

    @property
    def changing(self) -> bool:
        """Whether only a change in its unit is a figure: times, days."""
        return self.code in _units()["changing"]["codes"]

    @property
    def silent(self) -> bool:
        """Whether it is a quantity that states no figure of an indicator: a length of time, a speed."""
        return self.code in _units()["silent"]["codes"]


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros.

    >>> plain(Decimal("181.550") * 1000), plain(Decimal("2E+3"))
    ('181550', '2000')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language writes numbers (its pack's [settings])."""

    decimal: str = ","
    spaced: bool = False
    """Whether a plain space may stand between thousands: "1 299"."""


def habits_of(settings: Mapping[str, Any]) -> Habits:
    """The habits that a pack's settings tell: `decimal_mark`, `spaced_thousands`."""
    return Habits(str(settings.get("decimal_mark", ",")), bool(settings.get("spaced_thousands", False)))


# ---------------------------------------------------------------- numbers


def read_number(wording: Wording, at: int, habits: Habits) -> tuple[int, Decimal | None]:
    """The number that begins at a word, as (index after it, value).

    A mark before exactly three digits parts thousands, unless it is the decimal mark of the language standing once.
    """
    groups = [wording.text(at)]
    marks: list[str] = []
    here = at + 1
    while True:
        step = _next_group(wording, here, groups[-1], marks, habits)
        if step is None:
            break
        mark, here = step
        groups.append(wording.text(here - 1))
        marks.append(mark)
    return here, _value(groups, marks, habits)


def _next_group(
    wording: Wording, here: int, previous: str, marks: Sequence[str], habits: Habits
) -> tuple[str, int] | None:
    """The mark and the index after the group of digits that goes on with a number; None where it ends."""
    if wording.marks(here, ".,") and wording.text(here + 1).isdecimal():
        return wording.text(here), here + 2
    group = wording.text(here)
    if len(group) != _GROUP or not group.isdecimal() or len(previous) > _GROUP or any(mark in ".," for mark in marks):
        return None
    gap = wording.gap(here)
    if len(gap) != 1 or gap not in SPACES or (gap == " " and not habits.spaced):
        return None
    return " ", here + 1


def _value(groups: Sequence[str], marks: Sequence[str], habits: Habits) -> Decimal | None:
    """What the groups of digits and the marks between them are worth; None for "3.10.25" and the like."""
    if not marks:
        return Decimal(groups[0])
    parts_thousands = all(len(group) == _GROUP for group in groups[1:]) and len(groups[0]) <= _GROUP
    if len(set(marks)) == 1 and parts_thousands and not _is_decimal(groups, marks, habits):
        return Decimal("".join(groups))
    if marks[-1] not in ".," or marks[-1] in marks[:-1]:
        return None
    if any(len(group) != _GROUP for group in groups[1:-1]) or len(set(marks[:-1])) > 1:
        return None
    return Decimal("".join(groups[:-1]) + "." + groups[-1])


def _is_decimal(groups: Sequence[str], marks: Sequence[str], habits: Habits) -> bool:
    """Of one mark before three digits: whether it is the decimal mark ("1,215" in Polish, "0.125")."""
    return len(marks) == 1 and (marks[0] == habits.decimal or groups[0] == "0")


# ---------------------------------------------------------------- units


def find_amounts(wording: Wording, habits: Habits, taken: Collection[int] = ()) -> tuple[Amount, ...]:
    """The amounts of a sentence in order, outside the words (by index) that dates have taken.

    Numbers without a unit or a noun that the pack knows have the code None.
    """
    found: list[Amount] = []
    for amount in reversed(tuple(_numbers(wording, habits, taken))):
        following = found[-1] if found else None
        if following is None or amount.code is not None or not _joins(wording, amount, following):
            found.append(amount)
            continue
        if wording.text(amount.last) in DASHES:
            # of a range the first figure counts, in the unit that stands after the second
            found.pop()
        found.append(_shared(amount, following))
    return tuple(reversed(found))


def _numbers(wording: Wording, habits: Habits, taken: Collection[int]) -> Iterator[Amount]:
    done = 0
    for at, word in enumerate(wording.words):
        if at < done or at in taken or not word.text.isdecimal():
            continue
        done, value = read_number(wording, at, habits)
        whole = _whole_of(wording, at, done, value, habits) if value is not None else None
        if value is not None and whole is not None:
            yield Amount(
                at,
                done,
                word.start,
                wording.words[done - 1].end,
                value,
                whole.scale,
                whole.code,
                whole.noun,
                shared=True,
            )
            yield whole
            done = whole.last
        elif value is not None and not _part_of_code(wording, at, done):
            amount = _with_unit(wording, at, done, value)
            if amount.measured or wording.read(done, "countables")[1] or not _named(wording, at):
                yield amount
                done = amount.last


def _whole_of(wording: Wording, at: int, after: int, part: Decimal, habits: Habits) -> Amount | None:
    """The second number of "9.214/16.033 ha", of which the first is a part; None for dates, codes and fractions."""
    if not wording.marks(after, "/") or not wording.text(after + 1).isdecimal() or wording.inside_number(at):
        return None
    last, value = read_number(wording, after + 1, habits)
    if value is None or value < part or value <= _MONTHS or wording.year(after + 1) is not None:
        return None
    if wording.ends_at(at, "noise:sign") or wording.marks(last, "/-–‑"):
        return None
    whole = _with_unit(wording, after + 1, last, value)
    counted = whole.noun is not None and wording.read(whole.noun, "countables")[1] is not None
    return whole if whole.measured or counted else None


def _part_of_code(wording: Wording, at: int, after: int) -> bool:
    """Whether a number is a piece of a code, an ordinal or a ratio: "18-NQ/TW", "ke-14", "6. sesja", "78/81"."""
    sign = at - (wording.text(at - 1) == ".")
    if wording.ends_at(sign, "noise:sign") or (wording.inside_number(at) and not _ends_range(wording, at)):
        return True
    if wording.marks(at - 1, DASHES) and wording.text(at - 2)[:1].isalpha():
        return True
    if wording.marks(after, "/-–‑") and wording.read(after + 1, "units")[1] != "times":
        # "10-15 %": the dash belongs to a range
        return wording.text(after) == "/" or not wording.text(after + 1).isdecimal()
    return wording.text(after) == "." and wording.touch(after) and after + 1 < len(wording.words)


def _ends_range(wording: Wording, at: int) -> bool:
    """Whether a number is the second of "10-15"."""
    return wording.marks(at - 1, DASHES) and wording.text(at - 2).isdecimal()


def _named(wording: Wording, at: int) -> bool:
    """Whether words before a number make it a name: "jalan provinsi 206", "jalan provinsi 206 dan 207", "QL 4"."""
    for earlier in range(at, max(-1, at - LONGEST_LIST), -2):
        if wording.ends_at(earlier, "noise:before"):
            return True
        if not (wording.has(earlier - 1, "cues:and") and wording.text(earlier - 2).isdecimal()):
            break
    return False


def _with_unit(wording: Wording, at: int, after: int, value: Decimal) -> Amount:
    # "1,5-krotnie"
    here, scale = _scale(wording, after + (wording.marks(after, "-–‑") and not wording.text(after + 1).isdecimal()))
    last, code = wording.read(here, "units")
    noun = None
    if code is None:
        before = wording.read(at - 1, "units")[1]
        code, noun = (before, None) if before in _CURRENCIES else _noun(wording, here)
        if code is None and here == after and _counts_unknown(wording, at, after, value):
            code, noun = "count", here
    value = _plausible(value, code, scale)
    first = at - _signed(wording, at)
    return Amount(first, last, wording.words[first].start, wording.words[last - 1].end, value, scale, code, noun)


def _plausible(value: Decimal, code: str | None, scale: Decimal) -> Decimal:
    """The value with its mark before three digits read as the unit demands: "7.425%", "1,250 gospodarstw"."""
    if code == "percent" and value >= _LARGEST_PERCENTAGE:
        return value / 1000
    if code in _units()["whole"]["codes"] and scale == 1 and value.as_tuple().exponent == -_GROUP:
        return value * 1000
    return value


def _signed(wording: Wording, at: int) -> bool:
    """Whether a plus or minus stands directly before a number: "(+12,5%)"."""
    return wording.text(at - 1) in _SIGNS and wording.touch(at) and not wording.text(at - 2)[:1].isalnum()


def _scale(wording: Wording, here: int) -> tuple[int, Decimal]:
    """The scale words after a number, multiplied ("ribu miliar"), as (index after them, scale)."""
    scale = Decimal(1)
    after, code = wording.read(here, "scales")
    while code is not None:
        scale *= _units()["scales"][code]
        here = after + (wording.text(after) == "." and wording.touch(after))
        after, code = wording.read(here, "scales")
    return here, scale


def _noun(wording: Wording, here: int) -> tuple[str | None, int | None]:
    """The code of the things counted, and where their words begin; None where the pack knows none of the words."""
    for at in range(here, min(here + REACH, len(wording.words))):
        end, code = wording.read(at, "countables")
        if wording.after(at, "noise:after") > end:
            return "other", here
        if code is not None:
            return code, here
        if not wording.text(at)[0].isalpha() or wording.has(at, "noise:stop"):
            break
    return None, None


def _counts_unknown(wording: Wording, at: int, after: int, value: Decimal) -> bool:
    """Whether a number directly before a common noun that no table lists counts it: "12 kolam"."""
    word = wording.text(after)
    if len(word) < _SHORTEST_NOUN or not word.islower() or not word.isalpha() or after in wording.phrases:
        return False
    if value < _LEAST_COUNT or value % 1 or wording.year(at) is not None:
        return False
    return not wording.touch(at) and not wording.text(at - 1)[:1].isupper()


def _joins(wording: Wording, amount: Amount, following: Amount) -> bool:
    """Whether a number without a unit shares that of the next: "9.214 dari 16.033 miliar VND", "12-13 %"."""
    if following.first - amount.last != 1 or following.code is None:
        return False
    dash = wording.text(amount.last) in DASHES and (wording.touch(amount.last) or wording.year(amount.first) is None)
    joined = dash or wording.has(amount.last, "cues:of", "cues:range")
    return joined and amount.value <= following.value * following.scale


def _shared(amount: Amount, following: Amount) -> Amount:
    return replace(amount, code=following.code, scale=following.scale, noun=following.noun, shared=True)
