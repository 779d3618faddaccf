"""Vietnamese personal names from any spelling: diacritics, ASCII, Cyrillic, declined in Polish or Russian, capitals."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from string import ascii_lowercase
from typing import Final

from kg.names.lists import name_lists
from kg.names.spelling import fold, normal
from kg.names.transliteration import is_syllable, likelihood, readings_of

__all__ = [
    "Name",
    "Reading",
    "fold",
    "has_common_surname",
    "is_forebear",
    "is_slip",
    "is_surname",
    "normal",
    "read_clan_name",
    "read_name",
    "readings",
    "with_word",
]

_VIETNAMESE: Final = "vi"
_LONGEST: Final = 5
_ALTERNATIVES: Final = 8
_PER_WORD: Final = 3
_FARTHEST: Final = 2.0
"""Readings of a transcribed word this much less likely than its best one are left out."""
_BY_LETTERS: Final = 1.0
"""What it costs that a word is no Vietnamese syllable but one of another language of the country."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one word of a name can stand for."""

    ascii: str
    declined: bool
    """Whether the word carries a case ending that the reading lacks."""
    label: str = ""
    """The word without its ending, diacritics kept; the ASCII form for a Cyrillic word."""
    score: float = 0.0
    """Lower is likelier."""


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name, surname first."""

    ascii: str
    label: str
    """With diacritics if written so, else ASCII."""
    readings: tuple[str, ...]
    """Other ASCII forms that it can stand for, likeliest first."""
    declined: bool


def _titled(word: str) -> str:
    """A word's first letter, and the one after an apostrophe, as a capital, the others small.

    >>> _titled("H'LOAN"), _titled("ĐOÀN")
    ("H'Loan", 'Đoàn')
    """
    return "'".join(part[:1].upper() + part[1:].lower() for part in word.split("'"))


def _cased(word: str) -> str:
    """One kind of apostrophe, and no word in capitals throughout."""
    plain = word.replace("’", "'").replace("ʼ", "'").replace("‘", "'")
    return _titled(plain) if plain.isupper() else plain


def is_surname(name: str) -> bool:
    """Whether an ASCII word is a Vietnamese or minority surname (H' and K' begin a name as surnames do).

    >>> is_surname("Nguyen"), is_surname("Ksor"), is_surname("Komite")
    (True, True, False)
    """
    lower = name.lower()
    prefix, apostrophe, _ = lower.partition("'")
    return lower in name_lists().surnames or prefix + apostrophe in name_lists().surnames


def has_common_surname(word: str, language: str) -> bool:
    """Whether a word of an article can stand for one of the surnames that many bear.

    >>> has_common_surname("Нгуен", "ru"), has_common_surname("Thành", "vi")
    (True, False)
    """
    return any(name_lists().surnames.get(reading.ascii.lower()) for reading in readings(word, language))


def _is_highland_syllable(word: str) -> bool:
    """Whether a lower-case ASCII word can be a syllable of a highland language: "kdam", "hnhung"."""
    lists = name_lists()
    return any(word[:cut] in lists.onsets and word[cut:] in lists.rimes for cut in range(min(3, len(word))))


def _spoken(word: str) -> float | None:
    """The score of a lower-case ASCII word as a word of a name; None if it is none."""
    if is_syllable(word):
        return likelihood(word, 0)
    loan = name_lists().loans.get(word[:1])
    if word in name_lists().words or (loan and is_syllable(loan + word[1:])):
        return _BY_LETTERS
    prefix, _, rest = word.partition("'")
    if rest and prefix in name_lists().prefixes.values() and (is_syllable(rest) or _is_highland_syllable(rest)):
        return _BY_LETTERS
    return None


def _latin(stem: str, *, declined: bool) -> list[Reading]:
    """The reading of a Latin word, if it is one."""
    plain = fold(stem)
    score = _spoken(plain.lower()) if plain.isascii() else None
    return [] if score is None else [Reading(_titled(plain), declined, normal(stem), score)]


def _cyrillic(stem: str, *, declined: bool) -> list[Reading]:
    """The readings of a Cyrillic word, likeliest first."""
    lower = stem.lower()
    prefix, apostrophe, rest = lower.partition("'")
    if apostrophe:
        first = name_lists().prefixes.get(prefix)
        rests = _cyrillic(rest, declined=declined) if first else ()
        return [Reading(_titled(f"{first}'{one.ascii}"), declined, "", one.score) for one in rests]
    syllables = readings_of(lower)
    found = [Reading(one.ascii.capitalize(), declined, "", likelihood(one.ascii, one.cost)) for one in syllables]
    if lower in name_lists().cyrillic:
        found.append(Reading(_titled(name_lists().cyrillic[lower]), declined, "", _BY_LETTERS))
    return [one for one in found if one.score <= found[0].score + _FARTHEST]


def _is_cyrillic(word: str) -> bool:
    return "а" <= word[:1].lower() <= "я"


def _has_diacritics(word: str) -> bool:
    return fold(word) != word.replace("’", "'")


def _read(stem: str, *, declined: bool) -> list[Reading]:
    read = _cyrillic if _is_cyrillic(stem) else _latin
    return read(stem, declined=declined)


def _plausible(stem: str, *, undeclined: bool) -> bool:
    """Whether a stem can have been declined: beside an undeclined reading, only one that ends in a consonant."""
    return len(stem) > 1 and not (undeclined and fold(stem[-1]).lower() in "aeiouyаеиоуыэюяй")


@lru_cache(maxsize=65536)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """The Vietnamese syllables that a capitalised word of an article in that language can stand for.

    Undeclined readings come first, likelier ones before others; none if the word is no Vietnamese syllable.

    >>> [reading.ascii for reading in readings("Khiema", "pl")]
    ['Khiem']
    """
    plain = _cased(word)
    found = _read(plain, declined=False)
    undeclined = bool(found)
    seen = {reading.ascii for reading in found}
    declined: list[Reading] = []
    for cut, add in name_lists().endings.get(language, ()):
        stem = plain[: -len(cut)] + add
        if plain.endswith(cut) and _plausible(stem, undeclined=undeclined):
            declined += [reading for reading in _read(stem, declined=True) if reading.ascii not in seen]
            seen |= {reading.ascii for reading in declined}
    return (*found, *sorted(declined, key=lambda reading: reading.score))


def _surnames(word: str, language: str, *, diacritics: bool) -> list[Reading]:
    """The readings of a first word, known surnames before others, common ones first; none if none is a surname.

    In a name written with diacritics they must be the surname's: "Trương" is one, "Trưởng" a title.
    """
    plain = normal(_cased(word)).lower()
    if diacritics and plain not in name_lists().spelt and "'" not in plain:
        return []
    shares = name_lists().surnames

    def order(one: Reading) -> tuple[bool, bool, float, str]:
        share = math.log10(1 + 10 * shares.get(one.ascii.lower(), 0))
        return (not is_surname(one.ascii), one.declined, one.score - share, one.ascii)

    ordered = sorted(readings(word, language), key=order)
    return ordered if ordered and is_surname(ordered[0].ascii) else []


def _given(word: str, language: str, *, highland: bool) -> tuple[Reading, ...]:
    """The readings of a later word of a name."""
    found = readings(word, language)
    plain = fold(_cased(word))
    if not found and highland and plain.isascii() and _is_highland_syllable(plain.lower()):
        return (Reading(_titled(plain), declined=False, label=normal(_cased(word)), score=_BY_LETTERS),)
    return found


def _alternatives(choices: list[list[Reading]], best: str) -> tuple[str, ...]:
    """The other whole names, likeliest first."""
    scores: dict[str, float] = {}
    for combination in product(*choices):
        name = " ".join(reading.ascii for reading in combination)
        scores.setdefault(name, sum(reading.score + reading.declined for reading in combination))
    scores.pop(best, None)
    return tuple(sorted(scores, key=lambda name: (scores[name], name))[:_ALTERNATIVES])


@lru_cache(maxsize=16384)
def _read_name(words: tuple[str, ...], language: str) -> Name | None:
    # a translation may drop the diacritics of one word of a name, a Vietnamese text does not
    diacritics = _has_diacritics(words[0]) or (language == _VIETNAMESE and any(map(_has_diacritics, words)))
    choices = [_surnames(words[0], language, diacritics=diacritics)[:_PER_WORD]]
    if not choices[0]:
        return None
    highland = choices[0][0].ascii.lower() in name_lists().highland or "'" in choices[0][0].ascii
    choices += [list(_given(word, language, highland=highland)[:_PER_WORD]) for word in words[1:]]
    if not all(choices):
        return None
    chosen = [options[0] for options in choices]
    best = " ".join(reading.ascii for reading in chosen)
    label = " ".join(reading.label or reading.ascii for reading in chosen)
    return Name(best, label, _alternatives(choices, best), any(reading.declined for reading in chosen))


def read_clan_name(word: str, language: str) -> Name | None:
    """The whole name that a single word is: the letter of a highland clan, an apostrophe and a given name.

    >>> read_clan_name("К'Сань", "ru").ascii
    "K'Sanh"
    """
    found = readings(word, language) if "'" in _cased(word) and word[:1].isupper() else ()
    # the highland languages have no x, which Cyrillic letters could stand for as well as for s
    letters = {part[:1] for part in (*name_lists().onsets, *name_lists().rimes)}
    likely = sorted(found, key=lambda one: one.ascii.partition("'")[2][:1].lower() not in letters)
    if not likely:
        return None
    names = [one.ascii for one in likely]
    return Name(names[0], likely[0].label or names[0], tuple(names[1:_ALTERNATIVES]), likely[0].declined)


def is_forebear(name: Name) -> bool:
    """Whether a name is one that things are called after rather than an official's.

    >>> is_forebear(read_name(["Хо", "Ши", "Мин"], "ru"))
    True
    """
    return any(form.lower() in name_lists().forebears for form in (name.ascii, *name.readings))


def read_name(words: Sequence[str], language: str, *, sure: bool = False) -> Name | None:
    """The personal name that two to five capitalised words are, surname first; None if they do not look like one.

    `sure` where an honorific or a title stands before them, so that "A" is no article.

    >>> read_name(["Чинь", "Тиен", "Донг"], "ru").ascii
    'Trinh Tien Dong'
    """
    if not 1 < len(words) <= _LONGEST or not all(word[:1].isupper() for word in words):
        return None
    if not sure and words[0] in name_lists().not_first.get(language, ()):
        return None
    return _read_name(tuple(words), language)


@lru_cache(maxsize=4096)
def is_slip(word: str) -> bool:
    """Whether a capitalised ASCII word is no syllable but one with two letters changed over, or one letter wrong.

    >>> is_slip("Lein"), is_slip("Lien"), is_slip("Monday")
    (True, False, False)
    """
    lower = word.lower()
    if not (lower.isascii() and lower.isalpha() and word[1:].islower()) or is_syllable(lower):
        return False
    swapped = {lower[:at] + lower[at + 1] + lower[at] + lower[at + 2 :] for at in range(len(lower) - 1)}
    changed = {lower[:at] + letter + lower[at + 1 :] for at in range(1, len(lower)) for letter in ascii_lowercase}
    return any(map(is_syllable, swapped | changed))


def with_word(name: Name, word: str) -> Name:
    """The name with one more word, as written."""
    readings = tuple(f"{one} {word}" for one in name.readings)
    return Name(f"{name.ascii} {word}", f"{name.label} {word}", readings, name.declined)
