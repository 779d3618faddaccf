"""Every domain type of the project, as frozen dataclasses. Imports nothing of kg.

Offsets are Unicode code points into the article's text as read, half-open: text[start:end].
Codes (role, kind of body, level, ...) are the local names of the SKOS concepts in `ontology/`, in kebab-case.
Dates are strings, as exact as stated and no more: "2025", "2025-10" or "2025-10-27".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

# ---------------------------------------------------------------- text


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the text exactly as read, and what the record, the file and the text's own tail tell of it."""

    id: str
    """The input file's stem or the record's id."""
    text: str
    """The text as read: UTF-8, byte-order mark dropped, line ends as \\n, nothing else changed.

    Of an article recovered from a graph: its quotes and their surroundings, blank between them."""
    language: str
    """One of the language packs: "id", "ru", "pl", "vi", "en", "fr"."""
    url: str | None = None
    published: str | None = None
    """The date of publication, as exact as known."""
    publisher: str | None = None
    """The publisher's host or name."""
    headline: str | None = None
    based_on: str | None = None
    """The URL of the source that it republishes."""
    digest: str = ""
    """SHA-256 of the text as read (UTF-8), in hexadecimal: made from the text if not given."""

    def __post_init__(self) -> None:
        """Sum up the text."""
        if not self.digest:
            object.__setattr__(self, "digest", sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest())


class LineKind(StrEnum):
    """What a line of an article is. Only boilerplate and tail yield no facts."""

    PROSE = "prose"
    HEADLINE = "headline"
    CAPTION = "caption"
    BYLINE = "byline"
    TAIL = "tail"
    """The source line: "Sumber: https://…"."""
    BOILERPLATE = "boilerplate"
    """Image marks, comment counters."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, within one line."""

    start: int
    end: int
    text: str
    kind: LineKind
    line: int
    """Number of the line in the article, from 0: sentences of one line are one paragraph."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of an article that state a fact: text[start:end], within one line, a sentence or less."""

    article: str
    start: int
    end: int
    exact: str


# ---------------------------------------------------------------- things


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An administrative unit, of the map in force since 1 July 2025 or of before."""

    name: str
    """Bare, with diacritics: "Lạng Sơn"."""
    level: str
    """"central" (the country), "province", "district" or "commune"."""
    unit_type: str = ""
    """"Tỉnh", "Thành phố", "Xã", "Phường", "Đặc khu", "Huyện", …"""
    code: str | None = None
    """The official code; None for a place that no map lists."""
    province: str | None = None
    """ASCII slug of the province's name ("lang-son"), None for a province or the country."""
    dissolved: str | None = None
    """The date on which the unit ceased to exist."""
    local: str | None = None
    """The article's id where nothing tells which of several units of the name is meant."""


@dataclass(frozen=True, slots=True)
class Body:
    """A party or state body, as far as the article identifies it."""

    kind: str
    level: str | None = None
    place: Place | None = None
    """The place that it governs."""
    field: str | None = None
    parent: Body | None = None
    name: str | None = None
    """Its own name or number where kind, place and field do not identify it: "Working group No. 4"."""
    local: str | None = None
    """The article's id where the text does not identify the body."""


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """A person's name as an article writes it."""

    text: str
    language: str
    """A language tag: the article's language, "vi-Cyrl" for Cyrillic Vietnamese, "vi" for diacritics."""
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """An individual, found by name and by the place or body of a post."""

    name: str
    """Plain ASCII, Vietnamese order: "Doan Thu Ha"."""
    anchor: str
    """Slug of the place or body of a post: what keeps two people of one name apart."""
    label: str = ""
    """Best attested form: with diacritics when an article gives them, else ASCII."""
    spellings: tuple[Spelling, ...] = ()
    readings: tuple[str, ...] = ()
    """Other ASCII forms that a transcribed name can stand for, for search: Чинь is Trinh or Chinh."""


