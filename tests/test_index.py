"""The index of a large graph file: built once, opened after, noticed when stale or damaged, shared by processes."""

import multiprocessing
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import KgError
from kg.graph import cache, store
from kg.graph.index import Index, build, sound
from kg.graph.index import opened as opened_index
from kg.queries.lookup import find, resolve
from kg.queries.portrait import portrait

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"
ADDED = "<https://w3id.org/govkg/id/place/x> a <https://w3id.org/govkg/ontology#Place> .\n"
LONG_AGO = 1_700_000_000


@pytest.fixture
def indexes(tmp_path, monkeypatch):
    """The folder of the indexes; every file counts as large."""
    monkeypatch.setattr(store, "SMALL", 0)
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "cache"))
    return tmp_path / "cache" / "indexes"


@pytest.fixture
def graph(tmp_path):
    path = tmp_path / "graph.ttl"
    shutil.copy(SAMPLE, path)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def builds(monkeypatch):
    """The graphs that were indexed, in turn."""
    built = []
    monkeypatch.setattr(cache, "build", lambda graph, index: (built.append(graph.name), build(graph, index)))
    return built


@pytest.fixture
def digested(monkeypatch):
    """How often the bytes of a graph file were read for their digest."""
    reads = []
    digest = cache.hashlib.file_digest
    monkeypatch.setattr(cache.hashlib, "file_digest", lambda *args: reads.append(1) or digest(*args))
    return reads


def folders(indexes):
    return sorted(path for path in indexes.iterdir() if path.is_dir())


def test_the_second_query_opens_what_the_first_built(graph, indexes, builds, digested):
    first, second = store.opened(graph), store.opened(graph)
    assert len(first.store) == len(second.store) == len(store.in_memory(SAMPLE))
    assert builds == ["graph.ttl"]
    assert len(digested) == 1
    assert len(folders(indexes)) == 1


def test_an_index_answers_as_the_graphin_memory(graph, indexes):
    on_disk, loaded = store.opened(graph), store.Graph(store.in_memory(graph))
    assert folders(indexes)
    assert on_disk.index is not None
    assert on_disk.catalogue.nodes() == loaded.catalogue.nodes()
    for text in ("Lạng Sơn", "lang son", "Доан", "doan th", "2583", "", "%", "no such name"):
        assert find(on_disk, text) == find(loaded, text)
    node = resolve(on_disk, "Doan Thu Ha", ["gov:Person"])
    assert list(portrait(on_disk, node)) == list(portrait(loaded, node))


def test_an_index_is_read_only(graph, indexes):
    assert not indexes.exists()
    with pytest.raises(RuntimeError, match="read-write"):
        store.load(graph).update("DELETE WHERE { ?s ?p ?o }")


def test_small_graphs_stayin_memory(graph, indexes, monkeypatch):
    monkeypatch.setattr(store, "SMALL", graph.stat().st_size)
    assert store.opened(graph).index is None
    assert not indexes.exists()


def test_a_variable_of_the_environment_does_without(graph, indexes, monkeypatch):
    monkeypatch.setenv(store.WITHOUT, "1")
    assert len(store.load(graph)) > 0
    assert not indexes.exists()


def append(graph):
    graph.write_text(graph.read_text(encoding="utf-8") + ADDED, encoding="utf-8")


