"""Who holds, or held, which role in which body: "Be Thanh Tinh, ketua Dewan Rakyat Provinsi"."""

from collections.abc import Iterator

from kg.facts.cast import Cast
from kg.mentions.page import Page
from kg.model import Passage, Tenure


def find(page: Page, cast: Cast) -> Iterator[Tenure]:
    """A tenure for each post that a title gives a person."""
    for person, individual in zip(cast.persons, cast.people, strict=True):
        for post in individual.posts:
            text = page.article.text[post.start : post.end]
            yield Tenure(
                person=person,
                body=post.body,
                role=post.role,
                current=post.current,
                title=post.title,
                passages=(Passage(page.article.id, post.start, post.end, text),),
                rule=post.rule,
            )
