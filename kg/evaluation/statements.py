"""A graph's triples by subject and property, in the order in which the graph gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.terms import iri


@dataclass(frozen=True, slots=True)
class Statements:
    """What a graph says: IRIs and literals as plain text."""

    by_subject: Mapping[str, Mapping[str, Sequence[str]]]
    by_class: Mapping[str, Sequence[str]]

    def values(self, subject: str | None, *properties: str) -> list[str]:
        """The values of a node's properties ("gov:number"), those of the first property first."""
        told = self.by_subject.get(subject or "", {})
        return [value for name in properties for value in told.get(iri(name), ())]

    def optional(self, subject: str, name: str) -> Sequence[str | None]:
        """The values of a property, or None alone where there is none."""
        return self.values(subject, name) or (None,)

    def first(self, subject: str, name: str) -> str | None:
        """A property's first value."""
        return next(iter(self.values(subject, name)), None)

    def instances(self, name: str) -> Sequence[str]:
        """The nodes of a class ("gov:Tenure")."""
        return self.by_class.get(iri(name), ())

    def are(self, nodes: Iterable[str], name: str) -> list[str]:
        """Those of some nodes that are of a class."""
        kind, types = iri(name), iri("rdf:type")
        return [node for node in nodes if kind in self.by_subject.get(node, {}).get(types, ())]


def statements(triples: Iterable[Triple]) -> Statements:
    """The triples, each once."""
    by_subject: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    by_class: defaultdict[str, list[str]] = defaultdict(list)
    types = iri("rdf:type")
    for triple in dict.fromkeys(triples):
        subject, value = _text(triple.subject), _text(triple.object)
        by_subject[subject][triple.predicate.value].append(value)
        if triple.predicate.value == types:
            by_class[value].append(subject)
    return Statements(by_subject, by_class)


def _text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return str(term) if isinstance(term, Triple) else term.value


def local(node: str | None) -> str | None:
    """The code that an IRI ends in.

    >>> local("https://w3id.org/govkg/code/role/chair")
    'chair'
    """
    return None if node is None else node.replace("#", "/").rsplit("/", 1)[-1]
