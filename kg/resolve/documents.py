"""Which documents are one: the same number of the same issuer's place and year or term, since numbers restart.

A mention without a year joins a dated one only when exactly one fits; a bare number ("57") joins a whole one
("57-NQ/TW") only when exactly one of its type fits, at its place, or among the central ones; versions of one story mean
one document by the same digits, whatever their translators call it. A document without a number is identified by its
type, the body that issues one of them only, and the term or ordinal, if told; one that tells neither joins the only one
there is. What stays unidentified is its article's own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kg.mentions.document_codes import codes
from kg.model import Body, Document, Issuance, Place, Reading, Spelling
from kg.resolve.clusters import clusters
from kg.resolve.identity import number_key
from kg.resolve.rewrite import all_things

Scope = tuple[str, ...]
"""The place of a document's issuer as a key; CENTRAL, or nothing where it is not told."""
CENTRAL: Scope = ("central",)
UNKNOWN: Scope = ()
Key = tuple[str, ...]
"""A document as one article names it: the article's id and all that it tells."""


@dataclass(frozen=True, slots=True)
class Local:
    """A document as one article names it."""

    article: str
    document: Document
    scope: Scope

    @property
    def key(self) -> Key:
        """The same for equal documents of one article only."""
        return self.article, repr(self.document)

    @property
    def number(self) -> str:
        """The number as a key."""
        return number_key(self.document.number or "")

    @property
    def digits(self) -> str:
        """The number's running part: 41 of "41/2025/NQ-HDND"."""
        return self.number.partition("-")[0]

    @property
    def issuer(self) -> Body | None:
        """The body that identifies a document without a number."""
        return self.document.issuer if not self.number else None

    @property
    def whole(self) -> bool:
        """Whether its number has a code and its issuer is known, so that no other document is meant."""
        return not self.number.isdigit() and bool(self.number) and self.scope != UNKNOWN and not self.document.local


@dataclass(frozen=True, slots=True)
class Documents:
    """Which document each article's documents are, and the titles that they bear."""

    by_local: Mapping[tuple[str, Document], Document]
    titles: Mapping[Document, tuple[Spelling, ...]]

    def document(self, article: str, document: Document) -> Document:
        """The document that one of an article's is."""
        return self.by_local[article, document]


def documents_of(readings: Sequence[Reading], stories: Iterable[Sequence[str]]) -> Documents:
    """The documents of all readings; the order of the readings does not matter."""
    language = {reading.article.id: reading.article.language for reading in readings}
    story_of = {article: story[0] for story in stories for article in story}
    groups = _groups([local for reading in readings for local in _locals(reading)], story_of)
    by_local: dict[tuple[str, Document], Document] = {}
    titles: dict[Document, tuple[Spelling, ...]] = {}
    for group in groups:
        document = _document(group)
        by_local |= {(local.article, local.document): document for local in group}
        found = {Spelling(one.document.title, language[one.article]) for one in group if one.document.title}
        titles[document] = tuple(sorted(found))
    return Documents(by_local, titles)


def _locals(reading: Reading) -> Iterator[Local]:
    named = {thing for fact in reading.facts for thing in all_things(fact) if isinstance(thing, Document)}
    central = {
        fact.document
        for fact in reading.facts
        if isinstance(fact, Issuance) and fact.body is not None and fact.body.level == "central"
    }
    for document in named:
        yield Local(reading.article.id, document, _scope(document.place, document in central))


def _scope(place: Place | None, central: bool) -> Scope:  # noqa: FBT001  what the article tells of the issuer
    if central or (place is not None and place.level == "central"):
        return CENTRAL
    return UNKNOWN if place is None else (place.level, place.province or "", place.name, place.code or "")


# ---------------------------------------------------------------- which hang together


def _groups(members: Sequence[Local], story_of: Mapping[str, str]) -> list[list[Local]]:
    known = {local.key: local for local in members}
    whole: defaultdict[tuple[str, Scope], list[Local]] = defaultdict(list)
    for local in members:
        if local.whole:
            whole[local.number, local.scope].append(local)
    sure = [group for namesakes in whole.values() for group in _by_time(namesakes)]
    joined = [*sure, *_by_issuer(members), *_by_digits(members, sure, story_of)]
    return [[known[key] for key in group] for group in clusters(known, joined)]


def _by_time(namesakes: Sequence[Local]) -> list[list[Key]]:
    """Documents of one number and issuer, a group for each year or term; the undated go with the only one there is."""
    by_when: defaultdict[str, list[Key]] = defaultdict(list)
    for local in namesakes:
        by_when[local.document.when or ""].append(local.key)
    dated = [when for when in by_when if when]
    if len(dated) == 1:
        return [[key for when in sorted(by_when) for key in by_when[when]]]
    return list(by_when.values())


def _by_issuer(members: Sequence[Local]) -> Iterator[list[Key]]:
    """Documents without a number by type and issuer; those that tell less with the only fuller one that fits."""
    alike: defaultdict[tuple[str, Body], list[Local]] = defaultdict(list)
    for local in members:
        if local.issuer is not None:
            alike[local.document.type, local.issuer].append(local)
    for group in alike.values():
        yield from _by_congress(group)


