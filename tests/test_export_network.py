"""The network in GraphML and GEXF, read back by networkx, holds the facts of the graph as edges."""

import json
from collections import Counter
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.exports.network import known_time
from kg.graph.read import triples
from kg.graph.values import node
from kg.graph.vocabulary import RDF_TYPE

DATA = "https://w3id.org/govkg/id/"
READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
AN = "Comrade Nguyen Van An, Secretary of the Lang Son Provincial Party Committee"
NEWS = [
    {
        "id": "a",
        "lang": "en",
        "date": "2025-10-05",
        "url": "https://example.org/a",
        "text": f"{AN}, chaired the conference.\n",
    },
    {
        "id": "b",
        "lang": "en",
        "date": "2025-11",
        "url": "https://example.org/b",
        "text": f"{AN}, signed Decision No. 12-QD/TU dated October 27, 2025.\n",
    },
]


def exported(graph, form, output, *options):
    done = CliRunner().invoke(main, ["export", form, str(graph), "-o", str(output), *options])
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture(scope="module", params=READERS)
def seeds(request, seeds_graph, tmp_path_factory):
    form = request.param
    path = exported(seeds_graph, form, tmp_path_factory.mktemp(form) / f"seeds.{form}")
    return READERS[form](path)


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
    graph = folder / "graph.ttl"
    assert CliRunner().invoke(main, ["build", str(folder / "news.jsonl"), "-o", str(graph)]).exit_code == 0
    return graph


def test_every_person_body_and_meeting_is_a_node(seeds, seeds_graph):
    told = Counter(triple.object for triple in triples(seeds_graph) if triple.predicate == RDF_TYPE)
    kinds = Counter(said["kind"] for _, said in seeds.nodes(data=True))
    for kind in ("Person", "Body", "Meeting", "Document", "Place", "Target"):
        assert kinds[kind] == told[node(f"gov:{kind}")] > 0


def test_nodes_say_what_they_are(seeds):
    assert seeds.nodes[DATA + "person/trinh-xuan-truong_lao-cai"] == {
        "label": "Trinh Xuan Truong",
        "kind": "Person",
        "place": "Tỉnh Lào Cai",
        "province": "Tỉnh Lào Cai",
    }
    body = seeds.nodes[DATA + "body/commune-lao-cai-che-tao_party-committee"]
    assert (body["kind"], body["type"], body["level"]) == ("Body", "Party Committee", "Commune")
    assert (body["place"], body["province"]) == ("Xã Chế Tạo", "Tỉnh Lào Cai")


def test_a_tenure_is_an_edge_with_role_status_and_quote(seeds):
    person, body = DATA + "person/hang-a-ky_lao-cai-che-tao", DATA + "body/commune-lao-cai-che-tao_party-committee"
    key = DATA + "tenure/hang-a-ky_lao-cai-che-tao~secretary~commune-lao-cai-che-tao_party-committee~current"
    (said,) = (said for source, target, said in seeds.edges(data=True) if (source, target) == (person, body))
    assert said["fact"] == said["id"] == key
    assert (said["label"], said["kind"], said["role"], said["status"]) == (
        "Secretary",
        "Tenure",
        "secretary",
        "current",
    )
    assert (said["stories"], said["articles"], said["weight"]) == (1, 1, 1)
    assert said["quote"] == "Hang A Ky - Sekretaris Komite Partai Komune Che Tao"
    assert said["url"].startswith("https://")


def test_what_a_body_says_of_another_is_an_edge(seeds):
    kinds = Counter(said["kind"] for *_, said in seeds.edges(data=True))
    assert kinds["jurisdiction"] > 0
    assert kinds["within"] > 0
    assert "Measure" not in kinds


def test_gexf_tells_from_when_to_when_a_post_is_known_to_be_held(news, tmp_path):
    path = exported(news, "gexf", tmp_path / "news.gexf")
    times = {
        edge.get("label"): (edge.get("start"), edge.get("end"))
        for edge in ET.parse(path).iter()
        if edge.tag.endswith("}edge")
    }
    assert times["Secretary"] == ("2025-10-05", "2025-11-30")
    assert times["issues"] == ("2025-10-27", "2025-10-27")
    assert b"lastmodified" not in path.read_bytes()


def test_labels_come_in_the_language_asked_for(news, tmp_path):
    network = nx.read_gexf(exported(news, "gexf", tmp_path / "vi.gexf", "--language", "vi"))
    assert {said["label"] for *_, said in network.edges(data=True)} >= {"Bí thư", "địa bàn"}
    assert network.nodes[DATA + "body/province-lang-son_party-committee"]["label"] == "Tỉnh ủy Lạng Sơn"


def test_keys_of_graphml_are_unique(news, tmp_path):
    path = exported(news, "graphml", tmp_path / "news.graphml")
    keys = [key.get("id") for key in ET.parse(path).iter() if key.tag.endswith("}key")]
    assert len(keys) == len(set(keys)) > 10


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"status": "current", "from": "2020", "until": "2025-06"}, {"start": "2020-01-01", "end": "2025-06-30"}),
        ({"status": "current", "until": "2024", "first_attested": "2025-01-01"}, {}),
        ({"status": "former", "from": "2020", "last_attested": "2025-01-01"}, {"start": "2020-01-01"}),
        ({"date": "2025-10"}, {"start": "2025-10-01", "end": "2025-10-31"}),
        ({}, {}),
    ],
)
def test_no_day_is_guessed(said, known):
    assert known_time(said) == known
