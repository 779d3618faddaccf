"""Where the project's own files lie: beside the package in a checkout, inside it in an installed wheel."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
FOLDERS = ("ontology", "queries", "seeds")


@cache
def home() -> Path:
    """The folder that holds `ontology/`, `queries/` and `seeds/`."""
    inside = PACKAGE / "_home"
    return inside if inside.is_dir() else PACKAGE.parent


def folder(name: str) -> Path:
    """One of FOLDERS, as a path; KeyError for any other name."""
    if name not in FOLDERS:
        raise KeyError(name)
    return home() / name
