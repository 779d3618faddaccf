from decimal import Decimal

import pytest

from kg.lexicon.pack import languages, lexicon
from kg.mentions.amounts import find_amounts, habits_of, plain
from kg.mentions.dates import dates_in
from kg.mentions.items import items
from kg.mentions.setting import Setting
from kg.mentions.words import wording_of
from kg.model import LineKind, Sentence
from kg.text.tokens import tokens

WRITTEN = [
    ("id", "mencapai 181,55 miliar VND", "181.55", "billion VND", "181550000000"),
    ("id", "menerima 25.140 miliar dong", "25140", "billion VND", "25140000000000"),
    ("id", "ekspor 1.250,5 juta dolar AS", "1250.5", "million USD", "1250500000"),
    ("id", "naik 7,425 persen", "7.425", "%", "7.425"),
    ("id", "naik 6.52%", "6.52", "%", "6.52"),
    ("id", "tingkat 7.425%", "7.425", "%", "7.425"),
    ("id", "sebesar 3 ribu miliar VND", "3", "trillion VND", "3000000000000"),
    ("id", "debit 1.500 m3/detik", "1500", "m3/s", "1500"),
    ("id", "turun 5,2 poin persentase", "5.2", "percentage points", "5.2"),
    ("id", "senilai USD 2,5 juta", "2.5", "million USD", "2500000"),
    ("id", "ada 1.942 anggota partai", "1942", "people", "1942"),
    ("id", "bagi 509 rumah tangga", "509", "households", "509"),
    ("id", "5,9 juta wisatawan", "5.9", "million people", "5900000"),
    ("id", "sekitar 12-13% penduduk", "12", "%", "12"),
    ("id", "ada 1.250 kolam ikan", "1250", "count", "1250"),
    ("ru", "достигли 4 912 млрд донгов", "4912", "billion VND", "4912000000000"),
    ("ru", "добыто 525,6 тыс. тонн", "525.6", "thousand tonnes", "525600"),
    ("ru", "площадь 8,3 тыс. кв. км", "8.3", "thousand km2", "8300"),
    ("ru", "не хватает 11 профильных государственных служащих", "11", "people", "11"),
    ("ru", "принято 9\u00a0214 человек", "9214", "people", "9214"),
    ("ru", "экспорт на $1,5 млрд", "1.5", "billion USD", "1500000000"),
    ("pl", "ponad 1 299 mln USD", "1299", "million USD", "1299000000"),
    ("pl", "o 0,5 pkt proc.", "0.5", "percentage points", "0.5"),
    ("pl", "straty 15,5 tys. mld VND", "15.5", "trillion VND", "15500000000000"),
    ("pl", "pomoc dla 1,250 gospodarstw", "1250", "households", "1250"),
    ("pl", "wzrost 1,5-krotny", "1.5", "times", "1.5"),
    ("en", "18km of roads", "18", "km", "18"),
    ("en", "VND4,200 billion", "4200", "billion VND", "4200000000000"),
    ("pl", "58 komórek partyjnych", "58", "count", "58"),
    ("pl", "przyjęto 2 147 nowych członków", "2147", "people", "2147"),
]
NO_FIGURES = [
    ("id", "model pemerintahan 2 tingkat"),
    ("id", "selama 5 bulan terakhir"),
    ("id", "jalan provinsi 206 dan 207"),
    ("id", "badai No. 10, badai No. 11"),
    ("id", "Kongres Partai Nasional ke-14"),
    ("id", "78/81 delegasi"),
    ("id", "menyelenggarakan 10 konferensi Komite Tetap"),
    ("ru", "внесено 6 проектов резолюций"),
    ("ru", "шторм № 10 размыл дорогу 252Б"),
    ("ru", "Рабочая группа № 4"),
    ("ru", "депутаты 16-го созыва"),
    ("ru", "принято 26 резолюций"),
    ("ru", "принцип «6 ясно»"),
    ("ru", "Решение № 1874/QD-UBND"),
    ("pl", "6. sesja Rady Ludowej"),
    ("pl", "droga DT.129"),
    ("pl", "11 kluczowych grup zadań"),
    ("pl", "uzyskując 76/78 głosów"),
    ("pl", "na okres 5 lat"),
]


def _find(language, text):
    book = lexicon(language)
    wording = wording_of(tokens(text), book.figures, text)
    dates = dates_in(wording, Setting("a", language, book, None, "2025-11-20"))
    taken = {at for date in dates for at in range(date.first, date.last)}
    return find_amounts(wording, habits_of(book.settings), taken)


@pytest.mark.parametrize(("language", "text", "value", "unit", "total"), WRITTEN)
def test_every_written_form(language, text, value, unit, total):
    (found,) = _find(language, text)
    assert (found.written, found.unit, found.total) == (value, unit, total)


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_numbers_that_state_no_figure(language, text):
    assert [found for found in _find(language, text) if found.code is not None and not found.silent] == []


@pytest.mark.parametrize(
    ("language", "text"), [("id", "9.214 dari 16.033 miliar VND"), ("vi", "giải ngân 9.214/16.033 tỷ đồng")]
)
def test_a_number_shares_the_unit_of_the_total_after_it(language, text):
    part, total = _find(language, text)
    assert (part.written, part.unit, part.shared) == ("9214", "billion VND", True)
    assert (total.written, total.unit, total.shared) == ("16033", "billion VND", False)


def test_a_space_parts_thousands_only_where_the_language_writes_them_so():
    assert [found.written for found in _find("id", "1 299 orang")] == ["1", "299"]
    assert [found.written for found in _find("pl", "1 299 osób")] == ["1299"]


def test_a_year_before_a_dash_is_no_range():
    (found,) = [amount for amount in _find("pl", "plan 2024 - 15 mld VND") if amount.code is not None]
    assert found.written == "15"


def test_figure_words_stay_names_elsewhere():
    book = lexicon("pl")
    text = "Nguyen Thi Ha"
    assert all(item.capital for item in items(Sentence(0, len(text), text, LineKind.PROSE, 0), book))
    assert book.figures.matches(tokens(text))[0].atoms == {"units:ha"}


def test_a_decimal_is_written_out():
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal("0.10")) == "0.1"


@pytest.mark.parametrize("language", [code for code in languages() if lexicon(code).figures])
def test_every_unit_of_a_pack_has_a_name(language):
    for words in (*lexicon(language).figures.table["units"].values(),):
        for phrase in words[:1]:
            found = _find(language, f"12 {phrase}")
            assert found
            assert found[0].silent or found[0].unit.isascii()
