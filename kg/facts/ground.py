"""From the words for a body to the body: the level and the place that a sentence leaves out come from the article."""

from collections.abc import Callable, Iterator

from kg.mentions.bodies import BodyMention
from kg.mentions.kinds import LEVEL_WORDS, Kind, kind_of, kinds, leaders
from kg.mentions.page import Page
from kg.model import Body, Place

_OPENING = 3
_CITY = "Thành phố"
_PARTY_WORDS = frozenset({"party-committee", "party", "standing", "executive"})
_OF_AN_ARTICLE = {"working-group", "steering-committee", "other", "election-committee"}


def ground_body(mention: BodyMention, page: Page, kind: str | None = None, near: BodyMention | None = None) -> Body:
    """The body that a mention means.

    `kind` is the kind that a title's role implies where the words name none; `near` is another body named in the same
    breath, which lends its level and place: "Secretary of the Party Committee, Chairman of the Council of X commune".
    """
    code = mention.kind or kind or "other"
    row = _row(mention, code)
    near = None if row.apart else near
    own_name = code == "other" or "NAMED" in mention.atoms
    owner = _owner_row(mention, row)
    level = row.level or (owner.level if owner else None) or _level(mention, row, near, page)
    place = None if level == "central" else _place(mention, level, near, page, apart=row.apart)
    field = (mention.field or _field_elsewhere(mention, code, page)) if row.fielded else None
    return Body(
        kind=code,
        level=level,
        place=place,
        field=field,
        parent=_parent(mention, code, owner, level, place),
        name=mention.number or (page.article.text[mention.start : mention.end] if own_name else None),
        local=page.article.id if code in _OF_AN_ARTICLE or (place is None and level != "central") else None,
    )


def _row(mention: BodyMention, code: str) -> Kind:
    """The kind that the words name, or the first of that code where they name none."""
    own = kind_of(mention.atoms)
    return own if own is not None and own.code == code else next(row for row in kinds() if row.code == code)


def _owner_row(mention: BodyMention, row: Kind) -> Kind | None:
    """The kind of the body inside which a party committee works: "the police's Party Committee"."""
    return kind_of(mention.atoms - _PARTY_WORDS) if row.owned else None


def _parent(mention: BodyMention, code: str, owner: Kind | None, level: str | None, place: Place | None) -> Body | None:
    """The body that a party committee's words name with it; of its standing committee, that party committee."""
    if owner is None:
        return None
    body = Body(owner.code, level, place, mention.field if owner.fielded else None)
    return body if code == "party-committee" else Body("party-committee", level, place, parent=body)


def recalled(mention: BodyMention, base: str, page: Page) -> BodyMention | None:
    """The body last named with all the words of a mention that name none alone: "head of the delegation".

    `base` is the role of the title, which must be what such a body's first person is.
    """
    words = mention.atoms - LEVEL_WORDS
    earlier = [body for body in page.bodies if body.start < mention.start and body.kind is not None]
    return next(
        (
            body
            for body in reversed(earlier)
            if words and words <= body.atoms and body.kind is not None and leaders()[body.kind] == base
        ),
        None,
    )


def _field_elsewhere(mention: BodyMention, code: str, page: Page) -> str | None:
    """The field that the words leave out: of the only steering committee, or the department last named."""
    named = [body for body in page.bodies if body.kind == code and body.field]
    if "NAMED" in mention.atoms:
        return None
    if code == "steering-committee" and len({body.field for body in named}) == 1:
        return named[0].field
    earlier = [body.field for body in named if body.start < mention.start and code == "department"]
    return earlier[-1] if earlier else None


def _level(mention: BodyMention, row: Kind, near: BodyMention | None, page: Page) -> str | None:
    if mention.level or row.apart:
        return mention.level
    province = page.setting.province
    if "city" in mention.atoms and province is not None:
        city = province.unit_type == _CITY or _city_before(mention, page) is not None
        return "province" if city else "district"
    if near is not None and near.level and near.level != "central":
        return near.level
    earlier = [
        other.level for other in page.bodies if other.kind == row.code and other.level and other.start < mention.start
    ]
    local = [level for level in earlier if level != "central"]
    if row.usual or earlier:
        return row.usual or (local or earlier)[-1]
    return "province" if province is not None else None


def _city_before(mention: BodyMention, page: Page) -> Place | None:
    """The city with a province's rank that the article last named: "Delegasi Kota Can Tho …; Komite Partai Kota"."""
    earlier = [body.place for body in page.bodies if body.start < mention.start and "city" in body.atoms and body.place]
    cities = [place for place in earlier if place.unit_type == _CITY and place.level == "province"]
    return cities[-1] if cities else None


def _place(
    mention: BodyMention, level: str | None, near: BodyMention | None, page: Page, *, apart: bool
) -> Place | None:
    for source in (mention, near):
        if source is not None and source.place is not None and source.place.level == level:
            return source.place
    if "ELSEWHERE" in mention.atoms:
        return None
    if "city" in mention.atoms and level == "province":
        return _city_before(mention, page) or page.setting.province
    if level == "province":
        return page.setting.province
    if level == "commune" and not apart:
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
