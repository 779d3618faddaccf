"""What a reader of any format hands over, and how an Article is made of it."""

from dataclasses import dataclass

from kg.articles.tail import read_tail
from kg.errors import InputError
from kg.model import Article
from kg.text.language import recognise, recognised


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what its file or record tells of it; `where` names file and line for messages."""

    where: str
    id: str
    text: str
    language: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    headline: str | None = None


def as_read(text: str) -> str:
    r"""The text without byte-order mark and with `\n` as the only line end; nothing else changes.

    >>> as_read("\ufeffone\r\ntwo\rthree")
    'one\ntwo\nthree'
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_unreadable(draft: Draft) -> None:
    if not draft.text.strip():
        raise InputError(f"{draft.where}: no text; remove it or fill it")
    if "\0" in draft.text:
        raise InputError(f"{draft.where}: NUL at character {draft.text.index(chr(0))}; give the article as text")
    for name, value in (("id", draft.id), ("text", draft.text)):
        broken = next((at for at, character in enumerate(value) if "\ud800" <= character <= "\udfff"), None)
        if broken is not None:
            raise InputError(f"{draft.where}: {name} is not Unicode at character {broken} (surrogate); write UTF-8")


def _language(draft: Draft) -> str:
    known = recognised()
    choice = f"one of {', '.join(known)}"
    if draft.language is None:
        found = recognise(draft.text)
        if found is None:
            raise InputError(f"{draft.where}: the language is not {choice}, or there is too little text to tell")
        return found
    code = draft.language.replace("_", "-").partition("-")[0].lower()
    if code not in known:
        raise InputError(f"{draft.where}: language {draft.language!r} is not supported; it must be {choice}")
    return code


def article(draft: Draft) -> Article:
    """The Article: what file or record tell goes before what the text's own tail tells; InputError if it is none."""
    _refuse_unreadable(draft)
    language = _language(draft)
    tail = read_tail(draft.text, draft.url)
    return Article(
        id=draft.id,
        text=draft.text,
        language=language,
        url=tail.url,
        published=draft.published or tail.published,
        publisher=tail.publisher or draft.publisher,
        headline=draft.headline or tail.headline,
        based_on=tail.based_on,
    )
