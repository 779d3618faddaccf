"""Who of different articles is one person: evidence, doubt, people's decisions."""

import tomllib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from identity import resolved
from population import judged, population
from texts import text_reading

from kg.graph.iris import ident
from kg.graph.vocabulary import codes
from kg.model import Article, Body, Passage, Person, PersonnelAct, Reading, Tenure
from kg.names.gazetteer import gazetteer
from kg.resolve.bodies import settle_bodies
from kg.resolve.people import contradictions, people_of
from kg.resolve.stories import stories

ROOT = Path(__file__).parents[1]


def place(name, level, province=None):
    (found,) = gazetteer().find(name, level=level, province=province)
    return found


LANG_SON = place("Lạng Sơn", "province")
CAO_BANG = place("Cao Bằng", "province")
LOC_BINH = place("Lộc Bình", "commune", "lang-son")
MAU_SON = place("Mẫu Sơn", "commune", "lang-son")

PARTY = Body("party-committee", "province", LANG_SON)
MEMBERS = Body("party-executive-committee", "province", LANG_SON)
COUNCIL = Body("people-council", "province", LANG_SON)
COMMITTEE = Body("people-committee", "province", LANG_SON)
FINANCE = Body("department", "province", LANG_SON, "finance")
HEALTH = Body("department", "province", LANG_SON, "health")
ELSEWHERE = Body("party-committee", "province", CAO_BANG)
COMMUNE = Body("party-committee", "commune", LOC_BINH)
NEIGHBOUR = Body("party-committee", "commune", MAU_SON)
CENTRE = Body("central-committee", "central")

RARE, FREQUENT = "Cheo Quay Hoa", "Nguyen Van Hung"


def shown(article):
    return {"passages": (Passage(article, 0, 1, "x"),), "rule": "r"}


def post(body, role="secretary", name=RARE, *, current=True, **more):
    """A tenure, without its article."""
    person = Person(name, **{"anchor": "lang-son", "label": name, **more})
    return {"person": person, "body": body, "role": role, "current": current}


def told(key, *tenures, published=None, url=None):
    facts = tuple(Tenure(**tenure, **shown(key)) for tenure in tenures)
    return Reading(Article(key, f"text of {key}", "ru", url=url, published=published), facts)


def nodes(*readings, stories=(), same=(), different=()):
    """Which articles tell of each individual, as "a b | c"."""
    people = people_of(readings, stories, same, different)
    groups = [" ".join(local.key[0] for local in one.profile.members) for one in people.individuals]
    return " | ".join(sorted(groups))


SECRETARY, CHAIR = ("cheo-quay-hoa", "lang-son"), ("cheo-quay-hoa", "cao-bang")


def here(**more):
    return told("a", post(PARTY, **more))


def there(**more):
    return told("b", post(ELSEWHERE, anchor="cao-bang", **more))


def test_a_decision_joins_whatever_the_evidence():
    assert nodes(here(), there()) == "a | b"
    assert nodes(here(), there(), same=[(SECRETARY, CHAIR)]) == "a b"
    other = there(name="Le Van Ha", label="Lê Văn Hà")
    assert nodes(here(label="Chẻo Quẩy Hòa"), other, same=[(("le-van-ha", "cao-bang"), SECRETARY)]) == "a b"


def test_evidence_goes_on_joining_under_each_name_that_a_decision_joined():
    other = there(name="Le Van Ha", label="Lê Văn Hà")
    more = [
        told("c", post(PARTY, label="Chẻo Quẩy Hòa", anchor="lang-son-2")),
        told("d", post(ELSEWHERE, name="Le Van Ha", label="Lê Văn Hà", anchor="cao-bang-2")),
    ]
    ruled = [(("le-van-ha", "cao-bang"), SECRETARY)]
    assert nodes(here(label="Chẻo Quẩy Hòa"), other, *more, same=ruled) == "a b c d"


def test_a_decision_keeps_apart_also_where_a_chain_of_evidence_leads_from_one_to_the_other():
    articles = [
        told("a", post(COMMUNE, anchor="x")),
        told("b", post(COMMUNE, anchor="y"), post(NEIGHBOUR, anchor="y", current=False)),
        told("c", post(NEIGHBOUR, "deputy-secretary", anchor="z")),
    ]
    assert nodes(*articles) == "a b c"
    apart = [(("cheo-quay-hoa", "x"), ("cheo-quay-hoa", "z"))]
    assert nodes(*articles, different=apart) == "a b | c"


