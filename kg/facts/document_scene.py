"""A sentence as the readers of documents see it: its documents, dates, bodies, and who can have issued what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.mentions.bodies import BodyMention
from kg.mentions.dates import DateMention
from kg.mentions.documents import DocumentMention
from kg.mentions.page import Page, Parsed
from kg.mentions.titles import TitleMention


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the documents, dates and bodies that it names."""

    index: int
    parsed: Parsed
    documents: tuple[DocumentMention, ...]
    dates: Mapping[int, DateMention]
    """By the item at which they begin."""
    bodies: Mapping[int, BodyMention]
    """By the item at which they, or the titles that name them, begin."""
    titled: frozenset[int]
    """Where a title names the body."""
    names: Mapping[int, int]
    """The items at which people's names begin, each with the item behind it."""
    free_order: bool = False
    """Whether the language lets the subject follow its verb: "Uchwałę nr 5 przyjęła Rada Ludowa"."""


def scene_of(index: int, parsed: Parsed, documents: tuple[DocumentMention, ...], page: Page) -> Scene:
    """A sentence with what it names."""
    named = [*parsed.bodies, *(_body_of(title) for title in parsed.titles)]
    bodies = [_behind_number(body, documents) for body in named if body is not None and body.kind is not None]
    return Scene(
        index,
        parsed,
        documents,
        {date.first: date for date in parsed.dates},
        {body.first: body for body in bodies},
        frozenset(title.first for title in parsed.titles),
        {name.first: name.last for name in parsed.names},
        free_order=bool(page.setting.lexicon.settings.get("free_word_order")),
    )


def _behind_number(body: BodyMention, documents: Sequence[DocumentMention]) -> BodyMention:
    """A body whose words seem to open with a document's number, as with an ordinal: "57, 59 и [68 Политбюро]"."""
    inside = (document.last for document in documents if document.at <= body.first < document.last < body.last)
    first = next(inside, None)
    return body if first is None else replace(body, first=first)


def _body_of(title: TitleMention) -> BodyMention | None:
    """The body that a title speaks for: the Prime Minister's decisions are the government's."""
    kind = title.body.kind if title.body and title.body.kind else title.default_kind()
    if title.body is not None:
        return replace(title.body, first=title.first, last=title.last, kind=kind)
    if title.base not in ("prime-minister", "president") or title.deputy:
        return None
    return BodyMention(title.first, title.last, title.start, title.end, kind, "central", None, None, None, frozenset())


def fits(body: BodyMention, mention: DocumentMention) -> bool:
    """Whether a body can be the issuer that the number's code tells."""
    return mention.issuer is None or mention.issuer.may_be(kind_as_issuer(body), body.level)


def kind_as_issuer(body: BodyMention) -> str:
    """The kind of body that issues: the party's centre is its central committee."""
    if body.kind == "party-committee" and body.level == "central":
        return "central-committee"
    return body.kind or "other"
