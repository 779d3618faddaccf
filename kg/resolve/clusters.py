"""Groups of what hangs together."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=int | str | tuple[str | int, ...])


def clusters(members: Iterable[T], groups: Iterable[Sequence[T]]) -> tuple[tuple[T, ...], ...]:
    """Members that share a group, directly or through others; each cluster sorted, the clusters sorted.

    >>> clusters("abcde", ["ab", "bc", "d"])
    (('a', 'b', 'c'), ('d',), ('e',))
    """
    head = {member: member for member in members}

    def find(member: T) -> T:
        while head[member] != member:
            head[member] = head[head[member]]
            member = head[member]
        return member

    for group in groups:
        for other in group[1:]:
            first, second = sorted((find(group[0]), find(other)))
            head[second] = first
    found: dict[T, list[T]] = {}
    for member in sorted(head):
        found.setdefault(find(member), []).append(member)
    return tuple(tuple(group) for group in found.values())
