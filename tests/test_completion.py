"""Shell completion of kg query, asked as bash asks."""

from click.shell_completion import BashComplete

from kg.cli import main
from kg.queries.saved import names


def complete(line, monkeypatch):
    """What bash is offered for the last word of a line; a line that ends with a space begins a new word."""
    words = line.split(" ")
    monkeypatch.setenv("COMP_WORDS", line.rstrip())
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    return [item.partition(",")[2] for item in BashComplete(main, {}, "kg", "_KG_COMPLETE").complete().splitlines()]


def test_names_of_queries(monkeypatch):
    assert complete("kg query off", monkeypatch) == ["officials"]
    assert complete("kg query ", monkeypatch) == names()
    assert complete("kg query zz", monkeypatch) == []


def test_names_of_parameters(monkeypatch):
    assert complete("kg query officials -p ", monkeypatch) == ["place=", "body=", "role=", "level=", "status=", "lang="]
    assert complete("kg query officials -p l", monkeypatch) == ["level=", "lang="]
    assert complete("kg query nothing -p l", monkeypatch) == []


def test_values_from_a_list_and_codes(monkeypatch):
    assert complete("kg query officials -p status=", monkeypatch) == ["status=current", "status=former"]
    assert complete("kg query officials -p status=f", monkeypatch) == ["status=former"]
    assert complete("kg query officials -p level=co", monkeypatch) == ["level=commune"]
    assert complete("kg query officials -p place=L", monkeypatch) == []
    assert complete("kg query officials -p nothing=", monkeypatch) == []


def test_values_where_bash_has_cut_the_word_at_the_sign(monkeypatch):
    assert complete("kg query officials -p status =", monkeypatch) == ["current", "former"]
    assert complete("kg query officials -p status = f", monkeypatch) == ["former"]
    assert complete("kg query officials -p place = L", monkeypatch) == []


def test_options_are_completed_as_ever(monkeypatch):
    assert complete("kg query officials --des", monkeypatch) == ["--describe"]
    assert complete("kg query officials -p status = former --wh", monkeypatch) == ["--why"]
    assert complete("kg query officials --format ", monkeypatch) == ["table", "csv", "tsv", "json", "markdown", "ttl"]
