"""The namespaces of the graph: the words that saved queries, views and other stores rely on."""

from typing import Final

GOV: Final = "https://w3id.org/govkg/ontology#"
CODE: Final = "https://w3id.org/govkg/code/"
DATA: Final = "https://w3id.org/govkg/id/"
LABEL_LANGUAGES: Final = ("vi", "en", "id", "ru", "pl")
"""The languages in which bodies, documents, meetings and codes have labels."""

PREFIXES: Final = {
    "gov": GOV,
    "role": CODE + "role/",
    "kind": CODE + "body/",
    "doctype": CODE + "document/",
    "level": CODE + "level/",
    "field": CODE + "field/",
    "act": CODE + "act/",
    "part": CODE + "part/",
    "meeting": CODE + "meeting/",
    "indicator": CODE + "indicator/",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
}
SHORT: Final = {"id": DATA, **PREFIXES}
"""The prefixes under which people read and write IRIs; no file uses that of the data."""


def iri(curie: str) -> str:
    """The whole IRI of a prefixed name.

    >>> iri("gov:Person")
    'https://w3id.org/govkg/ontology#Person'
    """
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


def short(whole: str) -> str:
    """An IRI as its prefixed name, where the graph's prefixes have one.

    >>> short(DATA + "person/doan-thu-ha_lang-son"), short("https://example.org/1")
    ('id:person/doan-thu-ha_lang-son', 'https://example.org/1')
    """
    fits = [(len(stem), name) for name, stem in SHORT.items() if whole.startswith(stem) and whole != stem]
    if not fits:
        return whole
    length, name = max(fits)
    return f"{name}:{whole[length:]}"
