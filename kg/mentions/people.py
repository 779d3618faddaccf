"""Names of people in a sentence: runs of capitalised syllables that begin with a Vietnamese or minority surname."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.mentions.items import Item
from kg.mentions.places import is_rather_a_place
from kg.mentions.setting import Setting
from kg.names.people import Name, is_forebear, is_slip, read_clan_name, read_name, readings, with_word

_LONGEST = 5
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class NameMention:
    """Words that name a person: items[first:last]."""

    first: int
    last: int
    start: int
    end: int
    text: str
    name: Name
    partial: bool = False
    """Only a given name after an honorific: "Bapak Truc"."""
    honorific: bool = False


def find_names(items: Sequence[Item], taken: Collection[int], setting: Setting) -> tuple[NameMention, ...]:
    """The names in a sentence, outside the items (by index) that titles, bodies and places have taken."""
    found = []
    at = 0
    while at < len(items):
        if not items[at].capital:
            at += 1
            continue
        if at and items[at - 1].has("particles:named-after"):
            at += len(_words(items, at, taken, setting))
        mention = None if at in taken or at >= len(items) else _name_at(items, at, taken, setting)
        if mention is not None:
            found.append(mention)
        at = mention.last if mention else at + 1
    return tuple(found)


def _name_at(items: Sequence[Item], at: int, taken: Collection[int], setting: Setting) -> NameMention | None:
    honorific = at > 0 and bool(items[at - 1].codes("honorifics"))
    words = _words(items, at, taken, setting)
    if not words:
        return None
    sure = honorific or at - 1 in taken
    for count in range(len(words), _SHORTEST - 1, -1):
        name = read_name(words[:count], setting.language, sure=sure)
        if name is not None and not honorific and is_rather_a_place(words[:count], setting):
            return None
        if name is not None and is_forebear(name):
            return None
        if name is not None and _slipped(items, at + count, taken, name):
            name = with_word(name, items[at + count].text)
            count += 1  # noqa: PLW2901 - the loop ends here
        if name is not None:
            return _mention(items, at, at + count, name, honorific=honorific)
    alone = read_clan_name(words[0], setting.language) if sure else None
    if alone is not None:
        return _mention(items, at, at + 1, alone, honorific=honorific)
    if honorific and all(readings(word, setting.language) for word in words):
        reading = " ".join(readings(word, setting.language)[0].ascii for word in words)
        name = Name(reading, " ".join(words), (), declined=False)
        return _mention(items, at, at + len(words), name, honorific=True, partial=True)
    return None


def _slipped(items: Sequence[Item], at: int, taken: Collection[int], name: Name) -> bool:
    """Whether a word without a meaning goes on a name though it is misspelt: "Cam Thi Bich Lein"."""
    if at >= len(items) or at in taken or items[at].atoms or not items[at].capital:
        return False
    return not name.declined and len(name.ascii.split()) < _LONGEST and is_slip(items[at].text)


def _words(items: Sequence[Item], at: int, taken: Collection[int], setting: Setting) -> list[str]:
    """The capitalised words from an item on that may be a name's."""
    words: list[str] = []
    while at < len(items) and len(words) < _LONGEST and at not in taken:
        if not items[at].capital and not (words and _syllable(items[at], setting)):
            break
        words.append(items[at].text)
        at += 1
    return words


def _syllable(item: Item, setting: Setting) -> bool:
    """Whether a word with a meaning of its own can go on a name that has begun: "Tran Van Uu", "Mua A Dua"."""
    return item.text[0].isupper() and item.text.isalpha() and bool(readings(item.text, setting.language))


def _mention(
    items: Sequence[Item], first: int, last: int, name: Name, *, honorific: bool, partial: bool = False
) -> NameMention:
    text = " ".join(item.text for item in items[first:last])
    return NameMention(first, last, items[first].start, items[last - 1].end, text, name, partial, honorific)
