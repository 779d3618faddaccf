"""Every name that an article gives a person who holds a post: what the identity of people rests on."""

from collections.abc import Iterator

from kg.facts.cast import Cast, language_tag
from kg.mentions.page import Page
from kg.model import NameMention, Passage, Spelling


def find(page: Page, cast: Cast) -> Iterator[NameMention]:
    """A mention for each place where a person is named in full."""
    for person, individual in zip(cast.persons, cast.people, strict=True):
        for name in sorted(individual.names, key=lambda name: name.start):
            if name.partial:
                continue
            text = page.article.text[name.start : name.end]
            yield NameMention(
                person=person,
                spelling=Spelling(text, language_tag(text, page.article.language), name.name.declined),
                passages=(Passage(page.article.id, name.start, name.end, text),),
                rule="name",
            )
