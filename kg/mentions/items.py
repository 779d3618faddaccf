"""A sentence as items: the phrases that the lexicon knows, and the capitalised words, numbers, marks and words left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Self

from kg.lexicon.pack import Lexicon
from kg.lexicon.phrases import Match
from kg.model import Sentence
from kg.names.people import fold, is_surname
from kg.text.tokens import Token, tokens

NO_ATOMS: frozenset[str] = frozenset()
# Tables whose words may also be syllables of a name ("The", "Do", "Dan"): a capital in mid-name is a name.
_WEAK = ("glue", "and", "pronouns", "particles", "markers", "clauses", "document_words")

# In a language whose names are all its own syllables: words that are capitalised as such, though one of them may end a
# name; words that are followed by names; and words that are capitalised only where a sentence begins.
_NEVER_NAMES = frozenset({"roles", "bodies", "levels", "fields", "honorifics"})
_BEFORE_NAMES = ("levels", "honorifics")
_VERBS = frozenset({"parts", "forces", "acts", "acts_undergone", "outcomes"})


class Item(NamedTuple):
    """A phrase with its atoms, or a single token without any; start and end are code points into the article.

    A named tuple for the same reason as a token.
    """

    start: int
    end: int
    text: str
    atoms: frozenset[str] = NO_ATOMS
    key: str = ""

    def has(self, *atoms: str) -> bool:
        """Whether it can stand for one of these atoms."""
        return bool(self.atoms) and not self.atoms.isdisjoint(atoms)

    def codes(self, table: str) -> tuple[str, ...]:
        """The codes that it has in a table of the language pack, sorted."""
        return _codes(self.atoms, table) if self.atoms else ()

    @property
    def capital(self) -> bool:
        """A capitalised word that may be part of a name."""
        return self.text[0].isupper() and (not self.atoms or _weak(self.atoms))

    @property
    def mark(self) -> bool:
        """A punctuation mark."""
        return len(self.text) == 1 and not self.text.isalnum()


@lru_cache(maxsize=65536)
def _codes(atoms: frozenset[str], table: str) -> tuple[str, ...]:
    head = table + ":"
    return tuple(sorted(atom[len(head) :] for atom in atoms if atom.startswith(head)))


@lru_cache(maxsize=65536)
def _weak(atoms: frozenset[str]) -> bool:
    return all(atom.startswith(_WEAK) for atom in atoms)


def _phrase(words: Sequence[Token], text: str, offset: int, atoms: frozenset[str]) -> Item:
    start, end = words[0].start, words[-1].end
    return Item(start, end, text[start - offset : end - offset], atoms, " ".join(word.key for word in words))


class Items(tuple[Item, ...]):  # noqa: SLOT001  a tuple has no room for slots
    """The items of a sentence in order, with an index of where atoms and the codes of a table stand."""

    _index: defaultdict[str, list[int]]

    def __new__(cls, found: Iterable[Item]) -> Self:
        """Index the items."""
        made = super().__new__(cls, found)
        made._index = defaultdict(list)
        for at, item in enumerate(made):
            for key in {*item.atoms, *(atom.partition(":")[0] for atom in item.atoms)}:
                made._index[key].append(at)
        return made

    def where(self, *keys: str) -> list[int]:
        """The indices of the items that have one of these atoms ("markers:holds") or a code of these tables."""
        if len(keys) == 1:
            return self._index.get(keys[0], [])
        return sorted({at for key in keys for at in self._index.get(key, ())})


def items(sentence: Sentence, lexicon: Lexicon) -> Items:
    """The items of a sentence, in order, without gaps other than white space."""
    words = tokens(sentence.text, sentence.start)
    found: list[Item] = []
    at = 0
    for match in _matches(words, lexicon):
        found += [Item(word.start, word.end, word.text, NO_ATOMS, word.key) for word in words[at : match.first]]
        found.append(_phrase(words[match.first : match.last], sentence.text, sentence.start, match.atoms))
        at = match.last
    found += [Item(word.start, word.end, word.text, NO_ATOMS, word.key) for word in words[at:]]
    return Items(found)


def _matches(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Match]:
    """The phrases of a sentence; none that is rather part of a name where names are all syllables of the language."""
    found = list(lexicon.matches(words))
    if not lexicon.settings.get("capital_names"):
        return found
    at = 0
    while at < len(found):
        if _in_name(words, found, at):
            first = found[at].first + 1
            later = lexicon.matches(words[first:])
            found[at:] = [Match(first + match.first, first + match.last, match.atoms) for match in later]
        elif level := _level_before_name(words, found[at], lexicon):
            rest = lexicon.matches(words[level.last :])
            found[at:] = [level, *(Match(level.last + one.first, level.last + one.last, one.atoms) for one in rest)]
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


def _in_name(words: Sequence[Token], found: Sequence[Match], at: int) -> bool:
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
