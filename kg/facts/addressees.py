"""For whom an instruction is meant: the bodies named beside the verb, else the words that stand there.

- "Beliau meminta [Departemen Konstruksi] agar …": after the verb,
- "Zażądała, aby [każdy członek Komitetu Wykonawczego] …": after the word that opens what is asked,
- "[Departament Finansów] został przez niego poproszony": before a passive verb,
- "[Kepada Departemen Etnis], Sekretaris menyarankan agar …": at the sentence's start, after a preposition.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.links import Gap, gap, plural
from kg.mentions.page import Page, Parsed
from kg.mentions.people import NameMention
from kg.mentions.titles import TitleMention
from kg.model import Body

_NEAR = 4
"""So many items after the verb the addressee begins at the latest, more only after a comma: "from now on, the …"."""
_NEAR_AFTER_COMMA = 10
_WORDS = 8
_FEW = 4
_SHORTEST_VERB = 4
_PROVINCIAL = ("department", "police", "military-command", "border-guard", "fatherland-front", "people-council")
Named = BodyMention | TitleMention | NameMention


@dataclass(frozen=True, slots=True)
class Addressee:
    """Bodies, or words, and where what is asked begins."""

    bodies: tuple[Body, ...]
    words: str | None
    end: int
    """Code point after the words for the addressee."""


def addressee(page: Page, parsed: Parsed, verb: int) -> Addressee:
    """Whom the verb at an index of the sentence's items addresses."""
    start = _after_particles(parsed.items, verb + 1)
    opened = start < len(parsed.items) and bool(parsed.items[start].codes("clauses"))
    after = _run(parsed, _after_particles(parsed.items, start + 1) if opened else start)
    before = _before_passive(parsed, verb) or _fronted(parsed, verb)
    found = before if _is_passive(parsed, verb) and before else after or before
    if found:
        return _told(page, parsed, found, parsed.items[verb].end)
    return _subject(page, parsed, start + 1) if opened else _words(page, parsed, start)


def _after_particles(items: Sequence[Item], at: int) -> int:
    """The index after words like "also", and a comma before what is asked."""
    while at < len(items) and (items[at].codes("also") or items[at].text == ","):
        at += 1
    return at


def _run(parsed: Parsed, start: int) -> list[Named]:
    """The bodies, places, people and holders of posts named from an item on, in one list."""
    mentions: list[Named] = [*parsed.bodies, *parsed.titles, *parsed.names]
    found: list[Named] = []
    for mention in sorted(mentions, key=lambda mention: mention.first):
        if mention.first < start:
            continue
        if not found and not _begins(parsed.items, start, mention.first):
            break
        if found and not _listed(parsed.items, found[-1].last, mention.first):
            break
        found.append(mention)
    return found


def _begins(items: Sequence[Item], start: int, first: int) -> bool:
    """Whether the addressee can begin so far from the verb, with nothing asked between."""
    if any(item.codes("clauses") or item.text in ":;" for item in items[start:first]):
        return False
    reach = _NEAR_AFTER_COMMA if first and items[first - 1].text == "," else _NEAR
    return first - start < reach


def _listed(items: Sequence[Item], left: int, right: int) -> bool:
    """Whether one list holds what stands on both sides: "the party committees and (the) authorities of communes"."""
    if gap(items, left, right) <= Gap.COMMA:
        return True
    joined = left < len(items) and bool(items[left].codes("and")) and right - left <= _FEW
    return joined and not any(item.mark or item.codes("clauses") for item in items[left + 1 : right])


def _is_passive(parsed: Parsed, verb: int) -> bool:
    return any(item.has("markers:by") for item in parsed.items[:verb])


def _before_passive(parsed: Parsed, verb: int) -> list[Named]:
    """The bodies at the start of a sentence whose verb is passive: "X and Y were called on by him"."""
    if not _is_passive(parsed, verb):
        return []
    agent = next(at for at, item in enumerate(parsed.items) if item.has("markers:by"))
    return [mention for mention in _run(parsed, 0) if mention.last <= agent]


