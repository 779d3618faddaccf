"""What an article as a whole tells before any sentence is read: its language's lexicon, its province, its date."""

from dataclasses import dataclass

from kg.lexicon.pack import Lexicon, lexicon
from kg.model import Article, Place
from kg.names.gazetteer import gazetteer, slug


@dataclass(frozen=True, slots=True)
class Setting:
    """The frame in which the sentences of one article are read."""

    article: str
    language: str
    lexicon: Lexicon
    province: Place | None
    """The province that a sentence leaves out."""
    published: str | None
    others: frozenset[str] = frozenset()
    """The further provinces that the article names, as keys of the gazetteer."""

    @property
    def province_slug(self) -> str | None:
        """The province as a key of the gazetteer."""
        return slug(self.province.name) if self.province else None


def setting_of(article: Article) -> Setting:
    """The setting of an article; its province from the URL, the publisher's host or the source it republishes."""
    book = gazetteer()
    province = None
    for address in (article.based_on, article.url, article.publisher):
        province = province or (book.province_in_url(address) if address else None)
    return Setting(article.id, article.language, lexicon(article.language), province, article.published)
