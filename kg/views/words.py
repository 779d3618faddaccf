"""Words in the five languages of a page: its own, from words.toml, and those of the ontology."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kg.graph.labels import LANGUAGES
from kg.graph.vocabulary import labels

Words = tuple[str, ...]
"""One text in each of LANGUAGES."""

ENGLISH: Final = LANGUAGES.index("en")
FALLBACKS: Final = ("en", "", "vi")
"""Whose label stands in for a language that has none; of other languages the first in order."""


def same(text: str) -> Words:
    """A text that is the same in every language."""
    return (text,) * len(LANGUAGES)


def choose(by_language: Mapping[str, str]) -> Words | None:
    """A text for each language out of those that there are, keyed by language tag, "" for none.

    >>> choose({"en": "Office", "ru": "Канцелярия"})
    ('Office', 'Office', 'Office', 'Канцелярия', 'Office')
    """
    if not by_language:
        return None
    other = next((tag for tag in FALLBACKS if tag in by_language), min(by_language))
    return tuple(by_language.get(language, by_language[other]) for language in LANGUAGES)


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def page_words() -> dict[str, Words]:
    """What the page itself says, by key."""
    return {key: _all(texts) for key, texts in _tables()["page"].items()}


def view_title(name: str) -> Words:
    """What a view is called; its file's name for one that words.toml does not know."""
    texts = _tables()["views"].get(name)
    return _all(texts) if texts else same(name.capitalize())


def view_summary(name: str) -> Words | None:
    """What a view shows, None for one that words.toml does not know."""
    texts = _tables()["summaries"].get(name)
    return _all(texts) if texts else None


def relation(text: str) -> Words:
    """A relation that a selection writes in English, in all languages; any other text as it is."""
    texts = _tables()["relations"].get(text)
    return _all(texts) if texts else same(text)


def term(curie_or_iri: str) -> Words | None:
    """What the ontology calls a class, property or code; None if it does not have it."""
    return choose(labels(curie_or_iri))


def _all(texts: dict[str, str]) -> Words:
    return tuple(texts[language] for language in LANGUAGES)
