"""An article as its sentences with their mentions: what every fact module reads."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kg.mentions.bodies import BodyMention, find_body
from kg.mentions.dates import DateMention, dominating_year, find_dates
from kg.mentions.documents import DocumentMention, find_documents
from kg.mentions.homeland import homeland, provinces_told
from kg.mentions.items import NOTHING, Item, Items, joined
from kg.mentions.people import NameMention, find_names
from kg.mentions.setting import Setting, setting_of
from kg.mentions.titles import TitleMention, find_title
from kg.mentions.words import Wording, wording_of
from kg.model import Article, LineKind, Passage, Sentence
from kg.names.spelling import slug
from kg.text.sentences import sentences
from kg.text.tokens import tokens_as

_AUTUMN = 8
_SILENT = (LineKind.TAIL, LineKind.BOILERPLATE, LineKind.BYLINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its items and mentions, each in order of place."""

    sentence: Sentence
    items: Items
    titles: tuple[TitleMention, ...]
    bodies: tuple[BodyMention, ...]
    """Bodies (and bare level or place phrases) outside titles."""
    names: tuple[NameMention, ...]
    wording: Wording
    """The sentence word by word, as the readers of dates and amounts see it."""
    dates: tuple[DateMention, ...] = ()
    """Dates, months, years and terms; a year left out is the article's."""
    documents: tuple[DocumentMention, ...] = ()
    """Numbered documents."""

    def passage(self, article: str) -> Passage:
        """The whole sentence as a passage."""
        return Passage(article, self.sentence.start, self.sentence.end, self.sentence.text)

    def has(self, atom: str) -> bool:
        """Whether some item can stand for an atom."""
        return bool(self.items.where(atom))


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its setting and its sentences parsed (those that can state a fact)."""

    article: Article
    setting: Setting
    sentences: tuple[Parsed, ...]
    bodies: tuple[BodyMention, ...]
    """All bodies named, inside titles and outside, in order."""


def page_of(article: Article) -> Page:
    """Parse an article; DataError when its language has no pack."""
    setting = setting_of(article)
    kept = [sentence for sentence in sentences(article) if sentence.kind not in _SILENT]
    found = [parse(sentence, setting) for sentence in kept]
    told = _told(found, setting)
    if told != setting:
        setting = told
        found = [parse(sentence, setting) for sentence in kept]
    parsed = _dated(found, setting)
    bodies = [body for one in parsed for body in _bodies_of(one)]
    return Page(article, setting, parsed, tuple(sorted(bodies, key=lambda body: body.start)))


def _told(parsed: Sequence[Parsed], setting: Setting) -> Setting:
    """The setting with the provinces that a first reading tells, where it had none or left a commune open."""
    places = [body.place for one in parsed for body in _bodies_of(one) if body.place is not None]
    if setting.province is not None and not any(place.local for place in places):
        return setting
    told = provinces_told([(one.items, _bodies_of(one)) for one in parsed], setting)
    others = frozenset(slug(province.name) for province in told)
    return replace(setting, province=setting.province or homeland(told), others=others)


def _bodies_of(parsed: Parsed) -> list[BodyMention]:
    """All bodies named in a sentence, inside titles and outside."""
    return [*parsed.bodies, *(title.body for title in parsed.titles if title.body is not None)]


def _dated(parsed: Sequence[Parsed], setting: Setting) -> tuple[Parsed, ...]:
    """The sentences with their dates and documents; a date without a year takes the article's."""
    found = [find_dates(one.items, one.wording, setting) for one in parsed]
    told = [date for dates in found for date in dates if date.year]
    year = dominating_year(date for dates in found for date in dates)
    return tuple(_with_documents(one, _completed(dates, year, told)) for one, dates in zip(parsed, found, strict=True))


def _with_documents(parsed: Parsed, dates: tuple[DateMention, ...]) -> Parsed:
    """A sentence with its dates, and the documents that they help to tell from dates."""
    return replace(parsed, dates=dates, documents=find_documents(parsed.sentence, parsed.items, dates))


def _completed(
    dates: tuple[DateMention, ...], year: int | None, told: Collection[DateMention]
) -> tuple[DateMention, ...]:
    """The dates with the years that they leave out: in autumn articles name next year's plans more than this year."""
    month = next((date.month for date in dates if date.year is None and date.month), None)
    if month is None or year is None:
        return dates
    sure = any(date.year == year and date.day and (date.month or 0) >= _AUTUMN for date in told)
    last_year = month >= _AUTUMN and not sure and any(date.year == year - 1 for date in told)
    told_year = year - 1 if last_year else year
    return tuple(date if date.year else replace(date, year=told_year, explicit_year=False) for date in dates)


def parse(sentence: Sentence, setting: Setting) -> Parsed:
    """The mentions of one sentence."""
    lexicon = setting.lexicon
    words = tokens_as(Item, sentence.text, sentence.start)
    wording = wording_of(words, lexicon.figures, sentence.text, sentence.start)
    found = joined(words, sentence, lexicon)
    titles: list[TitleMention] = []
    bodies: list[BodyMention] = []
    taken: set[int] = set()
    at = 0
    while at < len(found):
        item = found[at]
        if item.meaning is NOTHING and not item.text[0].isupper() and not item.text[0].isdigit():
            at += 1
            continue
        body = find_body(found, at, setting)
        mention = find_title(found, at, setting, body) or body
        if isinstance(mention, TitleMention):
            titles.append(mention)
        elif mention is not None:
            bodies.append(mention)
        if mention is not None:
            taken.update(range(mention.first, mention.last))
        at = mention.last if mention else at + 1
    return Parsed(sentence, found, tuple(titles), tuple(bodies), find_names(found, taken, setting), wording)
