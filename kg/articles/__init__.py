"""Files, HTML pages, JSON Lines and folders of these -> Articles.

    files    paths -> files, bytes -> text as read
    records  JSON Lines -> Drafts
    html     a page -> Draft
    tail     text -> address, publisher, date, headline
    draft    Draft -> Article

What cannot be read is reported in one line that names file, place and way out; the rest is read.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.articles import files, records
from kg.articles.draft import Draft, article
from kg.errors import InputError
from kg.model import Article

OnError = Callable[[InputError], None]


def _drafts(path: Path, on_error: OnError) -> Iterator[Draft]:
    if files.ends_in(path, files.RECORDS):
        yield from records.drafts(path, on_error)
    elif files.ends_in(path, files.HTML):
        from kg.articles.html import page  # noqa: PLC0415  costs its import only where there is a page

        yield page(path)
    else:
        yield Draft(where=str(path), id=files.article_id(path), text=files.text(path))


def _drafts_or_report(path: Path, on_error: OnError) -> Iterator[Draft]:
    try:
        yield from _drafts(path, on_error)
    except InputError as error:
        on_error(error)
    except OSError as error:
        on_error(files.unreadable(path, error))


def _in_one_line(on_error: OnError) -> OnError:
    """Report as `on_error` does, line breaks and the like in a file's name written as escapes."""

    def report(error: InputError) -> None:
        message = str(error)
        shown = (one if one.isprintable() else one.encode("unicode_escape").decode() for one in message)
        on_error(error if message.isprintable() else InputError("".join(shown)))

    return report


def _seen_before(draft: Draft, seen: dict[str, tuple[bytes, str]]) -> bool:
    """Whether this article was read already; InputError if another text was read under its id."""
    digest = hashlib.sha256(draft.text.encode()).digest()
    known, where = seen.setdefault(draft.id, (digest, draft.where))
    if known != digest:
        raise InputError(f"{draft.where}: id {draft.id!r} is that of {where} too, with another text; rename one")
    return where != draft.where


def read(paths: Iterable[Path], on_error: OnError) -> Iterator[Article]:
    """The articles of files and folders, in the order of the files' names; what cannot be read goes to `on_error`.

    Two inputs with one id and one text are read once; with different texts the later one is an error.
    """
    seen: dict[str, tuple[bytes, str]] = {}
    report = _in_one_line(on_error)
    for path in files.article_files(paths, report):
        for draft in _drafts_or_report(path, report):
            try:
                found = article(draft)
                if not _seen_before(draft, seen):
                    yield found
            except InputError as error:
                report(error)
