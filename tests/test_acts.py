"""Personnel acts and tenures told beside them, one sentence a row.

An act is written "person | act | role | kind of the body[ | place]", with "planned" or "from …" where told; a tenure
"person | role | kind[ | former]", with "from", "until" and "term" where the sentence tells them.
"""

import pytest

from kg.articles.draft import Draft, article
from kg.facts import read
from kg.graph.terms import DATA
from kg.graph.triples import triples
from kg.model import PersonnelAct, Tenure
from kg.resolve import resolve

LANG_SON = "https://baolangson.vn/x.html"


def reading(language, text):
    return read(article(Draft(where="row", id="row", text=text + "\n", url=LANG_SON, language=language)))


def act(fact):
    post = [fact.post_role, fact.post_body.kind] if fact.post_body else []
    left = [f"from {fact.from_role} {fact.from_body.kind}"] if fact.from_body else []
    planned = ["planned"] if fact.planned else []
    return " | ".join([fact.person.name, fact.act, *post, *left, *planned])


def tenure(fact):
    told = [("from", fact.start), ("until", fact.end), ("term", fact.term)]
    dates = [f"{word} {value}" for word, value in told if value]
    former = [] if fact.current else ["former"]
    return " | ".join([fact.person.name, fact.role, fact.body.kind, *former, *dates])


def acts(language, text):
    return [act(fact) for fact in reading(language, text).facts if isinstance(fact, PersonnelAct)]


