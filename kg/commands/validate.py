"""`kg validate`: check a graph, and its quotes against the articles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.options import OWN_GRAPH

if TYPE_CHECKING:
    from kg.errors import InputError


@click.command()
@click.argument("file", type=click.Path(path_type=Path), default=OWN_GRAPH)
@click.option(
    "--articles",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="INPUT",
    help="Articles (file or folder) in which to read every quote again; repeatable.",
)
@click.pass_context
def validate(ctx: click.Context, file: Path, articles: tuple[Path, ...]) -> None:
    """Check the graph FILE (default graphs/governance.ttl) against the ontology's shapes.

    Prints one line for each fault, with the line of the file where the node's statements begin. Exit status: 0 if the
    graph conforms, 1 if a fault was found, 3 if it conforms but some of the articles could not be read.

    \b
    Example:
        kg validate
        kg validate graphs/governance.ttl --articles seeds
    """
    from kg.articles import read
    from kg.graph.validate import check

    skipped: list[InputError] = []
    verdict = check(file, read(articles, skipped.append) if articles else None)
    for error in skipped:
        click.echo(f"skipped: {error}", err=True)
    for fault in verdict.faults:
        click.echo(fault.at(file))
    if verdict.faults:
        click.echo(f"{file}: faults: {len(verdict.faults)}", err=True)
        ctx.exit(1)
    click.echo(f"conforms: {verdict.triples} triples, {verdict.facts} facts, {verdict.passages} passages")
    ctx.exit(3 if skipped else 0)
