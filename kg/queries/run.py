"""A bound query, run on a graph: rows in the query's order, or triples."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.graph.store import Graph
from kg.queries.bind import bind
from kg.queries.saved import SavedQuery

Cell = NamedNode | BlankNode | Literal | Triple | None


@dataclass(frozen=True, slots=True)
class Rows:
    """What a SELECT query answers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Answer = Rows | tuple[Triple, ...]


def run(query: SavedQuery, values: Mapping[str, str], graph: Graph) -> Answer:
    """The rows of a saved query, or the sorted triples of a CONSTRUCT, with the values bound.

    Errors are those of kg.queries.bind.bind.
    """
    return answered(graph.store.query(bind(query, values, graph)))


def answered(found: QuerySolutions | QueryTriples | QueryBoolean) -> Answer:
    """What the engine gives as rows in its order, or as sorted triples; TypeError for the answer of an ASK."""
    if isinstance(found, QuerySolutions):
        return Rows(tuple(variable.value for variable in found.variables), tuple(_rows(found)))
    if isinstance(found, QueryTriples):
        return tuple(sorted(set(found), key=str))
    raise TypeError("an ASK has neither rows nor triples")


def _rows(found: QuerySolutions) -> Iterator[tuple[Cell, ...]]:
    for solution in found:
        yield tuple(solution)
