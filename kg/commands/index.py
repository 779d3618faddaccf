"""`kg index`: the indexes of large graph files, to see and to remove."""

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--clear", is_flag=True, help="Remove all indexes.")
def index(file: Path | None, *, clear: bool) -> None:
    """List the indexes that are kept for large graph files, or build that of the graph FILE.

    The first query on a large graph file builds an index in the user's cache folder; later ones open it at once. It
    follows the file: a changed one is indexed anew, an index that is damaged or not used for long goes. KG_CACHE_DIR
    names another folder, KG_NO_INDEX=1 does without.

    \b
    Example:
        kg index
        kg index graphs/governance.ttl
        kg index --clear
    """
    from kg.graph.cache import clear as remove
    from kg.graph.cache import folder, indexed, kept

    if file is not None and clear:
        raise click.UsageError("give a FILE or --clear, not both")
    if clear:
        removed = remove()
        click.echo(f"removed: {len(removed)} ({_megabytes(sum(each.size for each in removed))})", err=True)
        return
    if file is not None and indexed(file) is None:
        click.get_current_context().exit(1)
    for each in kept():
        click.echo(f"{each.triples:12,} triples  {_megabytes(each.size):>9}  {each.graph or '(unfinished)'}")
    click.echo(f"indexes are kept in {folder()}", err=True)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
