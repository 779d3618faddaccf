"""What tells versions of one story, computed while the text is at hand and kept with what was read.

The smallest sums of runs of words tell a copy (the bottom-k sketch of Broder, "On the resemblance and containment of
documents", 1997); the figures and names in their order tell a translation, since no language changes them.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final

from kg.mentions.page import Page
from kg.model import Fact, Fingerprint, NameMention
from kg.names.sounds import sound_key
from kg.text.tokens import key_of

RUN: Final = 4
"""Words in a run: longer than the set phrases of the genre, short enough to outlive light editing."""
KEPT: Final = 128
"""How many sums are kept; of a text with fewer runs, all."""
_WORD: Final = re.compile(r"[^\W_]+")
_GROUPED: Final = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)"
_NUMBER: Final = re.compile(rf"(?:{_GROUPED}|\d+)(?:[.,]\d+)?")
_LONGEST: Final = 400
"""Figures and names that are kept of a long article."""


def fingerprint(page: Page, facts: Iterable[Fact]) -> Fingerprint:
    """The fingerprint of an article; `facts` are those that were read from it."""
    texts = [parsed.sentence.text for parsed in page.sentences]
    return Fingerprint(_sums(texts), tuple(_figures(texts))[:_LONGEST], tuple(_names(facts))[:_LONGEST])


def _sums(texts: Iterable[str]) -> tuple[int, ...]:
    words = [key_of(word) for text in texts for word in _WORD.findall(text)]
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return tuple(sorted({_sum(run) for run in runs})[:KEPT])


def _sum(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=4).digest())


def _figures(texts: Iterable[str]) -> Iterator[str]:
    """The digits of every number, in order: "3.748" and "3 748" are one, "98,6" and "98.6" too."""
    for text in texts:
        for number in _NUMBER.findall(text):
            if digits := re.sub(r"\D", "", number).lstrip("0"):
                yield digits


def _names(facts: Iterable[Fact]) -> Iterator[str]:
    """The people named in full, in the order of the text."""
    mentions = [fact for fact in facts if isinstance(fact, NameMention)]
    for mention in sorted(mentions, key=lambda mention: mention.passages[0].start):
        yield sound_key(mention.person.name)
