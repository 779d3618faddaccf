"""Who is who among made-up officials (see population.py): pairwise precision and recall, CPU time, peak memory.

python benchmarks/identity.py                  # 2,500, 5,000, 10,000 and 20,000 officials
python benchmarks/identity.py 2500 --seed 7 --mistakes
python benchmarks/identity.py 1000 --texts     # from texts in five languages, read as articles are
"""

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from multiprocessing import get_context

from population import Population, judged, population
from texts import text_reading

from kg.model import Person
from kg.resolve.bodies import settle_bodies
from kg.resolve.people import People, people_of
from kg.resolve.stories import stories

SIZES = (2_500, 5_000, 10_000, 20_000)


def resolved(made: Population) -> People:
    readings = [settle_bodies(reading) for reading in sorted(made.readings, key=lambda reading: reading.article.id)]
    return people_of(readings, stories(readings))


def person_of(made: Population, people: People) -> Iterator[tuple[int, Person]]:
    return ((number, people.person(article, person)) for (article, person), number in made.truth.items())


def measure(count: int, seed: int, *, texts: bool = False, listed: bool = False) -> None:
    """Print a line on so many officials; in a process of its own, so that the peak is theirs."""
    made = population(count, seed, text_reading if texts else None)
    begin = time.process_time()
    people = resolved(made)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = judged(made, people.person)
    per_name = Counter(names(made).values())
    told, most = len(made.truth), max(per_name.values())
    print(
        f"{count:>9,} {len(made.readings):>9,} {told:>9,} {len(people.individuals):>7,} {most:>9}"
        f" {precision:>10.4f} {recall:>7.4f} {seconds:>7.1f} {1e3 * seconds / told:>7.3f} {peak:>7.0f}",
        flush=True,
    )
    if texts:
        print(f"{made.unread} names of the texts were not read as anybody's with a post")
    if listed:
        mistakes(made, people)


def names(made: Population) -> dict[int, str]:
    """An ASCII name of each official."""
    return {number: person.name for (_, person), number in sorted(made.truth.items(), key=lambda one: one[0][0])}


def mistakes(made: Population, people: People) -> None:
    """Officials put together, and officials in several pieces."""
    nodes: defaultdict[Person, Counter[int]] = defaultdict(Counter)
    pieces: defaultdict[int, Counter[Person]] = defaultdict(Counter)
    for number, person in person_of(made, people):
        nodes[person][number] += 1
        pieces[number][person] += 1
    for person, numbers in nodes.items():
        if len(numbers) > 1:
            print("together", person.name, person.anchor, dict(numbers))
    for number, persons in pieces.items():
        if len(persons) > 1:
            print("apart", number, {f"{one.name} {one.anchor}": times for one, times in persons.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many officials")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mistakes", action="store_true", help="list who was put together wrongly, or not")
    parser.add_argument("--texts", action="store_true", help="read texts instead of making readings")
    options = parser.parse_args()
    print("officials  articles    people   nodes namesakes  precision  recall   CPU s ms each MB peak", flush=True)
    for size in options.sizes:
        process = get_context("spawn").Process(
            target=measure, args=(size, options.seed), kwargs={"texts": options.texts, "listed": options.mistakes}
        )
        process.start()
        process.join()


if __name__ == "__main__":
    main()
