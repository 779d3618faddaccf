"""An HTML page -> Draft, with trafilatura, and what the page's metadata tell.

Chosen over resiliparse 2.0 and readability-lxml 0.9 on the pages of tests/test_articles.py: the only one that leaves
out menus and footers on all of them, keeps line breaks and reads title, address and date (0.2 s to import, 66 MB
installed with its dependencies, Apache-2.0). Pictures' captions it loses or leaves unmarked: see `_keep_captions`.
"""

import codecs
import re
from pathlib import Path
from typing import Any

import trafilatura

from kg.articles.dates import date_in_record
from kg.articles.draft import Draft, as_read
from kg.articles.files import article_id, content
from kg.articles.tail import clean_url
from kg.errors import InputError

_HEAD = 2048
_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{2,30})""")
# A fixed last day: with its default, today, a page would give another graph tomorrow.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2099-12-31"}


def _charset(raw: bytes, path: Path) -> str:
    """The character set that the page declares, else UTF-8."""
    declared = _CHARSET.search(raw[:_HEAD])
    name = declared.group(1).decode("ascii") if declared else "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise InputError(f"{path}: unknown character set {name!r}; save the page as UTF-8") from error


def _source(path: Path) -> str:
    raw = content(path)
    charset = _charset(raw, path)
    try:
        return raw.decode(charset)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: invalid {charset} at byte {error.start}; save the page as UTF-8") from error


def _keep_captions(tree: Any) -> None:  # noqa: ANN401  lxml is untyped
    """Turn the words under a picture into a table's cell: figures are dropped, tables kept, as `| words |`."""
    for figure in list(tree.iter("figure")):
        words = " ".join(" ".join(part.text_content() for part in figure.iter("figcaption")).split())
        parent = figure.getparent()
        if not words or parent is None:
            continue
        table, row, cell = (tree.makeelement(tag) for tag in ("table", "tr", "td"))
        cell.text, table.tail = words, figure.tail
        row.append(cell)
        table.append(row)
        parent.replace(figure, table)


def page(path: Path) -> Draft:
    """The article of an HTML page; InputError if it cannot be read or holds none."""
    tree = trafilatura.load_html(_source(path))
    if tree is None:
        raise InputError(f"{path}: not an HTML page; rename it or save the page anew")
    metadata = trafilatura.extract_metadata(tree, date_config=dict(_DATES))
    _keep_captions(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=True)
    if not text:
        raise InputError(f"{path}: no article text in this page; save the article's own page or its text")
    return Draft(
        where=str(path),
        id=article_id(path),
        text=as_read(text),
        url=clean_url(metadata.url) if metadata.url else None,
        published=date_in_record(metadata.date) if metadata.date else None,
        publisher=metadata.sitename or None,
        headline=metadata.title or None,
    )
