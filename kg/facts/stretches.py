"""The acts of a sentence, and the stretch of words that each governs.

A stretch reaches from the act before it to the act after it, within a clause set off by semicolons; a clause without a
verb of its own goes on with the act before it: "A został wyznaczony na stanowisko X; B - na stanowisko Y".
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.mentions.items import Item, Items
from kg.mentions.page import Parsed
from kg.mentions.titles import TitleMention

ENDING_ACTS = ("dismissed", "retired")
_JOINING = ("glue", "and", "honorifics", "plurals")
_JOINING_MARKERS = ("markers:as", "markers:from-post", "markers:into", "markers:then")
_MARKS = {",", "-", "–", "—", "(", ")", "/", "„", "“", "”", '"', "«", "»"}
_UNKNOWN_WORDS = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a verb governs: items[left + 1 : right]."""

    at: int
    act: str
    clause: int
    """Where its clause begins."""
    left: int
    right: int
    undergone: bool
    """Whether the verb is told of the person ("is appointed", "retires") rather than done to one ("appoints")."""

    @property
    def opens(self) -> bool:
        """Whether it is the first of its clause."""
        return self.left == self.clause

    @property
    def ends(self) -> bool:
        """Whether the act takes a post away."""
        return self.act in ENDING_ACTS


def stretches(parsed: Parsed, given: Collection[TitleMention]) -> list[Stretch]:
    """The acts of a sentence in order; `given` are the titles that they give or take away."""
    chains = _chains(parsed.items)
    verbs = [verb for chain in chains for verb in chain]
    breaks = _breaks(parsed, verbs, given)
    found = []
    for index, chain in enumerate(chains):
        clause = max(mark for mark in breaks if mark < chain[0])
        left = max([clause, *(other[-1] for other in chains[:index])])
        right = min([mark for mark in breaks if mark > chain[0]] + [other[0] for other in chains[index + 1 :]])
        found.append(
            Stretch(chain[-1], _act(parsed.items, chain), clause, left, right, _undergone(parsed.items, chain))
        )
    return found


def codes(item: Item) -> tuple[str, ...]:
    """The acts that a word can tell."""
    return item.codes("acts") or item.codes("acts_undergone")


def _act(items: Sequence[Item], chain: Sequence[int]) -> str:
    acts = [codes(items[verb])[0] for verb in chain]
    return "transferred" if "transferred" in acts else acts[0]


def _undergone(items: Sequence[Item], chain: Sequence[int]) -> bool:
    return bool(items[chain[-1]].codes("acts_undergone"))


def _chains(items: Items) -> list[list[int]]:
    """The verbs of acts, those joined by mere commas and "and" together: "transferred, assigned and appointed"."""
    chains: list[list[int]] = []
    for at in items.where("acts", "acts_undergone"):
        if chains and _joined(items, chains[-1][-1], at):
            chains[-1].append(at)
        else:
            chains.append([at])
    return chains


def _joined(items: Sequence[Item], left: int, right: int) -> bool:
    """Whether two verbs tell one act: nothing but commas and "and" between them, and both or neither end a post."""
    same = (codes(items[left])[0] in ENDING_ACTS) == (codes(items[right])[0] in ENDING_ACTS)
    return same and all(one.text == "," or one.codes("and") for one in items[left + 1 : right])


def _breaks(parsed: Parsed, verbs: Sequence[int], given: Collection[TitleMention]) -> list[int]:
    """Where clauses begin and end: at semicolons, but for those before a clause that the act before goes on to tell."""
    marks = [at for at, item in enumerate(parsed.items) if item.text == ";"]
    clauses = pairwise([*marks, len(parsed.items)])
    kept = [mark for mark, end in clauses if not _goes_on(parsed, mark, end, verbs, given)]
    return [-1, *kept, len(parsed.items)]


def _goes_on(parsed: Parsed, first: int, last: int, verbs: Iterable[int], given: Collection[TitleMention]) -> bool:
    """Whether a clause names a person and a post that is given, and hardly anything else."""
    if any(first < verb < last for verb in verbs):
        return False
    named = any(first < name.first < last for name in parsed.names)
    return (
        named and any(first < title.first < last for title in given) and light(parsed, first + 1, last, _UNKNOWN_WORDS)
    )


def light(parsed: Parsed, first: int, last: int, unknown: int = 0) -> bool:
    """Whether items hold nothing but names, posts and what joins them, save so many `unknown` words."""
    spans = [(name.first, name.last) for name in parsed.names]
    spans += [(title.first, title.last) for title in parsed.titles]
    spans += [(body.first, body.last) for body in parsed.bodies]
    spans += [(date.first, date.last) for date in parsed.dates]
    inside = {at for left, right in spans for at in range(left, right)}
    return sum(not _joining(parsed.items[at]) for at in range(first, last) if at not in inside) <= unknown


def _joining(item: Item) -> bool:
    return item.text in _MARKS or item.has(*_JOINING_MARKERS) or item.of(_JOINING)
