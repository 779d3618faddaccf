import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.transliteration import (
    by_letters,
    frequency,
    from_cyrillic,
    is_syllable,
    readings_of,
    syllables_at,
    to_cyrillic,
)


@pytest.mark.parametrize(
    ("name", "cyrillic"),
    [
        ("Lạng Sơn", "Ланг Шон"),
        ("Điện Biên", "Дьен Бьен"),
        ("Trịnh Châu Giang", "Чинь Тяу Зянг"),
        ("Nguyễn Huệ", "Нгуен Хюэ"),
        ("Quỳnh Như", "Куинь Ньы"),
        ("Gia Lai", "Зя Лай"),
        ("Yên Bái", "Йен Бай"),
        ("Phú Yên", "Фу Йен"),
        ("Nha Trang", "Ня Чанг"),
        ("Hải Dương", "Хай Зыонг"),
        ("Rạch Giá", "Рать Зя"),
        ("Nho Quan", "Нё Куан"),
        ("Ê Đê", "Э Де"),
        ("Tây Ninh", "Тэй Нинь"),
        ("Krông Nô", "Кронг Но"),
        ("Đắk Lắk", "Дак Лак"),
        ("Pleiku", "Плейку"),
        ("Lang Son", "Ланг Шон"),
        ("Bà Rịa - Vũng Tàu", "Ба Риа Вунг Тау"),
        ("", ""),
    ],
)
def test_to_cyrillic_by_the_rules(name, cyrillic):
    assert to_cyrillic(name) == cyrillic


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("Чинь", "Trinh"),
        ("Тхи", "Thi"),
        ("Нгуен", "Nguyen"),
        ("Куок", "Quoc"),
        ("Хоай", "Hoai"),
        ("Чыонг", "Truong"),
        ("Зыонг", "Duong"),
        ("Дуонг", "Duong"),
        ("Дыонг", "Duong"),
        ("Тринь", "Trinh"),
        ("Куинь", "Quynh"),
        ("Кьюинь", "Quynh"),
        ("Кванг", "Quang"),
        ("Тхуэт", "Thuyet"),
        ("Тхует", "Thuyet"),
        ("Хюен", "Huyen"),
        ("Зуй", "Duy"),
        ("Ньунг", "Nhung"),
        ("Нян", "Nhan"),
        ("Бать", "Bach"),
        ("Иен", "Yen"),
        ("Сюан", "Xuan"),
        ("Фок", "Phuc"),
        ("Лю", "Luu"),
        ("Э", "E"),
    ],
)
def test_the_likeliest_syllable(word, first):
    assert from_cyrillic(word)[0] == first


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("Чинь", {"Trinh", "Chinh"}),
        ("Чыонг", {"Truong", "Chuong"}),
        ("Тьинь", {"Trinh", "Chinh"}),
        ("Ши", {"Si", "Sy"}),
        ("Шай", {"Sai", "Say"}),
        ("Ныонг", {"Nuong", "Nhuong"}),
        ("Ту", {"Tu", "Thu"}),
        ("Зы", {"Du"}),
        ("Бит", {"Bit", "Bich"}),
    ],
)
def test_all_that_a_word_can_stand_for(word, others):
    assert others <= set(from_cyrillic(word))


@pytest.mark.parametrize("word", ["", "партии", "комитет", "Thanh", "щ", "Нгуенван"])
def test_no_syllable(word):
    assert from_cyrillic(word) == ()


def test_a_form_of_the_rules_costs_nothing():
    costs = {one.ascii: one.cost for one in readings_of("чинь")}
    assert costs["trinh"] == 0
    assert costs["chinh"] > 0


def test_syllables_at_gives_every_way_to_go_on():
    ends = {(one.end, one.ascii) for one in syllables_at("кантхо", 0)}
    assert {(2, "ca"), (3, "can")} <= ends
    assert ("tho", 6) in {(one.ascii, one.end) for one in syllables_at("кантхо", 3)}


@pytest.mark.parametrize("word", ["nguyen", "thuyet", "giang", "gi", "nghiem", "quynh", "y", "kien", "cuong"])
def test_is_syllable(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "partai", "cien", "ngi", "kong", "trynh", "rady", "wan"])
def test_is_no_syllable(word):
    assert not is_syllable(word)


def test_frequency_knows_common_syllables():
    assert frequency("thanh") > frequency("khuyet") >= 0
    assert frequency("rada") == 0


def test_by_letters():
    assert by_letters("krong") == "кронг"


@pytest.mark.parametrize(
    "language_word", ["Nguyễn", "Thuyết", "Quyên", "Nhiên", "Chiến", "Giáp", "Lương", "Kiều", "Nghĩa"]
)
def test_round_trip(language_word):
    from kg.names.spelling import fold

    assert fold(language_word) in from_cyrillic(to_cyrillic(language_word))


@given(st.text())
def test_no_text_breaks_it(text):
    from_cyrillic(text)
    to_cyrillic(text)
