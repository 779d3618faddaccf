"""A meeting is its article's own, or its story's: versions of one story tell of one meeting.

What several sentences and versions tell of it is put together; where versions differ, most of them decide.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.model import Fact, Meeting
from kg.resolve.rewrite import all_things

Key = tuple[str, str, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings of all articles, one for each that was held."""

    _first: Mapping[str, str]
    _found: Mapping[Key, Meeting]

    def meeting(self, told: Meeting) -> Meeting:
        """The whole meeting of which an article tells."""
        return self._found[_key(told, self._first)]


def meetings_of(facts: Iterable[Fact], stories: Iterable[Sequence[str]]) -> Meetings:
    """One meeting for each type and ordinal of an article or story, with what any of the facts tells of it."""
    first = {article: min(story) for story in stories for article in story}
    told: defaultdict[Key, list[Meeting]] = defaultdict(list)
    for fact in facts:
        for thing in all_things(fact):
            if isinstance(thing, Meeting):
                told[_key(thing, first)].append(thing)
    return Meetings(first, {key: _together(key[0], sorted(told[key], key=repr)) for key in told})


def _key(meeting: Meeting, first: Mapping[str, str]) -> Key:
    """What tells meetings apart."""
    return first.get(meeting.article, meeting.article), meeting.type, meeting.ordinal


def _together(article: str, told: list[Meeting]) -> Meeting:
    exactest = max((len(one.date) for one in told if one.date), default=0)
    return replace(
        told[0],
        article=article,
        date=_most(one.date for one in told if one.date and len(one.date) == exactest),
        host=_most(one.host for one in told),
        place=_most(one.place for one in told),
        label=_most(one.label for one in told) or "",
    )


def _most(values: Iterable[T | None]) -> T | None:
    """The value told most often, the first of those in a fixed order."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], repr(value)), default=None)
