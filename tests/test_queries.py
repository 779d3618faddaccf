"""Saved queries: their rows on the sample graph from two engines, what they say of themselves, how values are bound."""

import json
import re
import shlex
from itertools import pairwise

import pytest
import rdflib
from answers import AFFAIRS, SAMPLE, needed
from hypothesis import given
from hypothesis import strategies as st
from narrowed import CASES, NARROWED, NARROWED_AFFAIRS
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import DataError, KgError
from kg.graph.store import opened
from kg.queries.ask import Form, ask, described, listed
from kg.queries.bind import insert
from kg.queries.layout import Paper, columns_wide, comma_separated, markdown, sparql_json, tab_separated, table, wrap
from kg.queries.run import Rows, run
from kg.queries.saved import TOKEN, WrongUsageError, names, read, saved

ID = "https://w3id.org/govkg/id/"
ROLE = "https://w3id.org/govkg/code/role/"


@pytest.fixture(scope="module")
def store():
    return opened(SAMPLE)


@pytest.fixture(scope="module")
def affairs():
    return opened(AFFAIRS)


def column(answer, name):
    place = answer.columns.index(name)
    return ["" if row[place] is None else row[place].value for row in answer.rows]


# ---------------------------------------------------------------- rows


@pytest.mark.parametrize(("name", "values", "told", "rows"), NARROWED)
def test_a_parameter_narrows_the_rows(name, values, told, rows, store):
    values = {**needed("sample", name), **values}
    if rows is KgError:
        with pytest.raises(KgError):
            run(saved(name), values, store)
    else:
        assert column(run(saved(name), values, store), told) == rows


@pytest.mark.parametrize(("name", "values", "told", "rows"), NARROWED_AFFAIRS)
def test_a_parameter_narrows_the_affairs(name, values, told, rows, affairs):
    assert column(run(saved(name), {**needed("affairs", name), **values}, affairs), told) == rows


def test_the_network_of_a_place_touches_its_bodies(store):
    triples = run(saved("network"), {"place": "Chế Tạo"}, store)
    edges = {(triple.subject.value, triple.object.value) for triple in triples if "Committee" not in str(triple.object)}
    people = {subject for subject, _ in edges if "/person/" in subject}
    assert people == {f"{ID}person/hang-a-ky_che-tao", f"{ID}person/trinh-xuan-truong_lao-cai"}


def test_every_parameter_of_every_query_is_tried():
    tried = {(name, parameter) for _, name, values in CASES for parameter in values}
    given = {(name, parameter) for name in names() for parameter in needed("sample", name)}
    assert tried | given == {(name, parameter.name) for name in names() for parameter in saved(name).parameters}


# ---------------------------------------------------------------- what the files say of themselves


@pytest.mark.parametrize("name", names())
def test_the_example_runs(name):
    words = shlex.split(saved(name).example)
    assert words[:3] == ["kg", "query", name]
    form = words[words.index("--format") + 1] if "--format" in words else None
    given = [word for flag, word in pairwise(words) if flag == "-p"]
    assert ask(name, given, SAMPLE, Form(form)).text


@pytest.mark.parametrize("name", names())
def test_parameters_stand_where_a_values_block_reaches_them(name):
    """Not inside a group of a group: SPARQL evaluates inner groups first, without the values of the outer one."""
    depth = 0
    for token in TOKEN.finditer(saved(name).text):
        depth += {"{": 1, "}": -1}.get(token["brace"], 0)
        assert depth <= 2 or not (token["variable"] or "").startswith("_")


def test_every_query_is_listed_under_its_tag_with_its_summary():
    lines = [line for line in listed().splitlines() if line.startswith("  ")]
    assert sorted(line.split()[0] for line in lines) == names()
    assert all(len(line.split(maxsplit=1)[1]) > 15 for line in lines)
    assert "appointments\n  appointments    Personnel acts, or who was appointed" in listed()


@pytest.mark.parametrize("name", names())
def test_a_header_is_yaml(name):
    """grlc reads it as YAML, where a colon or a hash between words means something."""
    values = [line.partition(": ")[2] for line in saved(name).text.splitlines() if line.startswith("#+ ")]
    assert [value for value in values if ": " in value or " #" in value] == []


@pytest.mark.parametrize("name", names())
def test_no_parameter_begins_with_another(name):
    """grlc replaces a parameter's variable as text: "?__to" would be found in "?__topic"."""
    variables = [parameter.variable for parameter in saved(name).parameters]
    assert [(one, two) for one in variables for two in variables if one != two and two.startswith(one)] == []


@pytest.mark.parametrize("name", names())
def test_a_parameter_stands_only_where_a_value_may_stand(name):
    """grlc writes the value in its place, so it is never selected, bound, grouped by or asked whether it is bound."""
    text = saved(name).text
    for parameter in saved(name).parameters:
        assert not re.search(rf"(BOUND\(|AS |GROUP BY[^\n]*|SELECT[^{{]*)\?{parameter.variable}\b", text)


