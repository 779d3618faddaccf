"""How bodies stand to one another: parts and wholes, lines, and what followed a merged one."""

import tomllib

import pytest

from kg import facts
from kg.graph import vocabulary
from kg.graph.iris import Iris
from kg.graph.terms import DATA, iri
from kg.graph.triples import triples
from kg.home import PACKAGE
from kg.mentions.kinds import kinds
from kg.model import Article, Body, Issuance, Passage, Person, Reading, Tenure
from kg.names.gazetteer import gazetteer
from kg.resolve import resolve
from kg.resolve.organisation import heirs_among, whole_of, wholes_among, with_kin


def place(name, level, province=None):
    return gazetteer().find(name, level=level, province=province)[0]


LANG_SON, THAI_NGUYEN, BAC_KAN = (place(name, "province") for name in ("Lạng Sơn", "Thái Nguyên", "Bắc Kạn"))
LOC_BINH = place("Lộc Bình", "commune", "lang-son")
BA_BE = place("Ba Bể", "district", "bac-kan")
CENTRE = Body("central-committee", "central")
GOVERNMENT = Body("government", "central")


def province(kind, where=LANG_SON, **more):
    return Body(kind, "province", where, **more)


def commune(kind):
    return Body(kind, "commune", LOC_BINH)


def central(kind, field=None):
    return Body(kind, "central", None, field)


PARTY, PEOPLE = province("party-committee"), province("people-committee")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (province("party-standing-committee"), PARTY),
        (province("party-executive-committee"), PARTY),
        (province("party-organization-commission"), PARTY),
        (province("party-committee-office"), PARTY),
        (commune("party-inspection-commission"), commune("party-committee")),
        (province("people-committee-office"), PEOPLE),
        (province("department", field="finance"), PEOPLE),
        (Body("department", None, LANG_SON, "health"), PEOPLE),
        (central("ministry", "finance"), GOVERNMENT),
        (central("politburo"), CENTRE),
        (central("secretariat"), CENTRE),
        (central("party-organization-commission"), CENTRE),
        (central("national-assembly-standing-committee"), central("national-assembly")),
        (province("other", parent=PARTY, name="Ban"), PARTY),
        # what is no part of another, or of which nobody knows
        (PARTY, None),
        (PEOPLE, None),
        (CENTRE, None),
        (central("department", "tax"), None),
        (Body("party-standing-committee", "province"), None),
        (Body("department", "province", None, "health", local="a"), None),
    ],
)
def test_what_a_body_is_a_part_of(part, whole):
    assert whole_of(part) == whole


@pytest.mark.parametrize(
    ("body", "above"),
    [
        (commune("party-committee"), PARTY),
        (PARTY, CENTRE),
        (Body("party-committee", "district", BA_BE), province("party-committee", BAC_KAN)),
        (commune("police"), province("police")),
        (province("police"), central("ministry", "public-security")),
        (commune("youth-union"), commune("fatherland-front")),
        (province("trade-union"), province("fatherland-front")),
        (central("farmers-union"), central("fatherland-front")),
    ],
)
def test_the_line_above_is_linked_where_it_is_there(body, above):
    assert wholes_among(body, {above}) == [above]
    assert wholes_among(body, {body}) == []
    assert above not in with_kin([body])


@pytest.mark.parametrize(
    "body",
    [
        Body("party-committee", "commune", None, local="a"),
        Body("party-committee", "commune", LOC_BINH, parent=commune("police")),
        commune("people-committee"),
        commune("people-council"),
    ],
    ids=lambda body: body.kind,
)
def test_no_line_where_none_is_known(body):
    everything = {PARTY, PEOPLE, province("people-council"), GOVERNMENT, CENTRE}
    assert not set(wholes_among(body, everything)) & everything


@pytest.mark.parametrize(
    ("body", "heir"),
    [
        (province("party-committee", BAC_KAN), province("party-committee", THAI_NGUYEN)),
        (province("people-committee", BAC_KAN), province("people-committee", THAI_NGUYEN)),
        (central("ministry", "transport"), central("ministry", "construction")),
        (province("department", field="labour"), province("department", field="home-affairs")),
    ],
)
def test_what_followed_a_merged_body(body, heir):
    kin = with_kin([body])
    assert heir in kin
    assert heirs_among(body, kin) == [heir]
    assert heirs_among(heir, kin) == []


def test_a_department_of_a_merged_field_and_province_leads_on_step_by_step():
    first = province("department", BAC_KAN, field="transport")
    second = province("department", BAC_KAN, field="construction")
    assert second in with_kin([first])
    last = province("department", THAI_NGUYEN, field="construction")
    assert heirs_among(second, {last}) == [last]


def test_a_merged_ministrys_circular_is_its_own_and_leads_to_what_followed():
    reading = facts.read(Article("a", "Thực hiện Thông tư số 15/2021/TT-BGTVT, tỉnh Lạng Sơn xây dựng đường.", "vi"))
    (issuer,) = [fact.body for fact in reading.facts if isinstance(fact, Issuance)]
    assert heirs_among(issuer, with_kin([issuer])) == [central("ministry", "construction")]


def test_a_district_went_into_many_communes_and_makes_none_of_their_bodies_known():
    district = Body("party-committee", "district", BA_BE)
    communes = {Body("party-committee", heir.level, heir) for heir in gazetteer().successors(BA_BE)}
    assert len(communes) > 1
    assert not communes & with_kin([district])
    assert set(heirs_among(district, communes)) == communes


def test_a_body_of_its_own_name_is_followed_by_none():
    assert not heirs_among(province("working-group", BAC_KAN, name="4"), {province("working-group", THAI_NGUYEN)})


def graph_of(*bodies):
    text = "Trinh Van An."
    said = {"passages": (Passage("a", 0, 13, text),), "rule": "r", "person": Person("Trinh Van An", "x")}
    facts = tuple(Tenure(**said, body=body, role="head") for body in bodies)
    return set(triples(resolve([Reading(Article("a", text, "pl"), facts)]), DATA))


def test_the_graph_links_them():
    iris = Iris(DATA)
    finance, merged = province("department", field="finance"), province("party-committee", BAC_KAN)
    found = {
        (str(one.subject.value), one.predicate.value, one.object.value)
        for one in graph_of(finance, merged, commune("party-committee"), PARTY)
        if one.predicate.value in {iri("org:subOrganizationOf"), iri("dct:isReplacedBy")}
    }
    assert found == {
        (iris.of(finance).value, iri("org:subOrganizationOf"), iris.of(PEOPLE).value),
        (iris.of(commune("party-committee")).value, iri("org:subOrganizationOf"), iris.of(PARTY).value),
        (iris.of(merged).value, iri("dct:isReplacedBy"), iris.of(province("party-committee", THAI_NGUYEN)).value),
    }


def test_the_data_names_known_kinds_fields_and_levels():
    data = tomllib.loads((PACKAGE / "data" / "organisation.toml").read_text(encoding="utf-8"))
    known = {row.code for row in kinds()}
    rows = data["above"]
    assert {row[name] for row in rows for name in ("kind", "above")} <= known
    assert {kind for row in data["merged"] for kind in row["kinds"]} | set(data["everywhere"]["kinds"]) <= known
    fields = {row.get("field") for row in rows} | {row[name] for row in data["merged"] for name in ("field", "into")}
    assert all(vocabulary.labels(f"field:{field}") for field in fields - {None})
    assert not {row["into"] for row in data["merged"]} & {row["field"] for row in data["merged"]}
    assert all(row["source"] for row in rows)
