"""All that one article states. A new fact type is one module here and one line in `read_page`."""

from kg.facts import (
    documents,
    gatherings,
    instructions,
    measures,
    parts,
    people,
    personnel,
    reviews,
    tenures,
    unnumbered,
)
from kg.facts.actors import scenes
from kg.facts.cast import cast_of
from kg.facts.fingerprint import fingerprint
from kg.facts.signers import signers
from kg.mentions.page import Page, page_of
from kg.model import Article, Citation, Reading


def read(article: Article) -> Reading:
    """The facts of an article; DataError when its language has no pack."""
    return read_page(page_of(article))


def read_page(page: Page) -> Reading:
    """The facts of a parsed article, in the order of the fact types."""
    cast = cast_of(page)
    acted = scenes(page, cast)
    meeting = gatherings.meeting_of(page, cast, acted)
    papers = (*documents.find(page, signers(cast, acted)), *unnumbered.find(page))
    context = instructions.Context(meeting, tuple(fact for fact in papers if isinstance(fact, Citation)))
    asked = tuple(instructions.find(page, cast, acted, context))
    found = (
        *people.find(page, cast),
        *tenures.find(page, cast, acted),
        *papers,
        *gatherings.find(page, meeting),
        *parts.find(page, cast, acted, meeting),
        *reviews.find(page, meeting),
        *measures.find(page),
        *asked,
        *instructions.spoken(asked, page),
        *personnel.find(page, cast, meeting, papers),
    )
    return Reading(page.article, found, fingerprint(page, found))
