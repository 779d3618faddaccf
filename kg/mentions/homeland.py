"""The province that an article's text tells, where no address does: what sentences leave out that say "the province".

"Komitet Partii prowincji Nghe An zorganizował konferencję …": the province named as a body's own counts most, then one
named by itself, then that of a commune; the headline and the first sentences weigh more. Two equals tell nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item
from kg.mentions.setting import Setting
from kg.model import Place
from kg.names.gazetteer import gazetteer

_OWN, _BARE, _COMMUNE = 3, 2, 1
_OPENING, _OPENING_WEIGHT = 3, 3
_LONGEST_NAME = 4
_MARGIN = 2
"""How many times as often as the next one a province must be told."""


def provinces_told(
    sentences: Sequence[tuple[Sequence[Item], Sequence[BodyMention]]], setting: Setting
) -> Counter[Place]:
    """The provinces of today that an article's words tell, weighed.

    A sentence is given as its items and all bodies named in it.
    """
    told: Counter[Place] = Counter()
    for index, (items, bodies) in enumerate(sentences):
        weight = _OPENING_WEIGHT if index < _OPENING else 1
        for province, worth in (*_of_bodies(bodies), *_by_themselves(items, bodies, setting)):
            told[province] += worth * weight
    return told


def homeland(told: Counter[Place]) -> Place | None:
    """The province that most of an article's words tell; None where none does, or two do alike."""
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _MARGIN * ranked[1][1]):
        return None
    return ranked[0][0]


def _of_bodies(bodies: Sequence[BodyMention]) -> Iterator[tuple[Place, int]]:
    for body in bodies:
        province = gazetteer().province(body.place) if body.place is not None else None
        if body.place is not None and province is not None:
            yield _today(province), _OWN if body.place.level == "province" else _COMMUNE


def _by_themselves(
    items: Sequence[Item], bodies: Sequence[BodyMention], setting: Setting
) -> Iterator[tuple[Place, int]]:
    """The provinces whose names stand outside bodies: in datelines, after prepositions."""
    inside = {at for body in bodies for at in range(body.first, body.last)}
    at = 0
    while at < len(items):
        end = _run_end(items, at)
        if end > at and at not in inside:
            words = [item.text for item in items[at:end]]
            for place in gazetteer().find(" ".join(words), level="province", language=setting.language)[:1]:
                yield _today(place), _BARE
        at = max(end, at + 1)


def _run_end(items: Sequence[Item], at: int) -> int:
    """The index after a whole run of capitalised words that may be a place's name; `at` where none begins."""
    end = at
    while end < len(items) and items[end].capital:
        end += 1
    return end if end - at <= _LONGEST_NAME else at


def _today(province: Place) -> Place:
    """The province in force that a province is, or has become part of."""
    return next(iter(gazetteer().successors(province)), province)
