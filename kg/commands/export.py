"""`kg export`: the graph in the formats of other tools."""

import sys
from pathlib import Path

import click

from kg.commands.options import OWN_GRAPH
from kg.exports.registry import FORMATS
from kg.graph.terms import LABEL_LANGUAGES


def _list(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    del option
    if wanted and not ctx.resilient_parsing:
        for form in FORMATS.values():
            click.echo(f"{form.name:8} {form.summary}")
        ctx.exit()


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("graph", metavar="[GRAPH]", type=click.Path(path_type=Path), default=OWN_GRAPH)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; for csv a folder or a .zip file; - for standard output.",
)
@click.option(
    "--language",
    type=click.Choice(LABEL_LANGUAGES),
    default="en",
    show_default=True,
    help="The language of labels, in formats that hold one label only.",
)
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the formats and stop."
)
def export(form: str, graph: Path, output: Path, language: str) -> None:
    """Write the graph (default graphs/governance.ttl) in another format.

    docs/exports.md tells what each format holds and how to load it.

    \b
    Example:
        kg export --list
        kg export csv -o tables/
        kg export trig news.ttl -o news.trig
    """
    from kg.exports.base import Source
    from kg.exports.write import export as write
    from kg.exports.write import write_to

    source = Source(graph, language)
    if str(output) == "-":
        write_to(sys.stdout.buffer, FORMATS[form], source)
        return
    write(FORMATS[form], source, output)
    click.echo(f"wrote {output}", err=True)
