"""Which reports are of one meeting, and which only of meetings that are alike."""

import random
from dataclasses import replace

import pytest

from kg import facts
from kg.graph.iris import Iris
from kg.graph.terms import DATA, iri
from kg.graph.triples import triples
from kg.model import (
    Article,
    Body,
    Document,
    Gathering,
    Meeting,
    Participation,
    Passage,
    Person,
    Reading,
    Review,
    Tenure,
)
from kg.names.gazetteer import gazetteer
from kg.resolve import resolve

LANG_SON, CAO_BANG = (gazetteer().find(name, level="province")[0] for name in ("Lạng Sơn", "Cao Bằng"))
PARTY = Body("party-committee", "province", LANG_SON)
EXECUTIVE = Body("party-executive-committee", "province", LANG_SON)
STANDING = Body("party-standing-committee", "province", LANG_SON)
ELSEWHERE = Body("party-committee", "province", CAO_BANG)
UNKNOWN = Body("party-committee", "province")
TEXT = "Mr. Trinh Van An."
NAMES = {
    key: Person(f"{name} Van An", "lang-son")
    for key, name in zip("abcdefgh", ("Bui", "Cao", "Dao", "Ha", "Ho", "Le", "Ma", "Vu"), strict=True)
}


def said(article):
    return {"passages": (Passage(article, 0, len(TEXT), TEXT),), "rule": "r"}


def report(article, *, chairs="", people="", published=None, **told):
    """An article on one meeting; `chairs` and `people` are letters, one for each who chairs or attends."""
    known = {"kind": "conference", "day": "2025-11-03", "host": PARTY} | told
    meeting = Meeting(known["kind"], article, 0, known["day"], known["host"])
    parts = [("chairs", letter) for letter in chairs] + [("attends", letter) for letter in people]
    took_part = [
        Participation(participant=NAMES[one], meeting=meeting, part=part, **said(article)) for part, one in parts
    ]
    return Reading(
        Article(article, TEXT, "en", published=published),
        (Gathering(meeting=meeting, **said(article)), *took_part, *holding(article, chairs + people)),
    )


def holding(article, letters):
    """Posts in one body: those of one name are one person in all articles."""
    return [Tenure(person=NAMES[one], body=PARTY, role="member", **said(article)) for one in letters]


def meetings(*reports):
    """Which articles tell of one meeting, as letters: "ab c"."""
    resolved = resolve(reports)
    of = {}
    for fact in resolved.facts:
        if isinstance(fact, Gathering):
            of.setdefault(fact.meeting, []).extend(passage.article for passage in fact.passages)
    return " ".join(sorted("".join(sorted(found)) for found in of.values()))


