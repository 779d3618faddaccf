"""From the words for a body to the body: the level and the place that a sentence leaves out come from the article."""

from collections.abc import Callable, Iterator

from kg.mentions.bodies import BodyMention, kinds
from kg.mentions.page import Page
from kg.model import Body, Place

_OPENING = 3
_OF_AN_ARTICLE = {"working-group", "steering-committee", "other", "election-committee"}


def ground_body(mention: BodyMention, page: Page, kind: str | None = None, near: BodyMention | None = None) -> Body:
    """The body that a mention means.

    `kind` is the kind that a title's role implies where the words name none; `near` is another body named in the same
    breath, which lends its level and place: "Secretary of the Party Committee, Chairman of the Council of X commune".
    """
    code = mention.kind or kind or "other"
    level = _level(mention, code, near, page)
    place = _place(mention, level, near, page)
    fixed = next((row.level for row in kinds() if row.code == code and row.level), None)
    return Body(
        kind=code,
        level=fixed or level,
        place=None if (fixed or level) == "central" else place,
        field=mention.field or _field_before(mention, code, page),
        name=mention.number or (page.article.text[mention.start : mention.end] if code == "other" else None),
        local=page.article.id if code in _OF_AN_ARTICLE or (place is None and (fixed or level) != "central") else None,
    )


def _field_before(mention: BodyMention, code: str, page: Page) -> str | None:
    """The field of the department last named: "that department"."""
    if code != "department":
        return None
    earlier = [body.field for body in page.bodies if body.kind == code and body.field and body.start < mention.start]
    return earlier[-1] if earlier else None


def _level(mention: BodyMention, code: str, near: BodyMention | None, page: Page) -> str | None:
    if mention.level:
        return mention.level
    if near is not None and near.level and near.level != "central":
        return near.level
    earlier = [
        other.level for other in page.bodies if other.kind == code and other.level and other.start < mention.start
    ]
    if earlier:
        return earlier[-1]
    return "province" if page.setting.province is not None else None


def _place(mention: BodyMention, level: str | None, near: BodyMention | None, page: Page) -> Place | None:
    for source in (mention, near):
        if source is not None and source.place is not None and source.place.level == level:
            return source.place
    if level == "province":
        return page.setting.province
    if level == "commune":
        return _commune_in_focus(mention, page)
    return None


def _commune_in_focus(mention: BodyMention, page: Page) -> Place | None:
    """The only commune that the sentence names, else the only one of the article, else the only one of its opening."""
    communes = [
        [
            body.place
            for body in page.bodies
            if body.place is not None and body.place.level == "commune" and inside(body)
        ]
        for inside in _frames(mention, page)
    ]
    return next((places[0] for places in communes if len(set(places)) == 1), None)


def _frames(mention: BodyMention, page: Page) -> Iterator[Callable[[BodyMention], bool]]:
    sentences = [parsed.sentence for parsed in page.sentences]
    here = next((one for one in sentences if one.start <= mention.start < one.end), None)
    if here is not None:
        yield lambda body: here.start <= body.start < here.end
    yield lambda _: True
    opening = sentences[min(_OPENING, len(sentences)) - 1].end if sentences else 0
    yield lambda body: body.start < opening
