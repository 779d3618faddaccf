"""Who took which part in the meeting: chaired, concluded, spoke, reported, attended.

"Turut hadir [attends] Kamerad A; B. Memimpin [chairs] Konferensi: C; D - E; laporan disampaikan oleh [reports] F."
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.actors import Actor, Scene, stranger_before
from kg.facts.cast import Cast
from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item, Items
from kg.mentions.page import Page
from kg.model import LineKind, Meeting, Participation, Passage

_OF_MANY = ("chairs", "attends")
_OF_DELEGATIONS = ("visit",)
_COLON_REACH = 8
_LED = 4
DASHES = ("-", "–", "—")
"""After a dash the teller of quoted words follows: "… should act, - said the Chairman"."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that tells a part: items[at]."""

    at: int
    part: str


def find(page: Page, cast: Cast, scenes: Sequence[Scene], meeting: Meeting | None) -> Iterator[Participation]:
    """A participation for each part that a sentence gives a person."""
    if meeting is None:
        return
    for scene in scenes:
        for person, part, rule in _parts(scene, page, meeting):
            yield Participation(
                participant=cast.persons[person],
                meeting=meeting,
                part=part,
                passages=(_passage(scene, page),),
                rule=rule,
            )


def _passage(scene: Scene, page: Page) -> Passage:
    return scene.parsed.passage(page.article.id)


def _parts(scene: Scene, page: Page, meeting: Meeting) -> Iterator[tuple[int, str, str]]:
    cues = _cues(scene, meeting)
    if scene.parsed.sentence.kind is LineKind.CAPTION:
        yield from ((actor.person, "attends", "pictured") for actor in scene.actors)
    reporting: set[int] = set()
    """Whose report the sentence tells: that they "said" something in it is the report."""
    owners: Sequence[Actor] = ()
    for index, cue in enumerate(cues):
        before, after = _beside(scene, cues, index)
        if after and cue.part == "attends" and cues[index - 1].part != "attends":
            # "chaired by A, attended by B": A has a part already
            before = [actor for actor in before if actor not in owners]
        joined = not before and not after and cue.at and scene.parsed.items[cue.at - 1].codes("and")
        owners = owners if joined else _owners(cue, before, after, scene.parsed.items)
        for person in dict.fromkeys(actor.person for actor in owners):
            if cue.part == "speaks" and person in reporting:
                continue
            reporting |= {person} if cue.part == "reports" else set()
            yield person, cue.part, f"{cue.part}-cue"
        alone = index == 0 and not scene.actors and _leads(scene, cue.at)
        if alone and scene.speaker is not None and drops_subject(scene, cue.at, page):
            yield scene.speaker, cue.part, f"{cue.part}-cue-without-subject"


def _cues(scene: Scene, meeting: Meeting) -> list[_Cue]:
    items = scene.parsed.items
    return [
        _Cue(at, _part(items, at, meeting))
        for at in items.where("parts")
        if not (_asked_for(scene, at) or _denied(items, at))
    ]


def _denied(items: Items, at: int) -> bool:
    """Whether a sentence tells that somebody did not take a part."""
    return at > 0 and items[at - 1].has("markers:negation")


def _part(items: Items, at: int, meeting: Meeting) -> str:
    """The part that a word tells: who leads a delegation chairs its visits, but not the conference that it goes to."""
    part = items[at].codes("parts")[0]
    led = [index for index in items.where("bodies:delegation") if at - _LED <= index < at]
    goes_to = led and meeting.type not in _OF_DELEGATIONS and not items.where("bodies:national-assembly")
    return "attends" if part == "chairs" and goes_to else part


