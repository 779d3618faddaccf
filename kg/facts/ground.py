"""From the words for a body to the body: the level and the place that a sentence leaves out come from the article."""

from kg.mentions.bodies import BodyMention, kinds
from kg.mentions.page import Page
from kg.model import Body, Place

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
        field=mention.field,
        name=mention.number,
        local=page.article.id if code in _OF_AN_ARTICLE or (place is None and (fixed or level) != "central") else None,
    )


def _level(mention: BodyMention, code: str, near: BodyMention | None, page: Page) -> str | None:
    if mention.level:
        return mention.level
    if near is not None and near.level and near.level != "central":
        return near.level
    earlier = [
        other.level
        for other in page.bodies
        if other.kind == code and other.level and other.start < mention.start
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
    """The only commune of the article, else the only one that its sentence names."""
    everywhere: set[Place] = set()
    here: set[Place] = set()
    for parsed in page.sentences:
        inside = parsed.sentence.start <= mention.start < parsed.sentence.end
        named = [*parsed.bodies, *(title.body for title in parsed.titles if title.body is not None)]
        places = {body.place for body in named if body.place is not None and body.place.level == "commune"}
        everywhere |= places
        here |= places if inside else set()
    for places in (here, everywhere):
        if len(places) == 1:
            return next(iter(places))
    return None
