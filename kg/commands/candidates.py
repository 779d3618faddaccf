"""`kg candidates`: who may be one, for people to decide."""

import csv
import sys
from pathlib import Path

import click

from kg.commands.build import SKIPPED, decisions_option, report
from kg.errors import InputError

COLUMNS = ("left", "leftName", "right", "rightName", "for", "against")


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]…", type=click.Path(path_type=Path))
@decisions_option
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N, those with most evidence.")
@click.pass_context
def candidates(ctx: click.Context, inputs: tuple[Path, ...], decisions: tuple[Path, ...], limit: int | None) -> None:
    """List the pairs of people that nothing joined and nothing sure keeps apart, as tab-separated lines.

    INPUTs are articles, folders or graph files (.ttl), the seeds if left out. Pairs on which somebody decided, be it
    "unsure", are left out. Record what you find with kg decide.

    \b
    Example:
        kg candidates
        kg candidates news.ttl --limit 20
    """
    from itertools import islice

    from kg.graph.iris import reference
    from kg.home import folder
    from kg.pipeline import Options, settled

    skipped: list[InputError] = []
    known = settled(inputs or [folder("seeds")], Options(decisions=decisions), skipped.append)
    for error in skipped:
        report(error)
    rows = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    rows.writerow(COLUMNS)
    for pair in islice(known.candidates(), limit):
        names = [(reference(person), person.label or person.name) for person in (pair.left, pair.right)]
        told = ["; ".join(map(str, evidence)) for evidence in (pair.supporting, pair.opposing)]
        rows.writerow([*names[0], *names[1], *told])
    ctx.exit(SKIPPED if skipped else 0)
