"""SPARQL servers as a test starts them, on a free port of the loopback: Oxigraph and Virtuoso."""

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import requests
from requests.auth import HTTPDigestAuth

PATIENCE = 60
"""Seconds in which a server must answer."""
VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
ThreadsPerQuery = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


def oxigraph_program():
    """The `oxigraph` of the PyPI package, beside this Python, or any on the path."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def why_no_oxigraph():
    return None if oxigraph_program() else "the PyPI package oxigraph is not installed"


def why_no_virtuoso():
    missing = [name for name in ("virtuoso-t", "isql-vt") if shutil.which(name) is None]
    return f"no {missing[0]}: Debian's virtuoso-opensource-7 is not installed" if missing else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process that answers SPARQL over HTTP; to be used in a with statement."""

    name: str
    auth = None

    def __init__(self, folder):
        self.folder = folder
        self.http = free_port()
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        with (self.folder / "output.log").open("ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, stdout=log, stderr=log)
        last = time.monotonic() + PATIENCE
        while not self.answers():
            assert self.process.poll() is None, (self.folder / "output.log").read_text()
            assert time.monotonic() < last, f"{self.name} does not answer"
            time.sleep(0.1)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)

    def answers(self):
        try:
            return requests.get(self.query, params={"query": "ASK {}"}, timeout=PATIENCE).ok
        except requests.ConnectionError:
            return False

    def put(self, graph, name=None):
        """Replace a graph of the store (None: the default graph) by a Turtle file."""
        where = {self.graph_parameter: name} if name else {"default": ""}
        answer = requests.put(
            self.store,
            params=where,
            data=graph.read_bytes(),
            headers={"Content-Type": "text/turtle"},
            auth=self.auth,
            timeout=PATIENCE,
        )
        assert answer.ok, answer.text

    def ask(self, query, form, graph=None):
        """What the server answers to a query, as text of a media type."""
        wanted = {"query": query, **({"default-graph-uri": graph} if graph else {})}
        answer = requests.post(self.query, data=wanted, headers={"Accept": form}, timeout=PATIENCE)
        answer.encoding = "utf-8"
        assert answer.ok, answer.text[:300]
        return answer.text


class Oxigraph(Server):
    """Oxigraph's server, without authentication."""

    name = "Oxigraph server"
    graph_parameter = "graph"

    def command(self):
        where = f"127.0.0.1:{self.http}"
        return [oxigraph_program(), "serve", "--location", str(self.folder / "data"), "--bind", where]

    @property
    def query(self):
        return f"http://127.0.0.1:{self.http}/query"

    @property
    def update(self):
        return f"http://127.0.0.1:{self.http}/update"

    @property
    def store(self):
        return f"http://127.0.0.1:{self.http}/store"

    def version(self):
        return subprocess.run([oxigraph_program(), "--version"], capture_output=True, text=True, check=True).stdout


class Virtuoso(Server):
    """Virtuoso 7, which authenticates by digest."""

    name = "Virtuoso"
    graph_parameter = "graph-uri"
    user, password = "dba", "dba"
    auth = HTTPDigestAuth(user, password)

    def __init__(self, folder):
        super().__init__(folder)
        self.sql = free_port()
        settings = VIRTUOSO.format(folder=folder, sql=self.sql, http=self.http)
        (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")

    def command(self):
        return ["virtuoso-t", "-f", "-c", str(self.folder / "virtuoso.ini")]

    def do(self, statement):
        """Run an SQL statement; what it prints."""
        words = ["isql-vt", f"127.0.0.1:{self.sql}", self.user, self.password, f"exec={statement};"]
        return subprocess.run(words, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout

    def stop(self):
        self.do("shutdown")
        self.process.wait(timeout=PATIENCE)

    @property
    def query(self):
        return f"http://127.0.0.1:{self.http}/sparql"

    @property
    def update(self):
        return f"http://127.0.0.1:{self.http}/sparql-auth"

    @property
    def store(self):
        return f"http://127.0.0.1:{self.http}/sparql-graph-crud-auth"

    def version(self):
        return self.do("status()")
