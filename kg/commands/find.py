"""`kg find`: nodes by any spelling of a name."""

import shutil
import sys
from pathlib import Path

import click

from kg.commands.options import graph_option


@click.command()
@click.argument("text")
@graph_option
def find(text: str, graph: Path) -> None:
    """Find people, bodies, places, documents, meetings, targets, articles and codes by any spelling of a name.

    TEXT may be written with or without diacritics, in Cyrillic, joined or split, and may be a part of the name. The
    closest come first.

    \b
    Example:
        kg find "Lạng Sơn"
        kg find langson
        kg find Доан
    """
    from kg.queries.search import found_table

    click.echo(found_table(text, graph, shutil.get_terminal_size().columns if sys.stdout.isatty() else None), nl=False)