def test_one_person_of_one_article_can_be_told_from_the_namesake_under_the_same_iri():
    articles = [told(key, post(PARTY)) for key in "abc"]
    apart = [(("cheo-quay-hoa", "lang-son_a"), ("cheo-quay-hoa", "lang-son_b"))]
    assert nodes(*articles, different=apart) == "a | b | c"
    with_a = [(("cheo-quay-hoa", "lang-son_a"), ("cheo-quay-hoa", "lang-son_c"))]
    assert nodes(*articles, same=with_a, different=apart) == "a c | b"


def test_decisions_that_contradict_each_other_are_told_and_keep_apart():
    same = [(SECRETARY, CHAIR), (CHAIR, ("x", "hue"))]
    different = [(("x", "hue"), SECRETARY)]
    assert contradictions(same, different) == tuple(different)
    assert contradictions(same[:1], different) == ()
    articles = [here(), there(), told("c", post(Body("party-committee", "commune", MAU_SON), name="X", anchor="hue"))]
    assert nodes(*articles, same=same, different=different) == "a | b | c"


# ---------------------------------------------------------------- evidence


def person_of(first, second, **more):
    """Whether articles that tell one tenure each tell of one person."""
    return nodes(told("a", first, **more), told("b", second, **more)) == "a b"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a post of several holders, where hardly two can bear the name
        (post(MEMBERS, "member"), post(MEMBERS, "member")),
        (post(FINANCE, "deputy-head", FREQUENT), post(FINANCE, "deputy-head", FREQUENT)),
        # a post that one person holds, whatever the name
        (post(PARTY, name=FREQUENT), post(PARTY, name=FREQUENT)),
        # two posts of one body
        (post(FINANCE, "deputy-head", FREQUENT), post(FINANCE, "head", FREQUENT)),
        # posts that go together at one place
        (post(PARTY, name=FREQUENT), post(COUNCIL, "chair", FREQUENT)),
        (post(PARTY, "deputy-secretary"), post(COMMITTEE, "chair")),
        (post(MEMBERS, "member"), post(FINANCE, "head")),
        (post(CENTRE, "member"), post(CENTRE, "member")),
    ],
    ids=lambda one: f"{one['person'].label} {one['role']}" if isinstance(one, dict) else "",
)
def test_what_joins(first, second):
    assert person_of(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # many bear the name, many have the post
        (post(MEMBERS, "member", FREQUENT), post(MEMBERS, "member", FREQUENT)),
        (post(CENTRE, "member", FREQUENT), post(CENTRE, "member", FREQUENT)),
        (post(MEMBERS, "member", FREQUENT), post(FINANCE, "head", FREQUENT)),
        # a move that no article tells
        (post(FINANCE, "head"), post(HEALTH, "head")),
        (post(COMMITTEE, "vice-chair"), post(FINANCE, "head")),
        (post(COMMUNE), post(NEIGHBOUR)),
        (post(COMMUNE), post(FINANCE, "head")),
        # posts that go together, one of them given up
        (post(PARTY, current=False), post(COUNCIL, "chair")),
        # bodies that nothing identifies
        (post(Body("department", "province", None, "finance"), "head"),) * 2,
    ],
    ids=lambda one: f"{one['person'].label} {one['role']}" if isinstance(one, dict) else "",
)
def test_what_does_not_join(first, second):
    assert not person_of(first, second)


def test_a_transfer_told_joins_the_two_posts():
    before, after = told("a", post(FINANCE, "deputy-head")), told("c", post(COMMUNE, anchor="loc-binh"))
    assert nodes(before, after) == "a | c"
    person = Person(RARE, "lang-son", RARE)
    moved = PersonnelAct(
        person=person,
        act="transferred",
        post_role="secretary",
        post_body=COMMUNE,
        from_role="deputy-head",
        from_body=FINANCE,
        **shown("b"),
    )
    assert nodes(before, Reading(Article("b", "x", "ru"), (moved,)), after) == "a b c"
    former = told("b", post(COMMUNE), post(FINANCE, "deputy-head", current=False))
    assert nodes(before, former, after) == "a b c"


