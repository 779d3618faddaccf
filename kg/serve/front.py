"""What answers on the port that the user knows: the page's files, and Oxigraph's answers to queries."""

import http.client
import shutil
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from kg.errors import KgError
from kg.queries.own import keywords
from kg.serve.endpoint import HOST, endpoint
from kg.serve.page import File, files

QUERY: Final = ("/query", "/sparql")
"""Where the endpoint answers; many clients expect the second."""
LARGEST: Final = 1_000_000
"""Bytes of a query."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FORWARDED: Final = ("Accept", "Content-Type")
RETURNED: Final = ("Content-Type",)


class Front(ThreadingHTTPServer):
    """A server on a port of the loopback, before Oxigraph's."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, pages: Mapping[str, File]) -> None:
        self.pages = pages
        self.behind = 0
        """Oxigraph's port."""
        try:
            super().__init__((HOST, port), Request)
        except OSError as error:
            raise KgError(f"port {port}: {error.strerror}; choose another with --port") from error
        self.names = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that goes away before its answer is whole."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.server_port}/"


class Request(BaseHTTPRequestHandler):
    """One request: for a file of the page, or a query."""

    server: Front
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        """A file of the page, or a query in the address."""
        path = urlsplit(self.path).path
        if not self._from_here():
            self._refuse(HTTPStatus.FORBIDDEN, "only for this machine's programs and the page served here")
        elif path in QUERY:
            self._forward(b"")
        elif path in self.server.pages:
            self._send(self.server.pages[path])
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "nothing here: / is the page, /query the endpoint")

    def do_HEAD(self) -> None:
        """The headers that GET gives."""
        self.do_GET()

    def do_POST(self) -> None:
        """A query in the body."""
        if not self._from_here():
            self._refuse(HTTPStatus.FORBIDDEN, "only for this machine's programs and the page served here")
        elif urlsplit(self.path).path not in QUERY:
            self._refuse(HTTPStatus.FORBIDDEN, "read-only: POST a query to /query")
        else:
            size = self.headers.get("Content-Length", "")
            if size.isdecimal() and int(size) <= LARGEST:
                self._forward(self.rfile.read(int(size)))
            else:
                self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a query has at most {LARGEST:,} bytes")

    def _from_here(self) -> bool:
        """Whether no other web page sent it: a browser tells whose page asks, and under which name."""
        origin = self.headers.get("Origin")
        own = origin is None or origin.removeprefix("http://") in self.server.names
        foreign = self.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
        return own and not foreign and self.headers.get("Host") in self.server.names

    def _forward(self, body: bytes) -> None:
        if "SERVICE" in keywords(self._asked(body)):
            self._refuse(HTTPStatus.BAD_REQUEST, "SERVICE reaches out of the graph, which is not allowed")
            return
        headers = {name: self.headers[name] for name in FORWARDED if name in self.headers}
        query = urlsplit(self.path).query
        behind = http.client.HTTPConnection(HOST, self.server.behind)
        try:
            behind.request(self.command, f"/query?{query}" if query else "/query", body or None, headers)
            answer = behind.getresponse()
        except OSError as error:
            self._refuse(HTTPStatus.BAD_GATEWAY, f"Oxigraph's server is gone: {error}")
            return
        self.send_response(answer.status)
        for name in RETURNED:
            if answer.getheader(name):
                self.send_header(name, str(answer.getheader(name)))
        self.end_headers()
        shutil.copyfileobj(answer, self.wfile)
        behind.close()

    def _asked(self, body: bytes) -> str:
        """The text of the query, in the address, in a form or as it stands."""
        told = body.decode("utf-8", "replace")
        form = told if "form-urlencoded" in self.headers.get("Content-Type", "") else ""
        fields = [parse_qs(text).get("query", []) for text in (urlsplit(self.path).query, form)]
        return "\n".join([*fields[0], *fields[1], "" if form else told])

    def _send(self, file: File, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", file.media_type)
        self.send_header("Content-Length", str(len(file.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(file.content)

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self._send(File("text/plain; charset=utf-8", f"{why}\n".encode()), status)

    def end_headers(self) -> None:
        """Close the headers with those that every answer has."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


def serve(graph: Path, port: int, seconds: int, tell: Callable[[str], None]) -> None:
    """Answer queries on a graph file until interrupted, each within so many seconds; `tell` is given the address.

    KgError if the graph cannot be read, the port is taken, or Oxigraph's server is missing or does not start.
    """
    with Front(port, files(graph)) as front, endpoint(graph, seconds) as behind:
        front.behind = behind
        tell(front.address)
        front.serve_forever()
