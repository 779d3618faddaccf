"""People's decisions: the table, the command that records them, and that every build and merge honours them."""

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.decisions import table
from kg.errors import KgError
from kg.graph.nodes import nodes
from kg.graph.read import triples
from kg.model import Decision, Verdict

ARTICLES = {
    "a": """Lang Son reviews its budget

On 3 November, Comrade Nguyen Van An, Chairman of the People's Committee of Lang Son Province, chaired a conference.

Comrade Tran Thi Hoa, Deputy Secretary of the Party Committee of Cao Loc Commune, Lang Son Province, spoke there.

Source: https://baolangson.vn/a-1.html
""",
    "b": """Lang Son opens a road

On 5 November, Comrade Nguyen Van An, Chairman of the People's Committee of Lang Son Province, visited the hospital.

Comrade Tran Thi Hoa, Head of the Department of Finance of Hue City, attended the ceremony.

Source: https://baolangson.vn/b-1.html
""",
}
COMMUNE = "person/tran-thi-hoa_lang-son-cao-loc"
HUE = "person/tran-thi-hoa_hue"
HEAD = "verdict\tleft\tright\treason\n"


def kg(*args, status=0):
    result = CliRunner().invoke(main, list(map(str, args)))
    assert result.exit_code == status, result.output
    assert "Traceback" not in result.output
    return result.output


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def build(news, tmp_path):
    """Builds the news as rows decide; what was said, and the graph's people with their tenures."""

    def run(*rows, status=0):
        (news / "decisions.tsv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return kg("build", news, "-o", tmp_path / "out.ttl", status=status), held(tmp_path / "out.ttl")

    return run


def held(graph):
    """Who holds a post where: the person and the body of each tenure, as references."""
    found = nodes(triples(graph))
    ends = [
        [found.values(tenure, name)[0].value for name in ("org:member", "org:organization")]
        for tenure in found.of_class("gov:Tenure")
    ]
    return sorted((person.partition("/id/")[2], body.partition("/body/")[2]) for person, body in ends)


WITHOUT = [
    ("person/nguyen-van-an_lang-son", "province-lang-son_people-committee"),
    (HUE, "province-hue_department_finance"),
    (COMMUNE, "commune-lang-son-cao-loc_party-committee"),
]


# ---------------------------------------------------------------- what decisions do


def test_a_table_without_rows_changes_nothing(build):
    said, people = build()
    assert said.startswith("2 articles, ")
    assert people == WITHOUT


def test_two_who_are_the_same_become_one_and_both_iris_hold(build, tmp_path):
    said, people = build(f"same\t{COMMUNE}\t{HUE}\tMoved in November.")
    assert said.startswith("2 articles, ")
    assert {person for person, body in people if "an" not in person.split("-")[2]} == {HUE}
    graph = (tmp_path / "out.ttl").read_text(encoding="utf-8")
    assert f"<https://w3id.org/govkg/id/{COMMUNE}> owl:sameAs <https://w3id.org/govkg/id/{HUE}>" in graph


def test_two_who_are_different_stay_apart_although_the_evidence_joins_them(build):
    an = "person/nguyen-van-an_lang-son"
    said, people = build(f"different\t{an}_a\t{an}_b\tFather and son.")
    assert said.startswith("2 articles, ")
    assert [person for person, _ in people if person.startswith(an)] == [f"{an}_a", f"{an}_b"]


def test_a_whole_iri_and_a_name_that_one_bears_will_do(build):
    _, people = build(f"same\thttps://w3id.org/govkg/id/{COMMUNE}\tNguyen Van An\tA pen name.")
    assert len({person for person, _ in people}) == 2


def test_unsure_changes_nothing(build):
    assert build(f"unsure\t{COMMUNE}\t{HUE}\tAsked the paper.")[1] == WITHOUT


def test_a_wrong_fact_stays_out(build, tmp_path):
    fact = "tenure/tran-thi-hoa_hue~head~province-hue_department_finance~current"
    _, people = build(f"wrong\t{fact}\t\tShe left in October.")
    assert people == [WITHOUT[0], WITHOUT[2]]
    assert kg("validate", tmp_path / "out.ttl", "--articles", tmp_path / "news").startswith("conforms: ")


def test_no_fact_rests_on_wrong_words(build, tmp_path):
    _, people = build("wrong\tb\tHead of the Department of Finance of Hue City\tThe paper corrected it.")
    assert people == [WITHOUT[0], WITHOUT[2]]
    assert "Department of Finance" not in without_readings((tmp_path / "out.ttl").read_text(encoding="utf-8"))


def without_readings(turtle):
    return "\n".join(line for line in turtle.splitlines() if "gov:reading" not in line and "gov:right" not in line)


def test_bodies_that_are_the_same_become_one(build):
    bodies = ("body/province-hue_department_finance", "body/province-lang-son_people-committee")
    _, people = build(f"same\t{bodies[0]}\t{bodies[1]}\tFor the test.")
    assert {body for _, body in people} == {WITHOUT[1][1], WITHOUT[2][1]}


# ---------------------------------------------------------------- rows that meet nothing, rows that cannot stand


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"same\t{COMMUNE}\tperson/nobody_hue\twhy", "no person person/nobody_hue is known"),
        (f"same\t{COMMUNE}\tLe Van Tam\twhy", "nobody is called Le Van Tam"),
        (f"same\tTran Thi Hoa\t{HUE}\twhy", f"Tran Thi Hoa is the name of 2: {HUE}, {COMMUNE}"),
        (f"same\t{COMMUNE}\tbody/province-hue_department_finance\twhy", "a person and a body cannot be same"),
        (
            "different\tbody/province-hue_department_finance\tbody/province-lang-son_people-committee\twhy",
            "a body is told by its IRI alone: only people can be told apart",
        ),
        ("wrong\ttenure/nobody\t\twhy", "no fact tenure/nobody is read"),
        ("wrong\tc\twords\twhy", "there is no article c"),
        ("wrong\tb\tHead of the Department of Health\twhy", "no fact of b rests on these words"),
    ],
)
def test_a_row_that_meets_nothing_is_reported_by_line_and_the_rest_is_built(build, news, row, said):
    told, people = build("# a comment", row, status=3)
    assert told.startswith(f"skipped: {news / 'decisions.tsv'}:3: {said}: correct the row or take it out\n2 articles")
    assert people == WITHOUT


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("left\tright\n", ":1: the first line must name the columns verdict, left, right, reason"),
        (HEAD + "equal\ta\tb\twhy\n", ":2: verdict 'equal' is none of same, different, unsure, wrong"),
        (HEAD + "\nsame\ta\tb\n", ":3: 3 columns, must be 4"),
        (HEAD + "same\ta\tb\t\n", ":2: reason is empty"),
        (HEAD + "same\ta\t\twhy\n", ":2: right is empty"),
        (HEAD + "wrong\t\tb\twhy\n", ":2: left is empty"),
        (HEAD + "same\ta\ta\twhy\n", ":2: left and right are one"),
        (HEAD + "same\ta\tb\twhy\ndifferent\tb\ta\twhy\n", ":3: says different where "),
        (b"\xff\xfe", ": is not UTF-8 text"),
    ],
)
def test_a_table_that_cannot_stand_is_refused_by_line_and_nothing_is_written(news, tmp_path, rows, said):
    path = tmp_path / "mine.tsv"
    path.write_bytes(rows if isinstance(rows, bytes) else rows.encode())
    (tmp_path / "out.ttl").write_text("# earlier\n")
    told = kg("build", news, "-o", tmp_path / "out.ttl", "--decisions", path, status=1)
    assert told.startswith(f"Error: {path}{said}")
    assert told.count("\n") == 1
    assert (tmp_path / "out.ttl").read_text() == "# earlier\n"


