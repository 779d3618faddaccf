"""Titles that a personnel sentence gives or takes away, as against those that its people already hold.

"избрала товарища Ву А Шая, [командующего пограничной охраной], *членом Постоянного комитета*": the first title is told
of the man, the second is what the act gives him: a marker word ("as", "from the post of") or its case tells them apart.
"""

from collections.abc import Sequence

from kg.mentions.items import Item
from kg.mentions.page import Parsed
from kg.mentions.setting import Setting
from kg.mentions.titles import TitleMention

_REACH = 3
_SERVED_REACH = 2


def told_of_holder(parsed: Parsed, setting: Setting) -> tuple[TitleMention, ...]:
    """The titles of a sentence that can belong to the names beside them."""
    others = {title.first for title in (*complements(parsed, setting), *served(parsed, setting), *_issuing(parsed))}
    return tuple(title for title in parsed.titles if title.first not in others)


def complements(parsed: Parsed, setting: Setting) -> tuple[TitleMention, ...]:
    """The titles that the acts of a sentence give or take away."""
    if not _has_act(parsed):
        return ()
    held_before = served(parsed, setting)
    found = [title for title in parsed.titles if title not in held_before and _is_complement(parsed, title, setting)]
    marked = [title for title in found if _marked(parsed.items, title, ("markers:as", "markers:from-post"), _REACH)]
    return tuple(title for title in found if title in marked or not (marked and _in_apposition(parsed, title)))


def _in_apposition(parsed: Parsed, title: TitleMention) -> bool:
    """Whether a comma sets a title off from the name before it: "przeniósł A, wiceprzewodniczącą X, na stanowisko"."""
    return any(name.last == title.first - 1 and parsed.items[name.last].text == "," for name in parsed.names)


def _has_act(parsed: Parsed) -> bool:
    return bool(parsed.items.where("acts", "acts_undergone"))


def _is_complement(parsed: Parsed, title: TitleMention, setting: Setting) -> bool:
    items = parsed.items
    if _marked(items, title, ("markers:as", "markers:from-post"), _REACH):
        return True
    if title.base == "member" and title.first and items[title.first - 1].has("markers:into"):
        return True
    return _ends_as_complement(items, title, setting) or _second_object(parsed, title) or _first_object(items, title)


def _ends_as_complement(items: Sequence[Item], title: TitleMention, setting: Setting) -> bool:
    endings = setting.lexicon.settings.get("complement_endings")
    return isinstance(endings, list) and items[title.first].key.split()[0].endswith(tuple(endings))


def _marked(items: Sequence[Item], title: TitleMention, markers: tuple[str, ...], reach: int) -> bool:
    """Whether a marker stands before a title, with nothing but joining words between them."""
    for at in range(title.first - 1, max(-1, title.first - 1 - reach), -1):
        if items[at].has(*markers):
            return True
        if not items[at].codes("glue") and not items[at].codes("honorifics") and not items[at].codes("and"):
            break
    return False


def _second_object(parsed: Parsed, title: TitleMention) -> bool:
    """Whether a title right behind a name is a second object: "elected A Secretary and B Deputy Secretary"."""
    name = next((name for name in parsed.names if name.last == title.first), None)
    if name is None:
        return False
    at = name.first - 1
    while at > 0 and (parsed.items[at].codes("honorifics") or parsed.items[at].has("glue:article")):
        at -= 1
    if at >= 0 and parsed.items[at].codes("acts"):
        return True
    while at > 0 and (parsed.items[at].text == "," or parsed.items[at].codes("and")):
        at -= 1
    earlier = next((other for other in parsed.titles if other.last == at + 1 and other.last < name.first), None)
    return earlier is not None and _second_object(parsed, earlier)


def _first_object(items: Sequence[Item], title: TitleMention) -> bool:
    """Whether a title stands between the verb and those for whom it is meant: "miễn nhiệm Chủ tịch đối với bà A"."""
    after = items[title.last] if title.last < len(items) else None
    done = title.first > 0 and bool(items[title.first - 1].codes("acts"))
    return done and after is not None and after.has("markers:to")


def served(parsed: Parsed, setting: Setting) -> tuple[TitleMention, ...]:
    """The titles of which a sentence tells that somebody once held them: "pełnił funkcję przewodniczącego"."""
    items = parsed.items
    found: list[TitleMention] = []
    for title in parsed.titles:
        past = ("markers:served", "markers:was") if _ends_as_complement(items, title, setting) else ("markers:served",)
        listed = bool(found) and _listed(items[found[-1].last : title.first])
        if listed or items[title.first].has("markers:served") or _marked(items, title, past, _SERVED_REACH):
            found.append(title)
    return tuple(found)


def _listed(between: Sequence[Item]) -> bool:
    """Whether the words between two titles tell them one after the other: "(former), then"."""
    return bool(between) and all(
        item.text in ",()" or item.codes("and") or item.has("markers:then", "particles:old") for item in between
    )


def _issuing(parsed: Parsed) -> tuple[TitleMention, ...]:
    """The titles by whose decision an act is done: "Решением председателя Народного комитета г-н А назначен"."""
    if not _has_act(parsed):
        return ()
    return tuple(title for title in parsed.titles if title.first and parsed.items[title.first - 1].codes("doctypes"))
