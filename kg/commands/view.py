"""`kg view`: a network page of a graph."""

from pathlib import Path

import click

from kg.views.catalogue import DEFAULT, names, views


@click.command()
@click.argument("name", metavar="[NAME]", required=False, type=click.Choice(names()), default=DEFAULT)
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("graphs/governance.ttl"),
    show_default=True,
    help="The Turtle file to draw.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The HTML file to write; - for standard output.")
@click.option("--list", "listing", is_flag=True, help="List the views and stop.")
def view(name: str, graph: Path, output: Path | None, *, listing: bool) -> None:
    """Write a network page that opens from disk and needs no network.

    NAME is one of the views that --list shows; without it, officials.

    \b
    Example:
        kg view officials -o officials.html
        kg view directives --graph my.ttl -o directives.html
    """
    if listing:
        for each in views():
            click.echo(f"{each.name:12} {each.summary}")
        return
    if output is None:
        raise click.UsageError("Missing option '-o': the HTML file to write.")
    write(name, graph, output)


def write(name: str, graph: Path, output: Path) -> None:
    """Write one page to a file or to standard output."""
    from kg.views.write import render, write_page

    if str(output) == "-":
        click.echo(render(name, graph), nl=False)
        return
    write_page(name, graph, output)
    click.echo(f"wrote {output}", err=True)
