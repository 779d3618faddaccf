"""Documents without a number: one node for the resolution of one congress, in whatever language it is named."""

import random

import pytest

from kg import facts
from kg.graph.iris import ident
from kg.graph.labels import document_label
from kg.graph.terms import DATA, iri
from kg.graph.triples import triples
from kg.mentions.ordinals import ordinal_in, roman
from kg.model import Article, Citation, Issuance
from kg.resolve import resolve

PROVINCE = "province-lang-son_resolution_2025-2030_of-party-congress"
FIRST = "province-lang-son_resolution__of-party-congress-1"
COMMUNE = "commune-lang-son-loc-binh_resolution_2025-2030_of-party-congress"
NATIONAL = "central_resolution_2026-2031_of-party-congress"
VIETNAMESE = "Tỉnh ủy Lạng Sơn triển khai Nghị quyết Đại hội Đảng bộ tỉnh"
ENGLISH = "Lang Son province implements the Resolution of the"
INDONESIAN = "Provinsi Lang Son melaksanakan Resolusi Kongres"
RUSSIAN = "Провинция Лангшон выполняет"
POLISH = "Prowincja Lang Son realizuje Uchwałę"


def told(key, language, text):
    return facts.read(Article(key, text, language))


def idents(*readings):
    return sorted({ident(fact.document) for fact in resolve(readings).facts if isinstance(fact, Citation)})


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("vi", f"{VIETNAMESE} lần thứ I, nhiệm kỳ 2025-2030.", PROVINCE),
        ("vi", f"{VIETNAMESE} Lạng Sơn lần thứ nhất, nhiệm kỳ 2025 - 2030.", PROVINCE),
        ("vi", f"{VIETNAMESE} lần thứ nhất.", FIRST),
        ("en", f"{ENGLISH} 1st Provincial Party Congress, term 2025-2030.", PROVINCE),
        ("en", f"{ENGLISH} first Provincial Party Congress.", FIRST),
        ("id", f"{INDONESIAN} Partai Provinsi ke-1, periode 2025-2030.", PROVINCE),
        ("id", f"{INDONESIAN} Partai Provinsi ke-1.", FIRST),
        ("ru", f"{RUSSIAN} Резолюцию 1-го съезда партийной организации провинции на 2025–2030 годы.", PROVINCE),
        ("ru", f"{RUSSIAN} резолюцию I съезда провинциальной партийной организации.", FIRST),
        ("pl", f"{POLISH} I Zjazdu Prowincjonalnego Komitetu Partii, kadencja 2025-2030.", PROVINCE),
        ("pl", f"{POLISH} I Zjazdu Prowincjonalnego Komitetu Partii.", FIRST),
        ("fr", "La province de Lang Son applique la Résolution du 1er Congrès provincial du Parti.", FIRST),
        (
            "vi",
            "Xã Lộc Bình, tỉnh Lạng Sơn quán triệt Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030.",
            COMMUNE,
        ),
        ("en", f"{ENGLISH} first Party Congress of Loc Binh Commune, term 2025-2030.", COMMUNE),
        ("vi", "Tỉnh Lạng Sơn thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.", NATIONAL),
        ("vi", "Tỉnh Lạng Sơn thực hiện Nghị quyết Đại hội XIV của Đảng.", NATIONAL),
        ("en", f"{ENGLISH} 14th National Party Congress.", NATIONAL),
        ("id", f"{INDONESIAN} Nasional Partai ke-14.", NATIONAL),
        ("ru", f"{RUSSIAN} резолюцию XIV Национального съезда партии.", NATIONAL),
        ("pl", f"{POLISH} XIV Krajowego Zjazdu Partii.", NATIONAL),
    ],
)
def test_the_words_tell_which_congress(language, text, found):
    assert idents(told("a", language, text)) == [found]


def test_one_node_over_languages_with_all_its_titles_and_passages():
    read = [
        told("vi", "vi", f"{VIETNAMESE} lần thứ I, nhiệm kỳ 2025-2030."),
        told("en", "en", f"{ENGLISH} 1st Provincial Party Congress, term 2025-2030."),
        told("ru", "ru", f"{RUSSIAN} Резолюцию 1-го съезда партийной организации провинции на 2025–2030 годы."),
    ]
    resolved = resolve(read)
    (document,) = {fact.document for fact in resolved.facts if isinstance(fact, Citation)}
    assert {title.language for title in resolved.titles[document]} == {"vi", "en", "ru"}
    assert len({fact.body for fact in resolved.facts if isinstance(fact, Issuance)}) == 1
    issued = [one for one in triples(resolved, DATA) if one.predicate.value == iri("gov:issues")]
    assert len(issued) == 1


