"""Phrases of a pack: stems, endings, alternatives, longest match, words heard inside longer phrases."""

import pytest

from kg.errors import DataError
from kg.lexicon.pack import load
from kg.lexicon.phrases import Phrases
from kg.text.tokens import tokens

ENDINGS = {"adj": ["ый", "ого"], "m": ["", "а"]}


def phrases(*listed):
    found = Phrases(ENDINGS)
    for phrase, atom in listed:
        found.add(phrase, atom)
    return found


def told(found, text):
    words = tokens(text)
    return [(text[words[m.first].start : words[m.last - 1].end], sorted(m.atoms)) for m in found.matches(words)]


@pytest.mark.parametrize(
    ("phrase", "text", "matched"),
    [
        ("народн{adj} комитет{m}", "Народного комитета", "Народного комитета"),
        ("народн{adj} комитет{m}", "народный комитет коммуны", "народный комитет"),
        ("народн{adj} комитет{m}", "народным комитетом", None),
        ("komitet*", "Komitetowi Partii", "Komitetowi"),
        ("komitet*", "komitetowszczyzna", None),  # more letters than an ending has
        ("{deputy,vice} head{s,}", "Vice Heads of", "Vice Heads"),
        ("{sport,olah raga} dan", "olah raga dan tari", "olah raga dan"),
        ("вице-премьер{m}", "вице-премьера Х", "вице-премьера"),
        ("ủy ban nhân dân", "Uỷ ban nhân dân tỉnh", "Uỷ ban nhân dân"),  # the other placement of the tone mark
    ],
)
def test_a_phrase_matches_its_forms_only(phrase, text, matched):
    expected = [(matched, ["t:x"])] if matched else []
    assert told(phrases((phrase, "t:x")), text) == expected


def test_the_longest_phrase_wins_and_shares_its_words_with_none():
    found = phrases(("party", "t:party"), ("party committee", "t:committee"), ("committee", "t:any"))
    assert told(found, "Party Committee, committee") == [("Party Committee", ["t:committee"]), ("committee", ["t:any"])]


def test_one_phrase_may_stand_for_several_things():
    found = phrases(("tetap", "roles:standing"), ("tetap", "bodies:standing"))
    assert told(found, "tetap") == [("tetap", ["bodies:standing", "roles:standing"])]


def test_everywhere_tells_overlapping_phrases():
    found = phrases(("a b", "t:ab"), ("b c", "t:bc"))
    assert found.everywhere(tokens("a b c")) == {0: {"t:ab": 2}, 1: {"t:bc": 3}}


def test_a_phrase_hears_the_meeting_that_ends_it():
    found = phrases(("closing the session", "parts:concludes"), ("session", "meetings:session"))
    found.hear_inside("closing the session", "meetings")
    assert told(found, "closing the session") == [("closing the session", ["meetings:session", "parts:concludes"])]


@pytest.mark.parametrize(
    ("pack", "complaint"),
    [
        ("[roles\n", "xx.toml"),
        ('[roles]\nsecretary = "sekretarz"\n', r"xx.toml: \[roles\] secretary must be a list"),
        ('[roles]\nsecretary = [""]\n', r"xx.toml: \[roles\] secretary must be a list"),
    ],
)
def test_a_malformed_pack_is_refused_by_file_and_key(tmp_path, pack, complaint):
    path = tmp_path / "xx.toml"
    path.write_text(pack, encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        load(path)
