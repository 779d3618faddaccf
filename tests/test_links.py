"""Which title belongs to which name: the shapes that lists take, with invented names in three languages."""

import pytest

from kg.mentions.links import links
from kg.mentions.page import page_of
from kg.model import Article

SHAPES = [
    # titles after the name, with commas, dashes, semicolons between people
    (
        "id",
        "Hadir Kamerad Nguyen Van An, Sekretaris Komite Partai Provinsi; Tran Thi Binh - Ketua Dewan Rakyat Provinsi.",
        ["Nguyen Van An < Sekretaris Komite Partai Provinsi", "Tran Thi Binh < Ketua Dewan Rakyat Provinsi"],
    ),
    # a title directly before the name; the one before it too
    (
        "pl",
        "Sekretarz Komitetu Partii Prowincji, przewodniczący Rady Ludowej Prowincji Le Van Cuong powiedział.",
        [
            "Le Van Cuong < Sekretarz Komitetu Partii Prowincji",
            "Le Van Cuong < przewodniczący Rady Ludowej Prowincji",
        ],
    ),
    # a heading gives its role to the whole list, each with further titles
    (
        "ru",
        "Заместители председателя Народного комитета провинции: До Ван Зунг, Ле Тхи Хоа.",
        [
            "До Ван Зунг < Заместители председателя Народного комитета провинции",
            "Ле Тхи Хоа < Заместители председателя Народного комитета провинции",
        ],
    ),
    # "T - A, T - B": the dash ties, the comma parts
    (
        "ru",
        "Это секретарь партийного комитета коммуны - До Ван Зунг, председатель народного совета коммуны - Ле Тхи Хоа.",
        [
            "До Ван Зунг < секретарь партийного комитета коммуны",
            "Ле Тхи Хоа < председатель народного совета коммуны",
        ],
    ),
    # a name between verbs is nobody's title
    ("pl", "Sekretarz Komitetu Partii Prowincji podkreślił, że pan Le Van Cuong pracuje dobrze.", []),
    # a title after a comma without any mark before the next name belongs to the next name
    (
        "id",
        "Nguyen Van An, Sekretaris Komite Partai Provinsi, Ketua Dewan Rakyat Provinsi Tran Thi Binh hadir.",
        ["Nguyen Van An < Sekretaris Komite Partai Provinsi", "Tran Thi Binh < Ketua Dewan Rakyat Provinsi"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SHAPES)
def test_titles_link_to_their_names(language, text, expected):
    parsed = page_of(Article("x", text + "\n", language)).sentences[0]
    found = links(parsed.items, parsed.names, parsed.titles)
    assert [f"{link.name.text} < {text[link.title.start : link.title.end]}" for link in found] == expected
