"""Triples -> one Turtle file, all of it or nothing."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, serialize

from kg.errors import KgError
from kg.graph.terms import PREFIXES


def write(triples: Iterable[Triple], path: Path) -> None:
    """Write the triples in the order given; an earlier file stays as it is until the new one is whole."""
    with whole(path) as file:
        _write_turtle(file, triples)


@contextmanager
def whole(path: Path, option: str = "-o") -> Iterator[BinaryIO]:
    """A file to write, put in its place when all is written; an earlier one stays till then, and on errors.

    KgError, naming the option that chooses another place, if it cannot be written.
    """
    check_writable(path, option)
    target = path.resolve()
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise KgError(f"{path}: cannot be written: {error.strerror}; choose another output with {option}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder for a graph if it is not there; KgError if that cannot be done."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder}: no such folder can be made: {error.strerror}; name a file with -o") from error


def check_writable(path: Path, option: str = "-o") -> None:
    """KgError if a graph cannot be written there for a reason that shows before the work begins."""
    if str(path) == "-":
        raise KgError(f"-: cannot be standard output; name a file with {option}")
    if path.exists() and not path.is_file():
        raise KgError(f"{path}: is no regular file; choose another output with {option}")
    if not path.parent.is_dir():
        raise KgError(f"{path}: there is no folder {path.parent}; create it or choose another output with {option}")
    if not os.access(path.parent, os.W_OK):
        raise KgError(f"{path}: the folder {path.parent} is not writable; choose another output with {option}")


def _write_turtle(file: BinaryIO, triples: Iterable[Triple]) -> None:
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    lines = turtle.splitlines(keepends=True)[: len(PREFIXES)]
    file.writelines(sorted(lines))  # the serializer gives prefixes in no order that it promises
    file.write(memoryview(turtle)[sum(map(len, lines)) :])
