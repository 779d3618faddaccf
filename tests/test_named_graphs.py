"""One named graph for each article: what it states, all of it, and nothing that only others state."""

import json

import pytest

from kg.errors import KgError
from kg.graph.named import named_graphs
from kg.graph.read import triples
from kg.graph.terms import iri
from kg.graph.values import node
from kg.pipeline import Options, build

DATA = "https://w3id.org/govkg/id/"
AN = "Comrade Nguyen Van An, Secretary of the Lang Son Provincial Party Committee"
BINH = "Comrade Tran Van Binh, Secretary of the Lang Son Provincial Party Committee"
FORMER = BINH.replace("Secretary", "former Secretary")
NEWS = [
    {"id": "old", "lang": "en", "date": "2024-11-01", "text": f"{BINH}, chaired the conference.\n"},
    {"id": "new", "lang": "en", "date": "2025-10-01", "text": f"{AN}, chaired the conference.\n"},
    {"id": "newer", "lang": "en", "date": "2025-11-01", "text": f"{AN}, spoke. {FORMER}, attended the meeting.\n"},
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("named")
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
    build([folder / "news.jsonl"], folder / "graph.ttl", Options(), pytest.fail)
    return triples(folder / "graph.ttl")


@pytest.fixture(scope="module")
def parts(whole):
    return {name.value.removeprefix(DATA): statements for name, statements in named_graphs(whole)}


def said(parts, name, predicate):
    """Whom or what the statements with a property are about, in one graph."""
    return {
        (triple.subject.value.removeprefix(DATA), triple.object.value.removeprefix(DATA))
        for triple in parts[name]
        if triple.predicate == node(predicate)
    }


def test_a_graph_for_each_article_and_one_for_all(parts):
    assert list(parts) == ["dataset", "article/new", "article/newer", "article/old"]


def test_nothing_is_lost_and_nothing_added(whole, parts):
    assert {triple for statements in parts.values() for triple in statements} == set(whole)


def test_the_seeds_lose_nothing(seeds_graph):
    whole = triples(seeds_graph)
    parts = dict(named_graphs(whole))
    assert len(parts) == 6
    assert {triple for statements in parts.values() for triple in statements} == set(whole)


def test_passages_stand_in_the_graph_of_their_article(parts):
    for name in ("old", "new", "newer"):
        told = said(parts, f"article/{name}", "gov:inArticle")
        assert told
        assert {article for _, article in told} == {f"article/{name}"}
    assert said(parts, "dataset", "gov:inArticle") == set()


def test_a_fact_of_two_articles_stands_in_both_with_the_passages_of_each(parts):
    fact = "tenure/nguyen-van-an_lang-son~secretary~province-lang-son_party-committee~current"
    for name in ("new", "newer"):
        passages = {
            passage for subject, passage in said(parts, f"article/{name}", "prov:wasDerivedFrom") if subject == fact
        }
        assert {passage.split("_")[0] for passage in passages} == {f"passage/{name}"}
        assert (fact, "person/nguyen-van-an_lang-son") in said(parts, f"article/{name}", "org:member")
    assert fact not in dict(said(parts, "article/old", "org:member"))


def test_a_direct_edge_stands_where_its_fact_stands(parts):
    an, binh, body = (
        "person/nguyen-van-an_lang-son",
        "person/tran-van-binh_lang-son",
        "body/province-lang-son_party-committee",
    )
    assert said(parts, "article/old", "gov:holdsRoleIn") == {(binh, body)}
    assert said(parts, "article/newer", "gov:holdsRoleIn") == {(an, body)}
    assert said(parts, "article/newer", "gov:heldRoleIn") == {(binh, body)}
    assert said(parts, "article/old", "gov:chairedBy") == said(parts, "article/old", "gov:attendedBy") != set()
    assert said(parts, "dataset", "gov:holdsRoleIn") == set()


def test_what_articles_tell_together_and_what_they_speak_of_is_shared(parts):
    fact = "tenure/nguyen-van-an_lang-son~secretary~province-lang-son_party-committee~current"
    assert (fact, "2025-11-01") in said(parts, "dataset", "gov:attestedLast")
    assert ("person/nguyen-van-an_lang-son", "Nguyen Van An") in said(parts, "dataset", "rdfs:label")
    assert ("dataset", iri("void:Dataset")) in said(parts, "dataset", "rdf:type")


def test_no_direct_edge_of_the_seeds_is_left_to_the_shared_graph(seeds_graph):
    (_, shared), *_ = named_graphs(triples(seeds_graph))
    edges = {"holdsRoleIn", "heldRoleIn", "issues", "chairedBy", "attendedBy", "reviews", "instructs", "implements"}
    assert {triple.predicate.value.split("#")[-1] for triple in shared} & edges == set()


def test_a_graph_without_its_dataset_node():
    with pytest.raises(KgError, match="no dataset node"):
        list(named_graphs([]))
