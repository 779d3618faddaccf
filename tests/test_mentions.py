"""What a sentence names: titles, bodies and people, each row one construction.

A title is written "[former] [standing] [deputy] role @ body", a body "kind, level, field, place", as far as the words
tell, a name in ASCII, in brackets where it is only a given name.
"""

import pytest

from kg.articles.draft import Draft, article
from kg.mentions.page import page_of
from kg.names.people import fold


def parsed(language, text, province):
    url = f"https://bao{province}.vn/x.html" if province else None
    return page_of(article(Draft(where="row", id="row", text=text + "\n", url=url, language=language))).sentences


def body(mention):
    place = mention.place and fold(mention.place.name)
    return ", ".join(part for part in (mention.kind, mention.level, mention.field, place) if part)


def title(mention):
    ranks = [rank for rank in ("former", "standing", "deputy") if getattr(mention, rank)]
    return " ".join([*ranks, mention.base, *([f"@ {body(mention.body)}"] if mention.body else [])])


def name(mention):
    return f"({mention.name.ascii})" if mention.partial else mention.name.ascii


def named(language, text, province=None):
    sentences = parsed(language, text, province)
    return {
        "titles": [title(one) for sentence in sentences for one in sentence.titles],
        "bodies": [body(one) for sentence in sentences for one in sentence.bodies],
        "names": [name(one) for sentence in sentences for one in sentence.names],
    }


