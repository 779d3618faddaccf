"""Engines that load the graph and answer SPARQL, and parsers that read it: what the load matrix runs.

An answer is a set of rows, each a tuple of normalised cells, or for CONSTRUCT a set of triples: IRIs apart from text,
numbers by value, so that engines which write 5.0, "5" and 5 agree.
"""

import json
import re
import shutil
import subprocess
from collections import Counter
from decimal import Decimal
from pathlib import Path
from select import select

import pyoxigraph as ox
from jena import Jena, why_no_jena
from servers import Oxigraph, Virtuoso, why_no_oxigraph, why_no_virtuoso

JSON = "application/sparql-results+json"
NTRIPLES = "application/n-triples"
SCRIPTS = Path(__file__).parent / "js"
LONGEST = 60
"""Seconds that Comunica has for a query: some of its plans never end."""
NUMBER = re.compile(r"http://www\.w3\.org/2001/XMLSchema#(integer|decimal|double|float|nonNegativeInteger|int|long)")
TRUTH = {"http://www.w3.org/2001/XMLSchema#boolean": {"1": "true", "0": "false"}}


def why_no_javascript():
    if shutil.which("node") is None:
        return "no node on this machine"
    return None if (SCRIPTS / "node_modules").is_dir() else "tests/js has no node_modules: run npm install there"


def why_not_on_path(program, package):
    return None if shutil.which(program) else f"no {program}: Debian's {package} is not installed"


# ---------------------------------------------------------------- answers


def cell(term):
    """A term of pyoxigraph, normalised."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return ("iri", term.value)
    return literal(term.value, term.language, term.datatype.value)


def literal(text, language, datatype):
    if NUMBER.fullmatch(datatype or ""):
        return ("number", round(Decimal(text), 9).normalize())
    return ("text", TRUTH.get(datatype, {}).get(text, text), (language or "").lower())


def rows_of(text, columns):
    """The rows of SPARQL results in JSON."""
    rows = json.loads(text)["results"]["bindings"]
    return Counter(tuple(_cell(row.get(column)) for column in columns) for row in rows)


def _cell(value):
    if value is None:
        return None
    if value["type"] == "uri":
        return ("iri", value["value"])
    return literal(value["value"], value.get("xml:lang"), value.get("datatype"))


def triples_of(text):
    """The triples of a text in N-Triples or Turtle."""
    return Counter({triple_of(quad.triple): 1 for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)})


def triple_of(triple):
    return tuple(cell(term) for term in triple)


# ---------------------------------------------------------------- engines


class Engine:
    """A store that holds the graph; to be used in a with statement."""

    def __init__(self, folder, graph):
        self.folder = folder
        self.graph = graph

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def answer(self, query, columns):
        """The answer to a SELECT query with these columns, or to a CONSTRUCT, which has none."""
        text = self.asked(query, JSON if columns else NTRIPLES)
        return rows_of(text, columns) if columns else triples_of(text)


class Served(Engine):
    """A server that takes the graph by the Graph Store Protocol."""

    name: str
    server: type
    into = None

    def __enter__(self):
        self.running = self.server(self.folder).__enter__()
        self.running.put(self.graph, self.into)
        return self

    def __exit__(self, *_):
        self.running.stop()

    def asked(self, query, form):
        return self.running.ask(query, form, self.into)

    def version(self):
        return re.search(r"\d+(\.\d+)+", self.running.version())[0]


class OxigraphServer(Served):
    name, server = "Oxigraph server", Oxigraph
    loaded = "`PUT` to `/store?default`"
    why_not = staticmethod(why_no_oxigraph)


class VirtuosoServer(Served):
    name, server = "Virtuoso 7", Virtuoso
    loaded = "`PUT` to `/sparql-graph-crud-auth?graph-uri=…`"
    why_not = staticmethod(why_no_virtuoso)
    into = "urn:graph:governance"


class JenaTdb2(Engine):
    name = "Apache Jena, TDB2"
    loaded = "`tdb2.tdbloader --loc db graph.ttl`"
    why_not = staticmethod(why_no_jena)

    def __enter__(self):
        self.jena = Jena(self.folder)
        self.where = ("--loc", str(self.folder / "db"))
        self.jena.run("tdb2.tdbloader", *self.where, str(self.graph))
        self.jena.keep_classes("tdb2.tdbquery", *self.where, "--results", "json", "SELECT * WHERE { ?s ?p ?o } LIMIT 1")
        return self

    def asked(self, query, form):
        path = self.folder / "query.rq"
        path.write_text(query, encoding="utf-8")
        results = "json" if form == JSON else "nt"
        return self.jena.run("tdb2.tdbquery", *self.where, "--query", str(path), "--results", results).stdout

    def version(self):
        return self.jena.version()


class Comunica(Engine):
    name = "Comunica"
    loaded = "N3.js into a store in memory"
    why_not = staticmethod(why_no_javascript)

    def __enter__(self):
        self.start()
        return self

    def start(self):
        command = ["node", str(SCRIPTS / "comunica.js"), str(self.graph)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __exit__(self, *_):
        self.process.communicate()

    def asked(self, query, form):
        self.process.stdin.write(json.dumps({"query": query, "form": form}) + "\n")
        self.process.stdin.flush()
        if not select([self.process.stdout], [], [], LONGEST)[0]:
            self.process.kill()
            self.process.communicate()
            self.start()
            raise AssertionError(f"no answer within {LONGEST} s")
        text = json.loads(self.process.stdout.readline())
        assert not text.startswith("error: "), text
        return text

    def version(self):
        return npm_version("@comunica/query-sparql-file")


def npm_version(package):
    described = (SCRIPTS / "node_modules" / package / "package.json").read_text(encoding="utf-8")
    return json.loads(described)["version"]


ENGINES = [OxigraphServer, VirtuosoServer, JenaTdb2, Comunica]


# ---------------------------------------------------------------- parsers


def printed(*command):
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True)


def riot(folder, graph):
    """Jena's parser, which checks literals and IRIs as well."""
    said = Jena(folder).run("riotcmd.riot", "--count", "--strict", "--check", str(graph)).stderr
    return int(re.search(r"Triples = ([\d,]+)", said)[1].replace(",", ""))


