"""Vietnamese syllables in Cyrillic, both ways, by the tables of kg/data/cyrillic.toml.

A reading is an ASCII syllable and a cost: 0 for the form of the published rules, more for forms that only the press and
machine translation use.
"""

import math
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kg.errors import DataError
from kg.home import PACKAGE
from kg.names.spelling import fold, normal

_FILE: Final = PACKAGE / "data" / "cyrillic.toml"
_COUNTS: Final = PACKAGE / "data" / "syllables.tsv"
_NAMES: Final = PACKAGE / "data" / "names.toml"
_UNSOFTENED: Final = 0.5
"""What it costs that a vowel is written hard after a soft consonant (Ньунг for Нюнг)."""
_LONGEST_ONSET: Final = 3
_LONGEST_RIME: Final = 6
_TONES: Final = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))

Forms = dict[str, list[tuple[str, float]]]
"""Cyrillic form -> what it may stand for, each with its cost."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """One way to read the beginning of a Cyrillic word."""

    end: int
    """Where in the word the syllable ends."""
    ascii: str
    cost: float


@dataclass(frozen=True, slots=True)
class _Tables:
    onsets: dict[str, list[str]]
    """Vietnamese onset -> Cyrillic forms."""
    rimes: dict[str, list[tuple[str, float]]]
    """Vietnamese rime -> Cyrillic forms."""
    soft: dict[str, str]
    kept_soft: dict[str, list[str]]
    whole: dict[str, list[str]]
    letters: dict[str, list[str]]
    """Letters of other languages of the country -> Cyrillic forms."""
    hard_onsets: Forms
    soft_onsets: Forms
    hard_rimes: Forms
    soft_rimes: Forms
    whole_forms: Forms
    spelt: dict[str, str]
    """Vietnamese syllable with the quality of its vowels, toneless -> ASCII."""
    ascii: frozenset[str]


def _split_rime(rime: str, nuclei: dict[str, list[str]], codas: dict[str, list[str]]) -> tuple[str, str]:
    """The nucleus, the longest that fits, and the coda of a rime."""
    for cut in range(len(rime), 0, -1):
        if rime[:cut] in nuclei and rime[cut:] in codas:
            return rime[:cut], rime[cut:]
    raise DataError(f"{_FILE}: rime {rime!r} of [spelling] has no nucleus and coda in the tables")


def _rime_forms(rime: str, nuclei: dict[str, list[str]], codas: dict[str, list[str]]) -> list[tuple[str, float]]:
    """All Cyrillic forms of a rime, the one of the rules first."""
    nucleus, coda = _split_rime(rime, nuclei, codas)
    forms: dict[str, float] = {}
    for cost, vowel in enumerate(nuclei[nucleus]):
        for more, end in enumerate(codas[coda]):
            forms.setdefault(vowel + end, float(cost + more))
    return sorted(forms.items(), key=lambda item: item[1])


def _soften(form: str, soft: dict[str, str]) -> str:
    """The rime as written after a soft consonant: "ам" -> "ям"."""
    return soft.get(form[:2]) or soft.get(form[:1], form[:1]) + form[1:]


def _initial(form: str) -> str:
    """The rime as written at the beginning of a word: "е" is "э" there."""
    return "э" + form[1:] if form.startswith("е") else form


def _fits(onset: str, rime: str, spelling: dict[str, list[str] | str]) -> bool:
    """Whether Vietnamese spelling allows this onset before this rime."""
    if rime[0] == "y" and onset not in spelling["before_y" if rime == "y" else "before_y_and_coda"]:
        return False
    return onset not in spelling["back_only" if rime[0] in spelling["front"] else "front_only"]


def _add(forms: Forms, form: str, meaning: str, cost: float) -> None:
    forms.setdefault(form, []).append((meaning, cost))


def _inverse_onsets(onsets: dict[str, list[str]]) -> tuple[Forms, Forms]:
    """Cyrillic onset -> Vietnamese onsets, before a rime written hard and before one written soft."""
    hard: Forms = {}
    soft: Forms = {}
    for onset, forms in onsets.items():
        for cost, form in enumerate(forms):
            if form.endswith("ь"):
                _add(soft, form[:-1], onset, cost)
                _add(hard, form, onset, cost + _UNSOFTENED)
            else:
                _add(hard, form, onset, cost)
    return hard, soft


def _inverse_rimes(rimes: dict[str, list[tuple[str, float]]], soft: dict[str, str]) -> tuple[Forms, Forms]:
    """Cyrillic rime -> Vietnamese rimes, written hard and written soft."""
    hard: Forms = {}
    softened: Forms = {}
    for rime, forms in rimes.items():
        for form, cost in forms:
            _add(hard, form, rime, cost)
            _add(softened, _soften(form, soft), rime, cost)
            if form.startswith("е"):
                _add(hard, _initial(form), rime, cost + _UNSOFTENED)
    return hard, softened


def _spell(onset: str, rime: str) -> str:
    """Onset and rime in one: "gi" and a rime in i share the letter."""
    return "g" + rime if onset == "gi" and rime.startswith("i") else onset + rime


@cache
def _tables() -> _Tables:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    onsets, nuclei, codas, spelling = data["onsets"], data["nuclei"], data["codas"], data["spelling"]
    rimes = {rime: _rime_forms(rime, nuclei, codas) for rime in spelling["rimes"].split()}
    hard_onsets, soft_onsets = _inverse_onsets(onsets)
    hard_rimes, soft_rimes = _inverse_rimes(rimes, data["soft"])
    spelt = [_spell(onset, rime) for onset in onsets for rime in rimes if _fits(onset, rime, spelling)]
    whole_forms: Forms = {}
    for syllable, forms in data["whole"].items():
        for cost, form in enumerate(forms):
            _add(whole_forms, form, syllable, cost)
    return _Tables(
        onsets=onsets,
        rimes=rimes,
        soft=data["soft"],
        kept_soft=data["kept_soft"],
        whole=data["whole"],
        letters=data["letters"],
        hard_onsets=hard_onsets,
        soft_onsets=soft_onsets,
        hard_rimes=hard_rimes,
        soft_rimes=soft_rimes,
        whole_forms=whole_forms,
        spelt={syllable: fold(syllable) for syllable in spelt},
        ascii=frozenset(map(fold, spelt)),
    )


@cache
def _counts() -> Counter[str]:
    """How often a syllable stands in place names, and the weight of those usual in personal names."""
    lines = _COUNTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    counts = Counter({word: int(count) for word, count in rows})
    for group in tomllib.loads(_NAMES.read_text(encoding="utf-8"))["given"]:
        counts.update(dict.fromkeys(fold(group["syllables"]).lower().split(), group["weight"]))
    return counts


def frequency(syllable: str) -> int:
    """How common an ASCII syllable (lower case) is in the names of places and people."""
    return _counts()[syllable]


def likelihood(syllable: str, cost: float) -> float:
    """How likely a reading is: lower is likelier. A form of the rules outweighs a syllable thirty times as common."""
    return 1.5 * cost - math.log10(1 + frequency(syllable))


def is_syllable(word: str) -> bool:
    """Whether an ASCII word in lower case is spelt like a Vietnamese syllable.

    >>> is_syllable("nguyen"), is_syllable("partai")
    (True, False)
    """
    return word in _tables().ascii


def _pairs(word: str, start: int) -> Iterator[tuple[int, str, str, float]]:
    """End, onset, rime and cost of every way to cut a syllable off the word at `start`."""
    tables = _tables()
    for cut in range(start, min(start + _LONGEST_ONSET, len(word)) + 1):
        hard, soft = tables.hard_onsets.get(word[start:cut], ()), tables.soft_onsets.get(word[start:cut], ())
        if not hard and not soft:
            continue
        for end in range(cut + 1, min(cut + _LONGEST_RIME, len(word)) + 1):
            for onsets, rimes in ((hard, tables.hard_rimes), (soft, tables.soft_rimes)):
                for rime, cost in rimes.get(word[cut:end], ()) if onsets else ():
                    for onset, more in onsets:
                        yield end, onset, rime, cost + more


@lru_cache(maxsize=16384)
def syllables_at(word: str, start: int) -> tuple[Syllable, ...]:
    """The Vietnamese syllables that a Cyrillic word (lower case) can begin with at `start`, each at its least cost."""
    tables = _tables()
    best: dict[tuple[int, str], float] = {}
    found = [(end, _spell(onset, rime), cost) for end, onset, rime, cost in _pairs(word, start)]
    for end in range(start + 1, len(word) + 1):
        found += [(end, syllable, cost) for syllable, cost in tables.whole_forms.get(word[start:end], ())]
    for end, syllable, cost in found:
        if syllable in tables.spelt:
            key = (end, tables.spelt[syllable])
            best[key] = min(cost, best.get(key, math.inf))
    return tuple(Syllable(end, name, cost) for (end, name), cost in sorted(best.items()))


@lru_cache(maxsize=16384)
def readings_of(word: str) -> tuple[Syllable, ...]:
    """The syllables that a whole Cyrillic word can stand for, likeliest first."""
    lower = word.lower()
    whole = [syllable for syllable in syllables_at(lower, 0) if syllable.end == len(lower)]
    return tuple(sorted(whole, key=lambda syllable: (likelihood(syllable.ascii, syllable.cost), syllable.ascii)))


def from_cyrillic(word: str) -> tuple[str, ...]:
    """The ASCII syllables, capitalised, that a Cyrillic word can stand for, likeliest first; none if it is no syllable.

    >>> from_cyrillic("Чинь")
    ('Trinh', 'Chinh')
    """
    return tuple(syllable.ascii.capitalize() for syllable in readings_of(word))


def _toneless(word: str) -> str:
    """Lower case without tones, the quality of vowels kept: "Lộc" -> "lôc"."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", normal(word).lower()).translate(_TONES))


