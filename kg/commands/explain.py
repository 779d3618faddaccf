"""The command `kg explain`."""

from pathlib import Path

import click

from kg.errors import InputError, KgError


@click.command()
@click.argument("article")
@click.option(
    "--input",
    "inputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where to look for the article's id: a file or folder; the seeds if left out.",
)
def explain(article: str, inputs: tuple[Path, ...]) -> None:
    """Show an article with its mentions marked, and each fact with the rule that made it.

    ARTICLE is a file, or the id of an article among the inputs.

    \b
    Example:
        kg explain 001_7d3e6099bcdf4a18
        kg explain seeds/001_7d3e6099bcdf4a18.txt
    """
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
        for line in lines(one):
            click.echo(line)
