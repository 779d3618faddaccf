"""HTTP requests to a store: authentication by what it asks for, one clear line for whatever goes wrong."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from kg.errors import KgError

CONNECTING: Final = 10
"""Seconds to wait for a connection."""
ANSWERING: Final = 300
"""Seconds to wait for an answer: a store may think long about a large graph."""
LONGEST: Final = 200
"""Characters of what a store says that are shown."""


class Client:
    """One store's address and the account to use there."""

    def __init__(self, url: str, user: str | None = None, password: str | None = None) -> None:
        self.url = url
        self.user = user
        self.password = password
        self.session = requests.Session()
        self.session.headers["User-Agent"] = "kg"

    def send(
        self,
        method: str,
        *,
        params: Mapping[str, str] | None = None,
        body: bytes | Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        missing: bool = False,
    ) -> requests.Response:
        """The answer to a request; 404 is an answer where something may be missing.

        KgError if there is no answer, or the store refuses.
        """
        answer = self._sent(method, params, body, headers)
        if answer.status_code == requests.codes.unauthorized and self.session.auth is None:
            self.session.auth = self._account(answer)
            answer = self._sent(method, params, body, headers)
        if missing and answer.status_code == requests.codes.not_found:
            return answer
        if answer.is_redirect or not answer.ok:
            raise KgError(self._refusal(answer))
        return answer

    def _sent(
        self,
        method: str,
        params: Mapping[str, str] | None,
        body: bytes | Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
    ) -> requests.Response:
        try:
            return self.session.request(
                method,
                self.url,
                params=params,
                data=body,
                headers=headers,
                timeout=(CONNECTING, ANSWERING),
                allow_redirects=False,
            )
        except requests.Timeout as error:
            raise KgError(f"{self.url}: no answer in time; run again to go on") from error
        except requests.ConnectionError as error:
            raise KgError(f"{self.url}: no answer: {_cause(error)}; run again to go on") from error
        except requests.RequestException as error:
            raise KgError(f"{self.url}: {_line(str(error))}") from error

    def _account(self, answer: requests.Response) -> AuthBase:
        """The user's account, by the scheme that the store asks for."""
        asked = answer.headers.get("WWW-Authenticate", "")
        if self.user is None or self.password is None:
            raise KgError(f"{self.url}: asks who you are; give --user")
        if asked.lower().startswith("digest"):
            return HTTPDigestAuth(self.user, self.password)
        if asked.lower().startswith("basic"):
            return HTTPBasicAuth(self.user, self.password)
        raise KgError(f"{self.url}: asks for {asked.split(' ')[0] or 'no'} authentication; known: basic, digest")

    def _refusal(self, answer: requests.Response) -> str:
        if answer.status_code == requests.codes.unauthorized:
            return f"{self.url}: user {self.user!r} or the password is wrong"
        if answer.is_redirect:
            return f"{self.url}: has moved; give {answer.headers['Location']}"
        said = _line(answer.text) if not answer.headers.get("Content-Type", "").startswith("text/html") else ""
        return f"{self.url}: {answer.status_code} {answer.reason}" + (f": {said}" if said else "")


def encrypted(url: str) -> bool:
    """Whether a password goes to that address unread by others: over TLS, or not beyond this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or parts.hostname in ("127.0.0.1", "::1", "localhost")


def _line(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _cause(error: BaseException) -> str:
    """What the operating system says at the bottom of an error ("Connection refused"), else the error itself."""
    lowest: BaseException = error
    while (inner := _inner(lowest)) is not None:
        lowest = inner
    return lowest.strerror if isinstance(lowest, OSError) and lowest.strerror else _line(str(lowest))


def _inner(error: BaseException) -> BaseException | None:
    """What an error was raised for, as Python or urllib3 keeps it."""
    reason = getattr(error, "reason", None)
    if isinstance(reason, BaseException):
        return reason
    return error.__cause__ or error.__context__
