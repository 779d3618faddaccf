"""`kg query`: run a saved query, or tell what there is."""

from pathlib import Path

import click

from kg.commands.completion import QueryCommand, parameters, query_names
from kg.commands.options import format_option, graph_option
from kg.commands.terminal import width


@click.command(cls=QueryCommand)
@click.argument("name", required=False, shell_complete=query_names)
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=parameters,
    help="A parameter's value; repeatable.",
)
@graph_option
@format_option
@click.option("--why", is_flag=True, help="Add to each row the quotes that it rests on, with article and address.")
@click.option(
    "--describe",
    "instead",
    flag_value="describe",
    help="Show what the query answers, its parameters and columns; run nothing.",
)
@click.option(
    "--sparql",
    "instead",
    flag_value="sparql",
    help="Print the query with the values bound, for another store; run nothing.",
)
def query(
    name: str | None, params: tuple[str, ...], graph: Path, form: str | None, instead: str | None, *, why: bool
) -> None:
    """Run a saved query, or list the saved queries when no NAME is given.

    Places, people, bodies and documents are given by name in any spelling (with or without diacritics, in Cyrillic if
    an article writes it so), by number or by IRI.

    \b
    Example:
        kg query
        kg query officials -p place="Lạng Sơn"
        kg query documents -p issuer="Party Central Committee" --why
        kg query evidence -p fact="18-NQ/TW" --format csv
    """
    from kg.queries.ask import Form, ask, bound, described, listed
    from kg.queries.saved import WrongUsageError

    try:
        if name is None:
            click.echo(listed(), nl=False)
        elif instead == "describe":
            click.echo(described(name), nl=False)
        elif instead == "sparql":
            click.echo(bound(name, params, graph), nl=False)
        else:
            answer = ask(name, params, graph, Form(form, why, width()))
            click.echo(answer.text, nl=False)
            if answer.empty:
                click.echo("no rows", err=True)
    except WrongUsageError as error:
        raise click.UsageError(str(error)) from error
