"""`kg merge`: graphs in, one graph out."""

from pathlib import Path
from typing import Unpack

import click

from kg.commands.build import SKIPPED, Named, base_option, counted, decisions_option, license_option, report


@click.command()
@click.argument("graphs", nargs=-1, required=True, metavar="GRAPH.ttl…", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE.ttl",
    required=True,
    type=click.Path(path_type=Path),
    help="The Turtle file to write.",
)
@base_option
@decisions_option
@license_option
@click.pass_context
def merge(ctx: click.Context, graphs: tuple[Path, ...], output: Path, **named: Unpack[Named]) -> None:
    """Unite graphs and settle again who and what is one: the same file as one build of all their articles.

    Graphs may have been put together before: a union of their triples is read as well. An article that several graphs
    hold counts once. People's decisions that the graphs carry hold on.

    \b
    Example:
        kg merge january.ttl february.ttl -o year.ttl
    """
    from kg.pipeline import Options
    from kg.pipeline import merge as run

    told = run(graphs, output, Options(**named), report)
    click.echo(f"{counted(told)} -> {output}", err=True)
    ctx.exit(SKIPPED if told.skipped else 0)
