"""Names that are one but for a letter or a syllable: misprints and mistranscriptions.

They are one person's only where nobody else can be meant: in versions of one story, or in one post at one time. Names
that both are told with diacritics, and differ, are two names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final

from kg.names.frequency import share
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.locals import Days
from kg.resolve.people.offices import Post
from kg.resolve.people.profiles import Judge, Profile, attested
from kg.resolve.people.steps import Group, together

MISPRINT: Final = 0.01
"""How often a name is misspelt, about; a colleague with the other name must be far less likely than that."""
_UNLIKELY: Final = 0.05
_NEAR_IN_TIME: Final = 183
"""Days between two articles within which a post hardly goes on to somebody of nearly the same name."""
_SHORTEST: Final = 3


def misspelt(profiles: Sequence[Profile], judge: Judge) -> list[Profile]:
    """The profiles, those that a misspelling kept apart joined."""
    return together(profiles, list(_groups(profiles, judge)), judge.of_misspellings())


def _groups(profiles: Sequence[Profile], judge: Judge) -> Iterator[Group]:
    """Pairs of profiles, each of a name and its misspelling; nobody who may be a misspelling of two names."""
    found: dict[tuple[int, int], tuple[Evidence, ...]] = {}
    for left, right in _candidates(profiles):
        if why := misspelling(profiles[left], profiles[right], judge):
            found[left, right] = why
    near: defaultdict[int, set[int]] = defaultdict(set)
    for left, right in found:
        near[left].add(right)
        near[right].add(left)
    for (left, right), why in found.items():
        fewer = min((left, right), key=lambda at: (profiles[at].support, -at))
        if len(near[fewer]) == 1:
            yield why, (left, right)


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Profiles with a post or story in common, and a name that is the same but for one syllable."""
    sharing: defaultdict[tuple[object, str], set[int]] = defaultdict(set)
    for at, profile in enumerate(profiles):
        contexts = [*(post for post in profile.current if post.told), *profile.stories]
        for context, form in product(contexts, {form for name in profile.options for form in blurred(name)}):
            sharing[context, form].add(at)
    pairs = {pair for members in sharing.values() for pair in combinations(sorted(members), 2)}
    return sorted(pair for pair in pairs if not profiles[pair[0]].options & profiles[pair[1]].options)


def blurred(name: str) -> Iterator[str]:
    """The name with each syllable unread, and with each middle one left out.

    >>> sorted(blurred("doan-thu-ha"))
    ['*-thu-ha', 'doan-*-ha', 'doan-ha', 'doan-thu-*', 'doan-thu-ha']
    """
    words = name.split("-")
    yield name
    for at in range(len(words)):
        if len(words) >= _SHORTEST:
            yield "-".join((*words[:at], "*", *words[at + 1 :]))
        if 0 < at < len(words) - 1:
            yield "-".join((*words[:at], *words[at + 1 :]))


def nearness(one: Iterable[str], other: Iterable[str]) -> Evidence | None:
    """In what the nearest names of two differ, if only in one letter or one syllable."""
    found = [
        (degree, left, right) for left, right in product(sorted(one), sorted(other)) if (degree := _differ(left, right))
    ]
    if not found:
        return None
    degree, left, right = min(found)
    return Evidence(degree, f"{left} / {right}")


def _differ(left: str, right: str) -> str | None:
    """Whether it is "one-letter" or "one-syllable"; None for more.

    >>> _differ("doan-thu-ha", "doan-tu-ha"), _differ("doan-thu-ha", "doan-ha"), _differ("doan-thu-ha", "doan-ha-vi")
    ('one-letter', 'one-syllable', None)
    """
    first, second = sorted((left.split("-"), right.split("-")), key=len)
    if len(first) == len(second):
        differing = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
        if len(differing) != 1 or len(first) < _SHORTEST:
            return None
        return "one-letter" if _one_letter(*differing[0]) else "one-syllable"
    shortened = (second[:at] + second[at + 1 :] for at in range(1, len(second) - 1))
    return "one-syllable" if len(second) == len(first) + 1 and first in shortened else None


def _one_letter(left: str, right: str) -> bool:
    """Whether one letter more, less, another or two letters the other way round make one syllable of the other."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    turned = (
        len(short) == len(long) and short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :] or turned


def misspelling(one: Profile, other: Profile, judge: Judge) -> tuple[Evidence, ...]:
    """Why two whose names are nearly the same are one; nothing where that is open."""
    near = nearness(one.options, other.options)
    if near is None or judge.of_misspellings().against(one, other):
        return ()
    shared = sorted((post for post in one.current & other.current if post.told), key=str)
    stories = one.stories & other.stories
    if stories and (shared or (near.name == "one-letter" and _one_rank(one, other))):
        return near, Evidence("same-story", min(stories))
    for post in shared:
        if _nobody_else(post, one, other, near):
            return near, Evidence("same-post-and-time", str(post))
    return ()


def _one_rank(one: Profile, other: Profile) -> bool:
    """Whether both have a role at one place and level: a translation may tell the body less exactly."""
    ranks = {(post.role, post.same_place) for post in one.current if post.placed}
    return any((post.role, post.same_place) in ranks for post in other.current)


def _nobody_else(post: Post, one: Profile, other: Profile, near: Evidence) -> bool:
    """Whether the time, and the number of those who hold such a post, leave no room for a second person."""
    first, second = attested(one, post), attested(other, post)
    if first is None or second is None:
        return False
    if post.holders == 1:
        return _gap(first, second) <= (_NEAR_IN_TIME if near.name == "one-letter" else 0)
    colleague = post.holders * min(max(map(share, one.options)), max(map(share, other.options)))
    return near.name == "one-letter" and _gap(first, second) <= _NEAR_IN_TIME and colleague < MISPRINT * _UNLIKELY


def _gap(one: Days, other: Days) -> int:
    """The days between two times; 0 if they overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])