@dataclass(frozen=True, slots=True)
class Document:
    """A numbered document, or one that issuer, type and time identify."""

    type: str
    number: str | None = None
    """As the Vietnamese series writes it, in ASCII: "18-NQ/TW"."""
    printed: tuple[str, ...] = ()
    """Every form of the number met: "48-КЛ/ТВ", "57"."""
    place: Place | None = None
    """The issuer's place."""
    when: str | None = None
    """Year (state) or term (party) where told: numbers restart."""
    title: str | None = None
    local: str | None = None
    """The article's id where the text does not identify the document."""
    issuer: Body | None = None
    """Of a document without a number: the body that issues one of its type only, so that they identify it."""
    ordinal: int | None = None
    """Which of the issuer's congresses it is of, where told."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, session, congress, ceremony or visit."""

    type: str
    article: str
    """Id of the article that tells of it: meetings are joined across articles by evidence only."""
    ordinal: int = 0
    """Tells several meetings of one article apart."""
    date: str | None = None
    host: Body | None = None
    place: Place | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """An objective, plan or indicator that a body sets or a meeting reviews."""

    label: str
    """The words of the article."""
    language: str
    indicator: str | None = None
    of: Body | Place | None = None
    period: str | None = None
    article: str = ""


# ---------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What the text states: every fact has the passages that state it and the rule that read it."""

    passages: tuple[Passage, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Fact):
    """A person holds, or held, a role in a body."""

    person: Person
    body: Body
    role: str
    current: bool = True
    title: str = ""
    """The words used."""
    start: str | None = None
    end: str | None = None
    term: str | None = None
    """"2025-2030"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """An article names a document (the document's `gov:namedIn`)."""

    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuance(Fact):
    """A body issued a document."""

    document: Document
    body: Body | None = None
    date: str | None = None
    signer: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRelation(Fact):
    """One document implements, replaces, amends or rests on another."""

    document: Document
    relation: str
    """"implements", "replaces", "amends" or "citesAsBasis"."""
    other: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering(Fact):
    """An article tells of a meeting (the meeting's `gov:namedIn`)."""

    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Fact):
    """A person or body takes part in a meeting."""

    participant: Person | Body
    meeting: Meeting
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Fact):
    """A meeting discussed, assessed or approved a target or a document."""

    meeting: Meeting
    reviewed: Target | Document
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Fact):
    """A number reported for a target."""

    target: Target
    value: str
    """Plain decimal in the scale of `unit`: "181.55"."""
    unit: str
    """"billion VND", "%", "people", …: the list in kg/data/units.toml."""
    amount: str
    """The value with the scale word multiplied in: "181550000000"."""
    kind: str | None = None
    """"levelReached", "planned", "change", "shareOfPlan" or "gap"."""
    direction: str | None = None
    """"up" or "down"."""
    compared_with: str | None = None
    period: str | None = None
    """EDTF (ISO 8601-2): "2025", "2025-01/2025-09"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction(Fact):
    """Somebody asks, requests, directs or calls on somebody to do something."""

    giver: Person | Body
    description: str
    force: str
    """"orders", "requests", "recommends" or "encourages"."""
    addressees: tuple[Body, ...] = ()
    addressee: str | None = None
    """The words for whom it is meant, where they name no body."""
    meeting: Meeting | None = None
    concerns: tuple[Document | Target, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnelAct(Fact):
    """A person is appointed, elected, transferred, dismissed, retired or disciplined."""

    person: Person
    act: str
    post_role: str | None = None
    post_body: Body | None = None
    from_role: str | None = None
    from_body: Body | None = None
    date: str | None = None
    decided_by: Body | None = None
    by_document: Document | None = None
    planned: bool = False
    replaces: Person | None = None
    """Whose place the person takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention(Fact):
    """A person's name in its own words: what identity rests on (`gov:Mention`)."""

    person: Person
    spelling: Spelling


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of a text tells versions of one story: all that resolution needs of it."""

    sums: tuple[int, ...] = ()
    """The smallest 32-bit sums of its runs of words, sorted: what copies share."""
    figures: tuple[str, ...] = ()
    """The digits of its numbers in their order: what translations share."""
    names: tuple[str, ...] = ()
    """The people named in full in their order, by sound (`names.sounds`)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article states."""

    article: Article
    facts: tuple[Fact, ...]
    fingerprint: Fingerprint = Fingerprint()


# ---------------------------------------------------------------- what people decide


class Verdict(StrEnum):
    """What a person says of two things, or of what was read."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """Somebody looked and cannot tell: neither joined nor asked about again."""
    WRONG = "wrong"
    """A fact, or words of an article, that must stay out of the graph."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A person's decision, which wins over what the rules find."""

    verdict: Verdict
    left: str
    """A thing by its IRI without the base ("person/doan-thu-ha_lang-son") or by name; a fact; an article's id."""
    right: str
    """The other thing; the words of the article that are wrong; empty for a wrong fact."""
    reason: str

    def __str__(self) -> str:
        """The decision without its reason."""
        return " ".join(filter(None, (self.verdict.value, self.left, self.right)))
