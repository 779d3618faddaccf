"""Views of a graph file -> pages on disk, each written whole or not at all; the index of a folder's pages."""

import os
from pathlib import Path

from kg.errors import KgError
from kg.graph.store import opened
from kg.views.catalogue import View, views
from kg.views.index import NAME, index_page, is_index
from kg.views.network import network
from kg.views.page import page


def render(view: View, graph: Path) -> str:
    """The page of a view of the graph in a Turtle file."""
    return page(network(opened(graph), view))


def write_page(view: View, graph: Path, output: Path) -> None:
    """Write the page of a view of the graph in a Turtle file; an index beside it learns of the page."""
    replace(output, render(view, graph))
    if is_index(output.with_name(NAME)):
        write_index(output.with_name(NAME))


def write_index(output: Path) -> None:
    """Write an index of the network pages that lie in the same folder."""
    replace(output, index_page(output.parent))


def write_pages(graph: Path, folder: Path) -> list[Path]:
    """Write every view that needs no value as folder/NAME.html, and the index; the paths written."""
    source = opened(graph)
    _make(folder)
    pages = [(folder / f"{each.name}.html", page(network(source, each))) for each in views()]
    for path, html in pages:
        replace(path, html)
    write_index(folder / NAME)
    return [*(path for path, _ in pages), folder / NAME]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder}: cannot make the folder for the pages ({error.strerror})") from error


def replace(path: Path, html: str) -> None:
    """Put a page in its place in one step, so that an older one stays whole if writing fails."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_text(html, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot write the page ({error.strerror}); choose another place with -o") from error
