"""A graph's nodes as people know them: their name, their short IRI, the line of the file where they begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.graph import vocabulary
from kg.graph.terms import PREFIXES, iri

NAMES: Final = tuple(ox.NamedNode(iri(name)) for name in ("rdfs:label", "skos:prefLabel", "dct:identifier"))
SUBJECT: Final = re.compile(r"(?:<([^>]*)>|([\w.-]*):((?:[^\s;,<>\"\\]|\\.)*))(?=[\s;])")
PREFIX: Final = re.compile(r"@?prefix\s+([\w.-]*):\s*<([^>]*)>", re.IGNORECASE)
LONGEST_VALUE: Final = 60

Subject = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Nodes:
    """The statements of a graph by subject and property."""

    statements: dict[Subject, dict[ox.NamedNode, list[Term]]]

    def values(self, subject: Subject, name: str) -> list[Term]:
        """The values of a property given as "gov:number"."""
        return self.statements.get(subject, {}).get(ox.NamedNode(iri(name)), [])

    def texts(self, subject: Subject, name: str) -> list[str]:
        """The values that are literals, as text."""
        return [value.value for value in self.values(subject, name) if isinstance(value, ox.Literal)]

    def of_class(self, name: str) -> list[Subject]:
        """The instances of a class given as "gov:Passage"."""
        return self.instances(ox.NamedNode(iri(name)))

    def instances(self, kind: ox.NamedNode) -> list[Subject]:
        """The instances of a class."""
        of_type = vocabulary.RDF_TYPE
        return [subject for subject, properties in self.statements.items() if kind in properties.get(of_type, ())]

    def name(self, node: Term) -> str:
        """The node's English or untagged label, else another, else what it is; with its IRI to search for."""
        if isinstance(node, ox.Literal):
            return shown(node.value)
        if not isinstance(node, ox.NamedNode):
            return "a blank node"
        labels = [value for name in NAMES for value in self.statements.get(node, {}).get(name, ())]
        known = [label for label in labels if isinstance(label, ox.Literal)]
        known.sort(key=lambda label: (label.language != "en", label.language is not None))
        name = " ".join(known[0].value.split()) if known else self._kind(node)
        return f"{name} {node}"

    def _kind(self, node: ox.NamedNode) -> str:
        """What the ontology calls a node without a label, or its class."""
        types = [value.value for value in self.values(node, "rdf:type") if isinstance(value, ox.NamedNode)]
        own = [kind for kind in types if kind.startswith(PREFIXES["gov"])]
        names = [vocabulary.labels(term).get("en") for term in (node.value, *own)]
        return next((name for name in names if name), "node")


def nodes(triples: Iterable[ox.Triple]) -> Nodes:
    """The triples grouped by subject and property."""
    found: defaultdict[Subject, dict[ox.NamedNode, list[Term]]] = defaultdict(dict)
    for triple in triples:
        if not isinstance(triple.subject, ox.Triple):
            found[triple.subject].setdefault(triple.predicate, []).append(triple.object)
    return Nodes(dict(found))


def short(node: str) -> str:
    """An IRI with its prefix, where there is one.

    >>> short("https://w3id.org/govkg/code/role/chair"), short("https://example.org/x")
    ('role:chair', '<https://example.org/x>')
    """
    for prefix, stem in PREFIXES.items():
        local = node.removeprefix(stem)
        if local != node and re.fullmatch(r"[\w.-]+", local):
            return f"{prefix}:{local}"
    return f"<{node}>"


def shown(text: str, language: str | None = None, datatype: str | None = None) -> str:
    """A literal on one line, cut where it is long, with its language or type."""
    line = " ".join(text.split())
    cut = line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
    if language:
        return f'"{cut}"@{language}'
    return f'"{cut}"' if datatype in {None, iri("xsd:string")} else f'"{cut}"^^{short(datatype or "")}'


def _subject_iri(line: str, prefixes: dict[str, str]) -> str | None:
    found = SUBJECT.match(line)
    if found is None:
        return None
    whole, prefix, local = found.groups()
    if whole is not None:
        return str(whole)
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", local) if prefix in prefixes else None


def _subjects(text: str) -> Iterator[tuple[str, int]]:
    prefixes: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        declared = PREFIX.match(line)
        if declared:
            prefixes[declared[1]] = declared[2]
        elif line and not line[0].isspace():
            subject = _subject_iri(line, prefixes)
            if subject is not None:
                yield subject, number


def first_lines(text: str) -> dict[str, int]:
    r"""The line, from 1, at which the statements on each subject begin, for Turtle with subjects at the line's start.

    >>> first_lines("@prefix : <http://e/> .\n\n:a a :b .\n<http://e/c> a :b .\n")
    {'http://e/a': 3, 'http://e/c': 4}
    """
    found: dict[str, int] = {}
    for subject, number in _subjects(text):
        found.setdefault(subject, number)
    return found
