"""Documents whose number or issuer is told in part: what versions of one story tell together."""

import random

import pytest

from kg.graph.iris import ident
from kg.graph.terms import DATA
from kg.graph.triples import triples
from kg.model import Article, Citation, Document, Passage, Reading
from kg.names.gazetteer import gazetteer
from kg.resolve import resolve

LANG_SON, CAO_BANG = (gazetteer().find(name, level="province")[0] for name in ("Lạng Sơn", "Cao Bằng"))
STORY = "https://example.org/1"
WHOLE = Document("resolution", "27-NQ/TU", place=LANG_SON, when="2025")
EARLIER = Document("resolution", "27-NQ/TU", place=LANG_SON, when="2020")
ELSEWHERE = Document("resolution", "27-NQ/TU", place=CAO_BANG, when="2025")
BARE = Document("resolution", "27")
DECREE = Document("decree", "27")
PLAN = Document("plan", "27")
CODED = Document("resolution", "27-NQ/TU")
OTHER_CODE = Document("resolution", "27-NQ/HDND")


def names(article, *documents, story=True):
    """An article that cites these documents; by default a version of one story."""
    passages = (Passage(article, 0, 4, "Text"),)
    facts = tuple(Citation(document=document, passages=passages, rule="r") for document in documents)
    return Reading(Article(article, "Text", "ru", url=STORY if story else None), facts)


def documents(*readings):
    """Which articles cite one document: "ab c"."""
    cited = {}
    for fact in resolve(readings).facts:
        cited.setdefault(ident(fact.document), set()).add(fact.passages[0].article)
    return " ".join(sorted("".join(sorted(articles)) for articles in cited.values()))


@pytest.mark.parametrize(
    ("read", "found"),
    [
        # versions of one story
        ([names("a", BARE), names("b", BARE)], "ab"),
        ([names("a", BARE), names("b", DECREE)], "ab"),
        ([names("a", BARE), names("b", WHOLE)], "ab"),
        ([names("a", DECREE), names("b", WHOLE), names("c", CODED)], "abc"),
        ([names("a", CODED), names("b", CODED)], "ab"),
        # the version that tells more decides, though two documents of all articles fit
        ([names("a", BARE), names("b", WHOLE), names("c", EARLIER, story=False)], "ab c"),
        # another type, another code; two of them in one version: nothing tells which is which
        ([names("a", PLAN), names("b", BARE)], "a b"),
        ([names("a", CODED), names("b", OTHER_CODE)], "a b"),
        ([names("a", BARE, DECREE), names("b", BARE)], "a a b"),
        # versions that disagree
        ([names("a", WHOLE), names("b", EARLIER), names("c", BARE)], "a b c"),
        # articles of their own
        ([names("a", BARE, story=False), names("b", BARE, story=False)], "a b"),
        ([names("a", CODED, story=False), names("b", WHOLE, story=False)], "a b"),
        ([names("a", WHOLE, story=False), names("b", ELSEWHERE, story=False)], "a b"),
        ([names("a", WHOLE, story=False), names("b", EARLIER, story=False)], "a b"),
    ],
)
def test_what_versions_of_a_story_mean_by_a_number(read, found):
    assert documents(*read) == documents(*reversed(read)) == found


def test_a_bare_number_of_another_year_means_another_document():
    bare = Document("resolution", "27", place=LANG_SON, when="2021")
    undated = Document("resolution", "27-NQ/TU", place=LANG_SON)
    read = [names("a", WHOLE, story=False), names("b", undated, story=False), names("c", bare, story=False)]
    assert documents(*read) == "ab c"


def test_the_commonest_type_names_what_translators_call_otherwise():
    resolved = resolve([names("a", DECREE), names("b", BARE), names("c", BARE)])
    assert {fact.document.type for fact in resolved.facts} == {"resolution"}


def test_the_order_of_the_articles_does_not_matter():
    drawn = random.Random(5)
    choices = [WHOLE, EARLIER, ELSEWHERE, BARE, DECREE, PLAN, CODED, OTHER_CODE]
    read = [names(f"r{at}", *drawn.sample(choices, 2), story=drawn.random() < 0.5) for at in range(30)]
    expected = triples(resolve(read), DATA)
    for _ in range(3):
        drawn.shuffle(read)
        assert triples(resolve(read), DATA) == expected
