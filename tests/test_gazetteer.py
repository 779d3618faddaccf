import tomllib
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.home import PACKAGE
from kg.model import Place
from kg.names.gazetteer import gazetteer, slug
from kg.names.places import Index, read_units
from kg.names.spelling import fold
from kg.names.transliteration import to_cyrillic

UNITS = read_units(PACKAGE / "data" / "places.tsv")
OLD_COMMUNES = read_units(PACKAGE / "data" / "places-old.tsv.gz")
PLACES = [unit.place for unit in UNITS]
PROVINCES = [place for place in PLACES if place.level == "province"]
COMMUNES = [place for place in PLACES if place.level == "commune"]


def names(found):
    return [place.name for place in found]


def province_of(place):
    return place.province or slug(place.name)


def test_the_map_holds_every_unit_of_today_and_of_before():
    assert Counter((place.level, bool(place.dissolved)) for place in PLACES) == {
        ("province", False): 34,
        ("province", True): 29,  # the 63 before less the 34 whose names live on
        ("district", True): 696,
        ("commune", False): 3321,
    }
    assert Counter(place.unit_type for place in COMMUNES) == {"Xã": 2621, "Phường": 687, "Đặc khu": 13}
    assert len(OLD_COMMUNES) == 9915  # the 10,035 before less the 120 that live on with code, type, name and land


def test_codes_are_unique_among_units_of_one_time_and_level():
    keys = [(place.level, place.code, place.dissolved) for place in PLACES]
    assert len(set(keys)) == len(keys)


def test_every_dissolved_unit_has_successors_in_force():
    today = {(place.level, place.code) for place in PLACES if not place.dissolved}
    for unit in [*UNITS, *OLD_COMMUNES]:
        level = "province" if unit.place.level == "province" else "commune"
        assert bool(unit.successors) == bool(unit.place.dissolved), unit
        assert all((level, code) in today for code in unit.successors), unit


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_place_is_found_by_its_name(form):
    for place in PLACES:
        spelling = unicodedata.normalize(form, place.name)
        found = gazetteer().find(spelling, level=place.level, province=province_of(place))
        assert place in found or (place.dissolved and not found[0].dissolved), place
        assert place.name.isascii() or {one.name for one in found} == {place.name}, place


def test_every_place_is_found_in_ascii_joined_and_split():
    for place in PLACES:
        split = fold(place.name)
        for spelling in (split, split.replace(" ", ""), split.replace(" ", "-"), split.upper()):
            found = gazetteer().find(spelling, level=place.level, province=province_of(place))
            assert place in found or (place.dissolved and not found[0].dissolved), spelling


def test_every_province_and_commune_is_found_in_the_cyrillic_of_the_rules():
    for place in [*PROVINCES, *COMMUNES]:
        split = to_cyrillic(place.name)
        for spelling in (split, split.replace(" ", "").capitalize()):
            found = gazetteer().find(spelling, level=place.level, province=province_of(place), language="ru")
            assert place in found or (place.dissolved and not found[0].dissolved), spelling


