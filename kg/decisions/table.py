r"""The table of decisions: UTF-8, a decision a line, columns parted by tabs, a first line that names the columns.

    verdict    left                            right                         reason
    same       person/le-van-an_lang-son       person/le-van-an_cao-loc      Both are the man moved on 3 November.
    different  person/ha-thi-nga_lang-son      person/ha-thi-nga_hue         Two photographs, two people.
    unsure     person/vu-minh_ha-noi           person/vu-minh_bac-ninh       Asked the paper, no answer yet.
    wrong      tenure/le-van-an_lang-son~chair~…                             The paper printed a correction.
    wrong      003_286f9ef8ca64527d            the words that are wrong      The caption stands under another picture.

A thing or a fact is given by its IRI, whole or from the folder on, a person also by a name that one person bears; an
article by its id. Empty lines and lines that begin with # are passed over.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.graph.iris import shortened
from kg.graph.write import whole
from kg.model import Decision, Verdict

COLUMNS: Final = ("verdict", "left", "right", "reason")
NAME: Final = "decisions.tsv"
"""What the table is called in a folder of articles."""
_PAIRED: Final = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Row:
    """A decision and where it stands: "seeds/decisions.tsv:3"."""

    where: str
    decision: Decision


def read(paths: Iterable[Path]) -> tuple[Row, ...]:
    """The decisions of all tables; KgError with file and line for the first row that cannot stand."""
    rows = tuple(row for path in paths for row in _rows(path))
    check_agreement(rows)
    return rows


def _rows(path: Path) -> Iterator[Row]:
    lines = _lines(path)
    number, header = next(lines, (1, ()))
    if tuple(header) != COLUMNS:
        raise KgError(f"{path}:{number}: the first line must name the columns {', '.join(COLUMNS)}, parted by tabs")
    for number, cells in lines:
        yield Row(f"{path}:{number}", _decision(f"{path}:{number}", cells))


def _lines(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, line in enumerate(file, start=1):
                if line.strip() and not line.startswith("#"):
                    yield number, next(csv.reader([line.rstrip("\r\n")], delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise KgError(f"{path}: is not UTF-8 text: save it as UTF-8") from None


def _decision(where: str, cells: Sequence[str]) -> Decision:
    told = [cell.strip() for cell in cells]
    if len(told) != len(COLUMNS):
        raise KgError(f"{where}: {len(told)} columns, must be {len(COLUMNS)} parted by tabs: {', '.join(COLUMNS)}")
    verdict, left, right, reason = told
    if verdict not in set(Verdict):
        raise KgError(f"{where}: verdict {verdict!r} is none of {', '.join(Verdict)}")
    decision = Decision(Verdict(verdict), shortened(left), shortened(right), reason)
    if fault := fault_of(decision):
        raise KgError(f"{where}: {fault}")
    return decision


def fault_of(decision: Decision) -> str | None:
    """Why a decision cannot stand by itself; None if it can."""
    if not decision.left:
        return "left is empty: say what the decision is about"
    if not decision.reason:
        return "reason is empty: say why, so that others can follow"
    if decision.verdict in _PAIRED and not decision.right:
        return f"right is empty: say whom {decision.left} is {decision.verdict.value} as"
    if decision.left == decision.right:
        return "left and right are one: a decision is about two"
    return None


def check_agreement(rows: Iterable[Row]) -> None:
    """KgError where two rows decide one question in two ways."""
    known: dict[frozenset[str], Row] = {}
    for row in rows:
        if row.decision.verdict in _PAIRED:
            earlier = known.setdefault(frozenset((row.decision.left, row.decision.right)), row)
            if earlier.decision.verdict != row.decision.verdict:
                said, now = earlier.decision.verdict.value, row.decision.verdict.value
                raise KgError(f"{row.where}: says {now} where {earlier.where} says {said}: keep one of the two rows")


def record(decision: Decision, path: Path) -> bool:
    """Add a decision to a table, begun if it is not there; False if it stands there already.

    KgError if the decision or the table cannot stand, if another row says otherwise, or if the file cannot be written;
    then the table is as it was.
    """
    if fault := fault_of(decision):
        raise KgError(fault)
    if stray := {sign for part in _cells(decision) for sign in part} & set("\t\r\n"):
        raise KgError(f"a decision is one line without tabs: take out {' and '.join(map(repr, sorted(stray)))}")
    known = _rows(path) if path.exists() else iter(())
    rows = (*known, Row("the new decision", decision))
    check_agreement(rows)
    if decision in {row.decision for row in rows[:-1]}:
        return False
    earlier = path.read_text(encoding="utf-8-sig") if path.exists() else "\t".join(COLUMNS) + "\n"
    added = "\n" * (not earlier.endswith("\n")) + "\t".join(_cells(decision)) + "\n"
    with whole(path, "--decisions") as file:
        file.write((earlier + added).encode("utf-8"))
    return True


def _cells(decision: Decision) -> tuple[str, str, str, str]:
    return decision.verdict.value, decision.left, decision.right, decision.reason
