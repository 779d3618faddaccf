import tomllib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.home import PACKAGE
from kg.names.people import Name, fold, is_surname, normal, read_name, readings

DATA = tomllib.loads((PACKAGE / "data" / "names.toml").read_text(encoding="utf-8"))
WORDS = ["Чинь", "Ву", "Шая", "Ha", "Khiema", "H'Loan", "'", "Х'", "А", "И", "Фоком", "Đức", "THI", "Ksor"]
LANGUAGES = ["vi", "id", "ru", "pl", "en"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đoàn Thu Hà", "Doan Thu Ha"),
        ("Siu H’Loan", "Siu H'Loan"),
        ("ĐẶNG", "DANG"),
        ("Ưu ửng", "Uu ung"),
        ("Май Ёлка", "Май Ёлка"),  # й and ё are letters, not accents
        ("", ""),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected
    assert fold(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("uỷ ban", "ủy ban"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("HOÀ", "HÒA"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
    ],
)
def test_normal_joins_both_placements_of_the_tone(one, other):
    assert normal(one) == normal(other) == other
    assert normal(unicodedata.normalize("NFD", one)) == other


@pytest.mark.parametrize("text", ["quý", "toàn", "hoàng", "thuỷnh", "Quỳ"])
def test_normal_leaves_what_has_one_placement(text):
    assert normal(text) == text


@pytest.mark.parametrize(
    ("word", "language", "expected", "declined"),
    [
        ("Khiem", "pl", "Khiem", False),
        ("Khiema", "pl", "Khiem", True),
        ("Quyeta", "pl", "Quyet", True),
        ("Chienem", "pl", "Chien", True),
        ("Bachowi", "pl", "Bach", True),
        ("Anha", "pl", "Anh", True),
        ("Cuongiem", "pl", "Cuong", True),
        ("Thi", "pl", "Thi", False),  # ends in a vowel of its own
        ("Ha", "pl", "Ha", False),
        ("Hoa", "pl", "Hoa", False),
        ("Ныонгом", "ru", "Nhuong", True),
        ("Шая", "ru", "Sai", True),
        ("Нгуена", "ru", "Nguyen", True),
        ("Фоком", "ru", "Phuc", True),
        ("Батю", "ru", "Bach", True),
        ("Ха", "ru", "Ha", False),
        ("Thuỷ", "vi", "Thuy", False),
        ("THỦY", "vi", "Thuy", False),
        ("H’Loan", "id", "H'Loan", False),
        ("Х'Лоан", "ru", "H'Loan", False),
        ("Ксор", "ru", "Ksor", False),
    ],
)
def test_first_reading(word, language, expected, declined):
    first = readings(word, language)[0]
    assert (first.ascii, first.declined) == (expected, declined)


@pytest.mark.parametrize(
    ("word", "language"), [("Khiema", "id"), ("Komite", "id"), ("Rady", "pl"), ("ł", "pl"), ("", "ru")]
)
def test_no_reading(word, language):
    assert readings(word, language) == ()


def test_undeclined_readings_come_first():
    for word in ("Шая", "Тиня", "Ха", "Лана"):
        order = [reading.declined for reading in readings(word, "ru")]
        assert order == sorted(order)


def test_every_listed_surname_is_one():
    groups = DATA["surnames"]
    for surname in [*groups["shares"], *" ".join(groups[key] for key in groups if key != "shares").split()]:
        assert is_surname(fold(surname)), surname


@pytest.mark.parametrize("word", ["Komite", "Provinsi", "Rada", "Minh", "Thi", "", "'"])
def test_other_words_are_no_surnames(word):
    assert not is_surname(word)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Nong Thi Bich Hue", "id", "Nong Thi Bich Hue"),
        ("Hang A Ky", "id", "Hang A Ky"),
        ("Be Thanh Tinh", "pl", "Be Thanh Tinh"),
        ("Nguyễn Văn Thuỷ", "vi", "Nguyen Van Thuy"),
        ("NGUYỄN VĂN THUỶ", "vi", "Nguyen Van Thuy"),
        ("Phạm Nhu Hiển", "en", "Pham Nhu Hien"),
        ("Siu H'Loan", "id", "Siu H'Loan"),
        ("Rơ Lan Thủy", "vi", "Ro Lan Thuy"),
        ("Ro Mah Thuyen", "pl", "Ro Mah Thuyen"),
        ("Y Thanh Ha Nie Kdam", "id", "Y Thanh Ha Nie Kdam"),
        ("Ksor Nhơm", "vi", "Ksor Nhom"),
        ("K'Pa Kreng", "vi", "K'Pa Kreng"),
        ("Chamaleá Đức Nghiệp", "vi", "Chamalea Duc Nghiep"),
        ("Pi Năng Thị Hốt", "vi", "Pi Nang Thi Hot"),
        ("Hồ Thị Kan Nghìn", "vi", "Ho Thi Kan Nghin"),
        ("Thạch Thị Sô Phi", "vi", "Thach Thi So Phi"),
        ("Dang Trong Khiema", "pl", "Dang Trong Khiem"),
        ("Phung Ngoc Bachowi", "pl", "Phung Ngoc Bach"),
        ("Чинь Тиен Донг", "ru", "Trinh Tien Dong"),
        ("Ма Динь Ныонгом", "ru", "Ma Dinh Nhuong"),
        ("Хо Дык Фоком", "ru", "Ho Duc Phuc"),
        ("Нгуена Суан Фонга", "ru", "Nguyen Xuan Phong"),
        ("Чыонг Тхи Зьеу Хыонг", "ru", "Truong Thi Dieu Huong"),
        ("Хюинь Тхи Нгок Зием", "ru", "Huynh Thi Ngoc Diem"),
        ("Лы Минь Кхой", "ru", "Lu Minh Khoi"),
        ("Зянг А Лы", "ru", "Giang A Lu"),
        ("Сиу Х'Лоан", "ru", "Siu H'Loan"),
    ],
)
def test_read_name(words, language, expected):
    assert read_name(words.split(), language).ascii == expected


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Komite Partai", "id"),
        ("Rada Ludowa", "pl"),
        ("Trần", "vi"),  # a single word is no whole name
        ("Le Thi Ngoc Bich Hue Anh", "id"),  # six words
        ("Le thi Hoa", "id"),  # not capitalised
        ("Trưởng Ban", "vi"),  # a title, though Truong is a surname
        ("Ban Chấp", "vi"),
        ("A Minh", "en"),  # an article
        ("И Минь", "ru"),  # a conjunction
        ("Народный Комитет", "ru"),
        ("Wójt Anna", "pl"),
    ],
)
def test_what_is_no_name(words, language):
    assert read_name(words.split(), language) is None


