"""One step of joining: groups that share a piece of evidence become one where nothing excludes it.

Where something does, those who fit several that exclude each other join nobody in this step, unless one of these is met
far more often. Whatever order the groups come in, the outcome is the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from kg.resolve.clusters import clusters
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.profiles import Joined, Judge, Profile, united

FAR_MORE: Final = 4
"""So many times as many articles have to tell of one as of those whom it excludes, for the doubtful to join it."""

Group = tuple[tuple[Evidence, ...], Sequence[int]]
"""Profiles, by their place in the sequence, that share evidence."""


def together(
    profiles: Sequence[Profile], groups: Iterable[Group], judge: Judge, *, several: bool = False
) -> list[Profile]:
    """The profiles after a step, by the least key of each; `several` if it joins different names."""
    sound = [(why, part) for why, group in groups for part in _sound(profiles, group, judge)]
    found = list(clusters(range(len(profiles)), [part for _, part in sound]))
    home = {at: number for number, cluster in enumerate(found) for at in cluster}
    parts: defaultdict[int, list[Group]] = defaultdict(list)
    for why, part in sound:
        parts[home[part[0]]].append((why, part))
    joined: list[Profile] = []
    for number, cluster in enumerate(found):
        joined += (
            _settled(profiles, cluster, parts[number], judge, several=several)
            if number in parts
            else [profiles[cluster[0]]]
        )
    return sorted(joined, key=lambda profile: profile.key)


def _settled(
    profiles: Sequence[Profile], cluster: Sequence[int], parts: Sequence[Group], judge: Judge, *, several: bool
) -> Iterator[Profile]:
    """One profile for all, or, where something excludes that, for each part that is beyond doubt."""
    if not judge.agree([profiles[at] for at in cluster]):
        parts = list(_beyond_doubt(profiles, parts, judge))
        agreed = [
            group
            for group in clusters(cluster, [part for _, part in parts])
            if judge.agree([profiles[at] for at in group])
        ]
    else:
        agreed = [tuple(cluster)]
    left = set(cluster)
    for group in agreed:
        left -= set(group)
        joins = [Joined(why, tuple(profiles[at].key for at in part)) for why, part in parts if part[0] in group]
        yield (
            united([profiles[at] for at in group], sorted(joins), several=several)
            if len(group) > 1
            else profiles[group[0]]
        )
    yield from (profiles[at] for at in sorted(left))


def _beyond_doubt(profiles: Sequence[Profile], parts: Sequence[Group], judge: Judge) -> Iterator[Group]:
    """The parts without those who share evidence with two that exclude each other."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for _, part in parts:
        for at in part:
            near[at].update(part)
    contested = {
        at
        for at, others in near.items()
        if any(judge.against(profiles[one], profiles[other]) for one, other in combinations(sorted(others), 2))
    }
    for why, part in parts:
        left = [at for at in part if at not in contested]
        if len(left) > 1:
            yield why, left


def _sound(profiles: Sequence[Profile], group: Sequence[int], judge: Judge) -> list[Sequence[int]]:
    """A group, or the parts of it in which nothing excludes that all are one."""
    if judge.agree([profiles[at] for at in group]):
        return [group]
    foes: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in combinations(group, 2):
        if judge.against(profiles[one], profiles[other]):
            foes[one].add(other)
            foes[other].add(one)
    return [part for part in _camps(profiles, group, foes) if judge.agree([profiles[at] for at in part])]


def _camps(profiles: Sequence[Profile], group: Sequence[int], foes: Mapping[int, set[int]]) -> Iterator[Sequence[int]]:
    """Those around the one whom far more articles tell of than of its foes; else those who have the same foes."""
    for at in foes:
        rivals = sum(profiles[foe].support for foe in foes[at])
        if profiles[at].support >= FAR_MORE * rivals:
            yield [one for one in group if one not in foes[at]]
            return
    alike: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for at in group:
        if at in foes:
            alike[frozenset(foes[at])].append(at)
    yield from (camp for camp in alike.values() if len(camp) > 1)
