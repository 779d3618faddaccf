"""A graph file in memory, ready for SPARQL."""

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.graph.read import readable


def load(path: Path) -> Store:
    """The triples of a Turtle file as a store; KgError with file, line and remedy when it cannot be read."""
    store = Store()
    with readable(path):
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    return store
