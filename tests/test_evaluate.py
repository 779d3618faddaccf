"""`kg evaluate`: the figures are those of score.py on any graph, and mistakes lead to the sentence and the rule."""

import json
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import score
from click.testing import CliRunner

from kg.cli import main
from kg.evaluation import Options, evaluate, gold
from kg.evaluation.found import found
from kg.evaluation.match import same
from kg.evaluation.quotes import quotes
from kg.evaluation.score import Figures, assign
from kg.evaluation.statements import statements
from kg.graph.read import triples
from kg.graph.terms import PREFIXES, iri
from kg.graph.write import write
from kg.pipeline import Options as BuildOptions
from kg.pipeline import build

GOLD = Path(__file__).parent / "gold"
SEEDS = GOLD / "seeds"


def run(*arguments):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


# ---------------------------------------------------------------- the same figures as score.py


@pytest.fixture(scope="module")
def whole_graph(tmp_path_factory):
    """The triples of all gold articles, in the order of the file."""
    path = tmp_path_factory.mktemp("whole") / "gold.ttl"
    build([GOLD], path, BuildOptions(), pytest.fail)
    return triples(path)


@pytest.fixture(scope="module")
def whole_figures(whole_graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "gold.ttl"
    write(whole_graph, path)
    return figures_of_kg(path, GOLD)["all all"]


def replaced(graph, change):
    return list(dict.fromkeys(change(triple) for triple in graph))


def intact(graph):
    return graph


def holes(graph):
    """Every ninth triple is lost."""
    return [triple for number, triple in enumerate(graph) if number % 9]


def wrong_values(graph):
    """One code for another, one number for another, in every third such triple."""
    others = {
        iri("role:secretary"): ox.NamedNode(iri("role:chair")),
        iri("part:chairs"): ox.NamedNode(iri("part:attends")),
        iri("gov:current"): ox.NamedNode(iri("gov:former")),
        iri("act:appointed"): ox.NamedNode(iri("act:elected")),
        iri("kind:people-committee"): ox.NamedNode(iri("kind:people-council")),
        "billion VND": ox.Literal("million VND"),
        "%": ox.Literal("people"),
    }
    changed = []
    for number, triple in enumerate(graph):
        other = others.get(triple.object.value) if number % 3 == 0 else None
        changed.append(ox.Triple(triple.subject, triple.predicate, other) if other else triple)
    return list(dict.fromkeys(changed))


def shifted_quotes(graph):
    """Every fourth passage begins where it does not, every fifth quotes other words."""

    def shift(numbered):
        number, triple = numbered
        if triple.predicate.value == iri("oa:start") and number % 4 == 0:
            return ox.Triple(triple.subject, triple.predicate, ox.Literal(int(triple.object.value) + 1))
        if triple.predicate.value == iri("oa:exact") and number % 5 == 0:
            return ox.Triple(triple.subject, triple.predicate, ox.Literal(triple.object.value + "."))
        return triple

    return [shift(numbered) for numbered in enumerate(graph)]


def merged_people(graph):
    """Neighbours among the people of a province are one node each time, with the names and posts of both."""
    people = [triple.subject for triple in graph if triple.object.value == iri("gov:Person")]
    people.sort(key=lambda person: person.value.rpartition("_")[::-1])
    home = {second: first for first, second in zip(people[::2], people[1::2], strict=False)}

    def merge(triple):
        return ox.Triple(
            home.get(triple.subject, triple.subject), triple.predicate, home.get(triple.object, triple.object)
        )

    return replaced(graph, merge)


def merged_documents(graph):
    """All documents of an issuer's series have the issuances of the first: several issuers, several dates."""
    documents = [triple.subject for triple in graph if triple.object.value == iri("gov:Document")]
    home = dict.fromkeys(documents[::2], documents[0])

    def merge(triple):
        known = triple.predicate.value == iri("gov:document")
        return ox.Triple(triple.subject, triple.predicate, home.get(triple.object, triple.object)) if known else triple

    return replaced(graph, merge)


DAMAGES = (intact, holes, wrong_values, shifted_quotes, merged_people, merged_documents)


def figures_of_score(monkeypatch, capsys, graph, *folders):
    monkeypatch.setattr(sys, "argv", ["score.py", str(graph), *map(str, folders), "--json"])
    assert score.main() == 0
    return json.loads(capsys.readouterr().out)


def figures_of_kg(graph, *folders):
    shown = run(*folders, "--graph", graph, "--format", "json")
    assert shown.exit_code == 0
    return json.loads(shown.stdout)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_every_figure_is_that_of_score_py(damage, whole_graph, whole_figures, tmp_path, monkeypatch, capsys):
    path = tmp_path / "graph.ttl"
    write(damage(whole_graph), path)
    theirs = figures_of_score(monkeypatch, capsys, path, GOLD)
    ours = figures_of_kg(path, GOLD)
    assert {name: {key: ours[name].get(key) for key in row} for name, row in theirs.items()} == theirs
    assert (ours["all all"] != whole_figures) == (damage is not intact)


def test_seeds_have_the_figures_of_score_py_without_a_graph_at_hand(seeds_graph, monkeypatch, capsys):
    theirs = figures_of_score(monkeypatch, capsys, seeds_graph, SEEDS)
    shown = run(SEEDS, "--format", "json")
    ours = json.loads(shown.stdout)
    assert {name: {key: ours[name].get(key) for key in row} for name, row in theirs.items()} == theirs


# ---------------------------------------------------------------- scoring, piece by piece


def test_assignment_moves_an_earlier_choice_to_make_room():
    fitting = {(0, "a"), (0, "b"), (1, "a")}
    assert assign([0, 1], ["a", "b"], lambda gold, fact: (gold, fact) in fitting) == {0: 1, 1: 0}


def test_assignment_leaves_out_what_fits_nowhere():
    assert assign([0, 1], ["a"], lambda gold, _: gold == 1) == {1: 0}


def test_figures_of_nothing_are_whole():
    assert (Figures().precision, Figures().recall, Figures().f1) == (1.0, 1.0, 1.0)


def test_figures_of_nothing_right_are_zero():
    assert Figures(wrong=2, missed=3).f1 == 0.0


def test_figures_are_rounded():
    figures = Figures(hits=2, wrong=1, missed=0)
    assert (figures.precision, figures.recall, figures.f1) == (0.6667, 1.0, 0.8)


PREFIXED = "".join(f"@prefix {prefix}: <{whole}> .\n" for prefix, whole in PREFIXES.items())
TEXT = "Ibu Doan Thu Ha, ketua Komite Rakyat Provinsi Lang Son, menghadiri rapat.\n"
CHAIR = {
    "t": "holds",
    "person": ["Doan Thu Ha"],
    "role": "chair",
    "body": {"body": "people-committee", "level": "province", "place": "Lang Son"},
}
GRAPH = """
<a> a gov:Article ; dct:identifier "one" .
<p> a gov:Passage ; gov:inArticle <a> ; oa:start 0 ; oa:end 54 ; oa:exact "%s" .
<x> a gov:Person ; rdfs:label "Đoàn Thu Hà" .
<ls> a gov:Place ; gov:name "Lạng Sơn" .
<b> a gov:Body ; org:classification kind:people-committee ; gov:level level:province ; gov:jurisdiction <ls> .
<t> a gov:Tenure ; org:member <x> ; org:organization <b> ; org:role role:chair ; gov:status gov:current ;
  gov:rule "title-after-name" ; prov:wasDerivedFrom <p> .
"""


@pytest.fixture
def folder(tmp_path):
    """Writes a gold folder of one article, and gives its path."""

    def make(facts, text=TEXT):
        home = tmp_path / "gold"
        home.mkdir(exist_ok=True)
        (home / "one.txt").write_text(text, encoding="utf-8")
        (home / "one.json").write_text(json.dumps({"id": "one", "lang": "id", "facts": facts}), encoding="utf-8")
        return home

    return make


@pytest.fixture
def graph_file(tmp_path):
    """Writes a graph of one tenure, changed as told, and gives its path."""

    def make(old="", new=""):
        path = tmp_path / "graph.ttl"
        turtle = GRAPH % TEXT[:54]
        assert old in turtle
        path.write_text("@base <https://example.org/> .\n" + PREFIXED + turtle.replace(old, new), encoding="utf-8")
        return path

    return make


def counts(folder, graph):
    told = evaluate([folder], Options(graph=graph), pytest.fail).figures["all", "all"]
    return told.hits, told.wrong, told.missed, told.silent


def test_a_fact_told_right_is_a_hit(folder, graph_file):
    assert counts(folder([CHAIR]), graph_file()) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role:chair", "role:secretary"),
        ("gov:current", "gov:former"),
        ("level:province", "level:commune"),
        ("kind:people-committee", "kind:people-council"),
        ('"Lạng Sơn"', '"Cao Bằng"'),
    ],
)
def test_a_fact_with_one_wrong_value_is_wrong_and_missed_but_not_silent(folder, graph_file, old, new):
    assert counts(folder([CHAIR]), graph_file(old, new)) == (0, 1, 1, 0)


