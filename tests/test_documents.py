import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import kg
from kg.errors import DataError
from kg.facts.documents import cited, find
from kg.lexicon.pack import lexicon
from kg.lexicon.phrases import expand
from kg.mentions import document_codes
from kg.mentions.dates import find_dates
from kg.mentions.document_codes import STATE, codes
from kg.mentions.documents import DocumentMention, find_documents
from kg.mentions.items import items
from kg.mentions.page import Page, page_of
from kg.mentions.setting import Setting
from kg.mentions.words import wording_of
from kg.model import Article, Citation, DocumentRelation, Fact, Issuance, LineKind, Sentence
from kg.text.tokens import tokens

LANGUAGES = ("id", "ru", "pl")
DATA = tomllib.loads((Path(kg.__file__).parent / "data" / "documents.toml").read_text(encoding="utf-8"))
TYPES = (
    "resolution", "directive", "decision", "notice", "conclusion", "regulation", "plan", "programme", "report",
    "decree", "circular", "law", "guidance", "official-dispatch", "statement", "other",
)  # fmt: skip


def mentions(text: str, language: str = "id") -> tuple[DocumentMention, ...]:
    sentence = Sentence(0, len(text), text, LineKind.PROSE, 0)
    words = lexicon(language)
    found = items(sentence, words)
    wording = wording_of(tokens(text), words.figures, text)
    return find_documents(sentence, found, find_dates(found, wording, Setting("a", language, words, None, None)))


def numbers(text: str, language: str = "id") -> list[str]:
    return [mention.number for mention in mentions(text, language)]


def page(text: str, language: str, url: str = "https://baolangson.vn/chinh-tri/1.html") -> Page:
    return page_of(Article("a", text, language, url, "2025-12-05"))


def facts(text: str, language: str) -> list[Fact]:
    return list(find(page(text, language)))


def issuances(text: str, language: str) -> list[tuple[str | None, str | None, str | None]]:
    """(number, kind of the issuer, date) of each document."""
    found = [fact for fact in facts(text, language) if isinstance(fact, Issuance)]
    return [(one.document.number, one.body.kind if one.body else None, one.date) for one in found]


def relations(text: str, language: str) -> list[tuple[str | None, str, str | None]]:
    found = [fact for fact in facts(text, language) if isinstance(fact, DocumentRelation)]
    return [(one.document.number, one.relation, one.other.number) for one in found]


# ---------------------------------------------------------------- the data file


@pytest.mark.parametrize("row", [*DATA["series"], *DATA["issuer"]], ids=lambda row: f"{row['code']}-{row['example']}")
def test_each_code_is_read_from_its_own_example(row: dict[str, str]) -> None:
    (mention,) = mentions(row["example"])
    assert mention.number == row["example"]
    assert row["code"] in mention.number.replace("/", "-").replace("15", "").split("-")


@pytest.mark.parametrize("row", DATA["series"], ids=lambda row: str(row["code"]))
def test_a_series_gives_its_first_type_without_words(row: dict[str, Sequence[str]]) -> None:
    assert mentions(str(row["example"]))[0].type == row["types"][0]


@pytest.mark.parametrize("row", DATA["issuer"], ids=lambda row: f"{row['code']}-{row['style']}")
def test_an_issuer_gives_kind_level_and_style(row: dict[str, str]) -> None:
    issuer = mentions(row["example"])[0].issuer
    assert issuer is not None
    assert (issuer.kind, issuer.level, issuer.style) == (row["kind"], row.get("level"), row["style"])


def test_all_types_are_those_of_the_contract() -> None:
    told = {name for row in DATA["series"] for name in row["types"]}
    told |= {name for row in DATA["issuer"] for name in row.get("own", ())}
    assert told == set(TYPES)


@pytest.mark.parametrize("row", [*DATA["series"], *DATA["issuer"]], ids=lambda row: str(row["code"]))
def test_each_cyrillic_spelling_is_not_what_the_letters_give_anyway(row: dict[str, list[str]]) -> None:
    for spelling in row.get("cyrillic", ()):
        upper = spelling.upper()
        assert row["code"].upper() not in (upper.translate(codes().shape), upper.translate(codes().sound))


