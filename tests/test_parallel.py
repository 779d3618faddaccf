"""One event told in five languages: each individual is one node, namesakes are two; the articles are our own."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from kg import articles, facts
from kg.graph.iris import ident
from kg.model import Tenure
from kg.resolve import resolve

FOLDER = Path(__file__).parent / "parallel"
LANGUAGES = ("en", "id", "pl", "ru", "vi")
PEOPLE = json.loads((FOLDER / "identity.json").read_text(encoding="utf-8"))["people"]


@pytest.fixture(scope="module")
def resolved():
    return resolve([facts.read(article) for article in articles.read([FOLDER], pytest.fail)])


def nodes_in(resolved, article):
    """Whoever holds or held a post in an article: the IRI, the spellings there, the places of the posts."""
    found = {}
    for fact in resolved.facts:
        if isinstance(fact, Tenure) and any(passage.article == article for passage in fact.passages):
            spellings, places = found.setdefault(ident(fact.person), (set(), set()))
            spellings.update({spelling.text for spelling in fact.person.spellings})
            places.add(fact.body.place.name)
    return found


def node_of(person, nodes, place):
    bearers = [one for one, (spellings, _) in nodes.items() if spellings & set(person["mentions"])]
    if len(bearers) > 1:
        bearers = [one for one in bearers if place in nodes[one][1]]
    assert len(bearers) == 1, (person, nodes)
    return bearers[0]


PLACES = {"yen-chau": "Yên Châu", "chieng-hac": "Chiềng Hặc"}


def test_each_individual_is_one_node_and_namesakes_are_two(resolved):
    items = []
    for number, person in enumerate(PEOPLE):
        for article in (f"{story}.{language}" for story in person["stories"] for language in LANGUAGES):
            nodes = nodes_in(resolved, article)
            items.append((number, node_of(person, nodes, PLACES.get(person.get("place"))), article))
    for one, other in combinations(items, 2):
        assert (one[0] == other[0]) == (one[1] == other[1]), (one, other)
    assert len(items) == 55


def test_labels_have_diacritics(resolved):
    labels = {person.label for person in resolved.people.by_key.values()}
    assert labels == {person["mentions"][0] for person in PEOPLE}


ARTICLE = "Comrade {}, spoke first at the conference of the party committee.\n\nComrade {}, spoke after that.\n"
OF_THE_PROVINCE = "Vice Chairman of the Provincial People's Committee"
OF_HONG_THU = "Secretary of the Party Committee of Hong Thu commune, Lai Chau province"
OF_SIN_HO = "Chairman of the People's Committee of Sin Ho commune"


def people_told(folder, text):
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (article,) = articles.read([folder], pytest.fail)
    return {fact.person for fact in facts.read(article).facts if isinstance(fact, Tenure)}


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (f"Luong Van Ha, {OF_HONG_THU}", f"Luong Van Ha, {OF_SIN_HO}", 2),
        (f"Luong Van Ha, {OF_HONG_THU}", f"Luong Van Ha, {OF_THE_PROVINCE}", 2),
        (f"Luong Van Ha, {OF_HONG_THU}", f"Luong Van Ha, {OF_HONG_THU}", 1),
        (f"Luong Van Ha, {OF_HONG_THU}", "Luong Van Ha, Secretary of the Party Committee", 1),
        (f"Luong Van Ha, former {OF_HONG_THU}", f"Luong Van Ha, {OF_SIN_HO}", 1),
        (f"Luong Van Ha, {OF_THE_PROVINCE}, {OF_HONG_THU}", f"Luong Van Ha, {OF_HONG_THU}", 1),
        (f"Lường Văn Hà, {OF_HONG_THU}", f"Lường Văn Hạ, {OF_THE_PROVINCE}", 2),
        (f"Lường Văn Hà, {OF_HONG_THU}", f"Luong Van Ha, {OF_HONG_THU}", 1),
    ],
)
def test_namesakes_within_an_article(tmp_path, first, second, count):
    assert len(people_told(tmp_path, ARTICLE.format(first, second))) == count


def test_a_transfer_within_an_article_is_one_person(tmp_path):
    moved = f"Comrade Phung Ngoc Bach, {OF_HONG_THU}, was transferred to hold the position of {OF_SIN_HO}.\n\n"
    thanks = f"Comrade Phung Ngoc Bach, {OF_SIN_HO}, thanked the province for its trust.\n"
    assert len(people_told(tmp_path, moved + thanks)) == 1
