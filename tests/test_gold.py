"""The floors of extraction: facts of the gold articles that the graph states, by type and language.

floors.json may only be raised: a change that lowers a figure fails here. `score.py` is the scorer that users run.
"""

import json
from pathlib import Path

import pytest
from rdflib import Graph
from score import Predictions, figures, score_article

from kg.pipeline import Options, build

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOORS = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))


def golds(folder):
    return sorted(path for path in (GOLD / folder).rglob("*.json") if path.with_suffix(".txt").exists())


def scores(graph, folder):
    """F1 and precision by type, and overall; how many passages are exact."""
    paths = golds(folder)
    texts = {path.stem: path.with_suffix(".txt").read_text(encoding="utf-8") for path in paths}
    found = Predictions(Graph().parse(graph, format="turtle"), texts)
    sums = {}
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        counts, _ = score_article(gold["facts"], found.facts.get(path.stem, {}), texts[path.stem])
        for kind, triple in counts.items():
            for key in (kind, "all") if kind not in ("meeting", "reviews") else (kind,):
                sums[key] = [a + b for a, b in zip(sums.get(key, (0, 0, 0)), triple, strict=True)]
    return {key: figures(*triple) for key, triple in sums.items()}, found


@pytest.fixture(scope="module")
def seed_scores(seeds_graph):
    return scores(seeds_graph, "seeds")


@pytest.mark.parametrize("kind", FLOORS["seeds"])
def test_seeds_reach_their_floor(seed_scores, kind):
    assert seed_scores[0][kind]["f1"] >= FLOORS["seeds"][kind]


def fail(error):
    raise error


@pytest.mark.parametrize("folder", sorted(FLOORS.keys() - {"seeds"}))
def test_language_reaches_its_floors(folder, tmp_path):
    graph = tmp_path / "graph.ttl"
    build([GOLD / folder], graph, Options(), fail)
    reached, found = scores(graph, folder)
    low = {kind: reached[kind]["f1"] for kind, floor in FLOORS[folder].items() if reached[kind]["f1"] < floor}
    assert low == {}
    assert found.exact == found.quotes > 0


def test_required_meetings_and_reviews_of_the_seeds_are_found(seed_scores):
    assert seed_scores[0]["meeting"]["missed"] == 0
    assert seed_scores[0]["reviews"]["missed"] == 0


def test_every_passage_of_the_seeds_is_exact(seed_scores):
    found = seed_scores[1]
    assert found.quotes > 0
    assert found.exact == found.quotes


def test_gold_texts_are_the_seeds():
    for path in golds("seeds"):
        seed = HERE.parent / "seeds" / path.with_suffix(".txt").name
        assert seed.read_bytes() == path.with_suffix(".txt").read_bytes()
