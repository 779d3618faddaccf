"""Silence: 300 sentences of each language on sport, weather, business, history and foreign politics name no official.

The sentences were written by somebody who had not seen the language packs.
"""

from pathlib import Path

import pytest

from kg.articles.draft import Draft, article
from kg.facts import read
from kg.model import Instruction, Person, PersonnelAct, Tenure

SENTENCES = Path(__file__).parent / "offtopic"
LANGUAGES = sorted(path.stem for path in SENTENCES.glob("*.txt"))


def told(language, sentence):
    facts = read(article(Draft(where="x", id="x", text=sentence + "\n", language=language))).facts
    return [
        fact
        for fact in facts
        if isinstance(fact, Tenure | PersonnelAct) or (isinstance(fact, Instruction) and isinstance(fact.giver, Person))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_off_topic_sentences_name_no_official(language):
    sentences = (SENTENCES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert len(set(sentences)) == 300
    assert [sentence for sentence in sentences if told(language, sentence)] == []