def append_unseen(graph):
    """Another content of the same size and time."""
    before = graph.stat()
    text = graph.read_text(encoding="utf-8")
    graph.write_text(text.replace("Lào Cai", "Lào Cáy", 1), encoding="utf-8")
    os.utime(graph, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = graph.stat()
    assert (after.st_mtime_ns, abs(after.st_size - before.st_size)) == (before.st_mtime_ns, 1)


@pytest.mark.parametrize("change", [append, append_unseen])
def test_a_changed_file_is_indexed_anew(graph, indexes, builds, change):
    before = {str(quad) for quad in store.load(graph)}
    change(graph)
    assert {str(quad) for quad in store.load(graph)} != before
    assert builds == ["graph.ttl"] * 2
    assert len(folders(indexes)) == 2


def test_a_file_changed_at_once_is_noticed(graph, indexes, builds):
    """Two versions written within the grain of the file system's clock look the same; what is young is read again."""
    os.utime(graph)
    store.load(graph)
    assert not list(indexes.parent.glob("files/*.json"))
    append(graph)
    store.load(graph)
    assert len(builds) == 2


def test_the_same_content_keeps_its_index(graph, indexes, builds, digested, tmp_path):
    store.load(graph)
    os.utime(graph, (LONG_AGO + 1, LONG_AGO + 1))
    store.load(graph)
    shutil.copy(graph, tmp_path / "copy.ttl")
    store.load(tmp_path / "copy.ttl")
    assert builds == ["graph.ttl"]
    assert len(digested) == 3
    assert len(folders(indexes)) == 1


def truncate(folder):
    path = max(folder.glob("store/*.sst"), key=lambda path: path.stat().st_size)
    os.truncate(path, path.stat().st_size // 2)


def flip(folder):
    path = max(folder.glob("store/*.sst"), key=lambda path: path.stat().st_size)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def lose(folder):
    max(folder.glob("store/*.sst")).unlink()


def empty(folder):
    shutil.rmtree(folder / "store")
    (folder / "store").mkdir()


def lose_names(folder):
    (folder / "names.sqlite").unlink()


def lose_description(folder):
    (folder / "index.json").unlink()


def garble_description(folder):
    (folder / "index.json").write_text("[]", encoding="utf-8")


def garble_store(folder):
    """Damage that the looks of the files do not tell: the store refuses to open."""
    path = next(folder.glob("store/MANIFEST-*"))
    times = path.stat()
    path.write_bytes(b"x" * times.st_size)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert sound(Index(folder))


DAMAGES = [truncate, flip, lose, empty, lose_names, lose_description, garble_description, garble_store]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_built_again(graph, indexes, builds, damage):
    whole = {str(quad) for quad in store.load(graph)}
    damage(*folders(indexes))
    again = store.opened(graph)
    assert {str(quad) for quad in again.store} == whole
    assert again.catalogue.alike("Lạng Sơn")
    assert len(builds) == 2
    assert len(folders(indexes)) == 1


def test_a_garbled_note_is_written_again(graph, indexes, builds, digested):
    store.load(graph)
    note = next(indexes.parent.glob("files/*.json"))
    note.write_text("{", encoding="utf-8")
    store.load(graph)
    store.load(graph)
    assert (len(builds), len(digested)) == (1, 2)


def test_what_a_killed_process_left_is_removed(graph, indexes):
    left = indexes / "0123-1.part"
    (left / "store").mkdir(parents=True)
    store.load(graph)
    assert not left.exists()
    assert len(folders(indexes)) == 1


def test_what_is_not_turtle_leaves_no_index(tmp_path, indexes):
    path = tmp_path / "graph.ttl"
    path.write_text("<http://a> <http://b> <http://c> .\n<http://a> <http://b> .\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"graph\.ttl:2: not Turtle"):
        store.load(path)
    assert folders(indexes) == []


def test_a_file_that_changes_while_it_is_read_is_refused(graph, indexes, monkeypatch):
    monkeypatch.setattr(cache, "build", lambda graph, index: (build(graph, index), append(graph)))
    with pytest.raises(KgError, match=r"graph\.ttl: changed while it was read; ask again"):
        store.load(graph)
    monkeypatch.undo()
    assert indexes.exists()


def test_without_a_place_for_it_the_graph_is_loadedin_memory(graph, indexes, caplog):
    indexes.parent.write_text("a file where the folder would be", encoding="utf-8")
    found = store.opened(graph)
    assert found.index is None
    assert len(found.store) == len(store.in_memory(graph))
    assert "no index can be kept in" in caplog.text


def test_the_least_recently_used_goes_first(graph, indexes, tmp_path, monkeypatch):
    others = [tmp_path / f"{at}.ttl" for at in range(3)]
    for at, path in enumerate(others):
        path.write_text(graph.read_text(encoding="utf-8") + ADDED.replace("/x>", f"/x{at}>"), encoding="utf-8")
    for path in others[:2]:
        store.load(path)
    first, second = (each.index.folder for each in reversed(cache.kept()))
    os.utime(first, (LONG_AGO, LONG_AGO))
    os.utime(second, (LONG_AGO - 9, LONG_AGO - 9))
    monkeypatch.setattr(cache, "LIMIT", sum(each.size for each in cache.kept()) * 5 // 4)
    store.load(others[2])
    assert first.exists()
    assert not second.exists()
    assert len(folders(indexes)) == 2


def count(graph, folder, barrier, answers):
    os.environ[cache.FOLDER] = folder
    store.SMALL = 0
    barrier.wait()
    answers.put(len(store.load(graph)))


def test_processes_that_begin_at_once_share_one_index(graph, indexes):
    context = multiprocessing.get_context("spawn")
    barrier, answers = context.Barrier(3), context.Queue()
    processes = [context.Process(target=count, args=(graph, str(indexes.parent), barrier, answers)) for _ in range(3)]
    for process in processes:
        process.start()
    found = [answers.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    assert found == [len(store.in_memory(SAMPLE))] * 3
    assert len(folders(indexes)) == 1
    assert sound(Index(*folders(indexes)))


def test_a_whole_index_is_not_built_twice(graph, indexes):
    """The second of two processes finds the first one's index when its turn comes."""
    store.load(graph)
    index = Index(*folders(indexes))
    written = index.description.stat().st_mtime_ns
    build(graph, index)
    assert index.description.stat().st_mtime_ns == written
    assert opened_index(index) is not None


def kg(*words):
    return CliRunner().invoke(main, words)


def test_the_command_builds_lists_and_clears(graph, indexes):
    assert "graph.ttl" in kg("index", str(graph)).stdout
    listed = kg("index")
    assert listed.stdout.count("\n") == 1
    assert f"{len(store.in_memory(graph)):,} triples" in listed.stdout
    assert str(graph) in listed.stdout
    assert str(indexes.parent) in listed.stderr
    cleared = kg("index", "--clear")
    assert (cleared.exit_code, cleared.stdout) == (0, "")
    assert cleared.stderr.startswith("removed: 1 (")
    assert not folders(indexes)
    assert not list(indexes.parent.glob("files/*"))
    assert kg("index").stdout == ""


def test_the_command_refuses_what_it_cannot_do(graph, indexes):
    assert kg("index", str(graph), "--clear").exit_code == 2
    missing = kg("index", str(graph.with_name("none.ttl")))
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)
    assert "no such graph" in missing.stderr
    indexes.parent.write_text("a file where the folder would be", encoding="utf-8")
    assert kg("index", str(graph)).exit_code == 1


def test_a_query_goes_through_the_index(graph, indexes):
    asked = kg("query", "officials", "-p", "place=Lào Cai", "--graph", str(graph), "--format", "csv")
    assert asked.exit_code == 0
    assert len(asked.stdout.splitlines()) > 1
    assert len(folders(indexes)) == 1
