"""Every wrong and every missed fact, with the sentence that it is about and the rule that made it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluation.found import Found, FoundBody
from kg.evaluation.gold import Gold
from kg.evaluation.score import Judged
from kg.evaluation.statements import Statements
from kg.evaluation.yardstick import digits, fold
from kg.mentions.page import Page, Parsed

_WITH_TITLE = ("holds", "appoints")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A fact that the graph states and gold does not, or the other way round."""

    article: str
    what: str
    """"wrong", "no evidence" (no passage holds what proves it) or "missed"."""
    kind: str
    fact: str
    """Its values in a line."""
    rules: tuple[str, ...]
    """The rules that made it; none for a missed one."""
    sentence: str
    """Where it is stated; for a missed one the likeliest sentence, empty where none holds the name or number."""


def mistakes(judged: Iterable[Judged], graph: Statements, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """The mistakes of the articles, in their order."""
    for one in judged:
        page = pages.get(one.article.id)
        for fact in one.wrong:
            what = "wrong" if fact.proven else "no evidence"
            rules = tuple(rules_of(fact.node, graph))
            told = describe_found(fact, graph)
            yield Mistake(one.article.id, what, one.kind, told, rules, _sentence_of(fact, page))
        for gold in one.missed:
            told = describe_gold(gold)
            yield Mistake(one.article.id, "missed", one.kind, told, (), _likeliest(gold, page))


def rules_of(node: str, graph: Statements) -> list[str]:
    """The rules that made a fact; of a document or meeting, those of the facts that speak of it."""
    own = graph.values(node, "gov:rule")
    if own:
        return own
    about = (other for other, told in graph.by_subject.items() if any(node in values for values in told.values()))
    return sorted({rule for other in about for rule in graph.values(other, "gov:rule")})


# ---------------------------------------------------------------- the sentence


def _sentence_of(fact: Found, page: Page | None) -> str:
    """The sentence in which a fact is first stated; the passage alone where the article cannot be read."""
    passage = min(fact.passages, key=lambda passage: passage.start)
    parsed = page.sentences if page is not None else ()
    spans = (one.sentence for one in parsed if one.sentence.start <= passage.start < one.sentence.end)
    return next((sentence.text for sentence in spans), passage.exact)


def _likeliest(gold: Gold, page: Page | None) -> str:
    """The first of the sentences that hold most of what a gold fact tells."""
    parsed = page.sentences if page is not None else ()
    best = max(parsed, key=lambda one: _hints(gold, one), default=None)
    return best.sentence.text if best is not None and _hints(gold, best) else ""


def _hints(gold: Gold, parsed: Parsed) -> int:
    """How much in a sentence points to a gold fact; 0 where the name, number or quote is missing."""
    text, told = parsed.sentence.text, gold.told
    if "quote" in told:
        return int(fold(told["quote"]) in fold(text))
    if gold.kind == "document":
        return int(digits(told["number"].partition("/")[0]) in re.findall(r"\d+", text))
    if gold.kind == "measure":
        return int(digits(f"{told['value']:g}") in digits(text))
    if gold.kind == "meeting":
        return int(parsed.has(f"meetings:{told['kind']}"))
    return _named(gold.names, parsed) * (1 + (gold.kind in _WITH_TITLE and bool(parsed.titles)))


def _named(names: Collection[str], parsed: Parsed) -> bool:
    """Whether a sentence names somebody by one of these names, in any script."""
    forms = (form for name in parsed.names for form in (name.name.ascii, *name.name.readings))
    return any(fold(form) in names for form in forms) or any(name in fold(parsed.sentence.text) for name in names)


# ---------------------------------------------------------------- the fact in a line


def describe_gold(gold: Gold) -> str:
    """What a gold fact tells: "Doan Thu Ha · deputy-secretary · party-committee province Lang Son"."""
    told = {key: value for key, value in gold.told.items() if key not in ("t", "person", "optional")}
    who = [gold.person] if "person" in gold.told else []
    return _line([*who, *(_told(key, value) for key, value in told.items())])


def _told(key: str, value: Any) -> str:  # noqa: ANN401  a gold file's value: text, number, list or table
    if isinstance(value, dict):
        return _line((str(part) for part in value.values() if part), " ")
    if isinstance(value, list):
        return _line(map(str, value), ", ")
    if isinstance(value, bool):
        return key if value else ""
    return "" if value is None else str(value)


def describe_found(fact: Found, graph: Statements) -> str:
    """What a fact of the graph tells, in the same manner."""
    parts = [
        "" if fact.person is None else graph.first(fact.person.node, "rdfs:label"),
        *(graph.values(fact.node, "gov:number") if fact.numbers else ()),
        f"{graph.first(fact.node, 'gov:value')} {graph.first(fact.node, 'gov:unit')}" if fact.unit else "",
        *(fact.role, fact.code),
        *sorted(filter(None, fact.types)),
        *sorted(fact.dates),
        *sorted(fact.status - {"current"}),
        *(_body(body) for body in (fact.body, *fact.issuers, fact.by) if body is not None),
        graph.first(fact.node, "dct:description"),
    ]
    return _line(part or "" for part in parts)


def _body(body: FoundBody) -> str:
    return _line((part or "" for part in (body.kind, body.level, body.place, body.field)), " ")


def _line(parts: Iterable[str], mark: str = " · ") -> str:
    return mark.join(part for part in parts if part)
