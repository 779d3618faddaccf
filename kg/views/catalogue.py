"""The views that exist: one file each in `selections/`, written like a saved query (kg.queries.saved)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.queries.saved import SavedQuery, WrongUsageError, read, saved

SELECTIONS = Path(__file__).parent / "selections"
DEFAULT = "officials"
INDEX = "index"
QUERY = "query"


@dataclass(frozen=True, slots=True)
class View:
    """A kind of network page: what it selects, and the values of its parameters."""

    name: str
    selection: SavedQuery
    """Rows of ?source ?relation ?target ?fact ?former ?role ?detail, all but the first optional; or triples."""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_query(self) -> bool:
        """Whether the selection is a saved query that gives triples."""
        return self.name == QUERY

    @property
    def summary(self) -> str:
        """What the page shows, in a line."""
        return self.selection.summary


def names() -> tuple[str, ...]:
    """The names of all views that have a selection of their own, in alphabetical order."""
    return tuple(sorted(path.stem for path in SELECTIONS.glob("*.rq")))


def views() -> tuple[View, ...]:
    """The views that need no value: those that `kg build` writes."""
    every = (View(name, read(SELECTIONS / f"{name}.rq")) for name in names())
    return tuple(each for each in every if not any(parameter.required for parameter in each.selection.parameters))


def usages() -> tuple[tuple[str, str], ...]:
    """How to ask for each view, with what it shows."""
    every = (View(name, read(SELECTIONS / f"{name}.rq")) for name in names())
    needed = ((each, [parameter for parameter in each.selection.parameters if parameter.required]) for each in every)
    own = ((f"{each.name} {needs[0].name.upper()}" if needs else each.name, each.summary) for each, needs in needed)
    query = (f"{QUERY} NAME", "What a saved query that gives triples answers, such as network")
    return *own, query, (INDEX, "The network pages that lie beside it, each with a small picture and counts")


def view(name: str, about: str = "", assignments: Sequence[str] = ()) -> View:
    """The view of that name; `about` is what it is about: a person, a place, an article, or the query of `query`.

    WrongUsageError when something needed is missing, or something given is not wanted.
    """
    if name == QUERY:
        return _query_view(about, assignments)
    selection = read(SELECTIONS / f"{name}.rq")
    needed = next((parameter for parameter in selection.parameters if parameter.required), None)
    if about and needed is None:
        raise WrongUsageError(f"view {name} takes no {about!r}; try: {selection.example}")
    values = selection.assigned([f"{needed.name}={about}", *assignments] if needed and about else assignments)
    if needed and needed.name not in values:
        raise WrongUsageError(f"view {name} needs {needed.name}: {needed.help}; try: {selection.example}")
    return View(name, selection, values)


def _query_view(name: str, assignments: Sequence[str]) -> View:
    if not name:
        raise WrongUsageError(
            "view query needs the name of a saved query that gives triples; try: kg view query network"
        )
    query = saved(name)
    if query.columns:
        raise WrongUsageError(f"query {name} answers with rows, not with a network; try: {query.example}")
    return View(QUERY, query, query.assigned(assignments))