def tenures(language, text):
    return {tenure(fact) for fact in reading(language, text).facts if isinstance(fact, Tenure)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the post before the verb, and posts that go on without a verb
        (
            "ru",
            (
                "Секретарём партийного комитета коммуны Локбинь избран товарищ Ле Ван Хай, постоянным заместителем"
                " секретаря - товарищ Нгуен Тхи Лан, заместителем секретаря - товарищ Фам Ван Минь, председатель"
                " народного комитета коммуны."
            ),
            [
                "Le Van Hai | elected | secretary | party-committee",
                "Nguyen Thi Lan | elected | permanent-deputy-secretary | party-committee",
                "Pham Van Minh | elected | deputy-secretary | party-committee",
            ],
        ),
        (
            "ru",
            (
                "Народный совет провинции избрал Ле Ван Хая председателем Народного комитета провинции, а Нгуен Тхи Лан"
                " - заместителем председателя."
            ),
            [
                "Le Van Hai | elected | chair | people-committee",
                "Nguyen Thi Lan | elected | vice-chair | people-committee",
            ],
        ),
        # several people, one post
        (
            "ru",
            "Товарищи Ле Ван Хай и Нгуен Тхи Лан избраны заместителями секретаря провинциального комитета партии.",
            [
                "Le Van Hai | elected | deputy-secretary | party-committee",
                "Nguyen Thi Lan | elected | deputy-secretary | party-committee",
            ],
        ),
        (
            "en",
            "Comrades Le Van Hai and Nguyen Thi Lan were elected Deputy Secretaries of the Provincial Party Committee.",
            [
                "Le Van Hai | elected | deputy-secretary | party-committee",
                "Nguyen Thi Lan | elected | deputy-secretary | party-committee",
            ],
        ),
        # several people, each with a post, in one clause and in two
        (
            "pl",
            (
                "Delegaci wybrali towarzysza Le Van Hai, dyrektora Departamentu Finansów, na"
                " wiceprzewodniczącego Komitetu"
                " Ludowego prowincji, a towarzyszkę Nguyen Thi Lan, dyrektorkę Departamentu Zdrowia,"
                " na członka Komitetu"
                " Ludowego prowincji."
            ),
            [
                "Le Van Hai | elected | vice-chair | people-committee",
                "Nguyen Thi Lan | elected | member | people-committee",
            ],
        ),
        (
            "pl",
            (
                "Towarzysz Le Van Hai został wyznaczony na stanowisko sekretarza Komitetu Partii gminy Loc Binh;"
                " towarzyszka Nguyen Thi Lan – na stanowisko zastępcy sekretarza Komitetu Partii gminy Loc Binh."
            ),
            [
                "Le Van Hai | appointed | secretary | party-committee",
                "Nguyen Thi Lan | appointed | deputy-secretary | party-committee",
            ],
        ),
        (
            "id",
            (
                "Dewan Rakyat Provinsi memilih Bapak Le Van Hai menjadi Ketua Komite Rakyat"
                " Provinsi, Ibu Nguyen Thi Lan"
                " menjadi Wakil Ketua Komite Rakyat Provinsi; Bapak Pham Van Minh sebagai anggota"
                " Komite Rakyat Provinsi."
            ),
            [
                "Le Van Hai | elected | chair | people-committee",
                "Nguyen Thi Lan | elected | vice-chair | people-committee",
                "Pham Van Minh | elected | member | people-committee",
            ],
        ),
        # bodies joined and a post in one act
        (
            "ru",
            (
                "Оглашено решение о назначении товарища Ле Ван Хай в состав Исполнительного"
                " комитета, Постоянного комитета"
                " и на должность заместителя секретаря партийного комитета коммуны Локбинь."
            ),
            [
                "Le Van Hai | appointed | member | party-executive-committee",
                "Le Van Hai | appointed | member | party-standing-committee",
                "Le Van Hai | appointed | deputy-secretary | party-committee",
            ],
        ),
        # elected into a body
        (
            "id",
            "Konferensi memilih Kamerad Le Van Hai ke dalam Komite Inspeksi Komite Partai Provinsi.",
            ["Le Van Hai | elected | member | party-inspection-commission"],
        ),
        # the other object of the verb
        (
            "en",
            "The Council elected comrade Le Van Hai Deputy Chairman of the Provincial People's Committee.",
            ["Le Van Hai | elected | vice-chair | people-committee"],
        ),
        # the chair by whose decision it is done is nobody's title
        (
            "ru",
            (
                "Решением председателя Провинциального народного комитета г-н Ле Ван Хай назначен на"
                " должность заместителя"
                " директора Департамента строительства."
            ),
            ["Le Van Hai | appointed | deputy-head | department"],
        ),
        # a transfer and the post that it leads to
        (
            "pl",
            (
                "Stały Komitet przeniósł dyrektora Departamentu Finansów Le Van Haia i powierzył mu funkcję sekretarza"
                " Komitetu Partii gminy Loc Binh."
            ),
            ["Le Van Hai | transferred | secretary | party-committee | from head department"],
        ),
        # a clause that names nobody goes on with the person of the one before
        (
            "id",
            (
                "Kamerad Le Van Hai, Kepala Kantor Komite Partai Provinsi, berhenti memegang jabatan tersebut;"
                " memobilisasi, menugaskan dan menunjuknya untuk menjabat sebagai Wakil Kepala Komite Organisasi Komite"
                " Partai Provinsi."
            ),
            [
                "Le Van Hai | dismissed | head | party-committee-office",
                (
                    "Le Van Hai | transferred | deputy-head | party-organization-commission | from head"
                    " party-committee-office"
                ),
            ],
        ),
        # who is replaced, and why
        (
            "id",
            (
                "Bapak Le Van Hai diangkat menjadi Direktur Departemen Keuangan, menggantikan Bapak Nguyen Van An yang"
                " telah pensiun."
            ),
            ["Le Van Hai | appointed | head | department", "Nguyen Van An | retired | head | department"],
        ),
        # a reprimand is told without a post and concerns one person
        (
            "pl",
            (
                "Le Van Hai, sekretarz Komitetu Partii gminy Loc Binh, został ukarany naganą; komitet ukarał też trzech"
                " członków partii."
            ),
            ["Le Van Hai | disciplined"],
        ),
    ],
)
def test_acts_of_a_sentence(language, text, expected):
    assert acts(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Ле Ван Хай, секретарь партийного комитета коммуны Локбинь (2020-2025), посетил сессию.",
            {"Le Van Hai | secretary | party-committee | term 2020-2025"},
        ),
        (
            "id",
            "Bapak Le Van Hai, Ketua Komite Rakyat Komune Loc Binh masa jabatan 2021-2026, hadir.",
            {"Le Van Hai | chair | people-committee | term 2021-2026"},
        ),
        (
            "id",
            "Bapak Le Van Hai, Ketua Komite Rakyat Komune Loc Binh sejak 2020, hadir.",
            {"Le Van Hai | chair | people-committee | from 2020"},
        ),
        (
            "pl",
            "Pan Le Van Hai został wybrany przewodniczącym Komitetu Ludowego prowincji na kadencję 2021–2026.",
            {"Le Van Hai | chair | people-committee | term 2021-2026"},
        ),
        (
            "en",
            "The Council elected Mr. Le Van Hai Chairman of the Provincial People's Committee for the 2021-2026 term.",
            {"Le Van Hai | chair | people-committee | term 2021-2026"},
        ),
        # posts held before
        (
            "pl",
            "Mówił sekretarz Komitetu Partii Prowincji Le Van Hai. Był dyrektorem Departamentu Finansów.",
            {
                "Le Van Hai | secretary | party-committee",
                "Le Van Hai | head | department | former",
            },
        ),
        (
            "en",
            (
                "Le Van Hai, Director of the Department of Finance, served as Chairman of the People's Committee of Loc"
                " Binh commune from 2015 until 2020."
            ),
            {
                "Le Van Hai | head | department",
                "Le Van Hai | chair | people-committee | former | from 2015 | until 2020",
            },
        ),
        # a promotion leaves the lower post of the same body behind; a seat in a committee stays
        (
            "id",
            (
                "Bapak Le Van Hai, Anggota Komite Partai Provinsi, Wakil Direktur Departemen Keuangan, diangkat menjadi"
                " Direktur Departemen Keuangan mulai 1 Juli 2025."
            ),
            {
                "Le Van Hai | member | party-committee",
                "Le Van Hai | deputy-head | department | former",
                "Le Van Hai | head | department | from 2025-07-01",
            },
        ),
        # another's act takes nothing away
        (
            "pl",
            "Le Van Hai, sekretarz Komitetu Partii gminy Loc Binh, został ukarany naganą.",
            {"Le Van Hai | secretary | party-committee"},
        ),
    ],
)
def test_tenures_with_their_dates(language, text, expected):
    assert tenures(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "kind", "document", "date"),
    [
        (
            "ru",
            (
                "Решением председателя Провинциального народного комитета г-н Ле Ван Хай назначен на"
                " должность директора"
                " Департамента строительства с 1 декабря 2025 года."
            ),
            "people-committee",
            None,
            "2025-12-01",
        ),
        (
            "pl",
            (
                "Na podstawie Dekretu nr 178/2024/NĐ-CP Rządu przewodniczący Prowincjonalnego"
                " Komitetu Ludowego podpisał"
                " Decyzję nr 2871/QĐ-UBND, zgodnie z którą pan Le Van Hai, dyrektor Departamentu"
                " Finansów, przechodzi na"
                " emeryturę od 1 listopada 2025 r."
            ),
            "people-committee",
            "2871/QD-UBND",
            "2025-11-01",
        ),
        # the decision stands in the sentence before
        (
            "ru",
            (
                "Огласили Решение № 214-QD/TU от 25 июля 2025 года Постоянного комитета провинциального комитета."
                " Секретарём партийного комитета коммуны Локбинь назначен товарищ Ле Ван Хай."
            ),
            "party-standing-committee",
            "214-QD/TU",
            "2025-07-25",
        ),
        (
            "id",
            (
                "Keputusan No. 8-QĐ/TU tanggal 3 Mei 2025: Bapak Le Van Hai diangkat sebagai Direktur Dinas Keuangan;"
                " Keputusan No. 9-QĐ/TU tanggal 4 Mei 2025: Ibu Nguyen Thi Lan diangkat menjadi Direktur Departemen"
                " Kesehatan."
            ),
            "party-committee",
            "08-QD/TU",
            "2025-05-03",
        ),
        # a union's own committee
        (
            "en",
            "The Executive Committee elected comrade Le Van Hai Secretary of the Provincial Youth Union.",
            "youth-union",
            None,
            None,
        ),
    ],
)
def test_who_decided_by_which_document_and_when(language, text, kind, document, date):
    first = next(fact for fact in reading(language, text).facts if isinstance(fact, PersonnelAct))
    assert first.decided_by is not None
    assert first.decided_by.kind == kind
    assert (first.by_document and first.by_document.number) == document
    assert first.date == date


