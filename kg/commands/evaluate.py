"""`kg evaluate`: precision, recall and F1 on annotated articles."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.errors import InputError

SKIPPED = 3


@click.command()
@click.argument("gold", nargs=-1, required=True, metavar="GOLD_DIR…", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List every wrong and missed fact, with its sentence and rule.")
@click.option("--graph", metavar="FILE.ttl", type=click.Path(path_type=Path), help="Evaluate this graph; build none.")
@click.option("--abstentions", is_flag=True, help="List the sentences with a role, body or name that gave no fact.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to write the figures.",
)
@click.pass_context
def evaluate(
    ctx: click.Context, gold: tuple[Path, ...], graph: Path | None, form: str, *, errors: bool, abstentions: bool
) -> None:
    """Score extraction on annotated articles: precision, recall and F1 by language and type of fact.

    GOLD_DIR holds pairs of NAME.txt, the article, and NAME.json, the facts that it states. Of the missed facts, those
    are silent of whose person, number or amount nothing wrong was said either.

    \b
    Example:
        kg evaluate tests/gold
        kg evaluate tests/gold/ru --errors --abstentions
    """
    from kg.evaluation import Options
    from kg.evaluation import evaluate as run
    from kg.evaluation.report import as_json, as_table

    skipped: list[InputError] = []
    told = run(gold, Options(graph, errors, abstentions), skipped.append)
    click.echo(as_json(told) if form == "json" else as_table(told), nl=False)
    for error in skipped:
        click.echo(f"skipped: {error}", err=True)
    ctx.exit(SKIPPED if skipped else 0)
