"""The indexes that are kept: which one belongs to a graph file, how much room they take, what can go.

The user's cache folder (`KG_CACHE_DIR` names another) holds `indexes/`, one for each content of a graph file, and
`files/`, which notes for each graph file what it looked like and the digest of its bytes. A file is the same while
its size, times and inode are, as git takes it; when one differs, its bytes are digested, a tenth of a
second for a million triples. So a file that was touched, copied or built again with the same content keeps its index.
"""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kg.errors import KgError
from kg.graph.index import FORMAT, Index, build, described, locked, opened
from kg.graph.read import readable

FOLDER: Final = "KG_CACHE_DIR"
"""The environment variable that names the folder for indexes."""
LIMIT: Final = 4 * 1024**3
"""Bytes that all indexes together may take; beyond, those not used for longest go."""
SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a file system surely gives a changed file another time than before."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An index on disk."""

    index: Index
    graph: str
    """The file it was built from."""
    triples: int
    size: int
    """Bytes."""


def folder() -> Path:
    """Where indexes are kept."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 - a graph in memory does without

    return user_cache_path("kg", appauthor=False)


def indexed(graph: Path) -> tuple[Store, Index] | None:
    """The store of a graph file by its index, built if need be; None, with a warning, if none can be kept here.

    KgError if the graph file cannot be read as Turtle, or changes meanwhile.
    """
    try:
        index = Index(folder() / "indexes" / f"{_digest(graph)}-{FORMAT}")
        store = opened(index)
        if store is None:
            stamp = _stamp(graph)
            build(graph, index)
            _check_unchanged(graph, stamp)
            _make_room(index)
            store = opened(index)
    except OSError as error:
        _warn(f"no index can be kept in {folder()}: {error}")
        return None
    if store is None:
        return None
    with suppress(OSError):
        os.utime(index.folder)  # the time of the last use
    return store, index


def _warn(text: str) -> None:
    import logging  # noqa: PLC0415 - takes longer to import than an index to open

    logging.getLogger(__name__).warning(text)


def _stamp(graph: Path) -> list[int]:
    with readable(graph):
        found = graph.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _check_unchanged(graph: Path, stamp: list[int]) -> None:
    if _stamp(graph) != stamp:
        raise KgError(f"{graph}: changed while it was read; ask again")


def _digest(graph: Path) -> str:
    """The digest of a graph file's bytes, computed only when the file looks different than last time."""
    stamp = _stamp(graph)
    note = folder() / "files" / f"{hashlib.sha256(os.fsencode(graph.resolve())).hexdigest()[:32]}.json"
    with suppress(OSError, ValueError, TypeError, KeyError):
        known = described(note)
        if known["stamp"] == stamp:
            return str(known["digest"])
    began = time.time_ns()
    with readable(graph), graph.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:32]
    _check_unchanged(graph, stamp)
    # a file written a moment ago may be written again and look the same
    if stamp[1] < began - SETTLED:
        _write(note, {"graph": str(graph.resolve()), "stamp": stamp, "digest": digest})
    return digest


def _write(note: Path, content: dict[str, object]) -> None:
    note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = note.with_name(f".{note.name}.{os.getpid()}.part")
    unfinished.write_text(json.dumps(content), encoding="utf-8")
    unfinished.replace(note)


def kept() -> list[Kept]:
    """The indexes on disk, the last used first."""
    found = sorted(_folders(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return [_kept(Index(path)) for path in found]


def _folders() -> Iterator[Path]:
    with suppress(FileNotFoundError):
        yield from (path for path in (folder() / "indexes").iterdir() if path.is_dir())


def _kept(index: Index) -> Kept:
    said: dict[str, object] = {}
    with suppress(OSError, ValueError, TypeError):
        said = described(index.description)
    size = sum(path.stat().st_size for path in index.folder.rglob("*") if path.is_file())
    triples = said.get("triples")
    return Kept(index, str(said.get("graph", "")), triples if isinstance(triples, int) else 0, size)


def _make_room(wanted: Index) -> None:
    """Remove what was not used for longest, and what is left of killed processes, until the rest is within LIMIT."""
    room = LIMIT
    for each in kept():
        room -= each.size
        unfinished = not each.index.description.exists()
        if each.index != wanted and (room < 0 or unfinished):
            _remove(each.index)


def _remove(index: Index) -> bool:
    """Remove an index unless another process is just building it."""
    try:
        with locked(Index(index.folder.with_name(index.folder.name.removesuffix(".part"))), seconds=0):
            shutil.rmtree(index.folder, ignore_errors=True)
    except OSError:
        return False
    return not index.folder.exists()


def clear() -> list[Kept]:
    """Remove all indexes and notes but those that another process is just building; what was removed."""
    gone = [each for each in kept() if _remove(each.index)]
    for note in (folder() / "files").glob("*.json"):
        note.unlink(missing_ok=True)
    return gone
