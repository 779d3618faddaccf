"""Labels read naturally in five languages, whatever is known of a body, place, document or meeting."""

import re
import tomllib
from itertools import product
from string import Formatter

import pytest

from kg.graph import vocabulary
from kg.graph.labels import LANGUAGES, OPTIONAL, body_label, document_label, meeting_label, place_label
from kg.home import PACKAGE
from kg.model import Body, Document, Meeting, Place

LANG_SON = Place("Lạng Sơn", "province", "Tỉnh", "20")
HA_NOI = Place("Hà Nội", "province", "Thành phố", "01")
LOC_BINH = Place("Lộc Bình", "commune", "Xã", "06526", "lang-son")
KY_LUA = Place("Kỳ Lừa", "commune", "Phường", "05977", "lang-son")
LY_SON = Place("Lý Sơn", "commune", "Đặc khu", "21548", "quang-ngai")
CAO_LOC = Place("Cao Lộc", "district", "Huyện", None, "lang-son", "2025-07-01")
THU_DUC = Place("Thủ Đức", "district", "Thành phố", None, "ho-chi-minh", "2025-07-01")
VIETNAM = Place("Việt Nam", "central")
PARTY = Body("party-committee", "province", LANG_SON)
FINANCE = Body("department", "province", LANG_SON, "finance")
TABLES = tomllib.loads((PACKAGE / "data" / "labels.toml").read_text(encoding="utf-8"))

