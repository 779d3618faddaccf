"""From any spelling of a name to the nodes of a graph that bear it."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import chain, islice, product
from typing import Final

from pyoxigraph import NamedNode, Store

from kg.errors import KgError
from kg.graph.catalogue import KINDS, TYPE, Catalogue, Node, key
from kg.graph.store import Graph
from kg.graph.terms import CODE, SHORT, iri, short
from kg.graph.vocabulary import codes, is_code, labels
from kg.names.spelling import fold, normal, squeeze

SAME: Final = NamedNode(iri("owl:sameAs"))
# Beyond so many, known names are told by what is close, candidates are cut.
MANY: Final = 12
# Nobody mistypes a name of this length.
LONGEST: Final = 200
# Two letters are inside nearly every name.
SHORTEST_PART: Final = 3


class UnknownNameError(KgError):
    """The graph has no node of that name; the message tells close ones."""


class AmbiguousNameError(KgError):
    """Several nodes bear the name; the message lists them."""


def long(text: str) -> str | None:
    """The IRI that the text writes, whole or as a prefixed name; None when it writes none.

    >>> long("role:chair"), long("Lạng Sơn")
    ('https://w3id.org/govkg/code/role/chair', None)
    """
    bare = text.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = bare.partition(":")
    whole = SHORT[prefix] + local if prefix in SHORT else bare
    try:
        return NamedNode(whole).value if colon and "://" in whole else None
    except ValueError:
        return None


def find(graph: Graph, text: str) -> list[Node]:
    """The nodes with a spelling like the text, the closest first; empty if there is none.

    A spelling is like it when it is the same but for diacritics and spaces, when its words are or begin with the text's
    words, or when it contains the text. Cyrillic that no article writes is read as the Latin names it can stand for.
    """
    order = list(KINDS.values())
    for reading in chain([text], _latin(text)):
        ranked = [(rank, node) for node in graph.catalogue.holding(reading) if (rank := _rank(reading, node))]
        if ranked:
            ranked.sort(key=lambda each: (each[0], order.index(each[1].kind), each[1].label, each[1].iri))
            return [node for _, node in ranked]
    return []


def _rank(text: str, node: Node) -> int:
    """How close a node's closest spelling is: 1 the very same, 5 a part, 0 nothing of it."""
    ranks = [rank for spelling in node.spellings if (rank := _closeness(text, spelling))]
    return min(ranks, default=0)


def _closeness(text: str, spelling: str) -> int:
    plain, other = squeeze(fold(text)), squeeze(fold(spelling))
    if not plain:
        return 0
    if plain == other:
        return 1 if squeeze(normal(text)) == squeeze(normal(spelling)) else 2
    parts, words = fold(text).lower().split(), fold(spelling).lower().split()
    if all(part in words for part in parts):
        return 3
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 4
    return 5 if len(plain) >= SHORTEST_PART and plain in other else 0


def _latin(text: str) -> Iterator[str]:
    """Latin names that Cyrillic words can stand for, the likeliest first."""
    if not any("Ѐ" <= letter <= "ӿ" for letter in text):
        return
    # these two take a quarter of the time of a short query that needs neither
    from kg.names.gazetteer import gazetteer  # noqa: PLC0415
    from kg.names.transliteration import from_cyrillic  # noqa: PLC0415

    for place in gazetteer().find(text, language="ru"):
        yield place.name
    choices = [from_cyrillic(word)[:3] for word in text.split()]
    yield from (" ".join(words) for words in islice(product(*choices), 64))


def resolve(graph: Graph, text: str, kinds: Sequence[str] = ()) -> str:
    """The IRI of the one node that a name, an IRI or a prefixed name stands for; of one of the kinds, if any is named.

    Diacritics decide where the text has them: "Tân Lập" is not "Tản Lập", "Tan Lap" is both. UnknownNameError and
    AmbiguousNameError say what is close and which nodes compete.
    """
    whole = long(text)
    if whole is not None:
        found = _existing(graph.store, whole, text)
        _check_kind(graph.store, found, text, kinds)
        return found
    unused = tuple(_unused_codes(graph.store, kinds))
    for reading in chain([text], _latin(text)):
        same = _bearers(reading, chain(graph.catalogue.alike(reading, kinds), unused))
        if len(same) > 1:
            raise AmbiguousNameError(f"{text!r} stands for several: {_listed(same)}; give one of these IRIs or labels")
        if same:
            return same[0].iri
    raise UnknownNameError(_unknown(graph.catalogue, text, kinds))


