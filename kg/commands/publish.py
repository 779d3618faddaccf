"""`kg publish`: a graph file into a SPARQL store."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from kg.commands.options import OWN_GRAPH
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.publish.parts import Named

PASSWORD = "KG_PASSWORD"  # noqa: S105 - the name of an environment variable


@click.command()
@click.argument("url")
@click.argument("file", type=click.Path(path_type=Path), default=OWN_GRAPH)
@click.option("--graph", metavar="IRI", help="The named graph to publish to. [default: the IRI of the file's dataset]")
@click.option("--by-article", is_flag=True, help="One named graph for each article, and one for what they share.")
@click.option("--update", is_flag=True, help="URL takes SPARQL Update, not the Graph Store Protocol.")
@click.option("--query", metavar="URL", help="Where the store answers queries, with --update. [default: URL]")
@click.option("--user", metavar="NAME", help="The account at the store; basic or digest, as the store asks.")
@click.option("--replace", is_flag=True, help="Replace a graph of that name that kg did not publish.")
@click.option(
    "--batch",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    metavar="TRIPLES",
    help="How many triples a request brings.",
)
def publish(  # noqa: PLR0913 - one parameter for each option
    url: str,
    file: Path,
    *,
    graph: str | None,
    by_article: bool,
    update: bool,
    query: str | None,
    user: str | None,
    replace: bool,
    batch: int,
) -> None:
    """Publish the graph FILE (default graphs/governance.ttl) to the SPARQL store at URL, as named graphs.

    URL is the store's address for the SPARQL 1.1 Graph Store Protocol, or with --update for SPARQL Update. What is done
    is recorded in the store, in the graph urn:govkg:published: a run that was interrupted goes on where it ended, and
    what has not changed is not sent again. In the end the store counts. The password is read from the environment
    variable KG_PASSWORD, or asked for.

    \b
    Example:
        kg publish http://127.0.0.1:7878/store
        kg publish http://127.0.0.1:8890/sparql-graph-crud-auth --user dba --by-article
        kg publish https://example.org/update --update --query https://example.org/sparql --user me
    """
    try:
        from kg.publish.client import Client, encrypted
    except ModuleNotFoundError as error:
        raise KgError("kg publish needs the package requests: pip install 'govkg[publish]'") from error
    from kg.publish.send import Publisher
    from kg.publish.stores import GraphStore, Store, UpdateStore

    _check(url, query, graph, by_article=by_article, update=update)
    graphs = _graphs(file, graph, by_article=by_article)
    password = _password(user)
    for address in {url, query or url}:
        if user and not encrypted(address):
            click.echo(f"{address}: the password is sent there unencrypted", err=True)
    client = Client(url, user, password)
    asked = Client(query, user, password) if query else client
    store: Store = UpdateStore(client, asked) if update else GraphStore(client)
    sent = Publisher(store, batch, replace).publish(graphs)
    click.echo(f"graphs: {sent.graphs}, triples: {sent.triples}, held before: {sent.held} -> {url}")


def _check(url: str, query: str | None, graph: str | None, *, by_article: bool, update: bool) -> None:
    for address in (url, query or url):
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise click.UsageError(f"{address}: write an address as http://127.0.0.1:7878/store")
        if parts.username or parts.password:
            raise click.UsageError(f"give the account by --user and the password by {PASSWORD}, not in the address")
    if graph and by_article:
        raise click.UsageError("give --graph or --by-article, not both")
    if query and not update:
        raise click.UsageError("--query goes with --update; the Graph Store Protocol needs no other address")


def _graphs(file: Path, graph: str | None, *, by_article: bool) -> "list[Named]":
    from pyoxigraph import NamedNode

    from kg.publish import parts

    try:
        name = NamedNode(graph).value if graph else None
    except ValueError as error:
        raise click.UsageError(f"--graph {graph}: not an IRI: {error}") from error
    return parts.by_article(file) if by_article else parts.together(file, name)


def _password(user: str | None) -> str | None:
    if user is None:
        return None
    known = os.environ.get(PASSWORD)
    return known if known is not None else click.prompt(f"Password of {user}", hide_input=True, err=True)
