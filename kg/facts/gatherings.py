"""The meeting that an article tells of: its type, date, host and place.

"Pada pagi hari tanggal 10 Desember 2025, Komite Eksekutif Partai Provinsi menyelenggarakan Konferensi ke-4."
"""

from collections import Counter
from collections.abc import Iterator

from kg.facts.ground import ground_body
from kg.facts.when import date_in
from kg.mentions.page import Page, Parsed
from kg.model import Body, Gathering, Meeting

_GENERAL = "other"
_WITH_VOTERS = "contact-voters"
_DECIDED = 1_000
"""More than any count: an article that opens with deputies meeting voters is about that, whatever it calls it later."""
_ACTED, _OPENING, _OPENING_SENTENCES = 3, 2, 3
"""How much a sentence counts that tells what somebody did at the meeting, and one of the opening."""
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
    """The meeting types whose words stand in a sentence, in order; "10 conferences" is no meeting."""
    counted = [at for at, item in enumerate(parsed.items) if at and parsed.items[at - 1].text.isdigit()]
    return [code for at, item in enumerate(parsed.items) if at not in counted for code in item.codes("meetings")]


def meeting_of(page: Page) -> Meeting | None:
    """The article's main meeting: the type at which people do most, the first named if several are equal."""
    told: Counter[str] = Counter()
    if any(_meets_voters(parsed) for parsed in page.sentences[:_OPENING_SENTENCES]):
        told[_WITH_VOTERS] = _DECIDED
    for index, parsed in enumerate(page.sentences):
        acted = any(item.codes("parts") or item.codes("outcomes") for item in parsed.items)
        for code in dict.fromkeys(_types(parsed)):
            told[code] += _ACTED if acted else _OPENING if index < _OPENING_SENTENCES else 1
    specific = {code: count for code, count in told.items() if code != _GENERAL} or told
    if not specific:
        return None
    kind = max(specific, key=lambda code: specific[code])
    naming = [parsed for parsed in page.sentences if kind in _types(parsed)] or list(page.sentences[:_OPENING_SENTENCES])
    date = next((date for parsed in naming[:2] if (date := date_in(parsed, page.setting))), None)
    host = next((host for parsed in naming if (host := _host(parsed, page))), None)
    return Meeting(kind, page.article.id, 0, date, host, None)


def _host(parsed: Parsed, page: Page) -> Body | None:
    """The likeliest host among the bodies that a sentence names outside titles."""
    named = [body for body in parsed.bodies if body.kind in _HOSTS]
    if not named:
        return None
    best = min(named, key=lambda body: (_HOSTS.index(body.kind or ""), body.start))
    return ground_body(best, page)


def _meets_voters(parsed: Parsed) -> bool:
    """Whether a sentence tells of a meeting with voters, however far apart its words stand."""
    return any(item.has("markers:voters") for item in parsed.items) and any(
        item.has("markers:meets") or item.codes("meetings") for item in parsed.items
    )
