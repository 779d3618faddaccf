"""What `kg query` says: a saved query's answer laid out, the list of queries, the description of one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.graph.store import Graph, opened
from kg.queries.bind import bind
from kg.queries.layout import Paper, comma_separated, markdown, sparql_json, tab_separated, table, turtle
from kg.queries.run import Answer, Rows, run
from kg.queries.saved import Parameter, SavedQuery, WrongUsageError, names, saved
from kg.queries.why import evidence, with_evidence

ROW_FORMATS: Final = ("table", "csv", "tsv", "json", "markdown")
FORMATS: Final = (*ROW_FORMATS, "ttl")
WRITERS: Final = {"csv": comma_separated, "tsv": tab_separated, "json": sparql_json, "markdown": markdown}
# How wide a column of words is in a table that no terminal limits.
PROSE: Final = 60


@dataclass(frozen=True, slots=True)
class Form:
    """How an answer is to be written."""

    format: str | None = None
    """One of FORMATS; None for what fits the answer."""
    why: bool = False
    """Whether each row comes with its quotes."""
    width: int | None = None
    """The columns of the terminal, None for a file or pipe."""


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as text."""

    text: str
    empty: bool


def ask(name: str, assignments: Sequence[str], graph: Path, form: Form) -> Page:
    """The answer of a saved query on a graph file, laid out.

    WrongUsageError for a name, parameter, value or format that does not exist, KgError for the rest.
    """
    query = saved(name)
    check_form(form, f"query {query.name}", rows=bool(query.columns))
    values = query.assigned(assignments)
    whole = opened(graph)
    return laid_out(run(query, values, whole), whole, form)


def check_form(form: Form, asked: str, *, rows: bool) -> None:
    """WrongUsageError where an answer of rows, or of triples, cannot be written in the form."""
    if rows and form.format == "ttl":
        raise WrongUsageError(f"{asked} answers with rows: --format {', '.join(ROW_FORMATS)}")
    if not rows and form.format in ROW_FORMATS:
        raise WrongUsageError(f"{asked} answers with triples: --format ttl")
    if not rows and form.why:
        raise WrongUsageError(f"{asked} answers with triples: --why goes with rows")


def laid_out(answer: Answer, graph: Graph, form: Form) -> Page:
    """An answer as text; the graph tells the quotes of the rows."""
    if not isinstance(answer, Rows):
        return Page(turtle(answer), empty=not answer)
    if form.format in WRITERS:
        rows = with_evidence(answer, graph.store) if form.why else answer
        return Page(WRITERS[form.format](rows), empty=not answer.rows)
    notes = evidence(answer, graph.store) if form.why else ()
    return Page(table(answer, Paper(form.width, PROSE), notes), empty=not answer.rows)


def bound(name: str, assignments: Sequence[str], graph: Path) -> str:
    """The text of a saved query with the values bound, ready for any SPARQL 1.1 store."""
    query = saved(name)
    return bind(query, query.assigned(assignments), opened(graph))


def listed() -> str:
    """All saved queries under their first tag, a line each: name and summary."""
    size = max(map(len, names()))
    tagged: defaultdict[str, list[str]] = defaultdict(list)
    for name in names():
        query = saved(name)
        tagged[query.tags[0]].append(f"  {name:{size}}  {query.summary}\n")
    return "\n".join(f"{tag}\n{''.join(lines)}" for tag, lines in sorted(tagged.items()))


def described(name: str) -> str:
    """What a saved query answers, its parameters, columns and an example."""
    return "\n".join(_description(saved(name))) + "\n"


def _description(query: SavedQuery) -> Iterator[str]:
    yield f"{query.name}: {query.summary}"
    yield query.description
    yield ""
    yield f"Tags: {', '.join(query.tags)}"
    yield "Parameters:" if query.parameters else "Parameters: none"
    yield from (f"  {_parameter(parameter)}" for parameter in query.parameters)
    yield f"Columns: {', '.join(query.columns)}" if query.columns else "Answers with triples."
    yield f"Example: {query.example}"


def _parameter(parameter: Parameter) -> str:
    notes = [parameter.type] if parameter.type in ("date", "integer") else []
    notes += ["name or IRI"] if parameter.type == "iri" else []
    notes += [f"one of {', '.join(parameter.choices)}"] if parameter.choices else []
    notes += [f"default {parameter.default}"] if parameter.default else []
    notes += ["required"] if parameter.required else []
    return f"{parameter.name}: {parameter.help}" + (f" ({'; '.join(notes)})" if notes else "")
