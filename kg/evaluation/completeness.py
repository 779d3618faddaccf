"""How complete the language packs are: the number of phrases by which each language tells each code.

Roles and kinds of bodies are put together of atoms (data/roles.toml, data/bodies.toml): a language can tell one when it
has words for all the atoms of one of its rows, and has as many as for the rarest of them.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.graph.terms import iri
from kg.graph.vocabulary import RDF_TYPE, codes, vocabulary
from kg.home import PACKAGE
from kg.lexicon.pack import Lexicon
from kg.mentions.kinds import Kind, kinds
from kg.queries.layout import table
from kg.queries.run import Rows

_DATA = PACKAGE / "data"
_REST = "other"
"""The code for what no word tells: it counts only where a language has words for it."""
_RANKS = ((), ("deputy",), ("deputy", "standing"))
"""The atoms beside the base role that make the roles of a row of [leader]: first person, deputy, permanent deputy."""
_OWN_ROLES = {"member": (("member",), ("delegate",)), "alternate-member": (("member", "alternate"),)}
_TABLES = {
    "document type": ("doctype", ("doctypes",)),
    "meeting": ("meeting", ("meetings",)),
    "part": ("part", ("parts",)),
    "act": ("act", ("acts", "acts_undergone")),
    "field": ("field", ("fields",)),
}
_CLASSES = {"force": ("gov:Force", "forces"), "outcome": ("gov:Outcome", "outcomes")}


@dataclass(frozen=True, slots=True)
class Row:
    """A code, and how many phrases each language has for it."""

    table: str
    code: str
    phrases: Mapping[str, int]


def completeness(packs: Sequence[Lexicon]) -> tuple[Row, ...]:
    """The rows of all tables for some language packs, in the order of the ontology's codes."""
    rows = (*_role_rows(packs), *_body_rows(packs), *_table_rows(packs), *_unit_rows(packs))
    return tuple(row for row in rows if row.code != _REST or any(row.phrases.values()))


def as_table(rows: Sequence[Row]) -> str:
    """The rows in aligned columns, a column for each language."""
    cells = ((row.table, row.code, *map(str, row.phrases.values())) for row in rows)
    return table(Rows(("table", "code", *rows[0].phrases), tuple(tuple(map(Literal, row)) for row in cells)))


def empty_cells(rows: Iterable[Row]) -> Iterator[tuple[str, str, str]]:
    """Table, code and language of every cell without a phrase."""
    for row in rows:
        yield from ((row.table, row.code, language) for language, count in row.phrases.items() if not count)


def _count(pack: Lexicon, atom: str, *tables: str) -> int:
    """How many phrases of some tables of a pack stand for an atom."""
    return sum(len(pack.table.get(table, {}).get(atom, ())) for table in tables)


# ---------------------------------------------------------------- roles


def _role_rows(packs: Sequence[Lexicon]) -> Iterator[Row]:
    for code in codes("role"):
        ways = _atoms_of_roles().get(code, ())
        yield Row("role", code, {pack.language: _best(_rarest(pack, way, "roles") for way in ways) for pack in packs})


@cache
def _atoms_of_roles() -> dict[str, list[tuple[str, ...]]]:
    """The sets of atoms of which each makes a role, by its code."""
    leaders = tomllib.loads((_DATA / "roles.toml").read_text(encoding="utf-8"))["leader"]
    ways: dict[str, list[tuple[str, ...]]] = {code: list(own) for code, own in _OWN_ROLES.items()}
    for base, ranks in leaders.items():
        for code, beside in zip(ranks, _RANKS, strict=True):
            ways.setdefault(code, []).append((base, *beside))
    return ways


def _rarest(pack: Lexicon, atoms: Iterable[str], *tables: str) -> int:
    return min(_count(pack, atom, *tables) for atom in atoms)


def _best(counts: Iterable[int]) -> int:
    return max(counts, default=0)


# ---------------------------------------------------------------- kinds of bodies


def _body_rows(packs: Sequence[Lexicon]) -> Iterator[Row]:
    for code in codes("kind"):
        rows = [kind for kind in kinds() if kind.code == code]
        yield Row("body", code, {pack.language: _best(_tells(pack, kind) for kind in rows) for pack in packs})


def _tells(pack: Lexicon, kind: Kind) -> int:
    """The phrases for the rarest atom that a kind of body needs; of its alternatives the most frequent counts."""
    needs = [_body_atom(pack, atom) for atom in kind.needs]
    one_of = [_best(_body_atom(pack, atom) for atom in kind.any)] if kind.any else []
    return min((*needs, *one_of), default=0)


def _body_atom(pack: Lexicon, atom: str) -> int:
    if atom == "FIELD":
        return sum(map(len, pack.table.get("fields", {}).values()))
    if atom == "THIS":
        return _count(pack, "this", "glue")
    return _count(pack, atom, "bodies", "levels")


# ---------------------------------------------------------------- codes that are those of the packs


def _table_rows(packs: Sequence[Lexicon]) -> Iterator[Row]:
    for name, (scheme, tables) in _TABLES.items():
        for code in codes(scheme):
            yield Row(name, code, {pack.language: _count(pack, code, *tables) for pack in packs})
    for name, (class_, of) in _CLASSES.items():
        for code in _instances(class_):
            yield Row(name, code, {pack.language: _count(pack, code, of) for pack in packs})


def _instances(class_: str) -> Iterator[str]:
    """The local names of the ontology's individuals of a class."""
    node = NamedNode(iri(class_))
    for subject in vocabulary().by_subject:
        if node in vocabulary().values(subject, RDF_TYPE):
            yield subject.value.rpartition("#")[2]


def _unit_rows(packs: Sequence[Lexicon]) -> Iterator[Row]:
    units = tomllib.loads((_DATA / "units.toml").read_text(encoding="utf-8"))["units"]
    for code in units:
        found = {pack.language: _figure_words(pack, code) for pack in packs}
        yield Row("unit", code, found)


def _figure_words(pack: Lexicon, code: str) -> int:
    return _count(pack.figures, code, "units", "countables") if pack.figures is not None else 0
