"""Personnel acts: appointed, elected, transferred, dismissed, retired, disciplined.

"Sidang [elected: memilih] Bapak A, Direktur Departemen Keuangan, [as: menjadi] Wakil Ketua Komite Rakyat Provinsi."
"""

from collections.abc import Iterator, Sequence

from kg.facts.acts import ENDING_ACTS, GivenPost, Told
from kg.facts.cast import Cast
from kg.facts.ground import ground_body
from kg.facts.tenures import ahead
from kg.facts.when import date_in
from kg.mentions.page import Page, Parsed
from kg.model import Body, Citation, Document, Fact, Issuance, Meeting, PersonnelAct, Tenure

_WITHOUT_POST = (*ENDING_ACTS, "disciplined")
"""Acts that are told without the post that they concern."""
_DECIDES = ("decision", "resolution")
_DECIDERS = (
    "party-standing-committee",
    "party-executive-committee",
    "party-committee",
    "party-congress",
    "people-council",
    "people-committee",
    "politburo",
    "secretariat",
    "central-committee",
    "national-assembly",
    "national-assembly-standing-committee",
    "government",
    "ministry",
    "department",
    "state",
    "youth-union",
    "women-union",
    "farmers-union",
    "trade-union",
    "veterans-association",
    "fatherland-front",
)


def find(page: Page, cast: Cast, meeting: Meeting | None, papers: Sequence[Fact]) -> Iterator[Fact]:
    """The acts told, and the tenures that they start or end; `papers` are the documents that the article cites."""
    for told in cast.acts:
        yield from _act(page, cast, told, meeting, papers)
        if not told.planned and not ahead(page, told):
            yield from _tenures(page, cast, told)


def _act(page: Page, cast: Cast, told: Told, meeting: Meeting | None, papers: Sequence[Fact]) -> Iterator[PersonnelAct]:
    parsed = page.sentences[told.sentence]
    decision = _decision(parsed, papers)
    issued = [fact for fact in papers if isinstance(fact, Issuance) and fact.document == decision]
    dates = [
        date_in(parsed),
        *(fact.date for fact in issued),
        meeting.date if meeting and told.act == "elected" else None,
    ]
    deciders = [_decider(page, parsed, meeting), *(fact.body for fact in issued)]
    for post in _posts_or_none(cast, told):
        yield PersonnelAct(
            person=cast.persons[told.person],
            act=told.act,
            post_role=post.role if post else None,
            post_body=post.body if post else None,
            date=next((date for date in dates if date), None),
            decided_by=next((body for body in deciders if body), None),
            by_document=decision,
            planned=told.planned,
            passages=(parsed.passage(page.article.id),),
            rule=f"{told.act}-verb",
        )


def _decision(parsed: Parsed, papers: Sequence[Fact]) -> Document | None:
    """The decision by which an act is done: the only one that its sentence cites."""
    sentence = parsed.sentence
    cited = {
        fact.document
        for fact in papers
        if isinstance(fact, Citation)
        and fact.document.type in _DECIDES
        and any(sentence.start <= passage.start < sentence.end for passage in fact.passages)
    }
    return cited.pop() if len(cited) == 1 else None


def _posts(cast: Cast, told: Told) -> Sequence[GivenPost]:
    """The posts that the act names; of an ending that names none, those that the sentence tells of the person."""
    if told.posts or told.act not in ENDING_ACTS:
        return told.posts
    own = [post for post in cast.people[told.person].posts if post.sentence == told.sentence]
    return [GivenPost(post.role, post.body, post.title) for post in own]


def _posts_or_none(cast: Cast, told: Told) -> Sequence[GivenPost | None]:
    """The posts of an act; one None for an act that may be told without any."""
    return _posts(cast, told) or ([None] if told.act in _WITHOUT_POST else [])


def _tenures(page: Page, cast: Cast, told: Told) -> Iterator[Tenure]:
    ends = told.act in ENDING_ACTS
    for post in _posts(cast, told):
        yield Tenure(
            person=cast.persons[told.person],
            body=post.body,
            role=post.role,
            current=not ends,
            title=post.text,
            passages=(page.sentences[told.sentence].passage(page.article.id),),
            rule="post-given-up" if ends else "post-taken-up",
        )


def _decider(page: Page, parsed: Parsed, meeting: Meeting | None) -> Body | None:
    """The body named before the verb, else the meeting's host where the sentence names the meeting."""
    first = next(at for at, item in enumerate(parsed.items) if item.codes("acts") or item.codes("acts_undergone"))
    before = [body for body in parsed.bodies if body.first < first and body.kind in _DECIDERS]
    if before:
        return ground_body(before[-1], page)
    names_meeting = any(item.codes("meetings") for item in parsed.items[:first])
    return meeting.host if meeting is not None and names_meeting else None
