"""Whatever a caller types stays a value: no error but the clear one, no row that the restriction forbids."""

import random

import pytest
from answers import AFFAIRS, needed

from kg.errors import KgError
from kg.graph.store import opened
from kg.queries.bind import bind
from kg.queries.run import Rows, run
from kg.queries.saved import TOKEN, names, saved

ATTACKS = [
    '" } UNION { ?s ?p ?o } #',
    "x' } ; DROP ALL #",
    '"""',
    "\\",
    '\\" } #',
    "<http://a> } #",
    "<http://a/> } UNION { ?a ?b ?c } #",
    "http://a/> } UNION { ?a ?b ?c } #",
    "id:place/x> ?p ?o } #",
    "}",
    "?__place_iri",
    "$x",
    "\n} SELECT * { ?a ?b ?c",
    "\u202e\u0000\ufeff",
    "2025-01-01' || true || '",
    '2025-01-01"^^<http://www.w3.org/2001/XMLSchema#date> } #',
    "1 } #",
    "1e3",
    "current' || true",
    'current" ) } #',
    "UNDEF",
    "🏛" * 40,
    "a" * 10_000,
]
PARAMETERS = [(name, parameter.name) for name in names() for parameter in saved(name).parameters]
ALPHABET = "\"'\\<>{}()[]|^`#?$@;,.:=&*+-_/%~! \t\n\r\0\u200f\u202e\ufffdaeLSđạиЛ越🏛0123456789"
ROUNDS = 10_000


@pytest.fixture(scope="module")
def store():
    return opened(AFFAIRS)


def tried(store, name, parameter, value):
    """The rows of a query with such a value, or None if it was refused in a line that names the parameter."""
    try:
        answer = run(saved(name), {**needed("affairs", name), parameter: value}, store)
    except KgError as error:
        if not str(error).startswith(f"-p {parameter}"):
            raise
        return None
    return [tuple(map(str, row)) for row in (answer.rows if isinstance(answer, Rows) else answer)]


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_an_attack_is_refused_or_finds_nothing(name, parameter, store):
    for value in ATTACKS:
        rows = tried(store, name, parameter, value)
        assert not rows, value


@pytest.mark.parametrize("name", names())
def test_a_bound_query_is_the_query_and_values(name, store):
    """Binding adds VALUES blocks at the head of WHERE and changes nothing else."""
    query = saved(name)
    text = bind(query, needed("affairs", name), store)
    blocks = text[_head(query.text) : len(text) - len(query.text) + _head(query.text)]
    assert text.replace(blocks, "", 1) == query.text
    assert all(
        token["word"] == "VALUES" for token in TOKEN.finditer(blocks) if token["word"] and token["word"].isupper()
    )


def _head(text):
    return text.index("WHERE {") + len("WHERE {")


def test_random_values_are_refused_or_find_nothing(store):
    """Ten thousand values, through every parameter in turn; what is refused costs little, what is run must be empty."""
    choose = random.Random(20251105)
    ran = 0
    for number in range(ROUNDS):
        name, parameter = PARAMETERS[number % len(PARAMETERS)]
        value = "".join(choose.choices(ALPHABET, k=choose.randint(1, 24)))
        rows = tried(store, name, parameter, value)
        ran += rows is not None
        if rows and parameter in {"text", "least", "most"}:
            continue  # a number, or a letter that passages contain, may rightly find rows
        assert not rows, (name, parameter, value)
    assert ran  # the text of quotes is never refused
