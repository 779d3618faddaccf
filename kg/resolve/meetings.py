"""A meeting is its article's own; what several sentences tell of it is put together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Fact, Meeting
from kg.resolve.rewrite import all_things

Key = tuple[str, str, int]


def key_of(meeting: Meeting) -> Key:
    """What tells meetings apart."""
    return meeting.article, meeting.type, meeting.ordinal


def meetings_of(facts: Iterable[Fact]) -> Mapping[Key, Meeting]:
    """One meeting for each key, with the date, host, place and label that any of the facts gives."""
    found: defaultdict[Key, set[Meeting]] = defaultdict(set)
    for fact in facts:
        for thing in all_things(fact):
            if isinstance(thing, Meeting):
                found[key_of(thing)].add(thing)
    return {key: _together(sorted(told, key=repr)) for key, told in found.items()}


def _together(told: list[Meeting]) -> Meeting:
    return replace(
        told[0],
        date=max((one.date for one in told if one.date), key=lambda date: (len(date), date), default=None),
        host=next((one.host for one in told if one.host), None),
        place=next((one.place for one in told if one.place), None),
        label=next((one.label for one in told if one.label), ""),
    )
