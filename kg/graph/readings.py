"""What each article was read as, kept with it in the graph, so that graphs can be united and resolved again.

A resolved graph no longer tells what each article alone said: a name without diacritics has got them from another
article, a resolution without a year has joined a dated one. So an article carries its reading (`gov:reading`) as JSON:

    {"format": 1, "article": {...}, "things": [[class, {...}], ...], "facts": [[class, {...}], ...], "quotes": [...],
     "fingerprint": [sums in base64, figures, names]}

Fields stand as in `kg.model`, those at their default left out. A thing is given by its place in "things" (after those
that it speaks of), a passage by its offsets [start, end]; its words are the graph's, or, where the graph does not have
them since a person judged their fact wrong, in "quotes": [start, words, words before, words after].
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Container, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache, partial
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from kg.model import (
    Article,
    Body,
    Document,
    Fact,
    Fingerprint,
    Meeting,
    Passage,
    Person,
    Place,
    Reading,
    Spelling,
    Target,
)

FORMAT: Final = 1
CONTEXT: Final = 32
"""Characters of the text before and after a passage that are kept with it."""
SUM_BYTES: Final = 4
Json = Any
T = TypeVar("T")
_THINGS: Final = {kind.__name__: kind for kind in (Person, Body, Place, Document, Meeting, Target)}
_FACTS: Final = {kind.__name__: kind for kind in Fact.__subclasses__()}
_NOT_REPEATED: Final = ("id", "text", "digest")
"""What the graph itself tells of an article; its text is not kept."""


# ---------------------------------------------------------------- writing


@dataclass(frozen=True, slots=True)
class _Table:
    """The things that the facts of an article speak of, each once."""

    places: dict[object, int] = field(default_factory=dict)
    rows: list[Json] = field(default_factory=list)

    def row(self, value: object) -> Json:
        """A dataclass as its class and the fields that are not at their default."""
        return [type(value).__name__, self.told(value)]

    def told(self, value: Any) -> dict[str, Json]:  # noqa: ANN401 - any dataclass of the model
        """The fields of a dataclass that are not at their default."""
        values = ((one.name, getattr(value, one.name), one.default) for one in fields(value))
        return {name: self._plain(found) for name, found, default in values if default is MISSING or found != default}

    def _plain(self, value: object) -> Json:
        match value:
            case tuple():
                return [self._plain(item) for item in value]
            case Passage():
                return [value.start, value.end]
            case Spelling():
                return [value.text, value.language, value.declined]
            case _ if type(value).__name__ in _THINGS:
                return self._place(value)
        return value

    def _place(self, thing: object) -> int:
        if thing not in self.places:
            row = self.row(thing)
            self.places[thing] = len(self.rows)
            self.rows.append(row)
        return self.places[thing]


def kept(reading: Reading, stated: Container[Passage]) -> str:
    """A reading as one line of JSON, the same for the same reading; `stated` are the passages that the graph has."""
    table = _Table()
    article = {name: value for name, value in table.told(reading.article).items() if name not in _NOT_REPEATED}
    facts = [table.row(fact) for fact in reading.facts]
    left_out = sorted({passage for fact in reading.facts for passage in fact.passages if passage not in stated})
    quotes = [[one.start, one.exact, *around(reading.article.text, one)] for one in left_out]
    whole = {"format": FORMAT, "article": article, "things": table.rows, "facts": facts, "quotes": quotes}
    whole["fingerprint"] = _packed(reading.fingerprint)
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _packed(fingerprint: Fingerprint) -> list[str]:
    """Sums of four bytes each in base64; figures and names hold no blanks."""
    sums = b"".join(one.to_bytes(SUM_BYTES) for one in fingerprint.sums)
    return [b64encode(sums).decode(), " ".join(fingerprint.figures), " ".join(fingerprint.names)]


def _unpacked(values: list[str]) -> Fingerprint:
    packed, figures, names = values
    sums = b64decode(packed, validate=True)
    found = (int.from_bytes(sums[at : at + SUM_BYTES]) for at in range(0, len(sums), SUM_BYTES))
    return Fingerprint(tuple(found), tuple(figures.split()), tuple(names.split()))


def around(text: str, passage: Passage) -> tuple[str, str]:
    """What of a text stands before and after a passage, as far as graphs keep it."""
    return text[max(0, passage.start - CONTEXT) : passage.start], text[passage.end : passage.end + CONTEXT]


# ---------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article with what stands around them, as a graph keeps them."""

    start: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.exact)


