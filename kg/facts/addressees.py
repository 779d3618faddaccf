"""For whom an instruction is meant: the bodies named right after the verb, else the words that stand there."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.links import Gap, gap, plural
from kg.mentions.page import Page, Parsed
from kg.mentions.titles import TitleMention
from kg.model import Body

_NEAR = 9
"""So many items after the verb the addressee begins at the latest: "to ask that from now to the end of the year X …"."""
_WORDS = 10
_FEW = 3
_PROVINCIAL = ("department", "police", "military-command", "border-guard", "fatherland-front", "people-council")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Bodies, or words, and where what is asked begins."""

    bodies: tuple[Body, ...]
    words: str | None
    end: int
    """Code point after the words for the addressee."""


def addressee(page: Page, parsed: Parsed, verb: int) -> Addressee:
    """Whom the verb at an index of the sentence's items addresses."""
    found = _named(parsed, verb)
    if not found:
        return _words(page, parsed, verb)
    bodies = [_body(page, parsed, mention) for mention in found]
    last = _tail(parsed.items, found[-1].last)
    start, end = found[0].start, parsed.items[last - 1].end
    known = tuple(dict.fromkeys(body for body in bodies if body is not None))
    whole = len(known) == len(bodies) and last == found[-1].last
    return Addressee(known if whole else (), page.article.text[start:end], end)


def _named(parsed: Parsed, verb: int) -> list[BodyMention | TitleMention]:
    """The bodies, places and holders of posts named after a verb, with those listed with them."""
    mentions: list[BodyMention | TitleMention] = [*parsed.bodies, *parsed.titles]
    mentions.sort(key=lambda mention: mention.first)
    found: list[BodyMention | TitleMention] = []
    for mention in (mention for mention in mentions if mention.first > verb):
        if not found and (mention.first - verb > _NEAR or _opens_clause(parsed.items, verb + 2, mention.first)):
            break
        if found and not _listed(parsed.items, found[-1].last, mention.first):
            break
        found.append(mention)
    return found


def _listed(items: Sequence[Item], left: int, right: int) -> bool:
    """Whether one list holds what stands on both sides: "the party committees and (the) authorities of communes"."""
    if gap(items, left, right) <= Gap.COMMA:
        return True
    joined = bool(items[left].codes("and")) and right - left <= _FEW
    return joined and not any(item.mark or item.codes("clauses") for item in items[left + 1 : right])


def _tail(items: Sequence[Item], at: int) -> int:
    """The index after "and …", words joined to the last name of a list that name no body themselves."""
    if at >= len(items) or not items[at].codes("and"):
        return at
    end = at + 1
    while end < len(items) and end - at <= _FEW and not items[end].mark and not items[end].codes("clauses"):
        end += 1
    return end if end < len(items) and end - at <= _FEW and items[end].codes("clauses") else at


def _opens_clause(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether what is asked begins between two items."""
    return any(item.codes("clauses") or item.text in (":", ";") for item in items[first:last])


def _body(page: Page, parsed: Parsed, mention: BodyMention | TitleMention) -> Body | None:
    """The body that a mention surely means; None for "the party committees" of nobody in particular."""
    if isinstance(mention, TitleMention) or mention.kind is None or plural(parsed.items, mention):
        return None
    if mention.place is None and mention.level not in ("province", "central") and mention.kind not in _PROVINCIAL:
        return None
    body = ground_body(mention, page)
    return body if body.place is not None or body.level == "central" else None


def _words(page: Page, parsed: Parsed, verb: int) -> Addressee:
    """The words between the verb and what is asked."""
    items = parsed.items
    end = first = verb + 1
    while (
        end < len(items) and end - first < _WORDS and not items[end].codes("clauses") and items[end].text not in ":;."
    ):
        end += 1
    if end < len(items) and items[end - 1].text == ",":
        end -= 1
    if end == len(items) or end <= first or end - first >= _WORDS:
        return Addressee((), None, items[verb].end)
    return Addressee((), page.article.text[items[first].start : items[end - 1].end], items[end - 1].end)
