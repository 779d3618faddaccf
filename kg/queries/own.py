"""SPARQL that a user wrote: checked, run in a process of its own that can be stopped, and laid out.

The engine cannot be interrupted, so a query runs in a child process, which is killed when its time is over.
"""

import re
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, TypeVar

from pyoxigraph import QueryBoolean

from kg.errors import KgError
from kg.graph.store import in_memory, opened
from kg.graph.write import check_writable, write
from kg.queries.ask import Form, Page, check_form, laid_out
from kg.queries.run import Rows, answered
from kg.queries.saved import WrongUsageError

T = TypeVar("T")
# What is no keyword: comments, IRIs, strings of all four kinds, prefixed names, variables.
_WORDS: Final = re.compile(
    r'''\#[^\n]* | <[^<>"{}|^`\\\s]*>
      | """(?:"{0,2}(?:[^"\\]|\\.))*""" | \'\'\'(?:\'{0,2}(?:[^\'\\]|\\.))*\'\'\'
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | [?$]\w+ | [\w.-]*:[\w.%\\:-]* | @[A-Za-z-]+ | (?P<word>[A-Za-z]+)''',
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_PROLOGUE: Final = frozenset({"BASE", "PREFIX"})
# Words that reach out of the graph: to other servers, to files.
_OUTWARD: Final = frozenset({"SERVICE", "LOAD"})


def keywords(text: str) -> Iterator[str]:
    """The bare words of SPARQL text in capitals: none from strings, comments, IRIs, prefixed names or variables.

    >>> list(keywords('SELECT ?drop { ?drop ex:load "insert" } # clear'))
    ['SELECT']
    """
    for found in _WORDS.finditer(text):
        if found["word"]:
            yield found["word"].upper()


def own(text: str, graph: Path, form: Form, seconds: float) -> Page:
    """The answer to a user's query on a graph file.

    WrongUsageError for an update, a SERVICE or a format that does not fit; KgError for text that is no SPARQL, a graph
    that cannot be read, and a query that takes longer than the seconds.
    """
    words = list(keywords(text))
    if next((word for word in words if word not in _PROLOGUE), "") in _UPDATES:
        raise WrongUsageError("this is an update; the graph is only read unless --update names a file for the result")
    _check_inward(set(words))
    return _in_time(_answer, (text, graph, form), seconds)


def changed(text: str, graph: Path, output: Path, seconds: float) -> int:
    """Write the graph as an update of the user's leaves it, whole or not at all; the number of its triples.

    WrongUsageError for text that reaches out of the graph, KgError for the rest, as `own` has it.
    """
    _check_inward(set(keywords(text)))
    check_writable(output, "--update")
    return int(_in_time(_change, (text, graph, output), seconds).text)


def _check_inward(words: set[str]) -> None:
    outward = sorted(words & _OUTWARD)
    if outward:
        raise WrongUsageError(f"{outward[0]} reaches out of the graph, which is not allowed; load what you need first")


def _answer(text: str, graph: Path, form: Form) -> Page:
    whole = opened(graph)
    found = _said(lambda: whole.store.query(text))
    if isinstance(found, QueryBoolean):
        check_form(Form(why=form.why), "ASK", rows=not form.why)
        yes = str(bool(found)).lower()
        return Page(f'{{"head": {{}}, "boolean": {yes}}}\n' if form.format == "json" else f"{yes}\n", empty=False)
    answer = answered(found)
    check_form(form, "this query", rows=isinstance(answer, Rows))
    return laid_out(answer, whole, form)


def _change(text: str, graph: Path, output: Path) -> Page:
    store = in_memory(graph)
    _said(lambda: store.update(text))
    triples = [quad.triple for quad in store]
    write(triples, output)
    return Page(str(len(triples)), empty=False)


def _said(ask: Callable[[], T]) -> T:
    """What the engine answers; a KgError with its words where it finds no sense in the text."""
    try:
        return ask()
    except (SyntaxError, ValueError) as error:
        raise KgError(f"not SPARQL: {' '.join(str(error).split())}") from None


def _in_time(work: Callable[..., Page], given: tuple[object, ...], seconds: float) -> Page:
    """What the work gives, in a process of its own that is killed after the seconds; its KgError is raised here."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(theirs, work, given), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise KgError(f"stopped after {seconds:g} s; narrow the query, or give it more with --timeout")
        page = ours.recv()
    except EOFError:
        raise KgError("the query's process broke off; it may have run out of memory") from None
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(page, KgError):
        raise page
    return Page(page.text, page.empty)


def _work(pipe: Connection, work: Callable[..., Page], given: tuple[object, ...]) -> None:
    try:
        pipe.send(work(*given))
    except KgError as error:
        pipe.send(error)
    finally:
        pipe.close()
