"""Versions of one story: articles of one source address, copies and translations. They are one witness.

A copy shares most runs of words; a translation shares most figures and names, in one order. Both are measured against
the longer text: what shares more than half of it can be a version of one story only, so that no roundup joins two.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import inf
from typing import Final

from kg.facts.fingerprint import KEPT
from kg.model import Article, Fingerprint, Reading
from kg.resolve.clusters import clusters

COPIED: Final = 0.6
"""The share of the longer text's runs of words that a copy has."""
TRANSLATED: Final = 0.7
"""The share of the longer text's figures and names that a translation has in the same order."""
FEWEST_SUMS: Final = 16
FEWEST_LANDMARKS: Final = 10
FEWEST_FIGURES: Final = 3
"""Fewer in common tell nothing: a set phrase, a list of those present."""
FARTHEST_DAYS: Final = 31
"""Days between the dates of two articles that may be translations of one another."""
KEYS: Final = 16
"""How many of its sums an article is looked up by: copies share one of these all but surely."""
NEIGHBOURS: Final = 8
"""With how many of those that share a key an article is compared, in order of their dates."""
LONG_PAIR: Final = 5
"""Digits of two figures in a row by which translations are looked up: shorter ones stand in many articles."""
_YEAR: Final = 4
_DAY: Final = len("2025-12-31")
_CENTURIES: Final = ("19", "20")


def stories(readings: Iterable[Reading]) -> tuple[tuple[str, ...], ...]:
    """The ids of articles that tell one story, two or more each; the order of the readings does not matter."""
    read = sorted(readings, key=lambda reading: (reading.article.published or "", reading.article.id))
    groups = [
        *_by_address(reading.article for reading in read),
        *_alike(read, _copy_keys, _is_copy),
        *_alike(read, _translation_keys, _is_translation),
    ]
    told = {article for group in groups for article in group}
    return tuple(group for group in clusters(told, groups) if len(group) > 1)


# ---------------------------------------------------------------- one address


def _by_address(articles: Iterable[Article]) -> Iterable[Sequence[str]]:
    by_address: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        for address in sorted({address_key(url) for url in (article.url, article.based_on) if url}):
            by_address[address].append(article.id)
    by_address.pop("", None)
    return by_address.values()


def address_key(url: str) -> str:
    """An address without scheme, "www." and a closing slash; empty for a newspaper's front page, which is no story.

    >>> address_key("https://www.example.org/a/"), address_key("https://example.org/")
    ('example.org/a', '')
    """
    key = url.strip().partition("://")[2].removeprefix("www.").rstrip("/")
    return key if "/" in key else ""


# ---------------------------------------------------------------- texts that are alike


def _alike(
    read: Sequence[Reading],
    keys: Callable[[Fingerprint], Iterable[Hashable]],
    same: Callable[[Reading, Reading], bool],
) -> Iterator[tuple[str, str]]:
    """Pairs of versions among those that share a key; each is compared with its neighbours in time only."""
    sharing: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, reading in enumerate(read):
        for key in set(keys(reading.fingerprint)):
            sharing[key].append(index)
    near = {pair for alike in sharing.values() for pair in _neighbours(alike)}
    for first, second in sorted(near):
        if same(read[first], read[second]):
            yield read[first].article.id, read[second].article.id


def _neighbours(alike: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, first in enumerate(alike):
        for second in alike[at + 1 : at + 1 + NEIGHBOURS]:
            yield first, second


def _copy_keys(fingerprint: Fingerprint) -> Iterable[int]:
    return fingerprint.sums[:KEYS]


def _is_copy(first: Reading, second: Reading) -> bool:
    """Whether one text is a copy of the other: of the sums that both would have kept, most are in both."""
    reach = min(_reach(first.fingerprint), _reach(second.fingerprint))
    one, other = ({sum_ for sum_ in reading.fingerprint.sums if sum_ <= reach} for reading in (first, second))
    shared = len(one & other)
    return shared >= FEWEST_SUMS and shared >= COPIED * max(len(one), len(other))


def _reach(fingerprint: Fingerprint) -> float:
    """Up to where all sums of a text are kept: a smaller one that is not there is not in the text either."""
    return fingerprint.sums[-1] if len(fingerprint.sums) >= KEPT else inf


def _translation_keys(fingerprint: Fingerprint) -> Iterator[tuple[str, ...]]:
    """Figures and people that follow one another."""
    names = [name for name, before in zip(fingerprint.names, ("", *fingerprint.names), strict=False) if name != before]
    yield from (pair for pair in pairwise(_telling(fingerprint.figures)) if len("".join(pair)) >= LONG_PAIR)
    yield from zip(names, names[1:], names[2:], strict=False)


def _is_translation(first: Reading, second: Reading) -> bool:
    """Whether texts of two languages tell the same figures and names in the same order."""
    if first.article.language == second.article.language or _far_apart(first.article, second.article):
        return False
    one, other = first.fingerprint, second.fingerprint
    longer = max(_landmarks(one), _landmarks(other))
    fewest = max(FEWEST_LANDMARKS, TRANSLATED * longer)
    if min(_landmarks(one), _landmarks(other), _in_any_order(one, other)) < fewest:
        return False
    shared = in_order(one.figures, other.figures) + in_order(one.names, other.names)
    return shared >= fewest and in_order(_telling(one.figures), _telling(other.figures)) >= FEWEST_FIGURES


def _landmarks(fingerprint: Fingerprint) -> int:
    return len(fingerprint.figures) + len(fingerprint.names)


def _in_any_order(one: Fingerprint, other: Fingerprint) -> int:
    """How many landmarks two texts share at most: quick to count."""
    return (Counter(one.figures + one.names) & Counter(other.figures + other.names)).total()


def _telling(figures: Iterable[str]) -> list[str]:
    """The figures of two digits or more that are no year: small numbers and years stand everywhere."""
    return [one for one in figures if len(one) > 1 and not (len(one) == _YEAR and one.startswith(_CENTURIES))]


def _far_apart(first: Article, second: Article) -> bool:
    """Whether more days lie between two articles than between translations, however inexact their dates."""
    if not first.published or not second.published:
        return False
    earlier, later = sorted((first.published, second.published))
    return (_first_day(later) - _last_day(earlier)).days > FARTHEST_DAYS


def _first_day(told: str) -> date:
    """The first day that a date told as a year, a month or a day can mean."""
    return date.fromisoformat(told + "-01-01"[: _DAY - len(told)] if len(told) < _DAY else told)


def _last_day(told: str) -> date:
    """The last day that it can mean; no month is taken to be longer than 28 days."""
    return date.fromisoformat(told + "-12-28"[len(told) - _DAY :] if len(told) < _DAY else told)


def in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """How many items two sequences have in common in one order (the longest common subsequence).

    >>> in_order("abcde", "xbdcey")
    3
    """
    row = [0] * (len(second) + 1)
    for item in first:
        before = 0
        for at, other in enumerate(second):
            above = row[at + 1]
            row[at + 1] = before + 1 if item == other else max(above, row[at])
            before = above
    return row[-1]
