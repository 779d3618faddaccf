"""Places named in a sentence: the capitals beside a level word, and where among them a person's name begins.

"przewodniczący Komitetu Ludowego gminy Van Ho Lo Van Huong" names the chairman of Van Ho; "… gminy Lo Van Huong
podziękował" names the chairman of the commune that the article is about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kg.mentions.items import Item
from kg.mentions.provinces import Beside, province_beside
from kg.mentions.setting import Setting
from kg.model import Place
from kg.names.gazetteer import LONGEST_NAME, gazetteer, slug
from kg.names.people import has_common_surname, read_name, readings
from kg.names.spelling import normal

COMMUNE_LEVELS = frozenset({"commune", "ward", "special-zone"})
_OWN_WORD: Final = "xã"
"""The word for a commune alone; its translations stand for wards, too."""
_FORMER_WORD: Final = "thị trấn"
"""The word for towns, which there were until July 2025."""
_TYPES: Final[Mapping[str, frozenset[str]]] = {"ward": frozenset({"Phường"}), "special-zone": frozenset({"Đặc khu"})}
_DASHES = {"-", "–"}
_MAX_WORDS = 5
_MEMBERS = (";", ":")
"""Marks that part the members of a list."""
_PLACE_WORDS = 2
_LONG = 4
"""Shorter words are small in headlines, too."""
_SHORTEST_NAME, _LONGEST_NAME = 3, 4
"""So many words make a name that could as well be a place and the name of somebody after it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a level word tells of the place beside it."""

    level: str
    types: frozenset[str] = frozenset()
    """The official types that the word stands for: they tell namesakes apart where nothing else does."""
    former: bool = False
    """Whether there are no such units any more: "thị trấn"."""


def sought_by(item: Item) -> tuple[Sought, ...]:
    """What the place beside a level word can be, likeliest first."""
    levels = item.codes("levels")
    return _sought(levels, normal(item.text).lower()) if levels else ()


@lru_cache(maxsize=4096)
def _sought(levels: Sequence[str], word: str) -> tuple[Sought, ...]:
    """What a word of these levels stands for."""
    found: list[Sought] = []
    for code in levels:
        if code in COMMUNE_LEVELS:
            own = frozenset({"Xã"} if word == _OWN_WORD else ())
            found.append(Sought("commune", _TYPES.get(code, own), former=word == _FORMER_WORD))
        else:
            names = {"city": ["province", "district"], "ward-or-district": ["commune", "district"]}
            found += map(Sought, names.get(code, [code] if code in ("province", "district") else []))
    return tuple(found)


def capitals(items: Sequence[Item], at: int) -> list[str]:
    """The capitalised words from an item on, and the numbers among them: "Đam Rông 3"."""
    words: list[str] = []
    while at < len(items) and len(words) < _MAX_WORDS and (items[at].capital or (words and items[at].text.isdigit())):
        words.append(items[at].text)
        at += 1
    return words


def read_place(
    items: Sequence[Item],
    at: int,
    sought: Sought,
    setting: Setting,
    title: int | None = None,
    before: Place | None = None,
) -> tuple[int, Place | None]:
    """The place that begins at an item, as (index after it, place); (at, None) where none does.

    A commune that the map does not list is a place too when a level word introduces it, as long as it is no
    person's name. Words after a title (which begins at index `title`) can be its holder's name. `before` is the
    province that the same phrase has named.
    """
    words = capitals(items, at)
    beside = _beside(items, at, at + len(words), before, setting) if sought.level == "commune" else None
    if sought.level == "commune":
        count, place = _commune(items, at, sought, setting, beside)
    else:
        count, place = _longest(words, sought.level, setting)
    if place is None:
        return at, None
    held = title is not None and _may_name_holder(items, title, at + len(words))
    if held and beside is None and _rather_a_name(words, count, place, setting):
        return at, None
    return at + count, place


def _beside(items: Sequence[Item], first: int, after: int, before: Place | None, setting: Setting) -> Beside | None:
    """The province named next to a commune, else the one that the same phrase has named before."""
    return province_beside(items, first, after, setting) or (Beside(before, "") if before is not None else None)


def read_before_level(
    items: Sequence[Item], at: int, setting: Setting, before: Place | None = None
) -> tuple[int, Place | None]:
    """The place that words name which end at their level word: "Xuan Truong commune", "Lang Son province"."""
    words = _whole_name(items, at)
    after = at + len(words)
    for sought in sought_by(items[after]) if words and after < len(items) else ():
        if sought.level == "commune":
            beside = _beside(items, at, after, before, setting)
            count, place = _commune_near(words, sought, setting, beside)
            if place is not None and count == len(words):
                return after, place
        if items[at].has("glue:article") and not gazetteer().find(" ".join(words), level=sought.level):
            continue  # "The Ba Dinh ward" is Ba Dinh; "An Binh commune" is no other Binh
        end, place = read_place(items, at, sought, setting, before=before) if items[at].capital else (at, None)
        if place is not None and end == after:
            return after, place
    return at, None


def read_odd_name(
    items: Sequence[Item], at: int, sought: Sought, setting: Setting, before: Place | None = None
) -> tuple[int, Place | None]:
    """The commune beside its level word whose name begins with a number or a word of the pack: "phường Trung Tâm"."""
    whole = _whole_name(items, at)
    beside = _beside(items, at, at + len(whole), before, setting)
    count, place = _commune_near(whole, sought, setting, beside)
    name = " ".join(whole[:count])
    return (at + count, place) if place is not None and (" " in name or name[0].isdigit()) else (at, None)


def _whole_name(items: Sequence[Item], at: int) -> list[str]:
    """The words from an item on that may be one name, with numbers, a dash and words of the pack among them."""
    words: list[str] = []
    while at < len(items) and len(words) < LONGEST_NAME:
        text = items[at].text
        joins = bool(words) and text in _DASHES and at + 1 < len(items) and items[at + 1].text[0].isupper()
        if items[at].codes("levels") or not (text[0].isupper() or text[0].isdigit() or joins):
            break
        words.append(text)
        at += 1
    return words


def _commune(
    items: Sequence[Item], at: int, sought: Sought, setting: Setting, beside: Beside | None
) -> tuple[int, Place | None]:
    """How many items name a commune, and which: one on the map, one of several on it, or one on no map."""
    words = capitals(items, at)
    if not sought.former and _is_former(items, at, at + len(words)):
        sought = replace(sought, former=True)
    count, place = _commune_near(_whole_name(items, at), sought, setting, beside)
    if place is not None:
        return count, place
    count, places = _longest_commune(words, None, sought, setting)
    if count:
        told = [place for place in places if place.province in setting.others]
        return count, _settled(places, sought) or _settled(told, sought) or _open(places, words[:count], setting)
    count = _unlisted_length(words, setting)
    return count, _unlisted(" ".join(words[:count]), setting) if count else None


def _commune_near(
    words: Sequence[str], sought: Sought, setting: Setting, beside: Beside | None
) -> tuple[int, Place | None]:
    """The longest name of a commune of the province named beside it, else of the article's.

    An ASCII name beside a province that has its diacritics is the one without any: "xã Thanh An, TP Hồ Chí Minh".
    """
    for province in _provinces_near(setting, beside):
        count, places = _longest_commune(words, province, sought, setting)
        if count:
            exact = " ".join(words[:count]) if beside is not None and not beside.words.isascii() else None
            named = [place for place in places if place.name == exact] or places
            return count, _settled(named, sought) or _open(named, words[:count], setting)
    return 0, None


def _longest_commune(
    words: Sequence[str], province: str | None, sought: Sought, setting: Setting
) -> tuple[int, tuple[Place, ...]]:
    """The longest name of communes with which words begin; dissolved ones come first where those are sought."""
    language = setting.language
    for former in (True, False) if sought.former else (False,):
        count, places = gazetteer().longest(words, level="commune", province=province, language=language, former=former)
        if count:
            return count, places
    return 0, ()


def _is_former(items: Sequence[Item], first: int, after: int) -> bool:
    """Whether a commune is told to be a former one: "xã Lộc Bình cũ", "former Loc Binh commune"."""
    around = (*items[max(0, first - 2) : first], *items[after : after + 2])
    return any(item.has("particles:old") for item in around)


def _provinces_near(setting: Setting, beside: Beside | None) -> Iterator[str]:
    """Where a commune is looked for first, as keys of the gazetteer: a dissolved province, then what it became."""
    if beside is not None:
        yield slug(beside.place.name)
        yield from (slug(heir.name) for heir in gazetteer().successors(beside.place))
    if setting.province_slug is not None:
        yield setting.province_slug


def _settled(places: Sequence[Place], sought: Sought) -> Place | None:
    """The only one of some units, else the only one of the type that the level word tells."""
    fitting = [place for place in places if place.unit_type in sought.types] if len(places) > 1 else places
    return fitting[0] if len(fitting) == 1 else None


def _open(places: Sequence[Place], words: Sequence[str], setting: Setting) -> Place:
    """A place of a name that several units bear, where nothing tells which is meant: of this article alone."""
    names, provinces = {place.name for place in places}, {place.province for place in places}
    name = names.pop() if len(names) == 1 else " ".join(words)
    return Place(name, "commune", province=provinces.pop() if len(provinces) == 1 else None, local=setting.article)


def read_near(
    items: Sequence[Item], at: int, levels: Sequence[str], setting: Setting, *, sure: bool
) -> tuple[int, Place | None]:
    """The place of the article's province, of one of the levels, that capitals name apart from their level word.

    `sure` where they cannot be a person's name.
    """
    words = capitals(items, at) if levels and setting.province is not None else []
    if not words or not (sure or read_name(words, setting.language) is None):
        return at, None
    for level in levels:
        near = setting.province_slug
        count, places = gazetteer().longest(words, level=level, province=near, language=setting.language)
        rest = words[count:]
        if len(places) == 1 and (not rest or read_name(rest, setting.language)):
            return at + count, places[0]
    return at, None


def after_unknown(items: Sequence[Item], at: int, setting: Setting) -> int:
    """The index after a place beside a level word that no map lists: "провинции Гуанси"; the same index for none.

    In a headline whose words all have capitals nothing tells a place from a verb.
    """
    words = capitals(items, at)
    long = [item.text for item in items if len(item.text) >= _LONG and item.text.isalpha()]
    if read_name(words, setting.language) or 2 * sum(word[0].isupper() for word in long) > len(long):
        return at
    rests = (
        count for count in range(1, len(words) + 1) if not words[count:] or read_name(words[count:], setting.language)
    )
    return at + next(rests, 0)


def is_rather_a_place(words: Sequence[str], setting: Setting) -> bool:
    """Whether two words that could be a name are a commune or an old district of the province, and no usual surname."""
    if len(words) != _PLACE_WORDS or setting.province is None or has_common_surname(words[0], setting.language):
        return False
    near = setting.province_slug
    name, language = " ".join(words), setting.language
    communes = gazetteer().find(name, level="commune", province=near, language=language)
    districts = gazetteer().find(name, level="district", province=near, language=language)
    return bool(districts) or any(not place.dissolved for place in communes)


def _longest(words: Sequence[str], level: str, setting: Setting) -> tuple[int, Place | None]:
    """The longest name of a province or district with which words begin; of the article's province before others."""
    for province in (None,) if level == "province" else (setting.province_slug, None):
        count, places = gazetteer().longest(words, level=level, province=province, language=setting.language)
        if count and len(places) == 1:
            return count, places[0]
    return 0, None


