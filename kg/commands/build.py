"""`kg build`: articles in, one Turtle file out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack
from urllib.parse import urlsplit

import click

from kg.commands.options import OWN_GRAPH
from kg.graph.terms import DATA

if TYPE_CHECKING:
    from kg.errors import InputError
    from kg.model import Reading
    from kg.pipeline import Built

SKIPPED = 3


def _whole_iri(value: str) -> bool:
    """Whether a text is an IRI with scheme and host that every store takes."""
    plain = value.isascii() and value.isprintable() and not set(value) & set(' <>"{}|\\^`')
    try:
        return plain and all(urlsplit(value)[:2])
    except ValueError:
        return False


def _base(ctx: click.Context, option: click.Parameter, value: str) -> str:
    """The IRI if nodes can be named under it; else wrong usage."""
    if not _whole_iri(value) or not value.endswith(("/", "#")):
        raise click.BadParameter("give a whole IRI that ends in / or #, such as https://example.org/id/", ctx, option)
    return value


class Named(TypedDict):
    """The options that kg build and kg merge have in common, by the names of kg.pipeline.Options."""

    base: str
    decisions: tuple[Path, ...]
    licence: str | None


base_option = click.option(
    "--base", metavar="IRI", default=DATA, show_default=True, callback=_base, help="Where nodes are named."
)


def _license(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The address of a licence; else wrong usage."""
    if value is not None and not (_whole_iri(value) and value.startswith(("http://", "https://"))):
        example = "https://creativecommons.org/licenses/by/4.0/"
        raise click.BadParameter(f"give the address of a licence, such as {example}", ctx, option)
    return value


license_option = click.option(
    "--license",
    "licence",
    metavar="IRI",
    callback=_license,
    help="The licence under which you give the graph on; the quotes in it stay their publishers'.",
)


decisions_option = click.option(
    "--decisions",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE.tsv",
    help="A table of people's decisions (see kg decide); repeatable. A decisions.tsv in an input folder counts anyway.",
)


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]…", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE.ttl", type=click.Path(path_type=Path), help="The Turtle file to write.")
@base_option
@decisions_option
@license_option
@click.option("--strict", is_flag=True, help="Write nothing if any input cannot be read.")
@click.pass_context
def build(
    ctx: click.Context,
    inputs: tuple[Path, ...],
    output: Path | None,
    *,
    strict: bool,
    **named: Unpack[Named],
) -> None:
    """Read articles and write the graph: .txt, HTML and JSON Lines files, and folders of these.

    With no INPUT, reads the seeds and writes graphs/governance.ttl and the network pages beside it.

    \b
    Example:
        kg build
        kg build news/ more.jsonl.gz -o news.ttl
    """
    from kg.graph.write import make_folder
    from kg.home import folder
    from kg.pipeline import Options
    from kg.pipeline import build as run

    if inputs and output is None:
        raise click.UsageError("say where to write the graph: -o FILE.ttl")
    if output is None:
        make_folder(OWN_GRAPH.parent)
    target = output or OWN_GRAPH
    told = run(inputs or [folder("seeds")], target, Options(strict=strict, **named), report, _progress)
    pages = 0 if output else _write_pages(target)
    click.echo(f"{counted(told)} -> {target}" + (f", {pages} pages" if pages else ""), err=True)
    ctx.exit(SKIPPED if told.skipped else 0)


def counted(told: "Built") -> str:
    """What a build came to, in words."""
    return f"{told.articles} article{'s' * (told.articles != 1)}, {told.facts} facts, {told.triples} triples"


def report(error: "InputError") -> None:
    click.echo(f"skipped: {error}", err=True)


def _progress(readings: "Iterator[Reading]") -> "Iterator[Reading]":
    """The readings, counted on a terminal as they come."""
    if not sys.stderr.isatty():
        yield from readings
        return
    with click.progressbar(
        readings,
        label="reading",
        show_pos=True,
        file=sys.stderr,
        item_show_func=lambda reading: reading.article.id if reading else None,
    ) as shown:
        yield from shown


def _write_pages(graph: Path) -> int:
    from kg.views.write import write_pages

    return len(write_pages(graph, graph.parent))
