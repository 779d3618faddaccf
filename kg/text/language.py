"""Which of the languages that are read a text is in, by its function words and letters; from a data file.

`kg/data/languages.toml` holds the words: this module reads it for the steps that need it (articles, lines, sentences).
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import DataError
from kg.home import PACKAGE

FILE = PACKAGE / "data" / "languages.toml"
# Least share of function words among the lower-case words. Whole articles have 0.12 (vi) and more of their own; texts
# in languages that the data do not list (tr, hu, sv in tests/test_language.py) have 0.07 of one of them at most.
LEAST_SHARE = 0.08
LEAST_HITS = 2
# Share of lower-case words with letters of one language only, which tells that language: articles in Vietnamese
# have 0.54 of them and more, articles in other languages none.
SURE_SHARE = 0.3
# A text of fewer letters need not show the letters that only its language has.
LETTERS_FOR_CUES = 200
NEEDED_SHARE = 0.002
TOLERATED_SHARE = 0.004
_WORD = re.compile(r"[^\W\d_]+")


def folded(text: str) -> str:
    """A text as it is compared: composed accents, lower case.

    >>> folded("Nguồn")
    'nguồn'
    """
    return unicodedata.normalize("NFC", text).casefold()


@cache
def _file() -> dict[str, Any]:
    try:
        return tomllib.loads(FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{FILE}: {error}; restore the file") from error


def _value(key: str) -> object:
    value: object = _file()
    for part in key.split("."):
        if not isinstance(value, Mapping) or part not in value:
            raise DataError(f"{FILE}: {key} is missing")
        value = value[part]
    return value


@cache
def strings(key: str) -> tuple[str, ...]:
    """The list of strings under a dotted key of the data file: `strings("tail.source_words")`."""
    value = _value(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise DataError(f"{FILE}: {key} must be a list of strings")
    return tuple(value)


@cache
def folded_strings(key: str) -> frozenset[str]:
    """The same, folded for comparison."""
    return frozenset(map(folded, strings(key)))


def recognised() -> tuple[str, ...]:
    """The languages that are told apart and can be given."""
    return strings("recognition.languages")


@dataclass(frozen=True, slots=True)
class _Letters:
    needs: frozenset[str]
    never: frozenset[str]
    own: frozenset[str]


def _letters_under(key: str) -> frozenset[str]:
    value = _value(key)
    if not isinstance(value, str):
        raise DataError(f"{FILE}: {key} must be a string of letters")
    return frozenset(value.lower())


@cache
def _letters(language: str) -> _Letters | None:
    """The cues of one language, None for one whose letters tell nothing."""
    table = _value("recognition.letters")
    if not isinstance(table, Mapping) or language not in table:
        return None
    key = f"recognition.letters.{language}"
    own = _letters_under(f"{key}.own") if "own" in table[language] else frozenset()
    return _Letters(_letters_under(f"{key}.needs"), _letters_under(f"{key}.never"), own)


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    own = {code: folded_strings(f"recognition.words.{code}") for code in recognised()}
    others = _value("recognition.others")
    if not isinstance(others, Mapping):
        raise DataError(f"{FILE}: recognition.others must be a table")
    return own | {code: folded_strings(f"recognition.others.{code}") for code in others}


def _hits(words: Counter[str], known: Iterable[str]) -> int:
    return sum(words[word] for word in known)


def _letters_fit(language: str, letters: Counter[str]) -> bool:
    """Whether the text has the language's own letters, and no more of its relatives' than foreign names bring."""
    total = letters.total()
    cues = _letters(language)
    if cues is None:
        return True
    if _hits(letters, cues.never) > TOLERATED_SHARE * total + 1:
        return False
    return total < LETTERS_FOR_CUES or _hits(letters, cues.needs) >= NEEDED_SHARE * total


def _sure(words: Counter[str]) -> str | None:
    """The language whose own letters stand in so many words that it can be no other."""
    for language in recognised():
        cues = _letters(language)
        if cues is not None and cues.own:
            marked = sum(count for word, count in words.items() if not cues.own.isdisjoint(word))
            if marked > max(LEAST_HITS, SURE_SHARE * words.total()):
                return language
    return None


def recognise(text: str) -> str | None:
    """The language of a text: "id", "ru", "pl", "vi", "en" or "fr"; None for another language or too little text.

    >>> recognise("Konferensi tersebut dipimpin oleh Ketua Komite Rakyat dan dihadiri oleh para pemimpin komune.")
    'id'
    >>> recognise("El comité popular de la provincia celebró una reunión con los dirigentes de las comunas.") is None
    True
    """
    composed = unicodedata.normalize("NFC", text)
    # Names say nothing of the language around them: only words in lower case count.
    words = Counter(word for word in _WORD.findall(composed) if word.islower())
    if sure := _sure(words):
        return sure
    hits = {code: _hits(words, known) for code, known in _function_words().items()}
    best = max(hits, key=lambda code: hits[code])
    if hits[best] < max(LEAST_HITS, LEAST_SHARE * words.total()) or best not in recognised():
        return None
    letters = Counter(character for character in composed.lower() if character.isalpha())
    return best if _letters_fit(best, letters) else None
