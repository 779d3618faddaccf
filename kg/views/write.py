"""Views of a graph file -> pages on disk, each written whole or not at all."""

import os
from pathlib import Path

from kg.errors import KgError
from kg.graph.store import load
from kg.views.catalogue import view, views
from kg.views.network import network
from kg.views.page import page


def render(name: str, graph: Path) -> str:
    """The page of one view, by its name, of the graph in a Turtle file."""
    return page(network(load(graph), view(name)))


def write_page(name: str, graph: Path, output: Path) -> None:
    """Write the page of one view of the graph in a Turtle file."""
    replace(output, render(name, graph))


def write_pages(graph: Path, folder: Path) -> list[Path]:
    """Write every view of the graph in a Turtle file as folder/NAME.html; the paths written."""
    store = load(graph)
    _make(folder)
    pages = [(folder / f"{each.name}.html", page(network(store, each))) for each in views()]
    for path, html in pages:
        replace(path, html)
    return [path for path, _ in pages]


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
