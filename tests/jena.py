"""Apache Jena, as Debian packages it."""

import shutil
import subprocess
import zipfile
from pathlib import Path

JARS = Path("/usr/share/java")
# Debian moved Xerces' classes out of Jena but left their property files behind under the old name.
MOVED = "org/apache/jena/ext/xerces/"
# A tool runs for a second: what makes a long run quicker only costs here.
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
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
    """Jena's command-line tools."""

    def __init__(self, scratch: Path) -> None:
        moved = scratch / "moved.jar"
        with zipfile.ZipFile(JARS / "jena-core.jar") as jar, zipfile.ZipFile(moved, "w") as target:
            for name in jar.namelist():
                if name.startswith(MOVED) and not name.endswith("/"):
                    target.writestr(f"xerces/{name.removeprefix(MOVED)}", jar.read(name))
        jars = [str(JARS / f"{name}.jar") for name in NAMES if (JARS / f"{name}.jar").exists()]
        self.classpath = ":".join([str(moved), *jars])
        self.classes = scratch / "classes.jsa"

    def keep_classes(self, tool: str, *words: str) -> None:
        """Run a tool and keep the classes that it loads: the next run takes half the time."""
        self.run(tool, *words, option=f"-XX:ArchiveClassesAtExit={self.classes}")

    def run(self, tool: str, *words: str, option: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a tool ("arq.arq", "riotcmd.riot")."""
        kept = [f"-XX:SharedArchiveFile={self.classes}"] if self.classes.exists() else []
        options = [*QUICK_START, *([option] if option else kept)]
        command = ["java", *options, "-cp", self.classpath, tool, *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done

    def version(self) -> str:
        """Jena's version."""
        return self.run("riotcmd.riot", "--version").stdout.split()[2]
