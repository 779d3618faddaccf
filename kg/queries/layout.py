"""Rows as a table, CSV, TSV, Markdown or SPARQL's JSON; triples as Turtle."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from wcwidth import iter_graphemes, wcswidth

from kg.graph.terms import PREFIXES, short
from kg.queries.run import Cell, Rows

GAP: Final = "  "
# A column that a terminal makes narrower than this is better read as a line of its own.
NARROWEST: Final = 10
# Marks that change the direction of all that follows.
TURNING: Final = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
MARKED: Final = re.compile(r"[\\`*_{}\[\]<>|#~]")
XSD_STRING: Final = PREFIXES["xsd"] + "string"


@dataclass(frozen=True, slots=True)
class Paper:
    """What a table is written on."""

    width: int | None = None
    """The columns of the terminal; None for a file or pipe, which takes lines of any length."""
    prose: int | None = None
    """Where there is no width: how wide a column of words may be. Names without spaces stay whole."""


def table(rows: Rows, paper: Paper = Paper(), notes: Sequence[Sequence[str]] = ()) -> str:
    """The rows in aligned columns under their names, within the width if one is given; under each row its notes.

    Cells are wrapped; where that would leave columns too narrow to read, each row becomes a block of lines.
    """
    width = paper.width
    under = ["".join(f"    {safe(note)}\n" for note in row) for row in notes] or [""] * len(rows.rows)
    cells = [[_shown(cell) for cell in row] for row in rows.rows]
    widths = [max(map(columns_wide, column)) for column in zip(rows.columns, *cells, strict=True)]
    if width is None and paper.prose:
        words = [max(map(_longest_word, column)) for column in zip(rows.columns, *cells, strict=True)]
        widths = [min(size, max(paper.prose, word)) for size, word in zip(widths, words, strict=True)]
    fitted = widths if width is None else _fit(widths, width - len(GAP) * (len(widths) - 1))
    if fitted is None:
        blocks = (_block(rows.columns, row) + told + "\n" for row, told in zip(cells, under, strict=True))
        return "".join(blocks) or "\n".join(rows.columns) + "\n"
    lines = [_lines(rows.columns, fitted), _lines(["-" * size for size in fitted], fitted)]
    return "".join([*lines, *(_lines(row, fitted) + told for row, told in zip(cells, under, strict=True))])


def _longest_word(cell: str) -> int:
    return max(map(columns_wide, cell.split(" ")))


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
    return "".join(f"{column:{size}}{GAP}{cell}\n" for column, cell in zip(columns, row, strict=True) if cell)


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
    for letter in iter_graphemes(word):
        if piece and columns_wide(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def columns_wide(text: str) -> int:
    """How many terminal columns the text takes: none for combining marks and direction marks, two for wide letters.

    >>> [columns_wide(text) for text in ("Lạng", unicodedata.normalize("NFD", "Lạng"), "越南", "لانغ")]
    [4, 4, 4, 4]
    """
    return len(text) if text.isascii() else max(wcswidth(text), 0)


def _shown(cell: Cell) -> str:
    """A cell for people: IRIs by prefix."""
    return safe(short(cell.value) if isinstance(cell, NamedNode) else plain(cell))


def safe(text: str) -> str:
    r"""The text without control characters: a quote could carry a terminal's escape codes, or turn lines around.

    >>> safe("a\tb\x1b[31m\u202e")
    'a b [31m '
    """
    return "".join(" " if _controls(letter) else letter for letter in text)


def _controls(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(letter) in TURNING


def plain(cell: Cell) -> str:
    """A cell as CSV has it: the value alone, whole IRIs, nothing for an unbound one."""
    return cell.value if isinstance(cell, Literal | NamedNode) else str(cell or "")


def comma_separated(rows: Rows) -> str:
    """The rows as CSV: names of columns, then plain values, whole IRIs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([plain(cell) for cell in row] for row in rows.rows)
    return text.getvalue()


def tab_separated(rows: Rows) -> str:
    """The rows as SPARQL 1.1 TSV: columns as variables, terms as Turtle writes them."""
    lines = ["\t".join(f"?{column}" for column in rows.columns)]
    lines += ["\t".join("" if cell is None else str(cell).replace("\t", "\\t") for cell in row) for row in rows.rows]
    return "\n".join(lines) + "\n"


def markdown(rows: Rows) -> str:
    """The rows as a Markdown table; what Markdown would read as its own is escaped."""
    lines = [[MARKED.sub(r"\\\g<0>", column) for column in rows.columns], ["---"] * len(rows.columns)]
    lines += [[MARKED.sub(r"\\\g<0>", _shown(cell)) for cell in row] for row in rows.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sparql_json(rows: Rows) -> str:
    """The rows as SPARQL 1.1 Query Results JSON."""
    bindings = [
        {column: _binding(cell) for column, cell in zip(rows.columns, row, strict=True) if cell is not None}
        for row in rows.rows
    ]
    answer = {"head": {"vars": list(rows.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _binding(cell: Cell) -> dict[str, str]:
    if isinstance(cell, BlankNode):
        return {"type": "bnode", "value": cell.value}
    if not isinstance(cell, Literal):
        return {"type": "uri", "value": plain(cell)}
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
