"""Pairs of individuals that may be one, with the evidence: what a person can decide.

Nothing joined them, and nothing sure keeps them apart: one name, or nearly one, and a post, body, story or province in
common, or a name so rare that no second official would be expected to bear it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kg.names.frequency import share
from kg.resolve.people.compare import OFFICIALS, opposing, supporting
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.misspelling import blurred
from kg.resolve.people.profiles import Judge, Profile

_SURE: Final = frozenset({"ruled-different", "one-article", "other-diacritics"})
_NAMES: Final = frozenset(
    {"same-diacritics", "same-name", "same-transcription", "one-letter", "one-syllable", "other-name"}
)
_CLOSE: Final = {
    "one-letter": frozenset({"same-post", "same-body", "same-story"}),
    "one-syllable": frozenset({"same-post", "same-story"}),
}
"""What makes a misspelling worth a look."""


@dataclass(frozen=True, slots=True)
class Open:
    """Two profiles, by their place in the sequence, that may be one person."""

    left: int
    right: int
    supporting: tuple[Evidence, ...]
    opposing: tuple[Evidence, ...]

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Those with the most evidence for and the least against come first."""
        return len(self.opposing) - len(self.supporting), len(self.opposing), self.left, self.right


def open_pairs(profiles: Sequence[Profile], judge: Judge) -> list[Open]:
    """The pairs that are open, those with most evidence first."""
    found = (_open(pair, profiles, judge) for pair in _near(profiles))
    return sorted((one for one in found if one), key=lambda one: one.order)


def _open(pair: tuple[int, int], profiles: Sequence[Profile], judge: Judge) -> Open | None:
    left, right = (profiles[at] for at in pair)
    against = tuple(one for one in opposing(left, right, judge) if one.name != "other-name")
    if any(one.name in _SURE for one in against):
        return None
    told = supporting(left, right)
    if not told or told[0].name not in _NAMES:
        return None
    shared = {one.name for one in told[1:]}
    return Open(*pair, told, against) if shared & _CLOSE.get(told[0].name, shared) else None


def _near(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs of one name, or nearly one, that have something in common by which they may be found."""
    sharing: defaultdict[tuple[str, object], set[int]] = defaultdict(set)
    for at, profile in enumerate(profiles):
        for name in profile.options:
            for context in (*_contexts(profile), *(("rare",) if share(name) * OFFICIALS < 1 else ())):
                sharing[name, context].add(at)
            for form in blurred(name):
                for post in profile.posts:
                    if post.told:
                        sharing[form, ("body", post.same_body)].add(at)
    return sorted({pair for members in sharing.values() for pair in combinations(sorted(members), 2)})


def _contexts(profile: Profile) -> Iterator[object]:
    """What two of one name may have in common."""
    yield from (("province", post.province) for post in profile.posts if post.province)
    yield from profile.stories
    for post in profile.posts:
        yield post.role, post.body.kind, post.body.level, post.body.field
