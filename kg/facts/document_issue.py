"""What the words before a document's number tell of its issue.

The body and the date stand between type and number ("Решение от 5 мая 2025 года № 12-QD/TU"), before the verb that
issues ("Pada 3 Mei 2025, Komite Rakyat Provinsi mengeluarkan Keputusan No. …") or right before the type word.
"""

from kg.facts.document_scene import Scene, fits
from kg.mentions.bodies import BodyMention
from kg.mentions.documents import DocumentMention

ISSUES = ("document_words:issues", "document_words:signs")
"""Verbs of those who issue."""
ISSUED_BY = ("document_words:issued-by", "document_words:signed-by")
"""Participles of what is issued."""
_ON_BEHALF = "document_words:on-behalf"
_LONGEST_DATE = 8
_BESIDE = 2
_SUBJECT_REACH = 8
_VERB_REACH = 60
_LONGEST_BODY = 24


def body_inside(scene: Scene, mention: DocumentMention) -> tuple[BodyMention, ...]:
    """The body between the type word and the number: "Постановление Постоянного комитета … № 2583-QD/TU"."""
    between = [scene.bodies[at] for at in range(mention.first, mention.at) if at in scene.bodies]
    return tuple(body for body in between if fits(body, mention))[:1]


def date_inside(scene: Scene, mention: DocumentMention) -> str | None:
    """The date between the type word and the number: "Решение от 5 мая 2025 года № 12-QD/TU"."""
    between = (scene.dates[at] for at in range(mention.first, mention.at) if at in scene.dates)
    return next((date.value for date in between if date.kind == "date"), None)


def date_before(scene: Scene, mention: DocumentMention) -> str | None:
    """The date of a participle before the type word: "Подписанное 5 мая 2025 года Решение № 12-QĐ/TU"."""
    for at in range(max(0, mention.first - _LONGEST_DATE), mention.first):
        date = scene.dates.get(at)
        if date is not None and date.kind == "date" and date.last == mention.first:
            return date.value if at and scene.parsed.items[at - 1].has(*ISSUED_BY) else None
    return None


def body_beside(scene: Scene, mention: DocumentMention) -> tuple[BodyMention, ...]:
    """The body right before the type word ("Politburo Resolution 57"), or near it, acting by the document.

    A body acts by a document where its code leaves the issuer open: "Stały Komitet … decyzją nr 412-QĐ/TU".
    """
    reach = _BESIDE if mention.issuer is not None and mention.issuer.words else 0
    for at in range(mention.first - 1, max(-1, mention.first - _LONGEST_BODY), -1):
        body = scene.bodies.get(at)
        if body is not None:
            between = scene.parsed.items[body.last : mention.first]
            near = at not in scene.titled and len(between) <= reach
            acts = near and not any(item.codes("relations") for item in between)
            return (body,) if acts and fits(body, mention) else ()
    return ()


def issued(scene: Scene, mention: DocumentMention) -> tuple[tuple[BodyMention, ...], str | None]:
    """The body that stands before the verb by which it issues the document, and the date beside subject or verb."""
    items = scene.parsed.items
    verb = mention.first - 1
    while verb > mention.first - _VERB_REACH and verb >= 0 and items[verb].text != ";":
        if items[verb].has(*ISSUES):
            body = _acting(scene, verb, mention) if mention.issuer is not None else None
            first, last = (body.first, body.last) if body is not None else _signer(scene, verb)
            date = _issued_on(scene, first, last, verb, mention) if first < last else None
            return ((body,) if body is not None else ()), date
        verb -= 1
    return (), None


def _acting(scene: Scene, verb: int, mention: DocumentMention) -> BodyMention | None:
    """The body on whose behalf somebody acts, else the one right before a verb, if it can be the issuer."""
    represented = _represented(scene, verb)
    if represented is not None:
        return represented if fits(represented, mention) else None
    near = [scene.bodies[at] for at in range(max(0, verb - _LONGEST_BODY), verb) if at in scene.bodies]
    before = [body for body in near if body.last <= verb <= body.last + _SUBJECT_REACH]
    return before[-1] if before and fits(before[-1], mention) else None


def _represented(scene: Scene, verb: int) -> BodyMention | None:
    """The body on whose behalf the verb's subject acts: "Thay mặt Ban Thường vụ Tỉnh ủy, đồng chí A ký ban hành"."""
    items = scene.parsed.items
    for at in items.where(_ON_BEHALF):
        body = next((scene.bodies[here] for here in (at + 1, at + 2) if here in scene.bodies), None)
        if body is not None and body.last <= verb and not any(item.text == ";" for item in items[at:verb]):
            return body
    return None


def _signer(scene: Scene, verb: int) -> tuple[int, int]:
    """The items of the name right before a verb; an empty range where none stands there."""
    return next(((first, last) for first, last in scene.names.items() if last == verb), (verb, verb))


def _issued_on(scene: Scene, first: int, last: int, verb: int, mention: DocumentMention) -> str | None:
    """The date right before the subject, between it and its verb, or right behind the verb."""
    items = scene.parsed.items
    for at in range(max(0, first - _LONGEST_DATE), mention.first):
        date = scene.dates.get(at)
        if date is None or date.kind != "date":
            continue
        opens = date.last <= first and all(item.mark or item.has("glue:article") for item in items[date.last : first])
        if opens or last <= at < verb or verb < at <= verb + _BESIDE:
            return date.value
    return None
