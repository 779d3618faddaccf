"""A graph file, open for SPARQL: a small one is loaded into memory, a large one opened by its index on disk."""

import os
from functools import cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, Store

from kg.graph.cache import indexed
from kg.graph.catalogue import Catalogue
from kg.graph.index import Index
from kg.graph.read import readable

SMALL: Final = 2_000_000
"""Bytes of a Turtle file up to which loading takes about as long as opening an index (benchmarks/queries.py)."""
WITHOUT: Final = "KG_NO_INDEX"
"""The environment variable that, set to anything, keeps every graph in memory."""


class Graph:
    """The triples of a graph and the names of its nodes."""

    def __init__(self, store: Store, index: Index | None = None) -> None:
        self.store = store
        self.index = index

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every spelling of every node's name."""
        return Catalogue.opened(self.index.catalogue) if self.index else Catalogue.of(self.store)


def opened(path: Path) -> Graph:
    """The graph of a Turtle file; KgError with file, line and remedy when it cannot be read."""
    if path.is_file() and path.stat().st_size > SMALL and not os.environ.get(WITHOUT):
        found = indexed(path)
        if found is not None:
            return Graph(*found)
    return Graph(in_memory(path))


def load(path: Path) -> Store:
    """The triples of a Turtle file as a store; errors are those of `opened`."""
    return opened(path).store


def in_memory(path: Path) -> Store:
    """The triples of a Turtle file without an index; errors are those of `opened`."""
    store = Store()
    with readable(path):
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    return store
