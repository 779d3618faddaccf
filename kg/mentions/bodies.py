"""Bodies named in a sentence: runs of body words, level words, fields and place names, whatever their order.

"sekretarz [Komitetu Organizacyjnego Komitetu Partii Prowincji]" is one body: the words between the brackets give the
atoms organization, committee, party, province, which `data/bodies.toml` knows as a party organization commission.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.mentions.items import NOTHING, Item
from kg.mentions.kinds import kind_of
from kg.mentions.places import (
    COMMUNE_LEVELS,
    Sought,
    after_unknown,
    listed_after,
    read_before_level,
    read_near,
    read_odd_name,
    read_place,
    sought_by,
)
from kg.mentions.provinces import after_apposed
from kg.mentions.setting import Setting
from kg.model import Place
from kg.names.people import readings

_PARTS = ("bodies", "levels", "fields")
_LONGEST_NAME = 7
"""So many words make the name of a school or company at most."""


@dataclass(frozen=True, slots=True)
class BodyMention:
    """Words that name a body (or, without a kind, only a level or place): items[first:last]."""

    first: int
    last: int
    start: int
    end: int
    kind: str | None
    level: str | None
    place: Place | None
    field: str | None
    number: str | None
    atoms: frozenset[str]


@dataclass(slots=True)
class _Run:
    """What the words read so far say."""

    atoms: set[str]
    fields: list[str]
    levels: list[str]
    """The levels that the place can have, as far as told."""
    title: int | None = None
    """Where the title begins whose body this is."""
    place: Place | None = None
    province: Place | None = None
    """The last province named: "In Dong Nai province, the Party Committee of Tan Phu commune"."""
    number: str | None = None
    closed: int | None = None
    """Index of a level word whose place stands before it: none follows it."""
    many: bool = False
    """Whether the last level word is a plural: a list of places may follow."""


def find_body(
    items: Sequence[Item], at: int, setting: Setting, *, title: int | None = None, told: str | None = None
) -> BodyMention | None:
    """The longest body, level or place phrase that begins at an item; None where none does.

    `title` is where the title begins whose body is looked for, `told` an atom of the body that its role word tells.
    """
    if title is None and not _may_begin(items[at]):
        return None
    run = _Run({told} if told else set(), [], [], title)
    here, last = at, at
    while here < len(items):
        step = _step(items, here, at, run, setting)
        if step == here:
            break
        if items[here].codes("bodies") or not (_joins(items[here]) or items[here].has("roles:delegate")):
            last = step
        here = step
    if last == at or not run.atoms:
        return None
    nameless = title is not None and run.place is None and not run.fields and kind_of(frozenset(run.atoms)) is None
    if nameless and _unknown_noun(items, last, setting):
        run.atoms.add("NAMED")
        last += 1
    if run.place is not None and run.place.level == "commune":
        last = after_apposed(items, last, run.place, setting)
    return _mention(items, at, last, run)


def _may_begin(item: Item) -> bool:
    """Whether a body without a title can begin with a word: most words cannot."""
    return item.of(_PARTS) or item.text[0].isupper() or item.text[0].isdigit()


def _unknown_noun(items: Sequence[Item], at: int, setting: Setting) -> bool:
    """Whether a capitalised word stands here that no pack knows and no name begins with: "провинциальной Федерации"."""
    return (
        at < len(items)
        and not items[at].atoms
        and items[at].text[0].isupper()
        and items[at].text.isalpha()
        and not readings(items[at].text, setting.language)
    )


def _joins(item: Item) -> bool:
    """Words that only join parts of one body: "of", "dari"."""
    return item.has("glue:of", "glue:this") and not item.text[0].isupper()


def _step(items: Sequence[Item], here: int, first: int, run: _Run, setting: Setting) -> int:
    """Where the phrase goes on after one more part; `here` where it ends."""
    item = items[here]
    if item.meaning is NOTHING and not item.text[0].isupper() and not item.text[0].isdigit():
        return here
    after = _take_odd_name(items, here, first, run, setting)
    if after > here:
        return after
    if item.of(_PARTS):
        return _take_words(item, here, run)
    if item.has("glue:this") and here > first:
        run.atoms.add("THIS")
        return here + 1
    after = _after_ordinal(items, here)
    if after > here:
        return after
    if _joins(item) or ("delegation" in run.atoms and item.has("roles:delegate")):
        return here + 1 if here > first else here
    if item.has("particles:number-sign") and "working-group" in run.atoms:
        return _take_number(items, here, run)
    after = _take_place(items, here, first, run, setting) if item.capital else here
    return after if after > here else _take_institution(items, here, run)


def _take_institution(items: Sequence[Item], here: int, run: _Run) -> int:
    """The index of the word for an institution at the end of its name: "of [Chu Van An High] School"."""
    if run.title is None:
        return here
    for at in range(here, min(here + _LONGEST_NAME, len(items))):
        if items[at].has("bodies:institution"):
            return at
        if not items[at].text[0].isupper() or items[at].codes("roles"):
            break
    return here


def _after_ordinal(items: Sequence[Item], here: int) -> int:
    """The index after an ordinal that a body's word follows: "15-го Национального собрания", "XIII KC"."""
    text = items[here].text
    if not text.isdigit() and not (text.isupper() and set(text) <= set("IVXХ")):
        return here
    after = here + 1
    if after + 1 < len(items) and items[after].text == "-" and items[after + 1].text.islower():
        after += 2
    return after if after < len(items) and items[after].of(_PARTS) else here


