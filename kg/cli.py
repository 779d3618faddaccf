"""The command line: a thin layer that names the commands and turns errors into one line and an exit status."""

from errno import ENOSPC
from importlib import import_module

import click

from kg.errors import KgError

# name -> what `kg --help` says; the module kg.commands.NAME holds the command and is imported only when it runs.
COMMANDS = {
    "build": "Read articles and write the graph.",
    "merge": "Unite graphs, as if their articles had been built together.",
    "candidates": "List pairs of people who may be one, with the evidence.",
    "decide": "Record who is the same, who is not, or what is wrong.",
    "query": "Run a saved query, or list them.",
    "sparql": "Run a query of one's own, with a time limit.",
    "check": "Run the queries that must return nothing.",
    "view": "Write a network page.",
    "export": "Write the graph in another format.",
    "find": "Find nodes by any spelling of a name.",
    "index": "List, build or clear the indexes of large graphs.",
    "show": "Show one node with all its facts and quotes.",
    "serve": "Answer SPARQL queries on this machine, with a page to ask from.",
    "publish": "Bring a graph into a SPARQL store.",
    "places": "Look a name up in the administrative map.",
    "explain": "Show what was read in an article, and by which rule.",
    "validate": "Check a graph against the shapes, and its quotes against the articles.",
    "evaluate": "Score extraction on annotated articles.",
    "languages": "Show how complete the language packs are.",
}


class Commands(click.Group):
    """A group that imports a command's module only when the command is used, so that `kg --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of COMMANDS."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kg.commands.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a KgError becomes one line on stderr and exit status 1."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno != ENOSPC:
                raise
            raise click.ClickException(f"{error.strerror}: make room and run the command again") from error


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govkg", prog_name="kg")
def main() -> None:
    """Turn news on Vietnam's party and state organisation into a knowledge graph.

    \b
    Example:
        kg build
        kg query officials -p place="Lạng Sơn"
    """
