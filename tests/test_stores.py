"""The load matrix: the graph of the seeds in stores and parsers that are not ours, with the rows that pyoxigraph gives.

Every saved query runs with the values of its example, and without any where none is required. docs/stores.md tells what
was run; KG_REFRESH_DOCS=1 writes it anew.
"""

import os
import re
import tomllib
from pathlib import Path

import pytest
import rdflib
from asked import bindings, expected
from engines import ENGINES, PARSERS

from kg.graph.store import opened
from kg.queries.bind import bind
from kg.queries.saved import names, saved

PAGE = Path(__file__).parents[1] / "docs" / "stores.md"
# engine -> query -> why its rows are not those of pyoxigraph
EXCEPTIONS = tomllib.loads((Path(__file__).parent / "data" / "stores.toml").read_text(encoding="utf-8"))
SLOW = "takes too long"
REASONS = "Where the rows differ, and why:"
COUNTS = "These read as many triples"
LINE = re.compile(r"\| (?P<name>[^|]+) \| [\d.]* ?\|")


@pytest.fixture(scope="session")
def graph(seeds_graph):
    return opened(seeds_graph)


def unlike(engine, query, graph):
    """What an engine answers otherwise than pyoxigraph; None if nothing."""
    for values in bindings(query, graph):
        wanted = expected(query, values, graph)
        try:
            found = engine.answer(bind(query, values, graph), query.columns)
        except AssertionError as error:
            return str(error).strip().splitlines()[0]
        if found != wanted:
            return f"{values}: missing {list(wanted - found)[:2]}, too many {list(found - wanted)[:2]}"
    return None


def asked(engine, name, graph):
    """What an engine answers otherwise; it is not asked what it is told to take too long for."""
    told = EXCEPTIONS.get(engine.name, {}).get(name, "")
    return told if told.startswith(SLOW) else unlike(engine, saved(name), graph)


@pytest.fixture(scope="session")
def verdicts(graph, seeds_graph, tmp_path_factory):
    """Engine -> its version, and query -> what it answers otherwise; computed once for each engine asked for."""
    known = {}

    def verdict(kind):
        if kind not in known:
            if kind.why_not():
                pytest.skip(kind.why_not())
            with kind(tmp_path_factory.mktemp(kind.__name__), seeds_graph) as engine:
                known[kind] = engine.version(), {name: asked(engine, name, graph) for name in names()}
        return known[kind]

    return verdict


def test_each_query_runs_with_some_values(graph):
    assert [name for name in names() if not list(bindings(saved(name), graph))] == []


@pytest.mark.parametrize("kind", ENGINES, ids=lambda kind: kind.name)
def test_saved_queries_give_the_same_rows(kind, verdicts):
    """Those told in data/stores.toml do not, or they would not stand there."""
    _, found = verdicts(kind)
    told = EXCEPTIONS.get(kind.name, {})
    assert {name: said for name, said in found.items() if said and name not in told} == {}
    assert [name for name in told if found[name] is None] == []


@pytest.mark.parametrize("parser", PARSERS)
def test_parsers_read_the_same_number_of_triples(parser, graph, seeds_graph, tmp_path):
    count, why_not, _ = PARSERS[parser]
    if why_not():
        pytest.skip(why_not())
    assert count(tmp_path, seeds_graph) == len(graph.store)


def test_rdflib_reads_the_same_number_of_triples(graph, seeds_graph):
    assert len(rdflib.Graph().parse(seeds_graph, format="turtle")) == len(graph.store)


# ---------------------------------------------------------------- docs/stores.md


def store_line(kind, version):
    told = EXCEPTIONS.get(kind.name, {})
    rows = f"all but {', '.join(f'`{name}`' for name in told)}" if told else "all"
    return f"| {kind.name} | {version} | {kind.loaded} | {rows} |"


def parser_line(parser, version):
    return f"| {parser} | {version} |"


def unversioned(text):
    return LINE.sub(r"| \g<name> | |", text)


def lines_of(verdicts, tmp_path):
    """The lines of the page's tables, as far as this machine can tell them."""
    for kind in ENGINES:
        if kind.why_not() is None:
            yield store_line(kind, verdicts(kind)[0])
    for parser, (_, why_not, version) in PARSERS.items():
        if why_not() is None:
            yield parser_line(parser, version(tmp_path))


def reasons():
    for engine, told in EXCEPTIONS.items():
        yield from (f"- {engine}, `{name}`: {why}" for name, why in told.items())


def refreshed(text, lines):
    """The page with these lines in its tables, and the reasons as they stand in data/stores.toml."""
    for line in lines:
        name = re.escape(line.split("|")[1])
        text = re.sub(rf"^\|{name}\|.*$", lambda _, line=line: line, text, flags=re.MULTILINE)
    before, _, after = text.partition(REASONS)
    told = "".join(f"{line}\n" for line in reasons()) or "- nowhere\n"
    return f"{before}{REASONS}\n\n{told}\n{after[after.index(COUNTS) :]}"


def test_the_page_tells_what_was_run(verdicts, tmp_path):
    """Every line stands there but for the version; no line stands there of what the matrix does not run."""
    text = PAGE.read_text(encoding="utf-8")
    lines = list(lines_of(verdicts, tmp_path))
    if os.environ.get("KG_REFRESH_DOCS"):
        text = refreshed(text, lines)
        PAGE.write_text(text, encoding="utf-8")
    shown = unversioned(text).splitlines()
    assert [line for line in lines if unversioned(line) not in shown] == []
    assert [line for line in reasons() if line not in shown] == []
    named = {kind.name for kind in ENGINES} | set(PARSERS)
    cells = [line.split(" | ")[0].removeprefix("| ") for line in shown if line.startswith("| ")]
    assert sorted({*cells} - {"store", "parser", "---"}) == sorted(named)