def test_a_fact_of_somebody_else_is_wrong_and_the_missed_one_silent(folder, graph_file):
    facts = [{**CHAIR, "person": ["Trinh Van Quyet"]}]
    assert counts(folder(facts), graph_file()) == (0, 1, 1, 1)


def test_a_quote_that_is_not_in_the_text_is_no_evidence(folder, graph_file):
    assert counts(folder([CHAIR]), graph_file("oa:start 0", "oa:start 1")) == (0, 0, 1, 1)


def test_an_optional_fact_counts_neither_way(folder, graph_file):
    assert counts(folder([{**CHAIR, "optional": True}]), graph_file()) == (0, 0, 0, 0)


def test_the_field_counts_where_gold_tells_one_of_the_closed_list(folder, graph_file):
    finance = {**CHAIR["body"], "field": "finance"}
    fishing = {**CHAIR["body"], "field": "fishing"}
    assert counts(folder([{**CHAIR, "body": finance}]), graph_file()) == (0, 1, 1, 0)
    assert counts(folder([{**CHAIR, "body": fishing}]), graph_file()) == (1, 0, 0, 0)


def test_where_gold_leaves_the_place_open_the_text_must_name_it(folder, graph_file):
    nowhere = {**CHAIR, "body": {**CHAIR["body"], "place": None}}
    assert counts(folder([nowhere]), graph_file()) == (1, 0, 0, 0)
    assert counts(folder([nowhere]), graph_file('"Lạng Sơn"', '"Cao Bằng"')) == (0, 1, 1, 0)


