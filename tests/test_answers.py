"""Every saved query on three graphs: its rows are those of tests/data/answers, from pyoxigraph and from rdflib.

KG_REFRESH_ANSWERS=1 writes the files anew; read the difference before you commit it.
"""

import os

import pytest
import rdflib
from answers import AFFAIRS, DATA, NEEDED, SAMPLE, answer_file, needed
from narrowed import CASES as NARROWED

from kg.graph.store import opened
from kg.queries.bind import bind
from kg.queries.layout import comma_separated, turtle
from kg.queries.run import Rows, run
from kg.queries.saved import names, saved

CASES = [(graph, name) for graph in NEEDED for name in names()]


@pytest.fixture(scope="module")
def files(seeds_graph):
    return {"sample": SAMPLE, "affairs": AFFAIRS, "seeds": seeds_graph}


@pytest.fixture(scope="module")
def stores(files):
    return {name: opened(path) for name, path in files.items()}


@pytest.fixture(scope="module")
def graphs(files):
    return {name: rdflib.Graph().parse(path) for name, path in files.items()}


def rows_of(answer):
    return [tuple("" if cell is None else cell.value for cell in row) for row in answer.rows]


@pytest.mark.parametrize(("graph", "name"), CASES)
def test_the_rows_are_as_written(graph, name, stores):
    query = saved(name)
    answer = run(query, needed(graph, name), stores[graph])
    text = comma_separated(answer) if isinstance(answer, Rows) else turtle(answer)
    path = answer_file(graph, name, rows=bool(query.columns))
    if os.environ.get("KG_REFRESH_ANSWERS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


ASKED = [(graph, name, needed(graph, name)) for graph, name in CASES]
ASKED += [(path.stem, name, values) for path, name, values in NARROWED]


@pytest.mark.parametrize(("graph", "name", "values"), ASKED)
def test_rdflib_gives_the_same_rows(graph, name, values, stores, graphs):
    query = saved(name)
    answer = run(query, values, stores[graph])
    other = graphs[graph].query(bind(query, values, stores[graph]))
    if not isinstance(answer, Rows):
        assert {tuple(map(str, triple)) for triple in answer} == {tuple(node.n3() for node in row) for row in other}
        return
    assert [str(variable) for variable in other.vars] == list(answer.columns)
    assert [tuple("" if cell is None else str(cell) for cell in row) for row in other] == rows_of(answer)


@pytest.mark.parametrize("name", names())
def test_every_query_finds_something_and_nothing_twice(name, stores):
    found = 0
    for graph, store in stores.items():
        answer = run(saved(name), needed(graph, name), store)
        rows = rows_of(answer) if isinstance(answer, Rows) else list(map(str, answer))
        assert len(set(rows)) == len(rows)
        found += len(rows)
    assert found


@pytest.mark.parametrize("name", names())
def test_declared_columns_are_the_columns(name, stores):
    answer = run(saved(name), needed("sample", name), stores["sample"])
    assert saved(name).columns == (answer.columns if isinstance(answer, Rows) else ())


def test_there_is_a_file_for_each_query_and_none_for_another():
    wanted = {answer_file(graph, name, rows=bool(saved(name).columns)) for graph, name in CASES}
    assert {path for graph in NEEDED for path in (DATA / "answers" / graph).iterdir()} == wanted
