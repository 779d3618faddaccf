import unicodedata

import pytest

from kg.errors import DataError
from kg.home import folder
from kg.text.language import _file, folded, recognise, recognised, strings

SEEDS = {
    "000_44137d5852c6720c": "id",
    "001_7d3e6099bcdf4a18": "ru",
    "002_4c8790c186d07f87": "id",
    "003_286f9ef8ca64527d": "pl",
    "004_ce7c1f1e563d1f0d": "id",
}
OWN = [
    ("id", "Ketua Komite Rakyat Komune memimpin rapat dan meminta desa-desa untuk menyelesaikan tugas."),
    ("ru", "Председатель провёл заседание и поручил коммунам до конца года завершить выплаты."),
    ("pl", "Przewodniczący poprosił gminy o zakończenie prac do końca roku i podziękował za udział w spotkaniu."),
    ("vi", "Chủ tịch Ủy ban nhân dân xã chủ trì hội nghị và yêu cầu các thôn hoàn thành nhiệm vụ trong tháng này."),
    ("en", "The chairman of the commune asked the villages to complete their tasks before the end of the year."),
    ("fr", "Le président du comité populaire a demandé aux communes de terminer les travaux avant la fin de l'année."),
    # Vietnamese names with all their accents in a foreign text
    (
        "en",
        "Mr. Trương Hoàng Nhân and Ms. Lương Bích Điệp of Đồng Tháp took part in the session with all of the deputies.",
    ),
    (
        "fr",
        "M. Trương Hoàng Nhân et Mme Lương Bích Điệp de Đồng Tháp ont participé à la session avec les autres députés.",
    ),
    ("id", "Bapak Trương Hoàng Nhân dan Ibu Lương Bích Điệp dari Đồng Tháp hadir dalam sidang tersebut."),
    # a Vietnamese line on top of a translated page
    ("ru", "Vietnam.vn - Nền tảng quảng bá Việt Nam\nЗаседание провёл председатель, и он поручил это всем коммунам."),
]
OTHERS = [
    ("es", "El presidente del comité pidió a las comunas que terminen las obras antes del fin de año en la provincia."),
    ("pt", "O presidente do comitê pediu às comunas que terminem as obras antes do fim do ano na província."),
    ("de", "Der Vorsitzende des Volkskomitees bat die Gemeinden, die Arbeiten bis zum Ende des Jahres zu beenden."),
    ("it", "Il presidente del comitato ha chiesto ai comuni di terminare i lavori entro la fine dell'anno."),
    (
        "nl",
        "De voorzitter van het volkscomité vroeg de gemeenten om het werk voor het einde van het jaar af te ronden.",
    ),
    (
        "cs",
        "Předseda lidového výboru požádal obce, aby dokončily práce do konce roku, a poděkoval za účast na jednání.",
    ),
    (
        "sk",
        "Predseda ľudového výboru požiadal obce, aby dokončili práce do konca roka, a poďakoval sa za účasť.",
    ),
    ("hr", "Predsjednik odbora zatražio je od općina da završe radove do kraja godine i zahvalio se na sudjelovanju."),
    (
        "uk",
        "Голова народного комітету провів засідання і доручив громадам до кінця року завершити виплати та звітувати.",
    ),
    (
        "bg",
        "Председателят на комитета проведе заседание и поиска от общините да завършат работата до края на годината.",
    ),
    ("sr", "Председник комитета одржао је седницу и тражио од општина да заврше радове до краја године."),
    ("ro", "Președintele comitetului a cerut comunelor să termine lucrările până la sfârșitul anului în provincie."),
    ("tl", "Hiniling ng tagapangulo ng komite sa mga komunidad na tapusin ang gawain bago matapos ang taon."),
    (
        "tr",
        "Halk komitesi başkanı, belediyelerden çalışmaları yıl sonuna kadar tamamlamalarını istedi ve teşekkür etti.",
    ),
    (
        "hu",
        "A bizottság elnöke arra kérte a községeket, hogy az év végéig fejezzék be a munkát, és köszönetet mondott.",
    ),
    ("sv", "Ordföranden bad kommunerna att slutföra arbetet före årets slut och tackade för deltagandet i mötet."),
    ("zh", "主席要求各乡在年底前完成工作，并感谢各位代表参加会议。"),
]
TOO_LITTLE = ["", " \n ", "12 345,6", "Trinh Xuan Truong", "Komentar (0)", "https://langson.gov.vn/a-b-c"]


@pytest.mark.parametrize(("name", "language"), list(SEEDS.items()))
def test_seeds_are_recognised(name, language):
    assert recognise((folder("seeds") / f"{name}.txt").read_text(encoding="utf-8")) == language


@pytest.mark.parametrize(("language", "text"), OWN)
def test_one_sentence_is_enough(language, text):
    assert recognise(text) == language


@pytest.mark.parametrize(("language", "text"), OWN)
def test_decomposed_accents_change_nothing(language, text):
    assert recognise(unicodedata.normalize("NFD", text)) == language


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_languages_are_turned_away(language, text):
    assert recognise(text) is None, language


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_a_whole_article_in_another_language_is_turned_away(language, text):
    assert recognise("\n".join([text] * 20)) is None, language


@pytest.mark.parametrize("text", TOO_LITTLE)
def test_too_little_text_has_no_language(text):
    assert recognise(text) is None


def word_lists():
    table = _file()
    yield from ((f"recognition.words.{code}", words) for code, words in table["recognition"]["words"].items())
    yield from ((f"recognition.others.{code}", words) for code, words in table["recognition"]["others"].items())
    for section in ("tail", "boilerplate"):
        yield from ((f"{section}.{key}", words) for key, words in table[section].items())
    for code in recognised():
        yield from ((f"abbreviations.{code}.{key}", words) for key, words in table["abbreviations"][code].items())


@pytest.mark.parametrize(("key", "words"), list(word_lists()))
def test_no_entry_stands_twice(key, words):
    assert len(set(words)) == len(words), key


@pytest.mark.parametrize("code", recognised())
def test_function_words_can_match_a_lower_case_word(code):
    for word in strings(f"recognition.words.{code}"):
        assert word == folded(word)
        assert word.isalpha()


@pytest.mark.parametrize("code", recognised())
def test_abbreviations_end_in_a_full_stop_and_openers_in_none(code):
    shortened = strings(f"abbreviations.{code}.never") + strings(f"abbreviations.{code}.may_end")
    assert all(word.endswith(".") and " " not in word for word in shortened)
    assert all(word.isalpha() and word[0].isupper() for word in strings(f"abbreviations.{code}.openers"))
    assert not set(strings(f"abbreviations.{code}.never")) & set(strings(f"abbreviations.{code}.may_end"))


@pytest.mark.parametrize("key", ["tail.nothing", "recognition.words", "abbreviations.id.never.more"])
def test_wrong_keys_are_named(key):
    with pytest.raises(DataError, match=key):
        strings(key)


def test_a_short_formal_text_shows_itself_by_its_letters():
    text = "Tỉnh ủy bổ nhiệm giám đốc sở tài chính, sở nội vụ; chỉ định bí thư đảng ủy xã Lộc Bình, phường Tam Thanh."
    assert recognise(text) == "vi"


def test_names_with_diacritics_do_not_make_a_text_vietnamese():
    text = (
        "Secretary of the Lạng Sơn Provincial Party Committee Hoàng Quốc Khánh and Chairman Đoàn Thanh Sơn attended "
        "the meeting and asked the leaders of Lộc Bình, Đồng Đăng and Hữu Lũng communes to speed up the work."
    )
    assert recognise(text) == "en"