def letter_forms(word: str) -> tuple[tuple[str, float], ...]:
    """All ways to write a lower-case ASCII word that is no Vietnamese syllable in Cyrillic, letter by letter.

    Each with its cost, the usual form first.

    >>> letter_forms("krong"), letter_forms("dak")
    ((('кронг', 0.0),), (('дак', 0.0), ('зак', 1.0)))
    """
    letters = _tables().letters
    found: dict[str, float] = {"": 0.0}
    at = 0
    while at < len(word):
        size = 2 if word[at : at + 2] in letters else 1
        forms = letters.get(word[at : at + size], [word[at]])
        forms = forms[::-1] if at == 0 and word[at] == "e" and size == 1 else forms
        found = {out + form: cost + more for out, cost in found.items() for more, form in enumerate(forms)}
        at += size
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def by_letters(word: str) -> str:
    """A lower-case ASCII word that is no Vietnamese syllable in Cyrillic, letter by letter.

    >>> by_letters("krong"), by_letters("ea")
    ('кронг', 'эа')
    """
    return letter_forms(word)[0][0]


def _join(onset: str, rime: str) -> str:
    """Onset and rime in Cyrillic: "нь" + "ам" -> "ням"."""
    if not onset:
        return _initial(rime)
    if not onset.endswith("ь") or onset in _tables().kept_soft.get(rime[0], ()):
        return onset + rime
    return onset[:-1] + _soften(rime, _tables().soft)


@lru_cache(maxsize=16384)
def _syllable_to_cyrillic(word: str) -> str:
    """One lower-case word by the rules; letter by letter if it is no Vietnamese syllable."""
    tables = _tables()
    plain = _toneless(word)
    if plain in tables.whole:
        return tables.whole[plain][0]
    for cut in range(min(_LONGEST_ONSET, len(plain)), -1, -1):
        onset = plain[:cut]
        if onset in tables.onsets and plain[cut:] in tables.rimes:
            return _join(tables.onsets[onset][0], tables.rimes[plain[cut:]][0][0])
    return by_letters(fold(plain))


def to_cyrillic(name: str) -> str:
    """A Vietnamese name, best with its diacritics, in Cyrillic by the published rules, word by word.

    >>> to_cyrillic("Lạng Sơn"), to_cyrillic("Điện Biên"), to_cyrillic("Trịnh Châu Giang")
    ('Ланг Шон', 'Дьен Бьен', 'Чинь Тяу Зянг')
    """
    return " ".join(_syllable_to_cyrillic(word.lower()).capitalize() for word in name.replace("-", " ").split())
