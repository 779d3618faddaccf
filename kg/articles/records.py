"""JSON Lines -> Drafts: one article a line, `{"id", "text", "url"?, "date"?, "lang"?}`, plain or gzip."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kg.articles.dates import date_in_record
from kg.articles.draft import Draft, as_read
from kg.articles.tail import clean_url
from kg.errors import InputError

_NO_URL = "no web address; write https://… or leave it out"
_NO_DATE = "no date; write 2025-10-27, 2025-10 or 2025"


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with their numbers, from 1; InputError where a gzip file breaks off."""
    number = 0
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            for number, line in enumerate(file, 1):
                yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{path}:{number + 1}: gzip data broken ({error}); get the file anew") from error


def _decoded(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: invalid UTF-8 at byte {error.start} of the line; save the file as UTF-8") from error


def _record(raw: bytes, where: str) -> Mapping[str, object] | None:
    """The record of a line, None for an empty line."""
    text = _decoded(raw, where)
    if not text:
        return None
    try:
        record: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON at column {error.colno} ({error.msg}); write one record a line") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: not a record ({error}); write one record a line") from error
    if not isinstance(record, dict):
        raise InputError(f'{where}: not a record; write {{"id": "…", "text": "…"}}')
    return record


def _needed(record: Mapping[str, object], key: str, where: str) -> str:
    value = _optional(record, key, where)
    if value is None or not value.strip():
        raise InputError(f'{where}: no "{key}"; a record needs "id" and "text"')
    return value


def _optional(record: Mapping[str, object], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'{where}: "{key}" is {type(value).__name__}, not a string; put it in quotes')
    return value or None


def _read(
    record: Mapping[str, object], key: str, where: str, reader: Callable[[str], str | None], fault: str
) -> str | None:
    """What a reader makes of an optional string; InputError with the fault where it makes nothing of it."""
    given = _optional(record, key, where)
    read = reader(given) if given is not None else None
    if given is not None and read is None:
        raise InputError(f'{where}: "{key}" {given!r} is {fault}')
    return read


def draft(raw: bytes, where: str) -> Draft | None:
    """The article of one line, None for an empty line; InputError names what is wrong with it."""
    record = _record(raw, where)
    if record is None:
        return None
    return Draft(
        where=where,
        id=_needed(record, "id", where).strip(),
        text=as_read(_needed(record, "text", where)),
        language=_optional(record, "lang", where),
        url=_read(record, "url", where, clean_url, _NO_URL),
        published=_read(record, "date", where, date_in_record, _NO_DATE),
    )


def drafts(path: Path, on_error: Callable[[InputError], None]) -> Iterator[Draft]:
    """The articles of a file; a bad line goes to `on_error` and the next is read."""
    blank = True
    for number, raw in _lines(path):
        where = f"{path}:{number}"
        if b"\0" in raw:
            raise InputError(f"{where}: NUL byte, not JSON Lines; give UTF-8 text, one record a line")
        try:
            found = draft(raw, where)
        except InputError as error:
            blank = False
            on_error(error)
            continue
        if found is not None:
            blank = False
            yield found
    if blank:
        raise InputError(f"{path}: empty file; remove it or fill it")
