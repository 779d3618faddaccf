"""All that one article states. A new fact type is one module here and one line in `read`."""

from kg.facts import documents, gatherings, instructions, measures, parts, people, personnel, reviews, tenures
from kg.facts.actors import scenes
from kg.facts.cast import cast_of
from kg.mentions.page import page_of
from kg.model import Article, Reading


def read(article: Article) -> Reading:
    """The facts of an article, in the order of the fact types; DataError when its language has no pack."""
    page = page_of(article)
    cast = cast_of(page)
    acted = scenes(page, cast)
    meeting = gatherings.meeting_of(page)
    return Reading(
        article,
        (
            *people.find(page, cast),
            *tenures.find(page, cast),
            *documents.find(page),
            *gatherings.find(page),
            *parts.find(page, cast, acted, meeting),
            *reviews.find(page, meeting),
            *measures.find(page),
            *instructions.find(page, cast, acted, meeting),
            *personnel.find(page, cast, meeting),
        ),
    )
