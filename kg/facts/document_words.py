"""What the words around a document's number tell: the date, and the body that issued it.

Both stand behind the number in any order ("от 27 октября 2025 года Канцелярии провинциального комитета партии"); the
body also between type and number, or with the date before the verb that issues ("Pada 3 Mei 2025, Komite Rakyat
Provinsi mengeluarkan Keputusan No. …").
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.mentions.bodies import BodyMention
from kg.mentions.dates import DateMention, find_dates
from kg.mentions.documents import DocumentMention
from kg.mentions.page import Page, Parsed
from kg.mentions.titles import TitleMention

_PASSED_OVER = ("glue:of", "document_words:dated", "document_words:issued-by", "particles:old")
_MARKS = "()."
_OPENING = 3
_ROMAN = set("IVX")  # "XIII KC Partii"
_QUOTES = {"«": "»", "„": "”“", "“": "”", '"': '"'}
_LONGEST_TITLE = 60
_LONGEST_DATE = 8
_SUBJECT_REACH = 8
_VERB_REACH = 60
_LONGEST_BODY = 24
_COUNT_WORDS = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the documents, dates and bodies that it names."""

    index: int
    parsed: Parsed
    documents: tuple[DocumentMention, ...]
    dates: Mapping[int, DateMention]
    """By the item at which they begin."""
    bodies: Mapping[int, BodyMention]
    """By the item at which they, or the titles that name them, begin."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around one number tell."""

    date: str | None = None
    bodies: tuple[BodyMention, ...] = ()
    same_day: bool = False
    after: int = 0
    """The item behind these words."""


def scene_of(index: int, parsed: Parsed, documents: tuple[DocumentMention, ...], page: Page) -> Scene:
    """A sentence as the readers of documents see it."""
    named = [*parsed.bodies, *(_body_of(title) for title in parsed.titles)]
    bodies = {body.first: body for body in named if body is not None and body.kind is not None}
    dates = {date.first: date for date in find_dates(parsed.items, page.setting)}
    return Scene(index, parsed, documents, dates, bodies)


def _body_of(title: TitleMention) -> BodyMention | None:
    """The body that a title speaks for: the Prime Minister's decisions are the government's."""
    kind = title.body.kind if title.body and title.body.kind else title.default_kind()
    if title.body is not None:
        return replace(title.body, first=title.first, last=title.last, kind=kind)
    if title.base not in ("prime-minister", "president") or title.deputy:
        return None
    return BodyMention(title.first, title.last, title.start, title.end, kind, "central", None, None, None, frozenset())


def told(scene: Scene) -> tuple[Told, ...]:
    """What the sentence tells of each of its documents, in order."""
    found: list[Told] = []
    for mention in reversed(scene.documents):
        own = _own(scene, mention)
        if found:
            own = _shared(scene, mention, own, scene.documents[len(scene.documents) - len(found)], found[-1])
        found.append(own)
    return tuple(reversed(found))


def _own(scene: Scene, mention: DocumentMention) -> Told:
    behind = _behind(scene, mention)
    bodies, date = _issue(scene, mention)
    return replace(behind, bodies=_inside(scene, mention) or behind.bodies or bodies, date=behind.date or date)


def fits(body: BodyMention, mention: DocumentMention) -> bool:
    """Whether a body can be the issuer that the number's code tells."""
    return mention.issuer is None or mention.issuer.may_be(kind_as_issuer(body), body.level)


def kind_as_issuer(body: BodyMention) -> str:
    """The kind of body that issues: the party's centre is its central committee."""
    if body.kind == "party-committee" and body.level == "central":
        return "central-committee"
    return body.kind or "other"


# ---------------------------------------------------------------- behind the number


def _behind(scene: Scene, mention: DocumentMention) -> Told:
    items = scene.parsed.items
    result = Told(after=mention.last)
    at = mention.last
    while at < len(items):
        step, result = _next(scene, mention, at, result)
        if step == at:
            break
        at = step
    return result


def _next(scene: Scene, mention: DocumentMention, at: int, result: Told) -> tuple[int, Told]:
    """Take one more date, body or joining word behind a number; the same index where the words end."""
    items = scene.parsed.items
    date, body = scene.dates.get(at), scene.bodies.get(at)
    if items[at].has("document_words:same-day"):
        return at + 1, replace(result, same_day=True, after=at + 1)
    if date is not None and result.date is None and _is_its_date(scene, date):
        return date.last, replace(result, date=date.value, after=date.last)
    if body is not None and fits(body, mention) and _may_add(scene, at, result):
        return body.last, replace(result, bodies=(*result.bodies, body), after=body.last)
    if items[at].has(*_PASSED_OVER) or items[at].text in _MARKS or set(items[at].text) <= _ROMAN:
        return at + 1, result
    if items[at].text in _QUOTES:
        return _after_quote(scene, at), result
    return _over_comma(scene, mention, at, result), result


