"""Who asked whom to do what: one instruction for a sentence that opens it.

"Beliau [requests: meminta] [Departemen Konstruksi] [agar segera menyurvei titik-titik longsor]."
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.facts.actors import Scene
from kg.facts.addressees import addressee
from kg.facts.cast import Cast
from kg.facts.parts import names_subject
from kg.mentions.items import Item
from kg.mentions.page import Page
from kg.model import Citation, Instruction, Meeting, Participation, Person


@dataclass(frozen=True, slots=True)
class _Request:
    at: int
    force: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an instruction is told with: the article's meeting and the documents that it cites."""

    meeting: Meeting | None
    citations: tuple[Citation, ...] = ()


def find(page: Page, cast: Cast, scenes: Sequence[Scene], context: Context) -> Iterator[Instruction]:
    """An instruction for each giver of each sentence."""
    pro_drop = bool(page.setting.lexicon.settings.get("pro_drop"))
    for scene in scenes:
        given: set[int] = set()
        for request in _requests(scene):
            giver = _giver(scene, _told_with(scene, request.at), pro_drop=pro_drop)
            if giver is None or giver in given:
                continue
            given.add(giver)
            yield _instruction(page, cast, scene, request, giver, context)


def _requests(scene: Scene) -> list[_Request]:
    items = scene.parsed.items
    return [
        _Request(at, item.codes("forces")[0])
        for at, item in enumerate(items)
        if item.codes("forces") and not (at and items[at - 1].has("markers:not"))
    ]


def _told_with(scene: Scene, at: int) -> int:
    """The verb before, where one subject has two: "hopes that B … *and* asks" is told of who hopes."""
    items = scene.parsed.items
    if not at or not items[at - 1].codes("and"):
        return at
    cues = [index for index in range(at) if items[index].codes("forces") or items[index].codes("parts")]
    return cues[-1] if cues else at


def _giver(scene: Scene, at: int, *, pro_drop: bool) -> int | None:
    """The person whose words the verb tells; None where its subject is a body, or nobody is known."""
    items, actors = scene.parsed.items, scene.actors
    before = [actor for actor in actors if actor.first < at]
    bodies = [body for body in scene.parsed.bodies if body.first < at and names_subject(items, body)]
    if before:
        blocked = bodies and bodies[-1].first > before[-1].last and _subject_between(items, before[-1].last, at)
        return None if blocked else before[-1].person
    passive = [
        actor for actor in actors if at < actor.first <= at + 2 and scene.parsed.items[actor.first].codes("pronouns")
    ]
    if passive:
        return passive[0].person
    by_agent = [actor for actor in actors if actor.first > at and items[actor.first - 1].has("markers:by")]
    if by_agent:
        return by_agent[0].person
    if items[at].has("markers:gerund"):
        return next((actor.person for actor in actors if actor.first > at), None)
    inverted = _inverted(scene, at)
    if any(name.first < at for name in scene.parsed.names):
        return None
    nominal = items[at].has("markers:nominal")
    return inverted if inverted is not None or bodies or nominal or not pro_drop else scene.speaker


def _inverted(scene: Scene, at: int) -> int | None:
    after = [actor for actor in scene.actors if actor.first > at]
    return after[0].person if after and after[0].first == at + 1 else None


def _subject_between(items: Sequence[Item], left: int, right: int) -> bool:
    """Whether a clause with another subject begins between two items."""
    return any(item.text in (";", ":") or item.codes("clauses") for item in items[left:right])


def _instruction(page: Page, cast: Cast, scene: Scene, request: _Request, giver: int, context: Context) -> Instruction:
    sentence = scene.parsed.sentence
    to = addressee(page, scene.parsed, request.at)
    asked = page.article.text[to.end : sentence.end].strip(" ,:;.")
    cited = [
        fact.document
        for fact in context.citations
        if any(sentence.start <= passage.start < sentence.end for passage in fact.passages)
    ]
    return Instruction(
        giver=cast.persons[giver],
        force=request.force,
        addressees=to.bodies,
        addressee=None if to.bodies else to.words,
        description=asked or sentence.text,
        meeting=context.meeting,
        concerns=tuple(dict.fromkeys(cited)),
        passages=(scene.parsed.passage(page.article.id),),
        rule=f"{request.force}-verb",
    )


def spoken(instructions: Iterable[Instruction], page: Page) -> Iterator[Participation]:
    """Who asks something at a meeting speaks there; what a document asks was not said."""
    for told in instructions:
        if told.meeting is None or not isinstance(told.giver, Person) or _in_writing(told, page):
            continue
        yield Participation(
            participant=told.giver,
            meeting=told.meeting,
            part="speaks",
            passages=told.passages,
            rule="instruction-given",
        )


def _in_writing(told: Instruction, page: Page) -> bool:
    """Whether the words before the request name a document: "In the dispatch, the Chairman demanded …"."""
    for parsed in page.sentences:
        if any(parsed.sentence.start == passage.start for passage in told.passages):
            request = next(at for at, item in enumerate(parsed.items) if item.codes("forces"))
            return any(item.codes("doctypes") for item in parsed.items[:request])
    return False
