"""The meeting that an article tells of: its type, date, host and place.

"Pada pagi hari tanggal 10 Desember 2025, Komite Eksekutif Partai Provinsi menyelenggarakan Konferensi ke-4."
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.facts.actors import Scene
from kg.facts.cast import Cast
from kg.facts.ground import ground_body
from kg.facts.parts import names_subject
from kg.facts.when import day_of
from kg.mentions.bodies import BodyMention
from kg.mentions.items import Item, Items
from kg.mentions.page import Page, Parsed
from kg.model import Body, Gathering, LineKind, Meeting

_GENERAL = "other"
_WITH_VOTERS = "contact-voters"
_BY_ANY_NAME = ("conference", "session", "other")
_LEAD = 8
_NEAR = 8
_AROUND = 5
_DATED_SENTENCES = 5
_WITH_OTHERS = ("working-session", "visit", "contact-voters")
"""Meetings whose word is followed by those with whom they are held, not by who holds them."""
_REACH, _REACH_OF_SPEECH = 5, 4
_OPENS = 3
_DECIDED = 1_000
"""More than any count: an article that opens with deputies meeting voters is about that, whatever it calls it later."""
_ACTED, _OPENING, _OPENING_SENTENCES = 3, 2, 3
"""How much a sentence counts that tells what somebody did at the meeting, and one of the opening."""
_SITTING = ("people-council", "national-assembly")
_HOSTS = (
    "party-executive-committee",
    "party-standing-committee",
    "party-committee",
    "people-council",
    "people-committee",
    "fatherland-front",
    "national-assembly",
    "national-assembly-standing-committee",
    "working-group",
    "steering-committee",
    "government",
    "central-committee",
    "politburo",
)
"""Kinds of bodies that hold meetings, the likelier host first where a sentence names several."""


def find(page: Page, meeting: Meeting | None) -> Iterator[Gathering]:
    """The article's meeting, named in every sentence that uses its word; nothing where it tells of none."""
    if meeting is None:
        return
    named = [parsed for parsed in page.sentences if meeting.type in _types(parsed)]
    if meeting.type == _WITH_VOTERS:
        named = [parsed for parsed in page.sentences if _types(parsed) or _meets_voters(parsed)]
    yield Gathering(
        meeting=meeting,
        passages=tuple(parsed.passage(page.article.id) for parsed in named),
        rule="meeting-word",
    )


def _types(parsed: Parsed) -> list[str]:
    """The meeting types whose words stand in a sentence, in order; not "10 conferences"."""
    return [code for at in _named(parsed.items) for code in parsed.items[at].codes("meetings")]


def _named(items: Items) -> list[int]:
    """Where a sentence names its own meeting: not one counted, cited in a document's name, nor one before or since."""
    named = items.where("meetings")
    around = items.where("markers:around") if named else []
    return [
        at
        for at in named
        if not _is_counted_or_cited(items, at) and not any(mark <= at < mark + _AROUND for mark in around)
    ]


def _led_by(opening: Sequence[Parsed]) -> set[str]:
    """A type that the lead names and later sentences call by a general word: "spotkali się", "konferencja"."""
    named = {code for parsed in opening for code in _types(parsed)}
    return named - set(_BY_ANY_NAME) if not named & set(_BY_ANY_NAME[:-1]) else set()


def _is_counted_or_cited(items: Sequence[Item], at: int) -> bool:
    """Whether a number or a word for a document stands before a word, whatever joins them: "resolution of the …"."""
    if items[at - 1].text.isdigit():
        return True
    back = at - 1
    while back > 0 and (items[back].codes("glue") or items[back].codes("levels") or items[back].text[0].isdigit()):
        back -= 1
    return bool(items[back].codes("doctypes"))


def _acted(parsed: Parsed) -> set[str]:
    """The meeting types near whose words somebody does something that is done at meetings, or that open the sentence.

    "На заседании комитет избрал товарища А секретарём": an opening phrase holds for the sentence if it names somebody.
    """
    items = parsed.items
    cues = [(at, _reach(items[at])) for at in items.where("parts", "outcomes", "acts", "acts_undergone")]
    opens = _OPENS if parsed.names else 0
    near = [at for at in _named(items) if any(at < opens or abs(at - cue) <= reach for cue, reach in cues)]
    return {code for at in near for code in items[at].codes("meetings")}


def _reach(cue: Item) -> int:
    """How far a meeting's word may stand from a cue: people speak everywhere, so that must be told "at the meeting"."""
    far = cue.codes("outcomes") or cue.codes("parts") not in ((), ("speaks",))
    return _REACH if far else _REACH_OF_SPEECH


