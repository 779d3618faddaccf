"""Documents that an article names, who issued them when, and how they are related.

"Уведомлении № 176-TB/VPTU от 27 октября 2025 года Канцелярии провинциального комитета партии" is a notice, issued by
the office of the provincial party committee on that day. A document named several times is one, and the short
"Постановление № 41" joins 41/2025/NQ-HDND where no other document of the article fits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from kg.facts.document_relations import relations
from kg.facts.document_scene import Scene, kind_as_issuer, scene_of
from kg.facts.document_words import Told, date_for_all, same_series, told
from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.document_codes import Issuer, codes
from kg.mentions.documents import DocumentMention, find_documents
from kg.mentions.page import Page
from kg.model import Body, Citation, Document, DocumentRelation, Fact, Issuance, Passage, Place

_YEAR = 4
_TOLD_APART_BY_FIELD = ("steering-committee",)
_LONG_NUMBER = 100  # two documents of an article hardly share so high a number by chance


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

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of its issuers."""
        return tuple(body.place for body in self.bodies if body.place is not None)


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


def find(page: Page) -> Iterator[Fact]:
    """A citation for each document that the article names, with its issuance and its relations to others."""
    documents = cited(page)
    for one in documents:
        yield Citation(document=one.document, passages=_passages(one.named), rule="document-number")
        yield from _issuances(one)
    yield from _relations(documents)


def cited(page: Page) -> tuple[Cited, ...]:
    """The documents that an article names, in the order in which they first appear."""
    clusters: dict[int, list[_Cluster]] = {}
    for one in sorted(_with_issuers(_named(page)), key=lambda one: one.mention.bare):
        _join(one, clusters.setdefault(_digits(one.mention), []))
    found = [_cited(cluster) for alike in clusters.values() for cluster in alike]
    return tuple(sorted(found, key=lambda one: one.named[0].mention.start))


# ---------------------------------------------------------------- namings


def _named(page: Page) -> list[Named]:
    """Every naming of a document in the article, with what its own sentence and the next one tell."""
    found: list[Named] = []
    begin = 0
    for index, parsed in enumerate(page.sentences):
        mentions = find_documents(parsed.sentence, parsed.items, page.setting)
        if not mentions and begin == len(found):
            continue
        scene = scene_of(index, parsed, mentions, page)
        begin = len(found) if mentions else begin
        for mention, words in zip(mentions, told(scene), strict=True):
            found.append(_read(scene, mention, words, found, page))
        for_all = date_for_all(scene)
        if for_all is not None:
            found[begin:] = [_dated(one, for_all, parsed.passage(page.article.id)) for one in found[begin:]]
        begin = begin if mentions else len(found)
    return found


def _with_issuers(named: Sequence[Named]) -> list[Named]:
    """Namings of which only the code tells the issuer take it from one of the same series and day told in words."""
    told_in_words = {
        (one.mention.type, one.mention.issuer, one.date): one.bodies
        for one in reversed(named)
        if one.by_words and one.date
    }
    return [
        replace(one, bodies=told_in_words[key], by_words=True)
        if not one.by_words and (key := (one.mention.type, one.mention.issuer, one.date)) in told_in_words
        else one
        for one in named
    ]


def _dated(one: Named, date: str, passage: Passage) -> Named:
    return one if one.date else replace(one, date=date, passages=(*one.passages, passage))


def _read(scene: Scene, mention: DocumentMention, words: Told, before: Sequence[Named], page: Page) -> Named:
    """One naming; "of the same day" takes the date of the document before, and its issuer if the series is the same."""
    previous = next((one for one in reversed(before) if one.date), None) if words.same_day else None
    bodies = tuple(_ground(_with_level(body, mention.issuer), page) for body in words.bodies)
    by_words = bool(bodies)
    if previous is not None and not bodies and same_series(previous.mention, mention):
        bodies, by_words = previous.bodies, previous.by_words
    if not bodies and mention.issuer is not None:
        bodies = (_ground(_from_code(mention, mention.issuer, page), page),)
    date = words.date or (previous.date if previous else None)
    return Named(scene, mention, date, bodies, by_words, (scene.parsed.passage(page.article.id),))


def _ground(body: BodyMention, page: Page) -> Body:
    return ground_body(replace(body, kind=kind_as_issuer(body)), page)


def _with_level(body: BodyMention, code: Issuer | None) -> BodyMention:
    """A body told without a level has the one that the code tells."""
    known = code is not None and body.level is None and not code.levels
    return replace(body, level=code.level) if code is not None and known else body


def _from_code(mention: DocumentMention, code: Issuer, page: Page) -> BodyMention:
    """The issuer as the number's code alone tells it."""
    first, last, start, end = mention.first, mention.last, mention.start, mention.end
    field = code.field or _only_field(code, page)
    return BodyMention(first, last, start, end, code.kind, code.level, None, field, None, frozenset())


def _only_field(code: Issuer, page: Page) -> str | None:
    """The field of the only steering committee of that level that the article names."""
    if code.kind not in _TOLD_APART_BY_FIELD:
        return None
    fields = {body.field for body in page.bodies if body.field and code.may_be(body.kind or "other", body.level)}
    return fields.pop() if len(fields) == 1 else None


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
