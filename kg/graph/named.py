"""A graph as named graphs: one for each article with what it states, and one with what all articles share.

An article's graph is named by the article's own IRI, so that GRAPH ?article { … } joins with what it says of itself:

    the article, its passages and its mentions;
    each fact that one of its passages states, with all its properties, prov:wasDerivedFrom to its own passages only;
    the direct edges that repeat these facts;
    gov:namedIn of documents and meetings to its own passages.

The shared graph is named by the dataset node and holds the rest: people, bodies, places, documents, meetings, targets,
the codes used, the dataset node, and what is told by all articles together (gov:attestedFirst, gov:attestedLast).

What several articles state stands in the graph of each; no statement is left out and none added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg.errors import KgError
from kg.graph.nodes import Term
from kg.graph.values import node
from kg.graph.vocabulary import RDF_TYPE, fact_classes, vocabulary

TOGETHER = (node("gov:attestedFirst"), node("gov:attestedLast"))
"""What no article tells alone."""
DERIVED = node("prov:wasDerivedFrom")
DIRECT_EDGE = node("gov:directEdge")
FINER = node("rdfs:subPropertyOf")

Edge = tuple[Term, NamedNode, Term]
Articles = frozenset[NamedNode]


@dataclass(frozen=True, slots=True)
class Split:
    """Which named graphs the statements of a graph belong to."""

    shared: NamedNode
    """The name of the graph that all articles share."""
    passages: Mapping[Term, Articles]
    """The article of each passage."""
    homes: Mapping[Term, Articles]
    """The articles of each article, passage and fact."""
    edges: Mapping[Edge, Articles]
    """The articles behind each direct edge."""

    def graphs(self, triple: Triple) -> list[NamedNode]:
        """The names of the graphs that a statement stands in, sorted."""
        return sorted(self._articles(triple), key=str) or [self.shared]

    def _articles(self, triple: Triple) -> Articles:
        subject = triple.subject
        if triple.predicate in TOGETHER:
            return frozenset()
        if triple.object in self.passages:
            return self.passages[triple.object]
        return self.homes.get(subject) or self.edges.get((subject, triple.predicate, triple.object), frozenset())


def named_graphs(triples: Sequence[Triple]) -> Iterator[tuple[NamedNode, list[Triple]]]:
    """The named graphs, the shared one first, the articles' by name; statements in the order given.

    KgError if the graph has no dataset node.
    """
    parts = split(triples)
    found: defaultdict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in triples:
        for name in parts.graphs(triple):
            found[name].append(triple)
    for name in sorted(found, key=lambda name: (name != parts.shared, str(name))):
        yield name, found[name]


def split(triples: Sequence[Triple]) -> Split:
    """How a graph falls into named graphs; KgError if it has no dataset node to name the shared one after."""
    passages: dict[Term, Articles] = {
        triple.subject: frozenset({triple.object})
        for triple in triples
        if triple.predicate == node("gov:inArticle") and isinstance(triple.object, NamedNode)
    }
    articles: dict[Term, Articles] = {subject: frozenset({subject}) for subject in _instances(triples, "gov:Article")}
    facts = _facts(triples, passages)
    edges = _edges(triples, facts)
    return Split(_dataset(triples), passages, {**articles, **passages, **facts}, edges)


def _instances(triples: Iterable[Triple], kind: str) -> Iterator[NamedNode]:
    for triple in triples:
        if triple.predicate == RDF_TYPE and triple.object == node(kind) and isinstance(triple.subject, NamedNode):
            yield triple.subject


def _dataset(triples: Iterable[Triple]) -> NamedNode:
    found = sorted(_instances(triples, "void:Dataset"), key=str)
    if not found:
        raise KgError(
            "the graph has no dataset node (void:Dataset) to name its shared part after; run 'kg build' again"
        )
    return found[0]


def _facts(triples: Iterable[Triple], passages: Mapping[Term, Articles]) -> dict[Term, Articles]:
    """The articles whose passages state each fact."""
    found: defaultdict[Term, Articles] = defaultdict(frozenset)
    for triple in triples:
        if triple.predicate == DERIVED:
            found[triple.subject] |= passages.get(triple.object, frozenset())
    return dict(found)


# ---------------------------------------------------------------- direct edges


def _edges(triples: Iterable[Triple], facts: Mapping[Term, Articles]) -> dict[Edge, Articles]:
    """The articles of the facts that each direct edge repeats."""
    predicates = {edge for kind in fact_classes() for edge in _drawn_by(kind)}
    ends: defaultdict[tuple[Term, NamedNode], set[Term]] = defaultdict(set)
    values: defaultdict[Term, set[Term]] = defaultdict(set)
    for triple in triples:
        if triple.subject in facts:
            values[triple.subject].add(triple.object)
        elif triple.predicate in predicates:
            ends[triple.subject, triple.predicate].add(triple.object)
    found: defaultdict[Edge, Articles] = defaultdict(frozenset)
    for fact, articles in facts.items():
        for edge in _repeating(values[fact], ends):
            found[edge] |= articles
    return dict(found)


def _repeating(values: set[Term], ends: Mapping[tuple[Term, NamedNode], set[Term]]) -> Iterator[Edge]:
    """The direct edges between values of a fact that its class and its values draw."""
    drawn = {
        edge
        for kind in values
        for edge in _drawn_by(kind)
        if not _needed_for(edge) or not values.isdisjoint(_needed_for(edge))
    }
    for source in values:
        for edge in drawn if isinstance(source, NamedNode) else ():
            for target in values & ends.get((source, edge), set()):
                yield source, edge, target


@cache
def _drawn_by(kind: Term) -> tuple[NamedNode, ...]:
    """The direct edges that facts of a class may draw; none for what is no such class."""
    if not isinstance(kind, NamedNode) or kind not in fact_classes():
        return ()
    return tuple(edge for edge in vocabulary().values(kind, DIRECT_EDGE) if isinstance(edge, NamedNode))


@cache
def _needed_for(edge: NamedNode) -> frozenset[Term]:
    """The named values of which a fact must have one to draw an edge; none where the class alone draws it."""
    ontology = vocabulary()
    edges = {edge, *(finer for finer in ontology.by_subject if edge in ontology.values(finer, FINER))}
    values = (value for value in ontology.by_subject if value not in fact_classes())
    return frozenset(value for value in values if edges & set(ontology.values(value, DIRECT_EDGE)))
