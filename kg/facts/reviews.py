"""What a meeting discussed, assessed or approved: "Konferensi [approved: menyetujui] rancangan Program Kerja"."""

from collections.abc import Iterator, Sequence

from kg.mentions.items import Item
from kg.mentions.page import Page, Parsed
from kg.model import Meeting, Review, Target

_LONGEST_LABEL = 200
_STRONGEST = ("approved", "assessed", "discussed")


def find(page: Page, meeting: Meeting | None) -> Iterator[Review]:
    """A review for each sentence in which the meeting, or those present, take something up."""
    if meeting is None:
        return
    for parsed in page.sentences:
        cue = _cue(parsed.items)
        if cue is None or not _of_meeting(parsed):
            continue
        at, outcome = cue
        label = _label(page.article.text, parsed, at)
        if label:
            yield Review(
                meeting=meeting,
                reviewed=Target(label, page.article.language, article=page.article.id),
                outcome=outcome,
                passages=(parsed.passage(page.article.id),),
                rule=f"{outcome}-verb",
            )


def _cue(items: Sequence[Item]) -> tuple[int, str] | None:
    """The first verb of the strongest outcome."""
    for outcome in _STRONGEST:
        for at, item in enumerate(items):
            if item.has(f"outcomes:{outcome}"):
                return at, outcome
    return None


def _of_meeting(parsed: Parsed) -> bool:
    return any(item.codes("meetings") or item.has("markers:present") for item in parsed.items)


def _label(text: str, parsed: Parsed, at: int) -> str:
    """What is reviewed: the words after the verb, to the end of the clause."""
    start = parsed.items[at].end
    end = start
    for item in parsed.items[at + 1 :]:
        if item.text in (";", ":", ".") and end > start:
            break
        if item.end - start > _LONGEST_LABEL:
            break
        end = item.end
    return text[start:end].strip(" ,.:")
