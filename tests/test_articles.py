import gzip
import json
import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import read
from kg.articles.dates import date_in_line, date_in_record, date_in_url
from kg.articles.draft import Draft, article
from kg.articles.tail import clean_url, host, read_tail
from kg.errors import InputError
from kg.home import folder

INDONESIAN = "Pada pagi hari, Komite Rakyat Komune Tan Hoa mengadakan rapat kerja untuk menilai tugas tahun ini."
RUSSIAN = "Утром народный комитет коммуны Танхоа провёл заседание и подвёл итоги работы за год."
GERMAN = "Das Volkskomitee der Gemeinde hat eine Sitzung abgehalten, um die Aufgaben des Jahres zu bewerten."


def read_all(*paths):
    """The articles and the error messages of some paths."""
    errors = []
    return list(read(map(Path, paths), errors.append)), list(map(str, errors))


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def write_records(path, *records):
    return write(path, "\n".join(json.dumps(record) for record in records))


# ---------------------------------------------------------------- text files and folders


def test_seeds_are_read_in_the_order_of_their_names():
    found, errors = read_all(folder("seeds"))
    assert errors == []
    assert [(one.id[:3], one.language) for one in found] == [
        ("000", "id"),
        ("001", "ru"),
        ("002", "id"),
        ("003", "pl"),
        ("004", "id"),
    ]


def test_seeds_are_read_as_they_are():
    for one in read_all(folder("seeds"))[0]:
        assert one.text == (folder("seeds") / f"{one.id}.txt").read_text(encoding="utf-8")


SEED_TAILS = {
    "000_44137d5852c6720c": ("https://baotuyenquang.com.vn/", "baotuyenquang.com.vn", "2025-12", None),
    "001_7d3e6099bcdf4a18": ("https://sotc.langson.gov.vn/", "langson.gov.vn", None, None),
    "002_4c8790c186d07f87": ("https://huengaynay.vn/", "huengaynay.vn", None, "Pertemuan kedua (diperluas)"),
    "003_286f9ef8ca64527d": ("https://tuyengiaocaobang.vn/", "tuyengiaocaobang.vn", None, None),
    "004_ce7c1f1e563d1f0d": ("https://www.laocai.gov.vn/", "laocai.gov.vn", None, None),
}


def test_seeds_tell_their_origin():
    for one in read_all(folder("seeds"))[0]:
        url, publisher, published, headline = SEED_TAILS[one.id]
        assert one.url.startswith(url)
        assert (one.publisher, one.published, one.based_on) == (publisher, published, None)
        assert one.headline is None if headline is None else one.headline.startswith(headline)


@pytest.mark.parametrize("content", ["\ufeff{}\r\nKedua\r", "{}\nKedua\n", "{}\rKedua\r\n"])
def test_only_the_byte_order_mark_and_the_kind_of_line_end_are_lost(tmp_path, content):
    (found,), errors = read_all(write(tmp_path / "a.txt", content.format(INDONESIAN)))
    assert errors == []
    assert found.text == f"{INDONESIAN}\nKedua\n"


def test_a_text_is_not_normalised(tmp_path):
    text = f"  {INDONESIAN}\t\u2028e\u0301 \x0b\x0c\x85\n\n "
    (found,), _ = read_all(write(tmp_path / "a.txt", text))
    assert found.text == text


