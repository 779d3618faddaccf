"""Options that several commands take."""

from pathlib import Path

import click

OWN_GRAPH = Path("graphs/governance.ttl")
"""Where `kg build` writes the seeds' graph, and where other commands look for a graph."""

graph_option = click.option(
    "--graph", type=click.Path(path_type=Path), default=OWN_GRAPH, show_default=True, help="The Turtle file to read."
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "markdown", "ttl"]),
    help="How to write the answer: table (the default), csv, tsv, json (SPARQL results) or markdown for rows, "
    "ttl for triples.",
)
