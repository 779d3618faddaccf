"""How long versions of stories take to be found among many articles, and how many are found.

Articles are made up: figures, names and runs of words at random, every fifth with a translation that lost a few figures
and names, every tenth with a copy that was lightly edited. Run: python benchmarks/stories.py [ARTICLES …]
"""

import random
import sys
import time
from collections.abc import Iterator

from kg.facts.fingerprint import KEPT
from kg.model import Article, Fingerprint, Reading
from kg.resolve.stories import stories


def made_up(count: int) -> Iterator[Reading]:
    """That many articles, and the versions of some: their ids go on with "t" or "c"."""
    drawn = random.Random(1)

    def sums() -> tuple[int, ...]:
        return tuple(sorted(drawn.getrandbits(32) for _ in range(KEPT)))

    for number in range(count):
        day = f"2025-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"
        figures = tuple(str(int(10 ** drawn.uniform(0, 4.2))) for _ in range(drawn.randint(12, 50)))
        names = tuple(f"n{drawn.randint(0, 3000)}" for _ in range(8))
        own = sums()
        yield Reading(Article(f"{number}", "", "vi", published=day), (), Fingerprint(own, figures, names))
        if number % 5 == 0:
            kept = tuple(one for one in figures if drawn.random() < 0.95)
            told = Fingerprint(sums(), kept, tuple(one for one in names if drawn.random() < 0.9))
            yield Reading(Article(f"{number}t", "", "ru", published=day), (), told)
        if number % 10 == 3:
            edited = {one for one in own if drawn.random() < 0.8} | {drawn.getrandbits(32) for _ in range(KEPT // 5)}
            told = Fingerprint(tuple(sorted(edited)[:KEPT]), figures, names)
            yield Reading(Article(f"{number}c", "", "vi", published=day), (), told)


def main() -> None:
    """Print a line for each number of articles."""
    for count in map(int, sys.argv[1:] or ("5000", "20000", "80000")):
        readings = list(made_up(count))
        begun = time.perf_counter()
        found = stories(readings)
        seconds = time.perf_counter() - begun
        right = sum(len(story) == 2 and story[1].rstrip("tc") == story[0] for story in found)
        versions = len(readings) - count
        print(f"{len(readings)} articles: {seconds:.1f} s; {right} of {versions} versions, {len(found) - right} wrong")


if __name__ == "__main__":
    main()
