"""Every quote of a graph, read again in the articles: the words must stand where the passage says."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

import pyoxigraph as ox

from kg.graph.nodes import Nodes, Subject, shown
from kg.model import Article

Finding = tuple[Subject, str]


def wrong_quotes(nodes: Nodes, articles: Iterable[Article]) -> Iterator[Finding]:
    """Passages whose words stand elsewhere or nowhere, articles with another text, articles that are not given."""
    wanted = _articles(nodes)
    texts: dict[Subject, str] = {}
    for article in articles:
        if article.id in wanted:
            texts[wanted[article.id]] = article.text
    yield from _wrong_articles(nodes, wanted, texts)
    for passage in nodes.of_class("gov:Passage"):
        text = _text_of(nodes, passage, texts)
        wrong = _wrong(nodes, passage, text) if text is not None else None
        if wrong is not None:
            yield passage, wrong


def _articles(nodes: Nodes) -> dict[str, Subject]:
    """The graph's articles by the identifier that files and records carry."""
    found = nodes.of_class("gov:Article")
    return {identifier: article for article in found for identifier in nodes.texts(article, "dct:identifier")}


def _wrong_articles(nodes: Nodes, wanted: dict[str, Subject], texts: dict[Subject, str]) -> Iterator[Finding]:
    for identifier, article in wanted.items():
        text = texts.get(article)
        if text is None:
            yield (
                article,
                f"The article {identifier!r} is not among those given: its quotes cannot be checked.",
            )
        elif sha256(text.encode("utf-8")).hexdigest() not in nodes.texts(article, "gov:textDigest"):
            yield article, "The text given is not the text that was read (gov:textDigest differs)."


def _text_of(nodes: Nodes, passage: Subject, texts: dict[Subject, str]) -> str | None:
    sources = nodes.values(passage, "gov:inArticle")
    return next((texts[source] for source in sources if isinstance(source, ox.NamedNode) and source in texts), None)


def _wrong(nodes: Nodes, passage: Subject, text: str) -> str | None:
    """What is wrong with a passage that has all its properties; those without are the shapes' business."""
    found = [nodes.texts(passage, name) for name in ("oa:exact", "oa:start", "oa:end")]
    if not all(found) or not (found[1][0].isdigit() and found[2][0].isdigit()):
        return None
    exact, start, end = found[0][0], int(found[1][0]), int(found[2][0])
    if text[start:end] == exact:
        return None
    place = text.find(exact)
    elsewhere = f"the quote stands at {place}-{place + len(exact)}" if place >= 0 else "the quote stands nowhere in it"
    return f"The article has {shown(text[start:end])} at {start}-{end}, not the quote {shown(exact)}; {elsewhere}."
