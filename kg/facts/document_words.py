"""What the words around a document's number tell: the date, and the body that issued it.

Both stand behind the number in any order ("от 27 октября 2025 года Канцелярии провинциального комитета партии") or
before it (document_issue); what one number of a list is told, the others are told, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.facts.document_issue import ISSUED_BY, ISSUES, body_beside, body_inside, date_before, date_inside, issued
from kg.facts.document_scene import Scene, fits
from kg.mentions.bodies import BodyMention
from kg.mentions.dates import DateMention
from kg.mentions.documents import DocumentMention

_PASSED_OVER = (
    "glue:of",
    "document_words:dated",
    "document_words:on",
    "document_words:issued-by",
    "document_words:signed-by",
    "particles:old",
    "markers:by",
)
_BEFORE_A_DATE = ("document_words:dated", "document_words:on", *ISSUED_BY)
_MARKS = "()."
_OPENING = 4
_ROMAN = set("IVX")  # "XIII KC Partii"
_QUOTES = {"«": "»", "„": "”“", "“": "”", '"': '"'}
_LONGEST_TITLE = 60
_COUNT_WORDS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around one number tell."""

    date: str | None = None
    bodies: tuple[BodyMention, ...] = ()
    same_day: bool = False
    after: int = 0
    """The item behind these words."""


def told(scene: Scene) -> tuple[Told, ...]:
    """What the sentence tells of each of its documents, in order."""
    found: list[Told] = []
    for mention in reversed(scene.documents):
        own = _own(scene, mention)
        if found:
            own = _shared(scene, mention, own, scene.documents[len(scene.documents) - len(found)], found[-1])
        found.append(own)
    return _handed_on(scene, found[::-1])


def _handed_on(scene: Scene, words: Sequence[Told]) -> tuple[Told, ...]:
    """The words with the issuer inside the phrase that opens a list: "Uchwały Biura Politycznego nr 57, 59 i 66"."""
    found: list[Told] = []
    for mention, own in zip(scene.documents, words, strict=True):
        before = scene.documents[len(found) - 1] if found else None
        listed = before is not None and _lists(scene, found[-1].after, mention) and same_code(before, mention)
        inside = found[-1].bodies if listed and not own.bodies and not own.same_day else ()
        found.append(replace(own, bodies=inside) if inside else own)
    return tuple(found)


def _lists(scene: Scene, after: int, follower: DocumentMention) -> bool:
    """Whether a document is the next of a list under one type word."""
    one_word = not scene.parsed.items[follower.first].codes("doctypes")
    return one_word and _only_joins(scene, after, follower.first)


def _only_joins(scene: Scene, first: int, last: int) -> bool:
    between = scene.parsed.items[first:last]
    return all(item.text in ",;" or item.codes("and") or item.codes("glue") for item in between)


def _own(scene: Scene, mention: DocumentMention) -> Told:
    behind = _behind(scene, mention)
    bodies, date = issued(scene, mention)
    return replace(
        behind,
        bodies=body_inside(scene, mention) or behind.bodies or bodies or body_beside(scene, mention),
        date=behind.date or date_inside(scene, mention) or date or date_before(scene, mention),
    )


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
    return _over(scene, mention, at, result), result


def _over(scene: Scene, mention: DocumentMention, at: int, result: Told) -> int:
    """The index behind what may stand among date and body: joining words, a signer's name, a quoted title."""
    item = scene.parsed.items[at]
    if at in scene.names and at > mention.last:
        return scene.names[at]
    if item.has(*_PASSED_OVER) or item.text in _MARKS or set(item.text) <= _ROMAN:
        return at + 1
    if _before_subject(scene, at) or _auxiliary(scene, at):
        return at + 1
    return _after_quote(scene, at) if item.text in _QUOTES else _over_comma(scene, mention, at, result)


def _before_subject(scene: Scene, at: int) -> bool:
    """Whether a verb of issuing stands before who issues: "Решение № 5 принял Народный совет"."""
    follows = at + 1 in scene.bodies or at + 1 in scene.dates
    return scene.free_order and scene.parsed.items[at].has(*ISSUES) and follows


def _auxiliary(scene: Scene, at: int) -> bool:
    """Whether an item leads to a passive: "została podpisana 14 sierpnia 2025 r. przez premiera"."""
    items = scene.parsed.items
    return items[at].has("document_words:auxiliary") and at + 1 < len(items) and items[at + 1].has(*_BEFORE_A_DATE)


def _is_its_date(scene: Scene, date: DateMention) -> bool:
    """Whether a date tells when the document was issued, and not until when something is due."""
    before = scene.parsed.items[date.first - 1]
    told = before.has(*_BEFORE_A_DATE) or not before.codes("glue")
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
    """A comma before a date or a participle, before the body that acts by a document; "and" before a second issuer."""
    items = scene.parsed.items
    if at + 1 >= len(items):
        return at
    if items[at].text == "," and result.date is None and (items[at + 1].has(*ISSUED_BY) or _date_at(scene, at + 1)):
        return at + 1
    body = at + 1 if at + 1 in scene.bodies else at + 1 + items[at + 1].has("glue:article")
    follows = scene.bodies.get(body)
    if follows is None or not fits(follows, mention):
        return at
    opened = items[at].text == "," and mention.first <= _OPENING and body not in scene.titled and not result.bodies
    joint = bool(items[at].codes("and")) and result.bodies and mention.issuer is not None
    return body if opened or joint else at


def _date_at(scene: Scene, at: int) -> bool:
    """Whether a date stands at an item, or behind the words that lead to one: ", подписанный 5 мая"."""
    here = at
    while here < len(scene.parsed.items) and here not in scene.dates and scene.parsed.items[here].has(*_BEFORE_A_DATE):
        here += 1
    return here in scene.dates


# ---------------------------------------------------------------- from one document to another


def _shared(scene: Scene, mention: DocumentMention, own: Told, follower: DocumentMention, its: Told) -> Told:
    """What the next document of a list tells for this one too: the issuer of one code, the date under one type word."""
    if not _only_joins(scene, own.after, follower.first):
        return own
    one_word = not scene.parsed.items[follower.first].codes("doctypes")
    of_one_kind = one_word or mention.issuer is not None or mention.type == follower.type
    if not own.bodies and same_code(mention, follower) and of_one_kind:
        own = replace(own, bodies=its.bodies)
    return replace(own, date=its.date) if one_word and own.date is None else own


def date_for_all(scene: Scene) -> str | None:
    """The date that words give to all documents before them: "All three bear the date of 28 October 2025."."""
    items = scene.parsed.items
    begin = next((at for at, item in enumerate(items) if _opens(scene, at) and item.has("document_words:all")), None)
    if begin is None or any(mention.last > begin for mention in scene.documents):
        return None
    unknown = 0
    dated = False
    for at in range(begin + 1, len(items)):
        date = scene.dates.get(at)
        if date is not None:
            dated = dated or at == begin + 1
            return date.value if dated and date.kind == "date" and _closes(scene, date.last) else None
        dated = dated or items[at].has("document_words:dated")
        unknown += not (items[at].codes("doctypes") or items[at].has(*_BEFORE_A_DATE))
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


def same_code(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether two numbers have the code of one issuer, or none."""
    return left.issuer == right.issuer


def same_series(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether two numbers are of one type and issuer."""
    return left.type == right.type and left.issuer is not None and left.issuer == right.issuer
