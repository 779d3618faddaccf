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