# a body; vi, en, id, ru, pl
BODIES = [
    (PARTY,
     "Tỉnh ủy Lạng Sơn",
     "Lạng Sơn Provincial Party Committee",
     "Komite Partai Provinsi Lạng Sơn",
     "Партийный комитет провинции Lạng Sơn",
     "Komitet Partii prowincji Lạng Sơn"),
    (Body("party-committee", "province", HA_NOI),
     "Thành ủy Hà Nội",
     "Hà Nội City Party Committee",
     "Komite Partai Kota Hà Nội",
     "Партийный комитет города Hà Nội",
     "Komitet Partii miasta Hà Nội"),
    (Body("party-committee", "district", CAO_LOC),
     "Huyện ủy Cao Lộc",
     "Party Committee of Cao Lộc District",
     "Komite Partai Distrik Cao Lộc",
     "Партийный комитет уезда Cao Lộc",
     "Komitet Partii dystryktu Cao Lộc"),
    (Body("party-committee", "district", THU_DUC),
     "Thành ủy Thủ Đức",
     "Party Committee of Thủ Đức City",
     "Komite Partai Kota Thủ Đức",
     "Партийный комитет города Thủ Đức",
     "Komitet Partii miasta Thủ Đức"),
    (Body("party-committee", "commune", KY_LUA),
     "Đảng ủy phường Kỳ Lừa",
     "Party Committee of Kỳ Lừa Ward",
     "Komite Partai Kelurahan Kỳ Lừa",
     "Партийный комитет квартала Kỳ Lừa",
     "Komitet Partii dzielnicy Kỳ Lừa"),
    # a level without a place, and nothing at all
    (Body("party-committee", "province"),
     "Tỉnh ủy",
     "Provincial Party Committee",
     "Komite Partai Provinsi",
     "Партийный комитет провинции",
     "Komitet Partii prowincji"),
    (Body("people-committee", "commune"),
     "UBND xã",
     "Commune People's Committee",
     "Komite Rakyat Komune",
     "Народный комитет коммуны",
     "Komitet Ludowy gminy"),
    (Body("people-council"), "HĐND", "People's Council", "Dewan Rakyat", "Народный совет", "Rada Ludowa"),
    # bodies of a committee
    (Body("party-standing-committee", "province", LANG_SON, parent=PARTY),
     "Ban Thường vụ Tỉnh ủy Lạng Sơn",
     "Standing Committee of the Lạng Sơn Provincial Party Committee",
     "Komite Tetap Komite Partai Provinsi Lạng Sơn",
     "Постоянный комитет партийного комитета провинции Lạng Sơn",
     "Stały Komitet Komitetu Partii prowincji Lạng Sơn"),
    (Body("party-inspection-commission", "commune", LOC_BINH),
     "Ủy ban Kiểm tra Đảng ủy xã Lộc Bình",
     "Inspection Commission of the Party Committee of Lộc Bình Commune",
     "Komisi Inspeksi Komite Partai Komune Lộc Bình",
     "Контрольная комиссия партийного комитета коммуны Lộc Bình",
     "Komisja Kontroli Komitetu Partii gminy Lộc Bình"),
    (Body("party-organization-commission", "central"),
     "Ban Tổ chức Trung ương",
     "Central Organisation Commission",
     "Komisi Organisasi Pusat",
     "Центральная организационная комиссия",
     "Centralna Komisja Organizacyjna"),
    # the state
    (Body("people-committee", "commune", LOC_BINH),
     "UBND xã Lộc Bình",
     "People's Committee of Lộc Bình Commune",
     "Komite Rakyat Komune Lộc Bình",
     "Народный комитет коммуны Lộc Bình",
     "Komitet Ludowy gminy Lộc Bình"),
    (Body("people-committee", "commune", LY_SON),
     "UBND đặc khu Lý Sơn",
     "People's Committee of Lý Sơn Special Zone",
     "Komite Rakyat Zona Khusus Lý Sơn",
     "Народный комитет особой зоны Lý Sơn",
     "Komitet Ludowy strefy specjalnej Lý Sơn"),
    (FINANCE,
     "Sở Tài chính tỉnh Lạng Sơn",
     "Lạng Sơn Department of Finance",
     "Dinas Keuangan Provinsi Lạng Sơn",
     "Департамент финансов провинции Lạng Sơn",
     "Departament finansów prowincji Lạng Sơn"),
    (Body("department", "province", None, "health"),
     "Sở Y tế",
     "Provincial Department of Health",
     "Dinas Kesehatan Provinsi",
     "Департамент здравоохранения провинции",
     "Departament zdrowia prowincji"),
    (Body("department", "province", LANG_SON, "inspectorate"),
     "Thanh tra tỉnh Lạng Sơn",
     "Inspectorate of Lạng Sơn Province",
     "Inspektorat Provinsi Lạng Sơn",
     "Инспекция провинции Lạng Sơn",
     "Inspektorat prowincji Lạng Sơn"),
    (Body("ministry", "central", None, "foreign-affairs"),
     "Bộ Ngoại giao",
     "Ministry of Foreign Affairs",
     "Kementerian Luar Negeri",
     "Министерство иностранных дел",
     "Ministerstwo spraw zagranicznych"),
    (Body("government", "central"), "Chính phủ", "Government", "Pemerintah", "Правительство", "Rząd"),
    (Body("court", "central"),
     "Tòa án nhân dân tối cao",
     "Supreme People's Court",
     "Mahkamah Agung Rakyat",
     "Верховный народный суд",
     "Najwyższy Sąd Ludowy"),
    (Body("national-assembly-office", "province", LANG_SON),
     "Văn phòng Đoàn ĐBQH và HĐND tỉnh Lạng Sơn",
     "Office of the National Assembly Delegation and People's Council of Lạng Sơn Province",
     "Kantor Delegasi Majelis Nasional dan Dewan Rakyat Provinsi Lạng Sơn",
     "Канцелярия делегации Национального собрания и народного совета провинции Lạng Sơn",
     "Biuro Delegacji Zgromadzenia Narodowego i Rady Ludowej prowincji Lạng Sơn"),
    # a parent that kind, level and place do not tell
    (Body("party-standing-committee", "province", None, parent=Body("party-committee", "province", parent=FINANCE)),
     "Ban Thường vụ Đảng ủy Sở Tài chính tỉnh Lạng Sơn",
     "Standing Committee of the Party Committee of the Lạng Sơn Department of Finance",
     "Komite Tetap Komite Partai Dinas Keuangan Provinsi Lạng Sơn",
     "Постоянный комитет, Партийный комитет, Департамент финансов провинции Lạng Sơn",
     "Stały Komitet, Komitet Partii, Departament finansów prowincji Lạng Sơn"),
    # numbers and names of their own
    (Body("working-group", name="4"),
     "Tổ công tác số 4", "Working Group No. 4", "Kelompok Kerja No. 4", "Рабочая группа № 4", "Grupa robocza nr 4"),
    (Body("working-group", "province", LANG_SON, name="4"),
     "Tổ công tác số 4 tỉnh Lạng Sơn",
     "Working Group No. 4 of Lạng Sơn Province",
     "Kelompok Kerja No. 4 Provinsi Lạng Sơn",
     "Рабочая группа № 4 провинции Lạng Sơn",
     "Grupa robocza nr 4 prowincji Lạng Sơn"),
    (Body("steering-committee", "central", None, "anti-corruption", name="A[1]{x}"),
     "Ban Chỉ đạo Phòng, chống tham nhũng, lãng phí, tiêu cực (A[1]{x})",
     "Steering Committee on Prevention of Corruption and Waste (A[1]{x})",
     "Komite Pengarah Pencegahan Korupsi dan Pemborosan (A[1]{x})",
     "Руководящий комитет по борьбе с коррупцией и расточительством (A[1]{x})",
     "Komitet Sterujący do spraw zwalczania korupcji i marnotrawstwa (A[1]{x})"),
    (Body("other", name="Trường Đại học Tây Bắc"), *["Trường Đại học Tây Bắc"] * 5),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "labels"), [(body, labels) for body, *labels in BODIES], ids=[row[2] for row in BODIES]
)
def test_bodies(body, labels):
    assert [body_label(body, lang) for lang in LANGUAGES] == labels


