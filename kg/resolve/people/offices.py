"""Posts as evidence: how many people hold one at a time, which go together, and which exclude each other.

The tables are those of kg/data/offices.toml.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.home import PACKAGE
from kg.model import Body, Place
from kg.names.spelling import slug
from kg.resolve.bodies import identified

_FILE: Final = PACKAGE / "data" / "offices.toml"
_LOOSELY: Final = 3
"""A second post that goes with the first is so many times weaker evidence than the same post."""
_SEATS: Final = 10
"""How many could have a seat that is told of one, at the least."""


@dataclass(frozen=True, slots=True)
class Post:
    """A role in a body; two are equal when their numbers are."""

    number: int
    same_body: int = field(compare=False)
    """The same number for posts of one body."""
    same_place: int = field(compare=False)
    """The same number for posts of one level and place."""
    role: str = field(compare=False)
    body: Body = field(compare=False)
    holders: int = field(compare=False)
    """How many hold it at a time, about."""
    office: bool = field(compare=False)
    """Whether it is a main post, rather than a seat held beside one."""

    seat: bool = field(compare=False)
    """Whether it is held beside a main post."""
    told: bool = field(compare=False)
    """Whether the body can be found again in another article."""
    placed: bool = field(compare=False)
    """Whether the place of the body is told, and is not the country."""

    @property
    def province(self) -> str:
        """The slug of the province; empty where nothing tells it."""
        place = self.body.place
        if place is None or place.level == "central":
            return ""
        return place.province or slug(place.name)

    @property
    def of(self) -> str:
        """The body in words."""
        body, place = self.body, self.body.place
        where = f"{place.name} ({place.province})" if place and place.province else place.name if place else body.level
        return " ".join(filter(None, (body.kind, body.field, body.name, where)))

    def __str__(self) -> str:
        return f"{self.role} · {self.of}"


@dataclass(frozen=True, slots=True)
class _Tables:
    holders: dict[str, int]
    members: dict[str, list[int]]
    alike: dict[str, int]
    seats: frozenset[str]
    seat_kinds: frozenset[str]
    together: frozenset[frozenset[str]]
    organs: dict[str, str]


@cache
def _tables() -> _Tables:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    posts = data["posts"]
    return _Tables(
        data["holders"],
        data["members"],
        data["alike"],
        frozenset(posts["seats"]),
        frozenset(posts["seat_kinds"]),
        frozenset(frozenset((kind, other)) for kind, others in data["together"].items() for other in others),
        data["organs"],
    )


def is_told(body: Body) -> bool:
    """Whether an article tells enough of a body to find it again in another article."""
    return identified(body) and (body.place is not None or body.level == "central")


@dataclass(slots=True)
class Posts:
    """Each post once, so that posts are quick to compare."""

    known: dict[tuple[str, Body], Post] = field(default_factory=dict)
    bodies: dict[Body, int] = field(default_factory=dict)
    places: dict[tuple[str | None, Place | None], int] = field(default_factory=dict)

    def of(self, role: str, body: Body) -> Post:
        """The post of a role in a body, with what the tables tell of it."""
        post = self.known.get((role, body))
        if post is None:
            number = self.bodies.setdefault(body, len(self.bodies))
            place = self.places.setdefault((body.level, body.place), len(self.places))
            told, placed = is_told(body), body.place is not None and body.level not in (None, "central")
            seat = _is_seat(role, body)
            office = told and not seat and _is_main(role, body)
            post = Post(len(self.known), number, place, role, body, _holders(role, body), office, seat, told, placed)
            self.known[role, body] = post
        return post


def _is_seat(role: str, body: Body) -> bool:
    return role in _tables().seats or body.kind in _tables().seat_kinds


def _is_main(role: str, body: Body) -> bool:
    """Whether a role is a main post of a body told from others; posts in a part go with those in the whole."""
    vague = role == "other" or (body.kind in _tables().alike and body.field is None)
    return not (vague or body.parent is not None or body.name is not None)


def _holders(role: str, body: Body) -> int:
    tables = _tables()
    if role in tables.seats:
        large, small = tables.members.get(body.kind, tables.members["default"])
        count = small if body.level == "commune" else large
    else:
        count = tables.holders.get(role, 1)
    unnamed = body.name is None and body.field is None and body.parent is None
    return count * tables.alike.get(body.kind, 1) if unnamed else count


def _organ(post: Post) -> str:
    return _tables().organs.get(post.body.kind, post.body.kind)


def go_together(one: Post, other: Post) -> bool:
    """Whether one person is likely to hold both at one place: a seat goes with all, main posts with some."""
    if one.same_place != other.same_place or not one.placed:
        return False
    if not (one.office and other.office):
        return one.seat or other.seat
    organs = frozenset((_organ(one), _organ(other)))
    return organs in _tables().together or (len(organs) == 1 and one.body.field == other.body.field)


def exclude(one: Post, other: Post) -> bool:
    """Whether nobody holds both: main posts of two bodies that do not go together."""
    if not (one.office and other.office) or one.same_body == other.same_body:
        return False
    return "central" not in (one.body.level, other.body.level) and not go_together(one, other)


def circle(one: Post, other: Post) -> int:
    """Among how many people a second one of the same name would have to be, for these posts to be of two people."""
    if one.same_body == other.same_body:
        return max(one.holders, other.holders)
    return _LOOSELY * max(one.holders, other.holders, _SEATS if one.seat or other.seat else 1)