BASE = report("a", chairs="a", people="bcd")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (report("b", chairs="a", people="be"), "kind, day, host, the chair and another"),
        (report("b"), "kind, day and host; nobody named"),
        (report("b", people="b"), "kind, day, host and one who took part"),
        (report("b", host=None, chairs="a"), "kind, day and chair"),
        (report("b", host=UNKNOWN, people="bc"), "kind, day and two who took part"),
        (report("b", host=EXECUTIVE, chairs="a"), "a committee, and its executive committee"),
        (report("b", host=STANDING, people="bc"), "a committee, and its standing committee"),
        (
            report("b", day=None, chairs="a", people="b", published="2025-11-05"),
            "no day, but a paper of the days after",
        ),
        (report("b", day="2025-11", chairs="a", people="b", published="2025-11-03"), "only the month told"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_meeting(other, why):
    assert meetings(BASE, other) == meetings(other, BASE) == "ab", why


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (report("b", kind="session", chairs="a", people="bcd"), "another kind"),
        (report("b", day="2025-11-04", chairs="a", people="bcd"), "another day"),
        (report("b", day="2025-10", chairs="a", people="bcd", published="2025-11-05"), "another month"),
        (report("b", host=ELSEWHERE, chairs="a", people="bcd"), "another host"),
        (report("b", chairs="b", people="cd"), "another in the chair"),
        (report("b", people="efg"), "nobody in common"),
        (report("b", host=None), "only kind and day"),
        (report("b", host=None, people="b"), "only one who took part"),
        (report("b", chairs="a", people="efg"), "two meetings that one person chairs"),
        (report("b", day=None, chairs="a", people="b"), "no day and no date of the paper"),
        (report("b", day=None, chairs="a", people="b", published="2025-12-05"), "a paper of a month later"),
        (report("b", day=None, chairs="a", people="b", published="2025-11-01"), "a paper of before"),
        (report("b", day=None, host=None, chairs="a", people="b", published="2025-11-05"), "neither day nor host"),
        (report("b", day=None, chairs="a", published="2025-11-05"), "no day, and only one in common"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_meetings_that_are_only_alike(other, why):
    assert meetings(BASE, other) == "a b", why


def test_an_executive_and_a_standing_committee_meet_apart():
    assert meetings(replace_host(BASE, EXECUTIVE), report("b", host=STANDING, chairs="a", people="bc")) == "a b"


def replace_host(reading, host):
    meeting = replace(reading.facts[0].meeting, host=host)
    return replace(
        reading,
        facts=tuple(replace(fact, meeting=meeting) if hasattr(fact, "meeting") else fact for fact in reading.facts),
    )


@pytest.mark.parametrize("kind", ["visit", "working-session", "contact-voters"])
def test_one_delegation_visits_several_places_in_a_day(kind):
    morning = report("a", kind=kind, chairs="a", people="bc")
    afternoon = report("b", kind=kind, chairs="a", people="bd")
    short = report("b", kind=kind, chairs="a", people="b")
    assert meetings(morning, afternoon) == "a b"
    assert meetings(morning, short) == "ab"
    assert meetings(morning, report("b", kind=kind, chairs="a")) == "a b"


def test_a_report_that_fits_two_meetings_joins_neither():
    one, other = report("a", chairs="a", people="bc"), report("b", chairs="d", people="ef")
    assert meetings(one, other, report("c")) == "a b c"
    assert meetings(one, other, report("c", people="b")) == "ac b"


def test_what_hangs_together_but_does_not_agree_is_taken_apart():
    chain = [
        report("a", host=None, chairs="a", people="bc"),
        report("b", host=None, people="bcde"),
        report("c", host=None, people="defg"),
        report("d", host=None, chairs="h", people="fg"),
    ]
    assert meetings(*chain) == "a b c d"
    assert meetings(*chain[:2]) == "ab"


def version(key, kind):
    """A version of one story, as one translator calls its meeting."""
    told = report(key, kind=kind, day=None, host=None)
    return replace(told, article=replace(told.article, url="https://example.org/1"))


def test_versions_of_a_story_tell_of_one_meeting_whatever_they_call_it():
    read = [version("a", "conference"), version("b", "session"), version("c", "session")]
    assert meetings(*read) == meetings(*reversed(read)) == "abc"
    (meeting,) = {fact.meeting for fact in resolve(read).facts}
    assert (meeting.type, meeting.article) == ("session", "b")


def test_a_story_of_several_meetings_keeps_them_apart_by_kind():
    first, second = version("a", "conference"), version("b", "session")
    both = replace(first, facts=(*first.facts, *version("a", "session").facts))
    assert meetings(both, second) == "a ab"


def test_the_order_of_the_articles_does_not_matter():
    drawn = random.Random(3)
    reports = [
        report(
            f"r{at}",
            day=drawn.choice(["2025-11-03", "2025-11-04", None]),
            host=drawn.choice([PARTY, EXECUTIVE, STANDING, None]),
            chairs=drawn.choice(["", "a", "b"]),
            people=drawn.choice(["", "cd", "cde", "fg"]),
            published=drawn.choice([None, "2025-11-05"]),
        )
        for at in range(40)
    ]
    expected = triples(resolve(reports), DATA)
    for _ in range(3):
        drawn.shuffle(reports)
        assert triples(resolve(reports), DATA) == expected


def test_the_name_that_sorts_first_stays_and_the_others_lead_to_it():
    later = report("b", day=None, chairs="a", people="b", published="2025-11-05")
    resolved = resolve([later, BASE])
    ((meeting, others),) = [(one, rest) for one, rest in resolved.same.items() if isinstance(one, Meeting)]
    assert (meeting.article, meeting.date, [other.article for other in others]) == ("a", "2025-11-03", ["b"])
    iris = Iris(DATA)
    links = {
        (one.subject.value, one.object.value)
        for one in triples(resolved, DATA)
        if one.predicate.value == iri("owl:sameAs")
    }
    assert links == {(iris.of(others[0]).value, iris.of(meeting).value)}


def test_participations_and_reviews_of_both_reports_are_the_meetings():
    document = Document("resolution", "27-NQ/TU", ("27-NQ/TU",), LANG_SON, "2025")
    attends, chairs = report("a", people="ab"), report("b", chairs="a", people="b")
    reviews = [
        Review(meeting=reading.facts[0].meeting, reviewed=document, outcome="approved", **said(reading.article.id))
        for reading in (attends, chairs)
    ]
    read = [replace(one, facts=(*one.facts, review)) for one, review in zip((attends, chairs), reviews, strict=True)]
    found = triples(resolve(read), DATA)
    told = {}
    for one in found:
        told.setdefault(one.predicate.value, []).append((one.subject.value, one.object.value))
    nodes = {object_ for _, object_ in told[iri("gov:inMeeting")]}
    assert len(nodes) == 1
    parts = [object_.rpartition("/")[2] for _, object_ in told[iri("gov:part")]]
    assert sorted(parts) == ["attends", "chairs"], "the strongest part of each, once"
    assert len(told[iri("gov:chairedBy")]) == 1
    approvals = {subject for subject, _ in told[iri("gov:outcome")]}
    assert len(approvals) == 1
    (approval,) = approvals
    assert len([one for one in told[iri("prov:wasDerivedFrom")] if one[0] == approval]) == 2


POLISH = (
    "Konferencja Stałego Komitetu Prowincjonalnego Komitetu Partii Lang Son\n"
    "Rano 14 listopada 2025 r. Stały Komitet Prowincjonalnego Komitetu Partii Lang Son zorganizował konferencję. "
    "Konferencji przewodniczył towarzysz Tran Van Binh, sekretarz Prowincjonalnego Komitetu Partii. "
    "W konferencji uczestniczył towarzysz Ha Van Sinh, zastępca sekretarza Prowincjonalnego Komitetu Partii."
)
ENGLISH = (
    "Work of the year 2026 discussed\n"
    "On the morning of November 14, 2025, the Standing Committee of the Lang Son Provincial Party Committee held a "
    "conference. Mr. Tran Van Binh, Secretary of the Provincial Party Committee, chaired the conference. "
    "Also attending was Mr. Ha Van Sinh, Deputy Secretary of the Provincial Party Committee."
)


def test_two_papers_in_two_languages_report_one_meeting():
    read = [facts.read(Article("en", ENGLISH, "en")), facts.read(Article("pl", POLISH, "pl"))]
    resolved = resolve(read)
    assert resolved.stories == ()
    (meeting,) = {fact.meeting for fact in resolved.facts if isinstance(fact, Gathering)}
    assert (meeting.article, meeting.date) == ("en", "2025-11-14")
    chairs = {fact.participant for fact in resolved.facts if isinstance(fact, Participation) and fact.part == "chairs"}
    assert len(chairs) == 1
