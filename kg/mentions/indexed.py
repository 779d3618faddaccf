"""A sequence of items that knows where each meaning stands."""

from collections.abc import Iterable, Mapping
from typing import Protocol, Self, TypeVar


class Meaning(Protocol):
    """What something can stand for in a language pack."""

    @property
    def atoms(self) -> frozenset[str]:
        """As in "roles:secretary"."""

    @property
    def tables(self) -> Mapping[str, tuple[str, ...]]:
        """The same as table -> codes."""


class Meant(Protocol):
    """Whatever has a meaning."""

    @property
    def meaning(self) -> Meaning:
        """What it can stand for."""


_Item = TypeVar("_Item", bound=Meant)


class Indexed(tuple[_Item, ...]):  # noqa: SLOT001  a tuple has no room for slots
    """The items of a sentence in order, with an index of where atoms and the codes of a table stand."""

    _index: dict[str, list[int]]

    def __new__(cls, found: Iterable[_Item]) -> Self:
        """Index the items."""
        made = super().__new__(cls, found)
        made._index = {}
        for at, item in enumerate(made):
            if item.meaning.atoms:
                for key in (*item.meaning.atoms, *item.meaning.tables):
                    made._index.setdefault(key, []).append(at)
        return made

    def where(self, *keys: str) -> list[int]:
        """The indices of the items that have one of these atoms ("markers:holds") or a code of these tables."""
        found = [self._index[key] for key in keys if key in self._index]
        if len(found) > 1:
            return sorted(set().union(*found))
        return found[0] if found else []
