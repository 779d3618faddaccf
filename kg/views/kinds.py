"""How each kind of thing looks, from kinds.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.views.words import Words, page_words

OTHER = "Thing"


@dataclass(frozen=True, slots=True)
class Look:
    """A kind's shape, and its colours on a light and on a dark page."""

    shape: str
    light: str
    dark: str

    def as_data(self, kind: str) -> dict[str, str]:
        """What the page's scripts read."""
        return {"kind": kind, "shape": self.shape}


@cache
def looks() -> dict[str, Look]:
    """The looks of all kinds, by the local name of their class, in the order of the legend."""
    tables = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
    return {kind: Look(**table) for kind, table in tables.items()}


def kind_of(name: str) -> str:
    """The kind itself if it has a look of its own, else OTHER."""
    return name if name in looks() else OTHER


def called(kind: str, count: int) -> Words:
    """What so many things of a kind are called."""
    return page_words()[f"{'one' if count == 1 else 'many'}{kind}"]
