"""READ FIRST. Articles in, a graph file out: every step of the work, in order.

    articles.read   files, pages, records   -> Article
    facts.read      Article                 -> Reading: all that the article states
    decisions       tables of decisions     -> what people say of who is one, and of what is wrong
    resolve         Readings                -> facts about one node per thing, as people decided
    triples         resolved facts          -> RDF, sorted
    write           triples                 -> one Turtle file, whole or not at all

What cannot be read is reported and left out; the rest is built. `merge` takes readings from graphs built before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kg import articles, facts
from kg.decisions import table
from kg.decisions.apply import Settled, settle
from kg.errors import InputError, KgError
from kg.graph import unite
from kg.graph.terms import DATA
from kg.graph.triples import triples
from kg.graph.vocabulary import count_facts
from kg.graph.write import check_writable, write
from kg.lexicon.pack import languages
from kg.model import Article, Decision, Reading

OnError = Callable[[InputError], None]
Progress = Callable[[Iterator[Reading]], Iterable[Reading]]
GRAPH: Final = ".ttl"


@dataclass(frozen=True, slots=True)
class Options:
    """How to build."""

    base: str = DATA
    """What the IRIs of all nodes begin with."""
    strict: bool = False
    """Whether to write nothing if any input cannot be read."""
    decisions: tuple[Path, ...] = ()
    """Tables of people's decisions, besides those that lie in the folders given as inputs."""
    licence: str | None = None
    """The address of the licence under which the graph is given on, if any is named."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    articles: int
    facts: int
    triples: int
    skipped: int


def build(
    inputs: Sequence[Path],
    output: Path,
    options: Options,
    on_error: OnError,
    progress: Progress = lambda readings: readings,
) -> Built:
    """Build the graph of the inputs; what cannot be read goes to `on_error`. KgError if nothing was written."""
    check_writable(output)
    _check_spared(output, (*inputs, *options.decisions))
    skipped = _Skipped(on_error)
    rows = table.read((*options.decisions, *_tables(inputs)))
    readings = list(progress(read(inputs, skipped)))
    return _written(readings, (), rows, output, options, skipped)


def _check_spared(output: Path, inputs: Iterable[Path]) -> None:
    """KgError where writing the graph would destroy what it is made of."""
    if output.exists() and any(path.exists() and output.samefile(path) for path in inputs):
        raise KgError(f"{output}: is one of the inputs; choose another output with -o")


def merge(graphs: Sequence[Path], output: Path, options: Options, on_error: OnError) -> Built:
    """Unite graphs and resolve them again: the graph that one build of all their articles gives.

    The decisions that the graphs carry hold, with those of the options. KgError if nothing was written.
    """
    check_writable(output)
    rows = table.read(options.decisions)
    told = unite.sources(graphs)
    return _written(told.readings, told.decisions, rows, output, options, _Skipped(on_error))


def settled(inputs: Sequence[Path], options: Options, on_error: OnError) -> Settled:
    """Who and what is one in articles and graph files (.ttl) together, as a build has it; nothing is written."""
    graphs = [path for path in inputs if path.suffix == GRAPH and path.is_file()]
    others = [path for path in inputs if path not in graphs]
    skipped = _Skipped(on_error)
    rows = table.read((*options.decisions, *_tables(others)))
    told = unite.sources(graphs)
    readings = _once([*told.readings, *read(others, skipped)])
    _check(readings, skipped.errors, strict=options.strict)
    return _settled(readings, told.decisions, rows, skipped)


def _once(readings: Iterable[Reading]) -> list[Reading]:
    """Each article once; KgError where one is told in two texts."""
    found: dict[str, Reading] = {}
    for reading in readings:
        article = reading.article
        if found.setdefault(article.id, reading).article.digest != article.digest:
            raise KgError(f"article {article.id} has one text in a graph file and another here: leave one of them out")
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Skipped:
    """Takes what cannot be used, passes it on and keeps it."""

    on_error: OnError
    errors: list[InputError] = field(default_factory=list)

    def __call__(self, error: InputError) -> None:
        self.errors.append(error)
        self.on_error(error)


def _tables(inputs: Iterable[Path]) -> tuple[Path, ...]:
    """The tables of decisions that lie in folders of articles."""
    return tuple(path / table.NAME for path in inputs if (path / table.NAME).is_file())


def _written(
    readings: Sequence[Reading],
    carried: Sequence[Decision],
    rows: Sequence[table.Row],
    output: Path,
    options: Options,
    skipped: _Skipped,
) -> Built:
    """Resolve readings as graphs carry it and tables say, and write the graph."""
    resolved = _settled(readings, carried, rows, skipped).resolved
    _check(readings, skipped.errors, strict=options.strict)
    graph = triples(resolved, options.base, options.licence)
    write(graph, output)
    return Built(len(readings), count_facts(graph), len(graph), len(skipped.errors))


def _settled(
    readings: Sequence[Reading], carried: Sequence[Decision], rows: Sequence[table.Row], skipped: _Skipped
) -> Settled:
    """Resolve readings as graphs carry it and tables say; rows without ground are skipped."""
    table.check_agreement([*(table.Row("a graph", decision) for decision in carried), *rows])
    found = settle(readings, (*carried, *(row.decision for row in rows)))
    for row in rows:
        if row.decision in found.unmet:
            skipped(InputError(f"{row.where}: {found.unmet[row.decision]}: correct the row or take it out"))
    return found


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
