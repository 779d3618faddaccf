"""How good the extraction is: a graph held against gold files, which tell what careful readers find in each article.

gold        NAME.json beside NAME.txt  -> Gold facts
statements  triples                    -> values by node
quotes      values and texts           -> the passages that are evidence
found       values and evidence        -> the graph's facts, article by article
match       a gold fact and a found one -> whether they are the same
score       all of an article          -> hits, wrong, missed; figures
mistakes    wrong and missed facts     -> with sentence and rule
silence     sentences without a fact   -> with the words that could have given one
report      all of it                  -> a table or JSON
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Triple

from kg import pipeline
from kg.articles.draft import Draft, article
from kg.errors import InputError
from kg.evaluation import gold
from kg.evaluation.found import found
from kg.evaluation.mistakes import mistakes
from kg.evaluation.quotes import quotes
from kg.evaluation.report import Evaluation
from kg.evaluation.score import judge, total
from kg.evaluation.silence import abstentions
from kg.evaluation.statements import statements
from kg.graph import read
from kg.graph.terms import DATA
from kg.graph.triples import triples
from kg.lexicon.pack import languages
from kg.mentions.page import Page, page_of
from kg.resolve import resolve

OnError = Callable[[InputError], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What to evaluate, and what to tell of it."""

    graph: Path | None = None
    """A Turtle file; None to build the graph of the gold articles."""
    mistakes: bool = False
    abstentions: bool = False


def evaluate(folders: Sequence[Path], options: Options, on_error: OnError) -> Evaluation:
    """Hold a graph against the gold files of some folders; articles that cannot be read go to `on_error`.

    KgError for gold files or a graph that cannot be read.
    """
    golds = gold.read(folders)
    graph = statements(_build(folders, on_error) if options.graph is None else read.triples(options.graph))
    evidence = quotes(graph, {one.id: one.text for one in golds})
    stated = found(graph, evidence)
    judged = [kind for one in golds for kind in judge(one, stated.get(one.id, {}))]
    pages = _pages(golds) if options.mistakes or options.abstentions else {}
    return Evaluation(
        total(judged),
        evidence,
        tuple(mistakes(judged, graph, pages)) if options.mistakes else None,
        tuple(abstentions(pages, evidence)) if options.abstentions else None,
    )


def _build(folders: Sequence[Path], on_error: OnError) -> list[Triple]:
    """The graph that `kg build` makes of the folders."""
    return triples(resolve(list(pipeline.read(folders, on_error))), DATA)


def _pages(golds: Sequence[gold.GoldArticle]) -> dict[str, Page]:
    """The articles parsed, as far as their language has a pack."""
    known = [one for one in golds if one.language in languages()]
    drafts = (Draft(where=one.id, id=one.id, text=one.text, language=one.language) for one in known)
    return {draft.id: page_of(article(draft)) for draft in drafts}
