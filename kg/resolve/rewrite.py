"""Puts other things in the place of those that a fact speaks of."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from kg.model import Body, Document, Fact, Meeting, Person, Place, Target

Thing = Person | Body | Place | Document | Meeting | Target
F = TypeVar("F", bound=Fact | Body | Meeting | Target)
_KINDS = (Person, Body, Place, Document, Meeting, Target)
_COMPOSED = (Body, Meeting, Target)


def things(fact: Fact | Thing) -> Iterator[Thing]:
    """Every thing that a fact or a thing speaks of directly."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, _KINDS):
                yield item


def all_things(fact: Fact | Thing) -> Iterator[Thing]:
    """Every thing that a fact speaks of, with the things that those speak of: a meeting's host, a body's place."""
    for thing in things(fact):
        yield thing
        yield from all_things(thing)


def rewritten(fact: F, change: Callable[[Thing], Thing]) -> F:
    """The fact about other things: inner things are changed first, so `change` sees a meeting with its host changed."""
    changes: dict[str, Any] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, tuple) and any(isinstance(item, _KINDS) for item in value):
            changes[field.name] = tuple(_changed(item, change) for item in value)
        elif isinstance(value, _KINDS):
            changes[field.name] = _changed(value, change)
    return replace(fact, **changes) if changes else fact


def _changed(thing: Thing, change: Callable[[Thing], Thing]) -> Thing:
    return change(rewritten(thing, change) if isinstance(thing, _COMPOSED) else thing)
