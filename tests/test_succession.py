"""Who took whose place in a post, and who held one when, as several articles tell."""

import pytest

from kg import facts
from kg.graph.iris import ident
from kg.graph.terms import DATA, iri
from kg.graph.triples import triples
from kg.model import Article, PersonnelAct, Tenure
from kg.resolve import resolve

HEADS = {
    "vi": "Tỉnh ủy Lạng Sơn họp. ",
    "en": "The Lang Son Provincial Party Committee met. ",
    "ru": "Провинциальный комитет партии Лангшон собрался. ",
    "pl": "Prowincjonalny Komitet Partii Lang Son obradował. ",
    "id": "Komite Partai Provinsi Lang Son bersidang. ",
    "fr": "Le Comité provincial du Parti de Lang Son s'est réuni. ",
}


def told(key, language, text, published=None):
    return facts.read(Article(key, HEADS[language] + text, language, published=published))


def acts(reading):
    return [fact for fact in reading.facts if isinstance(fact, PersonnelAct)]


def tenures(*readings):
    """Person, role, whether current, start, end, term: each once."""
    found = {fact for fact in resolve(readings).facts if isinstance(fact, Tenure)}
    return sorted(
        {(one.person.name, one.role, one.current, one.start or "", one.end or "", one.term or "") for one in found}
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Đồng chí Hà Văn Sinh được bầu giữ chức Bí thư Tỉnh ủy, thay đồng chí Trần Văn Bình nghỉ hưu."),
        ("vi", "Ông Hà Văn Sinh được chỉ định giữ chức Bí thư Tỉnh ủy, kế nhiệm ông Trần Văn Bình."),
        (
            "en",
            "Mr. Ha Van Sinh was appointed Secretary of the Provincial Party Committee to replace Mr. Tran Van Binh.",
        ),
        (
            "en",
            "Mr. Ha Van Sinh was elected Secretary of the Provincial Party Committee, succeeding Mr. Tran Van Binh.",
        ),
        ("ru", "Товарищ Ха Ван Синь избран секретарём провинциального комитета партии вместо товарища Чан Ван Биня."),
        ("ru", "Товарищ Ха Ван Синь избран секретарём провинциального комитета партии, сменив товарища Чан Ван Биня."),
        (
            "pl",
            (
                "Towarzysz Ha Van Sinh został wybrany na sekretarza Prowincjonalnego Komitetu Partii, "
                "zastępując towarzysza Tran Van Binha."
            ),
        ),
        (
            "id",
            "Bapak Ha Van Sinh diangkat menjadi Sekretaris Komite Partai Provinsi menggantikan Bapak Tran Van Binh.",
        ),
        (
            "fr",
            "M. Ha Van Sinh a été nommé secrétaire du Comité provincial du Parti, en remplacement de M. Tran Van Binh.",
        ),
    ],
)
def test_who_takes_whose_place(language, text):
    reading = told("a", language, text)
    (act,) = [one for one in acts(reading) if one.replaces]
    assert (act.person.name, act.post_role, act.replaces.name) == ("Ha Van Sinh", "secretary", "Tran Van Binh")
    assert "Bin" in act.passages[0].exact or "Бин" in act.passages[0].exact or "Bình" in act.passages[0].exact
    former = [fact for fact in reading.facts if isinstance(fact, Tenure) and not fact.current]
    assert {(one.person.name, one.role) for one in former} == {("Tran Van Binh", "secretary")}


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ha Van Sinh was appointed Secretary of the Provincial Party Committee. Mr. Tran Van Binh attended.",
        "Resolution No. 12-NQ/TU, replacing Resolution No. 5-NQ/TU, was signed by Mr. Tran Van Binh.",
    ],
)
def test_nobody_is_replaced(text):
    assert not [one for one in acts(told("a", "en", text)) if one.replaces]


