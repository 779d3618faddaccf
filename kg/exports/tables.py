"""The graph as tables: CSV files (RFC 4180, UTF-8) and a datapackage.json (Frictionless) that describes every column.

`tables.toml` says which tables there are and which properties their columns hold. Each fact has, besides its own
columns, how many stories and articles state it and the first quote; `evidence.csv` has all quotes.
"""

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from kg.exports.base import Content, Files, Source
from kg.exports.graph import Evidence, Graph, Term, local, read
from kg.graph.values import node
from kg.graph.vocabulary import fact_classes, version

SPECIFICATION: Final = Path(__file__).with_name("tables.toml")
BETWEEN: Final = " | "
STATED: Final = {
    "stories": ("integer", "How many stories state it; versions of one story count once"),
    "articles": ("integer", "How many articles state it"),
    "quote": ("string", "The words that state it, in the first of these articles; evidence.csv has all"),
    "quote_language": ("string", "The language of the quote"),
    "url": ("string", "The address of the article that the quote is from"),
    "published": ("string", "When that article was published: a year, month or day"),
    "rule": ("string", "The name of the rule that read it"),
}
"""Columns that every table of facts ends with: their type and what they hold."""
EVIDENCE: Final = {
    "of_id": ("string", "The fact that the quote states, or the document or meeting that it names"),
    "of_kind": ("string", "What that is: Tenure, Document …"),
    "passage_id": ("string", "The passage"),
    "quote": ("string", "Its words"),
    "start": ("integer", "Where they begin in the article's text, in code points"),
    "article_id": ("string", "The article"),
    "identifier": ("string", "The article's file name without its ending, or record id"),
    "headline": ("string", "Its headline"),
    "url": ("string", "Its web address"),
    "publisher": ("string", "Who published it"),
    "published": ("string", "When: a year, month or day"),
    "language": ("string", "The language of its text"),
}
QUOTING: Final = {"gov:Document": "gov:namedIn", "gov:Meeting": "gov:namedIn"}
"""Classes of things that passages name, and the property that leads to these."""

