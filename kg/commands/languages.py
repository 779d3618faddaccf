"""`kg languages`: how complete the language packs are."""

import click


@click.command()
@click.option("--empty", is_flag=True, help="List only the codes without a phrase, one a line: table, code, language.")
def languages(*, empty: bool) -> None:
    """Count the phrases that each language pack has for each code.

    Roles and kinds of bodies are put together of several words: the count is that of the rarest one.

    \b
    Example:
        kg languages
        kg languages --empty
    """
    from kg.evaluation.completeness import as_table, completeness, empty_cells
    from kg.lexicon.pack import languages as known
    from kg.lexicon.pack import lexicon

    rows = completeness([lexicon(language) for language in known()])
    if not empty:
        click.echo(as_table(rows), nl=False)
        return
    for cell in empty_cells(rows):
        click.echo("  ".join(cell))
