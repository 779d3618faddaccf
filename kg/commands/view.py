"""`kg view`: a network page of a graph."""

from pathlib import Path

import click

from kg.commands.options import graph_option
from kg.errors import KgError
from kg.views.catalogue import DEFAULT, INDEX, QUERY, names

CHOICES = (*names(), QUERY, INDEX)


def _list(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - as click calls it
    """Print the views, a line each, how to ask for it and what it shows, and stop."""
    from kg.views.catalogue import usages

    if not wanted or ctx.resilient_parsing:
        return
    shown = usages()
    size = max(len(call) for call, _ in shown)
    for call, summary in shown:
        click.echo(f"{call:{size}}  {summary}")
    ctx.exit()


@click.command()
@click.argument("name", metavar="[NAME]", required=False, type=click.Choice(CHOICES), default=DEFAULT)
@click.argument("about", metavar="[ABOUT]", required=False, default="")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter's value; repeatable.")
@graph_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The HTML file to write; - for standard output.")
@click.option(
    "--open", "opening", is_flag=True, help="Open the page in the browser; without -o, write beside the graph."
)
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the views and stop."
)
def view(name: str, about: str, params: tuple[str, ...], graph: Path, output: Path | None, *, opening: bool) -> None:
    """Write a network page that opens from disk and needs no network.

    NAME is one of the views that --list shows; without it, officials. ABOUT is what the page is about: the person of
    `person`, the place of `place` (in any spelling), the id of `article`, the saved query of `query`.

    \b
    Example:
        kg view officials -o officials.html
        kg view person "Doan Thu Ha" --open
        kg view query network -p place="Lào Cai" -o network.html
        kg view index -o index.html
    """
    from kg.queries.saved import WrongUsageError

    target = _target(name, graph, output, opening=opening)
    try:
        _write(name, about, params, graph, target)
    except WrongUsageError as error:
        raise click.UsageError(str(error)) from error
    if opening:
        click.launch(target.resolve().as_uri())


def _target(name: str, graph: Path, output: Path | None, *, opening: bool) -> Path:
    if opening and str(output) == "-":
        raise click.UsageError("--open needs a file: -o FILE.html")
    if output is not None and output.exists() and graph.exists() and output.samefile(graph):
        raise KgError(f"{output}: is the graph itself; choose another page with -o")
    if output is not None:
        return output
    if opening:
        return graph.with_name(f"{name}.html")
    raise click.UsageError("Missing option '-o': the HTML file to write.")


def _write(name: str, about: str, params: tuple[str, ...], graph: Path, target: Path) -> None:
    from kg.views.catalogue import view as find_view
    from kg.views.write import render, write_page

    if name == INDEX:
        _write_index(about, params, target)
    elif str(target) == "-":
        click.echo(render(find_view(name, about, params), graph), nl=False)
    else:
        write_page(find_view(name, about, params), graph, target)
    if str(target) != "-":
        click.echo(f"wrote {target}", err=True)


def _write_index(about: str, params: tuple[str, ...], target: Path) -> None:
    from kg.views.write import write_index

    if about or params or str(target) == "-":
        raise click.UsageError("view index takes a file only; it links the pages of the file's folder: -o index.html")
    write_index(target)
