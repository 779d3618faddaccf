"""Loading a graph file, and what is said when it cannot be loaded."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.graph.store import load
from kg.graph.terms import DATA, iri

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"


def test_a_graph_file_becomes_a_store():
    store = load(SAMPLE)
    person, label = NamedNode(f"{DATA}person/hang-a-ky_che-tao"), NamedNode(iri("rdfs:label"))
    assert [quad.object.value for quad in store.quads_for_pattern(person, label, None)] == ["Hang A Ky"]


def test_an_empty_file_is_a_graph_without_triples(tmp_path):
    (tmp_path / "empty.ttl").write_bytes(b"")
    assert len(load(tmp_path / "empty.ttl")) == 0


BROKEN = [
    # what the file holds, and what the message says after the file's name
    (b"<http://a> <http://b> <http://c> .\n<http://a> <http://b> .\n", ":2: not Turtle"),
    (b"<html><body>not found</body></html>", ":1: not Turtle"),
    (b'<http://a> <http://b> "\xff" .', ":1: not Turtle"),
    (b"@prefix a: <http://a/> .\n\na:b a:c d:e .\n", ":3: not Turtle"),
    (b"\x00\x01\x02", ":1: not Turtle"),
]


@pytest.mark.parametrize(("content", "said"), BROKEN)
def test_what_is_not_turtle_is_refused_with_its_line(tmp_path, content, said):
    path = tmp_path / "graph.ttl"
    path.write_bytes(content)
    with pytest.raises(KgError) as refused:
        load(path)
    assert str(refused.value).startswith(f"{path}{said}")
    assert "kg build" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_named_with_the_way_out(tmp_path):
    with pytest.raises(KgError, match=r"graph\.ttl: no such graph; run 'kg build'"):
        load(tmp_path / "graph.ttl")


def test_a_folder_is_no_graph(tmp_path):
    with pytest.raises(KgError, match="cannot be read"):
        load(tmp_path)
