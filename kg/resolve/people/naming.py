"""What each individual is called: the IRI's two parts, the label, the other spellings."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.model import Person
from kg.names.spelling import fold
from kg.resolve.people.locals import Local, PersonKey
from kg.resolve.people.profiles import Profile


def named(profiles: Sequence[Profile]) -> list[tuple[Person, tuple[Person, ...]]]:
    """The person that each profile is, and the other names and anchors under which he or she was found."""
    claims = Counter(key for profile in profiles for key in {_plain(local) for local in profile.members})
    found: list[tuple[Person, tuple[Person, ...]]] = []
    for profile in profiles:
        members = profile.members
        keys = sorted({_plain(local) if claims[_plain(local)] == 1 else local.exact for local in members})
        person = _person(members, *keys[0])
        found.append((person, tuple(Person(name, anchor) for name, anchor in keys[1:])))
    return found


def _plain(local: Local) -> PersonKey:
    """Name and anchor; the article's id belongs to the anchor of a person whom no post identifies."""
    return local.plain if local.told else local.exact


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
