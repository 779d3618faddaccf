"""Who issued and signed documents, where the words beside the number do not tell it or stand in unusual places."""

import pytest

from kg.articles.draft import Draft, article
from kg.facts import read
from kg.facts.documents import find
from kg.mentions.page import page_of
from kg.model import Article, Citation, Issuance

LANG_SON = "https://baolangson.vn/x.html"


def issuances(language, text):
    """(number, kind of the issuer, date) of each document."""
    page = page_of(Article("a", text, language, LANG_SON, "2025-12-05"))
    found = [fact for fact in find(page) if isinstance(fact, Issuance)]
    return [(one.document.number, one.body.kind if one.body else None, one.date) for one in found]


def stated(language, text):
    return read(article(Draft(where="row", id="row", text=text + "\n", url=LANG_SON, language=language))).facts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Resolusi 57, 59, 66 dan 68 Politbiro harus dilaksanakan."),
        ("id", "Empat resolusi Politbiro (Resolusi 57, Resolusi 59, Resolusi 66, Resolusi 68)."),
        ("ru", "Резолюции № 57, 59, 66 и 68 Политбюро нужно выполнять."),
        ("ru", "Резолюции Политбюро 57, 59, 66 и 68 нужно выполнять."),
        ("pl", "Uchwały Biura Politycznego nr 57, 59, 66 i 68."),
        ("en", "Resolutions 57, 59, 66 and 68 of the Politburo must be implemented."),
        ("en", "Resolution 57, Resolution 59, Resolution 66 and Resolution 68 of the Politburo."),
    ],
)
def test_a_list_has_one_issuer(language, text):
    assert issuances(language, text) == [(number, "politburo", None) for number in ("57", "59", "66", "68")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the date in a participle before the type, behind an abbreviation, in the passive, before a named signer
        ("ru", "Подписанное 5 мая 2025 года Решение № 12/QĐ-UBND.", ("12/QD-UBND", "people-committee", "2025-05-05")),
        ("pl", "Decyzja Premiera z dnia 5 maja 2025 r. nr 17/QĐ-TTg.", ("17/QD-TTg", "government", "2025-05-05")),
        (
            "pl",
            "Decyzja nr 17/QĐ-TTg została podpisana 5 maja 2025 r. przez premiera.",
            ("17/QD-TTg", "government", "2025-05-05"),
        ),
        (
            "pl",
            "Wcześniej, 20 listopada, Ta Gia Nghi podpisał Depeszę nr 31/CĐ-UBND.",
            ("31/CD-UBND", "people-committee", "2025-11-20"),
        ),
        (
            "en",
            "On November 5, 2025, the Chairman of the Provincial People's Committee signed Dispatch No. 31/CD-UBND.",
            ("31/CD-UBND", "people-committee", "2025-11-05"),
        ),
        # the issuer behind its verb
        (
            "pl",
            "Uchwałę nr 27/NQ-HĐND przyjęła 9 grudnia 2025 r. Rada Ludowa prowincji.",
            ("27/NQ-HDND", "people-council", "2025-12-09"),
        ),
        # a body to which something is done according to a document has not issued it
        (
            "en",
            "They report to the Standing Committee of the Provincial Party Committee according to Notice No. 87-TB/TU.",
            ("87-TB/TU", "party-committee", None),
        ),
        # a type that one body only issues
        ("id", "Sesuai Dekret 178 tentang kebijakan.", ("178", "government", None)),
        # the field that words leave out is the code's
        ("ru", "Циркуляр 15/2025/TT-BNV Министерства внутренних дел.", ("15/2025/TT-BNV", "ministry", None)),
    ],
)
def test_issuer_and_date_around_a_number(language, text, expected):
    assert issuances(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("id", "Serahkan keputusan Komite Tetap Komite Partai Provinsi\n\nSesuai Keputusan No. 5-QĐ/TU.", "standing"),
        (
            "id",
            "Komite Tetap Komite Partai Provinsi mengadakan upacara pengumuman keputusan.\n\nKeputusan No. 5-QĐ/TU.",
            "standing",
        ),
        ("pl", "Ogłoszono decyzje Stałego Komitetu Komitetu Partii Prowincji.\n\nDecyzja nr 5-QĐ/TU.", "standing"),
        # documents of another type, or of two bodies, tell nothing
        ("pl", "Ogłoszono dyrektywy Stałego Komitetu Komitetu Partii Prowincji.\n\nDecyzja nr 5-QĐ/TU.", "party"),
        (
            "pl",
            (
                "Ogłoszono decyzje Stałego Komitetu Komitetu Partii Prowincji i decyzje Komitetu Wykonawczego Komitetu"
                " Partii Prowincji.\n\nDecyzja nr 5-QĐ/TU."
            ),
            "party",
        ),
        # undated, it is of the series that words tell
        (
            "ru",
            (
                "По Решению № 4-QD/TU от 3 мая 2025 года Постоянного комитета провинциального комитета партии.\n\n"
                "По Решению № 5-QD/TU."
            ),
            "standing",
        ),
    ],
)
def test_issuers_told_elsewhere_in_the_article(language, text, kind):
    expected = {"standing": "party-standing-committee", "party": "party-committee"}[kind]
    assert [body for number, body, _ in issuances(language, text) if number == "05-QD/TU"] == [expected]


