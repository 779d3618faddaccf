"""Posts: what a title leaves out comes from the words beside it, the person's other titles and the article."""

import pytest

from kg.articles.draft import Draft, article
from kg.facts import read
from kg.model import Tenure
from kg.names.people import fold


def body(one):
    place = one.place and fold(one.place.name)
    told = " ".join(part for part in (one.kind, one.level, one.field, place, one.name) if part)
    return f"{told} < {body(one.parent)}" if one.parent else told


def posts(language, text, province=None):
    url = f"https://bao{province}.vn/x.html" if province else None
    facts = read(article(Draft(where="row", id="row", text=text + "\n", url=url, language=language))).facts
    tenures = [fact for fact in facts if isinstance(fact, Tenure)]
    return sorted({f"{fact.person.name}: {fact.role}, {body(fact.body)}" for fact in tenures})


@pytest.mark.parametrize(
    ("language", "province", "text", "expected"),
    [
        # roles of which the country has one
        (
            "pl",
            None,
            "Premier Pham Minh Chinh, wicepremier Le Thanh Long i sekretarz generalny To Lam wzięli udział w sesji.",
            [
                "Le Thanh Long: deputy-prime-minister, government central",
                "Pham Minh Chinh: prime-minister, government central",
                "To Lam: general-secretary, central-committee central",
            ],
        ),
        # some words of a body named before
        (
            "ru",
            "langson",
            (
                "Доан Тху Ха - глава провинциальной делегации депутатов Национального собрания, "
                "Ле Минь Хоа - заместитель главы делегации."
            ),
            [
                "Doan Thu Ha: head, national-assembly-delegation province Lang Son",
                "Le Minh Hoa: deputy-head, national-assembly-delegation province Lang Son",
            ],
        ),
        # a party committee belongs to the body that its words name
        (
            "id",
            "langson",
            "Sekretaris Komite Partai Komite Rakyat Provinsi Le Van Nam hadir.",
            ["Le Van Nam: secretary, party-committee province Lang Son < people-committee province Lang Son"],
        ),
        (
            "pl",
            None,
            "Członek Stałego Komitetu Komitetu Partii Policji Prowincji Le Van Nam wystąpił.",
            ["Le Van Nam: member, party-standing-committee province < party-committee province < police province"],
        ),
        (
            "id",
            "langson",
            "Sekretaris Komite Partai Kementerian Keuangan Le Van Nam hadir.",
            ["Le Van Nam: secretary, party-committee central < ministry central finance"],
        ),
        # a city is a province where the article's province is one, else a district
        (
            "id",
            "cantho",
            "Sekretaris Komite Partai Kota Le Van Nam hadir.",
            ["Le Van Nam: secretary, party-committee province Can Tho"],
        ),
        (
            "id",
            "sonla",
            "Sekretaris Komite Partai Kota Le Van Nam hadir.",
            ["Le Van Nam: secretary, party-committee district"],
        ),
        # a department is the province's unless the words say otherwise
        (
            "id",
            "langson",
            "Kepala Departemen Keuangan Le Van Nam dan Kepala Departemen Ekonomi Komune Van Quan Tran Van Ha hadir.",
            [
                "Le Van Nam: head, department province finance Lang Son",
                "Tran Van Ha: head, department commune economy Van Quan",
            ],
        ),
        # party commissions have no field, whatever their words share with departments
        (
            "id",
            "langson",
            "Kepala Komisi Urusan Dalam Negeri Komite Partai Provinsi Le Van Nam hadir.",
            ["Le Van Nam: head, party-internal-affairs-commission province Lang Son"],
        ),
        # the steering committee's field stands once in the article
        (
            "en",
            "hue",
            (
                "The Provincial Steering Committee for Science and Technology met. "
                "Le Van Nam, Head of the Steering Committee, chaired the meeting."
            ),
            ["Le Van Nam: head, steering-committee province science-technology Hue"],
        ),
        # the same post told again without its rank, or without its body
        (
            "ru",
            "langson",
            (
                "Постоянный заместитель председателя Народного комитета провинции Ле Ван Нам выступил. "
                "Заместитель председателя провинциального народного комитета Ле Ван Нам ответил."
            ),
            ["Le Van Nam: permanent-vice-chair, people-committee province Lang Son"],
        ),
        (
            "ru",
            "langson",
            (
                "Заместители председателя Народного комитета провинции: Хюинь Тхи Нгок Зием (постоянный), Ле Ван Нам. "
                "Постоянный заместитель председателя Хюинь Тхи Нгок Зием выступила."
            ),
            [
                "Huynh Thi Ngoc Diem: permanent-vice-chair, people-committee province Lang Son",
                "Le Van Nam: vice-chair, people-committee province Lang Son",
            ],
        ),
        # a delegate is of the council or assembly in which the person has another post
        (
            "vi",
            "gialai",
            "Phó Trưởng Đoàn ĐBQH tỉnh Siu Hương Lan, Phó Chủ tịch HĐND tỉnh Lê Văn Nam. Đại biểu Siu Hương Lan nói.",
            [
                "Le Van Nam: vice-chair, people-council province Gia Lai",
                "Siu Huong Lan: deputy-head, national-assembly-delegation province Gia Lai",
                "Siu Huong Lan: member, national-assembly central",
            ],
        ),
        # a place that no map lists is no reason to take another
        (
            "ru",
            "sonla",
            "Секретарь партийного комитета провинции Гуанси Ле Ван Нам выступил перед молодыми специалистами.",
            ["Le Van Nam: secretary, party-committee province"],
        ),
        # a council or department of a name that no pack has
        ("id", "langson", "Ketua Komite Kerja Front Le Van Nam hadir di Komite Rakyat Provinsi.", []),
        (
            "id",
            "langson",
            "Departemen Keuangan melapor. Kepala Departemen Manajemen Le Van Nam hadir.",
            ["Le Van Nam: head, department province Lang Son Departemen Manajemen"],
        ),
        # a body that its words name whole, before a verb in a headline's capitals
        (
            "id",
            "langson",
            "Le Van Nam, Ketua Komite Rakyat Provinsi Mengapungkan Gagasan Anyar.",
            ["Le Van Nam: chair, people-committee province Lang Son"],
        ),
        # who chairs an association is its chair, who heads a hospital its head
        (
            "en",
            "langson",
            "Le Thi Ha, Chairwoman of the Youth Federation, and Le Van Nam, Director of the Hospital, attended.",
            ["Le Thi Ha: chair, other Youth Federation", "Le Van Nam: head, other Hospital"],
        ),
        # a noun after a bare title tells another body
        (
            "en",
            "langson",
            "The Department of Health held a conference. Le Van Nam, Director of Truong Long Joint Stock Group, spoke.",
            [],
        ),
    ],
)
def test_posts(language, province, text, expected):
    assert posts(language, text, province) == expected
