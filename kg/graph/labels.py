"""Labels of bodies, places, documents and meetings in five languages, composed by the templates of data/labels.toml.

Place names stand as Vietnamese writes them, in every language; templates put them where no case ending is needed.
"""

import re
import tomllib
from functools import cache
from typing import Any, Final

from kg.graph import vocabulary
from kg.home import PACKAGE
from kg.mentions.ordinals import roman
from kg.model import Body, Document, Meeting, Place

LANGUAGES: Final = ("vi", "en", "id", "ru", "pl")
OPTIONAL: Final = re.compile(r"\[([^\]]*)\]")
SLOT: Final = re.compile(r"\{(\w+)")
SETTLED: Final = {"place", "area", "committee"}

Slots = dict[str, str]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((PACKAGE / "data" / "labels.toml").read_text(encoding="utf-8"))


def _text(table: str, key: str, lang: str) -> str | None:
    """What a language's table has for a key, if anything."""
    found: str | None = _data()[lang].get(table, {}).get(key)
    return found


# ---------------------------------------------------------------- templates


def _slots(template: str) -> set[str]:
    return set(SLOT.findall(template))


def _fillable(template: str, slots: Slots) -> bool:
    """Whether every slot outside brackets has a value.

    >>> _fillable("{place} Department[ of {field}]", {"place": "Huế"}), _fillable("{place}", {})
    (True, False)
    """
    return _slots(OPTIONAL.sub("", template)) <= slots.keys()


def _fill(template: str, slots: Slots) -> str:
    """The template with its slots filled, bracketed parts without a value left out.

    >>> _fill("{type}[ of the {host}][, {date}]", {"type": "Conference", "date": "2025"})
    'Conference, 2025'
    """
    kept = OPTIONAL.sub(lambda part: part[1] if _slots(part[1]) <= slots.keys() else "", template)
    return kept.format_map(slots)


def _known(**slots: str | None) -> Slots:
    return {name: value for name, value in slots.items() if value}


# ---------------------------------------------------------------- places


def _unit(place: Place) -> str:
    """The key by which the tables know a unit: its type, or its level where the type is not known."""
    units: dict[str, str] = _data()["units"]
    return units.get(f"{place.level} {place.unit_type}") or units.get(place.unit_type) or place.level


def place_label(place: Place, lang: str = "vi") -> str:
    """A place with its type.

    >>> place_label(Place("Lạng Sơn", "province", "Tỉnh")), place_label(Place("Lộc Bình", "commune", "Xã"), "en")
    ('Tỉnh Lạng Sơn', 'Lộc Bình Commune')
    """
    if lang == "vi":
        return f"{place.unit_type} {place.name}".strip()
    return _fill(_data()[lang]["places"][_unit(place)], {"place": place.name})


def _area(place: Place, lang: str) -> str:
    return _fill(_data()[lang]["areas"][_unit(place)], {"place": place.name})


# ---------------------------------------------------------------- bodies


def body_label(body: Body, lang: str) -> str:
    """A body's name, as far as kind, level, place, field, parent and own name tell it.

    >>> body_label(Body("party-committee", "province", Place("Lạng Sơn", "province", "Tỉnh")), "en")
    'Lạng Sơn Provincial Party Committee'
    >>> body_label(Body("party-committee", "province"), "ru")
    'Партийный комитет провинции'
    """
    if body.kind == "other" and body.name:
        return body.name
    owner = _owner(body)
    slots = _body_slots(body, owner, lang)
    template = _kind_template(body, owner, slots, lang)
    kind = _named(_fill(template, slots), body.name, lang)
    if SETTLED & _slots(template):
        return kind
    if owner is not None:
        return _fill(_data()[lang]["owned"], {"kind": kind, "parent": body_label(owner, lang)})
    if "area" in slots:
        return _fill(_data()[lang]["placed"], {"kind": kind, "area": slots["area"]})
    return _at_its_level(kind, body.level, lang)


def _named(kind: str, name: str | None, lang: str) -> str:
    """The words for the kind with the body's own number or name behind them."""
    if not name:
        return kind
    return _fill(_data()[lang]["numbered" if name.isdigit() else "named"], {"kind": kind, "name": name})


def _at_its_level(kind: str, level: str | None, lang: str) -> str:
    words = _text("levels", level or "", lang)
    return _fill(_data()[lang]["bare"], {"kind": kind, "level": words}) if words else kind


