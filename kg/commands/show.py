"""`kg show`: one node with all its facts and quotes."""

from pathlib import Path

import click

from kg.commands.options import graph_option


@click.command()
@click.argument("name")
@graph_option
def show(name: str, graph: Path) -> None:
    """Show a node with all its facts, and under each fact the quotes with article, position and address.

    NAME is a name in any spelling, a document's number, an article's id or an IRI (whole or short, as kg find and kg
    query print it). A part of a name will do when one node only has it.

    \b
    Example:
        kg show "Doan Thu Ha"
        kg show 18-NQ/TW
    """
    from kg.queries.search import shown

    click.echo(shown(name, graph), nl=False)