PLACES = [
    (LANG_SON, "Tỉnh Lạng Sơn", "Lạng Sơn Province", "Provinsi Lạng Sơn", "Провинция Lạng Sơn", "Prowincja Lạng Sơn"),
    (HA_NOI, "Thành phố Hà Nội", "Hà Nội City", "Kota Hà Nội", "Город Hà Nội", "Miasto Hà Nội"),
    (KY_LUA, "Phường Kỳ Lừa", "Kỳ Lừa Ward", "Kelurahan Kỳ Lừa", "Квартал Kỳ Lừa", "Dzielnica Kỳ Lừa"),
    (CAO_LOC, "Huyện Cao Lộc", "Cao Lộc District", "Distrik Cao Lộc", "Уезд Cao Lộc", "Dystrykt Cao Lộc"),
    (VIETNAM, *["Việt Nam"] * 5),
    (Place("Bản Mới", "commune"), "Bản Mới", "Bản Mới Commune", "Komune Bản Mới", "Коммуна Bản Mới", "Gmina Bản Mới"),
]


@pytest.mark.parametrize(("place", "labels"), [(place, labels) for place, *labels in PLACES])
def test_places(place, labels):
    assert [place_label(place, lang) for lang in LANGUAGES] == labels
    assert place_label(place) == labels[0]


DOCUMENTS = [
    (Document("resolution", "18-NQ/TW"),
     "Nghị quyết số 18-NQ/TW",
     "Resolution No. 18-NQ/TW",
     "Resolusi No. 18-NQ/TW",
     "Резолюция № 18-NQ/TW",
     "Uchwała nr 18-NQ/TW"),
    (Document("decision", "2583-QD/TU", place=LANG_SON, when="2025"),
     "Quyết định số 2583-QD/TU (Lạng Sơn, 2025)",
     "Decision No. 2583-QD/TU (Lạng Sơn, 2025)",
     "Keputusan No. 2583-QD/TU (Lạng Sơn, 2025)",
     "Решение № 2583-QD/TU (Lạng Sơn, 2025)",
     "Decyzja nr 2583-QD/TU (Lạng Sơn, 2025)"),
    (Document("other", "12", when="2025"),
     "Văn bản số 12 (2025)",
     "Document No. 12 (2025)",
     "Dokumen No. 12 (2025)",
     "Документ № 12 (2025)",
     "Dokument nr 12 (2025)"),
    (Document("plan", title="Kế hoạch nhỏ"),
     "Kế hoạch “Kế hoạch nhỏ”",
     "Plan “Kế hoạch nhỏ”",
     "Rencana “Kế hoạch nhỏ”",
     "План «Kế hoạch nhỏ»",
     "Plan „Kế hoạch nhỏ”"),
    (Document("law"), "Luật", "Law", "Undang-undang", "Закон", "Ustawa"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "labels"), [(document, labels) for document, *labels in DOCUMENTS])
