"""A sentence as the readers of dates and amounts see it: its words, and what the pack's figure words mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.pack import Lexicon
from kg.text.tokens import Token

DASHES = "-–—‑−"
LONGEST_PHRASE = 4
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sentence, and the figure words among them: index -> atom -> index after the phrase."""

    words: Sequence[Token]
    phrases: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    sentence: str = ""
    """The sentence, which begins at `offset` of the article: needed only where the space between words matters."""
    offset: int = 0

    def has(self, at: int, *atoms: str) -> bool:
        """Whether a phrase with one of these atoms begins at a word."""
        known = self.phrases.get(at)
        if known is not None:
            for atom in atoms:
                if atom in known:
                    return True
        return False

    def after(self, at: int, atom: str) -> int:
        """The index after the phrase with this atom that begins at a word; the same index where none does."""
        known = self.phrases.get(at)
        return known.get(atom, at) if known is not None else at

    def read(self, at: int, table: str) -> tuple[int, str | None]:
        """The longest phrase of a table that begins at a word, as (index after it, its code); (at, None) for none."""
        known = self.phrases.get(at)
        if known is None:
            return at, None
        head = table + ":"
        last, found = at, None
        for atom, end in known.items():
            if atom.startswith(head) and (end > last or (end == last and found is not None and atom < found)):
                last, found = end, atom
        return last, found[len(head) :] if found is not None else None

    def ends_at(self, at: int, atom: str) -> bool:
        """Whether a phrase with an atom ends where a word begins."""
        return any(self.after(first, atom) == at for first in range(max(0, at - LONGEST_PHRASE), at))

    def number(self, at: int, low: int, high: int, digits: int = 2) -> int | None:
        """The number that stands at a word, if it has at most so many digits and lies between two bounds."""
        text = self.words[at].text if at < len(self.words) else ""
        if not text.isdecimal() or len(text) > digits or not low <= int(text) <= high:
            return None
        return int(text)

    def year(self, at: int) -> int | None:
        """The year of four digits at a word."""
        if at >= len(self.words) or len(self.words[at].text) != len("2025"):
            return None
        return self.number(at, FIRST_YEAR, LAST_YEAR, digits=4)

    def text(self, at: int) -> str:
        """A word's text; nothing past the end."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def touch(self, at: int) -> bool:
        """Whether a word stands directly after the one before it."""
        return 0 < at < len(self.words) and self.words[at - 1].end == self.words[at].start

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.sentence[self.words[at - 1].end - self.offset : self.words[at].start - self.offset]

    def span(self, first: int, last: int) -> str:
        """The text of words[first:last]."""
        if first >= last:
            return ""
        return self.sentence[self.words[first].start - self.offset : self.words[last - 1].end - self.offset]

    def marks(self, at: int, marks: str) -> bool:
        """Whether one of these marks joins the words before and after it without space: "3/10"."""
        mark = self.text(at)
        return len(mark) == 1 and mark in marks and self.touch(at) and self.touch(at + 1)

    def inside_number(self, at: int) -> bool:
        """Whether the number at a word goes on to its left: "1.299", "118/2025"."""
        return self.marks(at - 1, "/.,-:") and self.text(at - 2)[:1].isalnum()

    def goes_on(self, at: int) -> bool:
        """Whether a number that ends before a word goes on there: "2025/NQ", "2025-CT", "2.025"."""
        return self.marks(at, "/.,-:–") and self.text(at + 1)[:1].isalnum()


def wording_of(words: Sequence[Token], figures: Lexicon | None, sentence: str = "", offset: int = 0) -> Wording:
    """The words with what the pack knows of them."""
    return Wording(words, figures.everywhere(words) if figures is not None else {}, sentence, offset)