def test_of_two_decisions_in_a_sentence_each_act_has_its_own():
    text = (
        "Keputusan No. 8-QĐ/TU tanggal 3 Mei 2025: Bapak Le Van Hai diangkat sebagai Direktur Dinas Keuangan;"
        " Keputusan No. 9-QĐ/TU tanggal 4 Mei 2025: Ibu Nguyen Thi Lan diangkat menjadi Direktur Departemen Kesehatan."
    )
    found = [fact for fact in reading("id", text).facts if isinstance(fact, PersonnelAct)]
    assert [(fact.by_document.number, fact.date) for fact in found] == [
        ("08-QD/TU", "2025-05-03"),
        ("09-QD/TU", "2025-05-04"),
    ]


def test_a_retirement_still_ahead_leaves_the_post_current():
    text = "Pan Le Van Hai, dyrektor Departamentu Finansów, przechodzi na emeryturę od 1 grudnia 2025 r."
    draft = Draft(where="row", id="row", text=text + "\n", url=LANG_SON, language="pl", published="2025-11-05")
    held = [fact for fact in read(article(draft)).facts if isinstance(fact, Tenure)]
    assert [fact.current for fact in held] == [True]


def test_the_passage_of_a_tenure_holds_its_dates():
    text = "Bapak Le Van Hai, Ketua Komite Rakyat Komune Loc Binh masa jabatan 2021-2026, hadir."
    held = [fact for fact in reading("id", text).facts if isinstance(fact, Tenure)]
    (passage,) = held[0].passages
    assert passage.exact == "Le Van Hai, Ketua Komite Rakyat Komune Loc Binh masa jabatan 2021-2026"
    assert text[passage.start : passage.end] == passage.exact


def test_an_act_starts_the_tenure_of_the_stated_term():
    text = (
        "Ông Lê Văn Hải được bầu giữ chức Chủ tịch Ủy ban nhân dân tỉnh nhiệm kỳ 2021-2026.\n\n"
        "Chủ tịch Ủy ban nhân dân tỉnh Lê Văn Hải phát biểu."
    )
    found = triples(resolve([reading("vi", text)]), DATA)
    started = {str(one.object) for one in found if str(one.predicate).endswith("#startsTenure>")}
    assert len({tenure for tenure in tenures("vi", text) if "chair" in tenure}) == 2
    assert len(started) == 1
    assert "2021-2026" in started.pop()
