"""Places named in a sentence: the capitals beside a level word, and where among them a person's name begins.

"przewodniczący Komitetu Ludowego gminy Van Ho Lo Van Huong" names the chairman of Van Ho; "… gminy Lo Van Huong
podziękował" names the chairman of the commune that the article is about.
"""

from collections.abc import Sequence

from kg.mentions.items import Item
from kg.mentions.setting import Setting
from kg.model import Place
from kg.names.gazetteer import gazetteer
from kg.names.people import has_common_surname, read_name, readings

COMMUNE_LEVELS = frozenset({"commune", "ward", "special-zone"})
_MAX_WORDS = 5
_MEMBERS = (";", ":")
"""Marks that part the members of a list."""
_PLACE_WORDS = 2
_LONG = 4
"""Shorter words are small in headlines, too."""
_SHORTEST_NAME, _LONGEST_NAME = 3, 4
"""So many words make a name that could as well be a place and the name of somebody after it."""


def levels_of(item: Item) -> list[str]:
    """The levels that the place beside a level word can have, likeliest first."""
    found: list[str] = []
    for code in item.codes("levels"):
        found += {"city": ["province", "district"], "ward-or-district": ["commune", "district"]}.get(
            code, ["commune"] if code in COMMUNE_LEVELS else [code] if code in ("province", "district") else []
        )
    return found


def capitals(items: Sequence[Item], at: int) -> list[str]:
    """The capitalised words from an item on, and the numbers among them: "Đam Rông 3"."""
    words: list[str] = []
    while at < len(items) and len(words) < _MAX_WORDS and (items[at].capital or (words and items[at].text.isdigit())):
        words.append(items[at].text)
        at += 1
    return words


def read_place(
    items: Sequence[Item], at: int, level: str | None, setting: Setting, title: int | None = None
) -> tuple[int, Place | None]:
    """The place that begins at an item, as (index after it, place); (at, None) where none does.

    A commune that the map does not list is a place too when a level word introduces it, as long as it is no
    person's name. Words after a title (which begins at index `title`) can be its holder's name.
    """
    words = capitals(items, at)
    held = title is not None and _may_name_holder(items, title, at + len(words))
    count, place = _longest(words, level, setting)
    if place is None and level == "commune":
        count = _unlisted_length(words, setting)
        place = _unlisted(" ".join(words[:count]), setting) if count else None
    if place is None or (held and _rather_a_name(words, count, place, setting)):
        return at, None
    return at + count, place


def read_near(
    items: Sequence[Item], at: int, levels: Sequence[str], setting: Setting, *, sure: bool
) -> tuple[int, Place | None]:
    """The place of the article's province, of one of the levels, that capitals name apart from their level word.

    `sure` where they cannot be a person's name.
    """
    words = capitals(items, at)
    if not words or setting.province is None or not (sure or read_name(words, setting.language) is None):
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


def _longest(words: Sequence[str], level: str | None, setting: Setting) -> tuple[int, Place | None]:
    """The longest name of a place on the map with which the words begin, in the article's province before others."""
    for province in (None,) if level == "province" else (setting.province_slug, None):
        count, places = gazetteer().longest(words, level=level, province=province, language=setting.language)
        if count and len(places) == 1:
            return count, places[0]
        if count and level == "commune" and province is None:
            return count, _unlisted(_common_name(places) or " ".join(words[:count]), setting)
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


def _common_name(places: Sequence[Place]) -> str | None:
    """The name that namesakes share with its diacritics, if they do."""
    names = {place.name for place in places}
    return names.pop() if len(names) == 1 else None


def _unlisted_length(words: Sequence[str], setting: Setting) -> int:
    """How many words make the name of a place that no map lists: what a person's name after it leaves over."""
    if words and all(readings(word, setting.language) for word in words[:2]):
        for count in (2, 3, 1):
            rest = words[count:]
            if len(words) >= count and (not rest or read_name(rest, setting.language)):
                return count
    return 0


def _unlisted(name: str, setting: Setting) -> Place:
    return Place(name, "commune", province=setting.province_slug)


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
