import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.home import folder
from kg.model import Article, LineKind
from kg.text.language import recognised
from kg.text.lines import lines
from kg.text.sentences import sentences, split
from kg.text.signs import names_only, source_of

# One sentence an item: joined by spaces they are one line, which must fall apart again exactly there.
PIECES = [
    # numbers, dates, document numbers
    ("id", ["Pendapatan naik 6.52%.", "Ekspor 1.299,5 juta USD pada 1.7.2025.", "Ia hadir."]),
    ("id", ["Kesimpulan No. 191-KL/TW dan No. 18 berlaku.", "Kamerad Vi Lan hadir."]),
    ("ru", ["Согласно Уведомлению № 176-TB/VPTU от 27 октября 2025 г. Канцелярии комитета.", "Он выступил."]),
    ("ru", ["Принято 26 резолюций на 2021 - 2026 гг.", "Также избран председатель."]),
    ("ru", ["Доходы - 11,8 тыс. Донгов.", "Расходы растут."]),
    ("pl", ["Od 1 lipca 2025 r. Stały Komitet działa.", "W 2025 r. Komitet zebrał się."]),
    ("pl", ["Trwa to do 2025 r.", "Podczas sesji wybrano władze."]),
    ("pl", ["Przed nami 14. Kongres Partii.", "Uchwała nr 18-NQ/TW obowiązuje."]),
    ("en", ["Notice No. 188/TB-UBND was read by Mr. Dang.", "It grew by 6.5 p.p. Vice Chairman Luu agreed."]),
    ("vi", ["UBND TP. Huế họp ngày 5.12.2025.", "Các đại biểu dự họp."]),
    ("vi", ["Doanh thu đạt 12 tr. đồng.", "Đồng chí Bí thư dự họp."]),
    # initials and numerals
    ("vi", ["Ảnh của P. MAI và H.T in trên báo.", "Tòa soạn cảm ơn."]),
    ("vi", ["HĐND thành phố khóa X.", "Các đại biểu bầu chủ tịch."]),
    ("vi", ["Kinh phí cho ông Nguyễn Văn A.", "Ông cảm ơn xã."]),
    ("ru", ["Выступил А. Б. Иванов.", "Он поблагодарил коммуну."]),
    # abbreviations that may end a sentence
    ("id", ["Ada sekolah, jalan, dll.", "Dia meminta laporan."]),
    ("id", ["Ada sekolah, dll. Kamerad Lan hadir."]),
    ("ru", ["Построены школы, дороги и т.д.", "На встрече выступил секретарь."]),
    ("vi", ["Có trường học, đường sá, v.v.", "Tại hội nghị, đồng chí phát biểu."]),
    # quotes, ellipses, brackets, questions
    ("pl", ["Mówił o „Edukacji cyfrowej”.", "„Jasni ludzie, jasna praca.”", "Sesja trwa…", "Wyniki są dobre..."]),
    ("ru", ["«Кто не может, пусть объяснит.»", "Он добавил: «Работайте!»", "Зал встал."]),
    ("ru", ["«Работайте!» - сказал секретарь."]),
    ("en", ["Who is late?", "(The full text can be downloaded.)", "We wait... and see."]),
    ("id", ["Pembuangan sampah; air bersih... berkontribusi pada desa.", "Selesai."]),
    ("vi", ["Đồng chí hỏi: Ai chịu trách nhiệm?", "“Không để chậm.”", "- Về kinh tế."]),
    # numbered paragraphs
    ("pl", ["1. Kierować pracą gmin.", "2. Zakończyć budowę."]),
    # semicolons and colons
    ("id", ["Hadir: Vi Lan, Ketua; Ha My, Wakil Ketua; dan lainnya."]),
]
GLUED = [
    ("id", "Mereka bekerja keras.Kamerad Lan hadir.", ["Mereka bekerja keras.", "Kamerad Lan hadir."]),
    ("ru", "Заседание прошло.Секретарь выступил.", ["Заседание прошло.", "Секретарь выступил."]),
    ("vi", "Họp tại Lạng Sơn.Các xã báo cáo.", ["Họp tại Lạng Sơn.", "Các xã báo cáo."]),
    ("vi", "UBND TP.Huế họp ở P.Thuận Hóa.", ["UBND TP.Huế họp ở P.Thuận Hóa."]),
    ("vi", "Trang Vietnam.Vn và TP.HCM.", ["Trang Vietnam.Vn và TP.HCM."]),
    ("en", "See baolangson.vn and HNN.VN for more.", ["See baolangson.vn and HNN.VN for more."]),
    ("id", "Angka 1.299.Baru naik.", ["Angka 1.299.Baru naik."]),
]


def parts(text, language):
    return [text[start:end] for start, end in split(text, 0, len(text), language)]


@pytest.mark.parametrize(("language", "pieces"), PIECES)
def test_a_line_falls_apart_at_its_full_stops(language, pieces):
    assert parts(" ".join(pieces), language) == pieces


