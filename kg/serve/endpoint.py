"""Oxigraph's server, started on the index of a graph file and stopped with its user."""

import http.client
import shutil
import socket
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.graph.cache import indexed
from kg.graph.index import Index, build

HOST: Final = "127.0.0.1"
PROGRAM: Final = "oxigraph"
PATIENCE: Final = 30
"""Seconds in which the server must answer, or end."""


@contextmanager
def endpoint(graph: Path, seconds: int) -> Iterator[int]:
    """The port on which Oxigraph answers queries on the graph, each within so many seconds, until the block ends.

    KgError if the graph cannot be read, or the server is not installed or does not start.
    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as scratch:
        index = _index(graph, Path(scratch))
        port = _free_port()
        limits = ["--timeout-s", str(seconds)]
        command = [program, "serve-read-only", "--location", str(index.store), "--bind", f"{HOST}:{port}", *limits]
        with (Path(scratch) / "log").open("w+", encoding="utf-8", errors="replace") as log:
            # a session of its own: Ctrl-C is for us, and the server ends after the last answer
            process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)  # noqa: S603
            try:
                if not _answers(process, port):
                    log.seek(0)
                    said = " ".join(log.read().split())
                    raise KgError(f"{program}: the server does not start: {said or 'it says nothing'}")
                yield port
            finally:
                _stop(process)


def _program() -> str:
    """Oxigraph's program, beside this Python or on the path."""
    beside = shutil.which(PROGRAM, path=sysconfig.get_path("scripts"))
    found = beside or shutil.which(PROGRAM)
    if found is None:
        raise KgError("kg serve needs Oxigraph's server: pip install 'govkg[serve]'")
    return found


def _index(graph: Path, scratch: Path) -> Index:
    """The kept index of the graph, or one for this time where none can be kept."""
    kept = indexed(graph)
    if kept is not None:
        return kept[1]
    index = Index(scratch / "index")
    build(graph, index)
    return index


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server comes to answer."""
    last = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < last:
        connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            connection.request("GET", "/query?query=ASK%7B%7D")
            return connection.getresponse().status == http.client.OK
        except ConnectionError:
            time.sleep(0.02)
        finally:
            connection.close()
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
