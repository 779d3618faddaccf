"""Graphs built apart, united and resolved again are the graph of one build, byte for byte."""

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.graph.unite import sources
from kg.pipeline import Options, build, merge, read

GOLD = Path(__file__).parent / "gold"
ARTICLES = sorted(path for folder in sorted(GOLD.iterdir()) for path in sorted(folder.glob("*.txt"))[:3])


def kg(*args, status=0):
    result = CliRunner().invoke(main, ["merge", *map(str, args)])
    assert result.exit_code == status, result.output
    assert "Traceback" not in result.output
    return result.output


def built(inputs, output):
    errors = []
    build(inputs, output, Options(), errors.append)
    assert errors == []
    return output


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    """The graph of each article, and of all."""
    folder = tmp_path_factory.mktemp("apart")
    singles = [built([path], folder / f"{path.stem}.ttl") for path in ARTICLES]
    return singles, built(ARTICLES, folder / "all.ttl").read_bytes()


def parts(paths, seed):
    """The paths in a random order, in groups of random size."""
    order = random.Random(seed)
    left = order.sample(paths, len(paths))
    while left:
        size = order.randint(1, len(left))
        yield left[:size]
        left = left[size:]


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_grouping_gives_the_bytes_of_one_build(apart, tmp_path, seed):
    singles, whole = apart
    groups = []
    for number, group in enumerate(parts(singles, seed)):
        groups.append(tmp_path / f"group-{number}.ttl")
        merge(group, groups[-1], Options(), pytest.fail)
    merge(groups, tmp_path / "all.ttl", Options(), pytest.fail)
    assert (tmp_path / "all.ttl").read_bytes() == whole


def test_a_union_of_triples_made_by_another_tool_is_merged_the_same(apart, tmp_path):
    rdflib = pytest.importorskip("rdflib")
    singles, whole = apart
    union = rdflib.Graph()
    for path in singles:
        union.parse(path, format="turtle")
    union.serialize(tmp_path / "union.ttl", format="turtle", encoding="utf-8")
    merge([tmp_path / "union.ttl"], tmp_path / "all.ttl", Options(), pytest.fail)
    assert (tmp_path / "all.ttl").read_bytes() == whole


def test_lines_of_n_triples_put_together_are_merged_the_same(apart, tmp_path):
    import pyoxigraph as ox

    singles, whole = apart
    lines = [
        ox.serialize(ox.parse(path=path, format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES) for path in singles
    ]
    (tmp_path / "union.ttl").write_bytes(b"".join(lines))
    merge([tmp_path / "union.ttl"], tmp_path / "all.ttl", Options(), pytest.fail)
    assert (tmp_path / "all.ttl").read_bytes() == whole


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_graph_gives_back_what_was_read(apart, path):
    singles, _ = apart
    (given,) = read([path], pytest.fail)
    (found,) = sources([singles[ARTICLES.index(path)]]).readings
    assert (found.facts, found.fingerprint) == (given.facts, given.fingerprint)
    assert (found.article.digest, found.article.url) == (given.article.digest, given.article.url)
    for fact in given.facts:
        for passage in fact.passages:
            assert found.article.text[passage.start : passage.end] == passage.exact


def test_nodes_can_be_named_elsewhere(apart, tmp_path):
    singles, _ = apart
    said = kg(singles[0], "-o", tmp_path / "out.ttl", "--base", "https://example.org/id/")
    assert said == f"1 article, {said.split()[2]} facts, {said.split()[4]} triples -> {tmp_path / 'out.ttl'}\n"
    assert "w3id.org/govkg/id/" not in (tmp_path / "out.ttl").read_text(encoding="utf-8")


PREFIXES = (
    "@prefix gov: <https://w3id.org/govkg/ontology#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
)
ARTICLE = '<https://e.org/a> a gov:Article ; dct:identifier "a" ; gov:textDigest "0" ; gov:reading {} .\n'
READING = {
    "format": 1,
    "article": {"language": "ru"},
    "things": [],
    "facts": [],
    "quotes": [],
    "fingerprint": ["", "", ""],
}


def with_reading(*told):
    values = ", ".join(json.dumps(json.dumps(one)) + "^^rdf:JSON" for one in told)
    return PREFIXES + ARTICLE.format(values)


@pytest.mark.parametrize(
    ("turtle", "said"),
    [
        (PREFIXES + '<https://e.org/a> a gov:Article ; dct:identifier "a" .', "a <https://e.org/a> carries no reading"),
        (with_reading(READING, READING | {"format": 2}), "a <https://e.org/a> was read in two ways"),
        (with_reading(READING | {"format": 2}), "is damaged: it is in a form that this version of kg does not know"),
        (with_reading({**READING, "facts": [["Guess", {}]]}), "is damaged: it lacks or misplaces 'Guess'"),
        (with_reading({**READING, "facts": [["Citation", {"document": 3}]]}), "is damaged: it lacks or misplaces"),
        (
            with_reading({**READING, "things": [["Place", {"name": 3, "level": "x"}]]}),
            "misplaces 3, which should be str",
        ),
        (with_reading({**READING, "article": {}}), "is damaged: it lacks or misplaces"),
        (with_reading([]), "is damaged"),
        (PREFIXES + ARTICLE.format('"{"^^rdf:JSON'), "is damaged"),
        ("nonsense", "not Turtle"),
    ],
)
def test_a_graph_that_cannot_be_united_is_named_and_nothing_is_written(tmp_path, turtle, said):
    (tmp_path / "in.ttl").write_text(turtle)
    (tmp_path / "out.ttl").write_text("# earlier\n")
    told = kg(tmp_path / "in.ttl", "-o", tmp_path / "out.ttl", status=1)
    assert told.startswith(f"Error: {tmp_path / 'in.ttl'}")
    assert said in told
    assert told.count("\n") == 1
    assert (tmp_path / "out.ttl").read_text() == "# earlier\n"


def test_two_graphs_that_read_an_article_differently_are_named(tmp_path):
    for name, language in (("one", "ru"), ("two", "pl")):
        (tmp_path / f"{name}.ttl").write_text(with_reading({**READING, "article": {"language": language}}))
    told = kg(tmp_path / "one.ttl", tmp_path / "two.ttl", "-o", tmp_path / "out.ttl", status=1)
    assert f"{tmp_path / 'two.ttl'}: article a was read otherwise than in {tmp_path / 'one.ttl'}" in told


def test_a_graph_without_articles_is_no_news(tmp_path):
    (tmp_path / "in.ttl").write_text(PREFIXES)
    assert "no article" in kg(tmp_path / "in.ttl", "-o", tmp_path / "out.ttl", status=1)
    assert "no such graph" in kg(tmp_path / "none.ttl", "-o", tmp_path / "out.ttl", status=1)


def test_a_graph_without_articles_beside_others_is_named(apart, tmp_path):
    singles, _ = apart
    (tmp_path / "empty.ttl").write_text("")
    told = kg(singles[0], tmp_path / "empty.ttl", "-o", tmp_path / "out.ttl", status=1)
    assert told.startswith(f"Error: {tmp_path / 'empty.ttl'}: holds no articles")
