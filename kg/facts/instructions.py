"""Who asked whom to do what: one instruction for a sentence that opens it.

"Beliau [requests: meminta] [Departemen Konstruksi] [agar segera menyurvei titik-titik longsor]."
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.facts.actors import Actor, Scene, stranger_before
from kg.facts.addressees import addressee
from kg.facts.cast import Cast
from kg.facts.parts import drops_subject, names_subject
from kg.mentions.bodies import BodyMention
from kg.mentions.page import Page
from kg.model import Citation, Instruction, Meeting, Participation, Person

_AGENT = 3


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
    for scene in scenes:
        given: set[int] = set()
        for request in _requests(scene):
            giver = _giver(scene, _told_with(scene, request.at), page)
            if giver is None or giver in given:
                continue
            given.add(giver)
            yield _instruction(page, cast, scene, request, giver, context)


def _requests(scene: Scene) -> list[_Request]:
    items = scene.parsed.items
    asked = [at for at in items.where("forces") if not (at and items[at - 1].has("markers:not"))]
    return [_Request(at, items[at].codes("forces")[0]) for at in asked if not _is_asked(scene, asked, at)]


def _is_asked(scene: Scene, asked: Sequence[int], at: int) -> bool:
    """Whether a verb tells what somebody is asked to do: "asked Mr. A, the Director, to direct …"."""
    before = [actor for actor in scene.actors if actor.last <= at]
    earlier = [verb for verb in asked if before and verb < before[-1].first]
    if not earlier:
        return False
    objects = [actor for actor in before if actor.first > earlier[-1]]
    return _beside(scene, earlier[-1] + 1, objects[0].first) and objects[0].person == objects[-1].person


def _beside(scene: Scene, left: int, right: int) -> bool:
    """Whether nothing but honorifics, articles and titles stands between two places."""
    given = {at for title in scene.parsed.titles for at in range(title.first, title.last)}
    items = scene.parsed.items
    return all(
        at in given or items[at].codes("honorifics") or items[at].has("glue:article") for at in range(left, right)
    )


def _told_with(scene: Scene, at: int) -> int:
    """The verb before, where one subject has two: "hopes that B … *and* asks" is told of who hopes."""
    items = scene.parsed.items
    if not at or not items[at - 1].codes("and"):
        return at
    cues = [cue for cue in items.where("forces", "parts") if cue < at]
    told = [cue for cue in cues if any(actor.first <= cue for actor in scene.actors)]
    return told[-1] if told else at


def _giver(scene: Scene, at: int, page: Page) -> int | None:
    """The person whose words a verb tells; None where its subject is a body, or nobody is known."""
    before = [actor for actor in scene.actors if actor.first <= at]
    told = _agent(scene, at)
    if told is not None or before:
        return told if told is not None else _subject(scene, before[-1], at)
    if _told_of_body(scene, at):
        return None
    after = _pronoun_after(scene, at) or _teller_after(scene, at)
    if after is not None or stranger_before(scene, -1, at):
        return after.person if after is not None else None
    return scene.speaker if drops_subject(scene, at, page) and not _bodies_before(scene, at) else None


def _agent(scene: Scene, at: int) -> int | None:
    """Who stands after "by": "diminta oleh Ketua B"."""
    near = (actor for actor in scene.actors if at < actor.first <= at + _AGENT)
    return next((actor.person for actor in near if scene.parsed.items[actor.first - 1].has("markers:by")), None)


def _subject(scene: Scene, actor: Actor, at: int) -> int | None:
    """The person nearest before the verb, unless a body opens a clause of its own between them."""
    items = scene.parsed.items
    later = [body for body in _bodies_before(scene, at) if body.first > actor.last]
    clause = any(item.text in (";", ":") or item.codes("clauses") for item in items[actor.last : at])
    return None if later and clause else actor.person


def _bodies_before(scene: Scene, at: int) -> list[BodyMention]:
    """The bodies that a verb can be told of."""
    return [body for body in scene.parsed.bodies if body.first < at and names_subject(scene.parsed.items, body)]


def _told_of_body(scene: Scene, at: int) -> bool:
    """Whether a body stands before a verb with no mark between them: "The Politburo assigned A to …"."""
    bodies = _bodies_before(scene, at)
    return bool(bodies) and not any(item.mark for item in scene.parsed.items[bodies[-1].last : at])


def _pronoun_after(scene: Scene, at: int) -> Actor | None:
    near = (actor for actor in scene.actors if at < actor.first <= at + 2)
    return next((actor for actor in near if scene.parsed.items[actor.first].codes("pronouns")), None)


def _teller_after(scene: Scene, at: int) -> Actor | None:
    """Who stands right after the verb ("- посоветовал секретарь"), or anywhere after a gerund.

    An unknown word right before the verb is its subject: "Farmers asked the Chairman".
    """
    if at and not (scene.parsed.items[at - 1].mark or scene.parsed.items[at - 1].atoms):
        return None
    after = next((actor for actor in scene.actors if actor.first > at), None)
    gerund = scene.parsed.items[at].has("markers:gerund")
    return after if after is not None and (gerund or after.first == at + 1) else None


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
            request = parsed.items.where("forces")[0]
            return any(item.codes("doctypes") for item in parsed.items[:request])
    return False