@pytest.mark.parametrize(("language", "text", "pieces"), GLUED)
def test_a_full_stop_without_space_ends_a_sentence_only_where_it_is_safe(language, text, pieces):
    assert parts(text, language) == pieces


H, C, B, T, X, P = (
    LineKind.HEADLINE,
    LineKind.CAPTION,
    LineKind.BYLINE,
    LineKind.TAIL,
    LineKind.BOILERPLATE,
    LineKind.PROSE,
)
STORY = "Pada pagi hari, Komite Rakyat Komune mengadakan rapat kerja."
PAGES = [
    # an image mark, a table's caption with a credit, a translated page's counter
    [
        (X, "![]() |"),
        (C, "| Suasana rapat. |"),
        (P, STORY),
        (T, "Sumber: https://a.vn/b"),
        (X, ""),
        (X, "Komentar (0)"),
    ],
    [(X, "![]() |"), (C, "Сцена рабочей встречи. |"), (P, "Утром прошла встреча."), (X, "Комментарий (12)")],
    [(X, "![Alt](https://a.vn/1.jpg)"), (C, "![](x.jpg) Vi Lan berpidato |"), (P, STORY)],
    # headline, then a blank line, a byline or the newspaper's mark
    [(H, "Komite Rakyat mengadakan rapat"), (X, ""), (P, STORY)],
    [
        (H, "Открытие 10-й сессии: 26 резолюций"),
        (P, "QTO - Сегодня утром открылась сессия."),
        (P, "Принято 26 резолюций."),
    ],
    [(H, "Rapat reguler bulan September"), (P, "(GLO)- Setelah 2 hari rapat ditutup."), (P, STORY)],
    [
        (X, "Vietnam.vn - Nền tảng quảng bá Việt Nam"),
        (H, "Камау: осталось 30 дней"),
        (B, "Báo Cà MauBáo Cà Mau01/12/2025"),
    ],
    [(H, "Rapat reguler"), (X, ""), (B, "Hữu NghĩaHữu Nghĩa07/10/2025"), (X, ""), (P, STORY), (B, "HỮU NGHĨA")],
    [(H, "Rapat reguler"), (X, ""), (B, "Thu Cúc"), (X, ""), (P, STORY), (P, STORY)],
    [(H, '"No excuse"'), (X, ""), (B, "Thursday, 20/11/2025 - 19:05"), (P, "He spoke to them.")],
    [(H, "Họp báo"), (X, ""), (B, "Thứ năm, 20/11/2025 | 19:05 GMT+7"), (P, "Chiều 20-11, UBND tỉnh họp báo.")],
    # a first line that is a sentence, or too much text, is no headline
    [(P, STORY), (X, ""), (P, STORY)],
    [(P, "Utwory " * 60), (X, ""), (P, "Koniec.")],
    # captions without bars
    [(P, STORY), (C, "Foto: Presidium memimpin rapat"), (P, STORY)],
    [(P, STORY), (C, "Delegates attending the Congress - Photo: L.T"), (P, STORY)],
    [(P, STORY), (C, "Vice Chairman Nghiem Dat checks package 12."), (B, "Photo: Thanh Van"), (P, STORY)],
    [(P, STORY), (C, "Quang cảnh phiên họp"), (P, STORY)],
    [(P, STORY), (P, "Сцена была украшена цветами коммуны."), (P, STORY)],
    # bylines at the end, glued to outlets or with a word in front
    [(P, STORY), (B, "Artikel dan foto: Xuan Thuong"), (X, ""), (T, "Sumber"), (X, "Komentar (0)")],
    [(P, STORY), (B, "Tekst, zdjęcia: Lo Van HienĐiện Biên Phủ"), (T, "Source: https://a.vn/b")],
    [(P, STORY), (B, "P. MAIBáo Đồng Tháp"), (T, "Nguồn: https://a.vn/b")],
    [(P, STORY), (B, "H.T – NHẬT LỆ"), (T, "Nguồn: baodongthap.vn"), (T, "https://a.vn/b")],
    [(P, STORY), (B, "Ngoc Hai (TNĐT)")],
    [(P, STORY), (B, "Theo Báo Chính phủ"), (T, "Źródło: https://a.vn/b")],
    [(P, STORY), (B, "Minh Thu i Hoang Nga")],
    # what looks like a byline and is none
    [(P, STORY), (P, "Hadir Kamerad Vi Thi Lan")],
    [(P, STORY), (P, "Присутствовал Динь Дык Чинь")],
    [(P, STORY), (P, "Dự hội nghị có Vi Thị Lan")],
    [(P, "Hadir dalam rapat:"), (P, "Vi Thi Lan")],
    [(P, "Towarzysze:"), (P, "Vi Thi Lan"), (P, "Ha Thi My"), (P, STORY)],
    [(P, STORY), (P, "Кадровая работа"), (P, STORY)],
    [(P, STORY), (P, "Sumber daya manusia: 12 orang tersedia di komune."), (P, STORY)],
    # marks without words
    [(X, "| |"), (X, "***"), (X, "|---|---|"), (P, STORY), (X, "[Photo]")],
]


