"""Whether a fact of the graph is the one that a gold file tells."""

from collections.abc import Callable, Mapping
from typing import Any

from kg.evaluation.found import Found, FoundBody
from kg.evaluation.gold import Gold
from kg.evaluation.yardstick import amount, fold, number_key, place_keys, unit_key, yardstick

_CLOSE = 1e-9
BodyTold = Mapping[str, Any] | None


def same(gold: Gold, fact: Found, text: str) -> bool:
    """Whether a fact of the article with that text says what gold says."""
    return gold.kind == fact.kind and MATCHERS[gold.kind](gold, fact, text)


def same_person(gold: Gold, fact: Found) -> bool:
    """Whether the person bears one of the spellings that gold accepts."""
    return fact.person is not None and not gold.names.isdisjoint(fact.person.names)


def same_topic(gold: Gold, fact: Found) -> bool:
    """Whether a fact speaks of what gold speaks of, whatever it says of it: the person, the number, the amount."""
    if "person" in gold.told:
        return same_person(gold, fact)
    if gold.kind == "document":
        return number_key(gold.told["number"]) in fact.numbers
    if gold.kind == "measure":
        return _same_amount(gold, fact)
    return gold.kind == "meeting" or _quoted(gold, fact)


def outdone(gold: Gold, fact: Found) -> bool:
    """Whether a fact gives a person a weaker part than gold does, which is true as well."""
    strength = yardstick().strength
    if gold.kind != "takes-part" or not same_person(gold, fact):
        return False
    strongest = max(strength.values())
    return strength.get(fact.code or "", strongest) < strength.get(gold.told["part"], strongest)


# ---------------------------------------------------------------- bodies


def _same_body(told: BodyTold, body: FoundBody, text: str) -> bool:
    """Kind, level, field and place, as far as gold tells them."""
    if not told:
        return True
    if not _one_kind(told.get("body"), body.kind, yardstick().one_committee):
        return False
    if told.get("level") and told["level"] != body.level:
        return False
    if told.get("field") in yardstick().fields and told["field"] != body.field:
        return False
    if told.get("place"):
        return not place_keys(told["place"]).isdisjoint(body.places)
    return _place_named(body, text)


def _one_kind(told: str | None, kind: str | None, group: frozenset[str]) -> bool:
    return told == kind or {told, kind} <= group


def _place_named(body: FoundBody, text: str) -> bool:
    """Where gold leaves the place open, only one that the text names will do."""
    if not body.places:
        return True
    plain, joined = text.lower(), fold(text).replace(" ", "")
    return any(key in joined for key in body.places) or any(name in plain for name in body.spellings)


def _same_issuer(told: BodyTold, fact: Found, text: str) -> bool:
    if not told:
        return True
    if len(fact.issuers) > yardstick().most_issuers:
        return False
    if told.get("level") == "central":
        return any(_one_kind(told["body"], body.kind, yardstick().one_centre) for body in fact.issuers)
    return any(_same_body(told, body, text) for body in fact.issuers)


def _same_decider(told: BodyTold, body: FoundBody | None) -> bool:
    if not told or body is None:
        return True
    return _one_kind(told["body"], body.kind, yardstick().one_committee | yardstick().one_centre)


# ---------------------------------------------------------------- one matcher for each type of fact


def _same_tenure(gold: Gold, fact: Found, text: str) -> bool:
    status = "former" if gold.told.get("former") else "current"
    return (
        same_person(gold, fact)
        and gold.told["role"] == fact.role
        and fact.status == {status}
        and _same_body(gold.told["body"], fact.body, text)
    )


def _same_document(gold: Gold, fact: Found, text: str) -> bool:
    date = gold.told.get("date")
    return (
        number_key(gold.told["number"]) in fact.numbers
        and fact.types == {gold.told["type"]}
        and (fact.dates == {date} if date else len(fact.dates) <= 1)
        and _same_issuer(gold.told.get("issuer"), fact, text)
    )


def _same_part(gold: Gold, fact: Found, _: str) -> bool:
    return same_person(gold, fact) and fact.code in (gold.told["part"], *gold.told.get("also", ()))


def _same_measure(gold: Gold, fact: Found, _: str) -> bool:
    return _same_amount(gold, fact) and unit_key(gold.told["unit"]) == fact.unit


def _same_amount(gold: Gold, fact: Found) -> bool:
    left, right = abs(amount(float(gold.told["value"]), gold.told["unit"])), abs(fact.value)
    return abs(left - right) <= _CLOSE * max(left, right)


def _same_instruction(gold: Gold, fact: Found, _: str) -> bool:
    return same_person(gold, fact) and _quoted(gold, fact)


def _quoted(gold: Gold, fact: Found) -> bool:
    wanted = fold(gold.told["quote"])
    return any(wanted in fold(passage.exact) for passage in fact.passages)


def _same_act(gold: Gold, fact: Found, text: str) -> bool:
    return (
        same_person(gold, fact)
        and gold.told["act"] == fact.code
        and gold.told.get("role") in (None, fact.role)
        and _same_body(gold.told.get("body"), fact.body, text)
        and _same_decider(gold.told.get("by"), fact.by)
    )


def _same_meeting(gold: Gold, fact: Found, _: str) -> bool:
    return bool(gold.told["kind"] == fact.code)


def _same_review(gold: Gold, fact: Found, _: str) -> bool:
    return _quoted(gold, fact)


MATCHERS: Mapping[str, Callable[[Gold, Found, str], bool]] = {
    "holds": _same_tenure,
    "document": _same_document,
    "takes-part": _same_part,
    "measure": _same_measure,
    "instructs": _same_instruction,
    "appoints": _same_act,
    "meeting": _same_meeting,
    "reviews": _same_review,
}
