"""With which values a saved query is tried on a graph, and what pyoxigraph answers."""

import shlex
from collections import Counter
from itertools import pairwise

from engines import cell, triple_of

from kg.errors import KgError
from kg.queries.bind import bind
from kg.queries.run import Rows, run


def example(query):
    """The values in a query's example call."""
    words = shlex.split(query.example)
    given = [word for option, word in pairwise(words) if option == "-p"]
    return dict(value.split("=", 1) for value in given)


def bindings(query, graph):
    """The values with which a query runs: none where none is required, those of its example if the graph has them."""
    if not any(parameter.required for parameter in query.parameters):
        yield {}
    try:
        bind(query, example(query), graph)
    except KgError:
        return
    yield example(query)


def expected(query, values, graph):
    answer = run(query, values, graph)
    if isinstance(answer, Rows):
        return Counter(tuple(cell(value) for value in row) for row in answer.rows)
    return Counter(triple_of(triple) for triple in answer)