@pytest.mark.parametrize(
    ("number", "kind", "level"),
    [
        ("176-TB/VPTU", "party-committee-office", "province"),
        ("36-HD/BTCTW", "party-organization-commission", "central"),
        ("15-KH/BTGDVTU", "party-propaganda-commission", "province"),
        ("09-KL/UBKTTW", "party-inspection-commission", "central"),
        ("09-BC/UBKTDU", "party-inspection-commission", "commune"),
        ("21-HD/BTC", "party-organization-commission", None),  # the party's style of number
        ("21/2025/TT-BTC", "ministry", "central"),  # the state's
    ],
)
def test_a_unit_is_known_by_the_committee_behind_it(number: str, kind: str, level: str | None) -> None:
    issuer = mentions(number)[0].issuer
    assert issuer is not None
    assert (issuer.kind, issuer.level) == (kind, level)


def test_an_entry_with_an_unknown_key_is_refused_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "documents.toml"
    broken.write_text('[confused]\ntypes = []\n[[series]]\ncode = "NQ"\ntypos = []\n', encoding="utf-8")
    monkeypatch.setattr(document_codes, "_PATH", broken)
    with pytest.raises(DataError, match=r"documents\.toml: \[\[series\]\] NQ"):
        document_codes.codes.__wrapped__()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_type_has_words_and_each_word_is_found(language: str) -> None:
    words = lexicon(language)
    endings = tomllib.loads((Path(kg.__file__).parent / "lang" / f"{language}.toml").read_text("utf-8"))["endings"]
    assert set(words.table["doctypes"]) == set(TYPES)
    for table in ("doctypes", "document_words", "relations"):
        for code, phrases in words.table[table].items():
            for form in (form for phrase in phrases for form in expand(phrase, endings)):
                (match,) = words.matches(tokens(form))
                assert f"{table}:{code}" in match.atoms, form


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18-NQ/TW", "18-NQ/TW"),
        ("27 – NQ/TW", "27-NQ/TW"),
        ("127‑KL/TW", "127-KL/TW"),
        ("57 - NQ / TW", "57-NQ/TW"),
        ("2583-QĐ/TU", "2583-QD/TU"),
        ("2583-QÐ/TU", "2583-QD/TU"),  # Icelandic letter for the Vietnamese one
        ("27/2025/NQ-HĐND", "27/2025/NQ-HDND"),
        ("118/NQ-HDND", "118/NQ-HDND"),
        ("1894/NQ-UBTVQH15", "1894/NQ-UBTVQH15"),
        ("72/2025/QH15", "72/2025/QH15"),
        ("02-KH/BCĐTW", "02-KH/BCDTW"),
        ("218/CĐ-TTg", "218/CD-TTg"),
        ("2240/UBND-NC", "2240/UBND-NC"),
        ("377-QD/TWDTN-BTC", "377-QD/TWDTN-BTC"),
        ("1158-QDNS/TW", "1158-QDNS/TW"),
        ("09-CTr/TU", "09-CTr/TU"),
        ("09-CTR/TU", "09-CTr/TU"),
        ("178/2024/NĐ-CP", "178/2024/ND-CP"),
        ("9-NQ/ĐU", "09-NQ/DU"),
        ("046-CT/TW", "46-CT/TW"),
        ("118-NQ/HĐND", "118/NQ-HDND"),  # a state number in the party's style
        ("57/NQ-TW", "57-NQ/TW"),
        ("48-КЛ/ТВ", "48-KL/TW"),
        ("121/НК-ХДНД", "121/NQ-HDND"),
        ("176-ТB/VРTU", "176-TB/VPTU"),  # Cyrillic letters among Latin ones
        ("15/КД-УБНД", "15/QD-UBND"),
        ("12-NQ/BXYZ-TU", "12-NQ/BXYZ-TU"),  # an issuer that the table lacks, of a committee that it knows
    ],
)
def test_a_number_is_written_as_the_vietnamese_series_does(text: str, expected: str) -> None:
    (mention,) = mentions(f"menurut {text} itu")
    assert (mention.number, mention.printed) == (expected, text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Постановление № 41 заменяет прежнее", ["41"]),
        ("pl", "zgodnie z Decyzją Nr 244 Komitetu", ["244"]),
        ("id", "sesuai Direktif 05 tentang pembelajaran", ["05"]),
        ("id", "Resolusi Politbiro No. 57 dilaksanakan", ["57"]),
        ("pl", "Uchwały nr 12, 13 i 14 zostały przyjęte", ["12", "13", "14"]),
        ("id", "Resolusi No. 57, 59 dan 68-NQ/TW", ["57-NQ/TW", "59-NQ/TW", "68-NQ/TW"]),
        ("ru", "Резолюции № 57, № 59 и № 68-NQ/TW", ["57-NQ/TW", "59-NQ/TW", "68-NQ/TW"]),
        ("ru", "Постановление № 41/2025 о питании", ["41/2025"]),
        ("pl", "Uchwałę nr 5-NQ/TU i 12 decyzji", ["05-NQ/TU"]),
        ("id", "Resolusi No. 57 dan 12 delegasi hadir", ["57"]),
    ],
)
def test_numbers_without_codes_and_lists(language: str, text: str, expected: list[str]) -> None:
    assert numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Na drodze DT.129 po burzy nr 10 pracuje Grupa Robocza nr 4."),
        ("ru", "После шторма № 10 на дороге № 129 план рабочей группы № 4 выполнен 27/10/2025."),
        ("ru", "Построено 24/25 домов, план - 8%, план 5 домов, отчёт 3 коммун."),
        ("id", "Mobil 29C-123.45 dan model IL-76, 12-KM/H, 1,2 juta VND/orang/bulan, 24/TB, 5-NQ."),
        ("id", "Keputusan 5 Mei 2025, semua berlaku pada 1 Januari 2026."),
        ("id", "Rencana 2025, program 2026, 31 resolusi, keputusan 12 delegasi, rencana 5,2 poin."),
        ("pl", "Uchwała 1,5 mln osób; decyzja 50% radnych; plan Komitetu Wyborczego nr 3."),
        ("ru", "Пакет документов № 3 и письмо № 5."),
    ],
)
def test_other_numbers_are_no_documents(language: str, text: str) -> None:
    assert numbers(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Постановление № 2583-QD/TU", "decision"),
        ("ru", "Постановление Правительства № 178/2024/ND-CP", "decree"),
        ("ru", "Постановление № 41", "resolution"),
        ("pl", "Wniosku nr 155-KL/TW", "conclusion"),
        ("pl", "Regulamin nr 05-QD/BCĐ", "regulation"),  # QD is a decision or a regulation: the word tells
        ("pl", "Uchwały nr 203/2025/QH15", "resolution"),  # so is a number without a type code
        ("pl", "Ustawy nr 72/2025/QH15", "law"),
        ("id", "Keputusan Pemerintah No. 178/2024/NĐ-CP", "decree"),
        ("id", "Pengumuman No. 214-TB/VPTU", "notice"),
        ("id", "Pemberitahuan No. 214-TB/VPTU", "notice"),
        ("id", "Surat Resmi No. 2240/UBND-NC", "official-dispatch"),
        ("ru", "Циркуляр № 15/2025/ТТ-BNV", "circular"),  # the same letters may stand for a directive
        ("id", "Dokumen No. 12-XYZ/TU", "other"),
    ],
)
def test_the_code_decides_the_type_and_words_choose_among_its_types(language: str, text: str, expected: str) -> None:
    assert [mention.type for mention in mentions(text, language)] == [expected]


