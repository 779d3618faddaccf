"""What of a text is kept to tell versions of its story by."""

import pytest

from kg import facts
from kg.facts.fingerprint import KEPT
from kg.model import Article
from kg.names.sounds import sound_key
from kg.names.transliteration import readings_of


def fingerprint(text, language="en"):
    return facts.read(Article("a", text, language)).fingerprint


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Revenue reached 3,748 billion VND, or 98.6% of the plan, on 6 November 2025.", "en"),
        ("Thu ngân sách đạt 3.748 tỷ đồng, bằng 98,6% kế hoạch, ngày 06/11/2025.", "vi"),
        ("Доходы достигли 3 748 млрд донгов, или 98,6% плана, 6 ноября 2025 года.", "ru"),
        ("Dochody osiągnęły 3748 mld VND, czyli 98,6% planu, 6 listopada 2025 r.", "pl"),
    ],
)
def test_figures_are_the_same_in_every_language(text, language):
    figures = [one for one in fingerprint(text, language).figures if one != "11"]
    assert figures == ["3748", "986", "6", "2025"]


def test_names_stand_in_the_order_of_the_text_by_sound():
    text = "Mr. Tran Van An, Secretary of the Party Committee, met Mr. Do Thi Khoa, Chairwoman of the People's Council."
    assert fingerprint(text).names == ("cn.vn.n", "d.t.h")


@pytest.mark.parametrize(
    ("name", "cyrillic"),
    [("Pha", "Фа"), ("Truong", "Чыонг"), ("Giang", "Зянг"), ("Duy", "Зуй"), ("Khoan", "Кхоан"), ("Quay", "Куай")],
)
def test_what_cyrillic_can_stand_for_sounds_alike(name, cyrillic):
    assert sound_key(name) in {sound_key(reading.ascii) for reading in readings_of(cyrillic)}


def test_other_names_sound_otherwise():
    assert len({sound_key(name) for name in ("Tran Van An", "Tran Van Anh Minh", "Le Van An", "Tran Dan An")}) == 4


def test_light_editing_leaves_most_sums_and_a_text_keeps_few():
    words = [f"word{number}" for number in range(1000)]
    whole, edited = fingerprint(" ".join(words)), fingerprint(" ".join([*words[:500], "new", *words[501:]]))
    assert len(whole.sums) == KEPT
    assert len(set(whole.sums) & set(edited.sums)) >= KEPT - 8
    assert not set(whole.sums) & set(fingerprint(" ".join(f"other{number}" for number in range(1000))).sums)
