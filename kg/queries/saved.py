"""The saved queries and what they say of themselves.

A file opens with `#+ key: value` lines as grlc reads them (summary, description, tags, defaults, enumerate), and with
keys of ours: parameters (what each is, and which nodes its names may stand for), columns, example, and for the checks
of `queries/checks/` their severity. Parameters are variables named as grlc names them: `?_date_xsd_date` has to be
given, `?__place_iri` may be, the last part is the type.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import DataError, KgError
from kg.home import folder

TYPES: Final = {"": "string", "iri": "iri", "integer": "integer", "xsd_date": "date"}
"""The last part of a parameter's variable -> the type of its values."""
REQUIRED_KEYS: Final = ("summary", "description", "tags", "example")
KEYS: Final = (*REQUIRED_KEYS, "parameters", "defaults", "enumerate", "columns", "severity")
SEVERITIES: Final = ("error", "warning")

TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | [?$](?P<variable>\w+)
      | (?P<word>[A-Za-z]\w*)
      | (?P<brace>[{}])""",
    re.VERBOSE,
)
_PARAMETER: Final = re.compile(r"(?P<must>__?)(?P<name>[A-Za-z0-9]+)(?:_(?P<type>\w+))?")
_ITEM: Final = re.compile(r"  - (?P<name>\w+): (?P<value>.+)")
_NODES: Final = re.compile(r"\((?P<of>[^)]*)\) (?P<help>.+)")


class WrongUsageError(KgError):
    """The caller named a query, a parameter or a value that does not exist; the message lists those that do."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the caller may give, or has to."""

    name: str
    variable: str
    type: str
    required: bool
    help: str
    nodes: tuple[str, ...] = ()
    """Which nodes a name stands for: classes ("gov:Place"), a code's prefix ("role:"), or "node" for any."""
    default: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query of the folder `queries/`."""

    name: str
    text: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    """Empty for a CONSTRUCT query, which gives triples."""
    example: str
    severity: str | None = None
    """Of a check, a query that must return nothing: "error" or "warning"."""

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name; WrongUsageError lists the known ones."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(parameter.name for parameter in self.parameters) or "none"
        raise WrongUsageError(f"query {self.name} has no parameter {name!r}; it knows: {known}")

    def assigned(self, assignments: Sequence[str]) -> dict[str, str]:
        """The values of "name=value" assignments by parameter; WrongUsageError for one that is malformed or unknown."""
        values: dict[str, str] = {}
        for assignment in assignments:
            name, equals, value = assignment.partition("=")
            if not equals or not value.strip():
                raise WrongUsageError(f"-p {assignment}: write -p name=value")
            if self.parameter(name).name in values:
                raise WrongUsageError(f"-p {name} is given twice")
            values[name] = value.strip()
        return values


def names() -> list[str]:
    """The names of the saved queries, sorted."""
    return sorted(path.stem for path in folder("queries").glob("*.rq"))


def checks() -> list[SavedQuery]:
    """The queries that must return nothing, errors first, then by name; DataError names a malformed file."""
    found = [read(path) for path in sorted((folder("queries") / "checks").glob("*.rq"))]
    for query in found:
        if query.severity not in SEVERITIES:
            raise DataError(f"checks/{query.name}.rq: needs '#+ severity:' {' or '.join(SEVERITIES)}")
    return sorted(found, key=lambda query: SEVERITIES.index(str(query.severity)))


def saved(name: str) -> SavedQuery:
    """The query of that name; WrongUsageError lists the known ones."""
    known = names()
    if name not in known:
        close = get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}? " if close else ""
        raise WrongUsageError(f"no query {name!r}; {hint}known: {', '.join(known)}")
    return read(folder("queries") / f"{name}.rq")


@cache
def read(path: Path) -> SavedQuery:
    """A query file, checked; DataError names file and line."""
    text = path.read_text(encoding="utf-8")
    header = _header(path, text)
    for key in REQUIRED_KEYS:
        if not header.get(key):
            raise DataError(f"{path}: needs a '#+ {key}:' line")
    return SavedQuery(
        name=path.stem,
        text=text,
        summary=str(header["summary"]),
        description=str(header["description"]),
        tags=_listed(str(header["tags"])),
        parameters=tuple(_parameters(path, text, header)),
        columns=_listed(str(header.get("columns", ""))),
        example=str(header["example"]),
        severity=str(header["severity"]) if "severity" in header else None,
    )


def _header(path: Path, text: str) -> dict[str, str | dict[str, str]]:
    header: dict[str, str | dict[str, str]] = {}
    items: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+ "):
            continue
        item = _ITEM.fullmatch(line[3:])
        key, colon, value = line[3:].partition(":")
        if item:
            items[item["name"]] = item["value"]
        elif key in KEYS and colon and key not in header:
            items = {}
            header[key] = value.strip() or items
        else:
            raise DataError(f"{path}:{number}: not a '#+ key: value' line; keys: {', '.join(KEYS)}, each once")
    return header


def _listed(value: str) -> tuple[str, ...]:
    """The items of "[a, b]"."""
    return tuple(item.strip() for item in value.strip("[] ").split(",") if item.strip())


def _parameters(path: Path, text: str, header: dict[str, str | dict[str, str]]) -> Iterator[Parameter]:
    described, defaults, choices = (_items(header, key) for key in ("parameters", "defaults", "enumerate"))
    found = {match["name"]: match for match in _variables(text)}
    for name in dict.fromkeys((*described, *defaults, *choices, *found)):
        if name not in found or name not in described:
            raise DataError(f"{path}: parameter {name!r} must be a variable and be described under parameters")
        kind = TYPES.get(found[name]["type"] or "")
        if kind is None:
            known = ", ".join(filter(None, TYPES))
            raise DataError(f"{path}: parameter {name!r} has type {found[name]['type']!r}; types: {known}")
        nodes = _NODES.fullmatch(described[name])
        yield Parameter(
            name=name,
            variable=found[name][0],
            type=kind,
            required=found[name]["must"] == "_",
            help=nodes["help"] if nodes else described[name],
            nodes=tuple(nodes["of"].split()) if nodes else (),
            default=defaults.get(name),
            choices=_listed(choices.get(name, "")),
        )


def _items(header: dict[str, str | dict[str, str]], key: str) -> dict[str, str]:
    value = header.get(key, {})
    return value if isinstance(value, dict) else {}


def _variables(text: str) -> Iterator[re.Match[str]]:
    """The variables of a query that are parameters: their names begin with an underscore."""
    for token in TOKEN.finditer(text):
        found = _PARAMETER.fullmatch(token["variable"] or "")
        if found:
            yield found
