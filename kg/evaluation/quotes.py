"""The passages of a graph, held against the texts: which node is stated where, by which words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.evaluation.statements import Statements
from kg.evaluation.yardstick import yardstick
from kg.model import Passage


@dataclass(frozen=True, slots=True)
class Quotes:
    """The evidence that counts, by node, and how many passages quote their article exactly."""

    by_node: Mapping[str, Sequence[Passage]]
    all: int
    exact: int

    def by_article(self, node: str) -> dict[str, list[Passage]]:
        """A node's passages, by article."""
        found: dict[str, list[Passage]] = {}
        for passage in self.by_node.get(node, ()):
            found.setdefault(passage.article, []).append(passage)
        return found

    def of(self, article: str) -> Iterator[Passage]:
        """All passages of an article."""
        for passages in self.by_node.values():
            yield from (passage for passage in passages if passage.article == article)


def quotes(graph: Statements, texts: Mapping[str, str]) -> Quotes:
    """The passages of the articles at hand: only what quotes its text, within a line and not too long, is evidence."""
    by_node: defaultdict[str, list[Passage]] = defaultdict(list)
    judged: dict[tuple[str, str, str], bool] = {}
    for node in graph.by_subject:
        for place in graph.values(node, "prov:wasDerivedFrom", "gov:namedIn"):
            for passage, key in _readings(graph, place, texts):
                true = texts[passage.article][passage.start : passage.end] == passage.exact
                judged.setdefault(key, true)
                if true and "\n" not in passage.exact and len(passage.exact) <= yardstick().longest_passage:
                    by_node[node].append(passage)
    return Quotes(by_node, len(judged), sum(judged.values()))


def _readings(
    graph: Statements, place: str, texts: Mapping[str, str]
) -> Iterator[tuple[Passage, tuple[str, str, str]]]:
    """What a passage says of itself; one that says two things gives both."""
    named = [name for home in graph.values(place, "gov:inArticle") for name in graph.values(home, "dct:identifier")]
    told = (graph.values(place, name) for name in ("oa:exact", "oa:start", "oa:end"))
    for article, exact, start, end in product([name for name in named if name in texts], *told):
        yield Passage(article, _offset(start), _offset(end), exact), (place, start, end)


def _offset(number: str) -> int:
    """A position; one that is none of the text if it is no number."""
    return int(number) if number.isdecimal() else -1
