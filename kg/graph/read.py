"""The triples of a Turtle file exactly as written (a store would turn "12"^^xsd:nonNegativeInteger into an integer)."""

from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError


def triples(path: Path) -> list[ox.Triple]:
    """The triples in the order of the file; KgError with file, line and remedy when it cannot be read."""
    try:
        return [quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    except FileNotFoundError:
        raise KgError(f"{path}: no such graph; run 'kg build' to write it, or name another file") from None
    except SyntaxError as error:
        raise KgError(f"{path}:{error.lineno or 1}: not Turtle: {' '.join(str(error.msg).split())}") from None
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {error.strerror or error}") from None
