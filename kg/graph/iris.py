"""IRIs: readable ASCII slugs made of what identifies a thing, so that one thing has one IRI in every build.

    base + folder + "/" + ident

An ident joins its parts by "_" (a thing) or "~" (a fact, whose parts are the idents of things). Parts hold neither, but
for an article's id, which stands first or last; a part that may be left out leaves its joint or bears a mark ("no-3",
"in-ARTICLE"), so that no two lists of parts give one ident. Where a slug would lose what tells two things apart
(another script, a form that no rule foresaw), or would be too long, digits of a SHA-256 sum stand for what is lost.
"""

import re
from dataclasses import dataclass
from functools import lru_cache, singledispatch
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.graph.slugs import bounded, code, digest, escaped, joined, words
from kg.model import (
    Article,
    Body,
    Decision,
    Document,
    DocumentRelation,
    Instruction,
    Issuance,
    Measure,
    Meeting,
    Participation,
    Passage,
    Person,
    PersonnelAct,
    Place,
    Review,
    Target,
    Tenure,
)
from kg.names.gazetteer import gazetteer
from kg.names.spelling import slug
from kg.resolve.identity import number_key

Thing = Person | Body | Place | Document | Meeting | Target | Article | Passage | Decision
StatedFact = Tenure | Issuance | DocumentRelation | Participation | Review | Measure | Instruction | PersonnelAct

FOLDERS: Final[dict[type, str]] = {
    Person: "person",
    Body: "body",
    Place: "place",
    Document: "document",
    Meeting: "meeting",
    Target: "target",
    Article: "article",
    Passage: "passage",
    Tenure: "tenure",
    Issuance: "issuance",
    DocumentRelation: "document-relation",
    Participation: "participation",
    Review: "review",
    Measure: "measure",
    Instruction: "instruction",
    PersonnelAct: "personnel-act",
    Decision: "decision",
}
_MARKS: Final = ("no-", "of-", "in-")
_FOLDER: Final = re.compile(rf"https?://\S*?/((?:{'|'.join(sorted(FOLDERS.values(), key=len, reverse=True))})/\S+)")


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs under one base."""

    base: str

    def of(self, node: Thing | StatedFact) -> NamedNode:
        """The node of a thing or of a fact."""
        return _node(self.base, node)

    @property
    def dataset(self) -> NamedNode:
        """The node of the graph itself."""
        return NamedNode(f"{self.base}dataset")


@lru_cache(maxsize=1 << 17)
def _node(base: str, node: Thing | StatedFact) -> NamedNode:
    return NamedNode(base + reference(node))


def reference(node: Thing | StatedFact) -> str:
    """A node by its IRI without the base: "person/doan-thu-ha_lang-son"."""
    return f"{FOLDERS[type(node)]}/{ident(node)}"


def shortened(reference: str) -> str:
    """A reference without the base if it is a whole IRI; anything else as it is.

    >>> shortened("https://w3id.org/govkg/id/person/doan-thu-ha_lang-son"), shortened("Đoàn Thu Hà")
    ('person/doan-thu-ha_lang-son', 'Đoàn Thu Hà')
    """
    whole = _FOLDER.fullmatch(reference.strip().strip("<>"))
    return whole[1] if whole else reference.strip()


# ---------------------------------------------------------------- things


@singledispatch
def ident(node: object) -> str:
    """What follows the folder in a node's IRI."""
    raise TypeError(node)


@ident.register
def _person(person: Person) -> str:
    return joined("_", name_part(person.name), quote(person.anchor, safe="").replace("~", "%7E"))


@lru_cache(maxsize=65536)
def name_part(name: str) -> str:
    """A person's name: letter case and apostrophes tell nobody apart.

    >>> name_part("Siu H'Loan")
    'siu-hloan'
    """
    return slug(name) if name.isascii() and slug(name) else words(name)


@ident.register
def _place(place: Place) -> str:
    if place.level == "central":
        return f"country-{slug(place.name)}"
    named = f"{place.name} {place.local}" if place.local else place.name
    official = f"-{code(place.code)}" if place.code else f".{digest(named, 10)}"
    until = f"-until-{place.dissolved}" if place.dissolved else ""
    return _area(place) + official + until


def _area(place: Place) -> str:
    return "-".join(filter(None, (place.level, place.province, slug(place.name))))


@lru_cache(maxsize=16384)
def place_part(place: Place | None) -> str:
    """A place as a part of other IRIs: level, province and name where they tell it, else all that its own IRI has."""
    if place is None or place.level == "central":
        return "central"
    namesakes = gazetteer().find(slug(place.name).replace("-", " "), level=place.level, province=place.province)
    return _area(place) if namesakes == (place,) else ident(place)


