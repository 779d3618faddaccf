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


def is_complement(items: Sequence[Item], title: TitleMention, setting: Setting) -> bool:
    """Whether a title is what an act gives or takes away."""
    at = title.first - 1
    for _ in range(_REACH):
        if at < 0:
            break
        if items[at].has("markers:as", "markers:from-post"):
            return True
        if not items[at].codes("glue") and not items[at].codes("honorifics") and not items[at].codes("and"):
            break
        at -= 1
    if title.base == "member" and title.first and items[title.first - 1].has("markers:into"):
        return True
    endings = setting.lexicon.settings.get("complement_endings")
    first = items[title.first].key.split()[0]
    return isinstance(endings, list) and first.endswith(tuple(endings))


def has_act(parsed: Parsed) -> bool:
    """Whether a sentence tells of a personnel act."""
    return any(item.codes("acts") or item.codes("acts_undergone") for item in parsed.items)


def told_of_holder(parsed: Parsed, setting: Setting) -> tuple[TitleMention, ...]:
    """The titles of a sentence that can belong to the names beside them."""
    if not has_act(parsed):
        return parsed.titles
    return tuple(title for title in parsed.titles if not is_complement(parsed.items, title, setting))
