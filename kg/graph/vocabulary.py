"""The ontology as data: which codes exist, what they are called in five languages, what a graph must carry of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DataError
from kg.graph.read import triples
from kg.graph.terms import CODE, GOV, PREFIXES, iri
from kg.home import folder

ONTOLOGY = ox.NamedNode(GOV.removesuffix("#"))
RDF_TYPE = ox.NamedNode(iri("rdf:type"))
IN_SCHEME = ox.NamedNode(iri("skos:inScheme"))
PREF_LABEL = ox.NamedNode(iri("skos:prefLabel"))
LABEL = ox.NamedNode(iri("rdfs:label"))
VERSION = ox.NamedNode(iri("owl:versionInfo"))
VERSION_IRI = ox.NamedNode(iri("owl:versionIRI"))
BROADER = ox.NamedNode(iri("skos:broader"))
RANK = ox.NamedNode(iri("gov:rank"))

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# What a graph carries of a code that it uses, so that saved queries work in a store that holds nothing else.
CARRIED = (RDF_TYPE, IN_SCHEME, PREF_LABEL, LABEL, ox.NamedNode(iri("skos:notation")), RANK)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The triples of the ontology (without the shapes), by subject, in the order of the files."""

    by_subject: dict[ox.NamedNode, tuple[ox.Triple, ...]]

    def values(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[Term]:
        """The objects of a subject's property, in the order written."""
        return [triple.object for triple in self.by_subject.get(subject, ()) if triple.predicate == predicate]

    def __contains__(self, node: object) -> bool:
        """Whether the ontology describes the node."""
        return node in self.by_subject


def files() -> list[Path]:
    """The ontology's Turtle files without the shapes, sorted."""
    return sorted(path for path in folder("ontology").rglob("*.ttl") if path.name != "shapes.ttl")


@cache
def vocabulary() -> Vocabulary:
    """The ontology, read once; KgError naming file and line if it is not Turtle."""
    found: defaultdict[ox.NamedNode, list[ox.Triple]] = defaultdict(list)
    for path in files():
        for triple in triples(path):
            if not isinstance(triple.subject, ox.NamedNode):
                raise DataError(f"{path}: every subject needs an IRI, found {triple.subject}")
            found[triple.subject].append(triple)
    return Vocabulary({subject: tuple(statements) for subject, statements in found.items()})


def _node(curie_or_iri: str) -> ox.NamedNode:
    """The node of "role:chair" or of a whole IRI."""
    whole = iri(curie_or_iri) if curie_or_iri.partition(":")[0] in PREFIXES else curie_or_iri
    return ox.NamedNode(whole)


def labels(curie_or_iri: str) -> dict[str, str]:
    """What a code, class, property or named value is called, by language; empty if the ontology does not have it.

    >>> labels("role:secretary")["vi"], labels("gov:Body")["en"]
    ('Bí thư', 'Body')
    """
    node = _node(curie_or_iri)
    found = vocabulary().values(node, PREF_LABEL) or vocabulary().values(node, LABEL)
    return {term.language: term.value for term in found if isinstance(term, ox.Literal) and term.language}


@cache
def codes(scheme: str) -> tuple[str, ...]:
    """The local names of a scheme's codes in the order of its file, roles by rank; the scheme as prefixes name it.

    >>> codes("level")
    ('central', 'province', 'district', 'commune')
    """
    stem = iri(scheme + ":")
    node = ox.NamedNode(stem.removesuffix("/"))
    members = [subject for subject in vocabulary().by_subject if node in vocabulary().values(subject, IN_SCHEME)]
    if not members:
        raise KeyError(scheme)
    return tuple(member.value.removeprefix(stem) for member in members)


def broader(scheme: str, code: str) -> tuple[str, ...]:
    """The codes that a code belongs to or stands under.

    >>> broader("kind", "politburo")
    ('central-committee',)
    """
    stem = iri(scheme + ":")
    found = vocabulary().values(ox.NamedNode(stem + code), BROADER)
    return tuple(term.value.removeprefix(stem) for term in found if isinstance(term, ox.NamedNode))


@cache
def triples_for(curie_or_iri: str) -> tuple[ox.Triple, ...]:
    """What a graph that uses a code must carry of it: types, scheme, labels, notation, rank; empty for other nodes."""
    node = _node(curie_or_iri)
    if not is_code(node):
        return ()
    return tuple(triple for triple in vocabulary().by_subject[node] if _carried(triple))


def _carried(triple: ox.Triple) -> bool:
    value = triple.object
    owl = isinstance(value, ox.NamedNode) and value.value.startswith(PREFIXES["owl"])
    return triple.predicate in CARRIED and not owl


def is_code(node: ox.NamedNode) -> bool:
    """Whether the ontology has the node as a code (role:chair) or as a named value (gov:current)."""
    types = [term.value for term in vocabulary().values(node, RDF_TYPE) if isinstance(term, ox.NamedNode)]
    if node.value.startswith(CODE):
        return iri("skos:Concept") in types
    return any(kind.startswith(GOV) for kind in types)


def version() -> str:
    """The ontology's version: "0.2.0"."""
    return _only(VERSION)


def version_iri() -> str:
    """The IRI of this version of the ontology, which a graph's dataset node conforms to."""
    return _only(VERSION_IRI)


def _only(predicate: ox.NamedNode) -> str:
    (term,) = vocabulary().values(ONTOLOGY, predicate)
    return str(term.value) if isinstance(term, ox.Literal | ox.NamedNode) else ""


@cache
def fact_classes() -> tuple[ox.NamedNode, ...]:
    """The classes of facts: what gov:Fact is the parent of, sorted."""
    ontology = vocabulary()
    parent, fact = ox.NamedNode(iri("rdfs:subClassOf")), ox.NamedNode(iri("gov:Fact"))
    found = [node for node in ontology.by_subject if fact in ontology.values(node, parent)]
    return tuple(sorted(found, key=str))


def count_facts(triples: Iterable[ox.Triple]) -> int:
    """How many fact nodes a graph has."""
    classes = set(fact_classes())
    return sum(triple.predicate == RDF_TYPE and triple.object in classes for triple in triples)
