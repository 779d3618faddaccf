"""`kg check`: queries that must return nothing."""

from pathlib import Path

import click

from kg.commands.options import OWN_GRAPH


@click.command()
@click.argument("graph", type=click.Path(path_type=Path), default=OWN_GRAPH)
@click.option(
    "--severity",
    type=click.Choice(["error", "warning"]),
    default="warning",
    show_default=True,
    help="Run the checks of this severity and of graver ones.",
)
def check(graph: Path, severity: str) -> None:
    """Run the queries that must return nothing on GRAPH (graphs/governance.ttl if none is given).

    Offenders come as CSV on standard output, a line for each check on standard error. The exit status is 1 when a
    check of severity error finds any; warnings are for a reader to judge.

    \b
    Example:
        kg check
        kg check my.ttl --severity error > offenders.csv
    """
    from kg.queries.checks import as_csv, summed_up, verdicts

    found = list(verdicts(graph, severity))
    click.echo(as_csv(found), nl=False)
    for verdict in found:
        click.echo(summed_up(verdict), err=True)
    if any(verdict.failed for verdict in found):
        raise SystemExit(1)