def test_a_folder_is_searched_through_and_other_endings_passed_over(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    write(tmp_path / "b.TXT", INDONESIAN)
    write(tmp_path / "deep" / "er" / "a.txt", RUSSIAN)
    write(tmp_path / "a.json", "{}")
    write(tmp_path / ".hidden.txt", b"\0")
    found, errors = read_all(tmp_path)
    assert errors == []
    assert [one.id for one in found] == ["b", "a"]


def test_the_order_of_paths_and_naming_one_twice_change_nothing(tmp_path):
    names = [write(tmp_path / f"{number}.txt", INDONESIAN + str(number)) for number in range(6)]
    expected = read_all(tmp_path)
    for seed in range(5):
        shuffled = [*names, tmp_path, *names]
        random.Random(seed).shuffle(shuffled)
        assert read_all(*shuffled) == expected


def test_one_text_under_one_id_is_read_once(tmp_path):
    (tmp_path / "copy").mkdir()
    write(tmp_path / "a.txt", INDONESIAN)
    write(tmp_path / "copy" / "a.txt", INDONESIAN)
    found, errors = read_all(tmp_path)
    assert (len(found), errors) == (1, [])


def test_two_texts_under_one_id_are_an_error_that_names_both(tmp_path):
    first = write(tmp_path / "a.txt", INDONESIAN)
    second = write_records(tmp_path / "b.jsonl", {"id": "a", "text": RUSSIAN}, {"id": "b", "text": RUSSIAN})
    found, errors = read_all(second, first)
    assert [one.language for one in found] == ["id", "ru"]
    assert errors == [f"{second}:1: id 'a' is that of {first} too, with another text; rename one"]


# ---------------------------------------------------------------- bad input: name, content, what the message tells

BAD_FILES = [
    ("empty.txt", b"", "empty file"),
    ("blank.txt", b" \n\t\n", "empty file"),
    ("mark.txt", b"\xef\xbb\xbf", "no text"),
    ("binary.txt", b"abc\0def", "binary file (NUL at byte 3)"),
    ("utf16.txt", "Rapat".encode("utf-16"), "UTF-16"),
    ("latin.txt", "Pertemuan caf\u00e9".encode("latin-1"), "invalid UTF-8 at byte 13"),
    ("cut.txt", INDONESIAN.encode() + b"\xe1\xba", f"invalid UTF-8 at byte {len(INDONESIAN)}"),
    ("german.txt", GERMAN, "the language is not one of id, ru, pl, vi, en, fr"),
    ("short.txt", "Halo", "too little text"),
    ("photo.png", b"\x89PNG", "unknown kind of file"),
    ("page.html", b"", "empty file"),
    ("empty.html", "<html><head><title>Kosong</title></head><body></body></html>", "no article text"),
    ("binary.htm", b"<html>\0</html>", "binary file"),
    ("latin.html", b"<html><body><p>caf\xe9</p></body></html>", "invalid utf-8 at byte 18"),
    ("odd.html", b'<html><head><meta charset="klingon"></head></html>', "unknown character set 'klingon'"),
    ("empty.jsonl", b"\n\n", "empty file"),
    ("mark.jsonl", b"\xef\xbb\xbf\n\xc2\xa0", "empty file"),
    ("binary.jsonl", b'{"id": "a"}\n\0\0\0\n{}\n', ":2: NUL byte"),
    ("broken.jsonl.gz", b"\x1f\x8b\x08\0broken", "gzip data broken"),
    ("plain.ndjson.gz", b'{"id": "a", "text": "b"}', "gzip data broken"),
    ("cut.jsonl.gz", gzip.compress(random.Random(1).randbytes(4000).hex().encode())[:2000], ":1: gzip data broken"),
]


@pytest.mark.parametrize(("name", "content", "told"), BAD_FILES)
def test_a_bad_file_is_one_line_and_the_rest_is_read(tmp_path, name, content, told):
    good = write(tmp_path / "good.txt", INDONESIAN)
    bad = write(tmp_path / name, content)
    found, errors = read_all(bad, good)
    assert [one.id for one in found] == ["good"]
    assert str(bad) in errors[-1]
    assert told in errors[-1]
    assert all("\n" not in error for error in errors)


def test_bad_paths_are_named(tmp_path):
    (tmp_path / "none").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found, errors = read_all(tmp_path / "missing.txt", tmp_path / "none", tmp_path / "pipe.txt", tmp_path / "gone.txt")
    assert found == []
    assert [error.split("; ")[0].removeprefix(str(tmp_path)) for error in errors] == [
        "/missing.txt: no such file or folder",
        "/none: no articles in this folder",
        "/pipe.txt: not a regular file",
        "/gone.txt: no such file or folder",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_files_and_folders_without_permission_are_named(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    write(tmp_path / "a.txt", INDONESIAN).chmod(0)
    found, errors = read_all(tmp_path)
    assert found == []
    assert all("ermission denied" in error for error in errors)
    assert len(errors) == 2


def test_a_read_that_fails_is_named(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt", INDONESIAN)

    def fail(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert read_all(path) == ([], [f"{path}: Permission denied; allow reading it or leave it out"])


def test_a_name_with_a_line_break_is_told_in_one_line(tmp_path):
    found, (error,) = read_all(tmp_path / "two\nlines.txt")
    assert found == []
    assert error == f"{tmp_path}/two\\nlines.txt: no such file or folder; check the path"


def test_a_name_that_is_too_long_is_an_error(tmp_path):
    found, (error,) = read_all(tmp_path / ("a" * 300 + ".txt"))
    assert found == []
    assert "too long" in error


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
def test_a_file_name_that_is_no_text_is_an_error(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_text(INDONESIAN, encoding="utf-8")
    found, errors = read_all(tmp_path)
    assert found == []
    assert "id is not Unicode" in errors[0]


# ---------------------------------------------------------------- JSON Lines

RECORD = {"id": "a", "text": INDONESIAN}


def test_a_record_tells_more_than_the_text(tmp_path):
    record = RECORD | {"lang": "ru", "url": "https://a.vn/x y", "date": "2025-10-27T07:00:00+07:00", "more": [1]}
    record["text"] = f"{INDONESIAN}\r\nSumber: https://b.vn/202501/c"
    (found,), errors = read_all(write_records(tmp_path / "a.jsonl", record))
    assert errors == []
    assert (found.language, found.url, found.published) == ("ru", "https://a.vn/x%20y", "2025-10-27")
    assert found.based_on == "https://b.vn/202501/c"
    assert found.text == f"{INDONESIAN}\nSumber: https://b.vn/202501/c"


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "jsonl.gz", "NDJSON.GZ"])
def test_records_are_read_plain_and_packed(tmp_path, ending):
    lines = f"\ufeff{json.dumps(RECORD)}\r\n\n{json.dumps(RECORD | {'id': 'b', 'lang': None})}".encode()
    path = write(tmp_path / f"a.{ending}", gzip.compress(lines) if ending.lower().endswith("gz") else lines)
    found, errors = read_all(path)
    assert errors == []
    assert [one.id for one in found] == ["a", "b"]


def test_records_before_a_break_in_the_packing_are_kept(tmp_path):
    lines = [
        json.dumps({"id": str(number), "text": f"{INDONESIAN} {random.Random(number).random()}"})
        for number in range(500)
    ]
    packed = gzip.compress("\n".join(lines).encode())
    found, errors = read_all(write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2]))
    assert 0 < len(found) < 500
    assert errors[0].startswith(f"{tmp_path}/a.jsonl.gz:{len(found) + 1}: gzip data broken")


BAD_RECORDS = [
    ("{", "not JSON at column 2"),
    ("[1]", "not a record"),
    ("[" * 200_000, "not"),
    ("9" * 5000, "not a record"),
    ('{"text": "a"}', 'no "id"'),
    ('{"id": "a"}', 'no "text"'),
    ('{"id": "a", "text": " "}', 'no "text"'),
    ('{"id": "", "text": "a"}', 'no "id"'),
    ('{"id": 1, "text": "a"}', '"id" is int, not a string'),
    ('{"id": "a", "text": ["b"]}', '"text" is list, not a string'),
    (json.dumps(RECORD | {"url": 5}), '"url" is int, not a string'),
    (json.dumps(RECORD | {"url": "a.vn/b"}), "no web address"),
    (json.dumps(RECORD | {"date": "yesterday"}), "no date"),
    (json.dumps(RECORD | {"date": "2025-02-30"}), "no date"),
    (json.dumps(RECORD | {"date": 20251027}), '"date" is int, not a string'),
    (json.dumps(RECORD | {"lang": "de"}), "language 'de' is not supported"),
    (json.dumps(RECORD | {"lang": ["id"]}), '"lang" is list, not a string'),
    (json.dumps(RECORD | {"text": GERMAN}), "the language is not one of"),
    ('{"id": "a", "text": "b\\ud800"}', "text is not Unicode at character 1"),
    ('{"id": "\\udfff", "text": "b"}', "id is not Unicode at character 0"),
    ('{"id": "a", "text": "b\\u0000"}', "NUL at character 1"),
]


@pytest.mark.parametrize(("line", "told"), BAD_RECORDS)
def test_a_bad_record_is_one_line_and_the_next_is_read(tmp_path, line, told):
    path = write(tmp_path / "a.jsonl", f"{line}\n{json.dumps(RECORD | {'id': 'next'})}\n")
    found, (error,) = read_all(path)
    assert [one.id for one in found] == ["next"]
    assert error.startswith(f"{path}:1: ")
    assert told in error
    assert "\n" not in error


def test_a_record_in_another_encoding_names_the_byte(tmp_path):
    path = write(tmp_path / "a.jsonl", b'{"id": "caf\xe9"}\n' + json.dumps(RECORD).encode())
    found, errors = read_all(path)
    assert len(found) == 1
    assert errors == [f"{path}:1: invalid UTF-8 at byte 11 of the line; save the file as UTF-8"]


# ---------------------------------------------------------------- HTML

PAGE = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Rapat komune - Contoh</title>
<meta property="og:title" content="Komite Partai Komune Tan Hoa membahas tugas akhir tahun">
<meta property="og:url" content="https://contoh.vn/chinh-tri/202511/tan-hoa-4711.html">
<meta property="article:published_time" content="2025-11-18T17:40:00+07:00"></head><body>
<header><nav><ul><li><a href="/">Beranda</a></li><li><a href="/p">Politik</a></li></ul></nav></header>
<div><div><div><article><h1>Komite Partai Komune Tan Hoa membahas tugas akhir tahun</h1>
<div class="share"><a href="#">Bagikan</a> <a href="#">Facebook</a></div><div class="content">
<p>Pada pagi hari tanggal 18 November, Komite Partai Komune Tan Hoa mengadakan konferensi untuk menilai tugas.
Kamerad Vi Thi Lan, Sekretaris Komite Partai Komune, memimpin konferensi tersebut.</p>
<table><tr><td><img src="1.jpg"></td></tr><tr><td><p>Suasana konferensi. Foto: Hai Yen</p></td></tr></table>
<p>Menurut laporan, pendapatan anggaran komune mencapai 12,4 miliar VND, sama dengan 96% dari rencana.</p>
<div class="related"><h4>Baca juga</h4><ul><li><a href="/x">Komune Binh Minh memanen jeruk</a></li></ul></div>
<figure><img src="2.jpg"><figcaption>Kamerad Vi Thi Lan menyampaikan <b>pidato penutup</b>.</figcaption></figure>
<p>Menutup konferensi, Kamerad Vi Thi Lan meminta desa-desa menyelesaikan pencairan modal sebelum 20 Desember.</p>
<p>Sumber: <a href="https://contoh.vn/x">https://contoh.vn/chinh-tri/202511/tan-hoa-4711.html</a></p></div></article>
<div class="comments"><h3>Komentar (0)</h3><form><textarea></textarea></form></div></div>
<aside><h3>Terbaru</h3><ul><li><a href="/y">Harga kopi naik</a></li></ul></aside></div></div>
<footer><p>Hak cipta dilindungi undang-undang. Alamat: Jalan Contoh 1.</p></footer></body></html>"""
KEPT = [
    "Kamerad Vi Thi Lan, Sekretaris Komite Partai Komune, memimpin konferensi tersebut.",
    "| Suasana konferensi. Foto: Hai Yen |",
    "12,4 miliar VND",
    "| Kamerad Vi Thi Lan menyampaikan pidato penutup. |",
    "sebelum 20 Desember.",
]
LEFT_OUT = ["Beranda", "Bagikan", "jeruk", "Komentar", "kopi", "Hak cipta"]


def test_a_page_gives_its_article_and_what_its_metadata_tell(tmp_path):
    (found,), errors = read_all(write(tmp_path / "rapat.html", PAGE))
    assert errors == []
    assert (found.id, found.language) == ("rapat", "id")
    assert found.url == "https://contoh.vn/chinh-tri/202511/tan-hoa-4711.html"
    assert (found.published, found.publisher) == ("2025-11-18", "contoh.vn")
    assert found.headline == "Komite Partai Komune Tan Hoa membahas tugas akhir tahun"
    assert [words for words in KEPT if words not in found.text] == []
    assert [words for words in LEFT_OUT if words in found.text] == []


BROKEN_LINES = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Рабочая встреча</title></head><body><div><a href="/">Главная</a> | <a href="/p">Политика</a></div><div><div>
<h1>Рабочая встреча в коммуне Танхоа</h1><div>Утром 21 октября рабочая группа во главе с товарищем Ву Ван Ламом,
заместителем секретаря провинциального комитета партии, провела рабочую встречу с коммуной Танхоа.<br><br>По её словам,
за три месяца принято 1 204 заявления, из них 98,5% рассмотрены в срок.<br>Завершая встречу, товарищ Ву Ван Лам попросил
коммуну строго выполнять директиву.</div><div>Источник: https://primer.vn/ru/202510/vstrecha.html</div></div></div>
</body></html>"""


def test_a_page_in_a_declared_character_set_with_bare_line_breaks(tmp_path):
    (found,), errors = read_all(write(tmp_path / "a.htm", BROKEN_LINES.encode("windows-1251")))
    assert errors == []
    assert "\nПо её словам" in found.text
    assert (found.language, found.published, found.publisher) == ("ru", "2025-10", "primer.vn")


# ---------------------------------------------------------------- the tail

TAILS = [
    # the last address is the article's own, an inner name its publisher
    (
        "Nguồn: baodongthap.vn\nSumber: https://baodongthap.vn/a.aspx",
        "https://baodongthap.vn/a.aspx",
        "baodongthap.vn",
        None,
        None,
    ),
    ("Источник: a.gov.vn\nИсточник: https://so.a.gov.vn/b", "https://so.a.gov.vn/b", "a.gov.vn", None, None),
    ("Source: https://www.a.vn/b", "https://www.a.vn/b", "a.vn", None, None),
    ("Źródło: Báo Sơn La", None, "Báo Sơn La", None, None),
    ("Sumber", None, None, None, None),
    # a site that republishes
    (
        "Источник: https://baocamau.vn/a.html\nКомментарий (0)\nSource: https://www.vietnam.vn/ru/a",
        "https://www.vietnam.vn/ru/a",
        "baocamau.vn",
        None,
        "https://baocamau.vn/a.html",
    ),
    (
        "Báo Gia Lai28/10/2025\nSource: https://www.vietnam.vn/pl/a",
        "https://www.vietnam.vn/pl/a",
        "Báo Gia Lai",
        "2025-10-28",
        None,
    ),
    ("P. MAIBáo Đồng Tháp\nSource: https://vietnam.vn/a", "https://vietnam.vn/a", "Báo Đồng Tháp", None, None),
    ("Source: https://www.vietnam.vn/id/a", "https://www.vietnam.vn/id/a", "vietnam.vn", None, None),
    # dates
    (
        "Báo Sơn LaBáo Sơn La05/12/2025\nSumber: https://a.vn/202511/b",
        "https://a.vn/202511/b",
        "a.vn",
        "2025-12-05",
        None,
    ),
    (" date 2025-10-17 Sáng 17/10, đồng chí đi thăm.", None, None, "2025-10-17", None),
    ("Sumber: https://a.vn/2025/12/05/b)", "https://a.vn/2025/12/05/b", "a.vn", "2025-12-05", None),
    ("Sumber: http://[a.vn", None, None, None, None),
]


@pytest.mark.parametrize(("tail", "url", "publisher", "published", "based_on"), TAILS)
def test_tails(tail, url, publisher, published, based_on):
    found = read_tail(f"{INDONESIAN}\n{tail}\n")
    assert (found.url, found.publisher, found.published, found.based_on) == (url, publisher, published, based_on)


def test_the_records_own_address_goes_first():
    found = read_tail(f"{INDONESIAN}\nSumber: https://b.vn/c", "https://www.vietnam.vn/id/a")
    assert (found.url, found.based_on, found.publisher) == ("https://www.vietnam.vn/id/a", "https://b.vn/c", "b.vn")


URL_DATES = [
    ("https://a.vn/tin/202512/x-3f2069c/", "2025-12"),
    ("https://a.vn/2025/12/05/x.html", "2025-12-05"),
    ("https://a.vn/2025-12-05/x.html", "2025-12-05"),
    ("https://a.vn/2025/12/x.html", "2025-12"),
    ("https://a.vn/x-20251205.htm", "2025-12-05"),
    ("https://a.vn/x-20251205103015123.htm", "2025-12-05"),
    ("https://a.vn/x-05122025.htm", "2025-12-05"),
    ("https://a.vn/202512/x-20251205.htm", "2025-12-05"),
    # two dates that differ, no such day, no such year, other numbers
    ("https://a.vn/202511/x-20251205.htm", None),
    ("https://a.vn/x-31022025.htm", None),
    ("https://a.vn/x-77120345.htm", None),
    ("https://a.vn/x-a22011999.htm", None),
    ("https://a.vn/x-nhiem-ky-2025-2030-2058.html", None),
    ("https://a.vn/x-1538660", None),
    ("https://a.vn/details/20182/x", None),
]


@pytest.mark.parametrize(("url", "expected"), URL_DATES)
def test_dates_in_addresses(url, expected):
    assert date_in_url(url) == expected


RECORD_DATES = [
    ("2025", "2025"),
    ("2025-10", "2025-10"),
    ("2025-10-27", "2025-10-27"),
    ("2025-10-27 07:00:00", "2025-10-27"),
    ("2025-10-27T07:00:00.000Z", "2025-10-27"),
    ("27/10/2025", "2025-10-27"),
    ("10/27/2025", None),
    ("2025-13", None),
    ("1066", None),
    ("27 October", None),
]


@pytest.mark.parametrize(("text", "expected"), RECORD_DATES)
def test_dates_in_records(text, expected):
    assert date_in_record(text) == expected


def test_a_line_without_a_date_has_none():
    assert date_in_line("Báo Sơn La") is None


HOSTS = [
    ("https://www.a.vn/b", "a.vn"),
    ("HTTP://A.vn", "a.vn"),
    ("ftp://a.vn", None),
    ("https://", None),
    ("a.vn", None),
]


@pytest.mark.parametrize(("url", "expected"), HOSTS)
def test_hosts(url, expected):
    assert host(url) == expected


def test_addresses_hold_nothing_that_an_iri_may_not():
    assert clean_url(' https://a.vn/<b>"c d"\u00a0é ') == "https://a.vn/%3Cb%3E%22c%20d%22%C2%A0é"


# ---------------------------------------------------------------- any input

SCRAPS = [
    "{",
    '{"id": "a", "text": "b"}',
    "\n",
    "<p>",
    "<table><figure><figcaption>x",
    "http://[",
    "Sumber: ",
    "\ufeff",
    "\r",
]
CONTENTS = st.binary(max_size=60) | st.lists(st.sampled_from(SCRAPS) | st.text(max_size=4), max_size=12).map(
    lambda scraps: "".join(scraps).encode("utf-8", "surrogatepass")
)
ENDINGS = st.sampled_from(["txt", "html", "jsonl", "jsonl.gz"])


@settings(deadline=None)
@given(CONTENTS, ENDINGS)
def test_nothing_but_input_errors_come_of_any_file(tmp_path_factory, content, ending):
    path = write(tmp_path_factory.getbasetemp() / f"any.{ending}", content)
    found, errors = read_all(path)
    assert all("\n" not in error for error in errors)
    assert found or errors


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_an_article_or_an_input_error(text):
    draft = Draft("a", "a", text, "id")
    if text.strip() and "\0" not in text:
        assert article(draft).text == text
    else:
        with pytest.raises(InputError, match="a: "):
            article(draft)
