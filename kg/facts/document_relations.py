"""How documents of one sentence are related: what implements, replaces, amends or rests on what.

"Program Aksi No. 09-CTr/TU untuk melaksanakan Resolusi No. 82-NQ/TW, menggantikan Program No. 31-CTr/TU": the programme
implements the resolution and replaces the older programme. The words stand between the two documents; a basis may also
stand first: "Na podstawie Dekretu nr 178/2024/NĐ-CP … podpisał Decyzję nr 2871/QĐ-UBND".
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.facts.document_scene import Scene
from kg.facts.document_words import told
from kg.mentions.documents import DocumentMention

# word code -> (the relation, whether the document that stands first is its subject)
_WORDS = {
    "implements": ("implements", True),
    "implemented-by": ("implements", False),
    "replaces": ("replaces", True),
    "replaced-by": ("replaces", False),
    "amends": ("amends", True),
    "amended-by": ("amends", False),
    "citesAsBasis": ("citesAsBasis", True),
    "basisOf": ("citesAsBasis", False),
}
_OPENING = ("relations:citesAsBasis", "relations:according")
_OF_ONE_TYPE = ("replaces", "amends")
_REACH = 3
_LONGEST_CLAUSE = 12

Relation = tuple[DocumentMention, str, DocumentMention]


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence's documents, and where the words that belong to each end."""

    scene: Scene
    ends: tuple[int, ...]

    @property
    def documents(self) -> tuple[DocumentMention, ...]:
        return self.scene.documents

    def between(self, left: int, right: int) -> list[str]:
        """The words between two documents, by their index."""
        return [item.text for item in self.scene.parsed.items[self.ends[left] : self.documents[right].first]]


def relations(scene: Scene) -> Iterator[Relation]:
    """The relations that a sentence states, as (document, relation, other document)."""
    view = _View(scene, tuple(words.after for words in told(scene)))
    objects: set[int] = set()
    for at in range(len(scene.documents)):
        cue = _cue_before(view, at)
        if cue is None:
            continue
        yield from _infix(view, at, cue, objects)
        yield from _basis_first(view, at, cue)


def _cue_before(view: _View, at: int) -> int | None:
    """The relation words that stand at most a few words before a document."""
    items, first = view.scene.parsed.items, view.documents[at].first
    stop = max(view.ends[at - 1] if at else 0, first - _REACH)
    for here in range(first - 1, stop - 1, -1):
        if items[here].codes("relations"):
            return here
        if items[here].mark:
            return None
    return None


def _infix(view: _View, at: int, cue: int, objects: set[int]) -> Iterator[Relation]:
    """The relation that words between two documents tell, and of those that "and" adds to the second."""
    code = next((code for code in view.scene.parsed.items[cue].codes("relations") if code in _WORDS), None)
    if code is None:
        return
    relation, forward = _WORDS[code]
    subject = _subject(view, at, cue, relation, objects)
    if subject is None:
        return
    for index in _with_joined(view, at):
        objects.add(index)
        joined = view.documents[index]
        yield (subject, relation, joined) if forward else (joined, relation, subject)


def _subject(view: _View, at: int, cue: int, relation: str, objects: Collection[int]) -> DocumentMention | None:
    """The earlier document of the clause that is no other relation's object; of one type where one replaces the other.

    What replaces may stand far off ("Resolusi … tentang …, menggantikan Resolusi …"), what implements stands beside.
    """
    of_one_type = relation in _OF_ONE_TYPE
    if at == 0 or (not of_one_type and cue - view.ends[at - 1] >= _REACH):
        return None
    clause: list[int] = []
    for index in range(at - 1, max(-1, at - 1 - _LONGEST_CLAUSE), -1):
        if ";" in view.between(index, index + 1):
            break
        clause.append(index)
    free = [index for index in clause if index not in objects] or clause
    alike = [index for index in free if view.documents[index].type == view.documents[at].type]
    nearest = (alike if of_one_type and alike else free)[:1]
    return view.documents[nearest[0]] if nearest else None


def _with_joined(view: _View, at: int) -> Iterator[int]:
    """A document and those that "and" or a comma adds to it, by their index."""
    yield at
    items = view.scene.parsed.items
    for index in range(at + 1, len(view.documents)):
        between = items[view.ends[index - 1] : view.documents[index].first]
        if not between or not all(item.text == "," or item.codes("and") for item in between):
            break
        yield index


def _basis_first(view: _View, at: int, cue: int) -> Iterator[Relation]:
    """The documents issued on the basis of one that opens the clause."""
    items = view.scene.parsed.items
    if not items[cue].has(*_OPENING) or (cue > 0 and items[cue - 1].text not in ";:."):
        return
    for index in range(at + 1, len(view.documents)):
        if ";" in view.between(index - 1, index):
            break
        issued = view.documents[index]
        if items[issued.first - 1].has("document_words:issues"):
            yield issued, "citesAsBasis", view.documents[at]