def _by_congress(group: Sequence[Local]) -> Iterator[list[Key]]:
    """Documents of one issuer, a group for each term, else for each ordinal that is of no term's congress."""
    counted: defaultdict[str, set[int]] = defaultdict(set)
    for local in group:
        if local.document.when and local.document.ordinal:
            counted[local.document.when].add(local.document.ordinal)
    by_time: defaultdict[str, list[Key]] = defaultdict(list)
    for local in group:
        by_time[_time(local.document, counted)].append(local.key)
    untold = by_time.pop("", [])
    if len(by_time) == 1:
        (only,) = by_time.values()
        only += untold
    elif untold:
        yield untold
    yield from by_time.values()


def _time(document: Document, counted: Mapping[str, AbstractSet[int]]) -> str:
    """The term, if told or if its congress alone is counted so; else the ordinal; empty where neither is told."""
    terms = [term for term, ordinals in counted.items() if document.ordinal in ordinals]
    ordinal = str(document.ordinal) if document.ordinal else ""
    return document.when or (terms[0] if len(terms) == 1 else ordinal)


def _by_digits(
    members: Sequence[Local], groups: Sequence[Sequence[Key]], story_of: Mapping[str, str]
) -> Iterator[list[Key]]:
    """What is no whole number, with those of its story's versions, and the only group of whole ones it can mean."""
    group_of = {key: at for at, group in enumerate(groups) for key in group}
    means = _meanings(members, group_of)
    for versions in _versions(members, story_of):
        bare = [local for local in versions if not local.whole]
        own = {group_of[local.key] for local in versions if local.whole}
        fits = own or {at for local in bare for at in _meant(local, means)}
        yield [local.key for local in bare] + (list(groups[fits.pop()][:1]) if len(fits) == 1 else [])


def _versions(members: Sequence[Local], story_of: Mapping[str, str]) -> Iterator[Sequence[Local]]:
    """What versions of a story name by the same digits, else what an article does; with some that is no whole number.

    Where one article names two such documents, or their codes differ, nothing tells which is which.
    """
    told: defaultdict[tuple[str, ...], list[Local]] = defaultdict(list)
    for local in members:
        if local.digits:
            kind = "" if local.document.type in codes().confused else local.document.type
            told[story_of.get(local.article, local.article), local.digits, kind].append(local)
    for alike in told.values():
        coded = {local.number for local in alike if not local.number.isdigit()}
        if len({local.article for local in alike}) == len(alike) and len(coded) <= 1:
            yield alike
        else:
            yield from ([local] for local in alike if not local.whole)


Meanings = Mapping[tuple[str, str, Scope], Mapping[int, AbstractSet[str]]]
"""Digits, type and scope -> the groups of whole numbers that they can mean, each with its years."""


def _meanings(members: Iterable[Local], group_of: Mapping[Key, int]) -> Meanings:
    found: defaultdict[tuple[str, str, Scope], dict[int, set[str]]] = defaultdict(dict)
    for local in members:
        if local.whole:
            years = found[local.digits, local.document.type, local.scope].setdefault(group_of[local.key], set())
            years |= {local.document.when} if local.document.when else set()
    return found


def _meant(bare: Local, means: Meanings) -> Iterator[int]:
    """The groups of whole numbers that digits can mean, at their place, or among the central ones."""
    if bare.number.isdigit():
        for at, years in means.get((bare.digits, bare.document.type, bare.scope or CENTRAL), {}).items():
            if not years or bare.document.when in {None, *years}:
                yield at


# ---------------------------------------------------------------- one document for each group


def _document(group: Sequence[Local]) -> Document:
    documents = [local.document for local in group]
    whole = [local.document for local in group if local.whole]
    if group[0].issuer is not None:
        return _of_issuer(documents)
    if not whole:
        local = group[0]
        own = local.document.local or (None if _identified(local) else local.article)
        kind = _commonest(one.type for one in documents)
        return replace(local.document, type=kind, local=own, printed=_printed(documents))
    return Document(
        type=_commonest(one.type for one in whole),
        number=_commonest(one.number for one in whole if one.number),
        printed=_printed(documents),
        place=min((one.place for one in whole if one.place), key=repr, default=None),
        when=min((one.when for one in documents if one.when), default=None),
    )


def _of_issuer(documents: Sequence[Document]) -> Document:
    first = min(documents, key=lambda one: (one.title or "", repr(one)))
    when = min((one.when for one in documents if one.when), default=None)
    ordinal = min((one.ordinal for one in documents if one.ordinal), default=None)
    return replace(first, when=when, ordinal=ordinal, title=None)


def _identified(local: Local) -> bool:
    """Whether issuer and title identify a document without a number."""
    return not local.number and local.scope != UNKNOWN and bool(local.document.title)


def _printed(documents: Iterable[Document]) -> tuple[str, ...]:
    return tuple(sorted({form for document in documents for form in document.printed}))


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
