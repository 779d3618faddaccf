"""Paths -> files with articles, and the text of a file."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.articles.draft import as_read
from kg.errors import InputError

TEXT = (".txt",)
HTML = (".html", ".htm")
RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
ENDINGS = (*TEXT, *HTML, *RECORDS)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def ends_in(path: Path, endings: tuple[str, ...]) -> bool:
    """Whether a file's name has one of the endings, in whatever case."""
    return path.name.lower().endswith(endings)


def article_id(path: Path) -> str:
    """The id of the article in a text or HTML file: the name without its ending."""
    return path.stem


def unreadable(place: Path | str, error: OSError) -> InputError:
    """What the operating system says against reading a file or folder, as an error for the user."""
    return InputError(f"{place}: {error.strerror or error}; allow reading it or leave it out")


def _in_folder(folder: Path, on_error: Callable[[InputError], None]) -> list[Path]:
    def report(error: OSError) -> None:
        on_error(unreadable(error.filename, error))

    found = [
        Path(where, name)
        for where, _, names in os.walk(folder, onerror=report)
        for name in names
        if not name.startswith(".") and ends_in(Path(name), ENDINGS)
    ]
    if not found:
        on_error(InputError(f"{folder}: no articles in this folder; files must end in {', '.join(ENDINGS)}"))
    return found


def _named(path: Path) -> Path:
    if not path.exists():
        raise InputError(f"{path}: no such file or folder; check the path")
    if not path.is_file():
        raise InputError(f"{path}: not a regular file; give a file or folder")
    if not ends_in(path, ENDINGS):
        raise InputError(f"{path}: unknown kind of file; its name must end in {', '.join(ENDINGS)}")
    return path


def article_files(paths: Iterable[Path], on_error: Callable[[InputError], None]) -> Iterator[Path]:
    """Every file that the paths name or hold, each once, sorted, so that the order of the paths does not matter."""
    found: dict[str, Path] = {}
    for path in paths:
        try:
            files = _in_folder(path, on_error) if path.is_dir() else [_named(path)]
        except InputError as error:
            on_error(error)
            continue
        except OSError as error:
            on_error(unreadable(path, error))
            continue
        for file in files:
            real = os.path.realpath(file)
            found[real] = min(file, found.get(real, file))
    yield from sorted(found.values())


def content(path: Path) -> bytes:
    """The bytes of a file that holds something; InputError for an empty or binary file."""
    raw = path.read_bytes()
    if not raw.strip():
        raise InputError(f"{path}: empty file; remove it or fill it")
    if raw.startswith(_UTF16):
        raise InputError(f"{path}: UTF-16 text; save the file as UTF-8")
    if b"\0" in raw:
        raise InputError(f"{path}: binary file (NUL at byte {raw.index(0)}); give the article as text")
    return raw


def text(path: Path) -> str:
    """The text of a file as read; InputError names the byte where it is no UTF-8."""
    try:
        return as_read(content(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: invalid UTF-8 at byte {error.start}; save the file as UTF-8") from error