def _unused_codes(store: Store, kinds: Iterable[str]) -> Iterator[Node]:
    """The codes of the lists that the ontology has and the graph does not use."""
    for kind in kinds:
        for code in codes(kind[:-1]) if kind.endswith(":") else ():
            called = labels(kind + code)
            if next(store.quads_for_pattern(NamedNode(iri(kind + code)), TYPE, None), None) is None:
                yield Node(iri(kind + code), "code", called["en"], tuple(sorted({code, *called.values()})))


def _check_kind(store: Store, whole: str, text: str, kinds: Sequence[str]) -> None:
    """UnknownNameError where a node is of none of the kinds."""
    node = NamedNode(whole)
    lists = [iri(kind) for kind in kinds if kind.endswith(":")]
    classes = [NamedNode(iri(kind)) for kind in kinds if not kind.endswith(":")]
    listed = any(whole.startswith(stem) for stem in lists) and is_code(node)
    typed = any(next(store.quads_for_pattern(node, TYPE, kind), None) is not None for kind in classes)
    if kinds and not listed and not typed:
        names = " or ".join(KINDS.get(kind, f"{kind[:-1]} code") for kind in kinds)
        raise UnknownNameError(f"{text} is no {names}")


def _bearers(text: str, known: Iterable[Node]) -> list[Node]:
    """The nodes that bear exactly this name, by diacritics if the text has any, else without."""
    ranked = [(node, {_closeness(text, spelling) for spelling in node.spellings}) for node in known]
    exact = [node for node, ranks in ranked if 1 in ranks]
    return exact if exact and fold(text) != normal(text) else [node for node, ranks in ranked if ranks & {1, 2}]


def _existing(store: Store, whole: str, text: str) -> str:
    """The node itself, or the node that a merged person's old IRI now stands for; codes may be unused."""
    node = NamedNode(whole)
    if next(store.quads_for_pattern(node, TYPE, None), None) is not None or whole.startswith(CODE):
        return whole
    for quad in chain(store.quads_for_pattern(None, SAME, node), store.quads_for_pattern(node, SAME, None)):
        other = quad.subject if quad.object == node else quad.object
        if isinstance(other, NamedNode):
            return other.value
    raise UnknownNameError(f"the graph has no node {text}")


def close(catalogue: Catalogue, text: str, kinds: Iterable[str] = ()) -> list[str]:
    """Spellings of nodes of these kinds that the text may have meant, at most five."""
    if len(text) > LONGEST:
        return []
    by_key = catalogue.keys(kinds)
    alike = [by_key[near] for near in get_close_matches(key(text), by_key, n=5)]
    parts = sorted(spelling for spelling in by_key.values() if _closeness(text, spelling))
    return list(dict.fromkeys(chain(alike, parts)))[:5]


def _unknown(catalogue: Catalogue, text: str, kinds: Sequence[str]) -> str:
    """What is close to a name that the graph does not have, or all that it has if that is little."""
    near = close(catalogue, text, kinds)
    if near:
        return f"the graph has no {text!r}; close: {', '.join(near)}"
    lists = [kind[:-1] for kind in kinds if kind.endswith(":")]
    if lists:
        return f"the graph has no {text!r}; known: {', '.join(code for scheme in lists for code in codes(scheme))}"
    known = catalogue.nodes(kinds)
    if len(known) <= MANY:
        return f"the graph has no {text!r}; known: {', '.join(node.label for node in known) or 'none'}"
    return f"the graph has no {text!r} and nothing like it; 'kg find' searches parts of names"


def _listed(candidates: Sequence[Node]) -> str:
    more = f" and {len(candidates) - MANY} more" if len(candidates) > MANY else ""
    return ", ".join(f"{node.label} ({short(node.iri)})" for node in candidates[:MANY]) + more
