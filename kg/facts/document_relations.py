"""How documents of one sentence are related: what implements, replaces, amends or rests on what.

"Program Aksi No. 09-CTr/TU untuk melaksanakan Resolusi No. 82-NQ/TW, menggantikan Program No. 31-CTr/TU": the programme
implements the resolution and replaces the older programme. The words stand between the two documents; a basis may also
stand first: "Na podstawie Dekretu nr 178/2024/NĐ-CP … podpisał Decyzję nr 2871/QĐ-UBND".
"""

from collections.abc import Iterator

from kg.facts.document_words import Scene, told
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
_OF_ONE_TYPE = ("replaces", "amends")
_REACH = 3

Relation = tuple[DocumentMention, str, DocumentMention]


def relations(scene: Scene) -> Iterator[Relation]:
    """The relations that a sentence states, as (document, relation, other document)."""
    ends = [words.after for words in told(scene)]
    for at in range(len(scene.documents)):
        yield from _infix(scene, at, ends)
        yield from _basis_first(scene, at, ends)


def _infix(scene: Scene, at: int, ends: list[int]) -> Iterator[Relation]:
    """The relation told by words that stand directly before a document, to one named earlier in the clause."""
    other = scene.documents[at]
    cue = _cue_before(scene, other, ends[at - 1] if at else 0)
    if cue is None or at == 0:
        return
    relation, forward = _WORDS[scene.parsed.items[cue].codes("relations")[0]]
    subject = _subject(scene, at, cue, relation, ends)
    if subject is None:
        return
    for joined in _with_joined(scene, at, ends):
        yield (subject, relation, joined) if forward else (joined, relation, subject)


def _cue_before(scene: Scene, other: DocumentMention, stop: int) -> int | None:
    """The relation words that stand at most a few words before a document."""
    for at in range(other.first - 1, max(stop, other.first - 1 - _REACH) - 1, -1):
        if scene.parsed.items[at].codes("relations"):
            return at
        if scene.parsed.items[at].mark:
            return None
    return None


def _subject(scene: Scene, at: int, cue: int, relation: str, ends: list[int]) -> DocumentMention | None:
    """The earlier document of the clause: of the same type where one replaces another, else the one right before."""
    wanted = scene.documents[at].type
    nearest = None
    stop = cue
    for index in range(at - 1, -1, -1):
        if any(item.text == ";" for item in scene.parsed.items[ends[index] : stop]):
            break
        stop = ends[index]
        if relation not in _OF_ONE_TYPE:
            return scene.documents[index] if cue - ends[index] < _REACH else None
        if scene.documents[index].type == wanted:
            return scene.documents[index]
        nearest = nearest or scene.documents[index]
    return nearest


def _with_joined(scene: Scene, at: int, ends: list[int]) -> Iterator[DocumentMention]:
    """A document and those that "and" or a comma adds to it."""
    yield scene.documents[at]
    for index in range(at + 1, len(scene.documents)):
        between = scene.parsed.items[ends[index - 1] : scene.documents[index].first]
        if not between or not all(item.text == "," or item.codes("and") for item in between):
            break
        yield scene.documents[index]


def _basis_first(scene: Scene, at: int, ends: list[int]) -> Iterator[Relation]:
    """The documents issued on the basis of one that opens the clause."""
    basis = scene.documents[at]
    cue = _cue_before(scene, basis, ends[at - 1] if at else 0)
    if cue is None or not scene.parsed.items[cue].has("relations:citesAsBasis") or not _opens_clause(scene, cue):
        return
    for index in range(at + 1, len(scene.documents)):
        issued = scene.documents[index]
        between = scene.parsed.items[ends[at] : issued.first]
        if any(item.text == ";" for item in between):
            break
        if between and between[-1].has("document_words:issues"):
            yield issued, "citesAsBasis", basis


def _opens_clause(scene: Scene, cue: int) -> bool:
    return cue == 0 or scene.parsed.items[cue - 1].text in ";:"
