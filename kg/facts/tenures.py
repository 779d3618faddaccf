"""Who holds, or held, which role in which body: "Be Thanh Tinh, ketua Dewan Rakyat Provinsi"."""

from collections.abc import Iterator, Sequence

from kg.facts.actors import Scene
from kg.facts.acts import Told
from kg.facts.cast import Cast
from kg.facts.complements import served
from kg.facts.ground import ground_body
from kg.facts.posts import Post
from kg.facts.when import date_in, stated_with
from kg.mentions.bodies import BodyMention
from kg.mentions.page import Page, Parsed
from kg.mentions.titles import TitleMention
from kg.model import Body, Passage, Tenure


def find(page: Page, cast: Cast, scenes: Sequence[Scene]) -> Iterator[Tenure]:
    """A tenure for each post that a title gives a person, and for each that they are told to have held before."""
    left = left_posts(page, cast)
    for index, (person, individual) in enumerate(zip(cast.persons, cast.people, strict=True)):
        for post in individual.posts:
            when = stated_with(page.sentences[post.sentence], _title_end(post))
            end = max(post.end, when.stop or post.end)
            yield Tenure(
                person=person,
                body=post.body,
                role=post.role,
                current=post.current and (index, post.role, post.body) not in left,
                title=post.title,
                start=when.start,
                end=when.end,
                term=when.term,
                passages=(Passage(page.article.id, post.start, end, page.article.text[post.start : end]),),
                rule=post.rule,
            )
    for scene in scenes:
        yield from _served(page, cast, scene)


def _title_end(post: Post) -> int:
    """Where the words of a post's title end, be its holder named before or after it."""
    return post.start + len(post.title) if post.rule == "title-before-name" else post.end


def _served(page: Page, cast: Cast, scene: Scene) -> Iterator[Tenure]:
    """The posts that somebody is told to have held: the one named before, else the one told of before."""
    for title in served(scene.parsed, page.setting):
        before = [actor.person for actor in scene.actors if actor.first < title.first]
        person = before[-1] if before else scene.speaker
        body = _body(page, scene.parsed, title)
        if person is None or body is None:
            continue
        when = stated_with(scene.parsed, title.end)
        yield Tenure(
            person=cast.persons[person],
            body=body,
            role=title.role(body.kind),
            current=False,
            title=page.article.text[title.start : title.end],
            start=when.start,
            end=when.end,
            term=when.term,
            passages=(scene.parsed.passage(page.article.id),),
            rule="post-held-before",
        )


def _body(page: Page, parsed: Parsed, title: TitleMention) -> Body | None:
    """The body of a former post; the place that its title leaves out is the one that the sentence named before."""
    kind = (title.body.kind if title.body is not None else None) or title.default_kind()
    if title.body is None or kind is None:
        return None
    return ground_body(title.body, page, kind, _near(parsed, title.body))


def _near(parsed: Parsed, mention: BodyMention) -> BodyMention | None:
    earlier = [body for body in parsed.bodies if body.start < mention.start and body.level == mention.level]
    return earlier[-1] if earlier else None


def left_posts(page: Page, cast: Cast) -> frozenset[tuple[int, str, Body]]:
    """The posts, as (index of the person, role, body), that the article tells are given up: they are held no more.

    An act still planned or ahead leaves the post as it is; a transfer ends the posts that its sentence tells of the
    person, but not their seat in a committee.
    """
    left: set[tuple[int, str, Body]] = set()
    for told in cast.acts:
        if told.planned or (told.act == "retired" and ahead(page, told)):
            continue
        if told.stretch.ends:
            left |= {(told.person, post.role, post.body) for post in told.posts}
        if told.act == "transferred" and told.posts:
            left |= {(told.person, post.role, post.body) for post in own_posts(cast, told) if post.role != "member"}
        elif told.stretch.ends and not told.posts and not ahead(page, told):
            left |= {(told.person, post.role, post.body) for post in own_posts(cast, told)}
        elif not told.stretch.ends:
            left |= {(told.person, post.role, post.body) for post in _risen_from(cast, told)}
    return frozenset(left)


def _risen_from(cast: Cast, told: Told) -> Iterator[Post]:
    """The posts that a promotion within a body leaves behind: its deputy director becomes its director."""
    taken_up = {post.body: post.role for post in told.posts if post.role != "member"}
    for post in own_posts(cast, told):
        if post.role not in ("member", taken_up.get(post.body, post.role)):
            yield post


def own_posts(cast: Cast, told: Told) -> list[Post]:
    """The posts that the sentence of an act tells of its person."""
    return [post for post in cast.people[told.person].posts if post.sentence == told.sentence]


def ahead(page: Page, told: Told) -> bool:
    """Whether the act takes effect only after the article was published."""
    date = told.starts or date_in(page.sentences[told.sentence])
    published = page.article.published
    if not date or not published:
        return False
    known = min(len(date), len(published))
    return date[:known] > published[:known]