def test_posts_that_nobody_holds_together_keep_apart_those_whom_a_seat_would_join():
    seat = post(MEMBERS, "member")
    articles = [told("a", post(COMMUNE), seat), told("b", post(NEIGHBOUR), seat)]
    assert nodes(*articles) == "a | b"
    assert nodes(*articles, told("c", seat)) == "a | b | c"
    assert nodes(*articles, told("c", post(NEIGHBOUR), post(COMMUNE, current=False))) == "a b c"


def test_versions_of_a_story_tell_of_the_same_people():
    articles = [told("a", post(FINANCE, "head", FREQUENT)), told("b", post(HEALTH, "deputy-head", RARE))]
    other = told("c", post(Body("department", "province"), "head", FREQUENT))
    assert nodes(*articles, other, stories=[("a", "c")]) == "a c | b"


def test_two_people_of_one_article_stay_two():
    articles = [
        told("a", post(COMMUNE, anchor="x"), post(NEIGHBOUR, anchor="y")),
        told("b", post(COMMUNE)),
        told("c", post(NEIGHBOUR)),
    ]
    assert nodes(*articles) == "a b | a c"


@pytest.mark.parametrize(("more", "outcome"), [(2, "a0 a1 | b | c"), (4, "a0 a1 a2 a3 c | b")])
def test_who_fits_two_goes_to_the_one_whom_far_more_articles_tell_of(more, outcome):
    often = [told(f"a{at}", post(PARTY, label="Chẻo Quẩy Hòa")) for at in range(more)]
    assert nodes(*often, told("b", post(PARTY, label="Chẻo Quẩy Hoa")), told("c", post(PARTY))) == outcome


# ---------------------------------------------------------------- misspellings

NOVEMBER = {"published": "2025-11"}


@pytest.mark.parametrize(
    "other", ["Cheo Quay Ha", "Cheo Quai Hoa", "Chea Quay Hoa", "Cheo Qauy Hoa", "Cheo Hoa", "Cheo Quay Minh"]
)
def test_a_misspelling_of_the_only_holder_of_a_post_at_one_time(other):
    assert person_of(post(PARTY), post(PARTY, name=other), **NOVEMBER)
    assert not person_of(post(PARTY), post(PARTY, name=other))
    assert not person_of(post(PARTY), post(COUNCIL, "chair", name=other), **NOVEMBER)
    stories = [told("a", post(PARTY)), told("b", post(PARTY, name=other))]
    assert nodes(*stories, stories=[("a", "b")]) == "a b"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # two letters or two syllables are another name
        (post(PARTY), post(PARTY, name="Cheo Quoi Ha")),
        (post(PARTY), post(PARTY, name="Cheo Quay")),
        # both are told with diacritics: Hà is not Hạ
        (post(PARTY, name="Tran Thi Ha", label="Trần Thị Hà"), post(PARTY, name="Tran Thi Ha", label="Trần Thị Hạ")),
        (post(PARTY, name="Tran Thi Ha", label="Trần Thị Hà"), post(PARTY, name="Tran Thi Hai", label="Trần Thị Hải")),
        # a colleague may be called so
        (post(FINANCE, "deputy-head", FREQUENT), post(FINANCE, "deputy-head", "Nguyen Van Dung")),
        (post(MEMBERS, "member"), post(MEMBERS, "member", "Cheo Quay Minh")),
    ],
    ids=lambda one: f"{one['person'].label} {one['role']}" if isinstance(one, dict) else "",
)
def test_what_is_no_misspelling(first, second):
    assert not person_of(first, second, **NOVEMBER)


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        (post(FINANCE, "deputy-head", "Cheo Quay Ha"), "a b"),
        (post(replace(FINANCE, field=None), "deputy-head", "Cheo Quay Ha"), "a b"),
        (post(HEALTH, "head", "Cheo Quay Ha"), "a | b"),
        (post(HEALTH, "deputy-head", "Cheo Quay Minh"), "a | b"),
    ],
    ids=lambda one: f"{one['person'].label} {one['role']}" if isinstance(one, dict) else "",
)
def test_a_misspelling_in_a_version_of_a_story(other, outcome):
    versions = [told("a", post(FINANCE, "deputy-head")), told("b", other)]
    assert nodes(*versions, stories=[("a", "b")]) == outcome


