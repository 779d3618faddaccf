"""Kinds of bodies, as data/bodies.toml tells them from the atoms of meaning of a run of words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.home import PACKAGE

LEVEL_WORDS = frozenset(
    {
        "central",
        "province",
        "city",
        "district",
        "ward-or-district",
        "commune",
        "ward",
        "special-zone",
        "local",
        "country",
        "FIELD",
        "THIS",
        "NAMED",
        "ELSEWHERE",
    }
)
"""Atoms that name no body by themselves."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of data/bodies.toml."""

    code: str
    needs: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    level: str | None = None
    leader: str = "head"
    parent: str | None = None
    usual: str | None = None
    fielded: bool = False
    apart: bool = False
    owned: bool = False

    def fits(self, bag: frozenset[str]) -> bool:
        """Whether a body named by these atoms is of this kind."""
        return self.needs <= bag and not (self.without & bag) and (not self.any or bool(self.any & bag))


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of bodies in the order in which they are tried."""
    text = (PACKAGE / "data" / "bodies.toml").read_text(encoding="utf-8")
    return tuple(_kind(row) for row in tomllib.loads(text)["kind"])


def _kind(row: Mapping[str, Any]) -> Kind:
    return Kind(**{**row, **{name: frozenset(row.get(name, ())) for name in ("needs", "any", "without")}})


@cache
def leaders() -> Mapping[str, str]:
    """What the first person of a body is, by kind."""
    return {kind.code: kind.leader for kind in reversed(kinds())}


@cache
def kind_of(bag: frozenset[str]) -> Kind | None:
    """The kind of body that these atoms name, or None."""
    return next((kind for kind in kinds() if kind.fits(bag)), None)
