"""The JSON-LD context: what the keys of `kg export jsonld` mean, made from the ontology.

Terms of the ontology stand for themselves ("holdsRoleIn"), terms of other vocabularies too where no other has the name
("label"); the rest, and what the context does not know, are written with a prefix ("dct:title"). The file
`ontology/context.jsonld` holds the same context. "@id" and "@type" have no shorter names: "id" is also a language.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import NamedNode

from kg.graph.terms import CODE, GOV, PREFIXES
from kg.graph.values import node
from kg.graph.vocabulary import RDF_TYPE, vocabulary

STEMS: Final = {name: stem for name, stem in PREFIXES.items() if not stem.startswith(CODE)} | {"code": CODE}
"""The prefixes. Code lists have one for all: their own names are those of properties ("role")."""
OBJECT: Final = node("owl:ObjectProperty")
PROPERTIES: Final = frozenset((OBJECT, node("owl:DatatypeProperty")))
RANGE: Final = node("rdfs:range")
IN_LANGUAGES: Final = "@language"
"""Of a key: its value is a map from languages to texts."""


@dataclass(frozen=True, slots=True)
class Key:
    """How a property is written."""

    name: str
    type: str
    """IN_LANGUAGES; "@id" for IRIs, "@vocab" for terms of the ontology; a datatype; "" for strings and mixtures."""


def context() -> dict[str, object]:
    """The whole context, in a fixed order."""
    terms = {key.name: _definition(property_, key) for property_, key in keys().items()}
    return {
        "@version": 1.1,
        "@vocab": GOV,
        **dict(sorted(STEMS.items())),
        **dict(sorted(terms.items())),
    }


def _definition(property_: NamedNode, key: Key) -> str | dict[str, str]:
    name = compact(property_.value)
    match key.type:
        case "":
            return name
        case "@language":
            return {"@id": name, "@container": key.type}
    return {"@id": name, "@type": key.type if key.type.startswith("@") else compact(key.type)}


@cache
def keys() -> dict[NamedNode, Key]:
    """How each property of the ontology is written."""
    ontology = vocabulary()
    found = [one for one in ontology.by_subject if PROPERTIES & set(ontology.values(one, RDF_TYPE)) and one != RDF_TYPE]
    names = Counter(_local(one) for one in found)
    own = [one for one in found if one.value.startswith(GOV)]
    short = {*own, *(one for one in found if names[_local(one)] == 1)}
    return {one: Key(_local(one) if one in short else compact(one.value), _type(one)) for one in found}


def _local(term: NamedNode) -> str:
    return compact(term.value).partition(":")[2]


def _type(property_: NamedNode) -> str:
    """What the values of a property are, as the ontology says."""
    ontology = vocabulary()
    ranges = [term for term in ontology.values(property_, RANGE) if isinstance(term, NamedNode)]
    if OBJECT in ontology.values(property_, RDF_TYPE):
        return "@vocab" if any(_values_of(kind) for kind in ranges) else "@id"
    told = {term.value for term in ranges}
    if node("rdfs:Literal").value in told:
        return IN_LANGUAGES
    return "".join(told - {node("xsd:string").value})


def _values_of(kind: NamedNode) -> bool:
    """Whether the ontology has named values of a class: gov:current of gov:Status."""
    ontology = vocabulary()
    return any(kind in ontology.values(one, RDF_TYPE) for one in ontology.by_subject)


def compact(name: str) -> str:
    """An IRI with its prefix, as it is where there is none.

    >>> compact("http://purl.org/dc/terms/title"), compact("https://w3id.org/govkg/code/role/chair")
    ('dct:title', 'code:role/chair')
    """
    prefix = next((prefix for prefix, stem in STEMS.items() if name.startswith(stem)), "")
    local = name.removeprefix(STEMS[prefix]) if prefix else ""
    return f"{prefix}:{local}" if local and not local.startswith("//") else name
