"""Articles a second of one core, over texts not read before, beside natasha's NER pipeline on the Russian ones.

python benchmarks/extraction.py [FOLDER]          # default: tests/gold
python benchmarks/extraction.py FOLDER --profile  # the hottest functions instead

Each round is two new processes: one reads every other text to load its data and packs and is timed on the rest, which
it has not seen, the second the other way round. So no text is timed by a process that has read it. The time is that
of the processor, not of the clock: what else the machine does counts less.

natasha is no dependency; to have it beside: pip install natasha 'setuptools<81'
"""

import argparse
import cProfile
import importlib
import importlib.util
import os
import pstats
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from kg import articles, facts
from kg.lexicon.pack import languages
from kg.model import Article

GOLD = Path(__file__).parents[1] / "tests" / "gold"
ROUNDS = 5
HOTTEST = 25
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Timed:
    """Processor seconds of one half of the texts: all, then the Russian ones by kg and by natasha."""

    whole: float
    russian: float
    natasha: float


def complain(error: Exception) -> None:
    print(f"skipped: {error}", file=sys.stderr)


def distinct(folder: Path) -> list[Article]:
    """The articles of a folder in a language that has a pack, one of each text."""
    found = {article.text: article for article in articles.read([folder], complain)}
    return [article for article in found.values() if article.language in languages()]


def of_russian(found: Sequence[Article]) -> list[Article]:
    return [article for article in found if article.language == "ru"]


def seconds(work: Callable[[Article], object], found: Sequence[Article]) -> float:
    begin = time.process_time()
    for article in found:
        work(article)
    return time.process_time() - begin


def recogniser() -> Callable[[Article], object]:
    """natasha's NER pipeline: sentences, tokens, names."""
    natasha = importlib.import_module("natasha")
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def recognise(article: Article) -> object:
        doc = natasha.Doc(article.text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc

    return recognise


def time_half(folder: Path, half: int) -> Timed:
    """Read one half of the texts, then time the other."""
    found = distinct(folder)
    known, new = found[half::2], found[1 - half :: 2]
    seconds(facts.read, known)
    russian = of_russian(new)
    by_kg = {article.id: seconds(facts.read, [article]) for article in new}
    natasha = 0.0
    if russian and importlib.util.find_spec("natasha") is not None:
        recognise = recogniser()
        seconds(recognise, of_russian(known))
        natasha = seconds(recognise, russian)
    return Timed(sum(by_kg.values()), sum(by_kg[article.id] for article in russian), natasha)


def time_all(folder: Path) -> Timed:
    """Both halves, each in a process of its own."""
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        halves = [pool.apply(time_half, (folder, half)) for half in (0, 1)]
    whole, russian, natasha = (sum(getattr(half, name) for half in halves) for name in ("whole", "russian", "natasha"))
    return Timed(whole, russian, natasha)


def stay_on_one_core() -> None:
    os.environ.update(dict.fromkeys(THREADS, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def report(name: str, count: int, times: Sequence[float]) -> float:
    """Print a line; the median rate."""
    rate = count / median(times)
    print(f"{name:36} {rate:8.1f} {count / min(times):8.1f}")
    return rate


def profile(found: Sequence[Article]) -> None:
    seconds(facts.read, found[::2])
    profiler = cProfile.Profile()
    profiler.runcall(seconds, facts.read, found[1::2])
    pstats.Stats(profiler).sort_stats("tottime").print_stats(HOTTEST)


def compare(folder: Path, found: Sequence[Article]) -> None:
    rounds = [time_all(folder) for _ in range(ROUNDS)]
    report("kg, all texts", len(found), [each.whole for each in rounds])
    count = len(of_russian(found))
    if not count:
        print("no Russian texts: nothing to compare with natasha")
        return
    own = report("kg, facts of the Russian texts", count, [each.russian for each in rounds])
    if not rounds[0].natasha:
        print("natasha is not installed: pip install natasha 'setuptools<81' to have it beside")
        return
    peer = report("natasha, names in the Russian texts", count, [each.natasha for each in rounds])
    print(f"kg is {own / peer:.1f} times as fast")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--profile", action="store_true", help="list the hottest functions instead")
    options = parser.parse_args()
    stay_on_one_core()
    found = distinct(options.folder)
    if len(found) < 2:
        sys.exit(f"{options.folder}: fewer than two articles that can be read")
    if options.profile:
        profile(found)
        return
    size = sum(len(article.text) for article in found) // len(found)
    print(f"{len(found)} distinct texts of {size:,} characters on average; articles a second: median, best of {ROUNDS}")
    compare(options.folder, found)


if __name__ == "__main__":
    main()
