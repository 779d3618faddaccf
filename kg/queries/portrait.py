"""A node of the graph in words: what it is, its facts as sentences, and under each the quotes that state it.

The wording is data (`kg/data/sentences.toml`); this module only fills it in.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.graph.catalogue import TYPE
from kg.graph.store import Graph
from kg.graph.terms import iri, short
from kg.home import PACKAGE

WORDS: Final = PACKAGE / "data" / "sentences.toml"
FIELD: Final = re.compile(r"\{([^{}]+)\}")
SEGMENT: Final = re.compile(r"\[(?P<optional>[^\[\]]*)\]|(?P<plain>[^\[\]]+)")
STATED_IN: Final = NamedNode(iri("prov:wasDerivedFrom"))
NAMED_IN: Final = NamedNode(iri("gov:namedIn"))
IN_ARTICLE: Final = NamedNode(iri("gov:inArticle"))
ADDRESS: Final = NamedNode(iri("schema:url"))
LABELS: Final = tuple(NamedNode(iri(name)) for name in ("rdfs:label", "skos:prefLabel", "dct:identifier"))
IDENTIFIER: Final = NamedNode(iri("dct:identifier"))
QUOTE: Final = tuple(NamedNode(iri(name)) for name in ("oa:exact", "oa:start", "oa:end"))

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Wording:
    """How properties and facts are put."""

    properties: dict[NamedNode, str]
    incoming: dict[NamedNode, str]
    headings: dict[NamedNode, str]
    """Class of fact -> what stands above such facts, in the order of telling."""
    sentences: dict[NamedNode, str]


@cache
def wording() -> Wording:
    """The words of sentences.toml."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return Wording(
        properties={NamedNode(iri(name)): text for name, text in words["properties"].items()},
        incoming={NamedNode(iri(name)): text for name, text in words["incoming"].items()},
        headings={NamedNode(iri(name)): fact["heading"] for name, fact in words["facts"].items()},
        sentences={NamedNode(iri(name)): fact["sentence"] for name, fact in words["facts"].items()},
    )


def portrait(graph: Graph, whole: str) -> Iterator[str]:
    """The lines that tell all that the graph knows of a node, given by IRI."""
    store, node = graph.store, NamedNode(whole)
    yield from _head(graph, node)
    yield from _properties(store, node)
    named = _objects(store, node, NAMED_IN)
    if named:
        yield from ("", "Named in", *_quotes(store, named))
    for kind, facts in _facts(store, node).items():
        yield from ("", wording().headings[kind])
        for told, fact in sorted((sentence(store, fact, kind), fact.value) for fact in facts):
            yield f"  {told}"
            yield from _quotes(store, _objects(store, NamedNode(fact), STATED_IN))


def _head(graph: Graph, node: NamedNode) -> Iterator[str]:
    known = graph.catalogue.node(node.value)
    yield f"{known.label} ({known.kind})" if known else short(node.value)
    yield f"  {node.value}"
    others = [spelling for spelling in known.spellings if spelling != known.label] if known else []
    if others:
        yield f"  also: {'; '.join(others)}"


def _properties(store: Store, node: NamedNode) -> Iterator[str]:
    for name, said in wording().properties.items():
        yield from _listed(said, (called(store, value) for value in _objects(store, node, name)))
    for name, said in wording().incoming.items():
        yield from _listed(said, (called(store, subject) for subject in _subjects(store, name, node)))


def _listed(said: str, values: Iterator[str]) -> Iterator[str]:
    together = "; ".join(sorted(values))
    if together:
        yield f"  {said}: {together}"


def _facts(store: Store, node: NamedNode) -> dict[NamedNode, set[NamedNode]]:
    """The facts that the node is, takes part in, or (an article) states, by class, in the order of telling."""
    touching = {node, *_subjects(store, None, node)}
    for passage in _subjects(store, IN_ARTICLE, node):
        touching.update(_subjects(store, STATED_IN, passage))
    found: dict[NamedNode, set[NamedNode]] = {kind: set() for kind in wording().headings}
    for subject in touching:
        for kind in _objects(store, subject, TYPE):
            if isinstance(kind, NamedNode) and kind in found:
                found[kind].add(subject)
    return {kind: facts for kind, facts in found.items() if facts}


def sentence(store: Store, fact: NamedNode, kind: NamedNode) -> str:
    """A fact of a class in words: "Doan Thu Ha: deputy secretary, Lạng Sơn Provincial Party Committee (current)"."""
    template = wording().sentences[kind]
    values = {
        field: ", ".join(sorted(called(store, value) for value in _objects(store, fact, NamedNode(iri(field)))))
        for field in FIELD.findall(template)
    }
    return "".join(_filled(segment, values) for segment in SEGMENT.finditer(template))


def _filled(segment: re.Match[str], values: Mapping[str, str]) -> str:
    text = segment["optional"] or segment["plain"]
    if segment["optional"] and not all(values[field] for field in FIELD.findall(text)):
        return ""
    return FIELD.sub(lambda field: values[field[1]], text)


def _quotes(store: Store, passages: list[Term]) -> Iterator[str]:
    """A line for each passage: the words, the article, the position, the address."""
    told = []
    for passage in passages:
        exact, start, end = (_value(store, passage, name) for name in QUOTE)
        for article in _objects(store, passage, IN_ARTICLE):
            position = (_value(store, article, IDENTIFIER), int(start), int(end))
            told.append((position, f"“{exact}”", _value(store, article, ADDRESS)))
    for (source, first, last), quote, address in sorted(told):
        yield f"    {quote}"
        yield f"      {source}, {first} to {last}" + (f", {address}" if address else "")


def called(store: Store, term: Term) -> str:
    """What a node or value is called: its English or untagged label, any label, else its short IRI."""
    if isinstance(term, Literal):
        return term.value
    labels = [label for name in LABELS for label in _objects(store, term, name) if isinstance(label, Literal)]
    ranked = sorted(labels, key=lambda label: (label.language not in (None, "en"), label.value))
    return ranked[0].value if ranked else _local(term)


def _local(term: Term) -> str:
    """The last part of an IRI, for named values that a graph has no label of: gov:current is "current"."""
    name = short(str(getattr(term, "value", term)))
    return name.removeprefix("gov:")


def _objects(store: Store, subject: Term, name: NamedNode) -> list[Term]:
    if not isinstance(subject, NamedNode | BlankNode):
        return []
    return [quad.object for quad in store.quads_for_pattern(subject, name, None)]


def _subjects(store: Store, name: NamedNode | None, node: Term) -> list[NamedNode]:
    found = (quad.subject for quad in store.quads_for_pattern(None, name, node))
    return [subject for subject in found if isinstance(subject, NamedNode)]


def _value(store: Store, subject: Term, name: NamedNode) -> str:
    values = sorted(value.value for value in _objects(store, subject, name) if isinstance(value, Literal | NamedNode))
    return values[0] if values else ""
