"""Why people of one name are one or several: the articles and evidence of each, and what keeps each two apart.

1  Chẻo Quẩy Hòa  person/cheo-quay-hoa_lai-chau-hong-thu
   a1  “Чео Куай Хоа”  chair · people-committee Hồng Thu (lai-chau)
   a2  “Chẻo Quẩy Hòa”  chair · people-committee Hồng Thu (lai-chau)
   joined by same-transcription: cheo-quay-hoa; same-post: chair · people-committee Hồng Thu (lai-chau) (a1, a2)
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

from kg.model import Person
from kg.names.people import read_name
from kg.names.spelling import fold
from kg.resolve.identity import name_key
from kg.resolve.people import Individual, People
from kg.resolve.people.compare import opposing, supporting
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.locals import Local

_FEW: Final = 6
"""Of more people of one name, only those pairs are told that have more in common than the name."""
_INDENT: Final = "   "


def told_of(people: People, name: str, called: Callable[[Person], str]) -> Iterator[str]:
    """The lines that explain who bears a name, in whatever spelling; none if nobody does. `called` gives the IRI."""
    found = bearers(people, name)
    for number, one in enumerate(found, 1):
        yield f"{number}  {one.person.label}  {called(one.person)}"
        yield from (_INDENT + line for line in _of(one))
        yield ""
    for (first, one), (second, other) in combinations(enumerate(found, 1), 2):
        told = supporting(one.profile, other.profile)
        if len(told) > 1 or len(found) <= _FEW:
            yield from _apart(f"{first} and {second}", told, opposing(one.profile, other.profile, people.judge))


def bearers(people: People, name: str) -> Sequence[Individual]:
    """The individuals whom an article calls by a name, or by what it may stand for."""
    cyrillic = any("Ѐ" <= letter <= "ӿ" for letter in name)
    read = read_name([word[:1].upper() + word[1:] for word in name.split()], "ru" if cyrillic else "vi", sure=True)
    forms = {name_key(form) for form in ((read.ascii, *read.readings) if read else (fold(name),))}
    return [one for one in people.individuals if any(local.forms & forms for local in one.profile.members)]


def _of(one: Individual) -> Iterator[str]:
    for local in one.profile.members:
        yield f"{local.key[0]}  {_spelt(local)}  {_posts(local)}"
    joined: defaultdict[tuple[Evidence, ...], set[str]] = defaultdict(set)
    for join in one.profile.joins:
        joined[join.why].update(key[0] for key in join.keys)
    for why in sorted(joined):
        yield f"joined by {'; '.join(map(str, why))} ({', '.join(sorted(joined[why]))})"


def _spelt(local: Local) -> str:
    return " ".join(f"“{text}”" for text in sorted({spelling.text for spelling in local.spellings} or {local.name}))


def _posts(local: Local) -> str:
    """The posts; those that are not, or no more, held are said to be so."""
    posts = (f"{post}{'' if held.current else ' (not held)'}" for post, held in local.held.items())
    return "; ".join(sorted(posts)) or "no post"


def _apart(pair: str, told: Sequence[Evidence], against: Sequence[Evidence]) -> Iterator[str]:
    yield f"{pair} are not joined"
    yield f"{_INDENT}for: {'; '.join(map(str, told)) or 'nothing'}"
    yield f"{_INDENT}against: {'; '.join(map(str, against)) or 'nothing sure: the evidence is not enough'}"
