"""Time of the layout against networkx's and igraph's (where installed), and of whole pages, on made-up networks.

python benchmarks/pages.py 100 1000 5000
"""

import importlib.util
import sys
import time
from collections.abc import Callable

import networkx as nx

from kg.views.catalogue import view
from kg.views.evidence import Evidence
from kg.views.layout import positions
from kg.views.network import Network
from kg.views.page import page

SIZE = (150.0, 62.0)
SLOW = 1_200
"""Above this many nodes networkx's layouts take minutes."""


def officials(count: int) -> "nx.DiGraph[str]":
    """A network as the officials view gives it: places, bodies, people with one to three posts, in a fixed pattern."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    bodies, places = count // 3, max(1, count // 15)
    for number in range(count):
        kind = "Place" if number < places else "Body" if number < places + bodies else "Person"
        graph.add_node(f"n{number}", kind=kind, label=f"{kind} of some place No. {number}", names=(), says=())
        graph.nodes[f"n{number}"].update(facts=(), passages=())
    for body in range(places, places + bodies):
        _link(graph, body, body * body % places, "in")
    for person in range(places + bodies, count):
        for post in range(1 + (person % 7 == 0) + (person % 23 == 0)):
            _link(graph, person, places + person * (31 + 17 * post) % bodies, "secretary")
    return graph


def _link(graph: "nx.DiGraph[str]", source: int, target: int, relation: str) -> None:
    graph.add_edge(f"n{source}", f"n{target}", relations=(relation,), former=False, facts=())


def report(name: str, work: Callable[[], object]) -> None:
    begin = time.perf_counter()
    work()
    print(f"  {name:28} {time.perf_counter() - begin:7.2f} s")


def overlaps(graph: "nx.DiGraph[str]") -> int:
    placed = sorted(positions(graph, dict.fromkeys(graph, SIZE)).values())
    near = ((a, b) for number, a in enumerate(placed) for b in placed[number + 1 :] if b[0] - a[0] < SIZE[0] - 2)
    return sum(abs(a[1] - b[1]) < SIZE[1] - 2 for a, b in near)


def measure(count: int) -> None:
    graph = officials(count)
    print(f"{count} nodes, {graph.number_of_edges()} links")
    report("layout of kg", lambda: positions(graph, dict.fromkeys(graph, SIZE)))
    report("page of kg", lambda: page(Network(view("officials"), graph, Evidence({}, {}, {}))))
    print(f"  {'overlapping labels':28} {overlaps(graph):7}")
    if importlib.util.find_spec("numpy") and importlib.util.find_spec("scipy") and count <= SLOW:
        report("networkx spring", lambda: nx.spring_layout(graph, seed=1))
        report("networkx Kamada-Kawai", lambda: nx.kamada_kawai_layout(graph))
    if importlib.util.find_spec("igraph"):
        igraph = importlib.import_module("igraph")
        other = igraph.Graph.from_networkx(graph.to_undirected())
        report("igraph Fruchterman-Reingold", other.layout_fruchterman_reingold)


if __name__ == "__main__":
    for size in sys.argv[1:] or ["100", "1000"]:
        measure(int(size))