def _is_its_date(scene: Scene, date: DateMention) -> bool:
    """Whether a date tells when the document was issued, and not until when something is due."""
    before = scene.parsed.items[date.first - 1]
    told = before.has("document_words:dated") or not before.codes("glue")
    return told and date.kind != "term" and date.value is not None


def _after_quote(scene: Scene, at: int) -> int:
    """The index behind a document's title in quotation marks."""
    items = scene.parsed.items
    closing = _QUOTES[items[at].text]
    return next(
        (end + 1 for end in range(at + 1, min(len(items), at + _LONGEST_TITLE)) if items[end].text in closing), at
    )


def _may_add(scene: Scene, at: int, result: Told) -> bool:
    """A second issuer stands behind "and"."""
    return not result.bodies or bool(scene.parsed.items[at - 1].codes("and"))


def _over_comma(scene: Scene, mention: DocumentMention, at: int, result: Told) -> int:
    """A comma before the body that acts by a document named first, or "and" before a second issuer."""
    follows = scene.bodies.get(at + 1)
    if follows is None or not fits(follows, mention):
        return at
    item = scene.parsed.items[at]
    opened = item.text == "," and mention.first <= _OPENING and not result.bodies
    joint = bool(item.codes("and")) and result.bodies and mention.issuer is not None
    return at + 1 if opened or joint else at


# ---------------------------------------------------------------- before the number


def _inside(scene: Scene, mention: DocumentMention) -> tuple[BodyMention, ...]:
    """The body between the type word and the number: "Постановление Постоянного комитета … № 2583-QD/TU"."""
    between = [scene.bodies[at] for at in range(mention.first, mention.at) if at in scene.bodies]
    return tuple(body for body in between if fits(body, mention))[:1]


def _issue(scene: Scene, mention: DocumentMention) -> tuple[tuple[BodyMention, ...], str | None]:
    """The body that stands before the verb by which it issues the document, and the date beside body or verb."""
    items = scene.parsed.items
    verb = mention.first - 1
    while verb > mention.first - _VERB_REACH and verb >= 0 and items[verb].text != ";":
        if items[verb].has("document_words:issues"):
            body = _acting(scene, verb, mention) if mention.issuer is not None else None
            return ((body,), _issued_on(scene, body, verb)) if body is not None else ((), None)
        verb -= 1
    return (), None


def _acting(scene: Scene, verb: int, mention: DocumentMention) -> BodyMention | None:
    """The body right before a verb, if it can be the issuer."""
    near = [scene.bodies[at] for at in range(max(0, verb - _LONGEST_BODY), verb) if at in scene.bodies]
    before = [body for body in near if body.last <= verb <= body.last + _SUBJECT_REACH]
    return before[-1] if before and fits(before[-1], mention) else None


def _issued_on(scene: Scene, body: BodyMention, verb: int) -> str | None:
    """The date right before the issuing body, or between it and its verb."""
    for at in range(max(0, body.first - _LONGEST_DATE), verb):
        date = scene.dates.get(at)
        if date is None or date.kind != "date":
            continue
        if body.first - 1 <= date.last <= body.first or body.last <= date.first < date.last <= verb:
            return date.value
    return None


# ---------------------------------------------------------------- from one document to another


def _shared(scene: Scene, mention: DocumentMention, own: Told, follower: DocumentMention, its: Told) -> Told:
    """What the next document of a list tells for this one too: the issuer of one code, the date under one type word."""
    between = scene.parsed.items[own.after : follower.first]
    if not all(item.text in ",;" or item.codes("and") or item.codes("glue") for item in between):
        return own
    one_word = not scene.parsed.items[follower.first].codes("doctypes")
    if not own.bodies and mention.issuer == follower.issuer and (one_word or mention.issuer is not None):
        own = replace(own, bodies=its.bodies)
    return replace(own, date=its.date) if one_word and own.date is None else own


def date_for_all(scene: Scene) -> str | None:
    """The date that words give to all documents before them: "All three bear the date of 28 October 2025."."""
    items = scene.parsed.items
    begin = next((at for at, item in enumerate(items) if _opens(scene, at) and item.has("document_words:all")), None)
    if begin is None or any(mention.last > begin for mention in scene.documents):
        return None
    unknown = 0
    for at in range(begin + 1, len(items)):
        date = scene.dates.get(at)
        if date is not None:
            return date.value if date.kind == "date" and _closes(scene, date.last) else None
        unknown += not (items[at].codes("doctypes") or items[at].has("document_words:dated"))
        if unknown > _COUNT_WORDS:
            return None
    return None


def _opens(scene: Scene, at: int) -> bool:
    """Whether a sentence begins at an item, be it after an abbreviation's point: "2025 r. Wszystkie"."""
    return at == 0 or scene.parsed.items[at - 1].text == "."


def _closes(scene: Scene, at: int) -> bool:
    """Whether a sentence ends at an item, be it at an abbreviation's point."""
    items = scene.parsed.items
    return at >= len(items) - 1 or (items[at].text == "." and items[at + 1].text[0].isupper())


def same_series(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether two numbers are of one type and issuer."""
    return left.type == right.type and left.issuer is not None and left.issuer == right.issuer
