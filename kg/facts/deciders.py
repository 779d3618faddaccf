"""Who decided a personnel act, when, and by which document.

"Decyzją nr 412-QĐ/TU z dnia 29 października 2025 r. Stały Komitet postanowił, że towarzysz A …": the document that the
sentence cites before the act, the body that issued it or acts by it, and the date of the issue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.acts import Told
from kg.facts.document_issue import ISSUES
from kg.facts.document_scene import Scene, scene_of
from kg.facts.document_words import told as told_by
from kg.facts.ground import ground_body
from kg.facts.stretches import light
from kg.mentions.bodies import BodyMention
from kg.mentions.documents import DocumentMention
from kg.mentions.page import Page, Parsed
from kg.model import Body, Citation, Document, Fact, Issuance, Meeting

_DECIDES = ("decision", "resolution")
_BY_CODE = "issuer-code"
_NAME_AND_VERB = 6
_UNIONS = (
    "youth-union",
    "women-union",
    "farmers-union",
    "trade-union",
    "veterans-association",
    "fatherland-front",
)
_DECIDERS = (
    "party-standing-committee",
    "party-executive-committee",
    "party-committee",
    "party-congress",
    "people-council",
    "people-committee",
    "politburo",
    "secretariat",
    "central-committee",
    "national-assembly",
    "national-assembly-standing-committee",
    "government",
    "ministry",
    "department",
    "police",
    "state",
    *_UNIONS,
)
_OF_A_COUNCIL = ("people-council", "people-committee")
_COMMITTEES = ("party-executive-committee", "party-standing-committee", "party-congress")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided an act, when, and by which document, as far as told."""

    body: Body | None = None
    date: str | None = None
    document: Document | None = None


def decision_of(page: Page, told: Told, meeting: Meeting | None, papers: Sequence[Fact]) -> Decision:
    """The decision by which an act is done; `papers` are what the article tells of documents."""
    parsed = page.sentences[told.sentence]
    scene = scene_of(told.sentence, parsed, parsed.documents, page)
    acting = _acting(scene, told)
    issued = _issued(parsed, _named(scene, told), papers)
    if not issued and acting is None and told.act != "elected":
        issued = _issued_before(page, told, papers)
    by_words = [fact.body for fact in issued if fact.rule != _BY_CODE]
    if meeting is not None and _votes_of_council(parsed, told, meeting):
        issued = [fact for fact in issued if fact.body == meeting.host]
        acting = None
    told_in_words = _of_document(scene, told) or _signing(scene, told)
    bodies = [
        ground_body(told_in_words, page) if told_in_words else None,
        *by_words,
        _ground(page, acting, told) if acting else None,
        *(fact.body for fact in issued),
        meeting.host if meeting is not None and (told.act == "elected" or _names_meeting(parsed, told)) else None,
    ]
    documents = {fact.document for fact in issued}
    return Decision(
        next((body for body in bodies if body), None),
        next((fact.date for fact in issued if fact.date), None),
        documents.pop() if len(documents) == 1 else None,
    )


def _ground(page: Page, body: BodyMention, told: Told) -> Body:
    """The body that acts; a bare "Executive Committee" that fills the posts of a union is the union's."""
    unions = [post.body for post in told.posts if post.body.kind in _UNIONS]
    bare = body.kind in _COMMITTEES and body.level is None and not body.atoms & {"party", "party-committee"}
    return unions[0] if unions and bare else ground_body(body, page)


# ---------------------------------------------------------------- the document


def _named(scene: Scene, told: Told) -> list[DocumentMention]:
    """The decisions that a sentence names before an act, in its clause if there are any; else the only one after it."""
    found = [mention for mention in scene.documents if mention.type in _DECIDES]
    orders = [mention for mention in found if mention.type == _DECIDES[0]] or found
    before = [mention for mention in orders if mention.last <= told.stretch.at]
    after = [mention for mention in orders if mention.first >= told.stretch.at]
    beside = [mention for mention in before if mention.first > told.stretch.clause] or before
    return beside or (after if len(after) == 1 else [])


def _issued(parsed: Parsed, mentions: Sequence[DocumentMention], papers: Sequence[Fact]) -> list[Issuance]:
    """What the article tells of the issue of documents that a sentence names."""
    printed = {mention.printed for mention in mentions}
    return [fact for fact in _told_of(parsed, papers) if printed & set(fact.document.printed)]


