"""Figures that an article reports or plans for an indicator.

"Pendapatan anggaran negara diperkirakan 25.140 miliar VND, naik 14,9%" gives two measures of one target: 25,140 billion
VND reached, and a change of 14.9 % upwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.measure_figures import Figure, Scene, Sense, figures, sense_of
from kg.facts.measure_labels import Naming, fallback, indicator_of, naming_of
from kg.facts.measure_periods import periods
from kg.mentions.amounts import find_amounts, habits_of
from kg.mentions.dates import dominating_year, find_dates
from kg.mentions.page import Page, Parsed
from kg.mentions.words import Wording, wording_of
from kg.model import Measure, Passage, Target
from kg.tokens import tokens

# Senses that speak of what was named before rather than of something new.
_FOLLOWING = ("change", "shareOfPlan", "gap")


@dataclass(frozen=True, slots=True)
class _Head:
    """The figure before: what it is about and what was said of it."""

    target: Target
    sense: Sense


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
        if not any(letter.isdecimal() for letter in parsed.sentence.text):
            continue
        scene = _scene(parsed, page, year)
        told = periods(scene, year)
        yield from _measures(scene, page, parsed, period)
        period = told[-1].value if told else period


def _year_of(page: Page) -> int | None:
    """The year of publication, else the one that the article's dates tell most often."""
    if page.setting.published:
        return int(page.setting.published[:4])
    return dominating_year(date for parsed in page.sentences for date in find_dates(parsed.items, page.setting))


def _scene(parsed: Parsed, page: Page, year: int | None) -> Scene:
    sentence, lexicon = parsed.sentence, page.setting.lexicon
    words = tokens(sentence.text, sentence.start)
    wording = wording_of(words, lexicon.figures, sentence.text, sentence.start)
    dates = find_dates(words, page.setting, year)
    taken = {at for date in dates for at in range(date.first, date.last)}
    return Scene(wording, dates, find_amounts(wording, habits_of(lexicon.settings), taken))


def _measures(scene: Scene, page: Page, parsed: Parsed, carried: str | None) -> Iterator[Measure]:
    """The measures of a sentence; `carried` is the period told last in its paragraph."""
    head: _Head | None = None
    year = _year_of(page)
    for figure in figures(scene):
        sense = sense_of(scene.wording, figure, head.sense if head else None)
        period = _period(scene, figure, year) or carried
        target = _target(scene, figure, sense, head, page)
        if target is None:
            continue
        if head is None or target != head.target:
            target = replace(target, period=period)
        head = _Head(target, sense)
        yield _measure(figure, sense, target, parsed.passage(page.article.id))


def _period(scene: Scene, figure: Figure, year: int | None) -> str | None:
    """The period told last before a figure, else right after it in its part of the sentence."""
    told = periods(scene, year)
    before = [period.value for period in told if period.at < figure.amount.first]
    after = [period.value for period in told if figure.amount.last <= period.at < figure.stop]
    return before[-1] if before else next(iter(after), None)


def _target(scene: Scene, figure: Figure, sense: Sense, head: _Head | None, page: Page) -> Target | None:
    """What a figure is about: named by its own words, or the target of the figure before."""
    naming = naming_of(scene, figure, follows=head is not None and sense.kind in _FOLLOWING)
    if naming is None and head is not None:
        return head.target
    naming = naming or fallback(scene, figure)
    return _named(scene.wording, naming, figure, page) if naming is not None else None


def _named(wording: Wording, naming: Naming, figure: Figure, page: Page) -> Target:
    unit = figure.amount.code
    indicator = indicator_of(wording, naming.first, naming.last, unit)
    if indicator is None and naming.known:
        indicator = indicator_of(wording, figure.clause, figure.stop, unit)
    return Target(naming.label, page.article.language, indicator, article=page.article.id)


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
        rule="measure:" + ("counted" if figure.amount.noun is not None else "unit"),
    )
