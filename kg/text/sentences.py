"""Article -> Sentences: spans of its text, each within one line, with the kind of line it stands in.

Prose and captions are split at full stops; other lines stay whole. One pass over the text, looking only a few
characters back and ahead, so the time is linear in its length whatever the text holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Article, LineKind, Sentence
from kg.text.language import recognised, strings
from kg.text.lines import Line, lines
from kg.text.signs import credit_at

SPLIT_KINDS = (LineKind.PROSE, LineKind.CAPTION)
# No abbreviation is longer, and no more is looked at around a full stop.
REACH = 24
_STOPS = re.compile(r"[.!?…]+")
_CLOSERS = "»”’\")]'"
_OPENERS = "«“„‘\"'([-–—•*"
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN_LETTERS = "IVX"
_BEFORE_A_PARAGRAPH = ".:;!?…"


@dataclass(frozen=True, slots=True)
class _Habits:
    """What a language's data say of its full stops."""

    never: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    ordinals: bool
    """Whether a full stop after a number makes it an ordinal: "14. Kongres"."""


@cache
def _habits(language: str) -> _Habits:
    key = f"abbreviations.{language}"
    return _Habits(
        frozenset(strings(f"{key}.never")),
        frozenset(strings(f"{key}.may_end")),
        frozenset(strings(f"{key}.openers")),
        language in strings("abbreviations.ordinals"),
    )


@dataclass(frozen=True, slots=True)
class _Stop:
    """A full stop (or several, or "?", "!", "…") and what stands around it on its line."""

    before: str
    """The characters back to the last space: "2025", "TP", "т.д"."""
    previous: str
    """The word before that."""
    mark: str
    space: bool
    """Whether there is space after it (and after closing quotes)."""
    after: str
    """What follows, from the first letter or digit on, at most REACH characters."""

    @property
    def next_word(self) -> str:
        word = _WORD.match(self.after)
        return word.group() if word else ""


# ---------------------------------------------------------------- rules: True ends the sentence, None leaves it open


def _goes_on_in_lower_case(stop: _Stop, habits: _Habits) -> bool | None:
    del habits
    return False if not stop.after or stop.after[0].islower() else None


def _glued(stop: _Stop, habits: _Habits) -> bool | None:
    """A word of the sentence, then a capitalised one: "kata.Kata"; never inside an address, a number or a code."""
    if stop.space:
        return None
    if not stop.after[0].isupper() or len(stop.next_word) < 2 or stop.next_word.isupper():
        return False
    if _abbreviated(stop, habits.never | habits.may_end):
        return False
    plain_word = stop.before.isalpha() and stop.before.islower() and len(stop.before) >= 3
    return plain_word or stop.next_word in habits.openers


def _question_or_ellipsis(stop: _Stop, habits: _Habits) -> bool | None:
    del habits
    return True if stop.mark != "." else None


def _before_its_number_or_name(stop: _Stop, habits: _Habits) -> bool | None:
    return False if _abbreviated(stop, habits.never) else None


def _after_abbreviation(stop: _Stop, habits: _Habits) -> bool | None:
    """Go on in "2025 r. Komitet", begin anew in "2025 r. Podczas": only a sentence's first word is "Podczas"."""
    return stop.next_word in habits.openers if _abbreviated(stop, habits.may_end) else None


def _after_initials(stop: _Stop, habits: _Habits) -> bool | None:
    """Go on in "P. MAI", "А. Б. Иванов"; but not in "khóa X. Các đại biểu"."""
    letters = stop.before.split(".")
    if not all(len(letter) == 1 and letter.isupper() for letter in letters):
        return None
    if stop.before in _ROMAN_LETTERS and stop.previous.islower():
        return True
    return stop.next_word in habits.openers


