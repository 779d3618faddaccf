"""The index of a folder's network pages: each with a small picture, title and counts, read from the pages' cards."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from kg.errors import KgError
from kg.views.card import HIGH, WIDE, Card
from kg.views.catalogue import views
from kg.views.kinds import called, kind_of
from kg.views.page import TEMPLATE, page_style, policy
from kg.views.words import ENGLISH

NAME = "index.html"
MARK = '<meta name="generator" content="govkg">'
INDEX_MARK = '<meta name="kg-index" content="1">'
CARD = re.compile(r'<script id="card" type="application/json">(.*?)</script>', re.DOTALL)
HEAD = 400_000
"""A page's card stands in its first so many characters."""


def index_page(folder: Path) -> str:
    """The index's HTML, the same text for the same pages."""
    environment = jinja2.Environment(autoescape=True, loader=jinja2.FileSystemLoader(TEMPLATE))
    style = page_style()
    return environment.get_template("index.html").render(
        cards=[(quote(path.name), card, _counts(card)) for path, card in sorted(cards(folder), key=_order)],
        size=(WIDE, HIGH),
        style=Markup(style),  # noqa: S704 - our own style sheet
        policy=policy(style),
    )


def is_index(path: Path) -> bool:
    """Whether a file is an index that this module wrote."""
    return path.is_file() and INDEX_MARK in _head(path)


def cards(folder: Path) -> Iterator[tuple[Path, Card]]:
    """The network pages of a folder with their cards."""
    for path in sorted(folder.glob("*.html")):
        head = _head(path)
        found = CARD.search(head) if MARK in head else None
        if found:
            yield path, _card(path, found[1])


def _card(path: Path, text: str) -> Card:
    try:
        data = json.loads(text)
        points = tuple((int(x), int(y), kind_of(str(kind))) for x, y, kind in data["points"])
        lines = tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in data["lines"])
        kinds = {kind_of(kind): int(count) for kind, count in data["kinds"].items()}
        return Card(
            str(data["title"]), str(data["summary"]), int(data["things"]), int(data["links"]), kinds, points, lines
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgError(f"{path}: not a page of this version; write it again with 'kg view', or remove it") from error


def _head(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(HEAD)
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror})") from error


def _counts(card: Card) -> str:
    """How much a page holds: "12 people, 9 bodies; 30 links"."""
    kinds = ", ".join(f"{count} {called(kind, count)[ENGLISH].lower()}" for kind, count in card.kinds.items())
    return f"{kinds}; {card.links} link{'s' * (card.links != 1)}" if kinds else "nothing"


def _order(item: tuple[Path, Card]) -> tuple[bool, str]:
    """General views first, then pages about one thing."""
    path, _ = item
    return path.stem not in {view.name for view in views()}, path.name
