"""A graph file in memory, ready for SPARQL."""

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import KgError

REMEDY = "run 'kg build' to write the graph, or name another file"


def load(path: Path) -> Store:
    """The triples of a Turtle file as a store; KgError with file, line and remedy when it cannot be read."""
    store = Store()
    try:
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    except FileNotFoundError:
        raise KgError(f"{path}: no such graph; {REMEDY}") from None
    except SyntaxError as error:
        raise KgError(f"{path}:{error.lineno or 1}: not Turtle: {_reason(error)}; {REMEDY}") from None
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {_reason(error)}; {REMEDY}") from None
    return store


def _reason(error: OSError | SyntaxError) -> str:
    return " ".join(str(error.msg if isinstance(error, SyntaxError) else error).split())
