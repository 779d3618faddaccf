"""The language packs: their examples come out as written, every phrase can match, no table is unknown.

An example is a sentence (or a few) with what it states, one line a fact:

    [[examples]]
    text = "Товарищ Доан Тху Ха, заместитель секретаря провинциального комитета партии, закрыла конференцию."
    url = "https://baolangson.vn/x.html"
    holds = ["Doan Thu Ha | deputy-secretary | party-committee | province | Lang Son"]
    parts = ["Doan Thu Ha | concludes"]
    instructs = ["Doan Thu Ha | requests"]
    acts = ["Doan Thu Ha | appointed | head | department"]
    reviews = ["approved"]
    meetings = ["conference"]

holds may end in "| former". A key that is given must match exactly; one that is left out is not looked at.
"""

import pytest

from kg.articles.draft import Draft, article
from kg.facts import read
from kg.lexicon.pack import languages, lexicon
from kg.lexicon.phrases import expand
from kg.model import Gathering, Instruction, Participation, Person, PersonnelAct, Review, Tenure
from kg.names.people import fold
from kg.text.tokens import tokens

EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{number}")
    for language in languages()
    for number, example in enumerate(lexicon(language).examples)
]


def _body(body):
    return " | ".join(
        part for part in (body.kind, body.level, body.field, body.place and fold(body.place.name)) if part
    )


def stated(reading):
    found = {"holds": set(), "parts": set(), "instructs": set(), "acts": set(), "reviews": set(), "meetings": set()}
    for fact in reading.facts:
        match fact:
            case Tenure():
                former = "" if fact.current else " | former"
                found["holds"].add(f"{fact.person.name} | {fact.role} | {_body(fact.body)}{former}")
            case Participation(participant=Person(name=name)):
                found["parts"].add(f"{name} | {fact.part}")
            case Instruction(giver=Person(name=name)):
                found["instructs"].add(f"{name} | {fact.force}")
            case PersonnelAct():
                post = f" | {fact.post_role} | {fact.post_body.kind}" if fact.post_body else ""
                planned = " | planned" if fact.planned else ""
                found["acts"].add(f"{fact.person.name} | {fact.act}{post}{planned}")
            case Review():
                found["reviews"].add(fact.outcome)
            case Gathering():
                found["meetings"].add(fact.meeting.type)
    return found


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_comes_out_as_written(language, example):
    draft = Draft(where="example", id="example", text=example["text"] + "\n", url=example.get("url"), language=language)
    found = stated(read(article(draft)))
    wanted = {key: set(value) for key, value in example.items() if key in found}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("language", languages())
def test_every_phrase_matches_itself(language):
    pack = lexicon(language)
    lost = []
    for table, codes in pack.table.items():
        for code, phrases in codes.items():
            for phrase in phrases:
                for form in expand(phrase, pack.endings):
                    words = tokens(form.replace("*", ""))
                    matches = pack.matches(words)
                    if not matches or matches[0].last != len(words) or f"{table}:{code}" not in matches[0].atoms:
                        lost.append(f"[{table}] {code}: {form}")
    assert lost == []


def test_packs_use_the_same_tables():
    tables = {language: set(lexicon(language).table) for language in languages()}
    everywhere = set.union(*tables.values())
    assert {language: sorted(everywhere - own) for language, own in tables.items() if everywhere - own} == {}
