"""`kg serve`: a read-only SPARQL endpoint for one graph, with a page to ask it from."""

import signal
from pathlib import Path
from typing import NoReturn

import click

from kg.commands.options import OWN_GRAPH


@click.command()
@click.argument("file", type=click.Path(path_type=Path), default=OWN_GRAPH)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7878,
    show_default=True,
    help="The port on 127.0.0.1; 0 takes any that is free.",
)
@click.option(
    "--timeout",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long a query may take.",
)
def serve(file: Path, port: int, timeout: int) -> None:
    """Serve the graph FILE (default graphs/governance.ttl) for queries from this machine, until Ctrl-C.

    The endpoint /query answers by the SPARQL 1.1 Protocol; the page / has a query editor and the saved queries, and
    needs no network. Updates are refused, other machines and other web pages are not answered. The server is Oxigraph's
    (pip install 'govkg[serve]'); a graph file that changes is served anew after a restart.

    \b
    Example:
        kg serve
        kg serve graphs/governance.ttl --port 8080
        curl -H 'Accept: text/csv' --data-urlencode query@queries/officials.rq http://127.0.0.1:7878/query
    """
    from kg.serve.front import serve as answer

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        answer(file, port, timeout, lambda address: click.echo(f"{file}: {address} (Ctrl-C ends)", err=True))
    except KeyboardInterrupt:
        click.echo("ended", err=True)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
