"""Versions of one story: articles that have, or republish, one source address. They are one witness."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Article
from kg.resolve.clusters import clusters


def stories(articles: Iterable[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of articles that tell one story, two or more each."""
    by_address: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        for address in sorted({address_key(url) for url in (article.url, article.based_on) if url}):
            by_address[address].append(article.id)
    by_address.pop("", None)
    told = {article for group in by_address.values() for article in group}
    return tuple(group for group in clusters(told, by_address.values()) if len(group) > 1)


def address_key(url: str) -> str:
    """An address without scheme, "www." and a closing slash; empty for a newspaper's front page, which is no story.

    >>> address_key("https://www.example.org/a/"), address_key("https://example.org/")
    ('example.org/a', '')
    """
    key = url.strip().partition("://")[2].removeprefix("www.").rstrip("/")
    return key if "/" in key else ""
