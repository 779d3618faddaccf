"""READ FIRST. Articles in, a graph file out: every step of the work, in order.

    articles.read   files, pages, records   -> Article
    facts.read      Article                 -> Reading: all that the article states
    resolve         Readings                -> facts about one node per thing
    triples         resolved facts          -> RDF, sorted
    write           triples                 -> one Turtle file, whole or not at all

What cannot be read is reported and left out; the rest is built. `merge` takes readings from graphs built before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import articles, facts
from kg.errors import InputError, KgError
from kg.graph import unite
from kg.graph.terms import DATA
from kg.graph.triples import triples
from kg.graph.vocabulary import count_facts
from kg.graph.write import check_writable, write
from kg.lexicon.pack import languages
from kg.model import Article, Reading
from kg.resolve import resolve

OnError = Callable[[InputError], None]
Progress = Callable[[Iterator[Reading]], Iterable[Reading]]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build."""

    base: str = DATA
    """What the IRIs of all nodes begin with."""
    strict: bool = False
    """Whether to write nothing if any input cannot be read."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    articles: int
    facts: int
    triples: int
    skipped: int


def build(
    inputs: Iterable[Path],
    output: Path,
    options: Options,
    on_error: OnError,
    progress: Progress = lambda readings: readings,
) -> Built:
    """Build the graph of the inputs; what cannot be read goes to `on_error`. KgError if nothing was written."""
    check_writable(output)
    skipped: list[InputError] = []

    def skip(error: InputError) -> None:
        skipped.append(error)
        on_error(error)

    readings = list(progress(read(inputs, skip)))
    _check(readings, skipped, strict=options.strict)
    return _built(readings, output, options, len(skipped))


def merge(graphs: Sequence[Path], output: Path, options: Options) -> Built:
    """Unite graphs and resolve them again: the graph that one build of all their articles gives.

    KgError if nothing was written.
    """
    check_writable(output)
    readings = unite.readings(graphs)
    _check(readings, (), strict=options.strict)
    return _built(readings, output, options, 0)


def _built(readings: Sequence[Reading], output: Path, options: Options, skipped: int) -> Built:
    graph = triples(resolve(readings), options.base)
    write(graph, output)
    return Built(len(readings), count_facts(graph), len(graph), skipped)


def read(inputs: Iterable[Path], on_error: OnError) -> Iterator[Reading]:
    """What each article states; what cannot be read goes to `on_error`."""
    for article in articles.read(inputs, on_error):
        if article.language in languages():
            yield facts.read(article)
        else:
            on_error(_unread(article))


def _unread(article: Article) -> InputError:
    known = ", ".join(languages())
    return InputError(f"{article.id}: no facts can be read in language {article.language!r} yet; it reads {known}")


def _check(readings: Sequence[Reading], skipped: Sequence[InputError], *, strict: bool) -> None:
    if not readings:
        raise KgError("no article could be read; nothing was written")
    if strict and skipped:
        raise KgError(f"{len(skipped)} inputs could not be read; nothing was written, as --strict asks")
