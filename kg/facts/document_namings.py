"""Every naming of a document in an article, with the date and the issuer that the text tells of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.facts.document_issuers import issuer_in_words, issuer_untold, issuers_elsewhere
from kg.facts.document_scene import Scene, scene_of
from kg.facts.document_words import Told, date_for_all, same_series, told
from kg.mentions.document_codes import Issuer
from kg.mentions.documents import DocumentMention
from kg.mentions.page import Page
from kg.model import Body, Passage, Place

_YEAR = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One naming of a document: where, and what the words around it tell."""

    scene: Scene
    mention: DocumentMention
    date: str | None
    bodies: tuple[Body, ...]
    """The issuers: told in words, or else by the number's code."""
    by_words: bool
    passages: tuple[Passage, ...]

    @property
    def when(self) -> str | None:
        """The year in the number, else that of the date."""
        return self.mention.year or (self.date[:_YEAR] if self.date else None)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of its issuers."""
        return tuple(body.place for body in self.bodies if body.place is not None)


def namings(page: Page) -> list[Named]:
    """Every naming of a document in an article, with what its sentence, the next one, or the whole article tells."""
    return with_issuers(_named(page), page)


def _named(page: Page) -> list[Named]:
    found: list[Named] = []
    begin = 0
    for index, parsed in enumerate(page.sentences):
        mentions = parsed.documents
        if not mentions and begin == len(found):
            continue
        scene = scene_of(index, parsed, mentions, page)
        begin = len(found) if mentions else begin
        for mention, words in zip(mentions, told(scene), strict=True):
            found.append(_read(scene, mention, words, found, page))
        for_all = date_for_all(scene)
        if for_all is not None:
            found[begin:] = [_dated(one, for_all, parsed.passage(page.article.id)) for one in found[begin:]]
        begin = begin if mentions else len(found)
    return found


def _dated(one: Named, date: str, passage: Passage) -> Named:
    return one if one.date else replace(one, date=date, passages=(*one.passages, passage))


def _read(scene: Scene, mention: DocumentMention, words: Told, before: Sequence[Named], page: Page) -> Named:
    """One naming; "of the same day" takes the date of the document before, and its issuer if the series is the same."""
    previous = next((one for one in reversed(before) if one.date), None) if words.same_day else None
    bodies = tuple(issuer_in_words(body, mention.issuer, page) for body in words.bodies)
    by_words = bool(bodies)
    if previous is not None and not bodies and same_series(previous.mention, mention):
        bodies, by_words = previous.bodies, previous.by_words
    bodies = bodies or issuer_untold(mention, page)
    date = words.date or (previous.date if previous else None)
    return Named(scene, mention, date, bodies, by_words, (scene.parsed.passage(page.article.id),))


def with_issuers(named: Sequence[Named], page: Page) -> list[Named]:
    """Namings of which only the code tells the issuer take the one that the article tells of others, or elsewhere."""
    sure = _told_in_words(named)
    elsewhere = issuers_elsewhere(page)
    found = []
    for one in named:
        body = (
            None if one.by_words else _of_series(one, sure) or elsewhere.issuer(one.mention, one.scene.parsed.sentence)
        )
        found.append(replace(one, bodies=body, by_words=True) if body else one)
    return found


def _told_in_words(named: Sequence[Named]) -> Mapping[tuple[str, Issuer], Mapping[str | None, tuple[Body, ...]]]:
    """The issuers told in words: type and code -> date -> issuers, the first telling of each date."""
    found: dict[tuple[str, Issuer], dict[str | None, tuple[Body, ...]]] = {}
    for one in named:
        if one.by_words and one.mention.issuer is not None:
            found.setdefault((one.mention.type, one.mention.issuer), {}).setdefault(one.date, one.bodies)
    return found


def _of_series(
    one: Named, sure: Mapping[tuple[str, Issuer], Mapping[str | None, tuple[Body, ...]]]
) -> tuple[Body, ...]:
    """The issuer of documents of the same series and day; where the code leaves it open, of the series if undated."""
    if one.mention.issuer is None:
        return ()
    by_date = sure.get((one.mention.type, one.mention.issuer), {})
    if one.date:
        return by_date.get(one.date, ())
    issuers = set(by_date.values()) if one.mention.issuer.words else set()
    return issuers.pop() if len(issuers) == 1 else ()
