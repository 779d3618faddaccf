"""Two people side by side: all the evidence that they are one, and all that they are not, each piece with a name."""

from collections.abc import Callable, Iterator
from typing import Final

from kg.names.frequency import share
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.joining import NAMESAKES, namesakes
from kg.resolve.people.misspelling import nearness
from kg.resolve.people.offices import Post, go_together
from kg.resolve.people.profiles import Judge, Profile

OFFICIALS: Final = 100_000
"""How many people hold posts that articles tell of, in the country, about."""


def supporting(one: Profile, other: Profile) -> tuple[Evidence, ...]:
    """What speaks for two being one, the strongest first."""
    return tuple(found for comparator in _FOR if (found := comparator(one, other)))


def opposing(one: Profile, other: Profile, judge: Judge) -> tuple[Evidence, ...]:
    """What speaks against it: what excludes it, and what makes the evidence for it weak."""
    return (*judge.objections(one, other), *_weak(one, other))


def common_names(one: Profile, other: Profile) -> frozenset[str]:
    """The ASCII names that both can have."""
    return one.options & other.options


# ---------------------------------------------------------------- for


def _names(one: Profile, other: Profile) -> Evidence | None:
    if one.labels & other.labels:
        return Evidence("same-diacritics", min(one.labels & other.labels))
    if one.names & other.names:
        return Evidence("same-name", min(one.names & other.names))
    if common_names(one, other):
        return Evidence("same-transcription", min(common_names(one, other)))
    return nearness(one.options, other.options)


def _post(one: Profile, other: Profile) -> Evidence | None:
    shared = sorted(str(post) for post in one.posts & other.posts if post.told)
    return Evidence("same-post", shared[0]) if shared else None


def _body(one: Profile, other: Profile) -> Evidence | None:
    if _post(one, other):
        return None
    return _pair("same-body", one, other, lambda left, right: left.told and left.same_body == right.same_body)


def _pair(code: str, one: Profile, other: Profile, fits: Callable[[Post, Post], bool]) -> Evidence | None:
    """Evidence of the first pair of posts that fits, in words."""
    pairs = (
        " + ".join(sorted((str(left), str(right)))) for left in one.posts for right in other.posts if fits(left, right)
    )
    found = min(pairs, default=None)
    return Evidence(code, found) if found else None


def _story(one: Profile, other: Profile) -> Evidence | None:
    return Evidence("same-story", min(one.stories & other.stories)) if one.stories & other.stories else None


def _place(one: Profile, other: Profile) -> Evidence | None:
    return _pair(
        "same-place", one, other, lambda left, right: left.same_body != right.same_body and go_together(left, right)
    )


def _province(one: Profile, other: Profile) -> Evidence | None:
    shared = {post.province for post in one.posts} & {post.province for post in other.posts} - {""}
    return Evidence("same-province", min(shared)) if shared else None


def _kind(one: Profile, other: Profile) -> Evidence | None:
    """The same role in bodies of one kind, where one of them is told without its place."""
    return _pair("same-kind-of-post", one, other, _alike)


def _alike(left: Post, right: Post) -> bool:
    one, other = left.body, right.body
    return not (left.told and right.told) and (left.role, one.kind, one.level, one.field) == (
        right.role,
        other.kind,
        other.level,
        other.field,
    )


def _rare(one: Profile, other: Profile) -> Evidence | None:
    """A name of which no second official is to be expected in the country."""
    names = common_names(one, other)
    expected = OFFICIALS * max(map(share, names)) if names else 1.0
    return Evidence("rare-name", f"{expected:.2g} officials to be expected") if expected < 1 else None


_FOR: Final[tuple[Callable[[Profile, Profile], Evidence | None], ...]] = (
    _names,
    _post,
    _story,
    _body,
    _place,
    _kind,
    _province,
    _rare,
)


# ---------------------------------------------------------------- against


def _weak(one: Profile, other: Profile) -> Iterator[Evidence]:
    """A name too frequent for what is shared."""
    names = common_names(one, other)
    pairs = [
        (left, right) for left in one.posts for right in other.posts if left.told and left.same_body == right.same_body
    ]
    if not names or not pairs:
        return
    fewest = min(namesakes(name, *pair) for name in names for pair in pairs)
    if fewest >= NAMESAKES:
        yield Evidence("frequent-name", f"{fewest:.2g} others of the name to be expected")
