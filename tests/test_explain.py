"""`kg explain`: the work shown, and bad input."""

from click.testing import CliRunner

from kg.cli import main


def run(*words):
    return CliRunner().invoke(main, ["explain", *words])


def test_an_article_is_shown_with_mentions_facts_and_rules():
    shown = run("004_ce7c1f1e563d1f0d")
    assert shown.exit_code == 0
    assert "[person Hang A Ky]" in shown.output
    assert "[title Sekretaris Komite Partai Komune Che Tao]" in shown.output
    assert "holds: Hang A Ky · secretary · party-committee Chế Tạo  (title-after-name)" in shown.output


def test_a_file_is_explained_as_well(tmp_path):
    path = tmp_path / "note.txt"
    text = "Bapak Nguyen Van An, Ketua Komite Rakyat Provinsi Lang Son, memimpin konferensi tersebut pada hari ini."
    path.write_text(text + "\n", encoding="utf-8")
    shown = run(str(path))
    assert shown.exit_code == 0
    assert "holds: Nguyen Van An · chair · people-committee Lạng Sơn" in shown.output


def test_an_unknown_article_is_named_with_those_known():
    shown = run("no-such-article")
    assert shown.exit_code == 1
    assert "no article 'no-such-article'" in shown.output
    assert "000_44137d5852c6720c" in shown.output


def test_who_bears_a_name_is_told_with_the_evidence(tmp_path):
    for key, name in (("a", "Doan Thu Ha"), ("b", "Đoàn Thu Hà")):
        text = f"Bapak {name}, Ketua Komite Rakyat Provinsi Lang Son, memimpin konferensi tersebut pada hari ini."
        (tmp_path / f"{key}.txt").write_text(text, encoding="utf-8")
    shown = run("--person", "Доан Тху Ха", str(tmp_path))
    assert shown.exit_code == 0
    assert shown.output.splitlines() == [
        "1  Đoàn Thu Hà  person/doan-thu-ha_lang-son",
        "   a  “Doan Thu Ha”  chair · people-committee Lạng Sơn",
        "   b  “Đoàn Thu Hà”  chair · people-committee Lạng Sơn",
        "   joined by same-name: doan-thu-ha; same-post: chair · people-committee Lạng Sơn (a, b)",
        "",
    ]


def test_what_keeps_namesakes_apart_is_told_and_graph_files_are_read_too(tmp_path):
    for key, province in (("a", "Lang Son"), ("b", "Cao Bang")):
        text = (
            f"Bapak Doan Thu Ha, Ketua Komite Rakyat Provinsi {province}, memimpin konferensi tersebut pada hari ini."
        )
        (tmp_path / f"{key}.txt").write_text(text, encoding="utf-8")
    built = CliRunner().invoke(main, ["build", str(tmp_path / "b.txt"), "-o", str(tmp_path / "b.ttl")])
    assert built.exit_code == 0
    shown = run("--person", "doan thu ha", str(tmp_path / "a.txt"), str(tmp_path / "b.ttl"))
    assert shown.output.splitlines()[-3:] == [
        "1 and 2 are not joined",
        "   for: same-name: doan-thu-ha; rare-name: 0.2 officials to be expected",
        "   against: exclusive-posts: people-committee Cao Bằng / people-committee Lạng Sơn",
    ]


def test_what_cannot_be_explained_is_said_in_one_line(tmp_path):
    nobody = run("--person", "Nobody Here")
    assert nobody.exit_code == 1
    assert "nobody is called 'Nobody Here' in these inputs" in nobody.output
    assert run().exit_code == run("one", "two").exit_code == 2
    missing = run("--person", "Doan Thu Ha", str(tmp_path / "none.txt"))
    assert missing.exit_code == 1
    assert "none.txt" in missing.output


def test_an_article_given_as_text_and_in_a_graph_counts_once(tmp_path):
    path, graph = tmp_path / "a.txt", tmp_path / "a.ttl"
    text = "Bapak Doan Thu Ha, Ketua Komite Rakyat Provinsi Lang Son, memimpin konferensi tersebut pada hari ini."
    path.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, ["build", str(path), "-o", str(graph)]).exit_code == 0
    shown = run("--person", "Doan Thu Ha", str(path), str(graph))
    assert shown.output.splitlines() == [
        "1  Doan Thu Ha  person/doan-thu-ha_lang-son",
        "   a  “Doan Thu Ha”  chair · people-committee Lạng Sơn",
        "",
    ]
    path.write_text(text.replace("Lang Son", "Cao Bang"), encoding="utf-8")
    shown = run("--person", "Doan Thu Ha", str(path), str(graph))
    assert shown.exit_code == 1
    assert "article a has one text in a graph file and another here" in shown.output