def _may_name_holder(items: Sequence[Item], title: int, end: int) -> bool:
    """Whether capitals that end at an index can be the name of who holds a title: nobody beside the title is."""
    after = items[end : end + 2]
    if after and (after[0].codes("honorifics") or (after[0].mark and _names(after[1:]))):
        return False
    apposed = title > 0 and items[title - 1].mark and (not after or after[0].mark)
    return not (apposed and _name_opens(items, title))


def _name_opens(items: Sequence[Item], title: int) -> bool:
    """Whether a name stands before the first title of its list member: "A, head of X, head of Y"."""
    first = max((at for at in range(title) if items[at].text in _MEMBERS), default=-1) + 1
    role = next((at for at in range(first, title) if items[at].codes("roles")), title)
    return any(items[at].capital and items[at + 1].capital for at in range(first, role - 1))


def _names(items: Sequence[Item]) -> bool:
    return bool(items) and (items[0].capital or bool(items[0].codes("honorifics")))


def _rather_a_name(words: Sequence[str], count: int, place: Place, setting: Setting) -> bool:
    """Whether words that begin like a place are a person's name throughout: no name is left over for the holder."""
    if not _SHORTEST_NAME <= len(words) <= _LONGEST_NAME or read_name(words, setting.language) is None:
        return False
    near = place.code is not None and (place.level == "province" or setting.province_slug in (None, place.province))
    rest = words[count:]
    if not rest:
        return not near
    if gazetteer().find(" ".join(rest), language=setting.language):
        return False
    own = read_name(rest, setting.language)
    return own is None or (not near and not has_common_surname(rest[0], setting.language))


def _unlisted_length(words: Sequence[str], setting: Setting) -> int:
    """How many words make the name of a place that no map lists: what a person's name after it leaves over."""
    if words and all(readings(word, setting.language) for word in words[:2]):
        for count in (2, 3, 1):
            rest = words[count:]
            if len(words) >= count and (not rest or read_name(rest, setting.language)):
                return count
    return 0


def _unlisted(name: str, setting: Setting) -> Place:
    """A place on no map; where the article has no province, nothing tells it from its namesakes elsewhere."""
    province = setting.province_slug
    return Place(name, "commune", province=province, local=None if province else setting.article)


def listed_after(items: Sequence[Item], at: int, setting: Setting) -> int:
    """The index after a list of communes that goes on at a mark or "and": "коммун A[, B, C и D]"."""
    while at + 1 < len(items) and (items[at].text == "," or items[at].codes("and")):
        words = capitals(items, at + 1)
        name = " ".join(words)
        known = words and gazetteer().find(
            name, level="commune", province=setting.province_slug, language=setting.language
        )
        if not known:
            break
        at += 1 + len(words)
    return at
