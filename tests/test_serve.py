"""`kg serve` as a client meets it: real requests to the real server, its page in a browser with the network off."""

import csv
import io
import os
import re
import signal
import socket
import subprocess
import sys
import xml.etree.ElementTree as ET
from contextlib import contextmanager

import pytest
import requests
from servers import free_port, why_no_oxigraph

from kg.errors import KgError
from kg.queries.saved import names, saved
from kg.serve import endpoint

pytestmark = pytest.mark.skipif(why_no_oxigraph() is not None, reason=str(why_no_oxigraph()))

KG = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')"]
CLASSES = "SELECT DISTINCT ?class WHERE { ?node a ?class } ORDER BY ?class"
EVERYTHING = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
LINE = re.compile(r"(?P<file>.*): (?P<address>http://127\.0\.0\.1:\d+/) \(Ctrl-C ends\)\n")
PATIENCE = 30


@contextmanager
def serving(graph, *words):
    """A running `kg serve`, and the address that it tells."""
    process = subprocess.Popen([*KG, "serve", str(graph), *words], stderr=subprocess.PIPE, text=True)
    try:
        yield process, LINE.fullmatch(process.stderr.readline())["address"]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


@pytest.fixture(scope="module")
def address(seeds_graph):
    with serving(seeds_graph, "--port", "0") as (_, found):
        yield found


def get(url, **headers):
    return requests.get(url, headers=headers, timeout=PATIENCE)


def post(url, data, **headers):
    return requests.post(url, data=data, headers=headers, timeout=PATIENCE)


def query(address, text, **headers):
    return requests.get(f"{address}query", params={"query": text}, headers=headers, timeout=PATIENCE)


ASKED = {
    "GET": lambda url: requests.get(url, params={"query": CLASSES}, headers={"Accept": "text/csv"}, timeout=PATIENCE),
    "POST of a form": lambda url: post(url, {"query": CLASSES}, Accept="text/csv"),
    "POST of the query": lambda url: post(
        url, CLASSES, **{"Accept": "text/csv", "Content-Type": "application/sparql-query"}
    ),
}