def test_a_table_that_is_not_there_is_named(news, tmp_path):
    assert "none.tsv: cannot be read: " in kg(
        "build", news, "-o", tmp_path / "o.ttl", "--decisions", tmp_path / "none.tsv", status=1
    )


# ---------------------------------------------------------------- graphs carry decisions


def test_graphs_built_apart_and_merged_keep_what_was_decided(news, build, tmp_path):
    an = "person/nguyen-van-an_lang-son"
    rows = [
        f"different\t{an}_a\t{an}_b\tFather and son.",
        f"same\t{COMMUNE}\t{HUE}\tMoved.",
        "wrong\tb\tvisited the hospital\tIt was a school.",
    ]
    build(*rows)
    for name in ARTICLES:
        table_ = ("--decisions", news / "decisions.tsv")
        kg("build", news / f"{name}.txt", "-o", tmp_path / f"{name}.ttl", *table_, status=3)
    said = kg("merge", tmp_path / "b.ttl", tmp_path / "a.ttl", "-o", tmp_path / "merged.ttl")
    assert said.startswith("2 articles, ")
    assert (tmp_path / "merged.ttl").read_bytes() == (tmp_path / "out.ttl").read_bytes()


def test_a_merge_takes_further_decisions_and_refuses_contrary_ones(build, tmp_path):
    build(f"same\t{COMMUNE}\t{HUE}\tMoved.")
    mine = tmp_path / "mine.tsv"
    mine.write_text(HEAD + f"different\t{HUE}\t{COMMUNE}\tNo.\n")
    merge = ("merge", tmp_path / "out.ttl", "-o", tmp_path / "merged.ttl", "--decisions", mine)
    assert f"{mine}:2: says different where a graph says same" in kg(*merge, status=1)
    mine.write_text(HEAD + f"same\t{HUE}\tNguyen Van An\tA pen name.\n")
    kg(*merge)
    assert len({person for person, _ in held(tmp_path / "merged.ttl")}) == 1