def test_types_that_are_not_scored_are_left_aside(folder, graph_file):
    assert counts(folder([CHAIR, {"t": "weather", "rain": True}]), graph_file()) == (1, 0, 0, 0)


def test_found_facts_and_gold_of_different_types_never_match(folder, graph_file):
    (article,) = gold.read([folder([CHAIR])])
    graph = statements(triples(graph_file()))
    stated = found(graph, quotes(graph, {article.id: article.text}))
    (tenure,) = stated["one"]["holds"]
    assert same(article.facts[0], tenure, article.text)
    assert not same(gold.Gold("reviews", {"t": "reviews", "quote": "ketua"}), tenure, article.text)


# ---------------------------------------------------------------- what the command tells


def test_table_has_a_row_for_each_language_and_type(seeds_graph):
    shown = run(SEEDS, "--graph", seeds_graph)
    rows = [line.split()[:2] for line in shown.stdout.splitlines()]
    assert ["all", "all"] in rows
    assert ["ru", "holds"] in rows
    assert ["pl", "reviews"] in rows


def test_table_tells_how_many_passages_are_exact(folder, graph_file):
    shown = run(folder([CHAIR]), "--graph", graph_file("oa:start 0", "oa:start 1"))
    assert "passages that quote their article exactly: 0 of 1" in shown.stdout


def test_errors_give_sentence_and_rule(folder, graph_file):
    shown = run(folder([CHAIR]), "--graph", graph_file("role:chair", "role:secretary"), "--errors")
    sentence = TEXT.strip()
    assert shown.stdout.endswith(
        "\none  wrong  holds: Đoàn Thu Hà · secretary · people-committee province Lạng Sơn  (title-after-name)\n"
        f"    {sentence}\n"
        "\none  missed  holds: Doan Thu Ha · chair · people-committee province Lang Son\n"
        f"    {sentence}\n"
    )


