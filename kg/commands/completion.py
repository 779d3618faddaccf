"""Shell completion for `kg query`: names of queries, of their parameters, and values from a list.

bash hands "place=x" over as three words, other shells as one; both are completed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from kg.queries.saved import SavedQuery


def query_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The saved queries whose names begin so, with their summaries."""
    from kg.queries.saved import names, saved

    del ctx, param
    return [CompletionItem(name, help=saved(name).summary) for name in names() if name.startswith(incomplete)]


def parameters(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What can stand after -p: "place=" and the like, and after the sign the values of a list, codes among them."""
    del param
    name, equals, begun = incomplete.partition("=")
    if equals:
        return [CompletionItem(f"{name}={value}") for value in _values(ctx, name) if value.startswith(begun)]
    return [CompletionItem(f"{known}=", help=said) for known, said in _known(ctx).items() if known.startswith(name)]


class QueryCommand(click.Command):
    """A command that completes the value of "-p name=value" where the shell has cut it into three words."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The values of the parameter before the cursor, else what every command completes."""
        given = ctx.params.get("params") or ()
        if given and "=" not in given[-1] and ctx.args in ([], ["="]) and not incomplete.startswith("-"):
            return [CompletionItem(value) for value in _values(ctx, given[-1]) if value.startswith(incomplete)]
        return super().shell_complete(ctx, incomplete)


def _query(ctx: click.Context) -> SavedQuery | None:
    """The query that the line names. After a bare -p, click leaves the name among the rest of the words."""
    from kg.queries.saved import names, saved

    words = [ctx.params.get("name"), *ctx.args]
    return next((saved(word) for word in words if word in names()), None)


def _known(ctx: click.Context) -> dict[str, str]:
    """The parameters of the query that the line names, with what each is."""
    query = _query(ctx)
    return {each.name: each.help for each in query.parameters} if query else {}


def _values(ctx: click.Context, name: str) -> tuple[str, ...]:
    """The values that a parameter may have, where they are listed: its choices, or the codes of its list."""
    from kg.graph.vocabulary import codes

    query = _query(ctx)
    if query is None or name not in _known(ctx):
        return ()
    parameter = query.parameter(name)
    lists = [kind[:-1] for kind in parameter.nodes if kind.endswith(":")]
    return (*parameter.choices, *(code for scheme in lists for code in codes(scheme)))
