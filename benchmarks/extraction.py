"""Articles a second, read and extracted on one core, beside natasha's NER pipeline on the Russian ones where installed.

python benchmarks/extraction.py [FOLDER]          # default: tests/gold
python benchmarks/extraction.py FOLDER --profile  # the hottest functions instead

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
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from kg import articles, facts
from kg.lexicon.pack import languages
from kg.model import Article

GOLD = Path(__file__).parents[1] / "tests" / "gold"
ROUNDS = 5
HOTTEST = 25
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def complain(error: Exception) -> None:
    print(f"skipped: {error}", file=sys.stderr)


def readable(folder: Path) -> Iterator[Article]:
    """The articles of a folder in a language that has a pack."""
    return (article for article in articles.read([folder], complain) if article.language in languages())


def extract(folder: Path) -> int:
    """Read and extract all articles of a folder; how many facts they state."""
    return sum(len(facts.read(article).facts) for article in readable(folder))


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def warm_up(found: Sequence[Article]) -> None:
    """Load data and packs: one article of each language."""
    for article in {article.language: article for article in found}.values():
        facts.read(article)


def stay_on_one_core() -> None:
    os.environ.update(dict.fromkeys(THREADS, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def recogniser() -> Callable[[str], object]:
    """natasha's NER pipeline: sentences, tokens, names."""
    natasha = importlib.import_module("natasha")
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def recognise(text: str) -> object:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc

    return recognise


def report(name: str, count: int, times: Sequence[float]) -> float:
    """Print a line; the median rate."""
    rate = count / median(times)
    print(f"{name:46} {count / times[0]:8.1f} {rate:8.1f}")
    return rate


def compare(found: Sequence[Article]) -> None:
    """kg and natasha in turns on the Russian articles, each with the texts in memory."""
    russian = [article for article in found if article.language == "ru"]
    if not russian:
        print("no Russian articles: nothing to compare with natasha")
        return
    if importlib.util.find_spec("natasha") is None:
        print("natasha is not installed: pip install natasha 'setuptools<81' to have it beside")
        return
    recognise = recogniser()
    recognise(russian[0].text)
    own, other = [], []
    for _ in range(ROUNDS):
        own.append(seconds(lambda: [facts.read(article) for article in russian]))
        other.append(seconds(lambda: [recognise(article.text) for article in russian]))
    rate = report("kg, facts of the Russian articles", len(russian), own)
    peer = report("natasha, names in the Russian articles", len(russian), other)
    print(f"kg is {rate / peer:.1f} times as fast")


def profile(folder: Path) -> None:
    profiler = cProfile.Profile()
    profiler.runcall(extract, folder)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(HOTTEST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--profile", action="store_true", help="list the hottest functions instead")
    options = parser.parse_args()
    stay_on_one_core()
    found = list(readable(options.folder))
    if not found:
        sys.exit(f"{options.folder}: no articles that can be read")
    warm_up(found)
    if options.profile:
        profile(options.folder)
        return
    size = sum(len(article.text) for article in found) // len(found)
    print(
        f"{len(found)} articles of {size:,} characters on average; articles a second: first round, median of {ROUNDS}"
    )
    report("kg, reading and extraction", len(found), [seconds(lambda: extract(options.folder)) for _ in range(ROUNDS)])
    compare(found)


if __name__ == "__main__":
    main()
