import pytest

from kg.facts.measures import find
from kg.mentions.page import page_of
from kg.model import Article


def _read(language, text, published="2025-11-20"):
    return tuple(find(page_of(Article("a", text, language, published=published))))


def _told(language, text):
    return [(measure.value, measure.kind, measure.direction) for measure in _read(language, text)]


SENSES = [
    ("id", "Pendapatan anggaran melebihi perkiraan 11,8%.", [("11.8", "gap", "up")]),
    ("id", "Pendapatan anggaran sama dengan 121% dari perkiraan.", [("121", "shareOfPlan", None)]),
    ("id", "Tingkat kemiskinan turun menjadi 4,47%.", [("4.47", "levelReached", "down")]),
    ("id", "Ekspor 32,4 miliar USD, turun 2,6%.", [("32.4", "levelReached", None), ("2.6", "change", "down")]),
    (
        "id",
        "Ekspor dan impor turun masing-masing 8,1% dan 24,6%.",
        [("8.1", "change", "down"), ("24.6", "change", "down")],
    ),
    ("id", "Pertumbuhan GRDP melampaui target 8%.", [("8", "planned", None)]),
    ("id", "Komune kekurangan 11 pegawai negeri sipil.", [("11", "gap", "down")]),
    (
        "id",
        "Penjualan ritel 151.320 miliar VND (+12,5%).",
        [("151320", "levelReached", None), ("12.5", "change", "up")],
    ),
    ("id", "Impor 3 juta USD (-2,6%).", [("3", "levelReached", None), ("2.6", "change", "down")]),
    ("ru", "Доходы бюджета на 9% выше сметы.", [("9", "gap", "up")]),
    ("ru", "Освоение инвестиций на 3,5% ниже среднего по стране.", [("3.5", "gap", "down")]),
    ("ru", "ВРП вырос, по оценке, на 8,03%.", [("8.03", "change", "up")]),
    ("ru", "Темпы роста ВРП - 7,94% (план - 8%).", [("7.94", "change", "up"), ("8", "planned", None)]),
    ("pl", "GRDP wzrósł o 7,84%, w tym przemysł o 11,3%.", [("7.84", "change", "up"), ("11.3", "change", "up")]),
    (
        "pl",
        "Plan inwestycyjny obniżono o 612 mln VND, do 14 mld VND.",
        [("612", "change", "down"), ("14", "levelReached", "down")],
    ),
    ("pl", "Eksport wyniósł 9 mln USD, przekraczając 45% planu.", [("9", "levelReached", None), ("45", "gap", "up")]),
    ("pl", "Celem jest wzrost GRDP o 10%.", [("10", "planned", "up")]),
]


@pytest.mark.parametrize(("language", "text", "told"), SENSES)
def test_what_a_figure_is(language, text, told):
    assert _told(language, text) == told


LABELS = [
    (
        "id",
        "Pendapatan anggaran negara diperkirakan 25.140 miliar VND.",
        "Pendapatan anggaran negara",
        "budget-revenue",
    ),
    ("id", "Selain itu, 2.905 usaha baru didirikan.", "usaha baru didirikan", "enterprises"),
    ("id", "Komune ini menanam 64 hektar teh.", "teh", "planted-area"),
    ("ru", "Доход на душу населения достиг 79,6 млн донгов.", "Доход на душу населения", "income-per-capita"),
    ("ru", "Всего 97,2% досье решены вовремя.", "досье решены вовремя", "on-time-procedures"),
    ("ru", "Провинция приняла 5,2 млн туристов.", "туристов", "tourist-arrivals"),
    ("pl", "Całkowity produkt prowincji (GRDP) wzrósł o 6,52%.", "GRDP", "grdp-growth"),
    ("pl", "Całkowite przychody z turystyki wzrosły o 104%.", "Całkowite przychody z turystyki", "tourism-revenue"),
    ("pl", "Przeznaczono 4,5 mld VND na remont siedziby.", "remont siedziby", None),
]


@pytest.mark.parametrize(("language", "text", "label", "indicator"), LABELS)
def test_what_a_figure_is_about(language, text, label, indicator):
    (measure,) = _read(language, text)
    assert (measure.target.label, measure.target.indicator) == (label, indicator)
    assert measure.target.label in text