def _told_of(parsed: Parsed, papers: Sequence[Fact]) -> Iterator[Issuance]:
    """The issues of the decisions that a sentence cites."""
    inside = range(parsed.sentence.start, parsed.sentence.end)
    cited = {
        fact.document
        for fact in papers
        if isinstance(fact, Citation)
        and fact.document.number
        and any(passage.start in inside for passage in fact.passages)
    }
    for fact in papers:
        if isinstance(fact, Issuance) and fact.document in cited and fact.document.type in _DECIDES:
            yield fact


def _issued_before(page: Page, told: Told, papers: Sequence[Fact]) -> list[Issuance]:
    """The issue of the only decision that the sentence right before, in the same paragraph, cites."""
    if not told.sentence:
        return []
    before, here = page.sentences[told.sentence - 1], page.sentences[told.sentence]
    found = list(_told_of(before, papers)) if before.sentence.line == here.sentence.line else []
    return found if len({fact.document for fact in found}) == 1 else []


# ---------------------------------------------------------------- the body


def _of_document(scene: Scene, told: Told) -> BodyMention | None:
    """The body by whose decision, told without a number, an act is done: "Решением председателя комитета …"."""
    items = scene.parsed.items
    found = [
        body
        for at, body in scene.bodies.items()
        if told.stretch.clause < at < told.stretch.at and at and items[at - 1].codes("doctypes")
    ]
    return next((body for body in reversed(found) if body.kind in _DECIDERS), None)


def _signing(scene: Scene, told: Told) -> BodyMention | None:
    """The body whose leader signs a document before an act: "przewodniczący Komitetu podpisał decyzję, zgodnie z …"."""
    items = scene.parsed.items
    for at in sorted(scene.titled.intersection(scene.bodies), reverse=True):
        body = scene.bodies[at]
        verbs = items[body.last : body.last + _NAME_AND_VERB]
        if body.last <= told.stretch.at and any(item.has(*ISSUES) for item in verbs):
            return body if body.kind in _DECIDERS else None
    return None


def _acting(scene: Scene, told: Told) -> BodyMention | None:
    """The body right before the act's verb, else before the verb of its clause or the first of the sentence."""
    parsed = scene.parsed
    verbs = parsed.items.where("acts", "acts_undergone")
    spans = [(mention.first, words.after) for mention, words in zip(scene.documents, told_by(scene), strict=True)]
    bodies = [
        body
        for body in parsed.bodies
        if body.kind in _DECIDERS and not any(first <= body.first < last for first, last in spans)
    ]
    beside = [body for body in bodies if body.first > told.stretch.left and body.last == told.stretch.at]
    if beside:
        return beside[-1]
    own = next(at for at in verbs if at > told.stretch.clause)
    for left, right in ((told.stretch.clause, own), (-1, verbs[0])):
        before = [body for body in bodies if left < body.first < right]
        if before:
            return before[-1]
    return None if told.stretch.undergone else _leader_acting(scene, own)


def _leader_acting(scene: Scene, verb: int) -> BodyMention | None:
    """The body whose leader stands right before a verb done: "Chủ tịch UBND tỉnh bổ nhiệm"."""
    titled = (scene.bodies[at] for at in sorted(scene.titled.intersection(scene.bodies)))
    near = [body for body in titled if body.last <= verb and light(scene.parsed, body.last, verb)]
    return near[-1] if near and near[-1].kind in _DECIDERS else None


def _votes_of_council(parsed: Parsed, told: Told, meeting: Meeting) -> bool:
    """Whether a people's council, at its session, elects or dismisses whom it has the right to elect.

    The Law on the Organization of Local Government (72/2025/QH15) gives that right over the council's own posts and
    those of the people's committee.
    """
    host = meeting.host
    if host is None or host.kind != "people-council" or told.act not in ("elected", "dismissed"):
        return False
    own = [post.body.kind in _OF_A_COUNCIL and post.body.level == host.level for post in told.posts]
    return bool(own) and all(own) and _names_meeting(parsed, told)


def _names_meeting(parsed: Parsed, told: Told) -> bool:
    return any(item.codes("meetings") for item in parsed.items[: told.stretch.at])
