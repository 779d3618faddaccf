"""Numbered documents in a sentence: the number as the Vietnamese series writes it, the type, the issuer's code.

"Уведомлении № 176-TB/VPTU" is a notice by its code and by the word before it. Where the two disagree, the word is a
translator's ("Постановление № 2583-QD/TU" is a decision): the code decides, the word chooses among the code's types.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.mentions.dates import DateMention
from kg.mentions.document_codes import PARTY, STATE, Issuer, Series, codes
from kg.mentions.document_numbers import Number, before_sign, find_numbers, type_words
from kg.mentions.items import Item
from kg.model import Sentence

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Words that name a numbered document: items[first:last], the type word included where one stands before."""

    first: int
    last: int
    start: int
    end: int
    at: int
    """The item at which the number begins."""
    number: str
    """As the Vietnamese series writes it: "18-NQ/TW"; only digits where no code is told."""
    printed: str
    """The number as the article writes it."""
    type: str
    words: tuple[str, ...]
    """The types that the words before the number can stand for."""
    issuer: Issuer | None = None
    year: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it is digits only, without a code or a year."""
        return self.number.isdigit()


def find_documents(
    sentence: Sentence, items: Sequence[Item], dates: Collection[DateMention]
) -> tuple[DocumentMention, ...]:
    """The numbered documents that a sentence names, in order; `items` and `dates` are the sentence's own."""
    if _DIGIT.search(sentence.text) is None:
        return ()
    dated = {at for date in dates for at in range(date.first, date.last)}
    found: list[DocumentMention] = []
    for number in find_numbers(sentence, items, dated):
        before = found[-1] if found and number.joined else None
        found.append(_mention(number, items, dated, before))
    return tuple(found)


def _mention(
    number: Number, items: Sequence[Item], dated: Collection[int], before: DocumentMention | None
) -> DocumentMention:
    sign = before_sign(items, number.first)
    first, types = type_words(items, sign, dated, strict=not number.codes)
    if before is not None and not types:
        first, types = sign, before.words
    series = next((one for one in number.series if set(one.types) & set(types)), next(iter(number.series), None))
    return DocumentMention(
        first,
        number.last,
        items[first].start,
        items[number.last - 1].end,
        number.first,
        _canonical(number, series),
        number.printed,
        _type(series, types),
        types,
        number.issuer,
        number.year,
    )


def _type(series: Series | None, words: Sequence[str]) -> str:
    """The type of a document: the code's, of several the one that the words name."""
    if series is None:
        return words[0] if words else "other"
    return next((code for code in series.types if code in words), series.types[0])


def _canonical(number: Number, series: Series | None) -> str:
    """The number as the Vietnamese series writes it."""
    digits = f"{int(number.digits):02}"
    if not number.codes:
        return f"{digits}/{number.year}" if number.year else digits
    parts = [codes().latin(part) for part in number.codes]
    if series is not None and series.code:
        parts[0] = series.code
    if number.issuer is not None:
        part = number.codes[number.issuer_at]
        parts[number.issuer_at] = number.issuer.code + part[len(part.rstrip("0123456789")) :]
    style = number.issuer.style if number.issuer else PARTY if number.year is None else STATE
    if number.year or style == STATE:
        return "/".join([digits, *([number.year] if number.year else []), "-".join(parts)])
    return f"{digits}-{parts[0]}" + ("/" + "-".join(parts[1:]) if parts[1:] else "")
