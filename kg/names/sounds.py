"""What the spellings of one Vietnamese name in several scripts and papers share: the consonants that are told apart."""

import re
from functools import lru_cache
from typing import Final

_SYLLABLE: Final = re.compile(r"([^aeiouy]*)([aeiouy]*)([^aeiouy]*)")
_ONSETS: Final = {
    "tr": "c", "ch": "c", "gi": "d", "r": "d", "z": "d", "x": "s", "q": "k", "qu": "k", "c": "k", "kh": "h", "ph": "f",
    "th": "t", "nh": "n", "ng": "n", "ngh": "n", "gh": "g",
}  # fmt: skip
"""Onsets that Cyrillic transcriptions, machine translation or ears take for one another."""
_CODAS: Final = {"ng": "n", "nh": "n", "c": "k", "ch": "k"}


@lru_cache(maxsize=65536)
def sound_key(name: str) -> str:
    """The consonants of an ASCII name, syllable by syllable, those that transcriptions mix as one.

    >>> sound_key("Sung Cho Pha"), sound_key("Xung Tro Pha")
    ('sn.c.f', 'sn.c.f')
    """
    return ".".join(_syllable(word) for word in name.lower().replace("'", "").split())


def _syllable(word: str) -> str:
    found = _SYLLABLE.match(word)
    onset, vowels, coda = found.groups() if found else (word, "", "")
    if onset == "g" and vowels.startswith("i") and len(vowels + coda) > 1:
        onset = "gi"
    return _ONSETS.get(onset, onset) + _CODAS.get(coda, coda) or vowels
