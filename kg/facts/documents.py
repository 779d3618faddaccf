"""Documents that an article names, who issued them when, and how they are related.

"Уведомлении № 176-TB/VPTU от 27 октября 2025 года Канцелярии провинциального комитета партии" is a notice, issued by
the office of the provincial party committee on that day. A document named several times is one, and the short
"Постановление № 41" joins 41/2025/NQ-HDND where no other document of the article fits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from types import MappingProxyType

from kg.facts.document_namings import Named, namings
from kg.facts.document_relations import relations
from kg.mentions.document_codes import codes
from kg.mentions.documents import DocumentMention
from kg.mentions.page import Page
from kg.model import Body, Citation, Document, DocumentRelation, Fact, Issuance, Passage, Person, Place

_NOBODY: Mapping[int, Person] = MappingProxyType({})
_LONG_NUMBER = 100  # two documents of an article hardly share so high a number by chance


@dataclass(slots=True)
class _Cluster:
    """Namings of one document."""

    head: DocumentMention
    """The fullest of its numbers."""
    named: list[Named] = field(default_factory=list)
    when: str | None = None
    places: dict[Place, None] = field(default_factory=dict)

    def add(self, one: Named) -> None:
        """Take in one more naming."""
        self.named.append(one)
        self.when = self.when or one.when
        self.places.update(dict.fromkeys(one.places))
        if len(one.mention.number) > len(self.head.number):
            self.head = one.mention


@dataclass(frozen=True, slots=True)
class Cited:
    """A document of an article, and every naming of it."""

    document: Document
    named: tuple[Named, ...]


def find(page: Page, signed: Mapping[int, Person] = _NOBODY) -> Iterator[Fact]:
    """A citation for each document that the article names, with its issuance and its relations to others.

    `signed` gives who signed the document that is named at a code point.
    """
    documents = cited(page)
    for one in documents:
        yield Citation(document=one.document, passages=_passages(one.named), rule="document-number")
        yield from _issuances(one, signed)
    yield from _relations(documents)


def cited(page: Page) -> tuple[Cited, ...]:
    """The documents that an article names, in the order in which they first appear."""
    clusters: dict[int, list[_Cluster]] = {}
    for one in sorted(namings(page), key=lambda one: one.mention.bare):
        _join(one, clusters.setdefault(_digits(one.mention), []))
    found = [_cited(cluster) for alike in clusters.values() for cluster in alike]
    return tuple(sorted(found, key=lambda one: one.named[0].mention.start))


# ---------------------------------------------------------------- one document, many namings


def _digits(mention: DocumentMention) -> int:
    """The number's running part: 41 of "41/2025/NQ-HDND"."""
    return int("".join(takewhile(str.isdecimal, mention.number)))


def _join(one: Named, clusters: list[_Cluster]) -> None:
    """Add a naming to the only document of the same digits that fits, else begin a new one."""
    fitting = [cluster for cluster in clusters if _same(one, cluster)]
    if len(fitting) != 1:
        clusters.append(_Cluster(one.mention))
        fitting = clusters[-1:]
    fitting[0].add(one)


def _same(one: Named, cluster: _Cluster) -> bool:
    if None not in (one.when, cluster.when) and one.when != cluster.when:
        return False
    if one.mention.bare:
        return _short_for(one, cluster.head)
    apart = bool(one.places and cluster.places) and not any(place in cluster.places for place in one.places)
    return one.mention.number == cluster.head.number and not apart


def _short_for(one: Named, head: DocumentMention) -> bool:
    """Whether digits without a code can mean a document: the type agrees, and words name no other issuer."""
    words = set(one.mention.words)
    by_number = _digits(one.mention) >= _LONG_NUMBER and {head.type, *words} <= codes().confused
    same_type = head.type in words or bool(words & set(head.words)) or by_number
    return same_type and all(head.issuer is None or head.issuer.may_be(body.kind, body.level) for body in one.bodies)


def _cited(cluster: _Cluster) -> Cited:
    named = tuple(sorted(cluster.named, key=lambda one: one.mention.start))
    document = Document(
        type=cluster.head.type,
        number=cluster.head.number,
        printed=tuple(dict.fromkeys(one.mention.printed for one in named)),
        place=next(iter(cluster.places), None),
        when=cluster.when,
    )
    return Cited(document, named)


# ---------------------------------------------------------------- facts


def _passages(named: Sequence[Named]) -> tuple[Passage, ...]:
    return tuple(sorted({passage for one in named for passage in one.passages}))


def _issuances(one: Cited, signed: Mapping[int, Person]) -> Iterator[Issuance]:
    """The issue of a document: who issued it, and when. Where namings disagree, each reading with its own passages."""
    by_words = any(naming.by_words for naming in one.named)
    bodies = dict.fromkeys(body for naming in one.named if naming.by_words == by_words for body in naming.bodies)
    dates = dict.fromkeys(naming.date for naming in one.named if naming.date)
    signer = next((signed[naming.mention.start] for naming in one.named if naming.mention.start in signed), None)
    if not bodies and not dates and signer is None:
        return
    for body in bodies or (None,):
        for date in dates or (None,):
            witnesses = [naming for naming in one.named if _tells(naming, body, date)]
            yield Issuance(
                document=one.document,
                body=body,
                date=date,
                signer=signer,
                passages=_passages(witnesses),
                rule=_rule(one, body, by_words=by_words),
            )


def _rule(one: Cited, body: Body | None, *, by_words: bool) -> str:
    """What tells the issue: words for the issuer, else the number's code, else the type, else only a date or signer."""
    if body is None:
        return "document-date"
    if by_words:
        return "issuer-words"
    return "issuer-code" if any(naming.mention.issuer for naming in one.named) else "issuer-type"


def _tells(naming: Named, body: Body | None, date: str | None) -> bool:
    """Whether a naming tells the date of an issue, or, of one without a date, the body."""
    return naming.date == date if date is not None else body is None or body in naming.bodies


def _relations(documents: Sequence[Cited]) -> Iterator[DocumentRelation]:
    """The relations that sentences state between the documents they name."""
    which = {(one.scene.index, one.mention.first, one.mention.at): cited for cited in documents for one in cited.named}
    scenes = {one.scene.index: one for cited in documents for one in cited.named}
    for index, naming in sorted(scenes.items()):
        for subject, relation, other in relations(naming.scene):
            left = which[index, subject.first, subject.at].document
            right = which[index, other.first, other.at].document
            if left != right:
                yield DocumentRelation(
                    document=left,
                    relation=relation,
                    other=right,
                    passages=(naming.passages[0],),
                    rule=f"document-{relation}",
                )
