"""Saved queries: their rows on the sample graph from two engines, what they say of themselves, how values are bound."""

import json
import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import DataError, KgError
from kg.graph.store import opened
from kg.queries.ask import ask, described, listed
from kg.queries.bind import bind, insert
from kg.queries.layout import columns_wide, comma_separated, sparql_json, table, turtle, wrap
from kg.queries.run import Rows, run
from kg.queries.saved import TOKEN, WrongUsageError, names, read, saved

DATA = Path(__file__).parent / "data"
SAMPLE = DATA / "sample.ttl"
ID = "https://w3id.org/govkg/id/"
ROLE = "https://w3id.org/govkg/code/role/"

# Values for the parameters that must be given, for the rows of tests/data/answers/NAME.csv.
NEEDED = {
    "evidence": {"fact": "18-NQ/TW"},
    "holders": {"date": "2025-11-05"},
    "person": {"person": "Hoang Van Mau"},
}
HEAD = "id:tenure/dinh-duc-trinh_lang-son_head_province-lang-son_party-committee-office_current_2025-2030"

# query, values, a column, and what stands in it
NARROWED = [
    ("appointments", {"person": "Hoang Van Mau"}, "act", ["appointed"]),
    ("appointments", {"person": "Doan Thu Ha"}, "act", []),
    ("appointments", {"place": "Xã Lộc Bình"}, "person", ["Hoang Van Mau"]),  # the post given up
    ("appointments", {"place": "Cao Bằng"}, "person", []),
    ("appointments", {"body": "Văn phòng Tỉnh ủy Lạng Sơn"}, "role", ["head"]),
    ("appointments", {"body": "Tỉnh ủy Lạng Sơn"}, "role", []),
    ("appointments", {"act": "appointed"}, "date", ["2025-11-03"]),
    ("appointments", {"lang": "vi"}, "act", ["bổ nhiệm"]),
    ("articles", {"language": "ru"}, "article", ["001_7d3e6099bcdf4a18"]),
    ("articles", {"language": "vi"}, "article", []),
    ("bodies", {"place": "Lào Cai"}, "place", ["Chế Tạo", "Lào Cai", "Lào Cai"]),
    ("bodies", {"place": "Che Tao"}, "body", ["Party Committee of Chế Tạo Commune"]),
    ("bodies", {"kind": "department"}, "body", ["Lạng Sơn Department of Finance"]),
    ("bodies", {"level": "central"}, "body", ["Party Central Committee"]),
    ("bodies", {"parent": "Cao Bằng Provincial Party Committee"}, "kind", ["party executive committee"]),
    ("bodies", {"kind": "working-group", "lang": "ru"}, "body", ["Рабочая группа № 4"]),
    ("citations", {"article": "001_7d3e6099bcdf4a18"}, "number", ["176-TB/VPTU", "2583-QD/TU"]),
    ("citations", {"document": "18-nq/tw"}, "start", ["765", "1539"]),
    ("citations", {"document": "18-NQ/TW", "article": "extra"}, "start", []),
    ("citations", {"document": "5-CT/TU", "lang": "pl"}, "document", ["Dyrektywa 5-CT/TU"]),
    ("contradictions", {"lang": "id"}, "about",
     ["Keputusan 2583-QD/TU", "Kepala, Kantor Komite Partai Provinsi Lạng Sơn"]),
    ("documents", {"issuer": "Central Committee of nobody"}, "number", KgError),
    ("documents", {"issuer": "Party Central Committee"}, "number", ["18-NQ/TW"]),
    ("documents", {"place": "Lang Son"}, "number", ["176-TB/VPTU", "2583-QD/TU", "2583-QD/TU", "2701-QD/TU"]),
    ("documents", {"place": "Lộc Bình"}, "number", []),
    ("documents", {"type": "decision"}, "date", ["2025-08-11", "2025-08-12", ""]),
    ("documents", {"type": "уведомление", "lang": "ru"}, "label", ["Уведомление 176-TB/VPTU"]),
    ("evidence", {"fact": HEAD}, "article", ["extra-id"]),
    ("evidence", {"fact": "Доан Тху Ха"}, "quote", ["Доан Ту Ха", "Доан Тху Ха", "Doan Thu Ha"]),
    ("holders", {"date": "2025-10-31"}, "person", ["Dinh Duc Trinh", "Hoang Van Mau"]),  # head, and secretary
    ("holders", {"date": "2025-09-30"}, "role", ["head", "secretary"]),
    ("holders", {"date": "2025-10-31", "role": "secretary"}, "basis", ["stated"]),  # until October 2025: all of October
    ("holders", {"date": "2025-11-01", "role": "secretary"}, "basis", []),
    ("holders", {"date": "2025-07-01", "role": "secretary"}, "basis", ["stated"]),
    ("holders", {"date": "2025-06-30", "role": "secretary"}, "basis", []),
    ("holders", {"date": "2025-11-04"}, "basis", ["stated", "stated and attested"]),
    ("holders", {"date": "2025-11-05", "place": "Cao Bằng"}, "person", []),
    ("holders", {"date": "2025-11-05", "place": "Lạng Sơn"}, "person", ["Dinh Duc Trinh", "Hoang Van Mau"]),
    ("holders", {"date": "2025-11-06"}, "person", ["Dinh Duc Trinh"]),  # nothing attests the other any more
    ("holders", {"date": "2031-01-01"}, "person", []),
    ("holders", {"date": "2025-08-01", "body": "Party Committee of Lộc Bình Commune"}, "person", ["Hoang Van Mau"]),
    ("holders", {"date": "2025-11-06", "lang": "pl"}, "role", ["kierownik"]),
    ("instructions", {"giver": "Trinh Xuan Truong"}, "force", ["recommends", "requests"]),
    ("instructions", {"giver": "Tỉnh ủy Lạng Sơn"}, "what", ["carry out Decision No. 2701-QD/TU"]),
    ("instructions", {"to": "Working Group No. 4"}, "giver", ["Doan Thu Ha"]),
    ("instructions", {"concerns": "176-TB/VPTU"}, "to", ["партийные комитеты и власти коммун"]),
    ("instructions", {"force": "recommends"}, "to", ["komune"]),
    ("instructions", {"giver": "Doan Thu Ha", "lang": "en"}, "concerns", ["", "Notice 176-TB/VPTU"]),
    ("measures", {"indicator": "budget-revenue"}, "amount", ["69", "3312000000000"]),
    ("measures", {"indicator": "dochody budżetowe"}, "value", ["69", "3312"]),
    ("measures", {"place": "Lào Cai"}, "of", ["Chế Tạo", "Chế Tạo"]),
    ("measures", {"place": "Lạng Sơn"}, "of", []),
    ("measures", {"indicator": "population", "lang": "id"}, "indicator", ["populasi"]),
    ("meetings", {"place": "Chế Tạo"}, "participant", ["Trinh Xuan Truong", "Hang A Ky"]),
    ("meetings", {"place": "Việt Nam", "part": "reports"}, "participant", ["Hang A Ky"]),
    ("meetings", {"host": "Ban Thường vụ Tỉnh ủy Lạng Sơn"}, "part", ["attends", "speaks"]),
    ("meetings", {"participant": "Working Group No. 4"}, "part", ["attends", "concludes", "speaks", "speaks"]),
    ("meetings", {"participant": "Hang A Ky", "part": "chairs"}, "part", []),
    ("meetings", {"type": "congress"}, "participant", [""]),
    ("meetings", {"type": "congress", "lang": "vi"}, "meeting", ["Đại hội Đảng bộ tỉnh Cao Bằng"]),
    ("officials", {"place": "Lộc Bình"}, "person", ["Trinh Tien Dong", "Hoang Van Mau"]),
    ("officials", {"place": "Chế Tạo"}, "person", ["Hang A Ky"]),
    ("officials", {"place": "Lào Cai", "level": "province"}, "role", ["secretary", "chair"]),
    ("officials", {"body": "Tỉnh ủy Cao Bằng"}, "role",
     ["secretary", "permanent deputy secretary", "deputy secretary", "deputy secretary"]),
    ("officials", {"role": "chair", "place": "Cao Bang"}, "person", ["Le Hai Hoa", "Be Thanh Tinh"]),
    ("officials", {"role": "role:minister"}, "person", []),
    ("officials", {"status": "former"}, "person", ["Hoang Van Mau"]),
    ("officials", {"role": "chair", "lang": "ru"}, "role", ["председатель"] * 3),
    ("person", {"person": "Чинь Тиен Донг"}, "role", ["secretary"]),
    ("person", {"person": "Doan Thu Ha", "lang": "vi"}, "body", ["Tỉnh ủy Lạng Sơn"]),
    ("relations", {"document": "2583-QD/TU"}, "relation", ["amends"]),
    ("relations", {"document": "18-NQ/TW"}, "relation", []),
    ("relations", {"relation": "amends", "lang": "vi"}, "document", ["Quyết định 2701-QD/TU"]),
    ("relations", {"relation": "replaces"}, "document", []),
    ("reviews", {"place": "Lạng Sơn"}, "reviewed", ["Decision 2583-QD/TU"]),
    ("reviews", {"meeting": f"{ID}meeting/extra_conference-1"}, "outcome", ["assessed"]),
    ("reviews", {"reviewed": "18-NQ/TW"}, "kind", ["document"]),
    ("reviews", {"outcome": "approved"}, "reviewed", ["Regulaminu pracy Komitetu Wojewódzkiego Partii"]),
    ("reviews", {"outcome": "approved", "lang": "vi"}, "meeting", ["Hội nghị Ban Chấp hành Đảng bộ tỉnh Cao Bằng"]),
]  # fmt: skip
CASES = [(name, NEEDED.get(name, {})) for name in names()]
CASES += [(name, {**NEEDED.get(name, {}), **values}) for name, values, _, rows in NARROWED if rows is not KgError]
CASES += [("network", {"place": "Lào Cai"})]


