"""`kg decide`: a person's decision, recorded in the table that every build honours."""

from pathlib import Path

import click

VERDICTS = ("same", "different", "unsure", "wrong")
OWN_TABLE = Path("seeds/decisions.tsv")


@click.command()
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("left")
@click.argument("right", required=False, default="")
@click.option("--reason", required=True, metavar="WORDS", help="Why: kept in the table and in the graph.")
@click.option(
    "--decisions",
    "table",
    type=click.Path(path_type=Path),
    default=OWN_TABLE,
    show_default=True,
    help="The table to add the decision to; begun if it is not there.",
)
def decide(verdict: str, left: str, right: str, reason: str, table: Path) -> None:
    """Record that LEFT and RIGHT are the same, different or not to be told; or that something read is wrong.

    LEFT and RIGHT are things by their IRI, whole or from the folder on, or people by a name that one person bears. What
    is wrong is a fact by its IRI, or the words RIGHT of the article whose id is LEFT: no fact that rests on them enters
    the graph. The next build honours the decision: kg build reads seeds/decisions.tsv, or the table that --decisions
    names, or the decisions.tsv of an input folder.

    \b
    Example:
        kg decide different person/trinh-xuan-truong_lao-cai person/hang-a-ky_lao-cai-che-tao --reason "Two people."
        kg decide same "Doan Thu Ha" "Doan Tu Ha" --reason "A slip of the translation."
        kg decide wrong 003_286f9ef8ca64527d "words that the article prints" --reason "The paper corrected them."
    """
    from kg.decisions.table import record
    from kg.graph.iris import shortened
    from kg.model import Decision, Verdict

    decision = Decision(Verdict(verdict), shortened(left), shortened(right), " ".join(reason.split()))
    new = record(decision, table)
    click.echo(f"{table}: {'added' if new else 'had already'}: {decision}", err=True)
