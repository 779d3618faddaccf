"""What `kg find` and `kg show` say."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.errors import KgError
from kg.graph.catalogue import Node
from kg.graph.store import Graph, opened
from kg.graph.terms import short
from kg.queries.layout import Paper, safe, table
from kg.queries.lookup import MANY, AmbiguousNameError, UnknownNameError, close, find, resolve
from kg.queries.portrait import portrait
from kg.queries.run import Rows


def found_table(text: str, path: Path, width: int | None) -> str:
    """The nodes with a spelling like the text, as a table; KgError tells close names when there is none."""
    graph = opened(path)
    found = find(graph, text)
    if not found:
        raise KgError(_nothing(graph, text, path))
    cells = (
        (Literal(node.kind), Literal(node.label), NamedNode(node.iri), Literal("; ".join(_others(node))))
        for node in found
    )
    return table(Rows(("kind", "label", "node", "other spellings"), tuple(cells)), Paper(width))


def _others(node: Node) -> list[str]:
    return [spelling for spelling in node.spellings if spelling != node.label]


def shown(text: str, path: Path) -> str:
    """A node in words; KgError lists the candidates of an ambiguous name, and close names of an unknown one."""
    graph = opened(path)
    return "".join(f"{safe(line)}\n" for line in portrait(graph, _one(graph, text, path)))


def _one(graph: Graph, text: str, path: Path) -> str:
    try:
        return resolve(graph, text)
    except (UnknownNameError, AmbiguousNameError) as error:
        found = find(graph, text)
        if len(found) == 1:
            return found[0].iri
        if not found:
            raise KgError(_nothing(graph, text, path)) from error
    lines = [f"  {node.label} ({node.kind}): {short(node.iri)}" for node in found[:MANY]]
    more = [f"  and {len(found) - MANY} more: kg find {text!r}"] if len(found) > MANY else []
    raise KgError("\n".join([f"{text!r} stands for {len(found)} nodes; give one of their IRIs:", *lines, *more]))


def _nothing(graph: Graph, text: str, path: Path) -> str:
    near = close(graph.catalogue, text)
    return f"{path}: no node is called {text!r}" + (f"; close: {', '.join(near)}" if near else "")
