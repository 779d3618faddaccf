"""Sentences that speak of offices and gave no fact: where the rules kept silent, rightly or not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.evaluation.quotes import Quotes
from kg.mentions.page import Page, Parsed


@dataclass(frozen=True, slots=True)
class Abstention:
    """A sentence without a fact, and the words in it that could have given one."""

    article: str
    language: str
    sentence: str
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    names: tuple[str, ...]


def abstentions(pages: Mapping[str, Page], quotes: Quotes) -> Iterator[Abstention]:
    """The sentences of each article that hold a role, a body or a name, and of which no passage is a fact's."""
    for page in pages.values():
        stated = sorted((passage.start, passage.end) for passage in quotes.of(page.article.id))
        for parsed in page.sentences:
            if _names_office(parsed) and not _states(parsed, stated):
                yield _abstention(page, parsed)


def _names_office(parsed: Parsed) -> bool:
    return bool(parsed.titles or parsed.names or any(body.kind for body in parsed.bodies))


def _states(parsed: Parsed, stated: Iterable[tuple[int, int]]) -> bool:
    return any(start < parsed.sentence.end and parsed.sentence.start < end for start, end in stated)


def _abstention(page: Page, parsed: Parsed) -> Abstention:
    text = page.article.text
    return Abstention(
        page.article.id,
        page.article.language,
        parsed.sentence.text,
        tuple(text[title.start : title.end] for title in parsed.titles),
        tuple(text[body.start : body.end] for body in parsed.bodies if body.kind),
        tuple(text[name.start : name.end] for name in parsed.names),
    )
