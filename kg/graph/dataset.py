"""What a graph says of itself as a data set (VoID, DCAT): what is in it and how much, from where, until when.

Nothing in it is told by a clock: it is as new as its newest article.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Final
from urllib.parse import urlsplit

from pyoxigraph import NamedNode, Triple

from kg.graph.iris import Iris
from kg.graph.terms import GOV, PREFIXES
from kg.graph.things import Pairs, triples_of
from kg.graph.values import date, plain, tagged, typed, web
from kg.graph.vocabulary import ONTOLOGY, RDF_TYPE, is_code, version_iri
from kg.model import Article

DISTRIBUTION: Final = "govkg"
TITLES: Final = {
    "en": "Officials, bodies and directives of Viet Nam, as news articles state them",
    "id": "Pejabat, lembaga, dan arahan Vietnam, sebagaimana dinyatakan artikel berita",
    "pl": "Urzędnicy, organy i dokumenty Wietnamu według artykułów prasowych",
    "ru": "Должностные лица, органы и документы Вьетнама по сообщениям прессы",
    "vi": "Cán bộ, cơ quan và văn bản của Việt Nam, theo các bài báo",
}
DESCRIPTION: Final = (
    "Who holds which post, which body issued which document, who met whom, which figures were told and who was "
    "appointed, each fact with the words of the articles that state it. Read by rules, without claim to be complete."
)
RIGHTS: Final = (
    "The quotes are taken from the articles named as sources and stay under the rights of their publishers. "
    "The ontology and the labels of its codes are under the MIT licence."
)
LANGUAGE: Final = "http://id.loc.gov/vocabulary/iso639-1/"
"""Where languages have addresses (Library of Congress), as DCAT asks for."""
NO_VOCABULARY: Final = ("rdf", "xsd")


def described(told: Collection[Triple], articles: Sequence[Article], iris: Iris, licence: str | None) -> set[Triple]:
    """The statements on the graph that says `told`, their own number among them; `licence` is a web address."""
    found = {
        *triples_of(iris.dataset, ("void:Dataset", "dcat:Dataset"), _pairs(articles, iris.base, licence)),
        *_partitions(told, iris),
    }
    found |= {*triples_of(iris.dataset, (), (("void:vocabulary", one) for one in _vocabularies([*told, *found])))}
    number = typed(str(len(found.union(told)) + 1), "xsd:integer")
    return {*found, *triples_of(iris.dataset, (), [("void:triples", number)])}


def _pairs(articles: Sequence[Article], base: str, licence: str | None) -> Pairs:
    for language, title in TITLES.items():
        yield "dct:title", tagged(title, language)
    yield "dct:description", tagged(DESCRIPTION, "en")
    yield "dct:rights", tagged(RIGHTS, "en")
    yield "dct:license", web(licence)
    yield "dct:conformsTo", NamedNode(version_iri())
    yield "schema:softwareVersion", plain(version(DISTRIBUTION))
    yield "void:uriSpace", plain(base)
    yield "dct:modified", date(max((article.published for article in articles if article.published), default=None))
    for language in {article.language for article in articles}:
        yield "dct:language", NamedNode(LANGUAGE + language)
    for site in {_site(article.url) for article in articles if article.url}:
        yield "dct:source", web(site)


def _site(url: str) -> str:
    """The address of the site that an article stands on.

    >>> _site("https://sotc.langson.gov.vn/tin-tuc/1.html")
    'https://sotc.langson.gov.vn/'
    """
    parts = urlsplit(url.strip())
    return f"{parts.scheme}://{parts.netloc}/"


def _vocabularies(told: Iterable[Triple]) -> list[NamedNode]:
    """The vocabularies of the properties and classes used, by their namespaces, our own by its address."""
    used = {triple.predicate.value for triple in told}
    used |= {
        triple.object.value for triple in told if triple.predicate == RDF_TYPE and isinstance(triple.object, NamedNode)
    }
    stems = [stem for prefix, stem in PREFIXES.items() if prefix not in NO_VOCABULARY]
    found = [stem for stem in stems if any(term.startswith(stem) for term in used)]
    return [ONTOLOGY if stem == GOV else NamedNode(stem) for stem in found]


def _partitions(told: Iterable[Triple], iris: Iris) -> Iterator[Triple]:
    """How many instances each class of the ontology has, codes left out."""
    kinds = (
        triple.object.value
        for triple in told
        if triple.predicate == RDF_TYPE
        and isinstance(triple.object, NamedNode)
        and isinstance(triple.subject, NamedNode)
        and not is_code(triple.subject)
    )
    for kind, number in Counter(kind for kind in kinds if kind.startswith(GOV)).items():
        part = NamedNode(f"{iris.dataset.value}/{kind.removeprefix(GOV)}")
        pairs = (("void:class", NamedNode(kind)), ("void:entities", typed(str(number), "xsd:integer")))
        yield from triples_of(iris.dataset, (), [("void:classPartition", part)])
        yield from triples_of(part, (), pairs)
