"""The views that exist: one SPARQL file each in `selections/`, with a `#+ summary:` line at its head."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError

SELECTIONS = Path(__file__).parent / "selections"
SUMMARY = "#+ summary:"
DEFAULT = "officials"


@dataclass(frozen=True, slots=True)
class View:
    """A kind of network page: what it selects, and what it says of itself."""

    name: str
    summary: str
    query: str
    """Gives rows of ?source ?relation ?target ?fact ?former; the last four may be unbound."""


def names() -> tuple[str, ...]:
    """The names of all views, in alphabetical order."""
    return tuple(sorted(path.stem for path in SELECTIONS.glob("*.rq")))


def view(name: str) -> View:
    """The view of that name, one of `names()`."""
    path = SELECTIONS / f"{name}.rq"
    query = path.read_text(encoding="utf-8")
    summary = next((line for line in query.splitlines() if line.startswith(SUMMARY)), None)
    if summary is None:
        raise DataError(f"{path.name}: add a line that starts with '{SUMMARY}'")
    return View(name, summary.removeprefix(SUMMARY).strip(), query)


def views() -> tuple[View, ...]:
    """All views."""
    return tuple(view(name) for name in names())
