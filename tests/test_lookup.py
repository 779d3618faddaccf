"""From spellings to nodes, and a node in words."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import KgError
from kg.graph.store import Graph, opened
from kg.graph.terms import CODE, DATA, iri, short
from kg.queries.lookup import AmbiguousNameError, UnknownNameError, find, long, resolve
from kg.queries.portrait import portrait, wording
from kg.queries.search import found_table, shown

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"
EXTRA = Path(__file__).parent / "data" / "sample" / "extra.txt"
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def store():
    return opened(SAMPLE)


def some(*triples):
    """A store of triples written as (node, property, text or node)."""
    store = Store()
    for subject, name, value in triples:
        node = NamedNode(iri(value)) if value.startswith(("gov:", "id:")) and " " not in value else Literal(value)
        store.add(Quad(NamedNode(DATA + subject), NamedNode(iri(name)), node))
    return Graph(store)


def places(*names):
    return some(
        *((f"place/{at}", name, value) for at, text in enumerate(names) for name, value in
          (("rdf:type", "gov:Place"), ("gov:name", text), ("rdfs:label", f"Xã {text}")))
    )  # fmt: skip


SPELLED = [
    # as typed, classes, the node
    ("Lạng Sơn", ["gov:Place"], "place/province-lang-son-20"),
    (unicodedata.normalize("NFD", "Lạng Sơn"), ["gov:Place"], "place/province-lang-son-20"),
    ("lang son", ["gov:Place"], "place/province-lang-son-20"),
    ("LANGSON", ["gov:Place"], "place/province-lang-son-20"),
    ("Lang-Son", ["gov:Place"], "place/province-lang-son-20"),
    ("tỉnh lạng sơn", ["gov:Place"], "place/province-lang-son-20"),
    ("Локбинь", ["gov:Place"], "place/commune-lang-son-loc-binh-06526"),  # as an article writes it
    ("Каобанг", ["gov:Place"], "place/province-cao-bang-04"),  # no article of the sample writes it so
    ("Doan Thu Ha", ["gov:Person"], "person/doan-thu-ha_lang-son"),
    ("Доан Ту Ха", ["gov:Person"], "person/doan-thu-ha_lang-son"),
    ("Chinh Tien Dong", ["gov:Person"], "person/trinh-tien-dong_loc-binh"),  # a hidden label
    ("Куан Минь Кыонг", ["gov:Person"], "person/quan-minh-cuong_cao-bang"),  # only Polish articles name him
    ("Tỉnh ủy Lạng Sơn", [], "body/province-lang-son_party-committee"),
    ("Tỉnh uỷ Lạng Sơn", [], "body/province-lang-son_party-committee"),  # the other placement of the tone
    ("Komite Partai Provinsi Lao Cai", [], "body/province-lao-cai_party-committee"),
    ("18-NQ/TW", ["gov:Document"], "document/central_18-nq-tw_2017"),
    ("18 nq tw", ["gov:Document"], "document/central_18-nq-tw_2017"),
    ("Uchwała 18-NQ/TW", ["gov:Document"], "document/central_18-nq-tw_2017"),
    ("extra", ["gov:Article"], "article/extra"),
    ("id:article/extra", ["gov:Article"], "article/extra"),
    (f"<{DATA}article/extra>", [], "article/extra"),
]


@pytest.mark.parametrize(("text", "kinds", "node"), SPELLED)
def test_any_spelling_leads_to_the_node(text, kinds, node, store):
    assert resolve(store, text, kinds) == DATA + node


@pytest.mark.parametrize("text", ["chair", "role:chair", "Chủ tịch", "председатель", f"{CODE}role/chair"])
def test_codes_are_found_by_code_label_and_iri(text, store):
    assert resolve(store, text, ["role:"]) == f"{CODE}role/chair"


def test_a_code_list_bounds_what_a_name_means(store):
    assert resolve(store, "resolution", ["doctype:"]) == f"{CODE}document/resolution"
    with pytest.raises(UnknownNameError, match="known: general-secretary, president"):
        resolve(store, "resolution", ["role:"])


def test_a_code_that_the_graph_does_not_use_is_still_a_code(store):
    assert resolve(store, "role:minister", ["role:"]) == f"{CODE}role/minister"


def test_diacritics_decide_where_the_text_has_them():
    store = places("Tân Lập", "Tản Lập", "Tân Lạp")
    assert resolve(store, "Tản Lập") == f"{DATA}place/1"
    with pytest.raises(AmbiguousNameError, match=r"Xã Tân Lập \(id:place/0\), Xã Tản Lập \(id:place/1\), Xã Tân Lạp"):
        resolve(store, "Tan Lap")


def test_many_candidates_are_cut():
    store = some(*((f"place/{at:02}", name, value) for at in range(20) for name, value in
                   (("rdf:type", "gov:Place"), ("rdfs:label", "Xã Tân Lập"))))  # fmt: skip
    with pytest.raises(AmbiguousNameError, match=r"\(id:place/11\) and 8 more; give one of these"):
        resolve(store, "Xã Tân Lập")


def test_the_iri_of_a_merged_person_leads_to_the_person_it_became():
    kept, old = NamedNode(f"{DATA}person/a_x"), NamedNode(f"{DATA}person/a_y")
    for subject, value in ((kept, old), (old, kept)):
        store = some(("person/a_x", "rdf:type", "gov:Person"), ("person/a_x", "rdfs:label", "A"))
        store.store.add(Quad(subject, NamedNode(iri("owl:sameAs")), value))
        assert resolve(store, "id:person/a_y") == kept.value


def test_an_unknown_name_is_answered_with_close_ones(store):
    with pytest.raises(UnknownNameError, match="no 'Quan Minh Cung'; close: Quan Minh Cuong"):
        resolve(store, "Quan Minh Cung", ["gov:Person"])
    with pytest.raises(UnknownNameError, match="no 'Quang'; close: Vu Hong Quang"):
        resolve(store, "Quang", ["gov:Person"])
    with pytest.raises(UnknownNameError, match="the graph has no 'x'; known: none"):
        resolve(Graph(Store()), "x", ["gov:Person"])


FOUND = [
    # as typed, and the first nodes found
    ("Lạng Sơn", ["place/province-lang-son-20"]),
    ("langson", ["place/province-lang-son-20"]),
    ("Quang", ["person/vu-hong-quang_cao-bang"]),  # a word comes before a part of one
    ("thu ha", ["person/doan-thu-ha_lang-son"]),
    ("doan th", ["person/doan-thu-ha_lang-son"]),
    ("2583", ["document/province-lang-son_2583-qd-tu_2025"]),
    ("Доан", ["person/doan-thu-ha_lang-son"]),
    ("Бе Тхань", ["person/be-thanh-tinh_cao-bang"]),
    ("party-office", []),
    ("zzz", []),
    ("", []),
    ("  ", []),
    ("?!", []),
]


@pytest.mark.parametrize(("text", "first"), FOUND)
def test_parts_of_names_are_found_the_closest_first(text, first, store):
    found = [node.iri.removeprefix(DATA) for node in find(store, text)]
    assert found[: len(first)] == first
    assert first or not found


def test_two_letters_inside_a_word_are_no_find(store):
    assert [node.label for node in find(store, "ua")] == []


@settings(deadline=None)  # the first Cyrillic text loads the gazetteer
@given(st.text())
def test_no_text_upsets_the_search(text):
    store = places("Tân Lập")
    assert all(node.kind == "place" for node in find(store, text))


def test_names_and_kinds_of_all_nodes(store):
    known = {node.iri: node for node in store.catalogue.nodes()}
    assert known[f"{DATA}article/extra"].label == "Lang Son has a new chief of the Party Committee's Office"
    assert known[f"{DATA}article/extra-id"].label == "extra-id"
    assert known[f"{DATA}body/central-committee"].label == "Party Central Committee"
    assert {node.kind for node in known.values()} == {
        "person", "body", "place", "document", "meeting", "target", "article", "code",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("id:person/a", f"{DATA}person/a"),
        ("role:chair", f"{CODE}role/chair"),
        ("https://example.org/a", "https://example.org/a"),
        ("Sở Tài chính: Lạng Sơn", None),
        ("http://a b", None),
        ("<http://a>} x", None),
        ("18-NQ/TW", None),
    ],
)
def test_what_counts_as_an_iri(text, whole):
    assert long(text) == whole


def test_short_and_long_are_each_others_inverse(store):
    assert all(long(short(node.iri)) == node.iri for node in store.catalogue.nodes())


# ---------------------------------------------------------------- in words

TOLD = [
    # the node, and lines that tell of it
    ("person/hoang-van-mau_lang-son", [
        "Hoang Van Mau (person)",
        "Roles",
        ("  Hoang Van Mau: head, Office of the Lạng Sơn Provincial Party Committee (current), from 2025-11-03, "
        "attested from 2025-11-05 to 2025-11-05"),
        ("  Hoang Van Mau: secretary, Party Committee of Lộc Bình Commune (former), from 2025-07, until 2025-10, "
        "attested from 2025-11-05 to 2025-11-05"),
        "Personnel acts",
        ("  Hoang Van Mau: appointed head, Office of the Lạng Sơn Provincial Party Committee; before: secretary, "
        "Party Committee of Lộc Bình Commune; on 2025-11-03; decided by Standing Committee of the Lạng Sơn Provincial "
        "Party Committee; under Decision 2701-QD/TU"),
    ]),
    ("person/doan-thu-ha_lang-son", [
        "  also: Доан Ту Ха; Доан Тху Ха",
        "  Doan Thu Ha concludes: Working session of the Lạng Sơn Provincial Party Committee",
        ("  Doan Thu Ha to Working Group No. 4 (requests): продолжать повышать свою ответственность "
        "(at: Working session of the Lạng Sơn Provincial Party Committee)"),
        ("  Decision 2701-QD/TU: issued by Standing Committee of the Lạng Sơn Provincial Party Committee, "
        "signed by Doan Thu Ha"),
    ]),
    ("body/province-lang-son_party-committee", [
        "  governs: Tỉnh Lạng Sơn",
        ("  bodies in it: Office of the Lạng Sơn Provincial Party Committee; "
        "Standing Committee of the Lạng Sơn Provincial Party Committee"),
        "  Doan Thu Ha: deputy secretary, Lạng Sơn Provincial Party Committee (current)",
    ]),
    ("document/province-lang-son_2583-qd-tu_2025", [
        "  number: 2583-QD/TU",
        "  type: decision",
        "Named in",
        "  Decision 2583-QD/TU: issued by Standing Committee of the Lạng Sơn Provincial Party Committee on 2025-08-11",
        "  Decision 2583-QD/TU: issued on 2025-08-12",
        "  Decision 2701-QD/TU amends Decision 2583-QD/TU",
    ]),
    ("meeting/003_286f9ef8ca64527d_conference-1", [
        "  held by: Executive Committee of the Cao Bằng Provincial Party Organization",
        "  Be Thanh Tinh chairs: Conference of the Executive Committee of the Cao Bằng Provincial Party Organization",
        ("  Conference of the Executive Committee of the Cao Bằng Provincial Party Organization: "
        "approved Regulaminu pracy Komitetu Wojewódzkiego Partii"),
    ]),
    ("place/commune-lao-cai-che-tao-04462", [
        "  lies in: Tỉnh Lào Cai",
        "  governed by: Party Committee of Chế Tạo Commune",
        "  meetings held here: Working session of the Lào Cai Provincial Party Committee",
        "  targets: Populasinya; rumah tangga",
    ]),
    ("target/cao-bang_budget-revenue", [
        "  of: Tỉnh Cao Bằng",
        "  Całkowite dochody budżetowe: 3312 billion VND, levelReached, ../2025-10-12",
        "  Całkowite dochody budżetowe: 69 %, change, up, compared with analogicznym okresem ubiegłego roku",
    ]),
    ("article/extra-id", [
        "  published: 2025-11-05",
        ("  Dinh Duc Trinh: head, Office of the Lạng Sơn Provincial Party Committee (current), term 2025-2030, "
        "attested from 2025-11-05 to 2025-11-05"),
    ]),
    ("measure/che-tao_population_2645-people", [
        "id:measure/che-tao_population_2645-people",
        "  Populasinya: 2645 people, levelReached",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("node", "lines"), TOLD)
def test_a_node_is_told_in_sentences(node, lines, store):
    told = list(portrait(store, DATA + node))
    assert [line for line in told if line in lines] == lines
    assert told[1] == f"  {DATA}{node}"


@pytest.mark.parametrize(("node", "_"), TOLD)
def test_every_quote_stands_in_its_article_where_it_says(node, _, store):
    texts = {
        path.stem: path.read_text(encoding="utf-8") for path in [*SEEDS.glob("*.txt"), *EXTRA.parent.glob("*.txt")]
    }
    told = list(portrait(store, DATA + node))
    quotes = [(line.strip(), told[at + 1].strip()) for at, line in enumerate(told) if line.startswith("    “")]
    assert quotes or node.startswith("place/")
    for quote, source in quotes:
        article, start, end = re.match(r"(\S+), (\d+) to (\d+)", source).groups()
        assert quote == f"“{texts[article][int(start) : int(end)]}”"


def test_words_of_articles_are_never_read_as_a_template():
    store = some(
        ("x", "rdf:type", "gov:Instruction"), ("x", "dct:description", "do {gov:force} [now] {nothing}"),
        ("x", "gov:givenBy", "{gov:givenBy}"), ("x", "gov:force", "gov:orders"),
    )  # fmt: skip
    assert list(portrait(store, f"{DATA}x"))[-1] == "  {gov:givenBy} (orders): do {gov:force} [now] {nothing}"


def test_every_class_of_fact_has_its_sentence(store):
    facts = {quad.subject for quad in store.store.quads_for_pattern(None, NamedNode(iri("prov:wasDerivedFrom")), None)}
    kinds = {
        quad.object for fact in facts for quad in store.store.quads_for_pattern(fact, NamedNode(iri("rdf:type")), None)
    }
    own = {kind for kind in kinds if kind.value.startswith(iri("gov:"))}
    assert own == set(wording().sentences) == set(wording().headings)


# ---------------------------------------------------------------- what the commands say


def test_the_table_of_finds_names_other_spellings():
    assert found_table("Доан", SAMPLE, None) == (
        "kind    label        node                            other spellings\n"
        "------  -----------  ------------------------------  -----------------------\n"
        "person  Doan Thu Ha  id:person/doan-thu-ha_lang-son  Доан Ту Ха; Доан Тху Ха\n"
    )  # fmt: skip


def test_a_part_of_a_name_shows_the_only_node_that_has_it():
    assert shown("hang a", SAMPLE).startswith("Hang A Ky (person)\n")


def test_several_nodes_are_listed():
    with pytest.raises(
        KgError, match=r"^'Trinh' stands for 3 nodes; give one of their IRIs:\n  Dinh Duc Trinh \(person\): id:"
    ):
        shown("Trinh", SAMPLE)


def test_nothing_found_names_what_is_close():
    with pytest.raises(KgError, match=r"sample\.ttl: no node is called 'Hang A Ki'; close: Hang A Ky$"):
        shown("Hang A Ki", SAMPLE)
    with pytest.raises(KgError, match=r"sample\.ttl: no node is called 'zzzz'$"):
        found_table("zzzz", SAMPLE, None)


def test_control_characters_of_a_text_do_not_reach_the_terminal(tmp_path):
    label = r'"A\u001B[31mB"'
    (tmp_path / "g.ttl").write_text(
        f"<{DATA}person/a> a <{iri('gov:Person')}> ; <{iri('rdfs:label')}> {label} .\n", encoding="utf-8"
    )
    assert "\x1b" not in shown("id:person/a", tmp_path / "g.ttl") + found_table("31mB", tmp_path / "g.ttl", None)
