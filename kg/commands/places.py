"""`kg places`: look a name up in the administrative map, or list what names leave open."""

import shutil
import sys
from pathlib import Path

import click

from kg.commands.build import SKIPPED, report

_FORMATS = ["table", "csv", "json"]


@click.command()
@click.argument("name", required=False)
@click.option("--province", help="Give only units on the land of this province, in any spelling.")
@click.option("--language", default="vi", show_default=True, help="The language whose case endings NAME may carry.")
@click.option("--shared", is_flag=True, help="List the communes of one province that only diacritics tell apart.")
@click.option(
    "--open",
    "inputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="List the place words of these articles that were left unlinked, with what they could be; repeatable.",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to write the rows."
)
@click.pass_context
def places(  # noqa: PLR0913  one for each option
    ctx: click.Context,
    name: str | None,
    province: str | None,
    language: str,
    inputs: tuple[Path, ...],
    form: str,
    *,
    shared: bool,
) -> None:
    """Look NAME, or an official code, up in the map of provinces, communes and the units before July 2025.

    Every unit that NAME can mean is given, those in force first, with its code, its province, what it came from and
    what it became. NAME may be written with or without diacritics or in Cyrillic, joined, split or hyphenated.

    \b
    Example:
        kg places "Lộc Bình"
        kg places "Локбинь" --language ru
        kg places "Tan Phu" --province "Dong Nai"
        kg places --shared
        kg places --open articles/
    """
    from kg.errors import InputError
    from kg.lexicon.pack import languages
    from kg.queries import layout, places

    if [name is not None, shared, bool(inputs)].count(True) != 1:
        raise click.UsageError("give a NAME, or --shared, or --open with articles: one of them")
    if language not in languages():
        raise click.UsageError(f"there is no language {language!r}; there are {', '.join(languages())}")
    skipped: list[InputError] = []

    def skip(error: InputError) -> None:
        skipped.append(error)
        report(error)

    if name is not None:
        rows = places.named(name, province, language)
    else:
        rows = places.shared() if shared else places.left_open(inputs, skip)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    writers = {"csv": layout.comma_separated, "json": layout.sparql_json}
    click.echo(writers[form](rows) if form in writers else layout.table(rows, layout.Paper(width)), nl=False)
    if not rows.rows:
        click.echo("no rows", err=True)
    ctx.exit(SKIPPED if skipped else 0)