def _beside(scene: Scene, cues: Sequence[_Cue], index: int) -> tuple[list[Actor], list[Actor]]:
    """The actors before and after a cue, as far as the next cues."""
    at = cues[index].at
    left = _left_bound(scene, cues, index)
    right = cues[index + 1].at if index + 1 < len(cues) else len(scene.parsed.items)
    if index + 1 < len(cues):
        right = max(_left_bound(scene, cues, index + 1), at) if not _after(scene, cues, index + 1) else right
        right = cues[index + 1].at if right == at else right
    if cues[index].part not in _OF_MANY and stranger_before(scene, left, at):
        return [], []
    before = [actor for actor in scene.actors if left < actor.first <= at]
    return before, [actor for actor in scene.actors if at < actor.first < right]


def _after(scene: Scene, cues: Sequence[_Cue], index: int) -> bool:
    """Whether anybody stands between a cue and the one after it."""
    right = cues[index + 1].at if index + 1 < len(cues) else len(scene.parsed.items)
    return any(cues[index].at < actor.first < right for actor in scene.actors)


def _left_bound(scene: Scene, cues: Sequence[_Cue], index: int) -> int:
    """Where the words begin that can hold a cue's subject: after the cue or the semicolon before it."""
    previous = cues[index - 1].at if index else -1
    breaks = [at for at in range(previous + 1, cues[index].at) if scene.parsed.items[at].text == ";"]
    if not index or not breaks or cues[index].part not in _OF_MANY or _after(scene, cues, index):
        return previous
    return breaks[-1]


def _asked_for(scene: Scene, at: int) -> bool:
    """Whether a cue tells what somebody is asked to do: "he asked the committee to lead …"."""
    if at and scene.parsed.items[at - 1].text in DASHES:
        return False
    requests = [index for index in scene.parsed.items.where("forces") if index < at]
    return bool(requests) and not any(requests[-1] < actor.first < at for actor in scene.actors)


def _owners(cue: _Cue, before: Sequence[Actor], after: Sequence[Actor], items: Sequence[Item]) -> Sequence[Actor]:
    """Whose part a cue tells: a list's cue all of the list, a speaker's cue one person."""
    headed = any(item.text == ":" for item in items[cue.at : cue.at + _COLON_REACH])
    onward = items[cue.at].has("markers:onward")
    if cue.part in _OF_MANY:
        return after if after and (not before or headed or onward) else before
    if onward and after:
        return after[:1]
    if headed and not before and len({actor.person for actor in after}) > 1:
        return after
    if items[cue.at].codes("forces") and not (cue.at and items[cue.at - 1].mark):
        return before[-1:]  # who is asked stands behind the verb
    return before[-1:] or [actor for actor in after[:1] if not _quoted(items, cue.at, actor.first)]


def _quoted(items: Sequence[Item], cue: int, first: int) -> bool:
    """Whether what is said has begun before a name: "stating that Mr A …" is not A's statement."""
    return any(item.codes("clauses") for item in items[cue + 1 : min(first, cue + 3)])


def _leads(scene: Scene, at: int) -> bool:
    """Whether a verb without a subject can open the sentence: no other body stands before it."""
    return not any(body.first < at and names_subject(scene.parsed.items, body) for body in scene.parsed.bodies)


def drops_subject(scene: Scene, at: int, page: Page) -> bool:
    """Whether a verb can stand without its subject, the speaker: as a verb, in a language that allows it.

    The pack's setting `pro_drop` is true where verbs tell their person, "initial" where only a verb that opens the
    sentence can be without a subject.
    """
    allowed = page.setting.lexicon.settings.get("pro_drop")
    items = scene.parsed.items
    if not allowed or items[at].has("markers:nominal") or stranger_before(scene, -1, at):
        return False
    return allowed != "initial" or all(item.atoms or item.mark for item in items[:at])


def names_subject(items: Sequence[Item], body: BodyMention) -> bool:
    """Whether a body can be what a verb is told of: no preposition stands before it.

    A mere level ("communes") counts only where it opens the sentence.
    """
    if body.first == 0 or items[body.first - 1].text in (":", ";"):
        return True
    return body.kind is not None and not items[body.first - 1].has("glue:of", "markers:into")