def _take_words(item: Item, here: int, run: _Run) -> int:
    run.atoms.update(item.codes("bodies"), item.codes("levels"))
    run.fields += item.codes("fields")
    run.many = item.has("plurals:places")
    run.levels += [sought.level for sought in sought_by(item)]
    return here + 1


def _take_number(items: Sequence[Item], here: int, run: _Run) -> int:
    if here + 1 < len(items) and items[here + 1].text.isdigit():
        run.number = items[here + 1].text.lstrip("0")
        return here + 2
    return here


def _take_odd_name(items: Sequence[Item], here: int, first: int, run: _Run, setting: Setting) -> int:
    """The index after a commune's name, beside its level word, whose first word looks like no name."""
    item = items[here]
    number = item.text.isdigit()
    if (here == first and not number) or item.text[0].islower() or (item.capital and not item.atoms):
        return here
    for sought in sought_by(items[here - 1]) if here > first and here - 1 != run.closed else ():
        if sought.level == "commune":
            after, place = read_odd_name(items, here, sought, setting, run.province)
            if place is not None:
                return _placed(items, after, place, run, setting)
    return _take_place_before_level(items, here, run, setting)


def _take_place(items: Sequence[Item], here: int, first: int, run: _Run, setting: Setting) -> int:
    """A place name: after a level word any place of that level, elsewhere a province or one near."""
    previous = items[here - 1] if here > first and here - 1 != run.closed else None
    told = sought_by(previous) if previous is not None else ()
    levels = [sought.level for sought in told]
    after = here if told else _take_place_before_level(items, here, run, setting)
    if after > here:
        return after
    for sought in told or (Sought("province"),):
        after, place = read_place(items, here, sought, setting, run.title, run.province)
        if place is None or (place.level == "commune" and "district" in levels and _is_old(items, after)):
            continue
        if not levels and here == first and not _goes_on(items, after):
            return here
        return _placed(items, after, place, run, setting)
    near = run.levels if run.place is None and previous is not None and not levels else []
    sure = here - first > 1 and _joins(items[here - 1]) and bool(sought_by(items[here - 2]))
    after, place = read_near(items, here, near, setting, sure=sure)
    if place is not None:
        return _placed(items, after, place, run, setting)
    if not told:
        return here
    after = _take_place_before_level(items, here, run, setting)
    if levels and after == here:
        after = after_unknown(items, here, setting)
        run.atoms |= {"ELSEWHERE"} if after > here else set()
    return after


def _placed(items: Sequence[Item], after: int, place: Place, run: _Run, setting: Setting) -> int:
    """The index after a place and, where the level word is a plural, those listed with it."""
    run.atoms.add(place.level)
    run.province = place if place.level == "province" else run.province
    last = listed_after(items, after, setting) if run.many and place.level == "commune" else after
    if last == after:
        run.place = place if run.place is None or place.level != "province" else run.place
    return last


def _is_old(items: Sequence[Item], at: int) -> bool:
    """Whether a place is told to be a former one: "Distrik Chu Puh (lama)"."""
    return any(item.has("particles:old") for item in items[at : at + 2])


def _goes_on(items: Sequence[Item], at: int) -> bool:
    return at < len(items) and bool(items[at].codes("bodies") or items[at].codes("levels"))


def _take_place_before_level(items: Sequence[Item], here: int, run: _Run, setting: Setting) -> int:
    """The name that stands before its level word: "Xuan Truong commune"."""
    after, place = read_before_level(items, here, setting, run.province)
    if place is not None:
        run.closed = after
        run.place = place if run.place is None or place.level != "province" else run.place
        run.province = place if place.level == "province" else run.province
        run.atoms.add(place.level)
    return after


def _mention(items: Sequence[Item], first: int, last: int, run: _Run) -> BodyMention:
    bag = frozenset(run.atoms | ({"FIELD"} if run.fields else set()))
    kind = kind_of(bag)
    field = run.fields[0] if run.fields else None
    return BodyMention(
        first,
        last,
        items[first].start,
        items[last - 1].end,
        kind.code if kind else None,
        (kind.level if kind else None) or _level(bag, run.place),
        run.place,
        field,
        run.number,
        bag,
    )


def _level(bag: frozenset[str], place: Place | None) -> str | None:
    if bag & COMMUNE_LEVELS or (place is not None and place.level == "commune"):
        return "commune"
    if "district" in bag or (place is not None and place.level == "district"):
        return "district"
    if "ward-or-district" in bag:
        return "commune"
    if "province" in bag or place is not None:
        return "province"
    return "central" if "central" in bag else None