def test_a_misspelling_of_two_names_joins_neither():
    articles = [
        told(key, post(PARTY, name=name), published="2025-11")
        for key, name in zip("abc", ("Cheo Quay Hoa", "Cheo Quay Hao", "Cheo Quay Ha"), strict=True)
    ]
    assert "a" in nodes(*articles).split(" | ")


def test_a_successor_is_not_a_misspelling():
    articles = [
        told("a", post(PARTY), published="2024-01"),
        told("b", post(PARTY, name="Cheo Quay Ha"), published="2025-11"),
    ]
    assert nodes(*articles) == "a | b"


# ---------------------------------------------------------------- what is open


def test_open_pairs_come_with_their_evidence():
    readings = [told("a", post(MEMBERS, "member", FREQUENT)), told("b", post(MEMBERS, "member", FREQUENT))]
    (found,) = people_of(readings, ()).candidates()
    assert {found.left.anchor, found.right.anchor} == {"lang-son_a", "lang-son_b"}
    assert [one.name for one in found.supporting] == ["same-name", "same-post", "same-province"]
    assert [one.name for one in found.opposing] == ["frequent-name"]


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (post(FINANCE, "head"), post(HEALTH, "head"), "same-name same-province rare-name | exclusive-posts"),
        (post(PARTY), post(PARTY, name="Cheo Quay Ha"), "one-letter same-post same-province | "),
        (post(PARTY), post(ELSEWHERE, anchor="cao-bang"), "same-name rare-name | exclusive-posts"),
        (post(PARTY, name=FREQUENT), post(ELSEWHERE, name=FREQUENT), None),
        (
            post(PARTY, name="Tran Thi Ha", label="Trần Thị Hà"),
            post(ELSEWHERE, name="Tran Thi Ha", label="Trần Thị Hạ"),
            None,
        ),
    ],
    ids=lambda one: f"{one['person'].label} {one['role']}" if isinstance(one, dict) else "",
)
def test_which_pairs_are_open(first, second, codes):
    found = [
        f"{' '.join(e.name for e in one.supporting)} | {' '.join(e.name for e in one.opposing)}"
        for one in people_of([told("a", first), told("b", second)], ()).candidates()
    ]
    assert found == ([codes] if codes else [])


def test_a_pair_decided_to_be_different_is_not_open():
    readings = [told("a", post(FINANCE, "head", anchor="x")), told("b", post(HEALTH, "head", anchor="y"))]
    assert len(list(people_of(readings, ()).candidates())) == 1
    decided = [(("cheo-quay-hoa", "x"), ("cheo-quay-hoa", "y"))]
    assert list(people_of(readings, (), different=decided).candidates()) == []


# ---------------------------------------------------------------- IRIs


def idents(*readings):
    return [ident(one.person) for one in people_of(readings, ()).individuals]


def test_namesakes_of_one_place_are_told_apart_by_the_body_of_a_post():
    finance, health = (told(key, post(body, "head", FREQUENT)) for key, body in (("a", FINANCE), ("b", HEALTH)))
    assert idents(finance) == ["nguyen-van-hung_lang-son"]
    assert idents(finance, health) == [
        "nguyen-van-hung_lang-son.department-finance",
        "nguyen-van-hung_lang-son.department-health",
    ]
    commune = told("c", post(COMMUNE, name=FREQUENT))
    assert "nguyen-van-hung_lang-son.party-committee-loc-binh" in idents(finance, health, commune)


def test_namesakes_of_one_body_are_told_apart_by_the_article():
    seats = [told(key, post(MEMBERS, "member", FREQUENT)) for key in "ab"]
    assert idents(*seats) == ["nguyen-van-hung_lang-son_a", "nguyen-van-hung_lang-son_b"]


def test_a_key_with_the_body_can_be_decided_on():
    finance, health = (told(key, post(body, "head", FREQUENT)) for key, body in (("a", FINANCE), ("b", HEALTH)))
    same = [tuple(("nguyen-van-hung", f"lang-son.department-{field}") for field in ("finance", "health"))]
    assert nodes(finance, health) == "a | b"
    assert nodes(finance, health, same=same) == "a b"


# ---------------------------------------------------------------- whatever the articles tell