@pytest.mark.parametrize(
    ("spelling", "name", "level"),
    [
        ("Thanh Hoá", "Thanh Hóa", "province"),  # the other placement of the tone
        ("Tỉnh Lạng Sơn", "Lạng Sơn", "province"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh", "province"),
        ("TPHCM", "Hồ Chí Minh", "province"),
        ("Daklak", "Đắk Lắk", "province"),
        ("Ea H’leo", "Ea H'Leo", "commune"),
        ("A Luoi 4", "A Lưới 4", "commune"),
        ("Bac Kan", "Bắc Kạn", "province"),  # dissolved
        ("Ba Be", "Ba Bể", "district"),
        ("Ba Be", "Ba Bể", "commune"),
        ("Локбинь", "Lộc Bình", "commune"),
        ("Лангшон", "Lạng Sơn", "province"),
        ("Ланг Сон", "Lạng Sơn", "province"),  # s for ш: machine translation
        ("Хошимин", "Hồ Chí Minh", "province"),
        ("Хайфон", "Hải Phòng", "province"),
        ("Хюэ", "Huế", "province"),
        ("Тхыатхьен-Хюэ", "Huế", "province"),
        ("Буонметхуот", "Buôn Ma Thuột", "district"),
        ("Тэйнинь", "Tây Ninh", "province"),
        ("Тайнинь", "Tây Ninh", "province"),
        ("Даклак", "Đắk Lắk", "province"),
        ("Лайчау", "Lai Châu", "province"),
        ("Ка Мау", "Cà Mau", "province"),
        ("Плейку", "Pleiku", "commune"),
        ("Дамзой", "Đầm Dơi", "commune"),
        ("Туашинчай", "Tủa Sín Chải", "commune"),
    ],
)
def test_spellings_met(spelling, name, level):
    assert names(gazetteer().find(spelling, level=level)) == [name]


@pytest.mark.parametrize(
    ("spelling", "language", "name"),
    [
        ("Каобанга", "ru", "Cao Bằng"),
        ("Ханое", "ru", "Hà Nội"),
        ("Хатиня", "ru", "Hà Tĩnh"),
        ("Lang Sonu", "pl", "Lạng Sơn"),
        ("Hanoiem", "pl", "Hà Nội"),
    ],
)
def test_declined_names(spelling, language, name):
    assert names(gazetteer().find(spelling, level="province", language=language)) == [name]
    assert gazetteer().find(spelling, level="province", language="id") == ()


def test_diacritics_decide_where_given():
    assert names(gazetteer().find("Quang Bình", level="commune")) == ["Quang Bình"]
    assert set(names(gazetteer().find("Quang Binh", level="commune"))) == {"Quang Bình", "Quảng Bình"}
    assert names(gazetteer().find("Hà Tỉnh")) == ["Hà Tĩnh"]  # a misspelling still finds what there is


def test_units_in_force_come_before_dissolved_ones():
    assert [place.level for place in gazetteer().find("Lào Cai")] == ["province", "commune"]  # nor the city dissolved
    assert {place.dissolved for place in gazetteer().find("Hà Giang")} == {"2025-07-01"}
    assert [place.dissolved for place in gazetteer().find("Ba Bể")] == [None]
    assert names(gazetteer().find("Phúc Xá", level="commune")) == ["Phúc Xá"]  # a ward of before
    assert gazetteer().find("Phúc Xá") == ()


def test_a_province_bounds_the_search():
    everywhere = gazetteer().find("Hòa Bình", level="commune")
    assert len(everywhere) > 1
    (only,) = gazetteer().find("Hòa Bình", level="commune", province="Phú Thọ")
    assert only in everywhere
    assert only.province == "phu-tho"
    assert gazetteer().find("Lộc Bình", province="ca-mau") == ()


def test_land_of_a_dissolved_province_counts_to_the_one_that_took_it_over():
    (district,) = gazetteer().find("Na Rì", level="district", province="thai-nguyen")
    assert district.province == "bac-kan"


@pytest.mark.parametrize("word", ["Komite", "партии", "Rada", "", " ", "-", "х", "Ông"])
def test_other_words_are_no_places(word):
    assert gazetteer().find(word) == ()


@pytest.mark.parametrize(
    ("words", "count", "name"),
    [
        ("Lạng Sơn cho biết", 2, "Lạng Sơn"),
        ("Bac Ai Tay Kator Van Nhieu", 3, "Bác Ái Tây"),
        ("A Luoi 4 dan", 3, "A Lưới 4"),
        ("Bà Rịa - Vũng Tàu", 5, "Bà Rịa - Vũng Tàu"),
        ("Hue", 1, "Huế"),
    ],
)
def test_longest_takes_as_many_words_as_make_a_name(words, count, name):
    taken, found = gazetteer().longest(words.split())
    assert (taken, found[0].name) == (count, name)


def test_longest_of_nothing():
    assert gazetteer().longest([]) == (0, ())
    assert gazetteer().longest(["Komite", "Partai"]) == (0, ())


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://baotuyenquang.com.vn/thoi-su/x-3f2069c/", "Tuyên Quang"),
        ("langson.gov.vn", "Lạng Sơn"),
        ("https://sotc.langson.gov.vn/tin-tuc", "Lạng Sơn"),
        ("https://huengaynay.vn/chinh-tri", "Huế"),
        ("https://tuyengiaocaobang.vn/index.php", "Cao Bằng"),
        ("http://baonghean.vn", "Nghệ An"),
        ("https://baohagiang.vn/x", "Tuyên Quang"),  # a dissolved province stands for its successor
        ("https://baohanam.com.vn", "Ninh Bình"),
        ("https://hanoimoi.vn/x", "Hà Nội"),
        ("https://sggp.org.vn/x", "Hồ Chí Minh"),
        ("https://www.vietnam.vn/pl/hoi-nghi-ban-chap-hanh-dang-bo-tinh-son-la-khoa-xvi", "Sơn La"),
        ("https://www.vietnam.vn/id/ubnd-tinh-dong-thap", "Đồng Tháp"),
        ("https://www.vietnam.vn/id/tinh-uy-thai-nguyen-cong-bo", "Thái Nguyên"),
        ("https://www.vietnam.vn/id/cong-an-tp-ho-chi-minh", "Hồ Chí Minh"),
        ("https://www.vietnam.vn/id/doan-dbqh-tinh-ha-giang", "Tuyên Quang"),
        ("https://www.vietnam.vn/ru/ca-mau-con-30-ngay", None),  # no word for a province before it
        ("https://nhandan.vn/tinh-son-la-va-tinh-lai-chau", None),  # two of them
        ("https://baochinhphu.vn/hue-abc", None),
        ("https://laodong.vn", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_province_in_url(url, name):
    found = gazetteer().province_in_url(url)
    assert (found.name if found else None) == name


def test_every_province_of_today_is_told_by_the_host_of_its_paper_and_portal():
    for place in PROVINCES:
        host = slug(place.name).replace("-", "")
        heir = gazetteer().successors(place) or (place,)
        for url in (f"https://bao{host}.vn/x", f"https://{host}.gov.vn"):
            assert gazetteer().province_in_url(url) == heir[0], url


def test_kinship():
    (commune,) = gazetteer().find("Lộc Bình", level="commune")
    (province,) = gazetteer().find("Lạng Sơn", level="province")
    assert gazetteer().province(commune) == province
    assert gazetteer().province(province) == province
    assert gazetteer().province(gazetteer().country()) is None
    (gone,) = gazetteer().find("Bắc Kạn", level="province")
    assert names(gazetteer().successors(gone)) == ["Thái Nguyên"]
    assert gazetteer().successors(province) == ()
    assert gazetteer().successors(Place("Đâu Đó", "commune", dissolved="2020")) == ()
    (ward,) = gazetteer().find("Phúc Xá", level="commune")
    assert names(gazetteer().successors(ward)) == ["Hồng Hà"]


def test_by_code_prefers_the_unit_in_force():
    assert gazetteer().by_code("province", "24").name == "Bắc Ninh"  # Bắc Giang's code before
    assert gazetteer().by_code("province", "02").name == "Hà Giang"
    assert gazetteer().by_code("commune", "00001").name == "Phúc Xá"
    assert gazetteer().by_code("commune", "99999") is None


@pytest.mark.parametrize("name", ["Việt Nam", "Vietnam", "Wietnam", "Вьетнам"])
def test_the_country(name):
    assert gazetteer().find(name) == (gazetteer().country(),)
    assert gazetteer().find(name, level="province") == ()


ALIASES = tomllib.loads((PACKAGE / "data" / "places.toml").read_text(encoding="utf-8"))["aliases"]


@pytest.mark.parametrize(("name", "other"), [(name, other) for name in ALIASES for other in ALIASES[name]])
def test_every_alias_finds_its_place_and_only_the_alias_does(name, other):
    def meant(index):
        return {unit.place.name for _, unit in index.candidates(other) if unit.place.level != "commune"}

    assert name in meant(Index(UNITS, ALIASES))
    assert name not in meant(Index(UNITS, {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đoàn Thu Hà", "doan-thu-ha"), ("Ea H’leo", "ea-hleo"), ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"), ("партия", "")],
)
def test_slug(text, expected):
    assert slug(text) == expected


@given(st.text(), st.sampled_from(["vi", "id", "ru", "pl", "en", "xx"]))
def test_no_text_breaks_the_search(text, language):
    gazetteer().find(text, language=language)
    gazetteer().find(text, level="commune", province=text, language=language)
    gazetteer().longest(text.split(), language=language)
    gazetteer().province_in_url(text)


@given(st.text(alphabet="абвгдеийклмнопрстуфхчшыьэюя'- ", max_size=60))
def test_no_cyrillic_breaks_the_search(text):
    gazetteer().find(text, language="ru")