@pytest.fixture(scope="module")
def store():
    return opened(SAMPLE)


@pytest.fixture(scope="module")
def graph():
    return rdflib.Graph().parse(SAMPLE)


def column(answer, name):
    place = answer.columns.index(name)
    return ["" if row[place] is None else row[place].value for row in answer.rows]


# ---------------------------------------------------------------- rows


@pytest.mark.parametrize("name", [name for name in names() if name != "network"])
def test_the_rows_on_the_sample_are_as_written(name, store):
    answer = run(saved(name), NEEDED.get(name, {}), store)
    assert comma_separated(answer) == (DATA / "answers" / f"{name}.csv").read_text(encoding="utf-8")


def test_the_network_of_the_sample_is_as_written(store):
    assert turtle(run(saved("network"), {}, store)) == (DATA / "answers" / "network.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "values", "told", "rows"), NARROWED)
def test_a_parameter_narrows_the_rows(name, values, told, rows, store):
    values = {**NEEDED.get(name, {}), **values}
    if rows is KgError:
        with pytest.raises(KgError):
            run(saved(name), values, store)
    else:
        assert column(run(saved(name), values, store), told) == rows


def test_the_network_of_a_place_touches_its_bodies(store):
    triples = run(saved("network"), {"place": "Chế Tạo"}, store)
    edges = {(triple.subject.value, triple.object.value) for triple in triples if "Committee" not in str(triple.object)}
    people = {subject for subject, _ in edges if "/person/" in subject}
    assert people == {f"{ID}person/hang-a-ky_che-tao", f"{ID}person/trinh-xuan-truong_lao-cai"}


def test_every_parameter_of_every_query_is_tried():
    tried = {(name, parameter) for name, values in CASES for parameter in values}
    assert tried == {(name, parameter.name) for name in names() for parameter in saved(name).parameters}


@pytest.mark.parametrize(("name", "values"), CASES)
def test_rdflib_gives_the_same_rows(name, values, store, graph):
    query = saved(name)
    answer, other = run(query, values, store), graph.query(bind(query, values, store))
    if not isinstance(answer, Rows):
        assert {tuple(map(str, triple)) for triple in answer} == {tuple(node.n3() for node in row) for row in other}
        return
    assert [str(variable) for variable in other.vars] == list(answer.columns)
    assert [tuple("" if cell is None else str(cell) for cell in row) for row in other] == [
        tuple("" if cell is None else cell.value for cell in row) for row in answer.rows
    ]


@pytest.mark.parametrize(("name", "values"), CASES)
def test_rows_are_distinct(name, values, store):
    answer = run(saved(name), values, store)
    rows = answer.rows if isinstance(answer, Rows) else answer
    assert len(set(map(str, rows))) == len(rows)


# ---------------------------------------------------------------- what the files say of themselves


@pytest.mark.parametrize("name", names())
def test_declared_columns_are_the_columns(name, store):
    answer = run(saved(name), NEEDED.get(name, {}), store)
    assert saved(name).columns == (answer.columns if isinstance(answer, Rows) else ())


@pytest.mark.parametrize("name", names())
def test_the_example_runs(name):
    words = shlex.split(saved(name).example)
    assert words[:3] == ["kg", "query", name]
    form = words[words.index("--format") + 1] if "--format" in words else None
    given = [word for flag, word in pairwise(words) if flag == "-p"]
    assert not ask(name, given, SAMPLE, form, None).empty


@pytest.mark.parametrize("name", names())
def test_parameters_stand_where_a_values_block_reaches_them(name):
    """Not inside a group of a group: SPARQL evaluates inner groups first, without the values of the outer one."""
    depth = 0
    for token in TOKEN.finditer(saved(name).text):
        depth += {"{": 1, "}": -1}.get(token["brace"], 0)
        assert depth <= 2 or not (token["variable"] or "").startswith("_")


def test_every_query_is_listed_with_its_summary():
    lines = listed().splitlines()
    assert [line.split()[0] for line in lines] == names()
    assert all(len(line.split("  ", 1)[1].strip()) > 15 for line in lines)


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
        WrongUsageError, match="no query 'offcials'; did you mean officials\\? known: appointments, articles"
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
    text = table(run(saved("officials"), {}, store), width)
    assert max(map(columns_wide, text.splitlines())) <= width or "\n\n" in text
    squeezed = re.sub(r"\s", "", text)
    assert "Chế" in squeezed


def test_a_narrow_terminal_gets_a_block_for_each_row():
    rows = Rows(("one", "two", "three"), ((Literal("a" * 30), None, Literal("b" * 30)),))
    assert table(rows, 20) == f"one    {'a' * 30}\nthree  {'b' * 30}\n\n"
    assert table(Rows(rows.columns, ()), 8) == "one\ntwo\nthree\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])), st.integers(2, 30))
def test_wrapping_loses_nothing_but_spaces(text, width):
    lines = list(wrap(text, width))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns_wide(line) <= width for line in lines)


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
