"""A large graph of realistic shape, the same bytes every time: the graph of the seeds over and over, under new names.

python benchmarks/large_graph.py FILE.ttl [TRIPLES]    # default: 1,000,000

Each copy of the seeds' articles is a set of articles of its own; people, bodies, places and documents come back in
several copies, as they do in the news. A name has the number of its copy behind it, the first copy has none.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path

import pyoxigraph as ox

from kg.graph.read import triples
from kg.graph.terms import DATA, PREFIXES, iri
from kg.pipeline import Options, build

SEEDS = Path(__file__).parents[1] / "seeds"
MILLION = 1_000_000
# After so many copies the same people come back, in new articles; whatever is not named here is new in every copy.
RETURNS = {"person": 200, "tenure": 200, "place": 100, "body": 100, "document": 100, "issuance": 100}
NAMED = {"person", "place", "body", "document"}
NAMES = {iri(name) for name in ("rdfs:label", "skos:altLabel", "skos:hiddenLabel", "gov:name", "gov:number")}


def seeds_graph() -> list[ox.Triple]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seeds.ttl"
        build([SEEDS], path, Options(), lambda error: print(error, file=sys.stderr))
        return triples(path)


@cache
def kind(node: str) -> str | None:
    """What a node of the data is ("person"); None for codes and the dataset, of which there is one."""
    name, slash, _ = node.removeprefix(DATA).partition("/")
    return name if slash and node.startswith(DATA) else None


def number(node: str, copy: int) -> int:
    """Which of its namesakes a node is in a copy: 0 for the one of the seeds."""
    sort = kind(node)
    return copy % RETURNS.get(sort, copy + 1) if sort else 0


def renamed(node: ox.NamedNode, copy: int) -> ox.NamedNode:
    own = number(node.value, copy)
    return ox.NamedNode(f"{node.value}--{own}") if own else node


def numbered(literal: ox.Literal, own: int) -> ox.Literal:
    if not own:
        return literal
    text = f"{literal.value} {own}"
    return ox.Literal(text, language=literal.language) if literal.language else ox.Literal(text)


def copied(graph: Iterable[ox.Triple], copy: int) -> Iterator[ox.Triple]:
    """The triples that a copy adds to those before it."""
    for triple in graph:
        subject, value = triple.subject, triple.object
        assert isinstance(subject, ox.NamedNode)
        own = number(subject.value, copy)
        linked = value.value if isinstance(value, ox.NamedNode) else ""
        if own != copy and number(linked, copy) != copy:
            continue
        if isinstance(value, ox.NamedNode):
            value = renamed(value, copy)
        elif isinstance(value, ox.Literal) and kind(subject.value) in NAMED and triple.predicate.value in NAMES:
            value = numbered(value, own)
        yield ox.Triple(renamed(subject, copy), triple.predicate, value)


def write(path: Path, size: int) -> None:
    """Write so many triples as Turtle."""
    graph = seeds_graph()
    many = islice((triple for copy in count() for triple in copied(graph, copy)), size)
    ox.serialize(many, output=path, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("triples", nargs="?", type=int, default=MILLION)
    options = parser.parse_args()
    write(options.file, options.triples)


if __name__ == "__main__":
    main()
