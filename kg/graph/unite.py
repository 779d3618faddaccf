"""Graph files -> the readings of all their articles, as if the articles had just been read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.graph.nodes import Nodes, Subject, Term, nodes
from kg.graph.read import triples
from kg.graph.readings import Quote, Quotes, recovered
from kg.graph.values import node
from kg.model import Reading

_WANTED: Final = frozenset(
    node(name)
    for name in (
        "rdf:type",
        "dct:identifier",
        "gov:textDigest",
        "gov:reading",
        "gov:inArticle",
        "oa:exact",
        "oa:start",
        "oa:prefix",
        "oa:suffix",
    )
)


def readings(paths: Iterable[Path]) -> list[Reading]:
    """What each article of the graphs was read as, each once, by id.

    KgError naming the file where one cannot be read, an article carries no reading, or two graphs hold one article id
    with different texts.
    """
    found: dict[str, tuple[Path, Reading]] = {}
    for path in paths:
        for reading in _of_graph(path):
            earlier, known = found.setdefault(reading.article.id, (path, reading))
            if known != reading:
                name = f"{path}: article {reading.article.id}"
                raise KgError(f"{name} was read otherwise than in {earlier}: keep one of the two graphs")
    return [found[article][1] for article in sorted(found)]


def _of_graph(path: Path) -> Iterator[Reading]:
    graph = nodes(triple for triple in triples(path) if triple.predicate in _WANTED)
    quotes = _quotes(graph)
    for article in graph.of_class("gov:Article"):
        yield _reading(path, graph, article, quotes[article])


def _quotes(graph: Nodes) -> Mapping[Term, Quotes]:
    """The quotes of each article."""
    found: defaultdict[Term, dict[tuple[int, int], Quote]] = defaultdict(dict)
    for passage in graph.of_class("gov:Passage"):
        starts, exacts = graph.texts(passage, "oa:start"), graph.texts(passage, "oa:exact")
        around = ["".join(graph.texts(passage, name)[:1]) for name in ("oa:prefix", "oa:suffix")]
        for article in graph.values(passage, "gov:inArticle"):
            if starts and exacts and starts[0].isdigit():
                quote = Quote(int(starts[0]), exacts[0], *around)
                found[article][quote.start, quote.end] = quote
    return found


def _reading(path: Path, graph: Nodes, article: Subject, quotes: Quotes) -> Reading:
    told = [graph.texts(article, name) for name in ("dct:identifier", "gov:textDigest", "gov:reading")]
    name = f"{path}: {graph.name(article)}"
    if not all(told):
        raise KgError(f"{name} carries no reading (gov:reading): build its graph again")
    if any(len(values) > 1 for values in told):
        raise KgError(f"{name} was read in two ways: keep one of the graphs that were put together")
    (identifier,), (digest,), (reading,) = told
    try:
        return recovered(reading, identifier, digest, quotes)
    except ValueError as error:
        raise KgError(f"{name}: its reading (gov:reading) is damaged: {error}; build its graph again") from None