Row = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the specification: one column of the file, or two for a thing or code."""

    name: str
    property: str
    kind: str
    table: str
    """The table that its values are rows of, "" if they may be rows of several."""
    holds: str

    def fields(self) -> list[dict[str, str]]:
        """The names, types and descriptions of its columns in the file."""
        kind = "number" if self.kind == "number" else "string"
        first = {"name": self.name, "type": kind, "description": self.holds}
        match self.kind:
            case "thing":
                return [first, {"name": f"{self.name}_id", "type": "string", "description": f"{self.holds}: its IRI"}]
            case "code":
                return [
                    first,
                    {"name": f"{self.name}_code", "type": "string", "description": f"{self.holds}: its code"},
                ]
        return [first]

    def cells(self, graph: Graph, row: NamedNode) -> Row:
        """What a row of the file has in them."""
        if self.kind == "label":
            return {self.name: graph.label(row)}
        values = graph.values(row, self.property)
        match self.kind:
            case "thing":
                return {self.name: _joined(map(graph.label, values)), f"{self.name}_id": _joined(map(_text, values))}
            case "code":
                return {self.name: _joined(map(graph.label, values)), f"{self.name}_code": _joined(map(_code, values))}
        return {self.name: _joined(dict.fromkeys(map(_text, values)))}


@dataclass(frozen=True, slots=True)
class Table:
    """A file of the folder."""

    name: str
    title: str
    kind: NamedNode
    """The class whose instances are the rows."""
    columns: tuple[Column, ...]

    @property
    def stated(self) -> bool:
        """Whether its rows are facts, which quotes state."""
        return self.kind in fact_classes()

    def fields(self) -> list[dict[str, str]]:
        """The names, types and descriptions of all columns."""
        own = [{"name": "id", "type": "string", "description": "The IRI of the row"}]
        own += [one for column in self.columns for one in column.fields()]
        return own + (_described(STATED) if self.stated else [])

    def rows(self, graph: Graph) -> Iterator[Row]:
        """The rows by IRI."""
        for thing in graph.instances(self.kind):
            row: Row = {"id": thing.value}
            for column in self.columns:
                row |= column.cells(graph, thing)
            yield row | (_stated(graph, thing) if self.stated else {})


def tables(source: Source) -> Files:
    """Every table, the evidence, and what describes them."""
    graph = read(source)
    for table in specification():
        yield f"{table.name}.csv", _csv([field["name"] for field in table.fields()], table.rows(graph))
    yield "evidence.csv", _csv(list(EVIDENCE), _evidence(graph))
    yield "datapackage.json", iter([_described_package()])


@cache
def specification() -> tuple[Table, ...]:
    """The tables of `tables.toml`."""
    with SPECIFICATION.open("rb") as file:
        told = tomllib.load(file)
    return tuple(_table(name, **said) for name, said in told.items())


def _table(name: str, title: str, columns: dict[str, list[str]], **said: str) -> Table:
    return Table(name, title, node(said["class"]), tuple(_column(column, *told) for column, told in columns.items()))


def _column(name: str, property_: str, kind: str, holds: str) -> Column:
    kind, _, table = kind.partition(" ")
    return Column(name, property_, kind, table, holds)


# ---------------------------------------------------------------- cells


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(values)


def _text(value: Term) -> str:
    return value.value


def _code(value: Term) -> str:
    return local(value) if isinstance(value, NamedNode) else value.value


def _stated(graph: Graph, fact: NamedNode) -> Row:
    quotes = graph.evidence(fact)
    first = quotes[0] if quotes else None
    return {
        "stories": graph.stories(quotes),
        "articles": len({quote.article for quote in quotes}),
        "quote": first.quote if first else "",
        "quote_language": first.language if first else "",
        "url": first.url if first else "",
        "published": first.published if first else "",
        "rule": _joined(map(_text, graph.values(fact, "gov:rule"))),
    }


def _evidence(graph: Graph) -> Iterator[Row]:
    for fact, _ in graph.facts():
        yield from (_quoted(graph, fact, quote) for quote in graph.evidence(fact))
    for kind, property_ in QUOTING.items():
        for thing in graph.of_class(kind):
            yield from (_quoted(graph, thing, graph.quote(passage)) for passage in graph.nodes(thing, property_))


def _quoted(graph: Graph, thing: NamedNode, quote: Evidence) -> Row:
    said = asdict(quote)
    names = {"passage_id": "passage", "article_id": "article"}
    told = {name: said[names.get(name, name)] for name in EVIDENCE if not name.startswith("of_")}
    return {"of_id": thing.value, "of_kind": graph.kind(thing), **told}


def _csv(names: list[str], rows: Iterable[Row]) -> Content:
    """The lines of a CSV file, the header first."""
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, names, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row)
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()
    yield line.getvalue().encode()


# ---------------------------------------------------------------- the description


def _described(columns: dict[str, tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "type": kind, "description": holds} for name, (kind, holds) in columns.items()]


def _described_package() -> bytes:
    resources = [_resource(table.name, table.title, _schema(table)) for table in specification()]
    evidence = _resource(
        "evidence", "The quotes behind every fact, document and meeting", {"fields": _described(EVIDENCE)}
    )
    package = {
        "name": "govkg",
        "title": "Officials, bodies and directives of Viet Nam, as news articles state them",
        "profile": "tabular-data-package",
        "version": version(),
        "resources": [*resources, evidence],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(name: str, title: str, schema: dict[str, object]) -> dict[str, object]:
    return {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {**schema, "missingValues": [""]},
    }


def _schema(table: Table) -> dict[str, object]:
    keys = [
        {"fields": f"{column.name}_id", "reference": {"resource": column.table, "fields": "id"}}
        for column in table.columns
        if column.table
    ]
    return {"fields": table.fields(), "primaryKey": "id", "foreignKeys": keys}
