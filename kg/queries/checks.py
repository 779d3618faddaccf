"""Checks of a graph: queries that must return nothing, run in the order of their severity."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.graph.store import opened
from kg.queries.layout import plain
from kg.queries.run import Rows, run
from kg.queries.saved import SEVERITIES, checks

COLUMNS: Final = ("severity", "check", "node", "label", "detail")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found."""

    name: str
    severity: str
    summary: str
    offenders: tuple[tuple[str, ...], ...]
    """Node, label and detail of each."""

    @property
    def failed(self) -> bool:
        """Whether the graph must not be used as it is."""
        return self.severity == "error" and bool(self.offenders)


def verdicts(graph: Path, severity: str) -> Iterator[Verdict]:
    """What each check of that severity or a graver one finds in a graph file; KgError if the graph cannot be read."""
    whole = opened(graph)
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    for query in checks():
        if query.severity in wanted:
            found = run(query, {}, whole)
            rows = found.rows if isinstance(found, Rows) else ()
            offenders = tuple(tuple(plain(cell) for cell in row) for row in rows)
            yield Verdict(query.name, str(query.severity), query.summary, offenders)


def as_csv(found: Sequence[Verdict]) -> str:
    """All offenders as CSV, under COLUMNS."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for verdict in found:
        writer.writerows((verdict.severity, verdict.name, *offender) for offender in verdict.offenders)
    return text.getvalue()


def summed_up(verdict: Verdict) -> str:
    """A check in one line: "error    quoted    3  Every fact has a passage"."""
    state = f"{len(verdict.offenders)} found" if verdict.offenders else "ok"
    return f"{verdict.severity:8}{verdict.name:24}{state:10}{verdict.summary}"
