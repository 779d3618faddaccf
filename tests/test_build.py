"""`kg build` on files: what is written, what is said, and the exit status."""

import gzip
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.home import folder
from kg.pipeline import Options, build

SEED = next(iter(sorted(folder("seeds").glob("*.txt"))))
NEWS = SEED.read_text(encoding="utf-8")
GERMAN = "Das Parteikomitee der Provinz hat gestern eine Sitzung über die Arbeit dieses Jahres abgehalten.\n" * 5


def kg(*args, status=0):
    result = CliRunner().invoke(main, ["build", *map(str, args)])
    assert result.exit_code == status, result.output
    assert "Traceback" not in result.output
    return result.output


@pytest.fixture
def news(tmp_path):
    """A folder with one article that can be read."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "good.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path / "news"


@pytest.fixture
def output(tmp_path):
    """An output that an earlier build wrote."""
    path = tmp_path / "out.ttl"
    path.write_text("# earlier\n")
    return path


def test_the_seeds_are_built_without_arguments(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = kg()
    assert said.startswith("5 articles, ")
    assert "-> graphs/governance.ttl, " in said
    assert (tmp_path / "graphs" / "governance.ttl").stat().st_size > 100_000
    assert list((tmp_path / "graphs").glob("*.html"))


def test_the_seeds_go_to_another_file_without_pages(tmp_path):
    kg("-o", tmp_path / "seeds.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["seeds.ttl"]


def test_one_line_says_what_was_built(news, output):
    said = kg(news, "-o", output)
    articles, facts, triples = (int(part.split()[0]) for part in said.partition(" -> ")[0].split(", "))
    assert articles == 1
    assert 0 < facts < triples
    assert said.count("\n") == 1
    assert said.endswith(f"-> {output}\n")


def test_text_pages_and_records_are_read_together(tmp_path, news):
    records = [json.dumps({"id": name, "text": NEWS, "lang": "id"}) for name in ("one", "two")]
    (news / "records.jsonl").write_text(records[0] + "\n", encoding="utf-8")
    with gzip.open(news / "more.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(records[1] + "\n")
    assert kg(news, "-o", tmp_path / "all.ttl").startswith("3 articles, ")


def test_another_base_names_the_nodes(news, output):
    kg(news, "-o", output, "--base", "https://example.org/kg/")
    text = output.read_text(encoding="utf-8")
    assert "<https://example.org/kg/article/good>" in text
    assert "https://w3id.org/govkg/id/" not in text


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["NEWS"], "-o FILE.ttl"),
        (["NEWS", "-o", "OUT", "--base", "example"], "whole IRI"),
        (["NEWS", "-o", "OUT", "--base", "https://example.org/kg"], "ends in / or #"),
        (["NEWS", "-o", "OUT", "--base", "https://example.org/a b/"], "whole IRI"),
        (["NEWS", "-o", "OUT", "--base", "https://[x/"], "whole IRI"),
        (["NEWS", "-o", "OUT", "--fast"], "--fast"),
    ],
)
def test_wrong_usage(news, output, args, why):
    names = {"NEWS": news, "OUT": output}
    assert why in kg(*(names.get(arg, arg) for arg in args), status=2)
    assert output.read_text() == "# earlier\n"


def bad_inputs():
    """Files that cannot be read: name, bytes."""
    return [
        ("empty.txt", b""),
        ("binary.txt", b"\x00\x01\x02" * 50),
        ("latin.txt", "Đồng chí".encode("utf-16")),
        ("cut.txt", NEWS.encode()[:-1] + b"\xd0"),
        ("german.txt", GERMAN.encode()),
        ("broken.jsonl", b'{"id": "x", "text"\n'),
        ("nameless.jsonl", b'{"text": "x"}\n'),
        ("lone.jsonl", json.dumps({"id": "x", "text": "\ud800" + NEWS, "lang": "id"}).encode()),
        ("torn.jsonl.gz", gzip.compress(b'{"id": "x", "text": "y"}\n' * 99)[:20]),
        ("bare.html", b"<html><body></body></html>"),
    ]


@pytest.mark.parametrize(("name", "content"), bad_inputs(), ids=lambda value: value if isinstance(value, str) else "")
def test_an_input_that_cannot_be_read_is_named_and_the_rest_built(news, output, name, content):
    (news / name).write_bytes(content)
    said = kg(news, "-o", output, status=3).splitlines()
    skipped = [line for line in said if line.startswith("skipped: ")]
    assert len(skipped) == len(said) - 1 == 1
    assert Path(name).stem.partition(".")[0] in skipped[0]
    assert said[-1].startswith("1 article, ")
    assert "article/good" in output.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "content"), bad_inputs(), ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_is_written_where_nothing_can_be_read(tmp_path, output, name, content):
    (tmp_path / name).write_bytes(content)
    assert "no article could be read" in kg(tmp_path / name, "-o", output, status=1)
    assert output.read_text() == "# earlier\n"


def test_strict_writes_nothing_where_an_input_cannot_be_read(news, output):
    (news / "empty.txt").write_bytes(b"")
    said = kg(news, "-o", output, "--strict", status=1)
    assert "empty" in said
    assert "--strict" in said
    assert output.read_text() == "# earlier\n"
    (news / "empty.txt").unlink()
    kg(news, "-o", output, "--strict")


@pytest.mark.parametrize("name", ["missing.txt", "nothing"])
def test_a_missing_file_or_an_empty_folder_is_skipped(tmp_path, news, output, name):
    (tmp_path / "nothing").mkdir()
    assert name in kg(tmp_path / name, news, "-o", output, status=3)
    assert name in kg(tmp_path / name, "-o", output, status=1)


@pytest.mark.parametrize(
    ("target", "why"),
    [("folder", "no regular file"), ("nowhere/out.ttl", "no folder"), ("/dev/null", "no regular file")],
)
def test_an_output_that_cannot_be_written(tmp_path, news, target, why):
    (tmp_path / "folder").mkdir()
    assert why in kg(news, "-o", tmp_path / target, status=1)


def test_a_file_where_the_graphs_should_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graphs").write_text("mine")
    assert "graphs: no such folder can be made" in kg(status=1)
    assert (tmp_path / "graphs").read_text() == "mine"


def test_a_folder_that_must_not_be_written(news, output, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: path != output.parent or mode != os.W_OK)
    assert "not writable" in kg(news, "-o", output, status=1)
    assert output.read_text() == "# earlier\n"


@pytest.fixture(scope="module")
def seeds_graph(tmp_path_factory):
    """The bytes of the graph of the seeds."""
    path = tmp_path_factory.mktemp("seeds") / "plain.ttl"
    kg("-o", path)
    return path.read_bytes()


@pytest.mark.parametrize("seed", ["0", "7", "999"])
def test_the_same_bytes_for_any_order_and_hash_seed(tmp_path, seeds_graph, seed):
    inputs = sorted(folder("seeds").glob("*.txt"))
    random.Random(seed).shuffle(inputs)
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", *inputs, "-o", tmp_path / "mixed.ttl"]
    subprocess.run(command, env={"PYTHONHASHSEED": seed}, check=True, capture_output=True)
    assert (tmp_path / "mixed.ttl").read_bytes() == seeds_graph


def test_the_pipeline_tells_what_it_built(news, output):
    errors = []
    (news / "empty.txt").write_bytes(b"")
    built = build([news], output, Options(), errors.append)
    assert (built.articles, built.skipped, len(errors)) == (1, 1, 1)
    assert built.triples > built.facts > 0


def test_a_build_spares_what_it_is_made_of(news):
    article = news / "good.txt"
    before = article.read_bytes()
    assert "is one of the inputs" in kg(article, "-o", article, status=1)
    assert article.read_bytes() == before
    assert "cannot be standard output" in kg(article, "-o", "-", status=1)
