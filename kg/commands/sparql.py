"""`kg sparql`: a query of one's own."""

from pathlib import Path
from typing import TextIO

import click

from kg.commands.options import format_option, graph_option
from kg.commands.terminal import width


@click.command()
@click.argument("source", metavar="FILE|-", type=click.File(encoding="utf-8"))
@graph_option
@format_option
@click.option("--why", is_flag=True, help="Add to each row the quotes behind the facts and things that it names.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Stop the query after so long.",
)
@click.option(
    "--update",
    "output",
    type=click.Path(path_type=Path),
    metavar="FILE.ttl",
    help="Run a SPARQL update, and write the graph as it leaves it to this file.",
)
def sparql(source: TextIO, graph: Path, form: str | None, timeout: float, output: Path | None, *, why: bool) -> None:
    """Run SPARQL from a file, or from standard input (-), on the graph.

    The graph is only read. SERVICE and LOAD, which reach out of it, are refused. An update needs --update, which names
    the file for its result; the graph that it starts from stays as it is unless that file is the same.

    \b
    Example:
        echo 'SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class ORDER BY DESC(?n)' | kg sparql -
        kg sparql mine.rq --graph my.ttl --format csv --timeout 10
    """
    from kg.queries.ask import Form
    from kg.queries.own import changed, own
    from kg.queries.saved import WrongUsageError

    text = _text(source)
    try:
        if output:
            click.echo(f"{changed(text, graph, output, timeout)} triples -> {output}", err=True)
            return
        answer = own(text, graph, Form(form, why, width()), timeout)
    except WrongUsageError as error:
        raise click.UsageError(str(error)) from error
    click.echo(answer.text, nl=False)
    if answer.empty:
        click.echo("no rows", err=True)


def _text(source: TextIO) -> str:
    try:
        return source.read()
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{source.name}: not UTF-8: {error.reason} at byte {error.start}") from None
