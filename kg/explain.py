"""Show the work: an article with its mentions marked, and under each sentence the facts read from it, by which rule."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from kg.facts import read_page
from kg.mentions.page import Page, Parsed, page_of
from kg.model import (
    Article,
    Body,
    Citation,
    DocumentRelation,
    Fact,
    Gathering,
    Instruction,
    Issuance,
    Measure,
    NameMention,
    Participation,
    PersonnelAct,
    Review,
    Target,
    Tenure,
)


def explain(article: Article) -> Iterator[str]:
    """The lines of an explanation; DataError when the article's language has no pack."""
    page = page_of(article)
    reading = read_page(page)
    facts = _by_sentence(page, reading.facts)
    people = {(p.start, p.end) for fact in reading.facts if isinstance(fact, NameMention) for p in fact.passages}
    province = page.setting.province
    yield f"{article.id}  language {article.language}  province {province.name if province else 'unknown'}"
    yield f"{article.url or 'no address'}  published {article.published or 'unknown'}"
    for index, parsed in enumerate(page.sentences):
        yield ""
        yield f"[{parsed.sentence.kind}] {marked(parsed, people)}"
        yield from (f"    {line}" for line in dict.fromkeys(facts[index]))


def _by_sentence(page: Page, facts: tuple[Fact, ...]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, NameMention):
            continue
        for passage in fact.passages:
            for index, parsed in enumerate(page.sentences):
                if parsed.sentence.start <= passage.start < parsed.sentence.end:
                    found[index].append(f"{describe(fact)}  ({fact.rule})")
    return found


def marked(parsed: Parsed, people: Collection[tuple[int, int]]) -> str:
    """A sentence with its mentions in brackets: [person …], [title …], [body …], [place …]."""
    spans = [(start, end, "person") for start, end in people if parsed.sentence.start <= start < parsed.sentence.end]
    spans += [(title.start, title.end, "title") for title in parsed.titles]
    spans += [(body.start, body.end, "body") for body in parsed.bodies if body.kind]
    spans += [(body.start, body.end, "place") for body in parsed.bodies if not body.kind and body.place]
    text, offset, at = parsed.sentence.text, parsed.sentence.start, 0
    parts = []
    for start, end, kind in sorted(spans):
        if start - offset < at:
            continue
        parts += [text[at : start - offset], f"[{kind} {text[start - offset : end - offset]}]"]
        at = end - offset
    return "".join([*parts, text[at:]])


def describe(fact: Fact) -> str:
    """A fact in one line: its type and its values."""
    match fact:
        case Tenure():
            held = "holds" if fact.current else "held"
            return f"{held}: {fact.person.label or fact.person.name} · {fact.role} · {_body(fact.body)}"
        case Citation():
            return f"cites: {fact.document.type} {fact.document.number or fact.document.title}"
        case Issuance():
            return (
                f"issued: {fact.document.number or fact.document.title} · {_body(fact.body)} · {fact.date or 'no date'}"
            )
        case DocumentRelation():
            return f"{fact.relation}: {fact.document.number} · {fact.other.number}"
        case Gathering():
            return f"meeting: {fact.meeting.type} · {_body(fact.meeting.host)} · {fact.meeting.date or 'no date'}"
        case Participation():
            who = fact.participant
            return f"{fact.part}: {_body(who) if isinstance(who, Body) else who.label or who.name}"
        case _:
            return _describe_deed(fact)


def _describe_deed(fact: Fact) -> str:
    match fact:
        case Review():
            what = fact.reviewed
            return f"{fact.outcome}: {what.label if isinstance(what, Target) else what.number}"
        case Measure():
            told = (fact.target.label, fact.kind, fact.period)
            return " · ".join([f"measure: {fact.value} {fact.unit}", *(part for part in told if part)])
        case Instruction():
            giver = fact.giver
            to = ", ".join(_body(body) for body in fact.addressees) or fact.addressee or "nobody named"
            return f"{fact.force}: {_body(giver) if isinstance(giver, Body) else giver.label or giver.name} → {to}"
        case PersonnelAct():
            planned = "planned, " if fact.planned else ""
            post = f" · {fact.post_role} · {_body(fact.post_body)}" if fact.post_body else ""
            return f"{planned}{fact.act}: {fact.person.label or fact.person.name}{post} · {fact.date or 'no date'}"
    return type(fact).__name__


def _body(body: Body | None) -> str:
    if body is None:
        return "no body"
    place = body.place.name if body.place else None
    return " ".join(part for part in (body.kind, body.field, body.name, place or body.level) if part)
