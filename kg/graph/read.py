"""The triples of a Turtle file exactly as written (a store would turn "12"^^xsd:nonNegativeInteger into an integer)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError

REMEDY = "run 'kg build' to write the graph, or name another file"


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What goes wrong inside while a Turtle file is read becomes a KgError with file, line and remedy."""
    try:
        yield
    except FileNotFoundError:
        raise KgError(f"{path}: no such graph; {REMEDY}") from None
    except SyntaxError as error:
        raise KgError(f"{path}:{error.lineno or 1}: not Turtle: {_one_line(error.msg)}; {REMEDY}") from None
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {_one_line(error)}; {REMEDY}") from None


def _one_line(said: object) -> str:
    return " ".join(str(said).split())


def triples(path: Path) -> list[ox.Triple]:
    """The triples in the order of the file; KgError with file, line and remedy when it cannot be read."""
    return list(stream(path))


def stream(path: Path) -> Iterator[ox.Triple]:
    """The triples one by one, as `triples` gives them, without holding them all."""
    with readable(path):
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            yield quad.triple