def _owner(body: Body) -> Body | None:
    """The parent, where kind, level and place do not tell it anyway."""
    parent = body.parent
    if parent is None:
        return None
    same_seat = (parent.level, parent.place) == (body.level, body.place)
    plain = not (parent.name or parent.field or parent.parent)
    return None if same_seat and plain and parent.kind in _broader(body.kind) else parent


@cache
def _broader(kind: str) -> tuple[str, ...]:
    return vocabulary.broader("kind", kind)


def _body_slots(body: Body, owner: Body | None, lang: str) -> Slots:
    return _known(
        field=_field(body.field, lang) if body.field else None,
        place=body.place.name if body.place and owner is None else None,
        area=_area(body.place, lang) if body.place and owner is None else None,
        committee=_committee(body, owner, lang),
    )


def _committee(body: Body, owner: Body | None, lang: str) -> str | None:
    """The party committee that a commission, office or standing committee belongs to."""
    if "party-committee" not in _broader(body.kind):
        return None
    return body_label(owner or Body("party-committee", body.level, body.place), lang)


def _field(field: str, lang: str) -> str:
    return _text("fields", field, lang) or vocabulary.labels(f"field:{field}").get(lang, field)


def _kind_template(body: Body, owner: Body | None, slots: Slots, lang: str) -> str:
    """The first template that can be filled: for its field, its owner, its unit, its level, its kind."""
    unit = _unit(body.place) if body.place else body.level
    seats = ("owned",) if owner is not None else (unit, body.level)
    for key in (f"{body.kind} {body.field}", *(f"{body.kind} {seat}" for seat in seats), body.kind):
        template = _text("kinds", key, lang)
        if template is not None and _fillable(template, slots):
            return template
    return vocabulary.labels(f"kind:{body.kind}")[lang]


# ---------------------------------------------------------------- documents and meetings


def document_label(document: Document, lang: str) -> str:
    """A document by type and number, by its issuer, or by its title, with the place and the time that tell it apart.

    >>> document_label(Document("resolution", "18-NQ/TW"), "vi")
    'Nghị quyết số 18-NQ/TW'
    """
    issuer = body_label(document.issuer, lang) if document.issuer and not document.number else None
    place = document.place.name if document.place and not issuer else None
    counted = roman(document.ordinal) if document.ordinal and not document.when else None
    slots = _known(
        type=_type("document", document.type, lang),
        number=document.number,
        issuer=issuer,
        title=document.title,
        details=", ".join(part for part in (place, document.when, counted) if part),
    )
    pattern = next(
        name for name in ("document", "issued", "titled", "untitled") if _fillable(_data()[lang][name], slots)
    )
    return _fill(_data()[lang][pattern], slots)


def meeting_label(meeting: Meeting, lang: str) -> str:
    """A meeting by its kind with host and date; without a host by its place and the article's own words.

    >>> meeting_label(Meeting("working-session", "a-1", date="2025-11-03", host=Body("government")), "en")
    'Working session of the Government, 3 November 2025'
    """
    slots = _known(
        type=_type("meeting", meeting.type, lang),
        host=body_label(meeting.host, lang) if meeting.host else None,
        place=place_label(meeting.place, lang) if meeting.place and not meeting.host else None,
        area=_area(meeting.place, lang) if meeting.place and not meeting.host else None,
        words=meeting.label if not meeting.host else None,
        date=_date(meeting.date, lang) if meeting.date else None,
    )
    return _fill(_data()[lang]["meeting"], slots)


def _type(scheme: str, code: str, lang: str) -> str:
    """A type's name; "SCHEME CODE" in the table where two schemes share a code."""
    prefix = "doctype" if scheme == "document" else scheme
    own = _text("types", f"{scheme} {code}", lang) or _text("types", code, lang)
    return own or vocabulary.labels(f"{prefix}:{code}")[lang]


def _date(date: str, lang: str) -> str:
    """A date as exact as stated, as the language writes it.

    >>> _date("2025-10", "en"), _date("2025-10-27", "ru")
    ('October 2025', '27.10.2025')
    """
    forms = _data()[lang]["dates"]
    parts = dict(zip(("year", "month", "day"), (part.lstrip("0") for part in date.split("-")), strict=False))
    if "month" in parts and "months" in forms:
        parts["month_name"] = forms["months"][int(parts["month"]) - 1]
    pattern: str = forms[("year", "month", "day")[date.count("-")]]
    return pattern.format_map(parts)