def rapper(_, graph):
    return int(re.search(r"returned (\d+) triples", printed("rapper", "-i", "turtle", "-c", str(graph)).stderr)[1])


def serdi(_, graph):
    return len(printed("serdi", "-i", "turtle", "-o", "ntriples", str(graph)).stdout.splitlines())


def n3js(_, graph):
    return int(printed("node", str(SCRIPTS / "n3-count.js"), str(graph)).stdout)


def swi_prolog(_, graph):
    goal = (
        "use_module(library(semweb/rdf11)), use_module(library(semweb/turtle)),"
        f" rdf_load('{graph}', [format(turtle), silent(true)]), rdf_statistics(triples(N)), print(N), nl"
    )
    return int(printed("swipl", "-q", "-g", goal, "-t", "halt").stdout)


PARSERS = {
    # name -> what reads, why it cannot, its version
    "Jena's riot": (riot, why_no_jena, lambda folder: Jena(folder).version()),
    "rapper (Raptor)": (
        rapper,
        lambda: why_not_on_path("rapper", "raptor2-utils"),
        lambda _: printed("rapper", "--version").stdout.strip(),
    ),
    "serdi": (serdi, lambda: why_not_on_path("serdi", "serdi"), lambda _: printed("serdi", "-v").stdout.split()[1]),
    "N3.js": (n3js, why_no_javascript, lambda _: npm_version("n3")),
    "SWI-Prolog": (
        swi_prolog,
        lambda: why_not_on_path("swipl", "swi-prolog-nox"),
        lambda _: printed("swipl", "--version").stdout.split()[2],
    ),
}