@pytest.mark.parametrize("page", PAGES)
def test_lines_are_told_apart(page):
    found = lines("\n".join(text for _, text in page))
    shown = [LineKind.BYLINE if line.text.startswith("Photo:") else line.kind for line in found]
    assert shown == [kind for kind, _ in page]


def test_metadata_tell_the_headline_from_prose():
    text = "Komite Rakyat mengadakan rapat\nPada pagi hari ada rapat."
    assert lines(text)[0].kind is P
    assert lines(text, "Komite Rakyat mengadakan rapat")[0].kind is H


def test_content_stands_where_the_line_says():
    text = "  \n![](a.jpg) | Vi Lan hadir. |\n| a | b |"
    assert [text[line.start : line.end] for line in lines(text) if not line.blank] == ["Vi Lan hadir.", "a | b"]


NAMES = [("Thu Cúc - Lăng Khoa", True), ("Тху Чанг - Дык Ань", True), ("QUỐC HUY", True), ("Fotovoltaik", True)]
NO_NAMES = [(text, False) for text in ("", "-", "Kesimpulan rapat", "Vi Lan.", "Ketua Vi Lan", "A" * 99)]


@pytest.mark.parametrize(("text", "expected"), NAMES + NO_NAMES)
def test_names_only(text, expected):
    assert names_only(text) is expected


SOURCES = [
    ("Sumber: https://a.vn/b", "https://a.vn/b"),
    ("(Source: Báo Gia Lai)", "Báo Gia Lai"),
    ("Nguồn : baodongthap.vn", "baodongthap.vn"),
    ("ИСТОЧНИК: langson.gov.vn", "langson.gov.vn"),
    ("Źródło", ""),
    ("https://a.vn/b", "https://a.vn/b"),
    ("Nguồn: Báo Chính phủ", "Báo Chính phủ"),
    ("Nguồn nhân lực: 12 người", None),
    ("Nguồn: ngân sách tỉnh", None),
    ("Sumber: laporan menyebut semua komune telah selesai bekerja tahun ini.", None),
    ("Lihat https://a.vn/b", None),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_source_lines(text, expected):
    assert source_of(text) == expected


def test_a_credit_is_a_sentence_of_its_own():
    article = Article("a", "| Suasana rapat di Tan Hoa. Foto: Hai Yen |", "id")
    assert [(one.text, one.kind) for one in sentences(article)] == [
        ("Suasana rapat di Tan Hoa.", C),
        ("Foto: Hai Yen", B),
    ]


def test_an_unknown_language_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="de"):
        sentences(Article("a", "Guten Tag.", "de"))


def assert_spans_hold(text, language):
    article = Article("a", text, language)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    last = 0
    for one in sentences(article):
        assert text[one.start : one.end] == one.text == one.text.strip()
        assert one.text
        assert last <= one.start
        assert starts[one.line] <= one.start < one.end < starts[one.line + 1]
        last = one.end


@pytest.mark.parametrize("path", sorted(folder("seeds").glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", recognised())
def test_spans_of_the_seeds_hold(path, language):
    assert_spans_hold(path.read_text(encoding="utf-8"), language)


SCRAPS = ["\n", " ", ".", "...", "Kata", "г.", "No. ", "A.", "12", "»", "(", "\u2028", "\x1f"]
MARKS = ["![](x)", "![", "| ", " |", "Foto: ", "Vi Lan", "Sumber: ", "Komentar (0)", "05/12/2025"]
TEXTS = st.lists(st.sampled_from(SCRAPS + MARKS) | st.text(max_size=5), max_size=40).map("".join)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(recognised()))
def test_spans_of_any_text_hold(text, language):
    assert_spans_hold(text, language)


@settings(deadline=None)
@given(TEXTS)
def test_nothing_but_space_and_marks_is_left_out(text):
    kept = "".join(one.text for one in sentences(Article("a", text, "id")))
    assert sum(map(str.isalnum, kept)) == sum(character.isalnum() for line in lines(text) for character in line.text)


def steps(text):
    """How many lines of the program it takes to split a text."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        if not frame.f_code.co_filename.endswith(("lines.py", "signs.py", "sentences.py", "language.py")):
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        sentences(Article("a", text, "pl"))
    finally:
        sys.settrace(before)
    return count


REPEATED = ["a.", ". ", ".)", "…", "A. ", "1. ", "r. W", " ", "(0", "Ab "]
REPEATED_MARKS = ["![", "![](", "![]()", "| ", "|", "\n", "Foto: ", "x\n", "Ab\n", "a:\n", "Foto: Vi\n"]


@pytest.mark.parametrize("scrap", REPEATED + REPEATED_MARKS)
def test_twice_the_text_takes_twice_the_work(scrap):
    steps(scrap)  # reads the data files
    assert steps(scrap * 800) <= 2.2 * steps(scrap * 400)