def test_a_description_tells_parameters_columns_and_example():
    text = described("holders")
    assert text.startswith("holders: Who held a post on a date\n")
    assert "  date: the day, as 2025-11-05 (date; required)\n" in text
    assert "  lang: language of the labels (one of en, vi, id, ru, pl; default en)\n" in text
    assert "Columns: person, role, body, basis," in text
    assert text.endswith("Example: kg query holders -p date=2025-11-05 -p role=head\n")


HEADER = "#+ summary: s\n#+ description: d\n#+ tags: [t]\n#+ example: kg query x\n"
MALFORMED = [
    # the file, and what is said of it
    (HEADER + "#+ sumary: s\n", r"x\.rq:5: not a '#\+ key: value' line"),
    (HEADER + "#+ summary: again\n", r"x\.rq:5: not a '#\+ key: value' line"),
    (HEADER.replace("#+ example: kg query x\n", ""), r"x\.rq: needs a '#\+ example:' line"),
    (HEADER + "SELECT ?a WHERE { ?a ?b ?_c_iri }", r"x\.rq: parameter 'c' must be a variable and be described"),
    (HEADER + "#+ parameters:\n#+   - c: something\nSELECT ?a WHERE { ?a ?b ?c }", r"parameter 'c' must be a variable"),
    (
        HEADER + "#+ parameters:\n#+   - c: something\nSELECT ?a WHERE { ?a ?b ?_c_colour }",
        r"has type 'colour'; types: ",
    ),
]


@pytest.mark.parametrize(("text", "said"), MALFORMED)
def test_a_malformed_file_is_named_with_its_line(tmp_path, text, said):
    (tmp_path / "x.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        read(tmp_path / "x.rq")


# ---------------------------------------------------------------- binding


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_a_value(text):
    query = insert("SELECT ?_x WHERE { ?s ?p ?_x }", {"_x": Literal(text)})
    store = Store()
    subject = NamedNode("http://example.org/s")
    store.update("INSERT DATA { <http://example.org/s> <http://example.org/p> 'other' }")
    assert not list(store.query(query))
    for quad in store.quads_for_pattern(subject, None, None):
        store.add(type(quad)(subject, quad.predicate, Literal(text)))
    assert [row["_x"].value for row in store.query(query)] == [text]


HOSTILE = [
    '" } UNION { ?s ?p ?o } #',
    "x' ; DROP ALL",
    '"""',
    "\\",
    "<http://a> } #",
    "}",
    "?_place",
    "$x",
    "\n",
    "\u202e",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_rdflib_reads_a_hostile_value_as_a_value(text):
    bound = insert("SELECT ?s WHERE { ?s ?p ?_x . FILTER(?_x != '}') }", {"_x": Literal(text)})
    graph = rdflib.Graph().add((rdflib.URIRef("http://a"), rdflib.URIRef("http://b"), rdflib.Literal("x")))
    assert len(graph.query(bound)) == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_an_unknown_name(text, store):
    with pytest.raises(KgError, match="-p place: the graph has no "):
        run(saved("officials"), {"place": text}, store)


WHERES = [
    "SELECT ?a WHERE { ?a ?b ?c }",
    "SELECT ?a where\n{ ?a ?b ?c }",
    "# WHERE { \nSELECT ?a WHERE { ?a ?b ?c }",
    "PREFIX w: <http://where/{> SELECT ?a WHERE { ?a ?b ?c }".replace("{>", "#WHERE>"),
    "CONSTRUCT { ?a ?b 'WHERE {' } WHERE { ?a ?b ?c }",
    "CONSTRUCT { ?a ?b ?WHERE } WHERE { ?a ?b ?c }",
]


@pytest.mark.parametrize("text", WHERES)
def test_values_stand_at_the_head_of_the_outer_group(text):
    assert insert(text, {"c": Literal("v")}).endswith('{ VALUES ?c { "v" } ?a ?b ?c }')


USAGE = [
    # query, values, what is said
    (
        "officials",
        {"palce": "Lang Son"},
        "query officials has no parameter 'palce'; it knows: place, body, role, level,",
    ),
    ("holders", {}, "query holders needs -p date=… (the day, as 2025-11-05); try: kg query holders -p date=2025-11-05"),
    ("holders", {"date": "5.11.2025"}, "-p date=5.11.2025: not a date such as 2025-11-05"),
    ("holders", {"date": "2025-02-30"}, "-p date=2025-02-30: not a date such as 2025-11-05"),
    ("officials", {"status": "past"}, "-p status=past: not one of current, former"),
    ("officials", {"lang": "fr"}, "-p lang=fr: not one of en, vi, id, ru, pl"),
]


@pytest.mark.parametrize(("name", "values", "said"), USAGE)
def test_wrong_usage_says_what_is_right(name, values, said, store):
    with pytest.raises(WrongUsageError, match=f"^{re.escape(said)}"):
        run(saved(name), values, store)


def test_an_unknown_query_is_answered_with_the_known_ones():
    with pytest.raises(
        WrongUsageError, match="no query 'offcials'; did you mean officials\\? known: agenda, appointments"
    ):
        saved("offcials")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Lang Som", "-p place: the graph has no 'Lang Som'; close: Lang Son"),
        ("Atlantis", "-p place: the graph has no 'Atlantis'; known: "),
        (f"{ID}place/nowhere", f"-p place: the graph has no node {ID}place/nowhere"),
    ],
)
def test_an_unknown_place_is_answered_with_places(value, said, store):
    with pytest.raises(KgError, match=f"^{re.escape(said)}"):
        run(saved("officials"), {"place": value}, store)


