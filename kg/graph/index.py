"""An index on disk for the triples of one graph file: Oxigraph's store, the names of the nodes, a description.

It is built beside its place under a lock and renamed into it, so a reader never sees half of one. Its description says
what the files looked like when they were written; an index whose files look otherwise is not opened.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from sqlite3 import Error as CatalogueError
from typing import Final

import pyoxigraph as ox

from kg.graph import catalogue
from kg.graph.read import readable

FORMAT: Final = f"1-{ox.__version__}"
"""Another layout or another Oxigraph reads other indexes."""
BATCH: Final = 200_000
"""Triples held in memory while an index is built: about 300 MB."""
LASTING: Final = ("*.sst", "CURRENT", "MANIFEST-*")
"""The files of Oxigraph's that hold data; it writes its logs when it likes."""


@dataclass(frozen=True, slots=True)
class Index:
    """One index, whether built yet or not."""

    folder: Path

    @property
    def store(self) -> Path:
        """Oxigraph's folder."""
        return self.folder / "store"

    @property
    def catalogue(self) -> Path:
        """The names of the nodes."""
        return self.folder / "names.sqlite"

    @property
    def description(self) -> Path:
        """What the index holds and what its files look like."""
        return self.folder / "index.json"


def described(path: Path) -> dict[str, object]:
    """A JSON object from a file; OSError, ValueError or TypeError if there is none."""
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise TypeError(f"{path}: no description")
    return found


def sound(index: Index) -> bool:
    """Whether the index is there and its files are as they were written."""
    try:
        return described(index.description).get("files") == _files(index)
    except (OSError, ValueError, TypeError):
        return False


def _files(index: Index) -> dict[str, list[int]]:
    """Size and time of each file that holds data."""
    files = [path for pattern in LASTING for path in index.store.glob(pattern)]
    stats = ((path.name, path.stat()) for path in sorted([*files, index.catalogue]))
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats}


def opened(index: Index) -> ox.Store | None:
    """The store of an index; None if it is not there, not as it was written, or does not open."""
    if not sound(index):
        return None
    try:
        return ox.Store.read_only(str(index.store))
    except (OSError, RuntimeError):
        index.description.unlink(missing_ok=True)
        return None


def build(graph: Path, index: Index) -> None:
    """Build the index of a graph file, unless another process has just done so.

    KgError if the file cannot be read as Turtle, OSError if the index cannot be written.
    """
    index.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = Index(index.folder.with_name(f"{index.folder.name}.part"))
    with locked(index):
        if sound(index):
            return
        try:
            for folder in (index.folder, unfinished.folder):
                shutil.rmtree(folder, ignore_errors=True)
            _fill(graph, unfinished)
            unfinished.folder.replace(index.folder)
        except (CatalogueError, RuntimeError) as error:  # a full disk, as SQLite and RocksDB say it
            raise OSError(str(error)) from error
        finally:
            shutil.rmtree(unfinished.folder, ignore_errors=True)


def _fill(graph: Path, index: Index) -> None:
    index.folder.mkdir(mode=0o700)
    store = ox.Store(str(index.store))
    for batch in _batches(graph):
        store.bulk_extend(batch)
    catalogue.write(store, index.catalogue)
    description: dict[str, object] = {"graph": str(graph.resolve()), "triples": len(store)}
    del store  # closes its files, so that what is noted of them is final
    index.description.write_text(json.dumps({**description, "files": _files(index)}), encoding="utf-8")


def _batches(graph: Path) -> Iterator[list[ox.Quad]]:
    with readable(graph):
        quads = ox.parse(path=str(graph), format=ox.RdfFormat.TURTLE)
        batch = list(islice(quads, BATCH))
    while batch:
        yield batch
        with readable(graph):
            batch = list(islice(quads, BATCH))


@contextmanager
def locked(index: Index, seconds: float = -1) -> Iterator[None]:
    """Keep other processes from building the index; TimeoutError if another builds it for longer (-1: wait)."""
    from filelock import FileLock  # noqa: PLC0415 - slow to import, and an index is built once

    with FileLock(f"{index.folder}.lock", timeout=seconds):
        yield