def test_errors_tell_what_has_no_evidence(folder, graph_file):
    shown = run(folder([CHAIR]), "--graph", graph_file('"Đoàn Thu Hà"', '"Đoàn Tú Hà"'), "--errors")
    assert "one  no evidence  holds: Đoàn Tú Hà · chair" in shown.stdout


def test_a_missed_fact_that_no_sentence_names_says_so(folder, graph_file):
    number = {"t": "document", "number": "18-NQ/TW", "type": "resolution"}
    shown = run(folder([CHAIR, number]), "--graph", graph_file(), "--errors")
    assert "missed  document: 18-NQ/TW · resolution\n    no sentence names it\n" in shown.stdout


def test_abstentions_give_the_words_of_sentences_without_a_fact(folder, graph_file):
    idle = "Ketua Komite Rakyat Provinsi tidak hadir karena sakit pada hari itu."
    home = folder([CHAIR], TEXT + idle + "\nCuaca hari itu cerah dan laut sangat tenang di mana-mana.\n")
    shown = run(home, "--graph", graph_file(), "--abstentions", "--format", "json")
    assert json.loads(shown.stdout)["abstentions"] == [
        {
            "article": "one",
            "language": "id",
            "sentence": idle,
            "titles": ["Ketua Komite Rakyat Provinsi"],
            "bodies": [],
            "names": [],
        }
    ]
    assert (
        f"one\n    [Ketua Komite Rakyat Provinsi]\n        {idle}\n"
        in run(home, "--graph", graph_file(), "--abstentions").stdout
    )


# ---------------------------------------------------------------- bad input


def test_a_folder_without_gold_is_refused(tmp_path):
    shown = run(tmp_path)
    assert shown.exit_code == 1
    assert "no gold files; each is NAME.json beside NAME.txt" in shown.stderr


def test_a_gold_file_that_is_no_json_is_named(folder):
    home = folder([])
    (home / "one.json").write_text("{", encoding="utf-8")
    shown = run(home)
    assert shown.exit_code == 1
    assert "one.json: not JSON" in shown.stderr


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([CHAIR, {"person": ["A"]}], "fact 2: it needs a type t"),
        ([{"t": "holds", "person": ["A"], "role": "chair"}], "fact 1: a 'holds' fact needs body"),
        ([{**CHAIR, "person": []}], "fact 1: a 'holds' fact needs person"),
    ],
)
def test_a_malformed_fact_is_named(folder, facts, said):
    shown = run(folder(facts))
    assert shown.exit_code == 1
    assert f"one.json: {said}" in shown.stderr


def test_gold_without_its_head_is_refused(folder):
    home = folder([])
    (home / "one.json").write_text('{"facts": []}', encoding="utf-8")
    assert "one.json: a gold file is" in run(home).stderr


def test_two_gold_files_of_one_name_are_refused(folder):
    home = folder([CHAIR])
    other = home / "other"
    other.mkdir()
    (other / "one.txt").write_text("Teks lain.\n", encoding="utf-8")
    (other / "one.json").write_text('{"lang": "id", "facts": []}', encoding="utf-8")
    assert "another gold file is called one too" in run(home).stderr


def test_an_article_that_cannot_be_read_is_named_and_its_facts_are_missed(folder):
    shown = run(folder([CHAIR], "天气很好。\n"), "--format", "json")
    assert shown.exit_code == 3
    assert "skipped: " in shown.stderr
    assert json.loads(shown.stdout)["type holds"]["silent"] == 1


def test_a_value_that_is_no_number_is_named(folder, graph_file):
    measure = '<m> a gov:Measure ; gov:value "much" ; gov:unit "%" ; gov:ofTarget <x> . <t>'
    shown = run(folder([CHAIR]), "--graph", graph_file("<t>", measure))
    assert shown.exit_code == 1
    assert "gov:value 'much' is no number" in shown.stderr


def test_no_folder_is_wrong_usage():
    assert run().exit_code == 2
