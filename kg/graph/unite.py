"""Graph files -> the readings of all their articles, as if they had just been read, and what people decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.graph.nodes import Nodes, Subject, Term, nodes
from kg.graph.read import triples
from kg.graph.readings import Quote, Quotes, recovered
from kg.graph.values import node
from kg.model import Decision, Reading, Verdict

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
        "gov:verdict",
        "gov:left",
        "gov:right",
        "dct:description",
    )
)


@dataclass(frozen=True, slots=True)
class Sources:
    """What graphs were made of."""

    readings: tuple[Reading, ...]
    """What each article was read as, by id."""
    decisions: tuple[Decision, ...]
    """What people decided, sorted."""


def sources(paths: Iterable[Path]) -> Sources:
    """What the graphs were made of, each article once.

    KgError naming the file where one cannot be read, an article carries no reading, or two graphs hold one article in
    two readings.
    """
    found: dict[str, tuple[Path, Reading]] = {}
    decided: set[Decision] = set()
    for path in paths:
        graph = nodes(triple for triple in triples(path) if triple.predicate in _WANTED)
        decided.update(_decision(path, graph, one) for one in graph.of_class("gov:Decision"))
        if not graph.of_class("gov:Article"):
            raise KgError(f"{path}: holds no articles: give a graph that 'kg build' or 'kg merge' wrote")
        for reading in _readings(path, graph):
            earlier, known = found.setdefault(reading.article.id, (path, reading))
            if known != reading:
                name = f"{path}: article {reading.article.id}"
                raise KgError(f"{name} was read otherwise than in {earlier}: keep one of the two graphs")
    return Sources(tuple(found[article][1] for article in sorted(found)), tuple(sorted(decided)))


def _readings(path: Path, graph: Nodes) -> Iterator[Reading]:
    quotes = _quotes(graph)
    for article in graph.of_class("gov:Article"):
        yield _reading(path, graph, article, quotes[article])


def _decision(path: Path, graph: Nodes, decision: Subject) -> Decision:
    verdicts = [one for one in Verdict if node(f"gov:{one}") in graph.values(decision, "gov:verdict")]
    if len(verdicts) != 1:
        raise KgError(f"{path}: {graph.name(decision)} has no verdict (gov:verdict) or several: give it one")
    told = ["".join(graph.texts(decision, name)[:1]) for name in ("gov:left", "gov:right", "dct:description")]
    return Decision(verdicts[0], *told)


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
