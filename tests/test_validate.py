"""A valid graph conforms; every single fault is refused with the line that says why."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from rdflib.namespace import SH

from kg.cli import main
from kg.errors import KgError
from kg.graph.nodes import first_lines, nodes, shown
from kg.graph.quotes import wrong_quotes
from kg.graph.read import triples
from kg.graph.shacl import rdflib_graph, shapes
from kg.graph.terms import PREFIXES
from kg.graph.validate import check
from kg.model import Article

DATA = Path(__file__).parent / "data"
VALID = DATA / "valid.ttl"
TEXTS = DATA / "valid"
HEAD = "\n".join(line for line in VALID.read_text(encoding="utf-8").splitlines() if line.startswith("@prefix"))
PERSON, BODY = "id-person:tran-van-an_quang-ha", "id-body:quang-ha_party-committee"
FINANCE, OFFICE = "id-body:quang-ha_department_finance", "id-body:quang-ha_party-committee-office"
DOCUMENT, OLDER = "id-document:quang-ha_12-nq-tu", "id-document:quang-ha_05-nq-tu"
MEETING, TARGET = "id-meeting:quang-ha_conference-1", "id-target:quang-ha_budget-revenue"
PASSAGE, MENTION = "id-passage:quang-ha_168-325", "id-passage:quang-ha_171-182"
ID = "https://w3id.org/govkg/id/"
DATASET = "<https://w3id.org/govkg/id/dataset>"


def parsed(statements):
    return [quad.triple for quad in ox.parse(f"{HEAD}\n{statements}", format=ox.RdfFormat.TURTLE)]


def written(path, graph):
    """The triples as a file; sorted, so that lines are the same in every run."""
    prefixes = dict(line.split()[1:3] for line in HEAD.splitlines())
    known = {name.rstrip(":"): stem.strip("<>") for name, stem in prefixes.items()}
    ordered = sorted(graph, key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))
    path.write_bytes(ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=known))
    return path


def changed(path, without, added):
    """The valid graph without some statements and with others."""
    valid, lost = triples(VALID), parsed(without)
    assert set(lost) <= set(valid), "the statements to leave out are not in the graph"
    return written(path, (set(valid) - set(lost)) | set(parsed(added)))


def own_triples(base):
    """The valid graph without its codes and its dataset node, which all copies share."""
    return [
        triple for triple in triples(VALID) if triple.subject.value.startswith(base) and str(triple.subject) != DATASET
    ]


def moved(triple, base):
    """The triple with its nodes under another base."""
    subject, value = (
        ox.NamedNode(node.value.replace(ID, base)) if isinstance(node, ox.NamedNode) else node
        for node in (triple.subject, triple.object)
    )
    return ox.Triple(subject, triple.predicate, value)


def run(*arguments):
    return CliRunner().invoke(main, ["validate", *map(str, arguments)])


# ---------------------------------------------------------------- what conforms


@pytest.mark.parametrize("name", ["valid.ttl", "sample.ttl"])
def test_a_valid_graph_conforms(name):
    result = run(DATA / name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("conforms: ")


def test_the_counts_are_those_of_the_graph():
    verdict = check(VALID)
    assert (verdict.faults, verdict.facts, verdict.passages) == ((), 11, 7)
    assert run(VALID).stdout == f"conforms: {verdict.triples} triples, 11 facts, 7 passages\n"


# ---------------------------------------------------------------- what does not


def rows(how):
    """Rows of data/faults.tsv: what is left out, what is added, words of the message."""
    table = [line.split("\t") for line in (DATA / "faults.tsv").read_text(encoding="utf-8").splitlines()]
    return [tuple(row[1:]) for row in table if row[0] == how]


FAULTS, OPTIONAL = rows("copy"), rows("fine")


@pytest.mark.parametrize(("without", "added", "words"), rows("whole"))
def test_a_fault_of_what_all_share_is_refused_with_the_reason(tmp_path, without, added, words):
    found = check(changed(tmp_path / "graph.ttl", without, added)).faults
    assert words in "\n".join(fault.message for fault in found)


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """All the cases checked in one run: a copy of the valid graph for each, under IRIs of its own."""
    cases = [*OPTIONAL, *(row[:2] for row in FAULTS)]
    graph = set(triples(VALID)) - set(own_triples(ID))
    for number, (without, added) in enumerate(cases):
        lost, base = set(parsed(without)), f"{ID}{number}/"
        assert lost <= set(triples(VALID)), f"not in the graph: {without}"
        graph |= {moved(triple, base) for triple in (*(set(own_triples(ID)) - lost), *parsed(added))}
    found = check(written(tmp_path_factory.mktemp("copies") / "graph.ttl", graph)).faults
    return [[fault.message for fault in found if f"<{ID}{number}/" in fault.node] for number in range(len(cases))]


@pytest.mark.parametrize("number", range(len(OPTIONAL)))
def test_what_is_optional_may_be_left_out_or_repeated(copies, number):
    assert copies[number] == []


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[words for *_, words in FAULTS])
def test_a_single_fault_is_refused_with_the_reason(copies, number):
    assert FAULTS[number][2] in "\n".join(copies[len(OPTIONAL) + number])


def test_faults_speak_in_the_words_of_the_shapes(copies):
    known = tuple(str(message) for message in shapes().objects(None, SH.message))
    strange = [m for found in copies for m in found if not m.startswith(known) and "is not in the ontology" not in m]
    assert strange == []


def test_a_fault_is_one_line_with_file_line_node_property_and_value(tmp_path):
    path = changed(tmp_path / "graph.ttl", "", f'{TARGET} gov:period "this year" .')
    number = next(n for n, line in enumerate(path.read_text().split("\n"), 1) if line.startswith(TARGET))
    iri = PREFIXES["gov"].replace("ontology#", "id/target/quang-ha_budget-revenue")
    assert run(path).stdout == (
        f"{path}:{number}: budget revenue <{iri}>: A period must be one EDTF date or interval, such as 2025 or "
        '2025-01/2025-09 (gov:period). Found: gov:period "this year".\n'
    )


def test_faults_are_counted_on_stderr_and_the_status_is_1(tmp_path):
    path = changed(tmp_path / "graph.ttl", "id-review:plan gov:outcome gov:approved .", f'{TARGET} gov:period "x" .')
    result = run(path)
    assert (result.exit_code, result.stderr) == (1, f"{path}: faults: 2\n")
    assert len(result.stdout.splitlines()) == 2


def test_a_fault_of_a_node_that_the_file_does_not_describe_has_no_line(tmp_path):
    path = changed(tmp_path / "graph.ttl", f"{DATASET} a void:Dataset .", "")
    assert f"{path}: dataset <http://rdfs.org/ns/void#Dataset>: A graph needs exactly one" in run(path).stdout


def test_codes_that_are_literals_are_told(tmp_path):
    path = changed(tmp_path / "graph.ttl", "", 'id-tenure:an_secretary org:role "secretary" .')
    assert f'{path}: "secretary": The graph must say that this code is an org:Role.' in run(path).stdout


def test_the_same_faults_are_found_for_any_order_of_statements(tmp_path):
    graph = [*triples(VALID), *parsed(f'{PASSAGE} dct:title "x" . {TARGET} gov:period "x" . {PERSON} gov:nick "y" .')]
    one, two = tmp_path / "one.ttl", tmp_path / "two.ttl"
    one.write_bytes(ox.serialize(graph, format=ox.RdfFormat.N_TRIPLES))
    two.write_bytes(ox.serialize(reversed(graph), format=ox.RdfFormat.N_TRIPLES))
    first, second = ({(fault.node, fault.message) for fault in check(path).faults} for path in (one, two))
    assert len(first) == 3
    assert first == second


# ---------------------------------------------------------------- files that cannot be read


BROKEN = [
    ("@prefix : <http://e/> .\n:a :b ;;; :c\n:d :e .\n", ":2: not Turtle: "),
    ("", "exactly one dataset node"),
    (b"\xff\xfe\x00", ":1: not Turtle: "),
    (
        "@prefix : <http://e/> .\n:a :b <<( :c :d :e )>> .\n",
        "a triple about a triple, which plain RDF 1.1 does not have",
    ),
]


@pytest.mark.parametrize(("content", "words"), BROKEN)
def test_what_is_no_graph_is_refused(tmp_path, content, words):
    path = tmp_path / "graph.ttl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = run(path)
    assert result.exit_code == 1
    assert words in result.output


def test_a_missing_file_says_what_to_do(tmp_path):
    result = run(tmp_path / "none.ttl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == f"Error: {tmp_path / 'none.ttl'}: no such graph; run 'kg build' to write the graph, or name another file\n"
    )


def test_a_folder_is_no_graph(tmp_path):
    with pytest.raises(KgError, match="cannot be read"):
        check(tmp_path)


def test_an_unknown_option_is_wrong_usage():
    assert run(VALID, "--article").exit_code == 2


# ---------------------------------------------------------------- quotes


def test_quotes_that_stand_in_the_articles_conform():
    result = run(VALID, "--articles", TEXTS)
    assert (result.exit_code, result.stderr) == (0, "")


def copied(folder, change):
    folder.mkdir()
    for path in TEXTS.iterdir():
        (folder / path.name).write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def test_a_text_that_moved_is_told_with_the_place_where_the_quote_stands(tmp_path):
    result = run(VALID, "--articles", copied(tmp_path / "moved", lambda text: f"! {text}"))
    assert result.exit_code == 1
    assert "The text given is not the text that was read (gov:textDigest differs)." in result.stdout
    assert 'The article has "n, Tran Van" at' not in result.stdout
    assert 'at 171-182, not the quote "Tran Van An"; the quote stands at 173-184.' in result.stdout


def test_words_that_are_not_in_the_article_are_told(tmp_path):
    path = changed(tmp_path / "graph.ttl", f'{MENTION} oa:exact "Tran Van An" .', f'{MENTION} oa:exact "Tran Van Em" .')
    assert run(path).exit_code == 0
    result = run(path, "--articles", TEXTS)
    assert result.exit_code == 1
    assert (
        'The article has "Tran Van An" at 171-182, not the quote "Tran Van Em"; the quote stands nowhere in it.'
        in result.stdout
    )


def test_an_article_that_is_not_given_is_told():
    result = run(VALID, "--articles", TEXTS / "quang-ha.txt")
    assert result.exit_code == 1
    assert "The article 'quang-ha-pl' is not among those given" in result.stdout


def test_articles_that_cannot_be_read_are_named_and_the_status_is_3(tmp_path):
    (tmp_path / "empty.txt").touch()
    result = run(VALID, "--articles", TEXTS, "--articles", tmp_path)
    assert result.exit_code == 3
    assert result.stdout.startswith("conforms: ")
    assert result.stderr.startswith("skipped: ")
    assert "empty.txt" in result.stderr


def test_offsets_count_code_points():
    text = "Tỉnh ủy 😀 họp."
    where = 'oa:exact "họp" ; oa:start 10 ; oa:end 13'
    passage = f"id-passage:p a gov:Passage ; gov:inArticle id-article:a ; {where} ."
    graph = nodes(parsed(f'id-article:a a gov:Article ; dct:identifier "a" ; gov:textDigest "" . {passage}'))
    found = [message for _, message in wrong_quotes(graph, [Article("a", text, "vi")])]
    assert found == ["The text given is not the text that was read (gov:textDigest differs)."]


# ---------------------------------------------------------------- parts


def test_first_lines_read_prefixes_escapes_and_whole_iris():
    head = "@prefix a: <http://a/> .\nPREFIX : <http://b/>\n"
    text = head + 'a:x\\,y a a:T ;\n\ta:p a:o .\n:z a:p "a" .\n<http://c/d> a:p :z .\na:x\\,y a:p 1 .\n'
    assert first_lines(text) == {"http://a/x,y": 3, "http://b/z": 5, "http://c/d": 6}


@pytest.mark.parametrize(
    ("text", "language", "datatype", "expected"),
    [
        ("two\nlines", None, None, '"two lines"'),
        ("x", "vi", None, '"x"@vi'),
        ("1", None, f"{PREFIXES['xsd']}integer", '"1"^^xsd:integer'),
        ("a" * 70, None, f"{PREFIXES['xsd']}string", f'"{"a" * 59}…"'),
    ],
)
def test_values_are_shown_on_one_short_line(text, language, datatype, expected):
    assert shown(text, language, datatype) == expected


def test_literals_keep_their_written_form_and_type():
    graph = rdflib_graph(
        parsed('id-article:a gov:value "01.50"^^xsd:decimal ; oa:end "7"^^xsd:nonNegativeInteger ; gov:rule "r" .')
    )
    literals = sorted(literal.n3() for literal in graph.objects())
    assert literals == [
        '"01.50"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        '"7"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
        '"r"',
    ]
