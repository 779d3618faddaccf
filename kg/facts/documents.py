"""Documents that an article names, who issued them when, and how they are related.

"Уведомлении № 176-TB/VPTU от 27 октября 2025 года Канцелярии провинциального комитета партии" is a notice, issued by
the office of the provincial party committee on that day. A document named several times is one, and the short
"Постановление № 41" joins 41/2025/NQ-HDND where no other document of the article fits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.facts.document_relations import relations
from kg.facts.document_words import Scene, Told, date_for_all, kind_as_issuer, same_series, scene_of, told
from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.documents import DocumentMention, find_documents
from kg.mentions.page import Page
from kg.model import Body, Citation, Document, DocumentRelation, Fact, Issuance, Passage

_YEAR = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One naming of a document: where, and what the words around it tell."""

    scene: Scene
    mention: DocumentMention
    date: str | None
    bodies: tuple[Body, ...]
    """The issuers: told in words, or else by the number's code."""
    by_words: bool
    passages: tuple[Passage, ...]

    @property
    def when(self) -> str | None:
        """The year in the number, else that of the date."""
        return self.mention.year or (self.date[:_YEAR] if self.date else None)


@dataclass(slots=True)
class _Cluster:
    """Namings of one document."""

    named: list[Named] = field(default_factory=list)

    @property
    def head(self) -> DocumentMention:
        """The fullest of its numbers."""
        return max((one.mention for one in self.named), key=lambda mention: len(mention.number))

    @property
    def when(self) -> str | None:
        return next((one.when for one in self.named if one.when), None)

    @property
    def places(self) -> set[object]:
        return {body.place for one in self.named for body in one.bodies if body.place is not None}


@dataclass(frozen=True, slots=True)
class Cited:
    """A document of an article, and every naming of it."""

    document: Document
    named: tuple[Named, ...]


def find(page: Page) -> Iterator[Fact]:
    """A citation for each document that the article names, with its issuance and its relations to others."""
    documents = cited(page)
    for one in documents:
        yield Citation(document=one.document, passages=_passages(one.named), rule="document-number")
        yield from _issuances(one)
    yield from _relations(documents)


def cited(page: Page) -> tuple[Cited, ...]:
    """The documents that an article names, in the order in which they first appear."""
    clusters: list[_Cluster] = []
    named = _named(page)
    for one in sorted(named, key=lambda one: one.mention.bare):
        _cluster_for(one, clusters).named.append(one)
    found = [_cited(cluster) for cluster in clusters]
    return tuple(sorted(found, key=lambda one: one.named[0].mention.start))


# ---------------------------------------------------------------- namings


def _named(page: Page) -> list[Named]:
    """Every naming of a document in the article, with what its own sentence and the next one tell."""
    found: list[Named] = []
    here: list[Named] = []
    for index, parsed in enumerate(page.sentences):
        mentions = find_documents(parsed.sentence, parsed.items, page.setting)
        if not mentions and not here:
            continue
        scene = scene_of(index, parsed, mentions, page)
        before, here = here, []
        for mention, words in zip(mentions, told(scene), strict=True):
            here.append(_read(scene, mention, words, found + here, page))
        found += here
        for_all = date_for_all(scene)
        if for_all is not None:
            count = len(here or before)
            found[-count:] = [_dated(one, for_all, parsed.passage(page.article.id)) for one in found[-count:]]
    return found


def _dated(one: Named, date: str, passage: Passage) -> Named:
    return one if one.date else replace(one, date=date, passages=(*one.passages, passage))


def _read(scene: Scene, mention: DocumentMention, words: Told, before: Sequence[Named], page: Page) -> Named:
    """One naming; "of the same day" takes the date of the document before, and its issuer if the series is the same."""
    previous = next((one for one in reversed(before) if one.date), None) if words.same_day else None
    bodies = tuple(_ground(body, page) for body in words.bodies if mention.issuer is not None or words.bodies)
    by_words = bool(bodies)
    if previous is not None and not bodies and same_series(previous.mention, mention):
        bodies, by_words = previous.bodies, previous.by_words
    if not bodies and mention.issuer is not None:
        bodies = (_from_code(mention, page),)
    date = words.date or (previous.date if previous else None)
    return Named(scene, mention, date, bodies, by_words, (scene.parsed.passage(page.article.id),))


def _ground(body: BodyMention, page: Page) -> Body:
    return ground_body(replace(body, kind=kind_as_issuer(body)), page)


def _from_code(mention: DocumentMention, page: Page) -> Body:
    """The issuer as the number's code alone tells it."""
    issuer = mention.issuer
    if issuer is None:
        raise ValueError(mention.number)
    words = BodyMention(
        mention.first, mention.last, mention.start, mention.end,
        issuer.kind, issuer.level, None, issuer.field, None, frozenset(),
    )  # fmt: skip
    return ground_body(words, page)


# ---------------------------------------------------------------- one document, many namings


def _cluster_for(one: Named, clusters: list[_Cluster]) -> _Cluster:
    """The document that a naming means: the only one that fits, else a new one."""
    fitting = [cluster for cluster in clusters if _same(one, cluster)]
    if len(fitting) == 1:
        return fitting[0]
    clusters.append(_Cluster())
    return clusters[-1]


def _same(one: Named, cluster: _Cluster) -> bool:
    head = cluster.head
    if None not in (one.when, cluster.when) and one.when != cluster.when:
        return False
    if one.mention.bare:
        return _short_for(one, head)
    places = {body.place for body in one.bodies if body.place is not None}
    apart = bool(places and cluster.places and not places & cluster.places)
    return one.mention.number == head.number and not apart


def _short_for(one: Named, head: DocumentMention) -> bool:
    """Whether digits without a code can mean a document: the same digits and type, no other issuer."""
    digits = "".join(mark if mark.isdecimal() else " " for mark in head.number).split()[0]
    same_type = head.type in one.mention.words or bool(set(head.words) & set(one.mention.words))
    issuer = next((body for body in one.bodies if head.issuer is not None), None)
    may_issue = issuer is None or head.issuer is None or head.issuer.may_be(issuer.kind, issuer.level)
    return int(digits) == int(one.mention.number) and same_type and may_issue


def _cited(cluster: _Cluster) -> Cited:
    named = tuple(sorted(cluster.named, key=lambda one: one.mention.start))
    head = cluster.head
    places = [body.place for one in named for body in one.bodies if body.place is not None]
    document = Document(
        type=head.type,
        number=head.number,
        printed=tuple(dict.fromkeys(one.mention.printed for one in named)),
        place=places[0] if places else None,
        when=cluster.when,
    )
    return Cited(document, named)


# ---------------------------------------------------------------- facts


def _passages(named: Sequence[Named]) -> tuple[Passage, ...]:
    return tuple(sorted({passage for one in named for passage in one.passages}))


def _issuances(one: Cited) -> Iterator[Issuance]:
    """The issue of a document: who issued it, and when. Where namings disagree, each reading with its own passages."""
    by_words = any(naming.by_words for naming in one.named)
    bodies = dict.fromkeys(body for naming in one.named if naming.by_words == by_words for body in naming.bodies)
    dates = dict.fromkeys(naming.date for naming in one.named if naming.date)
    if not bodies and not dates:
        return
    for body in bodies or (None,):
        for date in dates or (None,):
            witnesses = [naming for naming in one.named if _tells(naming, body, date)]
            yield Issuance(
                document=one.document,
                body=body,
                date=date,
                passages=_passages(witnesses),
                rule="issuer-words" if by_words else "issuer-code" if body else "document-date",
            )


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
