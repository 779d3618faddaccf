"""Reads the language packs (`lang/*.toml`) into lexicons: phrases, and the atoms of meaning they stand for.

A pack is tables of `code = [phrases]`. A phrase of table `roles` under code `secretary` gives the atom
"roles:secretary". In a phrase,

    word        stands for that word, in any letter case,
    stem*       for the stem and an ending of at most five letters,
    a{b,c,}     for each alternative; a{name} for each ending of the pack's table [endings].

Tables `settings`, `endings` and `examples` hold no phrases. Tables `figures.…` (months, units, indicators) make a
vocabulary of their own, `lexicon.figures`: many of their words are names and titles elsewhere ("ha", "anggota partai").
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.home import PACKAGE
from kg.lexicon.phrases import Match, Phrases
from kg.text.tokens import Token

LANGUAGES_FOLDER = PACKAGE / "lang"
_NO_PHRASES = ("settings", "endings", "examples", "figures")
_HEARD_INSIDE = "meetings"
_HEARING = ("parts", "outcomes", "forces")
"""A longer phrase hides the words inside it, but in these tables not a meeting's: "closing the session" names one."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words."""

    language: str
    settings: Mapping[str, str | bool | int | list[str]]
    examples: Sequence[Mapping[str, object]]
    table: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The phrases as the pack writes them: table -> code -> phrases."""
    endings: Mapping[str, Sequence[str]]
    phrases: Phrases
    figures: "Lexicon | None" = None
    """The words around dates and numbers, apart; None in a pack without them, and in such a lexicon itself."""

    def matches(self, words: Sequence[Token], first: int = 0) -> tuple[Match, ...]:
        """All phrases in a run of tokens, from the token `first` on: leftmost, longest, none overlapping."""
        return self.phrases.matches(words, first)

    def everywhere(self, words: Sequence[Token]) -> dict[int, dict[str, int]]:
        """The phrases that begin at each word, overlapping or not: index -> atom -> index after its longest phrase."""
        return self.phrases.everywhere(words)


def load(path: Path) -> Lexicon:
    """The lexicon of one language file; DataError names the file and the key that is malformed."""
    try:
        pack = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error
    figures = _compiled(path, pack["figures"], pack) if "figures" in pack else None
    return _compiled(path, {name: codes for name, codes in pack.items() if name not in _NO_PHRASES}, pack, figures)


def _compiled(
    path: Path, tables: Mapping[str, Any], pack: Mapping[str, Any], figures: Lexicon | None = None
) -> Lexicon:
    """The lexicon of some tables of a pack; its endings and settings hold for all of them."""
    endings = pack.get("endings", {})
    table = {name: _checked(path, name, codes) for name, codes in tables.items()}
    phrases = Phrases(endings)
    for name, codes in table.items():
        for code, listed in codes.items():
            for phrase in listed:
                phrases.add(phrase, f"{name}:{code}")
    for name, codes in table.items():
        for phrase in (phrase for listed in codes.values() for phrase in listed):
            if " " in phrase and name in _HEARING:
                phrases.hear_inside(phrase, _HEARD_INSIDE)
    return Lexicon(path.stem, pack.get("settings", {}), pack.get("examples", []), table, endings, phrases, figures)


def _checked(path: Path, name: str, codes: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """A table whose codes all have lists of phrases."""
    for code, phrases in codes.items():
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) and phrase for phrase in phrases):
            raise DataError(f"{path.name}: [{name}] {code} must be a list of phrases")
    return {code: tuple(phrases) for code, phrases in codes.items()}


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a pack, sorted."""
    return tuple(sorted(path.stem for path in LANGUAGES_FOLDER.glob("*.toml")))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; DataError if it has no pack."""
    if language not in languages():
        raise DataError(f"no language pack for {language!r}; there are {', '.join(languages())}")
    return load(LANGUAGES_FOLDER / f"{language}.toml")
