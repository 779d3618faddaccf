"""The command `kg explain`."""

from collections.abc import Iterator
from pathlib import Path

import click

from kg.commands.build import decisions_option, report
from kg.errors import InputError, KgError


@click.command()
@click.argument("what", nargs=-1, metavar="ARTICLE | INPUT…")
@click.option(
    "--input",
    "inputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where to look for the article's id: a file or folder; the seeds if left out.",
)
@click.option(
    "--person",
    metavar="NAME",
    help="Explain who bears a name in the inputs: what joined people of different articles, what keeps them apart.",
)
@decisions_option
def explain(what: tuple[str, ...], inputs: tuple[Path, ...], person: str | None, decisions: tuple[Path, ...]) -> None:
    """Show an article with its mentions marked, and each fact with the rule that made it; or who is who, and why.

    ARTICLE is a file, or the id of an article among the inputs. With --person, the INPUTs are articles, folders or
    graph files, the seeds if left out; the name may be written in any way.

    \b
    Example:
        kg explain 001_7d3e6099bcdf4a18
        kg explain seeds/001_7d3e6099bcdf4a18.txt
        kg explain --person "Trinh Xuan Truong"
        kg explain --person "Доан Тху Ха" january.ttl february.ttl
    """
    if person is None and len(what) != 1:
        raise click.UsageError("give one ARTICLE, or --person NAME with INPUTs")
    for line in (
        _article(what[0], inputs) if person is None else _person(person, [*map(Path, what), *inputs], decisions)
    ):
        click.echo(line)


def _article(article: str, inputs: tuple[Path, ...]) -> Iterator[str]:
    from kg.articles import read
    from kg.explain import explain as lines
    from kg.home import folder

    path = Path(article)
    errors: list[InputError] = []
    found = list(read([path] if path.exists() else list(inputs) or [folder("seeds")], errors.append))
    chosen = found if path.exists() else [one for one in found if one.id == article]
    if not chosen:
        known = ", ".join(sorted(one.id for one in found)[:5])
        raise KgError(str(errors[0]) if errors else f"no article {article!r}: it is neither a file nor one of {known}")
    for one in chosen:
        yield from lines(one)


def _person(name: str, inputs: list[Path], decisions: tuple[Path, ...]) -> list[str]:
    from kg.graph.iris import reference
    from kg.home import folder
    from kg.pipeline import Options, settled
    from kg.resolve.people.telling import told_of

    known = settled(inputs or [folder("seeds")], Options(decisions=decisions), report)
    lines = list(told_of(known.resolved.people, name, reference))
    if not lines:
        raise KgError(f"nobody is called {name!r} in these inputs; 'kg find' searches a graph for parts of names")
    return lines