@ident.register
def _body(body: Body) -> str:
    where = place_part(body.place)
    if body.place is None and body.level != "central":
        where = code(body.level) or "unplaced"
    field = code(body.field)
    parts = (
        where,
        code(body.kind),
        field + "." if field.startswith(_MARKS) else field,
        f"no-{words(body.name)}" if body.name else "",
        f"of-{code(body.parent.kind)}.{digest(ident(body.parent), 10)}" if body.parent else "",
        f"in-{escaped(body.local)}" if body.local else "",
    )
    return bounded("_".join(filter(None, parts)))


@ident.register
def _document(document: Document) -> str:
    where = "unplaced" if document.local and not document.place else place_part(document.place)
    number = _number_part(document.number or "")
    if not number.strip("0123456789"):
        number = "-".join(filter(None, (code(document.type), number)))
    ident_ = joined("_", where, number, code(document.when), "" if document.number else _untold_number(document))
    return f"{ident_}_in-{escaped(document.local)}" if document.local else ident_


def _untold_number(document: Document) -> str:
    """What tells a document without a number: the body and the ordinal of its congress, else its title."""
    if document.issuer is not None:
        counted = f"-{document.ordinal}" if document.ordinal and not document.when else ""
        return f"of-{code(document.issuer.kind)}{counted}"
    return f"on-{words(document.title)}" if document.title else ""


def _number_part(number: str) -> str:
    return number_key(number) if number.isascii() else words(number)


@ident.register
def _meeting(meeting: Meeting) -> str:
    return f"{escaped(meeting.article)}_{code(meeting.type)}-{meeting.ordinal}"


@ident.register
def _target(target: Target) -> str:
    """An indicator of a body or place is one target in all articles; other targets are told by the article's words."""
    known = (ident(target.of) if target.of else "", code(target.indicator), _period(target.period))
    if target.indicator and target.of and not target.article:
        return joined("~", *known)
    return joined("~", f"in-{escaped(target.article)}", words(target.label), *known)


@ident.register
def _article(article: Article) -> str:
    return escaped(article.id)


@ident.register
def _passage(passage: Passage) -> str:
    return f"{escaped(passage.article)}_{passage.start}-{passage.end}"


@ident.register
def _decision(decision: Decision) -> str:
    both = f"{decision.left}\t{decision.right}\t{decision.reason}"
    return f"{decision.verdict.value}-{digest(both, 16)}"


# ---------------------------------------------------------------- facts


def _period(period: str | None) -> str:
    """An EDTF period, its slash as "+"."""
    return escaped(period or "").replace("%2F", "+")


def _either(node: Person | Body | Place | Document | Target | None) -> str:
    """A part that may be of several classes, or may be missing."""
    return f"{FOLDERS[type(node)]}.{ident(node)}" if node else ""


def _own(node: Person | Body | Document | Meeting | None) -> str:
    return ident(node) if node else ""


@ident.register
def _tenure(fact: Tenure) -> str:
    status = "current" if fact.current else "former"
    title = words(fact.title) if fact.role == "other" else ""
    dates = (code(fact.term), code(fact.start), code(fact.end))
    return joined("~", ident(fact.person), code(fact.role), ident(fact.body), status, *dates, title)


@ident.register
def _issuance(fact: Issuance) -> str:
    return joined("~", ident(fact.document), _own(fact.body), code(fact.date), _own(fact.signer))


@ident.register
def _relation(fact: DocumentRelation) -> str:
    return joined("~", ident(fact.document), slug(fact.relation), ident(fact.other))


@ident.register
def _participation(fact: Participation) -> str:
    return joined("~", ident(fact.meeting), _either(fact.participant))


@ident.register
def _review(fact: Review) -> str:
    return joined("~", ident(fact.meeting), _either(fact.reviewed), code(fact.outcome))


@ident.register
def _measure(fact: Measure) -> str:
    figure = f"{escaped(fact.value)}~{words(fact.unit)}"
    manner = (slug(fact.kind or ""), code(fact.direction), _period(fact.period), words(fact.compared_with))
    return joined("~", ident(fact.target), figure, *manner)


@ident.register
def _instruction(fact: Instruction) -> str:
    told = "~".join(sorted(map(ident, fact.addressees)))
    concerned = "~".join(sorted(map(_either, fact.concerns)))
    frame = "~".join((code(fact.force), words(fact.addressee), told, _own(fact.meeting), concerned))
    return joined("~", _either(fact.giver), words(fact.description), digest(frame, 10))


@ident.register
def _personnel_act(fact: PersonnelAct) -> str:
    post = (code(fact.post_role), _own(fact.post_body), code(fact.from_role), _own(fact.from_body))
    manner = (code(fact.date), _own(fact.decided_by), _own(fact.by_document), "planned" if fact.planned else "")
    return joined("~", ident(fact.person), code(fact.act), *post, *manner, _own(fact.replaces))
