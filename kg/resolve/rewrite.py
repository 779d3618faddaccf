"""Puts other things in the place of those that a fact speaks of."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeVar, get_args, get_type_hints

from kg.model import Body, Document, Fact, Meeting, Person, Place, Target

Thing = Person | Body | Place | Document | Meeting | Target
F = TypeVar("F", bound=Fact | Body | Meeting | Target)
_KINDS = (Person, Body, Place, Document, Meeting, Target)
_COMPOSED = (Body, Meeting, Target)


def _may_be_thing(hint: object) -> bool:
    return hint in _KINDS or any(_may_be_thing(part) for part in get_args(hint))


_FIELDS: Final = {
    kind: tuple(name for name, hint in get_type_hints(kind).items() if _may_be_thing(hint))
    for kind in (*_KINDS, *Fact.__subclasses__())
}
"""The fields of each class that hold things."""


def things(fact: Fact | Thing) -> Iterator[Thing]:
    """Every thing that a fact or a thing speaks of directly."""
    for name in _FIELDS[type(fact)]:
        value = getattr(fact, name)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


def all_things(fact: Fact | Thing) -> Iterator[Thing]:
    """Every thing that a fact speaks of, with the things that those speak of: a meeting's host, a body's place."""
    for thing in things(fact):
        yield thing
        yield from all_things(thing)


def rewritten(fact: F, change: Callable[[Thing], Thing]) -> F:
    """The fact about other things: inner things are changed first, so `change` sees a meeting with its host changed."""
    changes: dict[str, Any] = {}
    for name in _FIELDS[type(fact)]:
        value = getattr(fact, name)
        if isinstance(value, tuple):
            changes[name] = tuple(_changed(item, change) for item in value)
        elif value is not None and (other := _changed(value, change)) is not value:
            changes[name] = other
    return replace(fact, **changes) if changes else fact


def _changed(thing: Thing, change: Callable[[Thing], Thing]) -> Thing:
    return change(rewritten(thing, change) if isinstance(thing, _COMPOSED) else thing)