PERIODS = [
    ("id", "Dalam 9 bulan, GRDP naik 7,03%.", "2025-01/2025-09"),
    ("id", "Sejak 1 Juli hingga 30 September, ada 4.126 berkas.", "2025-07-01/2025-09-30"),
    ("id", "Pada kuartal pertama tahun 2026, provinsi merekrut 86 pegawai.", "2026-01/2026-03"),
    ("id", "Konferensi menyetujui 10,5% sebagai target pertumbuhan GRDP tahun 2026.", "2026"),
    ("ru", "За 11 месяцев экспорт вырос на 5%.", "2025-01/2025-11"),
    ("ru", "Доходы бюджета на 15 ноября составили 21,7 млрд донгов.", "../2025-11-15"),
    ("ru", "С начала года посажено 86 га леса.", "2025-01/.."),
    ("pl", "W ciągu pierwszych 9 miesięcy GRDP wzrósł o 6,52%.", "2025-01/2025-09"),
    ("pl", "W latach 2021-2025 wydano 612 mld VND.", "2021/2025"),
    ("pl", "Wskaźnik ubóstwa wynosi 27,8% w porównaniu z końcem 2024 roku.", None),
]


@pytest.mark.parametrize(("language", "text", "period"), PERIODS)
def test_the_time_that_a_figure_is_told_for(language, text, period):
    (measure,) = _read(language, text)
    assert (measure.period, measure.target.period) == (period, period)


def test_nested_figures_are_about_the_head_figure():
    text = (
        "Całkowite obroty importowo-eksportowe w 2025 r. wyniosły ponad 1 299 mln USD, co stanowi wzrost o 77% "
        "w porównaniu z analogicznym okresem ubiegłego roku, przekraczając 45% planu."
    )
    level, growth, gap = _read("pl", text)
    assert level.target == growth.target == gap.target
    assert level.target.indicator == "import-export-turnover"
    assert {level.period, growth.period, gap.period} == {"2025"}
    assert growth.compared_with == "w porównaniu z analogicznym okresem ubiegłego roku"
    assert gap.compared_with == "planu"


def test_a_period_holds_for_the_rest_of_its_paragraph():
    text = "Pada tahun 2025, GRDP naik 7,4%. Tutupan hutan 46,1%.\nPopulasinya 2.645 jiwa."
    assert [measure.period for measure in _read("id", text)] == ["2025", "2025", None]


def test_a_figure_told_twice_comes_once_with_both_passages():
    text = (
        "Ketua menyerahkan dana sebesar 30 juta VND.\nPada kesempatan ini, Ketua menyerahkan dana sebesar 30 juta VND."
    )
    (measure,) = _read("id", text)
    assert len(measure.passages) == 2
    assert all(text[passage.start : passage.end] == passage.exact for passage in measure.passages)


def test_communes_that_take_part_are_no_figure_but_communes_counted_are():
    assert _read("id", "Beliau bekerja dengan 4 komune.") == ()
    assert _told("id", "Provinsi memiliki 124 komune dan 3 distrik.") == [
        ("124", "levelReached", None),
        ("3", "levelReached", None),
    ]


def test_communes_that_meet_a_standard_are_a_figure():
    (measure,) = _read("pl", "W tym roku już kolejne 15 gmin spełnia standard nowej wsi.")
    assert (measure.value, measure.target.indicator) == ("15", "new-rural-communes")


def test_times_and_days_are_figures_only_of_a_change():
    assert _told("pl", "Czas rozpatrywania skrócono o 5 dni.") == [("5", "change", "down")]
    assert _read("pl", "Zadanie należy zakończyć w ciągu 5 dni.") == ()
    assert _told("ru", "Экспорт вырос в 2,3 раза.") == [("2.3", "change", "up")]
    assert _read("ru", "Комиссия собиралась 3 раза.") == ()


def test_the_scale_is_multiplied_out():
    (measure,) = _read("pl", "Dochody budżetowe wyniosły 15,5 tys. mld VND.")
    assert (measure.value, measure.unit, measure.amount) == ("15.5", "trillion VND", "15500000000000")


def test_the_source_line_states_nothing():
    assert _read("id", "Sumber: https://baolaichau.vn/3-xa-12-phan-tram-100-ty-1284417") == ()
