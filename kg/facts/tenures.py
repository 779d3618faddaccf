"""Who holds, or held, which role in which body: "Be Thanh Tinh, ketua Dewan Rakyat Provinsi"."""

from collections.abc import Iterator

from kg.facts.acts import ENDING_ACTS, Told
from kg.facts.cast import Cast
from kg.facts.when import date_in
from kg.mentions.page import Page
from kg.model import Body, Passage, Tenure


def find(page: Page, cast: Cast) -> Iterator[Tenure]:
    """A tenure for each post that a title gives a person."""
    left = left_posts(page, cast)
    for index, (person, individual) in enumerate(zip(cast.persons, cast.people, strict=True)):
        for post in individual.posts:
            text = page.article.text[post.start : post.end]
            yield Tenure(
                person=person,
                body=post.body,
                role=post.role,
                current=post.current and (index, post.role, post.body) not in left,
                title=post.title,
                passages=(Passage(page.article.id, post.start, post.end, text),),
                rule=post.rule,
            )


def left_posts(page: Page, cast: Cast) -> frozenset[tuple[int, str, Body]]:
    """The posts, as (index of the person, role, body), that the article tells are given up: they are held no more.

    An act still planned leaves the post as it is; a transfer ends the posts that its sentence tells of the person,
    but not their seat in a committee.
    """
    left: set[tuple[int, str, Body]] = set()
    for told in cast.acts:
        if told.planned:
            continue
        if told.act in ENDING_ACTS:
            left |= {(told.person, post.role, post.body) for post in told.posts}
        if (told.act == "transferred" and told.posts) or (
            told.act in ENDING_ACTS and not told.posts and not ahead(page, told)
        ):
            own = [
                post
                for post in cast.people[told.person].posts
                if post.sentence == told.sentence and (post.role != "member" or told.act != "transferred")
            ]
            left |= {(told.person, post.role, post.body) for post in own}
    return frozenset(left)


def ahead(page: Page, told: Told) -> bool:
    """Whether the act takes effect only after the article was published."""
    date = date_in(page.sentences[told.sentence])
    published = page.article.published
    return bool(date and published and date[: len(published)] > published)
