"""The province that an article's own text tells when no address does."""

import pytest

from kg.mentions.page import page_of
from kg.model import Article


def province(language, text, url=None):
    found = page_of(Article("a", text, language, url)).setting.province
    return found and found.name


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # as the place of a body, by a level word, in a dateline
        ("pl", "Komitet Partii prowincji Nghe An zorganizował konferencję.", "Nghệ An"),
        ("id", "Pertemuan berlangsung di Provinsi Cao Bang.", "Cao Bằng"),
        ("ru", "Каобанг - Прошла конференция провинциального комитета партии.", "Cao Bằng"),
        # by communes that lie in it
        ("id", "Delegasi bertemu dengan warga komune Loc Binh.", "Lạng Sơn"),
        # by a province that has become part of another
        ("pl", "Prowincja Bac Kan rozwija się.", "Thái Nguyên"),
        # the one told most, if by far
        ("pl", "Prowincja Nghe An gościła delegację. Komitet Partii prowincji Nghe An. Prowincja Ha Tinh.", "Nghệ An"),
        ("pl", "Prowincja Nghe An i prowincja Ha Tinh podpisały umowę.", None),
        # a person of that name is no province
        ("pl", "Przemawiał towarzysz Nguyen Thai Binh.", None),
        ("pl", "Gospodarka rozwija się.", None),
    ],
)
def test_province_told_by_the_text(language, text, expected):
    assert province(language, text) == expected


def test_an_address_tells_more_than_the_text():
    assert province("pl", "Prowincja Nghe An.", "https://baolangson.vn/x.html") == "Lạng Sơn"


def test_what_a_sentence_leaves_out_is_of_that_province():
    page = page_of(Article("a", "Prowincja Nghe An.\n\nPrzemawiał sekretarz Komitetu Partii gminy Que Phong.", "pl"))
    places = {body.place.name for body in page.bodies if body.place}
    assert "Quế Phong" in places
