"""Values become RDF terms, and the terms a VALUES block at the head of the query's WHERE group.

So nothing that a caller types is ever read as SPARQL, every engine gets the same text, and a parameter that is left
out stays an unbound variable, which the saved queries read as "no restriction".
"""

from collections.abc import Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.errors import KgError
from kg.graph.store import Graph
from kg.graph.terms import iri
from kg.queries.lookup import AmbiguousNameError, UnknownNameError, resolve
from kg.queries.saved import TOKEN, Parameter, SavedQuery, WrongUsageError

Term = Literal | NamedNode


def bind(query: SavedQuery, values: Mapping[str, str], graph: Graph) -> str:
    """The query as SPARQL text with the values bound; names are looked up in the graph.

    WrongUsageError for an unknown or missing parameter or a value of the wrong type, KgError for a name that the graph
    does not know or knows several times.
    """
    given = {query.parameter(name): value for name, value in values.items()}
    for parameter in query.parameters:
        if parameter in given:
            continue
        if parameter.default is not None:
            given[parameter] = parameter.default
        elif parameter.required:
            needed = f"-p {parameter.name}=… ({parameter.help})"
            raise WrongUsageError(f"query {query.name} needs {needed}; try: {query.example}")
    terms = {parameter.variable: _term(parameter, value, graph) for parameter, value in given.items()}
    return insert(query.text, terms)


def insert(text: str, terms: Mapping[str, Term]) -> str:
    """The query with a VALUES block for each term, at the head of its WHERE group.

    >>> insert("SELECT ?s WHERE { ?s ?p ?_o }", {"_o": Literal("x } y")})
    'SELECT ?s WHERE { VALUES ?_o { "x } y" } ?s ?p ?_o }'
    """
    place = _where(text)
    blocks = "".join(f" VALUES ?{variable} {{ {term} }}" for variable, term in sorted(terms.items()))
    return text[:place] + blocks + text[place:]


def _where(text: str) -> int:
    """The position after the opening brace of the outermost WHERE group."""
    depth, opens = 0, False
    for token in TOKEN.finditer(text):
        if token["brace"] == "{":
            if opens:
                return token.end()
            depth += 1
        elif token["brace"]:
            depth -= 1
        elif token["word"]:
            opens = depth == 0 and token["word"].upper() == "WHERE"
    raise ValueError("a saved query writes its WHERE")


def _term(parameter: Parameter, value: str, graph: Graph) -> Term:
    if parameter.choices and value not in parameter.choices:
        raise _wrong(parameter, value, f"one of {', '.join(parameter.choices)}")
    if parameter.type == "iri":
        return NamedNode(_node(parameter, value, graph))
    if parameter.type == "date":
        return Literal(_date(parameter, value), datatype=NamedNode(iri("xsd:date")))
    if parameter.type == "integer":
        return Literal(_integer(parameter, value), datatype=NamedNode(iri("xsd:integer")))
    return Literal(value)


def _node(parameter: Parameter, value: str, graph: Graph) -> str:
    kinds = () if "node" in parameter.nodes else parameter.nodes
    try:
        return resolve(graph, value, kinds)
    except (UnknownNameError, AmbiguousNameError) as error:
        raise KgError(f"-p {parameter.name}: {error}") from None


def _date(parameter: Parameter, value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise _wrong(parameter, value, "a date such as 2025-11-05") from None
    return day.isoformat()


def _integer(parameter: Parameter, value: str) -> str:
    try:
        return str(int(value))
    except ValueError:
        raise _wrong(parameter, value, "a whole number such as 20") from None


def _wrong(parameter: Parameter, value: str, wanted: str) -> WrongUsageError:
    return WrongUsageError(f"-p {parameter.name}={value}: not {wanted}")