POSTS = st.builds(
    post,
    st.sampled_from([PARTY, COUNCIL, MEMBERS, FINANCE, HEALTH, COMMUNE, NEIGHBOUR, ELSEWHERE, CENTRE]),
    st.sampled_from(["secretary", "deputy-head", "head", "member"]),
    st.sampled_from(["Tran Thi Ha", "Tran Thi Ha", "Tran Thi Hai", "Tran Chi Ha"]),
    label=st.sampled_from(["Tran Thi Ha", "Tran Thi Ha", "Trần Thị Hà", "Trần Thị Hạ"]),
    readings=st.sampled_from([(), (), ("Tran Thi Ha",), ("Tran Chi Ha", "Tran Thi Ha")]),
    anchor=st.sampled_from(["lang-son", "cao-bang"]),
    current=st.booleans(),
)
ARTICLES = st.lists(
    st.tuples(st.lists(POSTS, min_size=1, max_size=3), st.sampled_from([None, "2025-10", "2025-11-03", "2024"])),
    min_size=2,
    max_size=8,
).map(lambda told_by: [told(f"a{at}", *posts, published=day) for at, (posts, day) in enumerate(told_by)])
KEYS = st.tuples(
    st.sampled_from(["tran-thi-ha", "tran-thi-hai", "tran-chi-ha"]), st.sampled_from(["lang-son", "cao-bang"])
)
PAIRS = st.lists(st.tuples(KEYS, KEYS).filter(lambda pair: pair[0] != pair[1]), max_size=2)


def outcome(readings, same, different):
    people = people_of(readings, [("a0", "a1")], same, different)
    return [(one.person, one.others, one.profile.joins) for one in people.individuals], list(people.candidates())


@settings(max_examples=150, deadline=None)
@given(ARTICLES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), PAIRS, PAIRS)
def test_neither_people_nor_their_evidence_depend_on_the_order(orders, same, different):
    one, other = (outcome(readings, same, different) for readings in orders)
    assert one == other
    turned = [(right, left) for left, right in reversed(different)]
    assert outcome(orders[0], list(reversed(same)), turned) == one


@settings(max_examples=100, deadline=None)
@given(ARTICLES, PAIRS, PAIRS)
def test_whom_people_decided_to_be_different_is_never_one(readings, same, different):
    for one in people_of(readings, [("a0", "a1")], same, different).individuals:
        assert not any(set(pair) <= one.profile.ruled for pair in different)


@settings(max_examples=100, deadline=None)
@given(ARTICLES, PAIRS)
def test_whom_people_decided_to_be_the_same_is_always_one(readings, same):
    individuals = people_of(readings, [("a0", "a1")], same).individuals
    for pair in same:
        assert sum(bool(set(pair) & one.profile.ruled) for one in individuals) <= 1


# ---------------------------------------------------------------- made-up officials


@pytest.fixture(scope="module")
def made():
    return population(600, seed=3)


def test_identity_of_made_up_officials_keeps_its_floors(made):
    precision, recall = judged(made, resolved(made).person)
    assert precision >= 0.99
    assert recall >= 0.95


def test_identity_of_made_up_officials_does_not_depend_on_order(made):
    people = resolved(made)
    shuffled = sorted(made.readings, key=lambda reading: sha256(reading.article.id.encode()).hexdigest())
    again = people_of([settle_bodies(reading) for reading in shuffled], stories(shuffled))
    assert [one.person for one in again.individuals] == [one.person for one in people.individuals]
    assert list(again.candidates()) == list(people.candidates())


def test_identity_of_made_up_officials_in_texts_of_five_languages():
    read = population(250, seed=4, reader=text_reading)
    precision, recall = judged(read, resolved(read).person)
    assert precision >= 0.99
    assert recall >= 0.95
    assert read.unread <= 0.03 * len(read.truth)


def test_the_table_of_offices_knows_the_codes_of_the_ontology():
    table = tomllib.loads((ROOT / "kg" / "data" / "offices.toml").read_text(encoding="utf-8"))
    kinds = {*table["members"], *table["alike"], *table["posts"]["seat_kinds"], *table["organs"], *table["together"]}
    kinds |= {kind for kinds in (*table["together"].values(), table["organs"].values()) for kind in kinds}
    assert kinds - {"default"} <= set(codes("kind"))
    assert {*table["holders"], *table["posts"]["seats"]} <= set(codes("role"))