def test_a_name_keeps_its_diacritics_as_label():
    assert read_name(["Đoàn", "Thu", "Hà"], "vi") == Name("Doan Thu Ha", "Đoàn Thu Hà", (), declined=False)
    assert read_name(["ĐOÀN", "THU", "HÀ"], "vi").label == "Đoàn Thu Hà"
    assert read_name(["Чинь", "Тиен", "Донг"], "ru").label == "Trinh Tien Dong"


def test_a_declined_name_loses_its_ending_in_the_label():
    name = read_name(["Đặng", "Trọng", "Khiêma"], "pl")
    assert (name.label, name.declined) == ("Đặng Trọng Khiêm", True)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Чинь Тиен Донг", "Chinh Tien Dong"),
        ("Динь Дык Чинь", "Dinh Duc Chinh"),
        ("Доан Ту Ха", "Doan Thu Ha"),
        ("Ву А Шая", "Vu A Say"),
        ("Ма Динь Ныонг", "Ma Dinh Nuong"),
        ("Ха Ши Тоан", "Ha Si Toan"),
        ("Чео Куай Хоа", "Cheo Quay Hoa"),
    ],
)
def test_other_readings_of_a_name(words, other):
    name = read_name(words.split(), "ru")
    assert other in name.readings
    assert name.ascii not in name.readings
    assert len(name.readings) <= 8


@given(st.text(), st.sampled_from([*LANGUAGES, "xx"]))
def test_no_text_breaks_it(text, language):
    normal(text)
    fold(text)
    readings(text, language)
    read_name(text.split(), language)
    is_surname(text)


@given(
    st.lists(st.sampled_from(WORDS), max_size=6),
    st.sampled_from(LANGUAGES),
)
def test_read_name_gives_a_whole_name_or_none(words, language):
    name = read_name(words, language)
    assert name is None or (len(name.ascii.split()) == len(words) and name.ascii.isascii())
