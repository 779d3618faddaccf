"""What a graph says of itself: true counts, versions that agree, dates and sources of its articles, no clock."""

import json
from collections import Counter

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode

from kg.cli import main
from kg.graph import vocabulary
from kg.graph.nodes import nodes
from kg.graph.read import triples
from kg.graph.terms import GOV
from kg.graph.values import node

DATASET = NamedNode("https://w3id.org/govkg/id/dataset")
NEWS = [
    {"id": "a", "lang": "en", "date": "2025-10-05", "url": "https://example.org/a", "text": "Nothing.\n"},
    {
        "id": "b",
        "lang": "vi",
        "date": "2025-11",
        "url": "http://other.example.org:8080/b?x=1",
        "text": "Không có gì.\n",
    },
    {"id": "c", "lang": "en", "text": "Nothing.\n"},
]


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
    return path


def built(news, *options):
    output = news.with_name("graph.ttl")
    done = run("build", news, "-o", output, *options)
    assert done.exit_code == 0, done.output
    return nodes(triples(output))


def told(graph, name):
    return {value.value for value in graph.values(DATASET, name)}


def test_the_number_of_triples_counts_itself(seeds_graph):
    whole = triples(seeds_graph)
    assert told(nodes(whole), "void:triples") == {str(len(set(whole)))}


def test_every_class_is_counted(seeds_graph):
    graph = nodes(triples(seeds_graph))
    parts = graph.values(DATASET, "void:classPartition")
    counts = {graph.values(part, "void:class")[0]: int(graph.texts(part, "void:entities")[0]) for part in parts}
    real = Counter(
        kind
        for subject in graph.statements
        for kind in graph.values(subject, "rdf:type")
        if kind.value.startswith(GOV) and not vocabulary.is_code(subject)
    )
    assert counts == real
    assert counts[node("gov:Article")] == 5


def test_the_versions_agree(seeds_graph):
    graph = nodes(triples(seeds_graph))
    version = run("--version").output.split()[-1]
    assert told(graph, "schema:softwareVersion") == {version}
    assert vocabulary.version() == version
    assert told(graph, "dct:conformsTo") == {vocabulary.version_iri()} == {f"{GOV.removesuffix('#')}/{version}"}


def test_it_is_as_new_as_its_newest_article_and_names_languages_and_sites(news):
    graph = built(news)
    assert told(graph, "dct:modified") == {"2025-11"}
    assert told(graph, "dct:language") == {f"http://id.loc.gov/vocabulary/iso639-1/{code}" for code in ("en", "vi")}
    assert told(graph, "dct:source") == {"https://example.org/", "http://other.example.org:8080/"}
    assert told(graph, "void:uriSpace") == {"https://w3id.org/govkg/id/"}


def test_it_names_the_vocabularies_in_use(news, seeds_graph):
    of_seeds, of_news = (
        told(nodes(triples(path)), "void:vocabulary") for path in (seeds_graph, news.with_name("graph.ttl"))
    )
    assert {vocabulary.ONTOLOGY.value, "http://www.w3.org/ns/org#", "http://www.w3.org/ns/dcat#"} <= of_seeds
    assert "http://www.w3.org/ns/org#" not in of_news


def test_no_licence_unless_one_is_named(news):
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert told(built(news), "dct:license") == set()
    graph = built(news, "--license", licence)
    assert told(graph, "dct:license") == {licence}
    assert "publishers" in graph.texts(DATASET, "dct:rights")[0]


@pytest.mark.parametrize("licence", ["MIT", "ftp://example.org/l", "https://", "https://example.org/a b"])
def test_a_licence_is_an_address(news, licence):
    done = run("build", news, "-o", news.with_name("none.ttl"), "--license", licence)
    assert done.exit_code == 2
    assert "give the address of a licence" in done.stderr


def test_united_graphs_are_described_as_one_build(news, tmp_path):
    parts = []
    for name, records in (("one", NEWS[:1]), ("two", NEWS[1:])):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        parts.append(tmp_path / f"{name}.ttl")
        assert run("build", tmp_path / f"{name}.jsonl", "-o", parts[-1]).exit_code == 0
    licence = ("--license", "https://example.org/licence")
    built(news, *licence)
    assert run("merge", *parts, "-o", tmp_path / "both.ttl", *licence).exit_code == 0
    assert (tmp_path / "both.ttl").read_bytes() == news.with_name("graph.ttl").read_bytes()
