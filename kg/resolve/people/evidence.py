"""A piece of evidence for or against two being one person, by name and in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """What a comparator found."""

    name: str
    """Which comparator: "same-post", "one-article", …; docs/identity.md lists them."""
    says: str = ""
    """What exactly is the same, or differs."""

    def __str__(self) -> str:
        return f"{self.name}: {self.says}" if self.says else self.name
