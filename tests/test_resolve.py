"""Who and what of different articles is one, and what stays apart."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.iris import ident
from kg.graph.terms import DATA
from kg.graph.triples import triples
from kg.model import (
    Article,
    Body,
    Citation,
    Document,
    Gathering,
    Issuance,
    Measure,
    Meeting,
    NameMention,
    Passage,
    Person,
    PersonnelAct,
    Place,
    Reading,
    Spelling,
    Target,
    Tenure,
)
from kg.names.gazetteer import gazetteer
from kg.resolve import resolve
from kg.resolve.people import people_of


def place(name, level, province=None):
    (found,) = gazetteer().find(name, level=level, province=province)
    return found


LANG_SON = place("Lạng Sơn", "province")
CAO_BANG = place("Cao Bằng", "province")
LOC_BINH = place("Lộc Bình", "commune", "lang-son")
MAU_SON = place("Mẫu Sơn", "commune", "lang-son")

PARTY = Body("party-committee", "province", LANG_SON)
COUNCIL = Body("people-council", "province", LANG_SON)
ELSEWHERE = Body("party-committee", "province", CAO_BANG)
COMMUNE = Body("party-committee", "commune", LOC_BINH)
COMMUNE_COUNCIL = Body("people-council", "commune", LOC_BINH)
NEIGHBOUR = Body("party-committee", "commune", MAU_SON)
POLITBURO = Body("politburo", "central")
CENTRE = Body("central-committee", "central")
UNKNOWN = Body("party-committee", "province")

TEXT = "Doan Thu Ha."


def passages(article):
    return {"passages": (Passage(article, 0, len(TEXT), TEXT),), "rule": "r"}


def article(key, **more):
    return Article(key, TEXT, "ru", **more)


def holds(body, *, name="Trinh Van An", label="", readings=(), anchor="lang-son", **more):
    """A tenure, without its article: what `told` makes a reading of."""
    person = Person(name, anchor, label or name, (), readings)
    return {"person": person, "body": body, "role": "secretary", **more}


def told(key, *tenures, **more):
    return Reading(article(key, **more), tuple(Tenure(**tenure, **passages(key)) for tenure in tenures))


def people(*readings):
    return {fact.person for fact in resolve(readings).facts if isinstance(fact, Tenure)}


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (holds(PARTY), holds(PARTY), "the same post"),
        (holds(PARTY), holds(PARTY, role="deputy-secretary"), "the same body"),
        (holds(PARTY), holds(PARTY, current=False), "the same body, once held"),
        (holds(PARTY), holds(COUNCIL, role="chair"), "posts of one province"),
        (holds(COMMUNE), holds(COMMUNE_COUNCIL, role="chair"), "posts of one commune"),
        (holds(POLITBURO), holds(POLITBURO, role="member"), "the same central body"),
        (holds(PARTY), holds(PARTY, anchor="loc-binh"), "one body under two anchors"),
        (holds(PARTY), holds(PARTY, label="Trịnh Văn An"), "diacritics in one article only"),
        (holds(PARTY, label="Trịnh Văn An"), holds(PARTY, label="Trịnh Văn An"), "the same diacritics"),
        (holds(PARTY, label="Hoà"), holds(PARTY, label="Hòa"), "another placement of the tone"),
        (holds(PARTY, readings=("Chinh Van An",)), holds(PARTY, name="Chinh Van An"), "a reading is the other's name"),
        (
            holds(PARTY, name="Chin Van An", readings=("Chinh Van An",)),
            holds(PARTY, readings=("Chinh Van An",)),
            "both transcriptions can stand for one name",
        ),
        (holds(PARTY, name="Siu H'Loan"), holds(PARTY, name="Siu HLoan"), "an apostrophe"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_individual(first, second, why):
    assert len(people(told("a", first), told("b", second))) == 1, why


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (holds(PARTY), holds(PARTY, name="Le Van An"), "another name"),
        (holds(PARTY), holds(ELSEWHERE, anchor="cao-bang"), "another province"),
        (holds(PARTY), holds(ELSEWHERE), "another province under one anchor"),
        (holds(COMMUNE), holds(NEIGHBOUR), "another commune of the province"),
        (holds(COMMUNE), holds(PARTY), "another level"),
        (holds(PARTY, current=False), holds(COUNCIL), "a post once held in another body of the province"),
        (holds(POLITBURO), holds(CENTRE), "different central bodies"),
        (holds(UNKNOWN), holds(UNKNOWN), "bodies whose province nothing tells"),
        (holds(replace(UNKNOWN, local="a")), holds(replace(UNKNOWN, local="b")), "bodies of their own articles"),
        (holds(PARTY, label="Trịnh Văn Ân"), holds(PARTY, label="Trịnh Văn Ấn"), "other diacritics"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_different_people(first, second, why):
    found = people(told("a", first), told("b", second))
    assert len({ident(person) for person in found}) == 2, why


def test_a_transcription_that_fits_two_people_joins_neither():
    told_by = [
        told("a", holds(PARTY, name="Trinh Van An")),
        told("b", holds(PARTY, name="Chinh Van An")),
        told("c", holds(PARTY, name="Trinh Van An", readings=("Chinh Van An",))),
        told("d", holds(PARTY, name="Trinh Van An")),
    ]
    found = people(*told_by)
    assert sorted(person.name for person in found) == ["Chinh Van An", "Trinh Van An"]


def test_a_name_without_diacritics_that_fits_two_people_joins_neither():
    found = people(
        told("a", holds(PARTY, label="Trịnh Văn Ân")),
        told("b", holds(PARTY, label="Trịnh Văn Ấn")),
        told("c", holds(PARTY)),
        told("d", holds(PARTY, label="Trịnh Văn Ân")),
    )
    assert sorted(person.label for person in found) == ["Trinh Van An", "Trịnh Văn Ân", "Trịnh Văn Ấn"]
    assert len({ident(person) for person in found}) == 3


def test_namesakes_of_one_article_stay_apart():
    found = people(told("a", holds(PARTY, label="Trịnh Văn Ân"), holds(PARTY, label="Trịnh Văn Ấn")))
    assert len({ident(person) for person in found}) == 2


def test_an_act_is_evidence_too():
    person = Person("Trinh Van An", "lang-son")
    act = PersonnelAct(person=person, act="elected", post_role="chair", post_body=COUNCIL, **passages("b"))
    resolved = resolve([told("a", holds(COUNCIL)), Reading(article("b"), (act,))])
    assert len({fact.person for fact in resolved.facts}) == 1


def test_versions_of_a_story_name_the_same_people():
    story = {"url": "https://www.example.org/1"}
    source = {"based_on": "http://example.org/1/"}
    first = told("a", holds(UNKNOWN), **story)
    assert len(people(first, told("b", holds(UNKNOWN), **source))) == 1
    assert len(people(first, told("b", holds(UNKNOWN), based_on="https://example.org/"))) == 2
    assert resolve([first, told("b", holds(PARTY), **source), told("c", holds(PARTY))]).stories == (("a", "b"),)


def test_the_iri_that_sorts_first_stays_and_the_others_lead_to_it():
    resolved = resolve(
        [
            told("a", holds(PARTY, name="Trinh Van An", readings=("Chinh Van An",))),
            told("b", holds(PARTY, name="Chinh Van An")),
        ]
    )
    ((person, others),) = resolved.same.items()
    assert ident(person) == "chinh-van-an_lang-son"
    assert [ident(other) for other in others] == ["trinh-van-an_lang-son"]


@pytest.mark.parametrize(
    ("labels", "best"),
    [
        (["", "Trịnh Văn An"], "Trịnh Văn An"),
        (["", "", "Trịnh Văn An"], "Trịnh Văn An"),
        (["", ""], "Trinh Van An"),
    ],
)
def test_the_label_has_diacritics_when_an_article_gives_them(labels, best):
    (person,) = people(*(told(str(at), holds(PARTY, label=label)) for at, label in enumerate(labels)))
    assert person.label == best


def test_a_name_that_stands_in_a_text_is_a_better_label_than_a_transcription():
    spelling = Spelling("Chinh Van An", "pl")
    latin = Person("Chinh Van An", "lang-son", "Chinh Van An", (spelling,))
    russian = told("a", holds(PARTY, readings=("Chinh Van An",)))
    again = told("c", holds(PARTY, readings=("Chinh Van An",)))
    polish = Reading(article("b"), (Tenure(person=latin, body=PARTY, role="secretary", **passages("b")),))
    (person,) = people(russian, polish, again)
    assert (person.label, person.readings) == ("Chinh Van An", ("Trinh Van An",))


def test_spellings_of_all_articles_are_kept():
    person = Person("Trinh Van An", "lang-son", "", (Spelling("Чинь Ван Ан", "vi-Cyrl"),))
    declined = Spelling("Чинь Ван Аном", "vi-Cyrl", declined=True)
    facts = (
        Tenure(person=person, body=PARTY, role="secretary", **passages("a")),
        NameMention(person=person, spelling=declined, **passages("a")),
    )
    (found,) = people(Reading(article("a"), facts), told("b", holds(PARTY)))
    assert found.spellings == (person.spellings[0], declined)


def cited(key, document, *, issuer=None):
    facts = [Citation(document=document, **passages(key))]
    if issuer is not None:
        facts.append(Issuance(document=document, body=issuer, **passages(key)))
    return Reading(article(key), tuple(facts))


def documents(*readings):
    return sorted({ident(fact.document) for fact in resolve(readings).facts if isinstance(fact, Citation)})


RESOLUTION = Document("resolution", "18-NQ/TW", ("18-NQ/TW",))
DECISION = Document("decision", "41-QD/TU", place=LANG_SON)


@pytest.mark.parametrize(
    ("told_by", "idents"),
    [
        # two articles, one central document
        ([cited("a", RESOLUTION, issuer=CENTRE), cited("b", RESOLUTION, issuer=POLITBURO)], ["central_18-nq-tw"]),
        # leading zeros and letter case are no difference
        (
            [cited("a", DECISION), cited("b", replace(DECISION, number="041-Qd/TU"))],
            ["province-lang-son_41-qd-tu"],
        ),
        # the undated mention joins the only dated one
        (
            [cited("a", DECISION), cited("b", replace(DECISION, when="2025"))],
            ["province-lang-son_41-qd-tu_2025"],
        ),
        # but none where two fit
        (
            [
                cited("a", DECISION),
                cited("b", replace(DECISION, when="2025")),
                cited("c", replace(DECISION, when="2024")),
            ],
            ["province-lang-son_41-qd-tu", "province-lang-son_41-qd-tu_2024", "province-lang-son_41-qd-tu_2025"],
        ),
        # another issuer's place
        (
            [cited("a", DECISION), cited("b", replace(DECISION, place=CAO_BANG))],
            ["province-cao-bang_41-qd-tu", "province-lang-son_41-qd-tu"],
        ),
        # a bare number joins the only one of its type that fits
        (
            [cited("a", RESOLUTION, issuer=CENTRE), cited("b", Document("resolution", "18", ("18",)))],
            ["central_18-nq-tw"],
        ),
        (
            [cited("a", DECISION), cited("b", Document("decision", "41", place=LANG_SON, when="2025"))],
            ["province-lang-son_41-qd-tu_2025"],
        ),
        # not one of another type, of another place, or one of two
        (
            [cited("a", RESOLUTION, issuer=CENTRE), cited("b", Document("directive", "18"))],
            ["central_18-nq-tw", "unplaced_directive-18_in-b"],
        ),
        (
            [cited("a", DECISION), cited("b", Document("decision", "41"))],
            ["province-lang-son_41-qd-tu", "unplaced_decision-41_in-b"],
        ),
        (
            [
                cited("a", RESOLUTION, issuer=CENTRE),
                cited("b", replace(RESOLUTION, number="18-NQ/CP"), issuer=Body("government", "central")),
                cited("c", Document("resolution", "18")),
            ],
            ["central_18-nq-cp", "central_18-nq-tw", "unplaced_resolution-18_in-c"],
        ),
        # whose issuer nothing tells stays its article's own
        (
            [cited("a", replace(DECISION, place=None)), cited("b", replace(DECISION, place=None))],
            ["unplaced_41-qd-tu_in-a", "unplaced_41-qd-tu_in-b"],
        ),
        # without a number: issuer and title identify it
        (
            [
                cited("a", Document("resolution", title="resolution of the congress", place=LANG_SON)),
                cited("b", Document("resolution", title="resolution of the congress", place=LANG_SON)),
                cited("c", Document("resolution", place=LANG_SON)),
            ],
            ["province-lang-son_resolution__on-resolution-of-the-congress", "province-lang-son_resolution_in-c"],
        ),
    ],
)
def test_documents(told_by, idents):
    assert documents(*told_by) == idents


def test_every_printed_form_of_a_number_is_kept():
    russian = replace(RESOLUTION, printed=("18-НК/ТВ",))
    resolved = resolve([cited("a", RESOLUTION, issuer=CENTRE), cited("b", russian, issuer=CENTRE)])
    (document,) = {fact.document for fact in resolved.facts}
    assert document.printed == ("18-NQ/TW", "18-НК/ТВ")


def test_a_title_is_kept_with_its_language():
    titled = replace(DECISION, title="О кадрах")
    resolved = resolve([cited("a", titled), cited("b", DECISION)])
    (document,) = {fact.document for fact in resolved.facts}
    assert resolved.titles[document] == (Spelling("О кадрах", "ru"),)


def test_what_sentences_tell_of_a_meeting_is_put_together():
    bare = Meeting("conference", "a")
    full = replace(bare, date="2025-11-03", host=PARTY)
    vague = replace(bare, date="2025-11", place=LOC_BINH)
    facts = tuple(Gathering(meeting=meeting, **passages("a")) for meeting in (bare, full, vague))
    (meeting,) = {fact.meeting for fact in resolve([Reading(article("a"), facts)]).facts}
    assert (meeting.date, meeting.host, meeting.place) == ("2025-11-03", PARTY, LOC_BINH)


@pytest.mark.parametrize(
    ("target", "count"),
    [
        (Target("wzrost", "pl", "grdp-growth", LANG_SON), 1),
        (Target("wzrost", "pl", "grdp-growth", PARTY), 1),
        (Target("wzrost", "pl", "grdp-growth"), 2),
        (Target("wzrost", "pl", None, LANG_SON), 2),
        (Target("wzrost", "pl", "grdp-growth", UNKNOWN), 2),
    ],
)
def test_an_indicator_of_a_body_or_place_is_one_target(target, count):
    figure = {"target": target, "value": "1", "unit": "%", "amount": "1"}
    resolved = resolve([Reading(article(key), (Measure(**figure, **passages(key)),)) for key in "ab"])
    assert len({ident(fact.target) for fact in resolved.facts}) == count


@pytest.mark.parametrize(
    ("tenures", "count"),
    [
        ([holds(PARTY), holds(PARTY, start="2025-11")], 1),
        ([holds(PARTY, start="2025-11"), holds(PARTY, end="2026")], 2),
        ([holds(PARTY), holds(PARTY, start="2025-11"), holds(PARTY, start="2024")], 3),
        ([holds(PARTY), holds(PARTY, term="2025-2030")], 2),
        ([holds(PARTY), holds(PARTY, current=False)], 2),
        ([holds(PARTY, title="Sekretaris"), holds(PARTY, title="секретарь")], 1),
        ([holds(PARTY, role="other", title="doctor"), holds(PARTY, role="other", title="teacher")], 2),
    ],
)
def test_tenures_that_say_less_join_those_that_say_more(tenures, count):
    resolved = resolve([told(str(at), tenure) for at, tenure in enumerate(tenures)])
    assert len({ident(fact) for fact in resolved.facts}) == count


def test_an_act_that_says_less_joins_the_one_that_says_more():
    person = Person("Trinh Van An", "lang-son")
    less = PersonnelAct(person=person, act="elected", post_role="chair", post_body=COUNCIL, **passages("a"))
    more = replace(less, date="2025-11-03", decided_by=COUNCIL)
    resolved = resolve([Reading(article("a"), (less, more, replace(less, planned=True)))])
    assert len({ident(fact) for fact in resolved.facts}) == 2


NAMES = st.sampled_from(["Trinh Van An", "Chinh Van An", "Le Van Ha"])
TOLD = st.builds(
    holds,
    st.sampled_from([PARTY, COUNCIL, ELSEWHERE, COMMUNE, POLITBURO, UNKNOWN]),
    name=NAMES,
    label=st.sampled_from(["", "", "Trịnh Văn Ân", "Trịnh Văn Ấn"]),
    readings=st.lists(NAMES, max_size=1).map(tuple),
    current=st.booleans(),
    anchor=st.sampled_from(["lang-son", "cao-bang"]),
)
READINGS = st.lists(st.lists(TOLD, min_size=1, max_size=3), min_size=1, max_size=7).map(
    lambda articles: [told(f"a{at}", *tenures, published=f"2025-{at + 1:02}") for at, tenures in enumerate(articles)]
)


@settings(max_examples=60, deadline=None)
@given(READINGS.flatmap(lambda readings: st.tuples(st.just(readings), st.permutations(readings))))
def test_the_order_of_the_articles_does_not_matter(orders):
    first, second = (triples(resolve(readings), DATA) for readings in orders)
    assert first == second


@settings(max_examples=60, deadline=None)
@given(READINGS)
def test_nobody_has_two_names_that_exclude_each_other(readings):
    people = people_of(readings, ())
    accents, forms = {}, {}
    for reading in readings:
        for fact in reading.facts:
            who = ident(people.person(reading.article.id, fact.person))
            forms.setdefault(who, []).append({fact.person.name, *fact.person.readings})
            if not fact.person.label.isascii():
                accents.setdefault(who, set()).add(fact.person.label)
    for told_by in accents.values():
        assert len(told_by) == 1
    for names in forms.values():
        assert all(any(one & other for other in names) for one in names)


def test_a_place_off_the_map_identifies_a_body_all_the_same():
    off_map = Body("party-committee", "commune", Place("Bản Mới", "commune", province="lang-son"))
    assert len(people(told("a", holds(off_map)), told("b", holds(off_map)))) == 1