def test_a_mention_spans_type_word_and_number() -> None:
    text = "Строго выполнять Постановление Постоянного комитета провинциального комитета партии № 2583-QD/TU."
    (mention,) = mentions(text, "ru")
    assert text[mention.start : mention.end] == text[text.index("Постановление") : -1]


# ---------------------------------------------------------------- facts


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # date and issuer behind the number, in both orders
        (
            "ru",
            "Выводы в Уведомлении № 176-TB/VPTU от 27 октября 2025 года Канцелярии провинциального комитета партии.",
            [("176-TB/VPTU", "party-committee-office", "2025-10-27")],
        ),
        (
            "ru",
            "План № 31-KH/TU Постоянного комитета провинциального комитета партии от 14 октября 2025 года.",
            [("31-KH/TU", "party-standing-committee", "2025-10-14")],
        ),
        # the body between type and number
        (
            "ru",
            "Выполнять Постановление Постоянного комитета провинциального комитета партии № 2583-QD/TU.",
            [("2583-QD/TU", "party-standing-committee", None)],
        ),
        # what the document is about names a body, too: only the code tells the issuer
        (
            "ru",
            "Уведомление № 88-TB/TU от 3 октября 2025 года о выводах секретаря провинциального комитета партии.",
            [("88-TB/TU", "party-committee", "2025-10-03")],
        ),
        # behind a document that opens the sentence, the body that acts by it
        (
            "id",
            "Menurut Keputusan No. 362-QD/TU tanggal 28 November 2025, Komite Tetap Partai Provinsi memindahkan dia.",
            [("362-QD/TU", "party-standing-committee", "2025-11-28")],
        ),
        # the body and the date before the verb
        (
            "id",
            "Pada tanggal 20 Februari 2025, Komite Rakyat Provinsi mengeluarkan Keputusan No. 512/QĐ-UBND.",
            [("512/QD-UBND", "people-committee", "2025-02-20")],
        ),
        # a title in quotation marks, a congress's ordinal
        (
            "pl",
            "Uchwała nr 18-NQ/TW „Niektóre kwestie” XII Komitetu Centralnego Partii z dnia 25 października 2017 r.",
            [("18-NQ/TW", "central-committee", "2017-10-25")],
        ),
        # two issuers
        (
            "pl",
            "Wniosek nr 155-KL/TW z dnia 17 maja 2025 r. Biura Politycznego i Sekretariatu.",
            [("155-KL/TW", "politburo", "2025-05-17"), ("155-KL/TW", "secretariat", "2025-05-17")],
        ),
        # one issuer for a list of one code
        (
            "id",
            "Resolusi No. 57-NQ/TW dan Resolusi No. 71-NQ/TW dari Politbiro.",
            [("57-NQ/TW", "politburo", None), ("71-NQ/TW", "politburo", None)],
        ),
        # a title speaks for its body
        (
            "ru",
            "Телеграмма № 218/CD-TTg от 14 ноября 2025 года Премьер-министра.",
            [("218/CD-TTg", "government", "2025-11-14")],
        ),
        # the date between type and number, the way Russian law is cited
        (
            "ru",
            "Решение Народного комитета провинции от 5 мая 2025 года № 12/QD-UBND о земле.",
            [("12/QD-UBND", "people-committee", "2025-05-05")],
        ),
        # the date behind a comma, a participle, a signer's name
        (
            "pl",
            "Zarządzenie nr 12/QĐ-UBND, podpisane 5 maja 2025 r., weszło w życie.",
            [("12/QD-UBND", "people-committee", "2025-05-05")],
        ),
        (
            "id",
            "Keputusan No. 12/QĐ-UBND, ditandatangani oleh Ketua Komite Rakyat Provinsi Ho Tien Thieu pada 5 Mei 2025.",
            [("12/QD-UBND", "people-committee", "2025-05-05")],
        ),
        # the body that acts by the document stands right before it
        (
            "pl",
            "Stały Komitet Prowincjonalnego Komitetu Partii decyzją nr 412-QĐ/TU przeniósł dyrektora.",
            [("412-QD/TU", "party-standing-committee", None)],
        ),
        # a body told without its level has the level of the code
        ("id", "Keputusan No. 7-QĐ/TU dari Komite Tetap.", [("07-QD/TU", "party-standing-committee", None)]),
        # a deadline is no date of issue
        ("pl", "Wdrożyć Uchwałę nr 5-NQ/TU do 31 października 2025 r.", [("05-NQ/TU", "party-committee", None)]),
    ],
)
def test_issuer_and_date(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert issuances(text, language) == expected


def test_the_same_day_is_the_day_of_the_document_before_and_so_is_its_issuer() -> None:
    text = (
        "Decyzją nr 412-QĐ/TU z dnia 29 października 2025 r. Stały Komitet Prowincjonalnego Komitetu Partii orzekł. "
        "Decyzją nr 413-QĐ/TU z tego samego dnia wyznaczono następcę."
    )
    assert issuances(text, "pl") == [
        ("412-QD/TU", "party-standing-committee", "2025-10-29"),
        ("413-QD/TU", "party-standing-committee", "2025-10-29"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Przyjęto Uchwałę nr 41/2025/NQ-HĐND i Uchwałę nr 117/NQ-HĐND. Obie noszą datę 28 października 2025 r."),
        ("ru", "Приняты Резолюция № 41/2025/NQ-HĐND и Резолюция № 117/NQ-HĐND. Все они от 28 октября 2025 года."),
        ("id", "Resolusi No. 41/2025/NQ-HĐND dan Resolusi No. 117/NQ-HĐND. Keduanya bertanggal 28 Oktober 2025."),
    ],
)
def test_one_date_for_all_documents_before(language: str, text: str) -> None:
    assert [date for _, _, date in issuances(text, language)] == ["2025-10-28", "2025-10-28"]
    first = next(fact for fact in facts(text, language) if isinstance(fact, Issuance))
    assert any("28" in passage.exact for passage in first.passages)


def test_a_date_of_other_things_goes_to_no_document() -> None:
    for rest in ("Semua komune pada 28 Oktober 2025 mengadakan rapat.", "Semua berlaku pada 1 Januari 2026."):
        text = f"Resolusi No. 118/NQ-HĐND disahkan. {rest}"
        assert [date for _, _, date in issuances(text, "id")] == [None]


@pytest.mark.parametrize(
    ("language", "text", "kind", "level", "place"),
    [
        ("id", "Keputusan No. 1986/QĐ-UBND.", "people-committee", "province", "Lạng Sơn"),
        ("id", "Keputusan No. 15/QĐ-UBND Komite Rakyat Komune Loc Binh.", "people-committee", "commune", "Lộc Bình"),
        ("ru", "Резолюция № 163/2024/NQ-HDND старого Народного совета провинции Куангбинь.", "people-council",
         "province", "Quảng Bình"),
        ("pl", "Uchwała nr 02-NQ/ĐU Komitetu Partii gminy Loc Binh.", "party-committee", "commune", "Lộc Bình"),
        ("id", "Rencana No. 02-KH/BCĐTW.", "steering-committee", "central", None),
    ],
)  # fmt: skip
def test_level_and_place_come_from_the_words_else_from_the_article(
    language: str, text: str, kind: str, level: str, place: str | None
) -> None:
    (issue,) = (fact for fact in facts(text, language) if isinstance(fact, Issuance))
    assert issue.body is not None
    assert (issue.body.kind, issue.body.level) == (kind, level)
    assert (issue.body.place.name if issue.body.place else None) == place
    assert issue.document.place == issue.body.place


def test_one_issuer_told_in_words_goes_for_its_decisions_of_that_day() -> None:
    text = (
        "Keputusan No. 5-QĐ/TU tanggal 3 Mei 2025 dari Komite Tetap Komite Partai Provinsi. "
        "Keputusan No. 6-QĐ/TU tanggal 3 Mei 2025. Keputusan No. 7-QĐ/TU tanggal 4 Mei 2025."
    )
    kinds = ["party-standing-committee", "party-standing-committee", "party-committee"]
    assert [kind for _, kind, _ in issuances(text, "id")] == kinds


def test_a_steering_committee_known_by_its_code_has_the_field_that_the_article_tells() -> None:
    text = "Rapat Komite Pengarah Sains dan Teknologi Provinsi.\n\nPeraturan No. 05-QĐ/BCĐ tanggal 7 Maret 2025."
    (issue,) = (fact for fact in facts(text, "id") if isinstance(fact, Issuance))
    assert issue.body is not None
    assert (issue.body.kind, issue.body.field) == ("steering-committee", "science-technology")


def test_an_unknown_place_is_left_open() -> None:
    (issue,) = (
        fact
        for fact in find(page("Keputusan No. 7-QĐ/TU.", "id", "https://example.org/1"))
        if isinstance(fact, Issuance)
    )
    assert issue.body is not None
    assert (issue.body.place, issue.document.place) == (None, None)


def test_a_document_named_twice_is_one_with_both_passages() -> None:
    text = (
        "Резолюция № 41/2025/NQ-HĐND о питании принята.\n\n"
        "Постановление № 41 заменяет Резолюцию № 163/2024/NQ-HDND.\n\n"
        "План № 41-KH/TU остаётся в силе."
    )
    found = [fact for fact in facts(text, "ru") if isinstance(fact, Citation)]
    assert [(one.document.number, one.document.printed, len(one.passages)) for one in found] == [
        ("41/2025/NQ-HDND", ("41/2025/NQ-HĐND", "41"), 2),
        ("163/2024/NQ-HDND", ("163/2024/NQ-HDND",), 1),
        ("41-KH/TU", ("41-KH/TU",), 1),
    ]


def test_a_short_number_that_fits_two_documents_joins_neither() -> None:
    text = "Uchwała nr 41/2024/NQ-HĐND i Uchwała nr 41/2025/NQ-HĐND.\n\nUchwała nr 41 pozostaje w mocy."
    assert [one.document.number for one in cited(page(text, "pl"))] == ["41/2024/NQ-HDND", "41/2025/NQ-HDND", "41"]


def test_a_short_number_of_another_issuer_stays_apart() -> None:
    text = "Uchwała nr 57/NQ-HĐND.\n\nUchwała nr 57 Biura Politycznego."
    assert [one.document.number for one in cited(page(text, "pl"))] == ["57/NQ-HDND", "57"]


def test_one_number_in_two_years_is_two_documents() -> None:
    text = "Keputusan No. 5/QĐ-UBND tanggal 3 Mei 2024.\n\nKeputusan No. 5/QĐ-UBND tanggal 3 Mei 2025."
    assert [one.document.when for one in cited(page(text, "id"))] == ["2024", "2025"]


def test_two_dates_for_one_document_are_two_issuances() -> None:
    text = "Keputusan No. 5/QĐ-UBND tanggal 3 Mei 2025.\n\nKeputusan No. 5/QĐ-UBND tanggal 4 Mei 2025."
    found = [fact for fact in facts(text, "id") if isinstance(fact, Issuance)]
    assert [(one.date, [passage.exact for passage in one.passages]) for one in found] == [
        ("2025-05-03", ["Keputusan No. 5/QĐ-UBND tanggal 3 Mei 2025."]),
        ("2025-05-04", ["Keputusan No. 5/QĐ-UBND tanggal 4 Mei 2025."]),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Program Aksi No. 09-CTr/TU untuk melaksanakan Resolusi No. 82-NQ/TW, menggantikan Program No. 31-CTr/TU.",
            [("09-CTr/TU", "implements", "82-NQ/TW"), ("09-CTr/TU", "replaces", "31-CTr/TU")],
        ),
        (
            "id",
            "Rencana No. 31-KH/TU tentang pelaksanaan Resolusi No. 57-NQ/TW dan Resolusi No. 68-NQ/TW.",
            [("31-KH/TU", "implements", "57-NQ/TW"), ("31-KH/TU", "implements", "68-NQ/TW")],
        ),
        (
            "id",
            "Resolusi No. 27/2025/NQ-HĐND tentang dukungan bagi pasukan, menggantikan Resolusi 14/2023/NQ-HĐND.",
            [("27/2025/NQ-HDND", "replaces", "14/2023/NQ-HDND")],
        ),
        ("id", "Resolusi No. 5-NQ/TU digantikan oleh Resolusi No. 9-NQ/TU.", [("09-NQ/TU", "replaces", "05-NQ/TU")]),
        (
            "pl",
            "Dekret nr 178/2024/NĐ-CP Rządu, zmieniony Dekretem 67/2025/NĐ-CP.",
            [("67/2025/ND-CP", "amends", "178/2024/ND-CP")],
        ),
        (
            "pl",
            "Na podstawie Dekretu nr 178/2024/NĐ-CP przewodniczący podpisał Decyzję nr 2871/QĐ-UBND.",
            [("2871/QD-UBND", "citesAsBasis", "178/2024/ND-CP")],
        ),
        (
            "ru",
            "Директива № 22-CT/TU о реализации Директивы № 46-CT/TW заменила Директиву № 11-CT/TU.",
            [("22-CT/TU", "implements", "46-CT/TW"), ("22-CT/TU", "replaces", "11-CT/TU")],
        ),
        # two duties side by side are no relation, nor is what stands behind a semicolon
        ("id", "Beliau meminta melaksanakan Pemberitahuan No. 1-TB/TU sesuai Resolusi No. 2-NQ/TU.", []),
        ("pl", "Uchwała nr 5-NQ/TU; w miejsce Uchwały nr 4-NQ/TU.", []),
    ],
)
def test_relations_between_documents(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert relations(text, language) == expected


def test_every_passage_quotes_the_article() -> None:
    text = "Komite Partai.\n\nResolusi No. 5-NQ/TU dan Resolusi No. 6-NQ/TU. Keduanya bertanggal 28 Oktober 2025."
    quotes = [passage for fact in facts(text, "id") for passage in fact.passages]
    assert quotes
    assert all(text[quote.start : quote.end] == quote.exact for quote in quotes)


def test_state_style_is_told_by_year_or_slash() -> None:
    assert codes().issuer_of("VP", STATE) != codes().issuer_of("VP", "party")
