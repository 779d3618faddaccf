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
from kg.model import Body, Fact, Meeting, PersonnelAct, Tenure


def find(page: Page, cast: Cast, meeting: Meeting | None) -> Iterator[Fact]:
    """The acts told, and the tenures that they start or end."""
    for told in cast.acts:
        yield from _act(page, cast, told, meeting)
        if not told.planned and not ahead(page, told):
            yield from _tenures(page, cast, told)


def _act(page: Page, cast: Cast, told: Told, meeting: Meeting | None) -> Iterator[PersonnelAct]:
    parsed = page.sentences[told.sentence]
    for post in _posts(cast, told) or ([None] if told.act in ENDING_ACTS else []):
        yield PersonnelAct(
            person=cast.persons[told.person],
            act=told.act,
            post_role=post.role if post else None,
            post_body=post.body if post else None,
            date=date_in(parsed, page.setting) or (meeting.date if meeting and told.act == "elected" else None),
            decided_by=_decider(page, parsed, meeting),
            planned=told.planned,
            passages=(parsed.passage(page.article.id),),
            rule=f"{told.act}-verb",
        )


def _posts(cast: Cast, told: Told) -> Sequence[GivenPost]:
    """The posts that the act names; of an ending that names none, those that the sentence tells of the person."""
    if told.posts or told.act not in ENDING_ACTS:
        return told.posts
    own = [post for post in cast.people[told.person].posts if post.sentence == told.sentence]
    return [GivenPost(post.role, post.body, post.title) for post in own]


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
    before = [body for body in parsed.bodies if body.first < first and body.kind is not None]
    if before:
        return ground_body(before[-1], page)
    names_meeting = any(item.codes("meetings") for item in parsed.items[:first])
    return meeting.host if meeting is not None and names_meeting else None
