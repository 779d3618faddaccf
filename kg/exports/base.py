"""What exporters share: the graph file that they read, and what they give."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Content = Iterator[bytes]
"""What a file holds, piece by piece."""
Files = Iterator[tuple[str, Content]]
"""The files of a folder, by name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A graph file, and the language in which its labels are wanted."""

    path: Path
    language: str = "en"
