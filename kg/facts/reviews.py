"""What a meeting discussed, assessed or approved: "Konferensi [approved: menyetujui] rancangan Program Kerja"."""

from collections.abc import Iterator, Sequence

from kg.mentions.items import Item, Items
from kg.mentions.page import Page, Parsed
from kg.model import LineKind, Meeting, Review, Target

_LONGEST_LABEL = 240
_JOINED = 2
_REACH = 3
_STRONGEST = ("approved", "assessed", "discussed")


def find(page: Page, meeting: Meeting | None) -> Iterator[Review]:
    """A review for each sentence in which the meeting, or those present, take something up."""
    if meeting is None:
        return
    line: int | None = None
    for parsed in page.sentences:
        cue = _cue(parsed.items)
        if cue is None or parsed.sentence.kind is LineKind.HEADLINE:
            continue
        at, outcome = cue
        if not _of_meeting(parsed, at, meeting) and not (
            line == parsed.sentence.line and _impersonal(parsed.items[at])
        ):
            continue
        line = parsed.sentence.line
        label = _label(page.article.text, parsed, at)
        if label:
            yield Review(
                meeting=meeting,
                reviewed=Target(label, page.article.language, article=page.article.id),
                outcome=outcome,
                passages=(parsed.passage(page.article.id),),
                rule=f"{outcome}-verb",
            )


def _cue(items: Items) -> tuple[int, str] | None:
    """The first verb of the strongest outcome; not one in what somebody is asked to do."""
    asked = next(iter(items.where("forces")), len(items))
    found = [at for at in items.where("outcomes") if at <= asked]
    for outcome in _STRONGEST:
        for at in found:
            of_document = items[at].has(f"outcomes:{outcome}-document") and _of_document(items, at)
            if items[at].has(f"outcomes:{outcome}") or of_document:
                return at, outcome
    return None


def _of_document(items: Sequence[Item], at: int) -> bool:
    """Whether a verb that means much else ("adopted", "took") is followed by a word for a document."""
    return any(item.codes("doctypes") for item in items[at + 1 : at + 1 + _REACH])


def _of_meeting(parsed: Parsed, at: int, meeting: Meeting) -> bool:
    """Whether the meeting, those present or the body that meets is what a verb is told of: it stands before it."""
    before = parsed.items[:at]
    if any(item.codes("meetings") or item.has("markers:present") for item in before):
        return True
    return meeting.host is not None and any(
        body.kind == meeting.host.kind and body.level == meeting.host.level and body.first < at
        for body in parsed.bodies
    )


def _impersonal(verb: Item) -> bool:
    """A verb form that names nobody ("oceniono", "обсуждались"): it goes on with who was told of before it."""
    return verb.has("markers:impersonal")


def _label(text: str, parsed: Parsed, at: int) -> str:
    """What is reviewed: the words after the verb (and after a second verb joined to it), to the end of the clause."""
    at = at + 1 + (_JOINED if at + 1 < len(parsed.items) and parsed.items[at + 1].codes("and") else 0)
    rest = parsed.items[at:]
    if not rest:
        return ""
    start, end = rest[0].start, rest[0].start
    for item in rest:
        if item.text == ";" or item.end - start > _LONGEST_LABEL:
            break
        end = item.end
    return text[start:end].strip(" ,.:")
