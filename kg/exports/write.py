"""An exported graph on disk, whole or not at all: a file, a folder, a zip file; or on standard output."""

import io
import zipfile
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import KgError
from kg.exports.base import Files, Source
from kg.exports.registry import Format
from kg.graph.write import whole

NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The date in a zip file, which cannot do without: the earliest that it can hold."""


def export(form: Format, source: Source, output: Path) -> None:
    """Write a graph in a format to a file or folder; what stood there before stays as it is until all is written."""
    if output.exists() and source.path.exists() and output.samefile(source.path):
        raise KgError(f"{output}: is the graph itself; choose another output with -o")
    if form.folder and output.suffix != ".zip":
        _write_folder(form.files(source), output)
        return
    with whole(output) as file:
        write_to(file, form, source)


def write_to(file: BinaryIO, form: Format, source: Source) -> None:
    """Write a graph in a format to an open file, a folder as a zip file."""
    if form.folder:
        file.write(_zipped(form.files(source)))
        return
    file.writelines(form.content(source))


def _write_folder(files: Files, folder: Path) -> None:
    """Write all files under other names, then put all in their places; a folder made in vain is taken away."""
    new = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder}: no such folder can be made: {error.strerror}; choose another with -o") from error
    try:
        with ExitStack() as unfinished:
            for name, content in files:
                unfinished.enter_context(whole(folder / name)).writelines(content)
    except BaseException:
        if new:
            folder.rmdir()
        raise


def _zipped(files: Files) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), b"".join(content), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
