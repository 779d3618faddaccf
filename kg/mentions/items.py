"""A sentence as items: the phrases that the lexicon knows, and the capitalised words, numbers, marks and words left."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from kg.lexicon.pack import Lexicon
from kg.lexicon.phrases import Match
from kg.model import Sentence
from kg.names.people import fold, is_surname
from kg.text.tokens import Token, tokens_as

# Tables whose words may also be syllables of a name ("The", "Do", "Dan"): a capital in mid-name is a name.
_WEAK = ("glue", "and", "pronouns", "particles", "markers", "clauses", "document_words")

# In a language whose names are all its own syllables: words that are capitalised as such, though one of them may end a
# name; words that are followed by names; and words that are capitalised only where a sentence begins.
_NEVER_NAMES = frozenset({"roles", "bodies", "levels", "fields", "honorifics"})
_BEFORE_NAMES = ("levels", "honorifics")
_VERBS = frozenset({"parts", "forces", "acts", "acts_undergone", "outcomes"})


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a phrase can stand for; the same atoms are always the same object."""

    atoms: frozenset[str]
    """As in "roles:secretary"."""
    tables: Mapping[str, tuple[str, ...]]
    """The atoms as table -> codes, sorted."""
    weak: bool
    """Whether it may as well be a syllable of a name."""


@lru_cache(maxsize=65536)
def meaning_of(atoms: frozenset[str]) -> Meaning:
    """Atoms with what is often asked of them."""
    parts = [atom.partition(":") for atom in sorted(atoms)]
    tables = {table: tuple(code for other, _, code in parts if other == table) for table, _, _ in parts}
    return Meaning(atoms, tables, all(atom.startswith(_WEAK) for atom in atoms))


NOTHING = meaning_of(frozenset())


@dataclass(slots=True)
class Item(Token):
    """A phrase with its atoms, or a single token without any; start and end are code points into the article."""

    meaning: Meaning = NOTHING

    @property
    def atoms(self) -> frozenset[str]:
        """What it can stand for: "roles:secretary"."""
        return self.meaning.atoms

    def has(self, *atoms: str) -> bool:
        """Whether it can stand for one of these atoms."""
        known = self.meaning.atoms
        return bool(known) and not known.isdisjoint(atoms)

    def codes(self, table: str) -> tuple[str, ...]:
        """The codes that it has in a table of the language pack, sorted."""
        return self.meaning.tables.get(table, ())

    def of(self, tables: Collection[str]) -> bool:
        """Whether it has a code in one of these tables."""
        known = self.meaning.tables
        return bool(known) and any(table in known for table in tables)

    @property
    def capital(self) -> bool:
        """A capitalised word that may be part of a name."""
        return self.meaning.weak and self.text[0].isupper()

    @property
    def mark(self) -> bool:
        """A punctuation mark."""
        return len(self.text) == 1 and not self.text.isalnum()


class Items(tuple[Item, ...]):  # noqa: SLOT001  a tuple has no room for slots
    """The items of a sentence in order, with an index of where atoms and the codes of a table stand."""

    _index: dict[str, list[int]]

    def __new__(cls, found: Iterable[Item]) -> Self:
        """Index the items."""
        made = super().__new__(cls, found)
        made._index = {}
        for at, item in enumerate(made):
            if item.meaning is not NOTHING:
                for key in (*item.meaning.atoms, *item.meaning.tables):
                    made._index.setdefault(key, []).append(at)
        return made

    def where(self, *keys: str) -> list[int]:
        """The indices of the items that have one of these atoms ("markers:holds") or a code of these tables."""
        found = [self._index[key] for key in keys if key in self._index]
        if len(found) > 1:
            return sorted(set().union(*found))
        return found[0] if found else []


def _phrase(words: Sequence[Item], text: str, offset: int, atoms: frozenset[str]) -> Item:
    start, end = words[0].start, words[-1].end
    key = " ".join([word.key for word in words])
    return Item(start, end, text[start - offset : end - offset], key, meaning_of(atoms))


def items(sentence: Sentence, lexicon: Lexicon) -> Items:
    """The items of a sentence, in order, without gaps other than white space."""
    return joined(tokens_as(Item, sentence.text, sentence.start), sentence, lexicon)


def joined(words: Sequence[Item], sentence: Sentence, lexicon: Lexicon) -> Items:
    """The items of a sentence whose single tokens are given."""
    found: list[Item] = []
    at = 0
    for match in _matches(words, lexicon):
        found += words[at : match.first]
        found.append(_phrase(words[match.first : match.last], sentence.text, sentence.start, match.atoms))
        at = match.last
    found += words[at:]
    return Items(found)


def _matches(words: Sequence[Item], lexicon: Lexicon) -> Sequence[Match]:
    """The phrases of a sentence; none that is rather part of a name where names are all syllables of the language."""
    found = list(lexicon.matches(words))
    if not lexicon.settings.get("capital_names"):
        return found
    at = 0
    while at < len(found):
        if _in_name(words, found, at):
            found[at:] = lexicon.matches(words, found[at].first + 1)
        elif level := _level_before_name(words, found[at], lexicon):
            found[at:] = [level, *lexicon.matches(words, level.last)]
        else:
            at += 1
    return found


def _level_before_name(words: Sequence[Token], match: Match, lexicon: Lexicon) -> Match | None:
    """The level word with which a phrase begins, where its next word begins a name: "xã Hội An" is no society."""
    first, after = match.first, match.first + 1
    if match.last == after or not words[after].capital or words[first].capital:
        return None
    level = next(iter(lexicon.matches(words[first:after])), None)
    if level is None or not all(atom.startswith("levels:") for atom in level.atoms):
        return None
    return Match(first, after, level.atoms)


def _in_name(words: Sequence[Item], found: Sequence[Match], at: int) -> bool:
    """Whether a phrase begins with a capitalised syllable of a name: "Nguyễn Văn [Dự]", "xã [Giao] Thủy"."""
    match = found[at]
    word, before = words[match.first], words[match.first - 1]
    if match.first == 0 or not word.capital or not before.word or (word.text.isupper() and len(word.text) > 1):
        return False
    led = found[at - 1] if at and found[at - 1].last == match.first else None
    goes_on = led is None and before.capital and (match.first > 1 or is_surname(fold(before.text)))
    single = match.last - match.first == 1
    tables = {atom.partition(":")[0] for atom in match.atoms}
    if tables & _NEVER_NAMES:
        return goes_on and single
    placed = led is not None and any(atom.startswith(_BEFORE_NAMES) for atom in led.atoms)
    return goes_on or (single and (placed or tables <= _VERBS))
