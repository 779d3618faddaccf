"""Reads the language packs (`lang/*.toml`) into frozen lexicons: phrases, and the atoms of meaning they stand for.

A pack is tables of `code = [phrases]`. A phrase of table `roles` under code `secretary` gives the atom
"roles:secretary". In a phrase,

    word        stands for that word, in any letter case,
    stem*       for the stem and an ending of at most ENDING letters,
    a{b,c,}     for each alternative; a{name} for each ending of the pack's table [endings].

Tables `settings`, `endings` and `examples` hold no phrases. Tables `figures.…` (months, units, indicators) make a
vocabulary of their own, `lexicon.figures`: many of their words are names and titles elsewhere ("ha", "anggota partai").
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from kg.errors import DataError
from kg.tokens import key_of, tokens

LANGUAGES_FOLDER = Path(__file__).parent / "lang"
ENDING = 5
_NO_PHRASES = ("settings", "endings", "examples", "figures")
_HEARD_INSIDE = "meetings"
"""A longer phrase hides the words inside it, but not these: "closing the conference" still names a conference."""
_BRACES = re.compile(r"\{([^{}]*)\}")


class Keyed(Protocol):
    """A token, or an item of several: whatever has a key to look up."""

    @property
    def key(self) -> str:
        """What the lexicon compares."""


@dataclass(slots=True)
class _Node:
    """A step of the phrase automaton."""

    exact: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[str, "_Node"] = field(default_factory=dict)
    atoms: set[str] = field(default_factory=set)

    def next(self, key: str) -> Iterator["_Node"]:
        """The steps that a word leads to."""
        found = self.exact.get(key)
        if found is not None:
            yield found
        if self.stems:
            for length in range(max(1, len(key) - ENDING), len(key) + 1):
                stem = self.stems.get(key[:length])
                if stem is not None:
                    yield stem


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: tokens[first:last], and every atom it can stand for."""

    first: int
    last: int
    atoms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words."""

    language: str
    settings: Mapping[str, str | bool | int | list[str]]
    examples: Sequence[Mapping[str, object]]
    table: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The phrases as the pack writes them: table -> code -> phrases."""
    _root: _Node
    figures: "Lexicon | None" = None
    """The words around dates and numbers, apart; None in a pack without them, and in such a lexicon itself."""

    def matches(self, words: Sequence[Keyed]) -> tuple[Match, ...]:
        """All phrases in a run of tokens: leftmost, longest, none overlapping."""
        found = []
        at = 0
        while at < len(words):
            last, atoms = self._longest(words, at)
            if atoms:
                found.append(Match(at, last, frozenset(atoms)))
                at = last
            else:
                at += 1
        return tuple(found)

    def everywhere(self, words: Sequence[Keyed]) -> dict[int, dict[str, int]]:
        """The phrases that begin at each word, overlapping or not: index -> atom -> index after its longest phrase."""
        found = {}
        for at in range(len(words)):
            nodes = list(self._root.next(words[at].key))
            ends: dict[str, int] = {}
            here = at + 1
            while nodes:
                ends |= {atom: here for node in nodes for atom in node.atoms}
                nodes = [step for node in nodes for step in node.next(words[here].key)] if here < len(words) else []
                here += 1
            if ends:
                found[at] = ends
        return found

    def _longest(self, words: Sequence[Keyed], at: int) -> tuple[int, set[str]]:
        best: tuple[int, set[str]] = (at, set())
        nodes = [self._root]
        while nodes and at < len(words):
            nodes = [step for node in nodes for step in node.next(words[at].key)]
            at += 1
            atoms = set().union(*(node.atoms for node in nodes))
            if atoms:
                best = (at, atoms)
        return best


def expand(phrase: str, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The phrase once for each choice in its braces.

    >>> expand("парти{я,и}", {})
    ('партия', 'партии')
    >>> expand("nov{a}", {"a": ["y", "a"]})
    ('novy', 'nova')
    """
    braces = _BRACES.search(phrase)
    if braces is None:
        return (phrase,)
    choices = endings.get(braces[1]) or braces[1].split(",")
    return tuple(
        whole
        for choice in choices
        for whole in expand(phrase[: braces.start()] + choice + phrase[braces.end() :], endings)
    )


def _add(root: _Node, phrase: str, atom: str) -> None:
    node = root
    words = [token.text for token in tokens(phrase)]
    at = 0
    while at < len(words):
        starred = at + 1 < len(words) and words[at + 1] == "*"
        steps = node.stems if starred else node.exact
        node = steps.setdefault(key_of(words[at]), _Node())
        at += 2 if starred else 1
    node.atoms.add(atom)


def _hear_inside(root: _Node, phrase: str) -> None:
    """Give a phrase's last step the meeting words that end it."""
    words = tokens(phrase)
    ends = _walk(root, words)
    heard = {
        atom
        for at in range(1, len(words))
        for node in _walk(root, words[at:])
        for atom in node.atoms
        if atom.startswith(_HEARD_INSIDE)
    }
    for node in ends:
        if node.atoms:
            node.atoms |= heard


def _walk(root: _Node, words: Sequence[Keyed]) -> list[_Node]:
    """Where a run of words leads from the root."""
    nodes = [root]
    for word in words:
        nodes = [step for node in nodes for step in node.next(word.key)]
    return nodes


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
    root = _Node()
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    forms: list[str] = []
    for name, codes in tables.items():
        table[name] = {}
        for code, phrases in codes.items():
            if not isinstance(phrases, list) or not all(isinstance(phrase, str) and phrase for phrase in phrases):
                raise DataError(f"{path.name}: [{name}] {code} must be a list of phrases")
            table[name][code] = tuple(phrases)
            for phrase in phrases:
                for form in expand(phrase, pack.get("endings", {})):
                    _add(root, form, f"{name}:{code}")
                    forms += [form] if " " in form and name != _HEARD_INSIDE else []
    for form in forms:
        _hear_inside(root, form)
    return Lexicon(path.stem, pack.get("settings", {}), pack.get("examples", []), table, root, figures)


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
