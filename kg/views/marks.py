"""How much room a thing takes in the picture: its mark with its label below, in the longest of the five languages."""

import textwrap
from dataclasses import dataclass

from kg.views.words import Words

MARK, LINE, LETTER = 24, 18, 8.2
"""In pixels: height of a mark, of a label's lines, and the mean width of a letter."""
ORDINARY, LARGEST = 4, 3
"""A thing with more links than is ordinary is drawn larger, so that a large network can be read from afar."""
WIDTH, LINES = 24, 3
"""Letters and lines that a label has at most; template/labels.js cuts by the same measure."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing as it is drawn."""

    lines: int
    letters: int
    scale: float

    @property
    def radius(self) -> int:
        """Half of the mark's height."""
        return round(self.scale * MARK / 2)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the mark with its label."""
        return max(self.scale * MARK, LETTER * self.letters), self.scale * MARK + LINE * self.lines

    def top(self, middle: int) -> int:
        """Where the mark's own centre is when the whole box has its centre at this height."""
        return middle + round((self.scale * MARK - self.size[1]) / 2)


def mark(label: Words, links: int) -> Mark:
    """The mark of a thing with that label in five languages and so many links."""
    scale = min(LARGEST, 1 + max(0, links - ORDINARY) / 8)
    wrapped = [textwrap.wrap(each, WIDTH, max_lines=LINES, placeholder="…") or ["?"] for each in set(label)]
    letters = max(len(line) for lines in wrapped for line in lines)
    return Mark(max(map(len, wrapped)), letters, scale)
