"""RDF terms from plain values: every literal and every foreign IRI of the graph is made here."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg.errors import DataError
from kg.graph.terms import iri

_DATATYPES: Final = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "xsd:date"),
    (re.compile(r"\d{4}-\d{2}"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ADDRESS: Final = re.compile(r"https?://[^/?#:@\s]+(:\d+)?([/?#].*)?")


@lru_cache(maxsize=1024)
def node(curie: str) -> NamedNode:
    """The node of a prefixed name: "gov:Person"."""
    return NamedNode(iri(curie))


def coded(prefix: str, code: str | None) -> NamedNode | None:
    """The concept of a code in a scheme; None where there is no code."""
    return node(f"{prefix}:{code}") if code else None


def plain(text: str | None) -> Literal | None:
    """A string without a language; None for an empty one."""
    return Literal(text) if text else None


def tagged(text: str | None, language: str) -> Literal | None:
    """A string in a language; None for an empty one."""
    return Literal(text, language=language) if text else None


def typed(text: str, datatype: str) -> Literal:
    """A value of a datatype, as written."""
    return Literal(text, datatype=node(datatype))


def date(text: str | None) -> Literal | None:
    """A date, month or year, as exact as stated; None where none is.

    >>> date("2025-10").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    if text is None:
        return None
    for shape, datatype in _DATATYPES:
        if shape.fullmatch(text):
            return typed(text, datatype)
    raise DataError(f"{text!r} is no date: write 2025, 2025-10 or 2025-10-27")


def web(url: str | None) -> NamedNode | None:
    """A web address as an IRI that every store takes; None where it is no address.

    >>> web("https://example.org/tin tức?a=50%").value
    'https://example.org/tin%20t%E1%BB%A9c?a=50%25'
    """
    if url is None or not _ADDRESS.fullmatch(url.strip()):
        return None
    whole = _STRAY_PERCENT.sub("%25", url.strip())
    return NamedNode(quote(whole, safe="%:/?#!$&'()*+,;=@-._~", errors="replace"))
