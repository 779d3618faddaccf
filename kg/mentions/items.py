"""A sentence as items: the phrases that the lexicon knows, and the capitalised words, numbers, marks and words left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import Sentence
from kg.tokens import Token, tokens

NO_ATOMS: frozenset[str] = frozenset()
# Tables whose words may also be syllables of a name ("The", "Do", "Dan"): a capital in mid-name is a name.
_WEAK = ("glue", "and", "pronouns", "particles", "markers", "clauses", "document_words")


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase with its atoms, or a single token without any; start and end are code points into the article."""

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


class Items(tuple[Item, ...]):
    """The items of a sentence in order, with an index of where atoms and the codes of a table stand."""

    _index: defaultdict[str, list[int]]

    def __new__(cls, found: Iterable[Item]) -> "Items":
        """Index the items."""
        made = super().__new__(cls, found)
        made._index = defaultdict(list)
        for at, item in enumerate(made):
            for key in {*item.atoms, *(atom.partition(":")[0] for atom in item.atoms)}:
                made._index[key].append(at)
        return made

    def where(self, *keys: str) -> list[int]:
        """The indices of the items that have one of these atoms ("markers:holds") or a code of these tables ("acts")."""
        if len(keys) == 1:
            return self._index.get(keys[0], [])
        return sorted({at for key in keys for at in self._index.get(key, ())})


def items(sentence: Sentence, lexicon: Lexicon) -> Items:
    """The items of a sentence, in order, without gaps other than white space."""
    words = tokens(sentence.text, sentence.start)
    found: list[Item] = []
    at = 0
    for match in lexicon.matches(words):
        found += [Item(word.start, word.end, word.text, NO_ATOMS, word.key) for word in words[at : match.first]]
        found.append(_phrase(words[match.first : match.last], sentence.text, sentence.start, match.atoms))
        at = match.last
    found += [Item(word.start, word.end, word.text, NO_ATOMS, word.key) for word in words[at:]]
    return Items(found)
