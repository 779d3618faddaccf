"""Who of different articles is one person: evidence, doubt, people's decisions."""

from kg.model import Article, Body, Passage, Person, Reading, Tenure
from kg.names.gazetteer import gazetteer
from kg.resolve.people import contradictions, people_of


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