def _after_number(stop: _Stop, habits: _Habits) -> bool | None:
    """Go on in "14. Kongres", an ordinal, and in "1. Kierować …", the number of a paragraph."""
    if not (stop.before.isdigit() and len(stop.before) <= 2):
        return None
    counted = stop.previous in habits.never
    numbers_a_paragraph = not counted and (not stop.previous or stop.previous[-1] in _BEFORE_A_PARAGRAPH)
    is_ordinal = habits.ordinals and stop.next_word not in habits.openers
    return False if numbers_a_paragraph or is_ordinal else None


def _abbreviated(stop: _Stop, known: frozenset[str]) -> bool:
    word = stop.before + "."
    return word in known or word[:1].lower() + word[1:] in known


RULES = (
    _goes_on_in_lower_case,
    _glued,
    _question_or_ellipsis,
    _before_its_number_or_name,
    _after_abbreviation,
    _after_initials,
    _after_number,
)


def _ends(stop: _Stop, habits: _Habits) -> bool:
    for rule in RULES:
        verdict = rule(stop, habits)
        if verdict is not None:
            return verdict
    return True


# ---------------------------------------------------------------- looking around a full stop


def _words_before(text: str, start: int, at: int) -> tuple[str, str]:
    """The characters before a full stop back to a space, and the word before them."""
    words = text[max(start, at - 2 * REACH) : at].split()
    if not words or text[at - 1].isspace():
        return "", words[-1] if words else ""
    return words[-1].lstrip(_OPENERS + ","), words[-2] if len(words) > 1 else ""


def _after_stop(text: str, at: int, end: int) -> tuple[int, int]:
    """Where the sentence would end (past closing quotes) and where the next would begin."""
    while at < end and text[at] in _CLOSERS:
        at += 1
    begin = at
    while begin < end and text[begin].isspace():
        begin += 1
    return at, begin


def _first_letter(text: str, at: int, end: int) -> int:
    last = min(end, at + REACH)
    while at < last and (text[at] in _OPENERS or text[at].isspace()):
        at += 1
    return at


def _cuts(text: str, start: int, end: int, habits: _Habits) -> Iterator[tuple[int, int]]:
    """The places between sentences: where one ends and where the next begins."""
    for match in _STOPS.finditer(text, start, end):
        close, begin = _after_stop(text, match.end(), end)
        if begin >= end:
            return
        before, previous = _words_before(text, start, match.start())
        letter = _first_letter(text, begin, end)
        stop = _Stop(before, previous, match.group(), begin > close, text[letter : min(end, letter + REACH)])
        if _ends(stop, habits):
            yield close, begin


def split(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of text[start:end], a stretch without outer space on one line.

    >>> text = "Rapat pada 1.7.2025 di TP. Hue. Pendapatan naik 6.52%."
    >>> [text[start:end] for start, end in split(text, 0, len(text), "id")]
    ['Rapat pada 1.7.2025 di TP. Hue.', 'Pendapatan naik 6.52%.']
    """
    for close, begin in _cuts(text, start, end, _habits(language)):
        yield start, close
        start = begin
    if start < end:
        yield start, end


# ---------------------------------------------------------------- lines to sentences


def _pieces(line: Line) -> Iterator[tuple[int, int, LineKind]]:
    """A line, its photographer's credit apart."""
    credit = credit_at(line.text) if line.kind is LineKind.CAPTION else None
    if credit is None:
        yield line.start, line.end, line.kind
        return
    shown = line.text[:credit].rstrip(" -–—|(")
    if shown:
        yield line.start, line.start + len(shown), line.kind
    yield line.start + credit, line.end, LineKind.BYLINE


def _of_line(line: Line, article: Article) -> Iterator[Sentence]:
    for start, end, kind in _pieces(line):
        spans = split(article.text, start, end, article.language) if kind in SPLIT_KINDS else [(start, end)]
        for first, last in spans:
            yield Sentence(first, last, article.text[first:last], kind, line.number)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of an article, in order; lines without a letter or digit give none."""
    if article.language not in recognised():
        raise ValueError(article.language)
    found = lines(article.text, article.headline)
    return tuple(sentence for line in found if not line.blank for sentence in _of_line(line, article))
