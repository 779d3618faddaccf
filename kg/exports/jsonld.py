"""The graph as JSON-LD 1.1: a node on each line, under a context that the file carries with it.

Keys and values read as plain JSON ("label": {"en": "Secretary"}, "status": "current"); what would not come back as the
same statement in that form is written out ({"@value": "2025-10", "@type": "xsd:gYearMonth"}).
"""

import json
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import KgError
from kg.exports.base import Content, Source
from kg.exports.context import IN_LANGUAGES, Key, compact, context, keys
from kg.graph.nodes import Term
from kg.graph.read import stream
from kg.graph.terms import CODE, GOV
from kg.graph.values import node
from kg.graph.vocabulary import RDF_TYPE

STRING: Final = node("xsd:string")
NO_LANGUAGE: Final = "@none"
WHOLE_NUMBERS: Final = (node("xsd:nonNegativeInteger"), node("xsd:integer"))
LARGEST: Final = 2**53
"""Up to where JavaScript holds whole numbers exactly."""

Json = str | int | list["Json"] | dict[str, "Json"]


def json_ld(source: Source) -> Content:
    """The document, node by node."""
    yield b'{\n"@context": ' + json.dumps(context(), ensure_ascii=False).encode() + b',\n"@graph": ['
    between = b"\n"
    for subject, statements in groupby(stream(source.path), key=attrgetter("subject")):
        yield between + json.dumps(_node(subject, statements), ensure_ascii=False).encode()
        between = b",\n"
    yield b"\n]\n}\n"


def _node(subject: Term, statements: Iterable[Triple]) -> dict[str, Json]:
    """The statements about a node that stand together, by key; texts by key and language."""
    kinds: list[Json] = []
    values: dict[str, list[Json]] = {}
    texts: dict[str, dict[str, list[Json]]] = {}
    for statement in statements:
        key, value = _key(statement.predicate), statement.object
        if statement.predicate == RDF_TYPE and isinstance(value, NamedNode):
            kinds.append(_term(value))
        elif key.type == IN_LANGUAGES and isinstance(value, Literal) and (value.language or value.datatype == STRING):
            in_languages = texts.setdefault(key.name, {})
            in_languages.setdefault(value.language or NO_LANGUAGE, []).append(value.value)
        elif key.type == IN_LANGUAGES:
            values.setdefault(compact(statement.predicate.value), []).append(_written_out(value))
        else:
            values.setdefault(key.name, []).append(_value(value, key.type))
    told: dict[str, Json] = {name: _one_or_all(found) for name, found in values.items()}
    told |= {name: {tag: _one_or_all(found) for tag, found in sorted(each.items())} for name, each in texts.items()}
    return {"@id": _name(subject), **({"@type": _one_or_all(kinds)} if kinds else {}), **dict(sorted(told.items()))}


def _key(predicate: NamedNode) -> Key:
    return keys().get(predicate) or Key(compact(predicate.value), "")


def _one_or_all(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


# ---------------------------------------------------------------- values


def _value(value: Term, kind: str) -> Json:
    """A value as short as the type of its key allows."""
    if isinstance(value, NamedNode) and kind == "@id":
        return _name(value)
    if isinstance(value, NamedNode) and kind == "@vocab":
        return _term(value)
    if isinstance(value, Literal) and not value.language and value.datatype.value == (kind or STRING.value):
        return _number(value)
    return _written_out(value)


def _number(value: Literal) -> Json:
    """A whole number as JSON writes it, another value as it is written."""
    text = value.value
    exact = value.datatype in WHOLE_NUMBERS and text.isdecimal() and str(int(text)) == text and int(text) < LARGEST
    return int(text) if exact else text


def _written_out(value: Term) -> Json:
    """A value with its type or language beside it."""
    if not isinstance(value, Literal):
        return {"@id": _name(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": value.value, "@type": compact(value.datatype.value)}


def _name(thing: Term) -> str:
    """A node as a reference: codes with their prefix, others whole."""
    if isinstance(thing, NamedNode):
        return compact(thing.value) if thing.value.startswith(CODE) else thing.value
    if isinstance(thing, BlankNode):
        return str(thing)
    raise KgError(f"{thing}: JSON-LD has no form for statements about statements; take nt or trig")


def _term(value: NamedNode) -> str:
    """A class or a named value: the ontology's own by their names alone, if no key has the name."""
    local = value.value.removeprefix(GOV)
    own = local != value.value and local.isalnum() and keys().get(value, Key(local, "")).name == local
    return local if own and local not in _foreign() else compact(value.value)


@cache
def _foreign() -> set[str]:
    """The keys that stand for terms of other vocabularies."""
    return {key.name for property_, key in keys().items() if not property_.value.startswith(GOV)}
