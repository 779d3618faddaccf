"""Figures that an article reports or plans for an indicator.

"Pendapatan anggaran negara diperkirakan 25.140 miliar VND, naik 14,9%" gives two measures of one target: 25,140 billion
VND reached, and a change of 14.9 % upwards.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.measure_figures import Figure, Scene, figures
from kg.facts.measure_labels import Naming, closed_words, fallback, indicator_of, naming_of, subject_of
from kg.facts.measure_periods import Period, periods
from kg.facts.measure_senses import Sense, sense_of
from kg.mentions.amounts import find_amounts, habits_of
from kg.mentions.dates import DateMention, dominating_year
from kg.mentions.page import Page, Parsed
from kg.mentions.words import Wording
from kg.model import Measure, Passage, Target

_DIGIT = re.compile(r"\d")
# Senses that speak of what was named before rather than of something new.
_FOLLOWING = ("change", "shareOfPlan", "gap")


@dataclass(frozen=True, slots=True)
class _Head:
    """The figure before: what it is about and what was said of it."""

    target: Target
    sense: Sense


@dataclass(frozen=True, slots=True)
class _Times:
    """The periods that a sentence tells, and the one that its paragraph told before."""

    told: tuple[Period, ...]
    carried: str | None

    def of(self, figure: Figure) -> str | None:
        """The period told last before a figure, else right after it in its part of the sentence, else before."""
        at = bisect_left(self.told, figure.amount.first, key=lambda period: period.at)
        if at > 0:
            return self.told[at - 1].value
        after = self.told[at].at if at < len(self.told) else figure.stop
        return self.told[at].value if after < figure.stop else self.carried


def find(page: Page) -> Iterator[Measure]:
    """The measures of an article in order of place; a figure told twice comes once, with both passages."""
    told: dict[tuple[object, ...], Measure] = {}
    for measure in _all(page):
        key = (measure.amount, measure.unit, measure.kind, measure.compared_with, measure.target.label.casefold())
        known = told.get(key)
        told[key] = measure if known is None else _joined(known, measure.passages)
    yield from told.values()


def _joined(measure: Measure, passages: tuple[Passage, ...]) -> Measure:
    """A measure with further passages; a sentence that holds the figure twice is one passage."""
    return replace(measure, passages=tuple(sorted({*measure.passages, *passages})))


def _all(page: Page) -> Iterator[Measure]:
    year = _year_of(page)
    line, period = None, None
    for parsed in page.sentences:
        if parsed.sentence.line != line:
            line, period = parsed.sentence.line, None
        if _DIGIT.search(parsed.sentence.text) is None:
            continue
        scene = _scene(parsed, page)
        if all(amount.code is None or amount.silent for amount in scene.amounts):
            continue
        told = periods(scene, year)
        found = tuple(_measures(_closed(scene, parsed), page, parsed, _Times(told, period)))
        yield from found
        if found and period is None and told:
            period = told[0].value


def _year_of(page: Page) -> int | None:
    """The year of publication, else the one that the article's dates tell most often."""
    if page.setting.published:
        return int(page.setting.published[:4])
    return dominating_year(date for parsed in page.sentences for date in parsed.dates)


def _scene(parsed: Parsed, page: Page) -> Scene:
    wording = parsed.wording
    dates = [_by_word(date, wording) for date in parsed.dates]
    dated = frozenset(at for date in dates for at in range(date.first, date.last))
    return Scene(wording, dates, find_amounts(wording, habits_of(page.setting.lexicon.settings), dated), dated)


def _by_word(date: DateMention, wording: Wording) -> DateMention:
    """A date of items as one of words."""
    first = bisect_left(wording.words, date.start, key=lambda word: word.start)
    last = bisect_left(wording.words, date.end, key=lambda word: word.end) + 1
    return replace(date, first=first, last=last)


def _closed(scene: Scene, parsed: Parsed) -> Scene:
    """The scene with the words taken that name people, posts and lengths of time, or are verbs: no label holds them."""
    spans = [(name.start, name.end) for name in parsed.names]
    spans += [(title.start, title.end) for title in parsed.titles]
    spans += [(amount.start, amount.end) for amount in scene.amounts if amount.silent]
    starts = [word.start for word in scene.wording.words]
    inside = frozenset(at for start, end in spans for at in range(bisect_left(starts, start), bisect_left(starts, end)))
    return replace(scene, taken=scene.taken | inside | closed_words(scene.wording))


def _measures(scene: Scene, page: Page, parsed: Parsed, times: _Times) -> Iterator[Measure]:
    head: _Head | None = None
    for figure in figures(scene):
        sense = sense_of(scene.wording, figure, head.sense if head else None)
        target = _target(scene, figure, sense, head, page)
        if head is None or target != head.target:
            target = replace(target, period=times.of(figure))
        head = _Head(target, sense)
        yield _measure(figure, sense, target, parsed.passage(page.article.id))


def _target(scene: Scene, figure: Figure, sense: Sense, head: _Head | None, page: Page) -> Target:
    """What a figure is about: named by its own words, or the target of the figure before."""
    naming = naming_of(scene, figure, follows=head is not None and sense.kind in _FOLLOWING)
    if naming is None and head is not None:
        return head.target
    naming = naming or fallback(scene, figure)
    return Target(naming.label, page.article.language, _indicator(scene, naming, figure), article=page.article.id)


def _indicator(scene: Scene, naming: Naming, figure: Figure) -> str | None:
    """What the naming words and those between them and the figure tell, else the subject of the figure."""
    amount = figure.amount
    if amount.code == "place":
        near = (naming.first, figure.stop)
    elif naming.last <= amount.first:
        near = (naming.first, amount.first)
    else:
        near = (min(naming.first, amount.last), naming.last if amount.noun is not None else figure.stop)
    told = indicator_of(scene.wording, *near, amount.code)
    subject = subject_of(scene, figure) if told is None else None
    return indicator_of(scene.wording, subject.first, amount.first, amount.code) if subject else told


def _measure(figure: Figure, sense: Sense, target: Target, passage: Passage) -> Measure:
    return Measure(
        target=target,
        value=figure.amount.written,
        unit=figure.amount.unit,
        amount=figure.amount.total,
        kind=sense.kind,
        direction=sense.direction,
        compared_with=sense.compared_with,
        period=target.period,
        passages=(passage,),
        rule="measure-counted" if figure.amount.noun is not None else "measure-unit",
    )
