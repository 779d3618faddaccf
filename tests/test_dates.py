import pytest

from kg.lexicon.pack import lexicon
from kg.mentions.dates import dominating_year, find_dates
from kg.mentions.items import items
from kg.mentions.setting import Setting
from kg.mentions.words import wording_of
from kg.model import LineKind, Sentence
from kg.text.tokens import tokens

WRITTEN = [
    ("ru", "Уведомление № 176-TB/VPTU от 27 октября 2025 года", "date", "2025-10-27", "27 октября 2025 года"),
    ("ru", "Сегодня утром, 5 декабря, открылась сессия", "date", "2025-12-05", "5 декабря"),
    ("ru", "на срок 2021 - 2026 гг.", "term", "2021-2026", "2021 - 2026 гг"),
    ("ru", "до 1 января завершить расчёты", "date", "2026-01-01", "1 января"),
    ("ru", "задачи 2026 года", "year", "2026", "2026 года"),
    ("ru", "заседание за ноябрь", "month", "2025-11", "ноябрь"),
    ("ru", "12-13 ноября прошла конференция", "date", "2025-11-12", "12-13 ноября"),
    ("ru", "по сравнению с октябрём прошлого года", "month", "2024-10", "октябрём прошлого года"),
    ("id", "Kesimpulan No. 191-KL/TW tanggal 8 September 2025", "date", "2025-09-08", "tanggal 8 September 2025"),
    ("id", "menurut Keputusan No. 1986/QĐ-UBND tanggal 3/10/2025;", "date", "2025-10-03", "tanggal 3/10/2025"),
    ("id", "dipindahkan sebelum 31/10.", "date", "2025-10-31", "31/10"),
    ("id", "pada tahun 2025, komune", "year", "2025", "tahun 2025"),
    ("id", "September tahun lalu", "month", "2024-09", "September tahun lalu"),
    ("id", "masa jabatan 2026 - 2031", "term", "2026-2031", "2026 - 2031"),
    ("id", "rapat bulan September 2025", "month", "2025-09", "September 2025"),
    ("pl", "z dnia 25 października 2017 r. XIII KC Partii", "date", "2017-10-25", "25 października 2017 r"),
    ("pl", "Wszystkie noszą datę 28 października", "date", "2025-10-28", "28 października"),
    ("pl", "opublikowano 15.11.2025 w Hanoi", "date", "2025-11-15", "15.11.2025"),
    ("pl", "końcem 2024 roku", "year", "2024", "2024 roku"),
    ("pl", "kadencja 2025–2030", "term", "2025-2030", "2025–2030"),
    ("pl", "zapis 2025-10-27 w rejestrze", "date", "2025-10-27", "2025-10-27"),
]
NO_DATES = [
    ("id", "78/81 delegasi hadir"),
    ("id", "prajurit terluka kelas 2/4"),
    ("id", "Resolusi No. 27/2025/NQ-HĐND"),
    ("id", "mencapai 181,55 miliar VND"),
    ("id", "4.817 berkas prosedur administratif"),
    ("ru", "согласно Резолюции № 18-NQ/TW"),
    ("ru", "дорога 252Б и автодорога 63"),
    ("ru", "доходы бюджета 2 025 млрд донгов"),
    ("ru", "г-н Май Суан Тыонг"),
    ("ru", "с 78 из 81 голосов"),
    ("pl", "uzyskując 76/78 głosów"),
    ("pl", "Dekret nr 178/2024/NĐ-CP"),
    ("pl", "droga DT.129"),
]


def _setting(language, published):
    return Setting("a", language, lexicon(language), None, published)


def _find(language, text, published="2025-11-20", year_hint=None):
    setting = _setting(language, published)
    found = items(Sentence(0, len(text), text, LineKind.PROSE, 0), setting.lexicon)
    return find_dates(found, wording_of(tokens(text), setting.lexicon.figures, text), setting, year_hint)


@pytest.mark.parametrize(("language", "text", "kind", "value", "words"), WRITTEN)
def test_every_written_form(language, text, kind, value, words):
    (found,) = _find(language, text)
    assert (found.kind, found.value, text[found.start : found.end]) == (kind, value, words)


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_numbers_that_are_no_dates(language, text):
    assert _find(language, text) == ()


@pytest.mark.parametrize(
    ("published", "hint", "value"),
    [
        ("2025-12-05", None, "2025-12-20"),
        ("2026-01-05", None, "2025-12-20"),
        ("2025", None, "2025-12-20"),
        (None, 2024, "2024-12-20"),
        (None, None, None),
    ],
)
def test_a_day_without_a_year_takes_the_nearest(published, hint, value):
    (found,) = _find("ru", "до 20 декабря", published, hint)
    assert (found.value, found.explicit_year, found.month, found.day) == (value, False, 12, 20)


def test_29_february_in_a_year_without_one_is_compared_as_its_last_day():
    (found,) = _find("pl", "do 29 lutego", "2025-03-01")
    assert found.month == 2


def test_two_dates_of_a_sentence_come_in_order():
    found = _find("id", "tanggal 6 November 2025 dan sebelum 15 Desember")
    assert [mention.value for mention in found] == ["2025-11-06", "2025-12-15"]


def test_the_dominating_year_is_the_one_told_most_often():
    found = _find("id", "Resolusi tanggal 25 Oktober 2017, tahun 2025 dan 3 Desember 2025, masa jabatan 2021-2026")
    assert dominating_year(found) == 2025
    assert dominating_year(()) is None