# ---------------------------------------------------------------- layout

ROWS = Rows(
    ("name", "note"),
    (
        (NamedNode(f"{ROLE}chair"), Literal("Tỉnh ủy, 越南")),
        (None, Literal("a\x1b[31m\nb", language="en")),
        (Literal("7", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")), None),
    ),
)


def test_a_table_is_aligned_by_what_a_terminal_shows():
    assert table(ROWS) == (
        "name        note\n"
        "----------  -------------\n"
        "role:chair  Tỉnh ủy, 越南\n"
        "            a [31m b\n"
        "7\n"
    )  # fmt: skip


@pytest.mark.parametrize("width", [16, 22, 40, 79, 200])
def test_a_table_fits_the_terminal(width, store):
    text = table(run(saved("officials"), {}, store), Paper(width))
    assert max(map(columns_wide, text.splitlines())) <= width or "\n\n" in text
    squeezed = re.sub(r"\s", "", text)
    assert "Chế" in squeezed


def test_a_narrow_terminal_gets_a_block_for_each_row():
    rows = Rows(("one", "two", "three"), ((Literal("a" * 30), None, Literal("b" * 30)),))
    assert table(rows, Paper(20)) == f"one    {'a' * 30}\nthree  {'b' * 30}\n\n"
    assert table(Rows(rows.columns, ()), Paper(8)) == "one\ntwo\nthree\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])), st.integers(2, 30))
def test_wrapping_loses_nothing_but_spaces(text, width):
    lines = list(wrap(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns_wide(line) <= width for line in lines)


def test_a_table_without_a_terminal_wraps_prose_and_keeps_names_whole():
    rows = Rows(("words", "name"), ((Literal("one two three four"), NamedNode(f"{ROLE}permanent-deputy-secretary")),))
    assert table(rows, Paper(prose=10)).splitlines()[2:] == [
        "one two     role:permanent-deputy-secretary",
        "three four",
    ]


def test_notes_stand_under_their_row():
    rows = Rows(("a",), ((Literal("1"),), (Literal("2"),)))
    assert table(rows, notes=[["why 1"], ["why\n2", "and"]]) == "a\n-\n1\n    why 1\n2\n    why 2\n    and\n"
    narrow = Rows(("one", "two"), ((Literal("a" * 30), Literal("b" * 30)),))
    assert table(narrow, Paper(12), [["why"]]) == f"one  {'a' * 30}\ntwo  {'b' * 30}\n    why\n\n"


def test_right_to_left_words_and_marks_take_the_room_that_they_show():
    rows = Rows(
        ("a", "b"), ((Literal("لانغ سون\u200f"), Literal("x")), (Literal("Cao Ba\u0306\u0300ng"), Literal("y")))
    )
    first, second = table(rows).splitlines()[2:]
    assert first == "لانغ سون\u200f  x"
    assert second == "Cao Ba\u0306\u0300ng  y"


def test_what_would_turn_a_line_around_is_taken_out():
    assert "\u202e" not in table(Rows(("a",), ((Literal("Lao\u202eCai"),),)))


def test_tsv_writes_terms_as_turtle_does():
    assert tab_separated(ROWS) == (
        "?name\t?note\n"
        f'<{ROLE}chair>\t"Tỉnh ủy, 越南"\n'
        '\t"a\\u001B[31m\\nb"@en\n'
        '"7"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n'
    )


def test_markdown_escapes_its_own_signs():
    rows = Rows(("a|b",), ((Literal("x | *y*\n<b>"),),))
    assert markdown(rows) == "| a\\|b |\n| --- |\n| x \\| \\*y\\* \\<b\\> |\n"


def test_csv_and_json_keep_values_as_they_are():
    assert comma_separated(ROWS) == f'name,note\n{ROLE}chair,"Tỉnh ủy, 越南"\n,"a\x1b[31m\nb"\n7,\n'
    assert json.loads(sparql_json(ROWS)) == {
        "head": {"vars": ["name", "note"]},
        "results": {
            "bindings": [
                {
                    "name": {"type": "uri", "value": f"{ROLE}chair"},
                    "note": {"type": "literal", "value": "Tỉnh ủy, 越南"},
                },
                {"note": {"type": "literal", "value": "a\x1b[31m\nb", "xml:lang": "en"}},
                {"name": {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}},
            ]
        },
    }
