"""The files of the page: a query editor, the saved queries as links, answers as a table; all from this machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from kg.queries.saved import Parameter, SavedQuery, names, saved

TEMPLATE: Final = Path(__file__).parent / "template"


@dataclass(frozen=True, slots=True)
class File:
    """What an address of the page gives."""

    media_type: str
    content: bytes


def files(graph: Path) -> dict[str, File]:
    """The page's files by their address ("/page.js"), for a graph file."""
    queries = [saved(name) for name in names()]
    return {
        "/": File("text/html; charset=utf-8", _html(graph, queries).encode()),
        "/page.js": File("text/javascript; charset=utf-8", (TEMPLATE / "page.js").read_bytes()),
        "/page.css": File("text/css; charset=utf-8", (TEMPLATE / "page.css").read_bytes()),
        **{
            f"/queries/{query.name}.rq": File("application/sparql-query; charset=utf-8", query.text.encode())
            for query in queries
        },
    }


def _html(graph: Path, queries: list[SavedQuery]) -> str:
    template = Template((TEMPLATE / "page.html").read_text(encoding="utf-8"))
    return template.substitute(graph=escape(graph.name), queries="\n".join(map(_link, queries)))


def _link(query: SavedQuery) -> str:
    """An item of the list: the query's name leads to its text, a click runs it."""
    parameters = "".join(_parameter(parameter) for parameter in query.parameters)
    return (
        f'<li><a href="queries/{query.name}.rq" data-query="{query.name}">{query.name}</a> {escape(query.summary)}'
        f"<details><summary>more</summary><p>{escape(query.description)}</p><dl>{parameters}</dl></details></li>"
    )


def _parameter(parameter: Parameter) -> str:
    return f"<dt>?{parameter.variable}</dt><dd>{escape(', '.join(_notes(parameter)))}</dd>"


def _notes(parameter: Parameter) -> Iterator[str]:
    yield parameter.help
    if parameter.choices:
        yield f"one of {', '.join(parameter.choices)}"
    if parameter.default:
        yield f"default {parameter.default}"
