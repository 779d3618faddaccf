"""`kg export` as a command: the same bytes each time, all or nothing, one clear line when it cannot."""

from hashlib import sha256

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.exports.registry import FORMATS

FILES = [name for name, form in FORMATS.items() if not form.folder]


def run(*arguments):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_the_list_names_every_format():
    assert [line.split()[0] for line in run("--list").stdout.splitlines()] == list(FORMATS)


@pytest.mark.parametrize("form", FILES)
def test_a_file_is_the_same_each_time_and_on_standard_output(seeds_graph, tmp_path, form):
    assert run(form, seeds_graph, "-o", tmp_path / "one").exit_code == 0
    assert run(form, seeds_graph, "-o", tmp_path / "two").exit_code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert run(form, seeds_graph, "-o", "-").stdout_bytes == (tmp_path / "one").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.parametrize("form", FILES)
def test_a_graph_that_is_not_there(tmp_path, form):
    (tmp_path / "out").write_text("older", encoding="utf-8")
    done = run(form, tmp_path / "none.ttl", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert (
        done.stderr
        == f"Error: {tmp_path / 'none.ttl'}: no such graph; run 'kg build' to write the graph, or name another file\n"
    )
    assert (tmp_path / "out").read_text(encoding="utf-8") == "older"


def test_a_graph_that_breaks_off(tmp_path, seeds_graph):
    broken = tmp_path / "broken.ttl"
    broken.write_bytes(seeds_graph.read_bytes()[:50_000])
    done = run("nt", broken, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {broken}:")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_the_graph_is_not_written_over(tmp_path, seeds_graph):
    graph = tmp_path / "graph.ttl"
    graph.write_bytes(seeds_graph.read_bytes())
    done = run("nt", graph, "-o", graph)
    assert done.exit_code == 1
    assert "is the graph itself" in done.stderr
    assert sha256(graph.read_bytes()).digest() == sha256(seeds_graph.read_bytes()).digest()


def test_a_folder_that_is_not_there(tmp_path, seeds_graph):
    done = run("nt", seeds_graph, "-o", tmp_path / "none" / "out.nt")
    assert done.exit_code == 1
    assert "there is no folder" in done.stderr


def test_wrong_usage():
    assert run("nt").exit_code == 2
    assert run("n3", "-o", "x").exit_code == 2