def meeting_of(page: Page, cast: Cast, scenes: Sequence[Scene]) -> Meeting | None:
    """The article's main meeting; None where its words only come up in a report of something else."""
    told = _told(page)
    specific = {code: count for code, count in told.items() if code != _GENERAL} or told
    if not specific:
        return None
    kind = max(specific, key=lambda code: specific[code])
    naming = [parsed for parsed in page.sentences if kind in _types(parsed)] or list(
        page.sentences[:_OPENING_SENTENCES]
    )
    date = next((date for parsed in naming[:_DATED_SENTENCES] if (date := day_of(parsed))), None)
    host = _host(page, naming, kind, cast, scenes)
    return Meeting(kind, page.article.id, 0, date, host, None)


def _told(page: Page) -> Counter[str]:
    """How much an article tells of each type of meeting: what people do there counts most, the lead much."""
    told: Counter[str] = Counter()
    held: set[str] = set()
    for index, parsed in enumerate(page.sentences):
        acted = _acted(parsed)
        opening = index < _OPENING_SENTENCES
        for code in dict.fromkeys(_types(parsed)):
            told[code] += _ACTED if code in acted else _OPENING if opening else 1
        held |= acted | (set(_types(parsed)) if _announces(parsed, opening=opening) else set())
    for code in _led_by(page.sentences[:2]):
        told[code] += _LEAD
    found = Counter({code: count for code, count in told.items() if code in held})
    if any(_meets_voters(parsed) for parsed in page.sentences[:_OPENING_SENTENCES]):
        found[_WITH_VOTERS] = _DECIDED
    return found


def _announces(parsed: Parsed, *, opening: bool) -> bool:
    """Whether a sentence by itself makes a meeting known: a headline, a caption, a lead that tells who holds it.

    Visits and working sessions are told by verbs ("inspected", "worked with"): in the lead, with who did it.
    """
    if parsed.sentence.kind in (LineKind.HEADLINE, LineKind.CAPTION):
        return True
    somebody = bool(parsed.names or parsed.titles or any(body.kind for body in parsed.bodies))
    done = somebody and any(code in _WITH_OTHERS for code in _types(parsed))
    return opening and (done or bool(parsed.items.where("markers:holds")))


def _host(page: Page, naming: Sequence[Parsed], kind: str, cast: Cast, scenes: Sequence[Scene]) -> Body | None:
    """Who holds the meeting: the body told to hold it, else the one that its leader leads."""
    opening = [parsed for parsed in page.sentences[:_OPENING_SENTENCES] if parsed not in naming]
    for parsed in [*opening, *naming]:
        body = _holder(parsed, (kind,) if parsed in naming else (_GENERAL,))
        if body is not None:
            return ground_body(body, page)
    if kind == "session":
        council = next((body for parsed in naming if (body := _deciding(parsed)) is not None), None)
        if council is not None:
            return ground_body(council, page)
    for part in ("concludes", "chairs"):
        for scene in scenes:
            if scene.actors and scene.parsed.items.where(f"parts:{part}"):
                posts = cast.people[scene.actors[0].person].posts
                return next((post.body for post in posts if post.body.kind in _HOSTS and post.current), None)
    return None


def _holder(parsed: Parsed, types: Sequence[str]) -> BodyMention | None:
    """The body before a verb of holding, or right after the meeting's word: "konferencja Komitetu Wykonawczego"."""
    words = parsed.items.where(*(f"meetings:{code}" for code in types))
    held = parsed.items.where("markers:holds")
    bodies = [body for body in parsed.bodies if body.kind in _HOSTS]
    own = not set(types) & set(_WITH_OTHERS)
    after = [body for body in bodies if own and any(_right_after(parsed.items, at, body.first) for at in words)]
    before = [body for body in bodies if any(body.last <= at for at in held) and words]
    return next(iter([*before[:1], *after[:1]]), None)


def _deciding(parsed: Parsed) -> BodyMention | None:
    """The council or assembly that votes in a sentence: "At the session, the People's Council elected …"."""
    votes = parsed.items.where("acts", "outcomes")
    before = [body for body in parsed.bodies if body.kind in _SITTING and any(body.last <= at for at in votes)]
    return next((body for body in before if names_subject(parsed.items, body)), None)


def _right_after(items: Sequence[Item], word: int, body: int) -> bool:
    """Whether a body follows a meeting's word within its phrase: "the 2nd (enlarged) conference of the Committee"."""
    return 0 < body - word <= _NEAR and not any(item.text in ",;:." for item in items[word + 1 : body])


def _meets_voters(parsed: Parsed) -> bool:
    """Whether a sentence tells of a meeting with voters, however far apart its words stand."""
    return bool(parsed.items.where("markers:voters") and parsed.items.where("markers:meets", "meetings"))