Quotes = Mapping[tuple[int, int], Quote]
"""The quotes of one article by their offsets."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the values of a reading may refer to."""

    article: str
    quotes: Quotes
    things: list[object] = field(default_factory=list)


_Decode = Callable[[Json, _Known], object]


def recovered(text: str, identifier: str, digest: str, quotes: Quotes) -> Reading:
    """The reading that JSON tells of an article; ValueError saying what is wrong where it tells none."""
    whole = json.loads(text)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError("it is in a form that this version of kg does not know")
    try:
        own = [Quote(*quote) for quote in whole["quotes"]]
        known = _Known(identifier, {**quotes, **{(quote.start, quote.end): quote for quote in own}})
        for name, values in whole["things"]:
            known.things.append(_built(_THINGS[name], values, known))
        facts = tuple(_fact(name, values, known) for name, values in whole["facts"])
        told = {"id": identifier, "text": blanked(known.quotes), "digest": digest}
        article = _built(Article, whole["article"] | told, known)
        fingerprint = _unpacked(whole["fingerprint"])
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"it lacks or misplaces {error}") from None
    return Reading(article, facts, fingerprint)


def blanked(quotes: Quotes) -> str:
    """An article's text as far as it is quoted, blank between the quotes.

    >>> blanked({(4, 6): Quote(4, "is", "x ", " so")})
    '  x is so'
    """
    pieces = [(quote.start - len(quote.prefix), quote.prefix + quote.exact + quote.suffix) for quote in quotes.values()]
    text = [" "] * max((start + len(piece) for start, piece in pieces), default=0)
    for start, piece in pieces:
        text[start : start + len(piece)] = piece
    return "".join(text)


def _fact(name: str, values: Json, known: _Known) -> Fact:
    return _built(_FACTS[name], values, known)


def _built(kind: Callable[..., T], values: Json, known: _Known) -> T:
    decoders = _decoders(kind)
    return kind(**{name: decoders[name](value, known) for name, value in values.items()})


@cache
def _decoders(kind: Callable[..., object]) -> dict[str, _Decode]:
    return {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}


def _decoder(hint: object) -> _Decode:
    """What turns the JSON of a field into a value of its type."""
    options = get_args(hint) or (hint,)
    if get_origin(hint) is tuple:
        return _each(_decoder(options[0]))
    if hint is Passage:
        return _passage
    if hint is Spelling:
        return _spelling
    if set(options) & set(_THINGS.values()):
        return partial(_thing, tuple(option for option in options if isinstance(option, type)))
    return partial(_scalar, tuple(option for option in options if isinstance(option, type)))


def _each(decode: _Decode) -> _Decode:
    return lambda value, known: tuple(decode(item, known) for item in value)


def _passage(value: Json, known: _Known) -> Passage:
    start, end = value
    return Passage(known.article, start, end, known.quotes[start, end].exact)


def _spelling(value: Json, known: _Known) -> Spelling:
    del known
    text, language, declined = value
    return Spelling(text, language, declined)


def _thing(kinds: tuple[type, ...], value: Json, known: _Known) -> object:
    return _scalar(kinds, None if value is None else known.things[value], known)


def _scalar(kinds: tuple[type, ...], value: Json, known: _Known) -> object:
    del known
    if type(value) not in kinds:
        raise TypeError(f"{value!r}, which should be {' or '.join(kind.__name__ for kind in kinds)}")
    return value
