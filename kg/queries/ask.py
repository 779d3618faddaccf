"""What `kg query` says: a saved query's answer laid out, the list of queries, the description of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.graph.store import opened
from kg.queries.bind import bind
from kg.queries.layout import comma_separated, sparql_json, table, turtle
from kg.queries.run import Answer, Rows, run
from kg.queries.saved import Parameter, SavedQuery, WrongUsageError, names, saved

ROW_FORMATS: Final = ("table", "csv", "json")


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as text."""

    text: str
    empty: bool


def ask(name: str, assignments: Sequence[str], graph: Path, form: str | None, width: int | None) -> Page:
    """The answer of a saved query on a graph file, laid out in a format: table, csv, json, ttl (None: what fits).

    WrongUsageError for a name, parameter, value or format that does not exist, KgError for the rest.
    """
    query = saved(name)
    _check_format(query, form)
    values = query.assigned(assignments)
    answer = run(query, values, opened(graph))
    found = answer.rows if isinstance(answer, Rows) else answer
    return Page(_laid_out(answer, form or "table", width), empty=not found)


def bound(name: str, assignments: Sequence[str], graph: Path) -> str:
    """The text of a saved query with the values bound, ready for any SPARQL 1.1 store."""
    query = saved(name)
    return bind(query, query.assigned(assignments), opened(graph))


def listed() -> str:
    """All saved queries, a line each: name and summary."""
    size = max(map(len, names()))
    return "".join(f"{name:{size}}  {saved(name).summary}\n" for name in names())


def described(name: str) -> str:
    """What a saved query answers, its parameters, columns and an example."""
    return "\n".join(_description(saved(name))) + "\n"


def _check_format(query: SavedQuery, form: str | None) -> None:
    if query.columns and form == "ttl":
        raise WrongUsageError(f"query {query.name} answers with rows: --format {', '.join(ROW_FORMATS)}")
    if not query.columns and form in ROW_FORMATS:
        raise WrongUsageError(f"query {query.name} answers with triples: --format ttl")


def _laid_out(answer: Answer, form: str, width: int | None) -> str:
    if not isinstance(answer, Rows):
        return turtle(answer)
    if form == "csv":
        return comma_separated(answer)
    return sparql_json(answer) if form == "json" else table(answer, width)


def _description(query: SavedQuery) -> Iterator[str]:
    yield f"{query.name}: {query.summary}"
    yield query.description
    yield ""
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
