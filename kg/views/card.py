"""What an index says of a page: its title, its counts, and a small picture made of its layout."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

WIDE, HIGH = 320, 200
MARGIN = 10
MOST_POINTS, MOST_LINES = 500, 700
SEED = 6

Place = tuple[int, int]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Card:
    """A page in short."""

    title: str
    summary: str
    things: int
    links: int
    kinds: dict[str, int]
    """How many things there are of each kind."""
    points: tuple[tuple[int, int, str], ...]
    """Place in a picture of WIDE by HIGH, and kind."""
    lines: tuple[tuple[int, int, int, int], ...]

    def as_data(self) -> dict[str, Any]:
        """What is written into the page, from which an index reads it."""
        return asdict(self)


def card(
    title: str, summary: str, kinds: Mapping[str, str], places: Mapping[str, Place], links: Iterable[tuple[str, str]]
) -> Card:
    """The card of a page with these things (by kind), where they stand, and the links between them."""
    links = list(links)
    small = _shrunk(places)
    points = [(*small[node], kind) for node, kind in kinds.items()]
    lines = [(*small[source], *small[target]) for source, target in links]
    counts = dict(sorted(Counter(kinds.values()).items()))
    return Card(title, summary, len(kinds), len(links), counts, _some(points, MOST_POINTS), _some(lines, MOST_LINES))


def _shrunk(places: Mapping[str, Place]) -> dict[str, Place]:
    if not places:
        return {}
    left, top = min(x for x, _ in places.values()), min(y for _, y in places.values())
    wide, high = max(x for x, _ in places.values()) - left, max(y for _, y in places.values()) - top
    scale = min((WIDE - 2 * MARGIN) / max(wide, 1), (HIGH - 2 * MARGIN) / max(high, 1), 0.5)
    shift_x, shift_y = (WIDE - wide * scale) / 2, (HIGH - high * scale) / 2
    return {
        node: (round((x - left) * scale + shift_x), round((y - top) * scale + shift_y))
        for node, (x, y) in places.items()
    }


def _some(items: list[Item], most: int) -> tuple[Item, ...]:
    """The items, or so many of them, drawn by lot with a fixed seed, where there are more."""
    return tuple(items if len(items) <= most else random.Random(SEED).sample(items, most))  # noqa: S311 - no secret