def _fronted(parsed: Parsed, verb: int) -> list[Named]:
    """The bodies after a preposition at the sentence's start."""
    if not parsed.items[0].has("markers:to"):
        return []
    return [mention for mention in _run(parsed, 1) if mention.last < verb]


def _told(page: Page, parsed: Parsed, found: Sequence[Named], verb_end: int) -> Addressee:
    bodies = [_body(page, parsed, mention) for mention in found]
    last = _tail(parsed.items, found[-1].last)
    start, end = found[0].start, parsed.items[last - 1].end
    known = tuple(dict.fromkeys(body for body in bodies if body is not None))
    whole = len(known) == len(bodies) and last == found[-1].last
    return Addressee(known if whole else (), page.article.text[start:end], max(end, verb_end))


def _tail(items: Sequence[Item], at: int) -> int:
    """The index after words joined to the last name of a list that name no body: ", sectors and levels"."""
    end = at
    while end < len(items) and (items[end].codes("and") or items[end].text == ","):
        chunk = end + 1
        while chunk < len(items) and chunk - end < _FEW and not _parts_words(items[chunk]):
            chunk += 1
        if chunk == end + 1:
            return at
        end = chunk
    return end if end < len(items) and items[end].codes("clauses") else at


def _parts_words(item: Item) -> bool:
    """Whether an item stands between the words of a list rather than in one of them."""
    return item.mark or bool(item.codes("clauses") or item.codes("and"))


def _body(page: Page, parsed: Parsed, mention: Named) -> Body | None:
    """The body that a mention surely means; None for "the party committees" of nobody in particular."""
    if not isinstance(mention, BodyMention) or mention.kind is None or plural(parsed.items, mention):
        return None
    if mention.place is None and mention.level not in ("province", "central") and mention.kind not in _PROVINCIAL:
        return None
    body = ground_body(mention, page)
    return body if body.place is not None or body.level == "central" else None


def _closes(item: Item, settings: Mapping[str, object]) -> bool:
    """Whether the words for an addressee end before an item: there what is asked begins."""
    begins, ends = settings.get("verb_beginnings"), settings.get("verb_endings")
    word = item.key
    verb = not item.atoms and len(word) > _SHORTEST_VERB and word[0].islower()
    told = isinstance(begins, list) and word.startswith(tuple(begins))
    told |= isinstance(ends, list) and word.endswith(tuple(ends))
    return bool(item.codes("clauses")) or item.text in ":;." or (verb and told)


def _subject(page: Page, parsed: Parsed, start: int) -> Addressee:
    """The noun that opens what is asked, with the capitals after it: "that [investors] speed up", "agar [VNPT] …".

    Without a verb's form to tell, the first word is all that is sure.
    """
    items = parsed.items
    first = start
    while first < len(items) and (
        items[first].codes("glue") or items[first].codes("plurals") or items[first].codes("also")
    ):
        first += 1
    if first >= len(items) or items[first].atoms or not items[first].text[0].isalpha():
        return Addressee((), None, items[start - 1].end)
    end = first + 1
    while end < len(items) and items[end].text[0].isupper() and not items[end].atoms:
        end += 1
    return Addressee((), page.article.text[items[first].start : items[end - 1].end], items[start - 1].end)


def _words(page: Page, parsed: Parsed, start: int) -> Addressee:
    """The words between the verb and what is asked: a pronoun, or what ends at the word that opens the clause."""
    items = parsed.items
    if start < len(items) and items[start].codes("pronouns"):
        return Addressee((), items[start].text, items[start].end)
    while start < len(items) and items[start].has("markers:to", "glue:of"):
        start += 1
    end = start
    settings = page.setting.lexicon.settings
    while end < len(items) and end - start < _WORDS:
        told_of_them = end > start and items[end - 1].has("markers:relative")
        if not told_of_them and _closes(items[end], settings):
            break
        end += 1
    if end < len(items) and items[end - 1].text == ",":
        end -= 1
    if end >= len(items) or end <= start or end - start >= _WORDS or not items[end:]:
        return _subject(page, parsed, start)
    return Addressee((), page.article.text[items[start].start : items[end - 1].end], items[end - 1].end)
