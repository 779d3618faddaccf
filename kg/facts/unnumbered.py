"""Documents that have no number but one issuer each: "the Resolution of the 1st Provincial Party Congress".

`data/documents.toml` tells of which bodies ([one_of_a_kind]); a body not known leaves the document unsaid. Which
congress it is, the words tell by its term or by an ordinal: "1st", "lần thứ XIV", "XIV съезда", "ke-1".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.facts.ground import ground_body
from kg.facts.when import stated_with
from kg.mentions.bodies import BodyMention
from kg.mentions.document_codes import codes
from kg.mentions.items import Item
from kg.mentions.ordinals import is_ordinal, ordinal_in, term_of
from kg.mentions.page import Page, Parsed
from kg.model import Body, Citation, Document, Fact, Issuance, Passage

_ORDINAL_WORDS = 4
_JOINING = ("-", ".")


@dataclass(slots=True)
class _Cluster:
    """Namings of one document: the same type, body and term."""

    type: str
    body: Body
    title: str
    term: str | None
    ordinal: int | None
    passages: list[Passage] = field(default_factory=list)

    def document(self) -> Document:
        """The document that they name."""
        return Document(
            type=self.type,
            place=self.body.place,
            when=self.term,
            title=self.title,
            issuer=self.body,
            ordinal=self.ordinal,
        )


def find(page: Page) -> Iterator[Fact]:
    """A citation and an issue for each such document that the article names."""
    clusters: list[_Cluster] = []
    for parsed in page.sentences:
        for found in _named(page, parsed):
            known = next((one for one in clusters if _same(one, found)), None)
            if known is None:
                clusters.append(found)
            else:
                known.passages += found.passages
                known.term = known.term or found.term
                known.ordinal = known.ordinal or found.ordinal
    for cluster in clusters:
        document, passages = cluster.document(), tuple(dict.fromkeys(cluster.passages))
        yield Citation(document=document, passages=passages, rule="document-of-body")
        yield Issuance(document=document, body=cluster.body, passages=passages, rule="issuer-words")


def _same(one: _Cluster, other: _Cluster) -> bool:
    agree = None in (one.term, other.term) or one.term == other.term
    counted = None in (one.ordinal, other.ordinal) or one.ordinal == other.ordinal
    return agree and counted and (one.type, one.body) == (other.type, other.body)


def _named(page: Page, parsed: Parsed) -> Iterator[_Cluster]:
    """The documents of a sentence: a type word, and behind it the body of which they are the only one."""
    numbered = {mention.first for mention in parsed.documents}
    for at in parsed.items.where("doctypes"):
        item = parsed.items[at]
        for document_type in item.codes("doctypes"):
            body = None if at in numbered else _issuer(parsed, at + 1, codes().one_of_a_kind.get(document_type, ()))
            issuer = ground_body(body, page) if body is not None and body.level is not None else None
            if body is not None and issuer is not None and (issuer.place or issuer.level == "central"):
                ordinal, end = ordinal_in(page.article.text, item.end, body.end)
                term = stated_with(parsed, end).term or term_of(issuer, ordinal)
                title = page.article.text[item.start : end]
                yield _Cluster(document_type, issuer, title, term, ordinal, [parsed.passage(page.article.id)])


def _issuer(parsed: Parsed, at: int, kinds: tuple[str, ...]) -> BodyMention | None:
    """The body of one of these kinds that begins at an item, or behind a preposition and an ordinal."""
    by_first = {body.first: body for body in parsed.bodies}
    for here in range(at, min(len(parsed.items), at + 1 + _ORDINAL_WORDS)):
        body = by_first.get(here)
        if body is not None:
            return body if body.kind in kinds else None
        if not _leads_on(parsed.items[here]):
            break
    return None


def _leads_on(item: Item) -> bool:
    """Whether a body's name may begin behind a word: "of", "the", an ordinal and its ending."""
    ordinal = item.text[0].isdigit() or item.text.isupper() or is_ordinal(item.text)
    return ordinal or item.text in _JOINING or bool(item.codes("glue"))
