"""Rows as a table, CSV or SPARQL's JSON; triples as Turtle."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.graph.terms import PREFIXES, short
from kg.queries.run import Cell, Rows

GAP: Final = "  "
# A column that a terminal makes narrower than this is better read as a line of its own.
NARROWEST: Final = 10
XSD_STRING: Final = PREFIXES["xsd"] + "string"


def table(rows: Rows, width: int | None = None) -> str:
    """The rows in aligned columns under their names, within the width if one is given.

    Cells are wrapped; where that would leave columns too narrow to read, each row becomes a block of lines.
    """
    cells = [[_shown(cell) for cell in row] for row in rows.rows]
    widths = [max(map(columns_wide, column)) for column in zip(rows.columns, *cells, strict=True)]
    fitted = widths if width is None else _fit(widths, width - len(GAP) * (len(widths) - 1))
    if fitted is None:
        return "".join(_block(rows.columns, row) for row in cells) if cells else "\n".join(rows.columns) + "\n"
    lines = [_lines(rows.columns, fitted), _lines(["-" * size for size in fitted], fitted)]
    return "".join([*lines, *(_lines(row, fitted) for row in cells)])


def _fit(widths: Sequence[int], room: int) -> list[int] | None:
    """The widths with the widest cut until they fit; None if they would become too narrow to read."""
    fitted = list(widths)
    while sum(fitted) > room:
        widest = max(fitted)
        if widest <= NARROWEST:
            return None
        fitted[fitted.index(widest)] -= 1
    return fitted


def _lines(row: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [list(wrap(cell, width)) for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, wrapped), default=0)
    grid = [[lines[line] if line < len(lines) else "" for lines in wrapped] for line in range(height)]
    return "".join(_line(parts, widths) for parts in grid)


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = (part + " " * (width - columns_wide(part)) for part, width in zip(parts, widths, strict=True))
    return GAP.join(padded).rstrip() + "\n"


def _block(columns: Sequence[str], row: Sequence[str]) -> str:
    size = max(map(len, columns))
    return "".join(f"{column:{size}}{GAP}{cell}\n" for column, cell in zip(columns, row, strict=True) if cell) + "\n"


def wrap(text: str, width: int) -> Iterator[str]:
    """The text in lines that are at most so many terminal columns wide, broken at spaces where there are any.

    >>> list(wrap("Tỉnh ủy Lạng Sơn", 9))
    ['Tỉnh ủy', 'Lạng Sơn']
    """
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if columns_wide(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = _chunks(word, width)
        yield from full
    yield line


def _chunks(word: str, width: int) -> Iterator[str]:
    """A word cut into pieces of at most that width; marks stay with their letter."""
    piece = ""
    for letter in word:
        if piece and columns_wide(piece) + columns_wide(letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def columns_wide(text: str) -> int:
    """How many terminal columns the text takes: none for combining marks, two for wide letters.

    >>> columns_wide("Lạng"), columns_wide(unicodedata.normalize("NFD", "Lạng")), columns_wide("越南")
    (4, 4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _shown(cell: Cell) -> str:
    """A cell for people: IRIs by prefix."""
    return safe(short(cell.value) if isinstance(cell, NamedNode) else _value(cell))


def safe(text: str) -> str:
    r"""The text without control characters: a quote could carry a terminal's escape codes.

    >>> safe("a\tb\x1b[31m")
    'a b [31m'
    """
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)


def _value(cell: Cell) -> str:
    return cell.value if isinstance(cell, Literal | NamedNode) else str(cell or "")


def comma_separated(rows: Rows) -> str:
    """The rows as CSV: names of columns, then plain values, whole IRIs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_value(cell) for cell in row] for row in rows.rows)
    return text.getvalue()


def sparql_json(rows: Rows) -> str:
    """The rows as SPARQL 1.1 Query Results JSON."""
    bindings = [
        {column: _binding(cell) for column, cell in zip(rows.columns, row, strict=True) if cell is not None}
        for row in rows.rows
    ]
    answer = {"head": {"vars": list(rows.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _binding(cell: Cell) -> dict[str, str]:
    if not isinstance(cell, Literal):
        return {"type": "uri", "value": _value(cell)}
    typed = {"type": "literal", "value": cell.value}
    if cell.language:
        return {**typed, "xml:lang": cell.language}
    return typed if cell.datatype.value == XSD_STRING else {**typed, "datatype": cell.datatype.value}


def turtle(triples: Iterable[Triple]) -> str:
    """The triples as Turtle, in their order."""
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    lines = written.decode().splitlines() if written else []
    head = sorted(line for line in lines if line.startswith("@prefix "))
    return "\n".join([*head, "", *lines[len(head) :]]) + "\n"
