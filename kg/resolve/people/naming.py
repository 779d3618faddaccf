"""What each individual is called: the IRI's two parts, the label, the other spellings.

The IRI has the name and the place of a post; of namesakes in one place, the body of a post as well; where that does not
tell them apart either, or no post is told, the article.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Person
from kg.names.spelling import fold
from kg.resolve.people.locals import Local, PersonKey
from kg.resolve.people.profiles import Profile


def named(profiles: Sequence[Profile]) -> list[tuple[Person, tuple[Person, ...]]]:
    """The person that each profile is, and the other names and anchors under which he or she was found."""
    plain, bodies = (Counter(key for one in profiles for key in keys(one)) for keys in (_plain, _bodies))
    found: list[tuple[Person, tuple[Person, ...]]] = []
    for profile in profiles:
        keys = sorted(_own(_plain(profile), plain) or _own(_bodies(profile), bodies) or _exact(profile))
        person = _person(profile.members, *keys[0])
        found.append((person, tuple(Person(name, anchor) for name, anchor in keys[1:])))
    return found


def _own(keys: Iterable[PersonKey], claims: Mapping[PersonKey, int]) -> set[PersonKey]:
    """The keys that no other profile has."""
    return {key for key in keys if claims[key] == 1}


def _plain(profile: Profile) -> set[PersonKey]:
    """Name and place; nothing of a person whom no post identifies."""
    return {local.plain for local in profile.members if local.told}


def _bodies(profile: Profile) -> set[PersonKey]:
    """Name, place and body: what tells namesakes of one place apart."""
    return {key for local in profile.members for key in local.bodies}


def _exact(profile: Profile) -> set[PersonKey]:
    """Name, place and article."""
    return {local.exact for local in profile.members}


def _person(members: Sequence[Local], name: str, anchor: str) -> Person:
    label = _label(members)
    names = {local.name for local in members} | {form for local in members for form in local.readings}
    spellings = sorted({spelling for local in members for spelling in local.spellings})
    own = next(local.name for local in members if local.key[1] == name)
    others = tuple(sorted(names - {label, fold(label)}))
    return Person(own, anchor, label, tuple(spellings), others)


def _label(members: Iterable[Local]) -> str:
    """The form most articles give: with diacritics if any does, else a name that stands so in a text if any does."""
    accented = Counter(local.label for local in members if local.label)
    ascii_names = Counter(local.name for local in members)
    met = {fold(spelling.text) for local in members for spelling in local.spellings}
    counts = accented or ascii_names
    return min(counts, key=lambda label: (label not in met and label in ascii_names, -counts[label], label))
