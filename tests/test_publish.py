"""`kg publish` into real stores: what arrives is what the file says, whatever stops it on the way."""

import base64
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
import requests
from click.testing import CliRunner
from engines import NTRIPLES, triple_of, triples_of
from servers import Oxigraph, Virtuoso, free_port, why_no_oxigraph, why_no_virtuoso

from kg.cli import main
from kg.graph.named import named_graphs
from kg.graph.read import triples
from kg.graph.terms import DATA
from kg.graph.write import write
from kg.publish import client
from kg.publish.send import RECORD

KG = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')"]
DATASET = f"{DATA}dataset"
CONTENT = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
PATIENCE = 60
SERVERS = {Oxigraph: why_no_oxigraph, Virtuoso: why_no_virtuoso}


@pytest.fixture(scope="module", params=SERVERS, ids=lambda kind: kind.name)
def server(request, tmp_path_factory):
    why_not = SERVERS[request.param]()
    if why_not:
        pytest.skip(why_not)
    with request.param(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(params=["Graph Store Protocol", "SPARQL Update"])
def target(request, server):
    """The words that name the store to `kg publish`, emptied before."""
    account = ["--user", server.user] if server.auth else []
    yield_to = [server.store, *account]
    if request.param == "SPARQL Update":
        # Virtuoso answers queries where it takes updates
        query = ["--query", server.query] if isinstance(server, Oxigraph) else []
        yield_to = [server.update, "--update", *query, *account]
    yield yield_to
    for name in graph_names(server):
        drop(server, name)


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", Virtuoso.password)


def kg(*words):
    return CliRunner().invoke(main, ["publish", *map(str, words)])


def drop(server, name):
    requests.delete(server.store, params={"graph": name}, auth=server.auth, timeout=PATIENCE)


def ask(server, query, form):
    return server.ask(query, form)


def graph_names(server):
    text = ask(server, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", "text/csv")
    names = [line.strip('"') for line in text.splitlines()[1:]]
    return [name for name in names if name.startswith((DATA, "urn:"))]


def content(server, name):
    return triples_of(ask(server, CONTENT.format(name), NTRIPLES))


def count(server, name):
    return int(ask(server, COUNT.format(name), "text/csv").splitlines()[1].strip('"'))


def of_file(path):
    return Counter(triple_of(triple) for triple in triples(path))


def told(graphs, number, held, url):
    return f"graphs: {graphs}, triples: {number}, held before: {held} -> {url}\n"


# ---------------------------------------------------------------- what arrives


def test_a_graph_arrives_in_one_named_graph(server, target, seeds_graph):
    done = kg(*target, seeds_graph)
    number = len(triples(seeds_graph))
    assert (done.exit_code, done.output) == (0, told(1, number, 0, target[0]))
    assert content(server, DATASET) == of_file(seeds_graph)


def test_a_graph_arrives_by_article(server, target, seeds_graph):
    done = kg(*target, seeds_graph, "--by-article")
    wanted = {name.value: found for name, found in named_graphs(triples(seeds_graph))}
    assert done.output == told(len(wanted), sum(map(len, wanted.values())), 0, target[0])
    assert set(graph_names(server)) == {*wanted, RECORD}
    for name, found in wanted.items():
        assert content(server, name) == Counter(map(triple_of, found))


def test_a_second_run_sends_nothing(server, target, seeds_graph):
    kg(*target, seeds_graph, "--by-article")
    record = content(server, RECORD)
    again = kg(*target, seeds_graph, "--by-article")
    assert "held before: 0" not in again.output
    assert again.output.split("triples: ")[1].split(",")[0] == again.output.split("before: ")[1].split(" ")[0]
    assert content(server, RECORD) == record


def test_a_changed_graph_replaces_the_old_one(server, target, seeds_graph, tmp_path):
    kg(*target, seeds_graph)
    changed = tmp_path / "changed.ttl"
    write([triple for triple in triples(seeds_graph) if "/measure/" not in str(triple.subject)], changed)
    assert 0 < len(of_file(changed)) < len(of_file(seeds_graph))
    assert kg(*target, changed).exit_code == 0
    assert content(server, DATASET) == of_file(changed)
    assert kg(*target, seeds_graph).exit_code == 0
    assert content(server, DATASET) == of_file(seeds_graph)


def test_what_has_gone_from_the_store_comes_back(server, target, seeds_graph):
    """The record tells of parts that somebody has removed: the count does not agree, so all is sent again."""
    kg(*target, seeds_graph)
    drop(server, DATASET)
    done = kg(*target, seeds_graph)
    assert done.output == told(1, len(triples(seeds_graph)), 0, target[0])
    assert content(server, DATASET) == of_file(seeds_graph)


def test_a_graph_of_others_is_not_touched(server, target, seeds_graph, tmp_path):
    other = tmp_path / "other.ttl"
    other.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    server.put(other, "urn:other")
    refused = kg(*target, seeds_graph, "--graph", "urn:other")
    assert refused.exit_code == 1
    assert refused.output.count("\n") == 1
    assert "holds 1 triples there that kg did not publish" in refused.output
    assert graph_names(server) == ["urn:other"]
    assert kg(*target, seeds_graph, "--graph", "urn:other", "--replace").exit_code == 0
    assert content(server, "urn:other") == of_file(seeds_graph)


def interrupted(server, words, stop):
    """The exit status and words of a run in small parts that is stopped in the middle."""
    run = subprocess.Popen(
        [*KG, "publish", *map(str, words), "--batch", "20"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while count(server, DATASET) < 100:
        assert run.poll() is None, run.stderr.read()
        time.sleep(0.01)
    stop(run)
    _, said = run.communicate(timeout=PATIENCE)
    return run.returncode, said


def test_a_killed_run_is_continued(server, target, seeds_graph):
    status, _ = interrupted(server, [*target, seeds_graph], lambda run: run.kill())
    number = len(triples(seeds_graph))
    assert status == -9
    assert 100 <= count(server, DATASET) < number
    again = kg(*target, seeds_graph, "--batch", "20")
    assert again.exit_code == 0
    held = int(again.output.split("before: ")[1].split(" ")[0])
    assert 80 <= held < number
    assert content(server, DATASET) == of_file(seeds_graph)


@pytest.mark.skipif(why_no_oxigraph() is not None, reason=str(why_no_oxigraph()))
def test_a_server_that_dies_is_told_in_one_line_and_the_run_is_continued(seeds_graph, tmp_path):
    with Oxigraph(tmp_path) as server:
        words = [server.store, seeds_graph]
        status, said = interrupted(server, words, lambda _: (server.process.kill(), server.process.wait()))
        assert status == 1
        assert said.startswith(f"Error: {server.store}: no answer: ")
        assert said.endswith("run again to go on\n")
        assert said.count("\n") == 1
        server.start()
        again = kg(*words, "--batch", "20")
        assert "held before: 0" not in again.output
        assert content(server, DATASET) == of_file(seeds_graph)


# ---------------------------------------------------------------- what goes wrong


@pytest.mark.skipif(why_no_virtuoso() is not None, reason=str(why_no_virtuoso()))
def test_a_wrong_password_is_told_in_one_line(seeds_graph, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", "wrong")
    with Virtuoso(tmp_path) as server:
        for where in ([server.store], [server.update, "--update"]):
            wrong = kg(*where, seeds_graph, "--user", "dba")
            assert (wrong.exit_code, wrong.output) == (
                1,
                f"Error: {where[0]}: user 'dba' or the password is wrong\n",
            )
            nobody = kg(*where, seeds_graph)
            assert (nobody.exit_code, nobody.output) == (1, f"Error: {where[0]}: asks who you are; give --user\n")
        assert graph_names(server) == []


def test_a_refused_connection_is_told_in_one_line(seeds_graph):
    url = f"http://127.0.0.1:{free_port()}/store"
    done = kg(url, seeds_graph)
    assert (done.exit_code, done.output) == (
        1,
        f"Error: {url}: no answer: Connection refused; run again to go on\n",
    )


WRONG = [
    (["ftp://127.0.0.1/x"], "write an address as http://127.0.0.1:7878/store"),
    (["127.0.0.1:7878/store"], "write an address as http://127.0.0.1:7878/store"),
    (["http://me:secret@127.0.0.1/x"], "give the account by --user"),
    (["http://127.0.0.1/x", "--graph", "no iri"], "not an IRI"),
    (["http://127.0.0.1/x", "--graph", "urn:a", "--by-article"], "not both"),
    (["http://127.0.0.1/x", "--query", "http://127.0.0.1/y"], "--query goes with --update"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_wrong_usage_is_told(words, said):
    done = kg(*words)
    assert done.exit_code == 2
    assert said in done.output
    assert "secret" not in done.output


def test_a_missing_graph_is_told(tmp_path):
    done = kg("http://127.0.0.1:1/x", tmp_path / "none.ttl")
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert "no such graph; run 'kg build'" in done.output


def test_a_graph_without_a_dataset_wants_a_name(tmp_path):
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    assert "name it with --graph" in kg("http://127.0.0.1:1/x", tmp_path / "graph.ttl").output


def test_the_password_is_asked_for(monkeypatch):
    from kg.commands.publish import _password

    monkeypatch.delenv("KG_PASSWORD")
    monkeypatch.setattr("click.prompt", lambda text, **how: f"{text} {how['hide_input']} {how['err']}")
    assert _password("me") == "Password of me True True"
    assert _password(None) is None


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/store", True),
        ("http://127.0.0.1:7878/store", True),
        ("http://localhost/store", True),
        ("http://example.org/store", False),
    ],
)
def test_a_password_goes_encrypted_or_not_beyond_this_machine(url, safe):
    assert client.encrypted(url) is safe


# ---------------------------------------------------------------- stores that are not here, in little


class Small(BaseHTTPRequestHandler):
    """A Graph Store that wants basic authentication from whoever writes."""

    def answer(self, status, text=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def graph(self):
        return self.server.graphs.setdefault(parse_qs(urlsplit(self.path).query)["graph"][0], set())

    def do_GET(self):
        text = "".join(f"{triple} .\n" for triple in self.graph())
        self.answer(200 if text else 404, text.encode(), Content_Type="application/n-triples")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Authorization") != f"Basic {base64.b64encode(b'me:secret').decode()}":
            self.answer(401, WWW_Authenticate='Basic realm="x"')
            return
        self.graph().update(quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        self.answer(204)

    def do_DELETE(self):
        self.graph().clear()
        self.answer(204)

    def log_message(self, *_):
        pass


class OneGraph(Small):
    def graph(self):
        return self.server.graphs.setdefault("only", set())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.graph().update(quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        self.answer(204)


class Moved(Small):
    def do_GET(self):
        self.answer(301, Location="https://example.org/store")


class Broken(Small):
    def do_GET(self):
        self.answer(500, b"out\nof memory", Content_Type="text/plain")


class Unread(Small):
    def do_GET(self):
        self.answer(200, b"<html>hello</html>", Content_Type="text/html")


class Garbled(Small):
    def do_GET(self):
        self.answer(200, b"<urn:a> <urn:b> .", Content_Type="text/turtle")


class Unknown(Small):
    def do_GET(self):
        self.answer(401, WWW_Authenticate="Bearer")


class Silent(Small):
    def do_GET(self):
        time.sleep(2)


@contextmanager
def running(handler):
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as small:
        small.graphs = {}
        small.daemon_threads = True
        thread = threading.Thread(target=small.serve_forever)
        thread.start()
        try:
            yield small, f"http://127.0.0.1:{small.server_port}/store"
        finally:
            small.shutdown()
            thread.join()


def test_basic_authentication_is_used_where_it_is_asked_for(seeds_graph, monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", "secret")
    with running(Small) as (small, url):
        done = kg(url, seeds_graph, "--user", "me")
        assert (done.exit_code, done.output) == (0, told(1, len(triples(seeds_graph)), 0, url))
        assert small.graphs[DATASET] == set(triples(seeds_graph))


REFUSALS = [
    (OneGraph, "the store puts all graphs into one; give its address for the Graph Store Protocol"),
    (Moved, "has moved; give https://example.org/store"),
    (Broken, "500 Internal Server Error: out of memory"),
    (Unread, "answers with text/html where triples were asked for"),
    (Garbled, "answers with triples that cannot be read"),
    (Unknown, "asks for Bearer authentication; known: basic, digest"),
    (Silent, "no answer in time; run again to go on"),
]


@pytest.mark.parametrize(("handler", "said"), REFUSALS)
def test_what_a_store_refuses_is_told_in_one_line(handler, said, seeds_graph, monkeypatch):
    monkeypatch.setattr(client, "ANSWERING", 0.5)
    with running(handler) as (_, url):
        done = kg(url, seeds_graph, "--user", "me")
    assert done.exit_code == 1
    assert said in done.output
    assert done.output.count("\n") == 1


def test_a_store_that_loses_triples_is_found_out(seeds_graph, monkeypatch):
    monkeypatch.setenv("KG_PASSWORD", "secret")

    class Lossy(Small):
        def do_POST(self):
            super().do_POST()
            if len(self.server.graphs.get(DATASET, ())) > 100:
                self.server.graphs[DATASET].pop()

    with running(Lossy) as (_, url):
        done = kg(url, seeds_graph, "--user", "me")
    assert done.exit_code == 1
    assert "the store counts" in done.output
    assert os.environ["KG_PASSWORD"] not in done.output
