"""Which articles are versions of one story, and which only tell of the same things."""

import random
from dataclasses import replace

import pytest

from kg import facts
from kg.model import Article, Fingerprint, Reading
from kg.resolve.stories import stories

ENGLISH = """
On the morning of 14 November, the Standing Committee of the Lang Son Provincial Party Committee met to review the year.
Mr. Tran Van Binh, Secretary of the Provincial Party Committee, chaired the meeting.
Ms. Do Thi Khoa, Director of the Department of Finance, reported that budget revenue reached 4,275 billion VND, equal to
93.4% of the estimate; the poverty rate fell to 11.6%, and 38 communes met the new standards.
The meeting approved Resolution No. 27-NQ/TU on 415 km of rural roads, which 126 villages had asked for.
"""
RUSSIAN = """
Утром 14 ноября Постоянный комитет Лангшонского провинциального комитета партии провёл заседание по итогам года.
Председательствовал товарищ Чан Ван Бинь, секретарь провинциального комитета партии.
Товарищ До Тхи Кхоа, директор департамента финансов, сообщила: доходы бюджета достигли 4 275 млрд донгов, что равно
93,4% сметы; доля бедных домохозяйств снизилась до 11,6%, 38 коммун выполнили новые нормативы.
Заседание одобрило Резолюцию № 27-NQ/TU о 415 км сельских дорог, о которых просили 126 деревень.
"""
ANOTHER_REPORT = """
Budget revenue of Lang Son has reached 4,275 billion VND this year, Ms. Do Thi Khoa, Director of the Department of
Finance, told reporters yesterday. Tax collection went up by 18.9% over 2024, customs by 22.4%, and 1,204 enterprises
were set up. She hopes that 57 projects will begin in the first quarter, among them the 93 km expressway.
"""

OTHER_NEWS = "\n".join(
    f"In commune {n} they planted {n * 37} trees along {n * 13} roads, and people say they like it." for n in range(9)
)


def told(key, text, language="en", **more):
    return facts.read(Article(key, text, language, **more))


def copy_of(text, every):
    """A light edit: a word changed here and there."""
    words = text.split(" ")
    return " ".join("so" if at % every == every - 1 else word for at, word in enumerate(words))


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (told("a", ENGLISH), told("b", ENGLISH), "the same words"),
        (told("a", ENGLISH), told("b", copy_of(ENGLISH, 40)), "a word changed here and there"),
        (told("a", ENGLISH), told("b", f"{ENGLISH}\nThe committee then heard two further reports."), "a line added"),
        (told("a", ENGLISH), told("b", RUSSIAN, "ru"), "a translation"),
        (told("a", ENGLISH, published="2025-11-14"), told("b", RUSSIAN, "ru", published="2025-12"), "soon after"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_story(first, second, why):
    assert stories([first, second]) == stories([second, first]) == (("a", "b"),), why


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (told("a", ENGLISH), told("b", ANOTHER_REPORT), "another report of the same figure"),
        (told("a", RUSSIAN, "ru"), told("b", ANOTHER_REPORT), "another report in another language"),
        (told("a", ENGLISH), told("b", copy_of(ENGLISH, 5)), "hardly four words in a row the same"),
        (told("a", ENGLISH), told("b", ENGLISH + ANOTHER_REPORT + OTHER_NEWS), "part of a roundup"),
        (told("a", ENGLISH, published="2024-11-14"), told("b", RUSSIAN, "ru", published="2025-11-14"), "a year later"),
        (
            told("a", ENGLISH.split(".", maxsplit=1)[0]),
            told("b", RUSSIAN.split(".", maxsplit=1)[0], "ru"),
            "too little to tell",
        ),
        (told("a", ""), told("b", ""), "no words at all"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_stories_of_their_own(first, second, why):
    assert stories([first, second]) == (), why


def test_a_roundup_joins_no_two_stories():
    roundup = told("c", ENGLISH + OTHER_NEWS)
    assert len(stories([told("a", ENGLISH), told("b", OTHER_NEWS), roundup])) <= 1
    assert stories([told("a", ENGLISH), told("b", OTHER_NEWS)]) == ()


def test_versions_hang_together_through_others():
    by_address = told("c", "Nothing alike.", url="https://example.org/1")
    told_by = [told("a", ENGLISH), told("b", RUSSIAN, "ru", based_on="http://www.example.org/1/"), by_address]
    assert stories(told_by) == (("a", "b", "c"),)


def reading(key, sums, figures=()):
    return Reading(Article(key, "", "en"), (), Fingerprint(tuple(sorted(sums)), figures))


def test_many_copies_are_found_among_many_others():
    """Sixty copies among a thousand texts, all with a common phrase."""
    drawn = random.Random(7)
    phrase = {drawn.getrandbits(32) for _ in range(20)}
    texts = [{*phrase, *(drawn.getrandbits(32) for _ in range(90))} for _ in range(1000)]
    copies = [{sum_ for sum_ in texts[0] if drawn.random() < 0.97} for _ in range(60)]
    read = [reading(f"{at:04}", sums) for at, sums in enumerate([*texts, *copies])]
    expected = ("0000", *(f"{1000 + at}" for at in range(60)))
    assert stories(read) == (expected,)
    drawn.shuffle(read)
    assert stories(read) == (expected,)


def test_versions_stay_articles_of_their_own():
    first, second = told("a", ENGLISH), told("b", RUSSIAN, "ru")
    assert first.fingerprint != second.fingerprint
    assert stories([first, replace(second, fingerprint=Fingerprint())]) == ()
