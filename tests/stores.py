"""Triple stores written in other languages, as far as the machine has them: Apache Jena (Java)."""

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

JARS = Path("/usr/share/java")
# Debian moved Xerces' classes out of Jena but left their property files behind under the old name.
MOVED = "org/apache/jena/ext/xerces/"
NAMES = [
    "jena-cmds",
    "jena-arq",
    "jena-core",
    "jena-base",
    "jena-iri",
    "jena-tdb2",
    "jena-tdb",
    "jena-shacl",
    "jena-shex",
    "jena-rdfconnection",
    "jena-dboe-base",
    "jena-dboe-index",
    "jena-dboe-storage",
    "jena-dboe-trans-data",
    "jena-dboe-transaction",
    "commons-cli",
    "commons-codec",
    "commons-compress",
    "commons-csv",
    "commons-io",
    "commons-lang3",
    "commons-logging",
    "dexx.collection",
    "gson",
    "guava",
    "httpclient",
    "httpcore",
    "jackson-core",
    "jackson-databind",
    "jackson-annotations",
    "jsonld-java",
    "jakarta.json-api",
    "protobuf",
    "slf4j-api",
    "slf4j-nop",
    "thrift",
    "libthrift",
    "titanium-json-ld",
]


def why_no_jena() -> str | None:
    """What is missing to run Jena; None if nothing is."""
    if shutil.which("java") is None:
        return "no java on this machine"
    if not (JARS / "jena-arq.jar").exists():
        return "Debian's libapache-jena-java is not installed"
    return None


class Jena:
    """Jena's command-line query engine, over one Turtle file."""

    def __init__(self, scratch: Path) -> None:
        with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
            for name in jar.namelist():
                if name.startswith(MOVED) and not name.endswith("/"):
                    target = scratch / "xerces" / name.removeprefix(MOVED)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(jar.read(name))
        jars = [str(JARS / f"{name}.jar") for name in NAMES if (JARS / f"{name}.jar").exists()]
        self.classpath = ":".join([str(scratch), *jars])

    def rows(self, graph: Path, query: Path) -> list[tuple[str, ...]]:
        """The rows of a SELECT query, header first, every value as plain text."""
        command = [
            "java",
            "-cp",
            self.classpath,
            "arq.arq",
            "--data",
            str(graph),
            "--query",
            str(query),
            "--results",
            "csv",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [tuple(row) for row in csv.reader(io.StringIO(done.stdout))]