OF_A_TERM = told("a", "en", f"{ENGLISH} 1st Provincial Party Congress, term 2025-2030.")
COUNTED = told("b", "ru", f"{RUSSIAN} резолюцию I съезда провинциальной партийной организации.")
BARE = told("c", "id", f"{INDONESIAN} Partai Provinsi.")
BEFORE = told("d", "vi", f"{VIETNAMESE} lần thứ XVII, nhiệm kỳ 2020-2025.")
OTHER_COUNT = told("e", "vi", f"{VIETNAMESE} lần thứ XVI.")


@pytest.mark.parametrize(
    ("read", "count"),
    [
        ([OF_A_TERM, COUNTED], 1),
        ([OF_A_TERM, BARE], 1),
        ([COUNTED, BARE], 1),
        ([OF_A_TERM, COUNTED, BARE], 1),
        ([OF_A_TERM, BEFORE], 2),
        # the first congress is that of 2025-2030; which one is meant without term and ordinal, nothing tells
        ([OF_A_TERM, BEFORE, COUNTED], 2),
        ([OF_A_TERM, BEFORE, BARE], 3),
        ([OF_A_TERM, OTHER_COUNT], 2),
        ([COUNTED, OTHER_COUNT, BARE], 3),
        # another issuer's congress
        ([OF_A_TERM, told("f", "vi", "Tỉnh Lạng Sơn thực hiện Nghị quyết Đại hội XIV của Đảng.")], 2),
        ([BARE, told("f", "id", "Provinsi Cao Bang melaksanakan Resolusi Kongres Partai Provinsi.")], 2),
    ],
)
def test_a_mention_that_tells_less_joins_the_only_one_that_fits(read, count):
    assert len(idents(*read)) == len(idents(*reversed(read))) == count


def test_the_order_of_the_articles_does_not_matter():
    read = [OF_A_TERM, COUNTED, BARE, BEFORE, OTHER_COUNT]
    expected = triples(resolve(read), DATA)
    random.Random(2).shuffle(read)
    assert triples(resolve(read), DATA) == expected


def test_labels_in_five_languages():
    (document,) = {fact.document for fact in resolve([OF_A_TERM]).facts if isinstance(fact, Citation)}
    assert document_label(document, "en") == "Resolution of the Lạng Sơn Provincial Party Congress (2025-2030)"
    labels = {document_label(document, language) for language in ("vi", "en", "id", "ru", "pl")}
    assert len(labels) == 5
    assert all(label.endswith("(2025-2030)") for label in labels)
    (counted,) = {fact.document for fact in resolve([OTHER_COUNT]).facts if isinstance(fact, Citation)}
    assert document_label(counted, "vi").endswith("(XVI)")


@pytest.mark.parametrize(
    "text", ["the 2025-2030 term", "12% of the Congress", "3/12 Congress", "57-NQ/TW", "XL", "0", "40"]
)
def test_what_is_no_ordinal(text):
    assert ordinal_in(text, 0, len(text)) == (None, len(text))


def test_roman_numerals_are_read_as_they_are_written():
    assert [ordinal_in(roman(value), 0, 9)[0] for value in range(1, 40)] == [*range(1, 40)]


def test_two_dates_of_one_document_are_both_kept_with_their_words():
    words = (
        "Decision No. 341-QD/TU dated November {} of the Lang Son Provincial Party Committee",
        "6, 2025",
        "8, 2025",
    )
    read = [told(day[0], "en", f"The meeting announced {words[0].format(day)}.") for day in words[1:]]
    issued = {fact for fact in resolve(read).facts if isinstance(fact, Issuance)}
    assert len({fact.document for fact in issued}) == 1
    assert {(fact.date, fact.passages[0].article) for fact in issued} == {("2025-11-06", "6"), ("2025-11-08", "8")}
    assert len({ident(fact) for fact in issued}) == 2
