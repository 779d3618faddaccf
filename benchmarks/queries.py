"""Queries on a large graph file as whole processes of `kg`: the first, which builds the index, and later ones.

python benchmarks/queries.py [FILE.ttl]           # default: a graph of 1,000,000 triples, made by large_graph.py
python benchmarks/queries.py --rdflib [FILE.ttl]  # rdflib's loading and answering beside it: minutes
python benchmarks/queries.py --sizes              # loading against opening an index, for small graphs
                             --only NAME,NAME     # these queries and no others

Seconds by the clock, seconds of work on all cores (what a machine with nothing else to do would take), peak memory.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from kg.queries.saved import names, saved

KG = (sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')")
ROUNDS = 3
SIZES = (2_500, 5_000, 10_000, 25_000, 50_000, 100_000)
LIMIT = 120
"""Seconds that rdflib has for a query."""
LOAD_RDFLIB = "import sys, rdflib; g = rdflib.Graph().parse(sys.argv[1], format='turtle')"
ASK_RDFLIB = f"""
{LOAD_RDFLIB}
import signal, time
signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(TimeoutError))
for line in sys.stdin.read().split('\\0'):
    name, text = line.split('\\1')
    began = time.perf_counter()
    signal.alarm({LIMIT})
    try:
        rows = len(list(g.query(text)))
        print(f'{{name}}\\t{{time.perf_counter() - began:.2f}}\\t{{rows}}', flush=True)
    except TimeoutError:
        print(f'{{name}}\\tmore than {LIMIT}\\t', flush=True)
    signal.alarm(0)
"""


@dataclass(frozen=True)
class Run:
    """What a process took."""

    clock: float
    work: float
    """Seconds on all cores."""
    memory: int
    """Megabytes at the peak."""
    lines: int
    """Of its output."""

    def __str__(self) -> str:
        return f"{self.clock:7.2f} {self.work:7.2f} {self.memory:6}"


def make(graph: Path, *size: int) -> None:
    """Make a large graph, in a process of its own: what a process took includes what its parent held."""
    script = Path(__file__).with_name("large_graph.py")
    subprocess.run([sys.executable, str(script), str(graph), *map(str, size)], check=True)


def run(command: Sequence[str], cache: Path, **more: str) -> Run:
    """Run a process; sys.exit if it fails."""
    environment = {**os.environ, "KG_CACHE_DIR": str(cache), **more}
    with tempfile.TemporaryFile() as output:
        began = perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE, env=environment)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        clock = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{shlex.join(command)}: {said}")
        output.seek(0)
        lines = output.read().count(b"\n")
    return Run(clock, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, lines)


def example(name: str) -> list[str]:
    """The parameters of a saved query's example, as words."""
    words = shlex.split(saved(name).example)
    return [word for option, value in pairwise(words) if option == "-p" for word in (option, value)]


def known(name: str, graph: Path, cache: Path) -> list[str]:
    """The example's parameters, or none where the graph does not have what they name."""
    words = example(name)
    environment = {**os.environ, "KG_CACHE_DIR": str(cache)}
    asked = [*KG, "query", name, *words, "--sparql", "--graph", str(graph)]
    done = subprocess.run(asked, capture_output=True, env=environment, check=False)
    return words if done.returncode == 0 else []


def later(graph: Path, cache: Path, only: Sequence[str]) -> Iterator[tuple[str, list[str], list[Run]]]:
    """Each saved query with its words, run several times."""
    for name in only:
        words = known(name, graph, cache)
        form = "csv" if saved(name).columns else "ttl"
        command = [*KG, "query", name, *words, "--graph", str(graph), "--format", form]
        yield name, words, [run(command, cache) for _ in range(ROUNDS)]


def report_queries(graph: Path, folder: Path, only: Sequence[str]) -> None:
    cache = folder / "cache"
    first = [*KG, "query", "officials", *example("officials"), "--graph", str(graph)]
    print(f"{graph.stat().st_size / 1e6:,.0f} MB of Turtle\n")
    print(f"{'seconds by the clock, of work, MB':>46}")
    print(f"{'without an index (KG_NO_INDEX)':24}{run(first, cache, KG_NO_INDEX='1')}")
    print(f"{'first query, builds it':24}{run(first, cache)}")
    medians = []
    for name, words, runs in later(graph, cache, only):
        best = min(runs, key=lambda each: each.clock)
        medians.append(best.clock)
        print(f"{'  ' + name:24}{best} {best.lines - 1:7} rows  {shlex.join(words)}")
    print(f"later queries: median {statistics.median(medians):.2f} s, slowest {max(medians):.2f} s")
    size = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
    print(f"the index takes {size / 1e6:,.0f} MB")


def report_rdflib(graph: Path, folder: Path, only: Sequence[str]) -> None:
    cache = folder / "cache"
    print(f"\n{'rdflib loads':24}{run([sys.executable, '-c', LOAD_RDFLIB, str(graph)], cache)}")
    asked = []
    for name in only:
        command = [*KG, "query", name, *known(name, graph, cache), "--sparql", "--graph", str(graph)]
        environment = {**os.environ, "KG_CACHE_DIR": str(cache)}
        text = subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout
        asked.append(f"{name}\1{text}")
    command = [sys.executable, "-c", ASK_RDFLIB, str(graph)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\0".join(asked))
        process.stdin.close()
        for line in process.stdout:
            name, seconds, rows = line.rstrip("\n").split("\t")
            print(f"{'  ' + name:24}{seconds:>7} s {rows:>7} rows, once loaded")


def report_sizes(folder: Path) -> None:
    """What SMALL in kg/graph/store.py rests on."""
    print(f"{'triples':>9} {'bytes':>11} {'loaded':>24} {'by an index':>24}")
    for size in SIZES:
        graph = folder / f"{size}.ttl"
        make(graph, size)
        command = [*KG, "find", "Lào Cai", "--graph", str(graph)]
        opening = [sys.executable, "-c", FORCED, str(graph)]
        run(opening, folder / "cache")
        loaded = [run(command, folder / "cache", KG_NO_INDEX="1") for _ in range(ROUNDS)]
        opened = [run(opening, folder / "cache") for _ in range(ROUNDS)]
        columns = (min(runs, key=lambda each: each.clock) for runs in (loaded, opened))
        print(f"{size:9,} {graph.stat().st_size:11,} {' '.join(map(str, columns))}")


FORCED = (
    "import sys; from kg.graph import store; store.SMALL = 0; from kg.cli import main;"
    " main(['find', 'Lào Cai', '--graph', sys.argv[1]])"
)


def options() -> Mapping[str, object]:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("file", nargs="?", type=Path, help="a Turtle file of kg's")
    parser.add_argument("--rdflib", action="store_true", help="rdflib's figures too")
    parser.add_argument("--only", help="names of queries, with commas between")
    parser.add_argument("--sizes", action="store_true", help="small graphs instead")
    return vars(parser.parse_args())


def main() -> None:
    chosen = options()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if chosen["sizes"]:
            report_sizes(folder)
            return
        graph = chosen["file"]
        if not isinstance(graph, Path):
            graph = folder / "million.ttl"
            make(graph)
        only = str(chosen["only"]).split(",") if chosen["only"] else names()
        report_queries(graph, folder, only)
        if chosen["rdflib"]:
            report_rdflib(graph, folder, only)


if __name__ == "__main__":
    main()
