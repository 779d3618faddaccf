"""Who signed a document: "przewodniczący A podpisał Decyzję nr 5", "Keputusan No. 5, ditandatangani oleh Bapak A"."""

from collections.abc import Iterator, Mapping, Sequence

from kg.facts.actors import Scene
from kg.facts.cast import Cast
from kg.facts.stretches import light
from kg.mentions.documents import DocumentMention
from kg.model import Person

_SIGNS, _SIGNED_BY = "document_words:signs", "document_words:signed-by"
_REACH = 12


def signers(cast: Cast, scenes: Sequence[Scene]) -> Mapping[int, Person]:
    """The signer of each document that a sentence tells to be signed, by the code point at which its naming begins."""
    found: dict[int, Person] = {}
    for scene in scenes:
        if scene.actors and (scene.parsed.has(_SIGNS) or scene.parsed.has(_SIGNED_BY)):
            found |= {start: cast.persons[person] for start, person in _of_sentence(scene)}
    return found


def _of_sentence(scene: Scene) -> Iterator[tuple[int, int]]:
    parsed = scene.parsed
    for mention in parsed.documents:
        person = _active(scene, mention)
        person = person if person is not None else _passive(scene, mention)
        if person is not None:
            yield mention.start, person


def _active(scene: Scene, mention: DocumentMention) -> int | None:
    """Who stands before the verb of signing that the document follows."""
    items = scene.parsed.items
    verbs = [at for at in range(max(0, mention.first - _REACH), mention.first) if items[at].has(_SIGNS)]
    if not verbs or any(item.text == ";" for item in items[verbs[-1] : mention.first]):
        return None
    before = [actor for actor in scene.actors if actor.last <= verbs[-1]]
    beside = bool(before) and light(scene.parsed, before[-1].last, verbs[-1], 1)
    return before[-1].person if beside else None


def _passive(scene: Scene, mention: DocumentMention) -> int | None:
    """Who stands right behind "signed by", or, where subjects may follow their verb, behind "signed"."""
    items = scene.parsed.items
    for at in range(mention.last, min(len(items), mention.last + _REACH)):
        if items[at].text == ";":
            break
        if items[at].has(_SIGNED_BY, _SIGNS):
            after = [actor for actor in scene.actors if actor.first > at]
            beside = bool(after) and light(scene.parsed, at + 1, after[0].first, 1)
            return after[0].person if beside else None
    return None
