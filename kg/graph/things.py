"""What the graph says of a person, body, place, document, meeting, target, article or passage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.iris import Iris, Thing
from kg.graph.labels import body_label, document_label, meeting_label, place_label
from kg.graph.readings import around
from kg.graph.terms import LABEL_LANGUAGES
from kg.graph.values import coded, date, node, plain, tagged, typed, web
from kg.graph.wikidata import body_item, place_item
from kg.model import Article, Body, Document, Meeting, Passage, Person, Place, Spelling, Target
from kg.names.gazetteer import gazetteer
from kg.names.spelling import fold
from kg.resolve.organisation import heirs_among, wholes_among

TYPES: Final[Mapping[type, tuple[str, ...]]] = {
    Person: ("gov:Person", "foaf:Person"),
    Body: ("gov:Body", "org:Organization"),
    Place: ("gov:Place", "schema:AdministrativeArea"),
    Document: ("gov:Document", "foaf:Document"),
    Meeting: ("gov:Meeting", "schema:Event"),
    Target: ("gov:Target",),
    Article: ("gov:Article", "schema:NewsArticle"),
    Passage: ("gov:Passage", "oa:SpecificResource"),
}
Value = NamedNode | Literal | None
Pairs = Iterator[tuple[str, Value]]


def triples_of(subject: NamedNode, types: Iterable[str], pairs: Iterable[tuple[str, Value]]) -> Iterator[Triple]:
    """The types and properties of a node, without those that have no value."""
    for name in types:
        yield Triple(subject, node("rdf:type"), node(name))
    for predicate, value in pairs:
        if value is not None:
            yield Triple(subject, node(predicate), value)


@dataclass(frozen=True, slots=True)
class Describer:
    """Describes things under one base."""

    iris: Iris
    articles: Mapping[str, Article]
    titles: Mapping[Document, tuple[Spelling, ...]]
    bodies: AbstractSet[Body]
    """All bodies of the graph: which of them are linked."""

    def triples(self, thing: Thing) -> Iterator[Triple]:
        """All that the graph says of a thing itself: facts are said elsewhere."""
        return triples_of(self.iris.of(thing), TYPES[type(thing)], self._pairs(thing))

    @singledispatchmethod
    def _pairs(self, thing: Thing) -> Pairs:
        raise TypeError(thing)

    @_pairs.register
    def _(self, person: Person) -> Pairs:
        label = person.label or person.name
        yield "rdfs:label", plain(label)
        if not label.isascii():
            yield "skos:altLabel", plain(fold(label))
        for reading in person.readings:
            yield "skos:hiddenLabel", plain(reading)
        for spelling in person.spellings:
            form = "skos:hiddenLabel" if spelling.declined else "skos:altLabel"
            yield form, tagged(spelling.text, spelling.language)

    @_pairs.register
    def _(self, body: Body) -> Pairs:
        for language in LABEL_LANGUAGES:
            yield "rdfs:label", tagged(body_label(body, language), language)
        yield "org:classification", coded("kind", body.kind)
        yield "gov:level", coded("level", body.level)
        yield "gov:field", coded("field", body.field)
        yield "skos:exactMatch", body_item(body)
        if body.place:
            yield "gov:jurisdiction", self.iris.of(body.place)
        for whole in wholes_among(body, self.bodies):
            yield "org:subOrganizationOf", self.iris.of(whole)
        for heir in heirs_among(body, self.bodies):
            yield "dct:isReplacedBy", self.iris.of(heir)

    @_pairs.register
    def _(self, place: Place) -> Pairs:
        yield "gov:name", plain(place.name)
        yield "rdfs:label", plain(place_label(place))
        yield "gov:level", coded("level", place.level)
        if place.code and place.code.isdigit():
            yield "gov:adminCode", plain(place.code)
        if not place.name.isascii():
            yield "skos:altLabel", plain(fold(place.name))
        for larger in larger_places(place):
            yield "gov:within", self.iris.of(larger)
        for heir in gazetteer().successors(place):
            yield "gov:succeededBy", self.iris.of(heir)
        yield "schema:dissolutionDate", date(place.dissolved)
        yield "skos:exactMatch", place_item(place)

    @_pairs.register
    def _(self, document: Document) -> Pairs:
        for language in LABEL_LANGUAGES:
            yield "rdfs:label", tagged(document_label(document, language), language)
        yield "gov:documentType", coded("doctype", document.type)
        yield "gov:number", plain(document.number)
        for form in document.printed:
            yield "skos:altLabel", plain(form)
        for title in self.titles.get(document, ()):
            yield "dct:title", tagged(title.text, title.language)

    @_pairs.register
    def _(self, meeting: Meeting) -> Pairs:
        for language in LABEL_LANGUAGES:
            yield "rdfs:label", tagged(meeting_label(meeting, language), language)
        yield "gov:meetingType", coded("meeting", meeting.type)
        yield "dct:date", date(meeting.date)
        if meeting.host:
            yield "gov:heldBy", self.iris.of(meeting.host)
        if meeting.place:
            yield "schema:location", self.iris.of(meeting.place)

    @_pairs.register
    def _(self, target: Target) -> Pairs:
        yield "rdfs:label", tagged(target.label, target.language)
        yield "gov:indicator", coded("indicator", target.indicator)
        yield "gov:period", plain(target.period)
        if target.of:
            yield "gov:of", self.iris.of(target.of)

    @_pairs.register
    def _(self, article: Article) -> Pairs:
        yield "dct:identifier", plain(article.id)
        yield "schema:inLanguage", plain(article.language)
        yield "gov:textDigest", plain(article.digest)
        yield "schema:url", web(article.url)
        yield "schema:datePublished", date(article.published)
        yield "schema:publisher", plain(article.publisher)
        yield "schema:headline", tagged(article.headline, article.language)
        yield "schema:isBasedOn", web(article.based_on)

    @_pairs.register
    def _(self, passage: Passage) -> Pairs:
        before, after = around(self.articles[passage.article].text, passage)
        source = self.iris.of(self.articles[passage.article])
        yield "gov:inArticle", source
        yield "oa:hasSource", source
        yield "oa:exact", plain(passage.exact)
        yield "oa:start", typed(str(passage.start), "xsd:nonNegativeInteger")
        yield "oa:end", typed(str(passage.end), "xsd:nonNegativeInteger")
        yield "oa:prefix", plain(before)
        yield "oa:suffix", plain(after)


def larger_places(place: Place) -> Sequence[Place]:
    """The place that a place lies in: its province, the country, none."""
    if place.level == "central":
        return ()
    if place.level == "province":
        return (gazetteer().country(),)
    province = gazetteer().province(place)
    return (province,) if province else ()
