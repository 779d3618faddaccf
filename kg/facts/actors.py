"""Who acts in each sentence: named people, titles and pronouns that mean them, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.cast import Cast
from kg.mentions.links import led_by
from kg.mentions.page import Page, Parsed

_CROWD = 3
_BESIDE = 3
CUES = ("parts", "forces")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at a place of a sentence: items[first:last]."""

    first: int
    last: int
    person: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its actors, and who was speaking before it."""

    index: int
    parsed: Parsed
    actors: tuple[Actor, ...]
    speaker: int | None
    """The person that a pronoun, or a verb without a subject, at the sentence's start means."""
    strangers: tuple[int, ...] = ()
    """Where names stand of people without a post: voters, authors."""


def scenes(page: Page, cast: Cast) -> tuple[Scene, ...]:
    """All sentences with their actors."""
    speaker: int | None = None
    found = []
    for index, parsed in enumerate(page.sentences):
        actors = _actors(parsed, cast, speaker)
        strangers = tuple(name.first for name in parsed.names if name.start not in cast.by_name and not name.partial)
        found.append(Scene(index, parsed, actors, speaker, strangers))
        speaker = None if _stranger_speaks(found[-1]) else _next_speaker(parsed, actors, speaker)
    return tuple(found)


def _actors(parsed: Parsed, cast: Cast, speaker: int | None) -> tuple[Actor, ...]:
    """Who acts; not those whom a word sets apart: "in the absence of A", "on behalf of A", "the wife of A"."""
    names = [(name, cast.by_name.get(name.start)) for name in parsed.names]
    titles = [(title, cast.by_title.get(title.start)) for title in parsed.titles]
    found = [Actor(mention.first, mention.last, person) for mention, person in names if person is not None]
    found += [Actor(mention.first, mention.last, person) for mention, person in titles if person is not None]
    if speaker is not None:
        found += [Actor(at, at + 1, speaker) for at in _stand_ins(parsed)]
    apart = [actor for actor in found if led_by(parsed.items, actor.first, parsed.titles, "markers:apart")]
    return tuple(sorted((actor for actor in found if actor not in apart), key=lambda actor: actor.first))


def _stand_ins(parsed: Parsed) -> Iterator[int]:
    """Where a pronoun, or an honorific alone, stands for the speaker."""
    spans = [(name.first, name.last) for name in parsed.names]
    spans += [(title.first, title.last) for title in parsed.titles]
    spans += [(body.first, body.last) for body in parsed.bodies]
    taken = {at for first, last in spans for at in range(first, last)}
    for at in parsed.items.where("pronouns", "honorifics"):
        if at not in taken and (_is_pronoun(parsed, at) or _stands_for_name(parsed, at)):
            yield at


def _is_pronoun(parsed: Parsed, at: int) -> bool:
    """Whether an item is a pronoun, and no capitalised syllable of a name: "(unit Ia Grai)"."""
    item = parsed.items[at]
    if not item.has("pronouns:he") or at == 0 or item.text[0].islower():
        return item.has("pronouns:he")
    return not parsed.items[at - 1].capital and not (at + 1 < len(parsed.items) and parsed.items[at + 1].capital)


def _stands_for_name(parsed: Parsed, at: int) -> bool:
    """Whether an honorific alone opens a clause as a pronoun would: "Towarzysz zażądał, aby …"."""
    items = parsed.items
    if (
        not items[at].has("honorifics:comrade", "honorifics:title")
        or items[at].codes("plurals")
        or at + 1 == len(items)
    ):
        return False
    opens = at == 0 or items[at - 1].mark or bool(items[at - 1].codes("and") or items[at - 1].codes("clauses"))
    titled = any(title.first == at + 1 for title in parsed.titles)
    return opens and not titled and not items[at + 1].capital and not items[at + 1].codes("honorifics")


def _stranger_speaks(scene: Scene) -> bool:
    """Whether the words of a sentence are somebody's who holds no post: a voter's."""
    cues = scene.parsed.items.where(*CUES)
    return any(stranger_before(scene, -1, cue) for cue in (*cues[:1], *cues[-1:]))


def stranger_before(scene: Scene, left: int, at: int) -> bool:
    """Whether the name nearest before an item, after another, is that of somebody without a post."""
    strangers = [first for first in scene.strangers if left < first < at]
    return bool(strangers) and not any(strangers[-1] < actor.first < at for actor in scene.actors)


def _next_speaker(parsed: Parsed, actors: Sequence[Actor], speaker: int | None) -> int | None:
    """Whom the next sentence's pronoun means: who spoke here, or the only person here."""
    people = {actor.person for actor in actors}
    if len(people) >= _CROWD:
        return speaker
    for at in parsed.items.where(*CUES):
        owner = subject(actors, at)
        if owner is not None:
            return owner
        if parsed.items[at].codes("forces"):
            return speaker
    return people.pop() if len(people) == 1 else speaker


def subject(actors: Sequence[Actor], at: int) -> int | None:
    """The person nearest before an item, else the one right after it: who is asked is not who asks."""
    before = [actor.person for actor in actors if actor.first < at]
    after = [actor.person for actor in actors if at < actor.first <= at + _BESIDE]
    return before[-1] if before else after[0] if after else None
