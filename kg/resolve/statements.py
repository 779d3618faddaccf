"""Facts that say less join the one that says more: "appointed" joins "appointed on 3 November by the Politburo".

Only where exactly one fuller statement fits; current and former, and stated terms, stay apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Final

from kg.model import Fact, PersonnelAct, Tenure

MAY_BE_UNTOLD: Final[dict[type, tuple[str, ...]]] = {
    Tenure: ("start", "end"),
    PersonnelAct: ("post_role", "post_body", "from_role", "from_body", "date", "decided_by", "by_document", "replaces"),
}
_NO_PART_OF_IT: Final = {"passages", "rule", "title"}
Content = tuple[object, ...]


def together(facts: Iterable[Fact]) -> list[Fact]:
    """The facts in their order, tenures and personnel acts completed from the only fuller statement that fits."""
    found = list(facts)
    alike: defaultdict[Content, list[int]] = defaultdict(list)
    for place, fact in enumerate(found):
        if type(fact) in MAY_BE_UNTOLD:
            alike[_sure(fact)].append(place)
    for places in alike.values():
        for place, fact in zip(places, _completed([found[place] for place in places]), strict=True):
            found[place] = fact
    return found


def _sure(fact: Fact) -> Content:
    left_out = {*MAY_BE_UNTOLD[type(fact)], *_NO_PART_OF_IT}
    told = tuple(getattr(fact, field.name) for field in fields(fact) if field.name not in left_out)
    title = fact.title if isinstance(fact, Tenure) and fact.role == "other" else ""
    return type(fact), title, *told


def _completed(group: Sequence[Fact]) -> Iterator[Fact]:
    names = MAY_BE_UNTOLD[type(group[0])]
    contents = {tuple(getattr(fact, name) for name in names) for fact in group}
    fullest = [one for one in contents if not any(one != other and _within(one, other) for other in contents)]
    for fact in group:
        own = tuple(getattr(fact, name) for name in names)
        fuller = [one for one in fullest if _within(own, one)]
        yield replace(fact, **dict(zip(names, fuller[0], strict=True))) if len(fuller) == 1 else fact


def _within(less: Content, more: Content) -> bool:
    return all(own is None or own == other for own, other in zip(less, more, strict=True))