@pytest.mark.parametrize("path", ["query", "sparql"])
@pytest.mark.parametrize("way", ASKED)
def test_a_query_is_answered_in_each_way_of_the_protocol(address, way, path):
    answer = ASKED[way](address + path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/csv")
    header, *rows = csv.reader(io.StringIO(answer.text))
    assert header == ["class"]
    assert ["https://w3id.org/govkg/ontology#Person"] in rows


def in_csv(answer):
    return [row[0] for row in csv.reader(io.StringIO(answer.text))][1:]


def in_tsv(answer):
    return [line.strip("<>") for line in answer.text.splitlines()][1:]


def in_json(answer):
    return [row["class"]["value"] for row in answer.json()["results"]["bindings"]]


def in_xml(answer):
    return [uri.text for uri in ET.fromstring(answer.content).iter("{http://www.w3.org/2005/sparql-results#}uri")]


FORMS = {
    "text/csv": in_csv,
    "text/tab-separated-values": in_tsv,
    "application/sparql-results+json": in_json,
    "application/sparql-results+xml": in_xml,
}


@pytest.mark.parametrize("form", FORMS)
def test_the_answer_has_the_form_that_was_asked_for(address, form):
    answer = query(address, CLASSES, Accept=form)
    assert answer.headers["Content-Type"].split(";")[0] == form
    assert FORMS[form](answer) == in_csv(query(address, CLASSES, Accept="text/csv")) != []


def test_a_construct_query_gives_triples(address):
    answer = query(address, saved("network").text, Accept="application/n-triples")
    assert answer.headers["Content-Type"].startswith("application/n-triples")
    assert "ontology#holdsRoleIn" in answer.text


UPDATE = "DELETE WHERE { ?s ?p ?o }"
UPDATES = [
    # path, body, content type
    ("update", {"update": UPDATE}, None),
    ("update", UPDATE, "application/sparql-update"),
    ("query", {"update": UPDATE}, None),
    ("query", UPDATE, "application/sparql-update"),
    ("query", {"query": UPDATE}, None),
    ("store?default", "<urn:a> <urn:b> <urn:c> .", "text/turtle"),
]


@pytest.mark.parametrize(("path", "body", "form"), UPDATES)
def test_an_update_is_refused(address, path, body, form):
    before = query(address, EVERYTHING, Accept="text/csv").text
    answer = post(address + path, body, **({"Content-Type": form} if form else {}))
    assert 400 <= answer.status_code < 500
    assert query(address, EVERYTHING, Accept="text/csv").text == before


OUTWARD = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"


@pytest.mark.parametrize(
    ("body", "form"), [({"query": OUTWARD}, None), (OUTWARD, "application/sparql-query"), (None, None)]
)
def test_a_query_that_reaches_out_is_refused(address, body, form):
    if body is None:
        answer = requests.get(f"{address}query", params={"query": OUTWARD}, timeout=30)
    else:
        answer = post(f"{address}query", body, **({"Content-Type": form} if form else {}))
    assert (answer.status_code, answer.text.split()[0]) == (400, "SERVICE")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(address, method):
    answer = requests.request(method, f"{address}store?default", data="", timeout=PATIENCE)
    assert answer.status_code == 501


def test_a_wrong_query_is_told_where_it_is_wrong(address):
    answer = query(address, "SELECT * WHERE { ?s ?p }")
    assert answer.status_code == 400
    assert "1:" in answer.text


FOREIGN = [
    {"Origin": "https://example.org"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Host": "example.org"},  # a name that leads here only in the browser of the attacked
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("path", ["", "query"])
def test_other_web_pages_are_not_answered(address, headers, path):
    assert get(f"{address}{path}?query={CLASSES}", **headers).status_code == 403
    assert post(f"{address}query", {"query": CLASSES}, **headers).status_code == 403


def test_only_this_machine_is_answered(address):
    """The port listens on the loopback, not on the machine's other addresses."""
    port = int(address.rstrip("/").rpartition(":")[2])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", port), timeout=PATIENCE).close()


def test_a_query_has_a_largest_size(address):
    assert post(f"{address}query", b"#" * 1_000_001).status_code == 413


def test_what_is_not_there_is_told(address):
    answer = get(f"{address}queries/none.rq")
    assert (answer.status_code, answer.text) == (404, "nothing here: / is the page, /query the endpoint\n")
    assert get(f"{address}queries/../../../etc/passwd").status_code == 404


def test_each_saved_query_is_a_link_on_the_page(address):
    page = get(address).text
    assert set(re.findall(r'href="queries/([\w-]+)\.rq"', page)) == set(names())
    for name in names():
        assert get(f"{address}queries/{name}.rq").content.decode() == saved(name).text


def test_head_gives_the_headers_of_get(address):
    answer = requests.head(address, timeout=PATIENCE)
    assert (answer.status_code, answer.content) == (200, b"")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


# ---------------------------------------------------------------- beginning and end


def kg(*words):
    return subprocess.run([*KG, *words], capture_output=True, text=True, timeout=PATIENCE, check=False)


def children(process):
    return subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False).stdout.split()


@pytest.mark.parametrize("said", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_with_its_server(seeds_graph, said):
    with serving(seeds_graph, "--port", "0") as (process, address):
        assert query(address, EVERYTHING).ok
        servers = children(process)
        process.send_signal(said)
        assert process.wait(PATIENCE) == 0
        assert process.stderr.read() == "ended\n"
    assert len(servers) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(int(servers[0]), 0)
    with pytest.raises(requests.ConnectionError):
        query(address, EVERYTHING)


def test_a_port_in_use_is_told_in_one_line(seeds_graph):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = kg("serve", str(seeds_graph), "--port", str(port))
    assert done.returncode == 1
    assert done.stderr == f"Error: port {port}: Address already in use; choose another with --port\n"


def test_a_missing_graph_is_told_in_one_line(tmp_path):
    done = kg("serve", str(tmp_path / "none.ttl"), "--port", str(free_port()))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "no such graph; run 'kg build'" in done.stderr


def test_a_server_that_is_not_installed_is_told_in_one_line(seeds_graph, monkeypatch):
    monkeypatch.setattr(endpoint.shutil, "which", lambda *_, **__: None)
    with pytest.raises(KgError, match=r"pip install 'govkg\[serve\]'"), endpoint.endpoint(seeds_graph, 1):
        pass


def test_a_server_that_does_not_start_is_told(seeds_graph, monkeypatch):
    monkeypatch.setattr(endpoint, "_program", lambda: "false")
    with pytest.raises(KgError, match="the server does not start"), endpoint.endpoint(seeds_graph, 1):
        pass


def test_where_no_index_can_be_kept_one_is_made_for_the_time(seeds_graph, tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file where the folder would be", encoding="utf-8")
    monkeypatch.setenv("KG_CACHE_DIR", str(tmp_path / "cache"))
    process = subprocess.Popen([*KG, "serve", str(seeds_graph), "--port", "0"], stderr=subprocess.PIPE, text=True)
    assert process.stderr.readline().startswith("no index can be kept in")
    assert query(LINE.fullmatch(process.stderr.readline())["address"], EVERYTHING).ok
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0


# ---------------------------------------------------------------- the page


@pytest.fixture(scope="module")
def driver():
    pytest.importorskip("selenium", reason="selenium is not installed: pip install 'govkg[test]'")
    from browser import CHROMIUM, DRIVER, chromium

    if not (CHROMIUM and DRIVER):
        pytest.skip("no chromium and chromedriver on this machine")
    with chromium() as browser:
        yield browser


@pytest.fixture
def opened(driver, address):
    from browser import Page

    return lambda path="": Page(driver, address + path, width=1300, height=900, dark=False)


def test_the_page_works_with_the_network_off(opened, address):
    shown = opened()
    shown.find("button[type=submit]")[0].click()
    shown.wait_for("rows: ", "#status")
    assert shown.text("#answer thead") == "class nodes"
    assert shown.complaints() == []
    assert all(url.startswith((address, "data:")) for url in shown.requests())


def test_a_click_on_a_saved_query_runs_it(opened):
    shown = opened()
    shown.find("[data-query=officials]")[0].click()
    shown.wait_for("rows: ", "#status")
    assert "Doan Thu Ha" in shown.text("#answer tbody")
    assert shown.run("return location.hash") == "#officials"
    assert shown.run("return document.getElementById('query').value") == saved("officials").text
    assert shown.complaints() == []


def test_a_saved_query_has_an_address(opened):
    shown = opened("#network")
    shown.wait_for("triples", "#status")
    assert "holdsRoleIn" in shown.text("#answer pre")


def test_a_wrong_query_shows_what_is_wrong(opened):
    shown = opened()
    shown.run("document.getElementById('query').value = 'SELECT nothing'")
    shown.find("button[type=submit]")[0].click()
    shown.wait_for("1:", "#status.error")


def test_markup_in_an_answer_stays_text(opened):
    shown = opened()
    text = 'SELECT ("<img src=x onerror=alert(1)>" AS ?x) (<javascript:alert(1)> AS ?y) WHERE {}'
    shown.run("document.getElementById('query').value = arguments[0]", text)
    shown.find("button[type=submit]")[0].click()
    shown.wait_for("rows: 1", "#status")
    assert shown.text("#answer td") == "<img src=x onerror=alert(1)>"
    assert shown.find("#answer img, #answer a") == []


def test_an_answer_is_saved_in_the_form_chosen(opened, driver, tmp_path):
    shown = opened()
    driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    shown.find("#save")[0].click()
    shown.wait((tmp_path / "answer.csv").exists, "nothing was saved")
    assert (tmp_path / "answer.csv").read_text(encoding="utf-8").startswith("class,nodes")
