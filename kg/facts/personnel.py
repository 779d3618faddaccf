"""Personnel acts: appointed, elected, transferred, dismissed, retired, disciplined.

"Sidang [elected: memilih] Bapak A, Direktur Departemen Keuangan, [as: menjadi] Wakil Ketua Komite Rakyat Provinsi."
"""

from collections.abc import Iterator, Sequence

from kg.facts.acts import GivenPost, Told
from kg.facts.cast import Cast
from kg.facts.deciders import Decision, decision_of
from kg.facts.stretches import ENDING_ACTS
from kg.facts.tenures import ahead, own_posts
from kg.facts.when import day_of, stated_with
from kg.mentions.page import Page
from kg.model import Fact, Meeting, PersonnelAct, Tenure

_WITHOUT_POST = (*ENDING_ACTS, "disciplined")
"""Acts that are told without the post that they concern."""


def find(page: Page, cast: Cast, meeting: Meeting | None, papers: Sequence[Fact]) -> Iterator[Fact]:
    """The acts told, and the tenures that they start or end; `papers` are the documents that the article cites."""
    for told in cast.acts:
        yield from _act(page, cast, told, decision_of(page, told, meeting, papers), meeting)
        if not told.planned and not (told.stretch.ends and ahead(page, told)):
            yield from _tenures(page, cast, told)
            yield from _left_by_another(page, cast, told)


def _act(page: Page, cast: Cast, told: Told, decision: Decision, meeting: Meeting | None) -> Iterator[PersonnelAct]:
    parsed = page.sentences[told.sentence]
    held = meeting.date if meeting and _done_at(meeting, told, decision) else None
    left = _left(cast, told)
    for post in _posts_or_none(cast, told):
        yield PersonnelAct(
            person=cast.persons[told.person],
            act=told.act,
            post_role=post.role if post else None,
            post_body=post.body if post else None,
            from_role=left.role if left else None,
            from_body=left.body if left else None,
            date=told.starts or decision.date or day_of(parsed) or held,
            decided_by=decision.body,
            by_document=decision.document,
            planned=told.planned,
            replaces=cast.persons[told.replaced] if told.replaced is not None else None,
            passages=(parsed.passage(page.article.id),),
            rule=f"{told.act}-verb",
        )


def _done_at(meeting: Meeting, told: Told, decision: Decision) -> bool:
    """Whether an act is done at the meeting: people are elected there, and a council dismisses only there."""
    host = meeting.host
    council = host is not None and host.kind == "people-council" and decision.body == host
    return told.act == "elected" or (told.act == "dismissed" and council)


def _left(cast: Cast, told: Told) -> GivenPost | None:
    """The only post, a committee's seat aside, from which the sentence tells that somebody is moved to another."""
    if told.act != "transferred" or not told.posts:
        return None
    own = {(post.role, post.body): post for post in own_posts(cast, told) if post.role != "member" and post.current}
    return GivenPost(*next(iter(own)), "") if len(own) == 1 else None


def _posts(cast: Cast, told: Told) -> Sequence[GivenPost]:
    """The posts that the act names; of an ending that names none, those that the sentence tells of the person."""
    if told.posts or not told.stretch.ends:
        return told.posts
    return [GivenPost(post.role, post.body, post.title, post.start, post.end) for post in own_posts(cast, told)]


def _posts_or_none(cast: Cast, told: Told) -> Sequence[GivenPost | None]:
    """The posts of an act; one None for an act that may be told without any."""
    return _posts(cast, told) or ([None] if told.act in _WITHOUT_POST else [])


def _tenures(page: Page, cast: Cast, told: Told) -> Iterator[Tenure]:
    parsed, ends = page.sentences[told.sentence], told.stretch.ends
    for post in _posts(cast, told):
        yield Tenure(
            person=cast.persons[told.person],
            body=post.body,
            role=post.role,
            current=not ends,
            title=post.text,
            start=None if ends else told.starts,
            end=told.starts if ends else None,
            term=stated_with(parsed, post.end).term,
            passages=(parsed.passage(page.article.id),),
            rule="post-given-up" if ends else "post-taken-up",
        )


def _left_by_another(page: Page, cast: Cast, told: Told) -> Iterator[Tenure]:
    """The posts, a committee's seat aside, of the one whose place the person takes."""
    if told.replaced is None or any(other.person == told.replaced and other.stretch.ends for other in cast.acts):
        return
    for post in told.posts:
        if post.role != "member":
            yield Tenure(
                person=cast.persons[told.replaced],
                body=post.body,
                role=post.role,
                current=False,
                title=post.text,
                passages=(page.sentences[told.sentence].passage(page.article.id),),
                rule="post-of-the-replaced",
            )
