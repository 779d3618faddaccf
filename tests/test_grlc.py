"""grlc lists the folder of saved queries as it is, and serves them: the rows are those of kg query.

grlc asks for exact versions of all that it needs, so it lives in an environment of its own: `.ci/run` makes .venv-grlc.
"""

import http.server
import json
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from answers import AFFAIRS, needed
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, serialize

from kg.graph.store import opened
from kg.queries.bind import bind
from kg.queries.lookup import resolve
from kg.queries.saved import names, saved

ROOT = Path(__file__).parents[1]
OWN = ROOT / ".venv-grlc" / "bin" / "python"
PYTHON = sys.executable if find_spec("grlc") else str(OWN)
pytestmark = pytest.mark.skipif(
    not find_spec("grlc") and not OWN.exists(),
    reason="grlc is not installed (.ci/run does it)",
)
# Values as grlc takes them: IRIs whole, dates and numbers as they are; no default is sent.
CALLS = [(name, values) for name in names() for values in [needed("affairs", name)]]
CALLS += [
    ("officials", {"place": "Lào Cai", "status": "former", "lang": "vi"}),
    ("officials", {"body": "Lào Cai Party Committee", "role": "secretary"}),
    ("agenda", {"place": "Lào Cai", "type": "conference"}),
    ("attestation", {"kind": "Tenure", "least": "2", "most": "2"}),
    ("chains", {"giver": "Nguyen Van An"}),
    ("colleagues", {"person": "Tran Thi Binh", "least": "2"}),
    ("documents", {"issuer": "Politburo"}),
    ("gaps", {"gap": "body-without-place"}),
    ("meetings", {"participant": "Nguyễn Văn An", "part": "chairs"}),
    ("pluralists", {"least": "3"}),
    ("quotes", {"text": "decision 99", "language": "en"}),
]


class Endpoint(http.server.BaseHTTPRequestHandler):
    """A SPARQL endpoint on the affairs of two provinces."""

    graph = opened(AFFAIRS)

    def do_POST(self):  # the name that http.server asks for
        length = int(self.headers["Content-Length"])
        self.answer(self.rfile.read(length).decode())

    def do_GET(self):
        self.answer(parse_qs(urlsplit(self.path).query)["query"][0])

    def answer(self, query):
        found = self.graph.store.query(query)
        rows = isinstance(found, QuerySolutions)
        text = found.serialize(format=QueryResultsFormat.CSV) if rows else serialize(found, format=RdfFormat.N_TRIPLES)
        self.send_response(200)
        self.send_header("Content-Type", "text/csv; charset=utf-8" if rows else "application/n-triples; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


def as_grlc_takes(name, value):
    """The values of a call with names looked up."""
    parameters = {parameter.name: parameter for parameter in saved(name).parameters}
    return {
        key: resolve(Endpoint.graph, text, () if "node" in parameters[key].nodes else parameters[key].nodes)
        if parameters[key].type == "iri"
        else text
        for key, text in value.items()
    }


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What grlc lists of the folder, and answers to CALLS."""
    folder = tmp_path_factory.mktemp("grlc")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (folder / "config.ini").write_text(
            f"[defaults]\nsparql_endpoint = http://127.0.0.1:{server.server_port}/query\n"
            f"server_name = localhost\nuser = none\npassword = none\n[local]\nlocal_sparql_dir = {ROOT / 'queries'}\n",
            encoding="utf-8",
        )
        done = subprocess.run(
            [PYTHON, str(Path(__file__).with_name("grlc_calls.py"))],
            cwd=folder,
            input=json.dumps([(name, as_grlc_takes(name, values)) for name, values in CALLS]),
            capture_output=True,
            text=True,
            check=False,
        )
        server.shutdown()
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_grlc_lists_every_query_with_what_it_says_of_itself(said):
    paths = said["listing"]["paths"]
    assert sorted(path.strip("/") for path in paths) == names()
    for name in names():
        query, told = saved(name), paths[f"/{name}"]["get"]
        assert told["summary"] == query.summary
        assert told["description"].startswith(f"{query.description}\n")  # what follows is the query itself
        assert tuple(told["tags"]) == query.tags


@pytest.mark.parametrize("name", names())
def test_grlc_reads_the_parameters_as_we_do(name, said):
    told = {each["name"]: each for each in said["listing"]["paths"][f"/{name}"]["get"]["parameters"]}
    told.pop("endpoint", None)
    parameters = {parameter.name: parameter for parameter in saved(name).parameters}
    assert set(told) == set(parameters)
    for key, parameter in parameters.items():
        assert told[key]["required"] == parameter.required
        assert (told[key].get("format") == "iri") == (parameter.type == "iri")
        assert sorted(parameter.choices) == told[key].get("enum", [])
        assert parameter.default == (None if "default" not in told[key] else str(told[key]["default"]))


@pytest.mark.parametrize("number", range(len(CALLS)), ids=lambda number: CALLS[number][0])
def test_grlc_serves_the_rows_of_kg_query(number, said):
    name, values = CALLS[number]
    found = Endpoint.graph.store.query(bind(saved(name), values, Endpoint.graph))
    rows = isinstance(found, QuerySolutions)
    text = found.serialize(format=QueryResultsFormat.CSV) if rows else serialize(found, format=RdfFormat.N_TRIPLES)
    wanted, served = text.decode().splitlines(), said["answers"][number].splitlines()
    assert (served if rows else sorted(served)) == (wanted if rows else sorted(wanted))
