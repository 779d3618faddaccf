"""From any spelling of a name to the nodes of a graph that bear it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice, product
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError
from kg.graph.terms import CODE, DATA, PREFIXES, iri
from kg.names.gazetteer import gazetteer
from kg.names.spelling import fold, normal, squeeze
from kg.names.transliteration import from_cyrillic

KINDS: Final = {
    "gov:Person": "person",
    "gov:Body": "body",
    "gov:Place": "place",
    "gov:Document": "document",
    "gov:Meeting": "meeting",
    "gov:Target": "target",
    "gov:Article": "article",
    "skos:Concept": "code",
}
# A node is called by the first of these that it has.
NAMES: Final = ("rdfs:label", "skos:prefLabel", "schema:headline", "dct:identifier")
OTHER_SPELLINGS: Final = ("gov:name", "gov:number", "dct:title", "skos:altLabel", "skos:hiddenLabel", "skos:notation")
TYPE: Final = NamedNode(iri("rdf:type"))
SAME: Final = NamedNode(iri("owl:sameAs"))
SHORT: Final = {"id": DATA, **PREFIXES}
# Beyond so many, known names are told by what is close, candidates are cut.
MANY: Final = 12
# Two letters are inside nearly every name.
SHORTEST_PART: Final = 3


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph and every spelling of its name."""

    iri: str
    kind: str
    label: str
    spellings: tuple[str, ...]


class UnknownNameError(KgError):
    """The graph has no node of that name; the message tells close ones."""


class AmbiguousNameError(KgError):
    """Several nodes bear the name; the message lists them."""


def short(whole: str) -> str:
    """An IRI as its prefixed name, where the graph's prefixes have one.

    >>> short(DATA + "person/doan-thu-ha_lang-son"), short("https://example.org/1")
    ('id:person/doan-thu-ha_lang-son', 'https://example.org/1')
    """
    fits = [(len(stem), name) for name, stem in SHORT.items() if whole.startswith(stem) and whole != stem]
    if not fits:
        return whole
    length, name = max(fits)
    return f"{name}:{whole[length:]}"


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


def nodes(store: Store, kinds: Iterable[str] = ()) -> tuple[Node, ...]:
    """All nodes of these classes ("gov:Place") or code lists ("role:"), of every class if none is named; by IRI."""
    wanted = dict.fromkeys(kinds or KINDS)
    found: dict[NamedNode, str] = {}
    for kind in wanted:
        found.update(_typed(store, kind))
    called, others = _literals(store, NAMES, found), _literals(store, OTHER_SPELLINGS, found)
    return tuple(
        Node(node.value, found[node], _best(called[node]) or short(node.value), _spellings(node, called, others))
        for node in sorted(found, key=lambda node: node.value)
    )


def _typed(store: Store, kind: str) -> Iterator[tuple[NamedNode, str]]:
    of_class = "skos:Concept" if kind.endswith(":") else kind
    stem = PREFIXES[kind[:-1]] if kind.endswith(":") else ""
    for quad in store.quads_for_pattern(None, TYPE, NamedNode(iri(of_class))):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(stem):
            yield quad.subject, KINDS[of_class]


def _literals(store: Store, properties: Iterable[str], wanted: dict[NamedNode, str]) -> dict[NamedNode, list[Literal]]:
    found: defaultdict[NamedNode, list[Literal]] = defaultdict(list)
    for name in properties:
        for quad in store.quads_for_pattern(None, NamedNode(iri(name)), None):
            if isinstance(quad.subject, NamedNode) and quad.subject in wanted and isinstance(quad.object, Literal):
                found[quad.subject].append(quad.object)
    return found


def _best(names: Sequence[Literal]) -> str:
    """The English or untagged one of the names, else the first of the alphabet."""
    ranked = sorted(names, key=lambda name: (name.language not in (None, "en"), name.value))
    return ranked[0].value if ranked else ""


def _spellings(
    node: NamedNode, called: dict[NamedNode, list[Literal]], others: dict[NamedNode, list[Literal]]
) -> tuple[str, ...]:
    code = [node.value.rsplit("/", 1)[1]] if node.value.startswith(CODE) else []
    return tuple(sorted({*code, *(name.value for name in chain(called.get(node, ()), others.get(node, ())))}))


def find(store: Store, text: str) -> list[Node]:
    """The nodes with a spelling like the text, the closest first; empty if there is none.

    A spelling is like it when it is the same but for diacritics and spaces, when its words are or begin with the text's
    words, or when it contains the text. Cyrillic that no article writes is read as the Latin names it can stand for.
    """
    known, order = nodes(store), list(KINDS.values())
    for reading in chain([text], _latin(text)):
        ranked = [(rank, node) for node in known if (rank := _rank(reading, node))]
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
    for place in gazetteer().find(text, language="ru"):
        yield place.name
    choices = [from_cyrillic(word)[:3] for word in text.split()]
    yield from (" ".join(words) for words in islice(product(*choices), 64))


def resolve(store: Store, text: str, kinds: Sequence[str] = ()) -> str:
    """The IRI of the one node that a name, an IRI or a prefixed name stands for.

    Diacritics decide where the text has them: "Tân Lập" is not "Tản Lập", "Tan Lap" is both. UnknownNameError and
    AmbiguousNameError say what is close and which nodes compete.
    """
    whole = long(text)
    if whole is not None:
        return _existing(store, whole, text)
    known = nodes(store, kinds)
    for reading in chain([text], _latin(text)):
        same = _bearers(reading, known)
        if len(same) > 1:
            raise AmbiguousNameError(f"{text!r} stands for several: {_listed(same)}; give one of these IRIs or labels")
        if same:
            return same[0].iri
    raise UnknownNameError(_unknown(text, known))


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


def close(text: str, known: Iterable[Node]) -> list[str]:
    """Spellings of known nodes that the text may have meant, at most five."""
    by_key: dict[str, str] = {}
    for node in known:
        for spelling in node.spellings:
            by_key.setdefault(squeeze(fold(spelling)), spelling)
    parts = sorted(spelling for spelling in by_key.values() if _closeness(text, spelling))
    alike = [by_key[key] for key in get_close_matches(squeeze(fold(text)), by_key, n=5)]
    return list(dict.fromkeys(chain(alike, parts)))[:5]


def _unknown(text: str, known: Sequence[Node]) -> str:
    """What is close to a name that the graph does not have, or all that it has if that is little."""
    near = close(text, known)
    if near:
        return f"the graph has no {text!r}; close: {', '.join(near)}"
    if len(known) <= MANY:
        return f"the graph has no {text!r}; known: {', '.join(node.label for node in known) or 'none'}"
    return f"the graph has no {text!r} and nothing like it; 'kg find' searches parts of names"


def _listed(candidates: Sequence[Node]) -> str:
    more = f" and {len(candidates) - MANY} more" if len(candidates) > MANY else ""
    return ", ".join(f"{node.label} ({short(node.iri)})" for node in candidates[:MANY]) + more