def test_documents(document, labels):
    assert [document_label(document, lang) for lang in LANGUAGES] == labels


MEETINGS = [
    (Meeting("conference", "a", date="2025-11-03", host=PARTY),
     "Hội nghị Tỉnh ủy Lạng Sơn, ngày 3/11/2025",
     "Conference of the Lạng Sơn Provincial Party Committee, 3 November 2025",
     "Konferensi Komite Partai Provinsi Lạng Sơn, 3 November 2025",
     "Конференция: Партийный комитет провинции Lạng Sơn, 03.11.2025",
     "Konferencja: Komitet Partii prowincji Lạng Sơn, 03.11.2025"),
    (Meeting("session", "a", place=LOC_BINH, date="2025-09"),
     "Phiên họp tại xã Lộc Bình, tháng 9/2025",
     "Session in Lộc Bình Commune, September 2025",
     "Sidang di Komune Lộc Bình, September 2025",
     "Заседание, Коммуна Lộc Bình, 09.2025",
     "Posiedzenie, Gmina Lộc Bình, 09.2025"),
    (Meeting("other", "a", label="gặp mặt", date="2025"),
     "Cuộc họp “gặp mặt”, năm 2025",
     "Meeting “gặp mặt”, 2025",
     "Pertemuan “gặp mặt”, 2025",
     "Встреча «gặp mặt», 2025",
     "Spotkanie „gặp mặt”, 2025"),
    (Meeting("visit", "a"), "Chuyến thăm", "Visit", "Kunjungan", "Посещение", "Wizyta"),
]  # fmt: skip


@pytest.mark.parametrize(("meeting", "labels"), [(meeting, labels) for meeting, *labels in MEETINGS])
def test_meetings(meeting, labels):
    assert [meeting_label(meeting, lang) for lang in LANGUAGES] == labels


# ---------------------------------------------------------------- every combination


SEATS = [
    (None, None),
    ("central", None),
    ("province", None),
    ("province", HA_NOI),
    ("commune", KY_LUA),
    ("district", CAO_LOC),
]


@pytest.mark.parametrize("kind", vocabulary.codes("kind"))
def test_every_kind_has_a_clean_label_at_every_seat(kind):
    for (level, place), field, lang in product(SEATS, (None, "finance"), LANGUAGES):
        label = body_label(Body(kind, level, place, field), lang)
        assert re.fullmatch(r"\S+( \S+)*", label)
        assert not re.search(r"[{}\[\]]", label)
        assert place is None or place.name in label


@pytest.mark.parametrize("kind", [kind for kind in vocabulary.codes("kind") if kind != "other"])
def test_no_two_kinds_share_a_label_at_one_place(kind):
    for lang in LANGUAGES:
        others = [
            body_label(Body(other, "province", LANG_SON), lang) for other in vocabulary.codes("kind") if other != kind
        ]
        assert body_label(Body(kind, "province", LANG_SON), lang) not in others


@pytest.mark.parametrize("lang", ["ru", "pl"])
def test_every_field_has_the_case_that_departments_need(lang):
    assert TABLES[lang]["fields"].keys() == set(vocabulary.codes("field"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_name_known_codes_units_and_levels_only(lang):
    units = {*TABLES["units"].values(), *vocabulary.codes("level"), "owned"}
    for key in TABLES[lang]["kinds"]:
        kind, _, seat = key.partition(" ")
        assert kind in vocabulary.codes("kind")
        assert not seat or seat in units or seat in vocabulary.codes("field")
    assert TABLES[lang].get("fields", {}).keys() <= set(vocabulary.codes("field"))
    assert TABLES[lang]["areas"].keys() == {*TABLES["units"].values(), "central"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kind_templates_have_known_slots(lang):
    known = {"field", "place", "area", "committee"}
    for template in TABLES[lang]["kinds"].values():
        slots = {slot for _, slot, _, _ in Formatter().parse(OPTIONAL.sub(r"\1", template)) if slot}
        assert slots <= known, template


def test_a_field_that_the_tables_lack_falls_back_to_its_code():
    assert (
        body_label(Body("department", "province", LANG_SON, "space-travel"), "en")
        == "Lạng Sơn Department of space-travel"
    )