def test_a_difference_that_a_chain_of_others_denies_is_reported(build, news):
    an = "person/nguyen-van-an_lang-son"
    rows = (f"same\t{an}\t{HUE}\twhy", f"same\t{an}\t{COMMUNE}\twhy", f"different\t{HUE}\t{COMMUNE}\twhy")
    said, _ = build(*rows, status=3)
    assert f"{news / 'decisions.tsv'}:4: other rows, one after another, say that the two are the same" in said


# ---------------------------------------------------------------- recording


def test_decide_begins_a_table_and_adds_to_it(tmp_path):
    path = tmp_path / "decisions.tsv"
    left = f"https://w3id.org/govkg/id/{HUE}"
    for _ in range(2):
        said = kg("decide", "same", left, COMMUNE, "--reason", "Moved\nin  November.", "--decisions", path)
        assert said.startswith(f"{path}: ")
    kg("decide", "wrong", "b", "visited the hospital", "--reason", "A school.", "--decisions", path)
    assert [row.decision for row in table.read([path])] == [
        Decision(Verdict.SAME, HUE, COMMUNE, "Moved in November."),
        Decision(Verdict.WRONG, "b", "visited the hospital", "A school."),
    ]
    assert path.read_text(encoding="utf-8").startswith(HEAD)


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("maybe", "a", "b", "--reason", "why"), 2, "'maybe' is not one of"),
        (("same", "a", "b"), 2, "Missing option '--reason'"),
        (("same", "a", "--reason", "why"), 1, "right is empty: say whom a is same as"),
        (("same", "a", "b", "--reason", " "), 1, "reason is empty"),
        (("different", HUE, COMMUNE, "--reason", "why"), 1, "the new decision: says different where "),
        (("wrong", "a", "one\tword", "--reason", "why"), 1, "a decision is one line without tabs"),
    ],
)
def test_a_decision_that_cannot_stand_is_not_recorded(tmp_path, args, status, said):
    path = tmp_path / "decisions.tsv"
    path.write_text(HEAD + f"same\t{HUE}\t{COMMUNE}\tMoved.", encoding="utf-8")
    before = path.read_bytes()
    assert said in kg("decide", *args, "--decisions", path, status=status)
    assert path.read_bytes() == before


def test_a_table_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(KgError, match="there is no folder"):
        table.record(Decision(Verdict.SAME, "a", "b", "why"), tmp_path / "none" / "decisions.tsv")


# ---------------------------------------------------------------- what is open


NAMESAKES = {
    "a": "Comrade Chu Quy Khoan, Chairman of the People's Committee of Cao Loc Commune, Lang Son Province, chaired a "
    "conference.\n\nSource: https://baolangson.vn/a-1.html\n",
    "b": "Comrade Chu Quy Khoan, Deputy Director of the Department of Finance of Lang Son Province, attended a "
    "conference.\n\nSource: https://baolangson.vn/b-1.html\n",
}


@pytest.fixture
def namesakes(tmp_path):
    folder = tmp_path / "namesakes"
    folder.mkdir()
    for name, text in NAMESAKES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_candidates_lists_open_pairs_with_their_evidence_until_somebody_decides(namesakes, tmp_path):
    header, row = kg("candidates", namesakes).splitlines()
    left, name, right, other, supporting, _ = row.split("\t")
    assert header.split("\t") == ["left", "leftName", "right", "rightName", "for", "against"]
    assert (name, other) == ("Chu Quy Khoan", "Chu Quy Khoan")
    assert "same-province" in supporting
    kg("build", namesakes, "-o", tmp_path / "out.ttl")
    assert kg("candidates", tmp_path / "out.ttl", "--limit", "5").splitlines() == [header, row]
    kg("decide", "unsure", right, left, "--reason", "Asked the paper.", "--decisions", tmp_path / "mine.tsv")
    assert kg("candidates", namesakes, "--decisions", tmp_path / "mine.tsv").splitlines() == [header]


def test_candidates_of_what_cannot_be_read_say_so(namesakes, tmp_path):
    assert "skipped: " in kg("candidates", namesakes, tmp_path / "none.txt", status=3)
    assert "no article could be read" in kg("candidates", tmp_path / "none.txt", status=1)
