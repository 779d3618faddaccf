"""The package reads as one line of data flow: a step imports earlier steps only, a library has its place."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"
# In the order of the flow; a module may import those that stand before it, and its own package.
LAYERS = [
    ("errors", "home", "model"),
    ("names",),
    ("text",),
    ("lexicon", "articles"),
    ("mentions",),
    ("facts",),
    ("explain", "resolve"),
    ("graph",),
    ("decisions",),
    ("queries",),
    ("views", "exports", "publish", "serve"),
    ("pipeline",),
    ("evaluation",),
    ("commands", "cli"),
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
HOMES = {
    "click": ("commands", "cli"),
    "pyvis": ("views",),
    "pyshacl": ("graph",),
    "trafilatura": ("articles",),
    "requests": ("publish",),
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def top(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_data_flow(path):
    if top(path) == "__init__":
        return
    own = RANK[top(path)]
    later = {name for name in imported(path) if name.startswith("kg.") and RANK[name.split(".")[1]] > own}
    assert later == set()


@pytest.mark.parametrize(("library", "homes"), HOMES.items())
def test_library_stays_in_its_place(library, homes):
    users = {top(path) for path in MODULES if library in {name.split(".")[0] for name in imported(path)}}
    assert users <= set(homes)
    assert users


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_readable(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 400
    functions = [node for node in ast.walk(ast.parse("\n".join(lines))) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if node.end_lineno - node.lineno > 60] == []