@pytest.mark.parametrize(
    ("language", "province", "text", "titles", "names"),
    [
        # a commune's name and its chairman's
        (
            "id",
            "sonla",
            "Ketua Komite Rakyat Komune Van Ho Hoang Van Thu hadir.",
            ["chair @ people-committee, commune, Van Ho"],
            ["Hoang Van Thu"],
        ),
        # the commune is left out: what follows is a person's name throughout
        (
            "pl",
            "sonla",
            "Sekretarz Komitetu Partii gminy Lo Van Huong przedstawił raport.",
            ["secretary @ party-committee, commune"],
            ["Lo Van Huong"],
        ),
        # there is a commune Dinh Van, elsewhere
        (
            "pl",
            "langson",
            "Przewodniczący Komitetu Ludowego gminy Dinh Van Hung podziękował.",
            ["chair @ people-committee, commune"],
            ["Dinh Van Hung"],
        ),
        (
            "ru",
            "langson",
            "Секретарь партийного комитета коммуны Ву Ван Тханг выступил.",
            ["secretary @ party-committee, commune"],
            ["Vu Van Thang"],
        ),
        # and there was a district Dong Van, in the article's own province
        (
            "id",
            "tuyenquang",
            "Ketua Dewan Rakyat Kota Dong Van Thanh hadir.",
            ["chair @ people-council"],
            ["Dong Van Thanh"],
        ),
        # who holds the post is named before it: a place that no map lists
        (
            "id",
            "sonla",
            "Bapak Le Van Nam, Sekretaris Komite Partai Komune Lo Van Huong, hadir.",
            ["secretary @ party-committee, commune, Lo Van Huong"],
            ["Le Van Nam"],
        ),
        # lists whose members open with titles
        (
            "pl",
            "sonla",
            "Są: sekretarz Komitetu Partii gminy Le Thi Nhat; przewodniczący gminy Ha Van Su, szef gminy Lo Van Lam.",
            [
                "secretary @ party-committee, commune",
                "chair @ commune",
                "head @ commune",
            ],
            ["Le Thi Nhat", "Ha Van Su", "Lo Van Lam"],
        ),
        # or after it
        (
            "pl",
            "sonla",
            "Sekretarz Komitetu Partii gminy Lo Van Huong, towarzysz Le Van Nam, wystąpił.",
            ["secretary @ party-committee, commune, Lo Van Huong"],
            ["Le Van Nam"],
        ),
        # the place is told before its level word
        (
            "en",
            "hue",
            "The Chairman of the People's Committee of A Luoi 4 commune Ho Thi Kan Nghin spoke.",
            ["chair @ people-committee, commune, A Luoi 4"],
            ["Ho Thi Kan Nghin"],
        ),
        # a list of communes, no list of people
        (
            "ru",
            "nghean",
            "Присутствовали председатели Народных советов коммун Ким Льен, Хунг Нгуен и Хунг Нгуен Нам.",
            ["chair @ people-council, commune"],
            [],
        ),
        (
            "en",
            "nghean",
            "The chairmen of the People's Councils of the communes of Kim Lien and Hung Nguyen attended.",
            ["chair @ people-council, commune"],
            [],
        ),
        # a district of before that shares its name with a commune
        (
            "id",
            "gialai",
            "Bapak Le Van Nam, mantan Sekretaris Persatuan Pemuda Distrik Chu Puh (lama), hadir.",
            ["former secretary @ youth-union, district, Chu Puh"],
            ["Le Van Nam"],
        ),
        # the place stands apart from its level word
        (
            "ru",
            "sonla",
            "Секретарь коммунального комитета партии Ванхо Ле Ван Нам выступил.",
            ["secretary @ party-committee, commune, Van Ho"],
            ["Le Van Nam"],
        ),
        # a co-operative called after its commune, no person
        (
            "id",
            "langson",
            "Ibu Tran Thi Ha, Ketua Koperasi Van Quan, hadir.",
            ["chair @ other"],
            ["Tran Thi Ha"],
        ),
        # an adjective of a province
        (
            "ru",
            None,
            "Секретарь Хошиминского городского комитета партии Ле Ван Нам выступил.",
            ["secretary @ party-committee, province, Ho Chi Minh"],
            ["Le Van Nam"],
        ),
    ],
)
def test_place_or_person(language, province, text, titles, names):
    found = named(language, text, province)
    assert (found["titles"], found["names"]) == (titles, names)


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        # a minister's field tells the ministry
        ("ru", "Заместитель министра финансов Ле Ван Нам выступил.", ["deputy minister @ ministry, central, finance"]),
        ("id", "Menteri Keamanan Publik Le Van Nam hadir.", ["minister @ ministry, central, public-security"]),
        ("en", "Minister of Health Le Van Nam spoke.", ["minister @ ministry, central, health"]),
        ("pl", "Minister finansów Le Van Nam wystąpił.", ["minister @ ministry, central, finance"]),
        # the word for a procurator tells the procuracy
        ("ru", "Прокурор провинции Ле Ван Нам выступил.", ["procurator @ procuracy, province"]),
        # the party committee of another body
        (
            "id",
            "Sekretaris Komite Partai Kepolisian Provinsi Le Van Nam hadir.",
            ["secretary @ party-committee, province"],
        ),
        (
            "ru",
            "Секретарь партийного комитета Народного комитета провинции Ле Ван Нам выступил.",
            ["secretary @ party-committee, province"],
        ),
        # a role word that names its body itself
        ("vi", "Chánh Văn phòng Tỉnh ủy Lê Văn Nam dự.", ["head @ party-committee-office, province"]),
        ("vi", "Ủy viên Trung ương Đảng Lê Văn Nam dự.", ["member @ central-committee, central"]),
        # offices, committees and divisions of a body are not the body
        ("id", "Kepala Kantor Dewan Rakyat Provinsi Le Van Nam hadir.", ["head @ other, province"]),
        ("pl", "Kierownik Biura Rządu Le Van Nam wystąpił.", ["head @ other, central"]),
        ("ru", "Начальник отдела Департамента юстиции Ле Ван Нам выступил.", ["head @ other, justice"]),
        ("pl", "Kierownik Wydziału Finansów Le Van Nam wystąpił.", ["head @ department, finance"]),
        (
            "pl",
            "Przewodniczący Komisji Prawnej Zgromadzenia Narodowego Le Van Nam wystąpił.",
            ["chair @ national-assembly-committee, central, law"],
        ),
        # communes have departments too
        (
            "id",
            "Kepala Departemen Ekonomi Komune Le Van Nam hadir.",
            ["head @ department, commune, economy"],
        ),
        # institutions, by their own name before the word or under a word that no pack has
        ("en", "Le Thi Ha, Director of the Provincial General Hospital, attended.", ["head @ other, province"]),
        ("en", "Le Thi Ha, Principal of Chu Van An High School, attended.", ["head @ other"]),
        ("ru", "Председатель провинциальной Федерации молодёжи Ле Ван Нам выступил.", ["chair @ other, province"]),
        # "and" shares the body between two ranks of one role
        (
            "id",
            "Ketua dan Wakil Ketua Komite Rakyat Komune hadir.",
            ["chair @ people-committee, commune", "deputy chair @ people-committee, commune"],
        ),
    ],
)
def test_titles(language, text, titles):
    assert named(language, text)["titles"] == titles


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # Khmer, Gia Rai, Xo Dang, Co Ho names
        ("id", "Bapak Kien Sok Kha, Sekretaris Komite Partai Provinsi, hadir.", ["Kien Sok Kha"]),
        ("id", "Bapak Duong Mah Tiep dan Bapak Ro Mah Hyek hadir.", ["Duong Mah Tiep", "Ro Mah Hyek"]),
        ("en", "Comrade A Byot and Mr. Y Bhok Nie attended.", ["A Byot", "Y Bhok Nie"]),
        ("ru", "Секретарь партийного комитета провинции товарищ К'Сань выступил.", ["K'Sanh"]),
        # syllables that are words of the language
        (
            "id",
            "Kamerad Nguyen Van Ke, Kamerad Mua A Dua dan Kamerad Tran Van Uu hadir.",
            ["Nguyen Van Ke", "Mua A Dua", "Tran Van Uu"],
        ),
        ("pl", "Przewodniczący Komitetu Ludowego Prowincji Do Ta Ngan zakończył konferencję.", ["Do Ta Ngan"]),
        ("pl", "Towarzysz Y Thao Nie zakończył konferencję.", ["Y Thao Nie"]),
        # and words that Vietnamese never capitalises within a sentence
        ("vi", "Đồng chí Nguyễn Văn Đồng chủ trì hội nghị.", ["Nguyen Van Dong"]),
        ("vi", "Ông Trần Minh Luật và bà Lê Thị Trưởng dự.", ["Tran Minh Luat", "Le Thi Truong"]),
        # a given name after an honorific
        ("id", "Bapak Truc menyampaikan laporan.", ["(Truc)"]),
        # things called after people, and people of the past
        ("en", "Pupils of the high school Le Quy Don met President Ho Chi Minh.", []),
        ("ru", "Товарищ Нгуен Конг Люк изучал наследие Хо Ши Мина.", ["Nguyen Cong Luc"]),
    ],
)
def test_names(language, text, names):
    assert named(language, text)["names"] == names
