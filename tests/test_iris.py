"""IRIs are readable, valid in every store, and never one for two things."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.iris import Iris, ident
from kg.graph.terms import DATA
from kg.model import (
    Article,
    Body,
    Document,
    DocumentRelation,
    Instruction,
    Issuance,
    Measure,
    Meeting,
    Participation,
    Passage,
    Person,
    PersonnelAct,
    Place,
    Review,
    Target,
    Tenure,
)
from kg.names.gazetteer import gazetteer

IRIS = Iris(DATA)
LANG_SON = gazetteer().find("Lạng Sơn", level="province")[0]
LOC_BINH = gazetteer().find("Lộc Bình", level="commune", province="lang-son")[0]
OLD_LOC_BINH = gazetteer().find("Lộc Bình", level="district", province="lang-son")[0]
CAM_GIANG, CAM_GIANG_2 = gazetteer().find("Cam Giang", level="commune", province="hai-phong")
UNLISTED = Place("Bản Mới", "commune", province="lang-son")
PLACES = (LANG_SON, LOC_BINH, OLD_LOC_BINH, CAM_GIANG, CAM_GIANG_2, UNLISTED, replace(UNLISTED, name="Bản Mơi"))

COMMITTEE = Body("party-committee", "province", LANG_SON)
OFFICE = Body("party-committee-office", "province", LANG_SON)
GROUP = Body("working-group", "province", LANG_SON, name="4", local="ru_1")
HA = Person("Doan Thu Ha", "lang-son")
MEETING = Meeting("conference", "ru_1", 1)
NOTICE = Document("notice", "0176-TB/VPTU", place=LANG_SON, when="2025")
GROWTH = Target("wzrost", "pl", "grdp-growth", LANG_SON, "2025-01/2025-09")
SAID = {"passages": (), "rule": "r"}


@pytest.mark.parametrize(
    ("node", "iri"),
    [
        (HA, "person/doan-thu-ha_lang-son"),
        (Person("Siu H'Loan", "gia-lai"), "person/siu-hloan_gia-lai"),
        (gazetteer().country(), "place/country-viet-nam"),
        (LANG_SON, "place/province-lang-son-20"),
        (LOC_BINH, "place/commune-lang-son-loc-binh-06529"),
        (OLD_LOC_BINH, "place/district-lang-son-loc-binh-188-until-2025-07-01"),
        (COMMITTEE, "body/province-lang-son_party-committee"),
        (Body("party-committee", "commune", LOC_BINH), "body/commune-lang-son-loc-binh_party-committee"),
        (Body("party-committee", "commune", CAM_GIANG), "body/commune-hai-phong-cam-giang-10888_party-committee"),
        (Body("department", "province", LANG_SON, "finance"), "body/province-lang-son_department_finance"),
        (Body("government", "central"), "body/central_government"),
        (GROUP, "body/province-lang-son_working-group_no-4_in-ru_1"),
        (Body("party-committee", "commune", local="ru_1"), "body/commune_party-committee_in-ru_1"),
        (NOTICE, "document/province-lang-son_176-tb-vptu_2025"),
        (Document("resolution", "18-NQ/TW"), "document/central_18-nq-tw"),
        (Document("resolution", "57", local="ru_1"), "document/unplaced_resolution-57_in-ru_1"),
        (MEETING, "meeting/ru_1_conference-1"),
        (GROWTH, "target/province-lang-son-20~grdp-growth~2025-01+2025-09"),
        (Target("projekty", "pl", article="ru_1"), "target/in-ru_1~projekty"),
        (Article("a b", "", "pl"), "article/a%20b"),
        (Passage("ru_1", 0, 12, "Doan Thu Ha."), "passage/ru_1_0-12"),
        (
            Tenure(person=HA, body=COMMITTEE, role="secretary", current=False, term="2025-2030", **SAID),
            "tenure/doan-thu-ha_lang-son~secretary~province-lang-son_party-committee~former~2025-2030",
        ),
        (
            Issuance(document=NOTICE, body=OFFICE, date="2025-10-27", **SAID),
            "issuance/province-lang-son_176-tb-vptu_2025~province-lang-son_party-committee-office~2025-10-27",
        ),
        (
            DocumentRelation(
                document=NOTICE, relation="citesAsBasis", other=Document("resolution", "18-NQ/TW"), **SAID
            ),
            "document-relation/province-lang-son_176-tb-vptu_2025~citesasbasis~central_18-nq-tw",
        ),
        (
            Participation(participant=HA, meeting=MEETING, part="chairs", **SAID),
            "participation/ru_1_conference-1~person.doan-thu-ha_lang-son",
        ),
        (
            Review(meeting=MEETING, reviewed=NOTICE, outcome="approved", **SAID),
            "review/ru_1_conference-1~document.province-lang-son_176-tb-vptu_2025~approved",
        ),
        (
            Measure(target=GROWTH, value="6.52", unit="%", amount="6.52", kind="change", direction="up", **SAID),
            "measure/province-lang-son-20~grdp-growth~2025-01+2025-09~6.52~.bbf3f11cb5~change~up",
        ),
        (
            PersonnelAct(person=HA, act="elected", post_role="secretary", post_body=COMMITTEE, date="2025-11", **SAID),
            "personnel-act/doan-thu-ha_lang-son~elected~secretary~province-lang-son_party-committee~~~2025-11",
        ),
    ],
)
def test_iris_are_readable(node, iri):
    assert IRIS.of(node).value == DATA + iri


SLUGS = st.from_regex(r"[a-z]{1,4}(-[a-z]{1,4})?", fullmatch=True)
IDS = st.one_of(st.text(max_size=6), st.text("a_~-./0é", max_size=5), st.text(min_size=100, max_size=300))
WORDS = st.text("ab 1-.–Ш", min_size=1, max_size=70).map(str.lower)
YEARS = st.sampled_from([None, "2025", "2025-2030", "2025-10-27"])
LOCAL = st.none() | IDS.filter(bool)
BODIES = st.one_of(
    st.builds(Body, SLUGS, st.just("central"), field=st.none() | SLUGS, name=st.none() | WORDS, local=LOCAL),
    st.sampled_from(PLACES).flatmap(
        lambda place: st.builds(
            Body, SLUGS, st.just(place.level), st.just(place), st.none() | SLUGS, name=st.none() | WORDS, local=LOCAL
        )
    ),
    st.builds(
        Body, SLUGS, st.sampled_from([None, "province", "commune"]), name=st.none() | WORDS, local=IDS.filter(bool)
    ),
)
NESTED = BODIES | st.builds(lambda body, parent: replace(body, parent=parent), BODIES, BODIES)
NUMBERS = st.from_regex(r"[1-9][0-9]{0,2}-(NQ|QD)/(TW|TU)", fullmatch=True)
DOCUMENTS = st.one_of(
    st.builds(Document, st.just("resolution"), NUMBERS, place=st.sampled_from(PLACES), when=YEARS, local=LOCAL),
    st.builds(Document, SLUGS, st.from_regex(r"[1-9][0-9]{0,2}", fullmatch=True), when=YEARS, local=LOCAL),
    st.builds(Document, SLUGS, when=YEARS, title=st.none() | WORDS, local=LOCAL),
)
PEOPLE = st.builds(Person, st.from_regex(r"[A-Z][a-z]{1,3}( [A-Z][a-z]{1,3}){1,3}", fullmatch=True), SLUGS | IDS)
MEETINGS = st.builds(Meeting, SLUGS, IDS, st.integers(0, 12))
TARGETS = st.one_of(
    st.builds(Target, st.just(""), st.just("pl"), SLUGS, NESTED | st.sampled_from(PLACES), YEARS),
    st.builds(Target, WORDS, st.just("pl"), st.none() | SLUGS, st.none() | NESTED, YEARS, IDS.filter(bool)),
)
NOTHING = {"passages": st.just(()), "rule": st.just("")}
TENURES = st.builds(
    Tenure, person=PEOPLE, body=BODIES, role=SLUGS, current=st.booleans(), title=st.just(""),
    start=YEARS, end=YEARS, term=YEARS, **NOTHING,
)  # fmt: skip
ACTS = st.builds(
    PersonnelAct, person=PEOPLE, act=SLUGS, post_role=st.none() | SLUGS, post_body=st.none() | BODIES,
    from_role=st.none() | SLUGS, from_body=st.none() | BODIES, date=YEARS, decided_by=st.none() | BODIES,
    by_document=st.none() | DOCUMENTS, planned=st.booleans(), **NOTHING,
)  # fmt: skip
INSTRUCTIONS = st.builds(
    Instruction, giver=PEOPLE | BODIES, description=WORDS, force=SLUGS, addressees=st.just(()),
    addressee=st.none() | WORDS, meeting=st.none() | MEETINGS, concerns=st.just(()), **NOTHING,
)  # fmt: skip
MEASURES = st.builds(
    Measure, target=TARGETS, value=st.sampled_from(["6.52", "652", "65.2"]), unit=WORDS, amount=st.just(""),
    kind=st.none() | st.sampled_from(["change", "planned"]), direction=st.sampled_from([None, "up", "down"]),
    compared_with=st.none() | WORDS, period=YEARS, **NOTHING,
)  # fmt: skip
ISSUANCES = st.builds(
    Issuance, document=DOCUMENTS, body=st.none() | BODIES, date=YEARS, signer=st.none() | PEOPLE, **NOTHING
)
PARTS = st.builds(Participation, participant=PEOPLE | BODIES, meeting=MEETINGS, part=st.just(""), **NOTHING)
REVIEWS = st.builds(Review, meeting=MEETINGS, reviewed=TARGETS | DOCUMENTS, outcome=SLUGS, **NOTHING)
ARTICLES = st.builds(Article, IDS, st.just(""), st.just("pl"))
PASSAGES = st.builds(Passage, IDS, st.integers(0, 99), st.integers(0, 99), st.just(""))
KINDS = {
    "person": PEOPLE,
    "body": NESTED,
    "document": DOCUMENTS,
    "meeting": MEETINGS,
    "target": TARGETS,
    "article": ARTICLES,
    "passage": PASSAGES,
    "tenure": TENURES,
    "act": ACTS,
    "instruction": INSTRUCTIONS,
    "measure": MEASURES,
    "issuance": ISSUANCES,
    "participation": PARTS,
    "review": REVIEWS,
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_nodes_have_one_iri(kind):
    @settings(max_examples=40, deadline=None)
    @given(st.lists(KINDS[kind], min_size=2, max_size=12))
    def check(nodes):
        assert len({ident(node) for node in nodes}) == len(set(nodes))

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_every_iri_is_plain_ascii(kind):
    @settings(max_examples=40, deadline=None)
    @given(KINDS[kind])
    def check(node):
        iri = IRIS.of(node).value
        assert re.fullmatch(r"https://[A-Za-z0-9._~%+/-]+", iri)
        assert re.search(r"%(?![0-9A-F]{2})", iri) is None
        assert len(iri) < 400

    check()


def test_all_places_of_the_map_have_iris_of_their_own():
    book = gazetteer()
    names = ("An", "Tân Thành", "Na Hang", "Thành An")
    places = {place for name in names for place in book.find(name, level="commune")}
    assert len({ident(place) for place in places}) == len(places) > 1
