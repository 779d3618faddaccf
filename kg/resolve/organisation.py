"""How identified bodies stand to one another: what they are part of, which is above them, which followed them.

A part of a body makes the whole known, and a merged unit's body the one that followed it, whether a text names these or
not; a higher body of the same line is linked only where a text names it. The data is data/organisation.toml.
"""

import tomllib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from kg.home import PACKAGE
from kg.mentions.kinds import kinds
from kg.model import Body
from kg.names.gazetteer import gazetteer
from kg.resolve.bodies import identified

_CENTRAL = "central"
_AT_THE_CENTRE = {"party-committee": "central-committee"}
"""What a kind of body is called at the centre, where it has another name."""


@dataclass(frozen=True, slots=True)
class _Above:
    """A row of [[above]]."""

    kind: str
    above: str
    source: str
    level: str | None = None
    at: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class _Organisation:
    """data/organisation.toml."""

    above: tuple[_Above, ...]
    merged: dict[tuple[str, str], str]
    everywhere: frozenset[str]


@cache
def _organisation() -> _Organisation:
    data = tomllib.loads((PACKAGE / "data" / "organisation.toml").read_text(encoding="utf-8"))
    return _Organisation(
        tuple(_Above(**row) for row in data["above"]),
        {(kind, row["field"]): row["into"] for row in data["merged"] for kind in row["kinds"]},
        frozenset(data["everywhere"]["kinds"]),
    )


# ---------------------------------------------------------------- made known by a body


def with_kin(bodies: Iterable[Body]) -> set[Body]:
    """The bodies with all that they make known: what they are part of, and what followed them, and so on."""
    found: set[Body] = set()
    waiting = list(bodies)
    while waiting:
        body = waiting.pop()
        if body not in found:
            found.add(body)
            waiting += [kin for kin in (whole_of(body), _certain_heir(body)) if kin is not None]
    return found


def whole_of(body: Body) -> Body | None:
    """The body that a body is a part of: the one told, else the one that its kind tells, of the same place."""
    if body.parent is not None:
        return body.parent
    kind = _parent_kind(body.kind)
    if kind is None:
        return None
    if body.level == _CENTRAL:
        kind = _AT_THE_CENTRE.get(kind, kind)
        return Body(kind, _CENTRAL) if kind in _central_kinds() else None
    return Body(kind, body.level or body.place.level, body.place) if body.place else None


@cache
def _parent_kind(kind: str) -> str | None:
    return next((row.parent for row in kinds() if row.code == kind and row.parent), None)


@cache
def _central_kinds() -> frozenset[str]:
    return frozenset(row.code for row in kinds() if row.level == _CENTRAL)


def _certain_heir(body: Body) -> Body | None:
    heirs = _heirs(body)
    sure = body.kind in _organisation().everywhere or _merged_field(body) is not None
    return heirs[0] if sure and len(heirs) == 1 else None


# ---------------------------------------------------------------- linked where both are there


def wholes_among(body: Body, present: AbstractSet[Body]) -> list[Body]:
    """What a body is a part of: its whole, and of the bodies present the higher one of its line."""
    whole = whole_of(body)
    return ([whole] if whole is not None else []) + [one for one in _above(body) if one in present]


def heirs_among(body: Body, present: AbstractSet[Body]) -> list[Body]:
    """Of the bodies present, those that followed a body of a unit or a field that was merged."""
    return [heir for heir in _heirs(body) if heir in present]


def _above(body: Body) -> Iterator[Body]:
    if not _plain(body) or body.field:
        return
    for row in _organisation().above:
        if row.kind == body.kind and row.level in {None, body.level}:
            if row.at is None:
                yield Body(row.above, body.level, body.place)
            elif row.at == _CENTRAL:
                yield Body(row.above, _CENTRAL, None, row.field)
            elif body.place is not None and (province := gazetteer().province(body.place)) is not None:
                yield Body(row.above, row.at, province, row.field)


def _heirs(body: Body) -> tuple[Body, ...]:
    """The bodies of the same kind that took over from one: in the new field, else of the units that followed."""
    if not _plain(body):
        return ()
    field = _merged_field(body)
    if field is not None:
        return (replace(body, field=field),)
    heirs = gazetteer().successors(body.place) if body.place is not None else ()
    return tuple(replace(body, level=heir.level, place=heir) for heir in heirs)


def _merged_field(body: Body) -> str | None:
    return _organisation().merged.get((body.kind, body.field or ""))


def _plain(body: Body) -> bool:
    """Whether kind, level, place and field alone identify a body."""
    return identified(body) and not (body.parent or body.name) and (body.place is not None or body.level == _CENTRAL)
