"""Where the things of a network stand: connected parts laid out by forces, labels pushed apart, parts packed together.

In plain Python, so that the positions are the same on every machine: networkx's own layouts need NumPy and SciPy and
differ in the last digits from processor to processor (for times see benchmarks/pages.py).
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

REACH = 100.0
"""The length that a link would like to have."""
STRETCH, LEAST_STRETCH = 1.45, 0.3
"""Labels and links' words are wide and low: links that lie flat get this much more room than upright ones."""
MANY = 12
"""Parts with fewer things stay as flat as they are."""
GAP = 16.0
PART_GAP = 50.0
"""Free space between labels, and between parts."""
WORK = 90_000
"""Node moves to spend on one part: small parts get MOST rounds, large ones fewer, down to FEWEST."""
MOST, FEWEST = 220, 40
SEPARATION_ROUNDS = 120
PATIENCE, ROOM = 14, 1.1
"""How many rounds of pushing labels apart pass before the part grows, and how much it grows."""
COLUMN = 45.0
ASPECT = 1.3
"""Width to height of the picture to fill: a wide screen less the details panel."""

Size = tuple[float, float]


@dataclass(slots=True)
class Part:
    """A connected part of the network while it is laid out: places by position in `nodes`."""

    nodes: list[str]
    links: list[tuple[int, int]]
    sizes: list[Size]
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all labels."""
        spans = list(zip(self.xs, self.ys, self.sizes, strict=True))
        return (
            min(x - size[0] / 2 for x, _, size in spans),
            min(y - size[1] / 2 for _, y, size in spans),
            max(x + size[0] / 2 for x, _, size in spans),
            max(y + size[1] / 2 for _, y, size in spans),
        )


def positions(graph: "nx.DiGraph[str]", sizes: Mapping[str, Size], work: int = WORK) -> dict[str, tuple[int, int]]:
    """The centre of each node's box (its mark and label); boxes of the given sizes do not overlap.

    `work` is how many node moves to spend on a part.
    """
    placed: dict[str, tuple[int, int]] = {}
    if not graph:
        return placed
    parts = [_arranged(part, work) for part in _parts(graph, sizes)]
    for part, (left, top) in _packed(parts):
        for node, x, y in zip(part.nodes, part.xs, part.ys, strict=True):
            placed[node] = round(x + left), round(y + top)
    return placed


def _parts(graph: "nx.DiGraph[str]", sizes: Mapping[str, Size]) -> Iterator[Part]:
    groups = sorted((sorted(group) for group in nx.weakly_connected_components(graph)), key=lambda g: (-len(g), g))
    for nodes in groups:
        index = {node: number for number, node in enumerate(nodes)}
        pairs = {(min(a, b), max(a, b)) for a, b in ((index[s], index[t]) for s, t in graph.out_edges(nodes))}
        yield Part(nodes, sorted(pair for pair in pairs if pair[0] != pair[1]), [sizes[node] for node in nodes])


def _arranged(part: Part, work: int) -> Part:
    _spread_rings(part)
    rounds = max(FEWEST, min(MOST, work // len(part.nodes)))
    for step in range(rounds):
        _move(part, REACH * (1 - step / rounds) * 0.6)
    _lay_flat(part)
    _fill_screen(part)
    _separate(part)
    return part


# ---------------------------------------------------------------- start: rings around the busiest node


def _spread_rings(part: Part) -> None:
    neighbours: list[list[int]] = [[] for _ in part.nodes]
    for a, b in part.links:
        neighbours[a].append(b)
        neighbours[b].append(a)
    part.xs, part.ys = [0.0] * len(part.nodes), [0.0] * len(part.nodes)
    radius = 0.0
    for ring in _rings(neighbours):
        for number, node in enumerate(ring):
            angle = 2 * math.pi * (number + 0.5) / len(ring)
            # rounded, so that the last digit of a processor's cosine changes nothing
            part.xs[node] = float(round(radius * math.cos(angle)))
            part.ys[node] = float(round(radius * math.sin(angle)))
        radius = max(radius + REACH, REACH * len(ring) / 8)


def _rings(neighbours: list[list[int]]) -> Iterator[list[int]]:
    centre = max(range(len(neighbours)), key=lambda node: (len(neighbours[node]), -node))
    seen, ring = {centre}, [centre]
    while ring:
        yield ring
        following = []
        for node in ring:
            fresh = [other for other in neighbours[node] if other not in seen]
            seen.update(fresh)
            following += fresh
        ring = following


# ---------------------------------------------------------------- forces


def _move(part: Part, limit: float) -> None:
    """One round: near nodes push each other away, links pull; nobody moves further than the limit."""
    dx, dy = [0.0] * len(part.nodes), [0.0] * len(part.nodes)
    for a, b in _near(part, REACH * 2.5):
        x, y = part.xs[a] - part.xs[b], part.ys[a] - part.ys[b]
        push = REACH * REACH / max(x * x + y * y, 1.0)
        x, y = (x, y) if x or y else (float(a - b), 1.0)
        dx[a] += x * push
        dy[a] += y * push
        dx[b] -= x * push
        dy[b] -= y * push
    for a, b in part.links:
        x, y = part.xs[a] - part.xs[b], part.ys[a] - part.ys[b]
        pull = math.sqrt(x * x + y * y) / REACH
        dx[a] -= x * pull
        dy[a] -= y * pull
        dx[b] += x * pull
        dy[b] += y * pull
    for node in range(len(part.nodes)):
        scale = limit / max(math.sqrt(dx[node] * dx[node] + dy[node] * dy[node]), limit)
        part.xs[node] += dx[node] * scale
        part.ys[node] += dy[node] * scale


def _near(part: Part, reach: float) -> Iterator[tuple[int, int]]:
    """Pairs of nodes in the same cell or in cells side by side of a grid: all that are nearer than the reach."""
    cells: dict[tuple[int, int], list[int]] = {}
    for node, (x, y) in enumerate(zip(part.xs, part.ys, strict=True)):
        cells.setdefault((int(x // reach), int(y // reach)), []).append(node)
    for (column, row), here in cells.items():
        beyond = [(column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)]
        others = [node for cell in beyond for node in cells.get(cell, ())]
        for number, a in enumerate(here):
            yield from ((a, b) for b in here[number + 1 :])
            yield from ((a, b) for b in others)


def _lay_flat(part: Part) -> None:
    """Turn the part so that it is longest from left to right."""
    middle_x, middle_y = sum(part.xs) / len(part.xs), sum(part.ys) / len(part.ys)
    places = [(x - middle_x, y - middle_y) for x, y in zip(part.xs, part.ys, strict=True)]
    across = sum(x * x - y * y for x, y in places) / 2
    slant = sum(x * y for x, y in places)
    length = math.sqrt(across * across + slant * slant)
    if length < 1:
        return
    # half of the angle whose cosine is across / length, by square roots, which are exact on every machine
    cosine = math.sqrt((1 + across / length) / 2)
    sine = math.copysign(math.sqrt((1 - across / length) / 2), slant)
    part.xs = [x * cosine + y * sine for x, y in places]
    part.ys = [y * cosine - x * sine for x, y in places]


def _fill_screen(part: Part) -> None:
    """Stretch the part sideways for the labels, and a part of many things to the proportions of a screen."""
    wide, high = (max(along) - min(along) + REACH for along in (part.xs, part.ys))
    fitting = max(LEAST_STRETCH, min(ASPECT / STRETCH * high / wide, 1.0))
    factor = math.sqrt(fitting) if len(part.nodes) >= MANY else 1.0
    part.xs = [x * STRETCH * factor for x in part.xs]
    part.ys = [y / factor for y in part.ys]


# ---------------------------------------------------------------- labels apart, parts together


def _separate(part: Part) -> None:
    """Push overlapping boxes apart, along the way that is shorter; where that takes long, make more room first."""
    widest = max(max(size) for size in part.sizes) + GAP
    for turn in range(1, SEPARATION_ROUNDS + 1):
        if not sum(_push_apart(part, a, b) for a, b in list(_near(part, widest))):
            return
        if turn % PATIENCE == 0:
            part.xs, part.ys = [x * ROOM for x in part.xs], [y * ROOM for y in part.ys]


def _push_apart(part: Part, a: int, b: int) -> bool:
    x, y = part.xs[b] - part.xs[a], part.ys[b] - part.ys[a]
    over_x = (part.sizes[a][0] + part.sizes[b][0]) / 2 + GAP - abs(x)
    over_y = (part.sizes[a][1] + part.sizes[b][1]) / 2 + GAP - abs(y)
    if over_x <= 0.01 or over_y <= 0.01:
        return False
    if over_x < over_y:
        shift = math.copysign(over_x / 2, x)
        part.xs[a], part.xs[b] = part.xs[a] - shift, part.xs[b] + shift
    else:
        shift = math.copysign(over_y / 2, y)
        part.ys[a], part.ys[b] = part.ys[a] - shift, part.ys[b] + shift
    return True


def _packed(parts: Iterable[Part]) -> list[tuple[Part, Size]]:
    """How far to move each part, so that the picture of all of them is large when it fills a window."""
    boxes = [(part, part.box()) for part in parts]
    corners = packed([(right - left, bottom - top) for _, (left, top, right, bottom) in boxes])
    return [
        (part, (corner[0] - box[0], corner[1] - box[1])) for (part, box), corner in zip(boxes, corners, strict=True)
    ]


def packed(sizes: Sequence[Size]) -> list[Size]:
    """The top left corners of boxes side by side, so that they fill a window well; the highest come first."""
    order = sorted(range(len(sizes)), key=lambda number: (-sizes[number][1], number))
    sorted_sizes = [sizes[number] for number in order]
    choices = [_dropped(sorted_sizes, width) for width in _widths(sorted_sizes)]
    best = min(choices, key=lambda corners: _extent(sorted_sizes, corners))
    corners = dict(zip(order, best, strict=True))
    return [corners[number] for number in range(len(sizes))]


def _widths(sizes: list[Size]) -> list[float]:
    """Widths to try for the whole picture; fewer where there are many parts."""
    widest = max(wide for wide, _ in sizes)
    ideal = math.sqrt(ASPECT * sum((wide + PART_GAP) * (high + PART_GAP) for wide, high in sizes))
    tries = max(2, min(24, 1_500 // len(sizes)))
    return [max(widest, ideal * (0.8 + step / tries)) for step in range(tries)]


def _dropped(sizes: list[Size], width: float) -> list[Size]:
    """The top left corner of each part when each takes the highest free place, of several the leftmost."""
    columns = [0.0] * (math.ceil((width + PART_GAP) / COLUMN) + 1)
    corners = []
    for wide, high in sizes:
        span = math.ceil((wide + PART_GAP) / COLUMN)
        tops = [max(columns[start : start + span]) for start in range(len(columns) - span + 1)]
        top = min(tops)
        start = tops.index(top)
        corners.append((start * COLUMN, top))
        columns[start : start + span] = [top + high + PART_GAP] * span
    return corners


def _extent(sizes: list[Size], corners: list[Size]) -> float:
    """The height of the smallest window of the wanted proportions that shows all."""
    placed = list(zip(sizes, corners, strict=True))
    right = max(left + wide for (wide, _), (left, _) in placed)
    bottom = max(top + high for (_, high), (_, top) in placed)
    return max(right / ASPECT, bottom)
