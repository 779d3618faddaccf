"""Bodies of one kind, place, field, parent and name are one; a body that its article does not identify is its own."""

from dataclasses import replace

from kg.model import Body, Reading
from kg.resolve.rewrite import Thing, rewritten


def identified(body: Body) -> bool:
    """Whether a body is the same one wherever it is named: it belongs to no single article."""
    return body.local is None


def settle_bodies(reading: Reading) -> Reading:
    """The reading with every body marked as local that has neither a place of the map nor the country as its own."""

    def settle(thing: Thing) -> Thing:
        open_place = isinstance(thing, Body) and (thing.place.local if thing.place else thing.level != "central")
        if isinstance(thing, Body) and thing.local is None and (open_place or _of_article(thing.parent)):
            return replace(thing, local=reading.article.id)
        return thing

    return replace(reading, facts=tuple(rewritten(fact, settle) for fact in reading.facts))


def _of_article(parent: Body | None) -> bool:
    return parent is not None and parent.local is not None
