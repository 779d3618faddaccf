"""The bodies that issue documents: told in words, by a number's code, or elsewhere in the article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.facts.document_scene import Scene, fits, kind_as_issuer, scene_of
from kg.facts.ground import ground_body
from kg.mentions.bodies import BodyMention
from kg.mentions.document_codes import Issuer, codes
from kg.mentions.documents import DocumentMention
from kg.mentions.page import Page
from kg.model import Body, Sentence

_TOLD_APART_BY_FIELD = ("steering-committee",)


def issuer_in_words(body: BodyMention, code: Issuer | None, page: Page) -> Body:
    """The issuer that words name; the level and the field that they leave out are the code's."""
    if code is None:
        return _ground(body, page)
    level = code.level if body.level is None and not code.levels else body.level
    field = body.field or (code.field if body.kind == code.kind else None)
    return _ground(replace(body, level=level, field=field), page)


def issuer_untold(mention: DocumentMention, page: Page) -> tuple[Body, ...]:
    """The issuer that no words tell: the number's code does, or the type is of one body only."""
    code, sole = mention.issuer, codes().sole_issuer.get(mention.type)
    if code is not None:
        return (_unnamed(mention, code.kind, _level(code, page), code.field or _only_field(code, page), page),)
    return (_unnamed(mention, sole, "central", None, page),) if sole is not None else ()


def _unnamed(mention: DocumentMention, kind: str, level: str | None, field: str | None, page: Page) -> Body:
    first, last, start, end = mention.first, mention.last, mention.start, mention.end
    return _ground(BodyMention(first, last, start, end, kind, level, None, field, None, frozenset()), page)


def _ground(body: BodyMention, page: Page) -> Body:
    return ground_body(replace(body, kind=kind_as_issuer(body)), page)


def _level(code: Issuer, page: Page) -> str | None:
    """The level of a code that several levels use: the only one of such bodies in the article, else the usual one."""
    told = {body.level for body in page.bodies if body.kind == code.kind and body.level in code.levels}
    return told.pop() if len(told) == 1 else code.level


def _only_field(code: Issuer, page: Page) -> str | None:
    """The field of the only steering committee of that level that the article names."""
    if code.kind not in _TOLD_APART_BY_FIELD:
        return None
    fields = {body.field for body in page.bodies if body.field and code.may_be(body.kind or "other", body.level)}
    return fields.pop() if len(fields) == 1 else None


# ---------------------------------------------------------------- told elsewhere


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Whose documents an article is about, by their type: "the decisions of the Standing Committee"."""

    page: Page
    bodies: Mapping[str, tuple[BodyMention, ...]]

    def issuer(self, mention: DocumentMention, sentence: Sentence) -> tuple[Body, ...]:
        """The only body told elsewhere that the number leaves open as its issuer.

        Of digits without a code only those are said before them in their sentence: "four resolutions of the Politburo
        (Resolution 57, Resolution 59 …)".
        """
        code = mention.issuer
        spoken = self.bodies.get(mention.type, ())
        if code is None:
            fitting = [body for body in spoken if sentence.start <= body.start < mention.start] if mention.bare else []
        else:
            fitting = [body for body in spoken if body.kind in code.words and fits(body, mention)]
        issuers = dict.fromkeys(issuer_in_words(body, code, self.page) for body in fitting)
        return tuple(issuers) if len(issuers) == 1 else ()


def issuers_elsewhere(page: Page) -> Elsewhere:
    """The bodies whose documents, of which type, an article speaks of without a number."""
    found: dict[str, list[BodyMention]] = {}
    for index, parsed in enumerate(page.sentences):
        if not parsed.items.where("doctypes"):
            continue
        for document_type, body in _spoken_of(scene_of(index, parsed, (), page)):
            found.setdefault(document_type, []).append(body)
    return Elsewhere(page, {document_type: tuple(bodies) for document_type, bodies in found.items()})


def _spoken_of(scene: Scene) -> Iterator[tuple[str, BodyMention]]:
    """A type word with the body behind it; else with the body that holds a meeting about such documents."""
    items = scene.parsed.items
    held = items.where("markers:holds")
    hosts = [body for at, body in scene.bodies.items() if held and body.last <= held[0] and at not in scene.titled]
    for at in items.where("doctypes"):
        for document_type in items[at].codes("doctypes"):
            behind = _behind(scene, at + 1)
            if behind is not None:
                yield document_type, behind
            elif hosts and held[0] < at:
                yield document_type, hosts[-1]


def _behind(scene: Scene, at: int) -> BodyMention | None:
    """The body that begins at an item, or behind a preposition."""
    items = scene.parsed.items
    while at < len(items) and (items[at].has("glue:of") or items[at].has("glue:article")):
        at += 1
    return scene.bodies.get(at)