def test_a_code_of_several_levels_has_the_level_of_the_only_such_body():
    text = "Sidang Dewan Rakyat Komune Loc Binh.\n\nResolusi No. 12/NQ-HĐND disahkan."
    page = page_of(Article("a", text, "id", LANG_SON, "2025-12-05"))
    (issue,) = (fact for fact in find(page) if isinstance(fact, Issuance))
    assert (issue.body.level, issue.body.place.name) == ("commune", "Lộc Bình")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Ketua Komite Rakyat Provinsi Le Van Hai menandatangani Keputusan No. 31/QĐ-UBND."),
        ("id", "Keputusan No. 31/QĐ-UBND telah ditandatangani oleh Ketua Komite Rakyat Provinsi Le Van Hai."),
        ("pl", "Decyzja nr 31/QĐ-UBND, podpisana przez przewodniczącego Komitetu Ludowego prowincji Le Van Hai."),
        ("ru", "Решение № 31/QĐ-UBND подписал председатель Народного комитета провинции Ле Ван Хай."),
        (
            "en",
            "Vice Chairman of the Provincial People's Committee Le Van Hai has just signed Decision No. 31/QD-UBND.",
        ),
    ],
)
def test_the_signer_of_a_document(language, text):
    (issue,) = (fact for fact in stated(language, text) if isinstance(fact, Issuance))
    assert issue.signer is not None
    assert issue.signer.name == "Le Van Hai"


def test_who_presents_a_document_has_not_signed_it():
    text = "Ketua Komite Rakyat Provinsi Le Van Hai menyerahkan Keputusan No. 31/QĐ-UBND."
    (issue,) = (fact for fact in stated("id", text) if isinstance(fact, Issuance))
    assert issue.signer is None


@pytest.mark.parametrize(
    ("language", "text", "title", "when"),
    [
        (
            "en",
            "Implement the Resolution of the 1st Provincial Party Congress, term 2025-2030.",
            "Resolution of the 1st Provincial Party Congress",
            "2025-2030",
        ),
        ("pl", "Wdrożyć Uchwałę I Kongresu Partii Prowincji.", "Uchwałę I Kongresu Partii Prowincji", None),
        ("ru", "Резолюция I провинциального съезда партии.", "Резолюция I провинциального съезда партии", None),
    ],
)
def test_the_resolution_of_a_congress_needs_no_number(language, text, title, when):
    (citation,) = (fact for fact in stated(language, text) if isinstance(fact, Citation))
    document = citation.document
    assert (document.number, document.title, document.when, document.local) == (None, title, when, None)
    assert document.place is not None


def test_the_resolution_of_a_congress_of_nobody_in_particular_is_no_document():
    assert not [fact for fact in stated("id", "Melaksanakan resolusi kongres.") if isinstance(fact, Citation)]
