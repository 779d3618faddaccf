"""The saved queries on one graph in every engine of the load matrix, side by side: milliseconds for each.

python benchmarks/stores.py [FILE.ttl]    # default: the graph of the seeds

pyoxigraph and rdflib answer in this process, with the graph loaded; the servers over HTTP; Comunica in a process that
holds the graph; the command of Jena starts a Java machine for each query. A dash: the engine is not here, or its
rows are not pyoxigraph's (docs/stores.md says why).
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import rdflib

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from asked import bindings, expected  # noqa: E402 - stands in the tests' folder
from conftest import SEEDS  # noqa: E402
from engines import ENGINES, Engine  # noqa: E402

from kg.graph.store import Graph, opened  # noqa: E402
from kg.pipeline import Options, build  # noqa: E402
from kg.queries.bind import bind  # noqa: E402
from kg.queries.saved import names, saved  # noqa: E402

ROUNDS = 3


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times) * 1000


@dataclass(frozen=True)
class Asked:
    """A query as it is asked everywhere."""

    name: str
    text: str
    columns: tuple[str, ...]
    answer: object
    """pyoxigraph's."""


def asked(graph: Graph) -> list[Asked]:
    """Each query with the values of its example, or with none where the graph has not what they name."""
    found = []
    for query in map(saved, names()):
        *_, values = bindings(query, graph)
        found.append(Asked(query.name, bind(query, values, graph), query.columns, expected(query, values, graph)))
    return found


def of_libraries(graph: Graph, path: Path, queries: list[Asked]) -> dict[str, dict[str, float]]:
    other = rdflib.Graph().parse(path, format="turtle")
    return {
        "pyoxigraph": {each.name: milliseconds(lambda e=each: list(graph.store.query(e.text))) for each in queries},
        "rdflib": {each.name: milliseconds(lambda e=each: list(other.query(e.text))) for each in queries},
    }


def of_engine(kind: type[Engine], path: Path, queries: list[Asked]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder, kind(Path(folder), path) as engine:
        return {each.name: time for each in queries if (time := of_query(engine, each)) is not None}


def of_query(engine: Engine, query: Asked) -> float | None:
    """The time of a query; None if the answer is another."""
    try:
        if engine.answer(query.text, query.columns) != query.answer:
            return None
    except AssertionError:
        return None
    return milliseconds(lambda: engine.answer(query.text, query.columns))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("file", nargs="?", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.file or Path(folder) / "seeds.ttl"
        if options.file is None:
            build([SEEDS], path, Options(), lambda error: print(error, file=sys.stderr))
        graph = opened(path)
        queries = asked(graph)
        times = of_libraries(graph, path, queries)
        for kind in ENGINES:
            times[kind.name] = {} if kind.why_not() else of_engine(kind, path, queries)
    print(f"{len(graph.store):,} triples; milliseconds, median of {ROUNDS}")
    print(f"{'':20}" + "".join(f"{name:>19}" for name in times))
    for query in queries:
        cells = (times[name].get(query.name) for name in times)
        print(f"{query.name:20}" + "".join(f"{'-' if cell is None else format(cell, ',.1f'):>19}" for cell in cells))


if __name__ == "__main__":
    main()
