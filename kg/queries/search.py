"""What `kg find` and `kg show` say."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError
from kg.graph.store import load
from kg.queries.layout import safe, table
from kg.queries.lookup import MANY, AmbiguousNameError, Node, UnknownNameError, close, find, nodes, resolve, short
from kg.queries.portrait import portrait
from kg.queries.run import Rows


def found_table(text: str, graph: Path, width: int | None) -> str:
    """The nodes with a spelling like the text, as a table; KgError tells close names when there is none."""
    store = load(graph)
    found = find(store, text)
    if not found:
        raise KgError(_nothing(store, text, graph))
    cells = (
        (Literal(node.kind), Literal(node.label), NamedNode(node.iri), Literal("; ".join(_others(node))))
        for node in found
    )
    return table(Rows(("kind", "label", "node", "other spellings"), tuple(cells)), width)


def _others(node: Node) -> list[str]:
    return [spelling for spelling in node.spellings if spelling != node.label]


def shown(text: str, graph: Path) -> str:
    """A node in words; KgError lists the candidates of an ambiguous name, and close names of an unknown one."""
    store = load(graph)
    return "".join(f"{safe(line)}\n" for line in portrait(store, _one(store, text, graph)))


def _one(store: Store, text: str, graph: Path) -> str:
    try:
        return resolve(store, text)
    except (UnknownNameError, AmbiguousNameError) as error:
        found = find(store, text)
        if len(found) == 1:
            return found[0].iri
        if not found:
            raise KgError(_nothing(store, text, graph)) from error
    lines = [f"  {node.label} ({node.kind}): {short(node.iri)}" for node in found[:MANY]]
    more = [f"  and {len(found) - MANY} more: kg find {text!r}"] if len(found) > MANY else []
    raise KgError("\n".join([f"{text!r} stands for {len(found)} nodes; give one of their IRIs:", *lines, *more]))


def _nothing(store: Store, text: str, graph: Path) -> str:
    near = close(text, nodes(store))
    return f"{graph}: no node is called {text!r}" + (f"; close: {', '.join(near)}" if near else "")