def test_several_in_one_breath_replace_nobody_in_particular():
    text = (
        "Mr. Ha Van Sinh and Mr. Le Van Duc were elected Vice Chairmen of the People's Committee of Lang Son Province"
    )
    assert not [one for one in acts(told("a", "en", f"{text}, replacing Mr. Tran Van Binh.")) if one.replaces]


def test_the_graph_names_the_predecessor_once_for_all_articles():
    read = [
        told(
            "en",
            "en",
            "Mr. Ha Van Sinh was elected Secretary of the Provincial Party Committee, replacing Mr. Tran Van Binh.",
        ),
        told("vi", "vi", "Đồng chí Hà Văn Sinh được bầu giữ chức Bí thư Tỉnh ủy."),
    ]
    found = triples(resolve(read), DATA)
    (link,) = [one for one in found if one.predicate.value == iri("gov:replacesPerson")]
    assert "tran-van-binh" in link.object.value
    passages = [
        one for one in found if one.subject == link.subject and one.predicate.value == iri("prov:wasDerivedFrom")
    ]
    assert len(passages) == 2, "the article that tells less joins the one that tells more"


def test_two_predecessors_are_two_readings():
    text = "Mr. Ha Van Sinh was elected Secretary of the Provincial Party Committee, replacing Mr. {}."
    read = [told(key, "en", text.format(name)) for key, name in (("a", "Tran Van Binh"), ("b", "Le Van Duc"))]
    found = {ident(fact) for fact in resolve(read).facts if isinstance(fact, PersonnelAct)}
    assert len(found) == 2


# ---------------------------------------------------------------- time

SECRETARY = "Mr. Tran Van Binh, {}Secretary of the Lang Son Provincial Party Committee, visited a school."


def attested(*readings):
    """The dates of the first and the last article of each tenure."""
    found = {}
    for one in triples(resolve(readings), DATA):
        if one.predicate.value in {
            iri("gov:attestedFirst"),
            iri("gov:attestedLast"),
            iri("gov:from"),
            iri("gov:until"),
        }:
            found.setdefault(one.subject.value.rpartition("~")[2], {})[one.predicate.value.rpartition("#")[2]] = (
                one.object.value
            )
    return found


def test_attested_dates_are_those_of_the_articles_and_no_others():
    read = [
        told("a", "en", SECRETARY.format(""), "2025-03-04"),
        told("b", "en", SECRETARY.format(""), "2025-09-30"),
        told("c", "en", SECRETARY.format("")),
        told("d", "en", SECRETARY.format("former "), "2026-01-15"),
    ]
    assert tenures(*read) == [
        ("Tran Van Binh", "secretary", False, "", "", ""),
        ("Tran Van Binh", "secretary", True, "", "", ""),
    ]
    assert attested(*read) == {
        "current": {"attestedFirst": "2025-03-04", "attestedLast": "2025-09-30"},
        "former": {"attestedFirst": "2026-01-15", "attestedLast": "2026-01-15"},
    }


def test_stated_terms_are_tenures_of_their_own():
    words = "Mr. Tran Van Binh, Secretary of the Lang Son Provincial Party Committee, term {}, visited a school."
    read = [told(key, "en", words.format(term), "2025-03-04") for key, term in (("a", "2020-2025"), ("b", "2025-2030"))]
    assert [one[-1] for one in tenures(*read)] == ["2020-2025", "2025-2030"]


def test_two_holders_of_one_post_are_both_kept_each_with_its_words():
    read = [
        told("a", "en", SECRETARY.format(""), "2025-03-04"),
        told("b", "en", SECRETARY.format("").replace("Tran Van Binh", "Ha Van Sinh"), "2025-03-04"),
    ]
    found = [fact for fact in resolve(read).facts if isinstance(fact, Tenure)]
    assert len({fact.body for fact in found}) == 1
    assert {(fact.person.name, fact.passages[0].article) for fact in found} == {
        ("Tran Van Binh", "a"),
        ("Ha Van Sinh", "b"),
    }
    assert all(fact.current for fact in found)
