"""What each line of an article is: headline, caption, byline, source line, boilerplate or prose.

A text comes in, its lines come out with the span of their content; nothing is cut from the text, so no offset shifts.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile, islice, pairwise, takewhile

from kg.model import LineKind
from kg.text.language import folded, folded_strings, strings
from kg.text.signs import (
    LONGEST_BYLINE,
    LONGEST_OPENING,
    MOST_CREDIT_WORDS,
    SENTENCE_END,
    credit_at,
    is_dateline,
    names_only,
    opening,
    source_of,
)

LONGEST_HEADLINE = 220
LONGEST_CAPTION = 400
CLOSING_BYLINES = 2
# "QTO - Сегодня утром …", "(GLO)- Setelah 2,5 hari …", "HNN.VN - …": the newspaper's mark opens the first paragraph.
_AGENCY = re.compile(r"\([A-ZĐ.]{2,10}\)|[A-ZĐ.]{2,10} ?[-–—] ")
_COUNTER = re.compile(r"\s*\(\d{1,9}\)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's number, the span of its content (outer space, table bars and image marks left out) and its kind."""

    number: int
    start: int
    end: int
    text: str
    kind: LineKind
    marked: bool = False
    """Table bars or an image mark stood around the content: it is the caption of a picture."""

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing but space and marks."""
        return not self.text


def lines(text: str, headline: str | None = None) -> tuple[Line, ...]:
    r"""All lines of a text, classified; `headline` is what the page's metadata give, if anything.

    >>> [(line.text, str(line.kind)) for line in lines("![]() |\n| Suasana rapat. |\nKomentar (0)") if line.text]
    [('Suasana rapat.', 'caption'), ('Komentar (0)', 'boilerplate')]
    """
    found = [_alone(line) for line in _cut(text)]
    _mark_captions_above_credits(found)
    _mark_headline(found, headline)
    _mark_bylines(found)
    return tuple(found)


# ---------------------------------------------------------------- cutting


def _after_image_marks(text: str, start: int, end: int) -> int:
    while text.startswith("![", start):
        address = text.find("](", start, end)
        close = text.find(")", address, end) if address >= 0 else -1
        if close < 0:
            break
        start = _skip_space(text, close + 1, end)
    return start


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _skip_space_back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _content(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The span of a line without outer space, image marks and table bars; whether there were any marks."""
    start, end = _skip_space(text, start, end), _skip_space_back(text, start, end)
    inner = _after_image_marks(text, start, end)
    marked = inner > start
    if inner < end and text[inner] == "|":
        inner, marked = _skip_space(text, inner + 1, end), True
    if inner < end and text[end - 1] == "|":
        end, marked = _skip_space_back(text, inner, end - 1), True
    return inner, end, marked


def _cut(text: str) -> Iterable[Line]:
    start = 0
    for number, raw in enumerate(text.split("\n")):
        inner, end, marked = _content(text, start, start + len(raw))
        content = text[inner:end]
        if any(character.isalnum() for character in content):
            yield Line(number, inner, end, content, LineKind.PROSE, marked)
        else:
            yield Line(number, start, start + len(raw), "", LineKind.BOILERPLATE, marked)
        start += len(raw) + 1


# ---------------------------------------------------------------- a line by itself


def _is_page_furniture(line: Line) -> bool:
    text = line.text
    if line.blank:
        return True
    if len(text) > LONGEST_HEADLINE:
        return False
    if folded(text) in folded_strings("boilerplate.lines"):
        return True
    opening, bracket, _ = text.partition("(")
    counted = bracket and _COUNTER.fullmatch(text, len(opening))
    return bool(counted) and folded(opening.strip()) in folded_strings("boilerplate.counters")


def _is_source(line: Line) -> bool:
    return source_of(line.text) is not None


def _is_authors_line(line: Line) -> bool:
    after = opening(line.text, folded_strings("boilerplate.byline_words"))
    if after is not None and names_only(line.text[after:].strip()):
        return True
    return is_dateline(line.text)


def _is_caption(line: Line) -> bool:
    if line.marked:
        return True
    if len(line.text) > LONGEST_CAPTION:
        return False
    opens_as_one = opening(line.text, folded_strings("boilerplate.photo_words"), ":.") is not None
    if opens_as_one or credit_at(line.text) is not None:
        return True
    return not line.text.endswith(SENTENCE_END) and _shows_a_scene(line.text)


def _shows_a_scene(text: str) -> bool:
    return folded(text[:LONGEST_OPENING]).startswith(_scene_openings())


@cache
def _scene_openings() -> tuple[str, ...]:
    return tuple(folded(words) + " " for words in strings("boilerplate.scene_words"))


_SIGNS: tuple[tuple[LineKind, Callable[[Line], bool]], ...] = (
    (LineKind.BOILERPLATE, _is_page_furniture),
    (LineKind.TAIL, _is_source),
    (LineKind.BYLINE, _is_authors_line),
    (LineKind.CAPTION, _is_caption),
)


def _alone(line: Line) -> Line:
    """The line with the kind that it shows by itself, PROSE where it takes the neighbours to tell."""
    kind = next((kind for kind, shows in _SIGNS if shows(line)), None)
    return line if kind is None else replace(line, kind=kind)


# ---------------------------------------------------------------- a line among its neighbours


def _mark(found: list[Line], at: int, kind: LineKind) -> None:
    found[at] = replace(found[at], kind=kind)


def _mark_captions_above_credits(found: list[Line]) -> None:
    """A short line directly above "Photo: Thanh Van" is what the photograph shows."""
    for at, (line, below) in enumerate(pairwise(found)):
        bare_credit = below.kind is LineKind.CAPTION and credit_at(below.text) == 0
        if bare_credit and line.kind is LineKind.PROSE and len(line.text) <= LONGEST_HEADLINE:
            _mark(found, at, LineKind.CAPTION)


def _mark_headline(found: list[Line], headline: str | None) -> None:
    first = next((at for at, line in enumerate(found) if line.kind is not LineKind.BOILERPLATE), None)
    if first is None or found[first].kind is not LineKind.PROSE:
        return
    if found[first].text == headline or _looks_like_headline(found, first):
        _mark(found, first, LineKind.HEADLINE)


def _looks_like_headline(found: Sequence[Line], at: int) -> bool:
    text = found[at].text
    if len(text) > LONGEST_HEADLINE or text.endswith((".", ":", ";", ",")) or at + 1 == len(found):
        return False
    below = found[at + 1]
    return below.kind is not LineKind.PROSE or _AGENCY.match(below.text) is not None or names_only(below.text)


def _mark_bylines(found: list[Line]) -> None:
    """Names alone are a byline only under the headline and at the very end: elsewhere they may be a list of people."""
    for places in (_closing(found), _under_headline(found)):
        for at in takewhile(lambda at: _is_byline(found, at), places):
            _mark(found, at, LineKind.BYLINE)


def _under_headline(found: Sequence[Line]) -> Iterable[int]:
    below = dropwhile(lambda at: found[at].kind is not LineKind.HEADLINE, range(len(found)))
    filled = (at for at in below if not found[at].blank)
    yield from islice(filled, 1, 2)


def _closing(found: Sequence[Line]) -> Iterable[int]:
    passed = (LineKind.BOILERPLATE, LineKind.TAIL, LineKind.BYLINE)
    open_lines = [at for at in range(len(found) - 1, -1, -1) if found[at].kind not in passed]
    yield from open_lines[:CLOSING_BYLINES]


def _is_byline(found: Sequence[Line], at: int) -> bool:
    line = found[at]
    above = next((found[before] for before in range(at - 1, -1, -1) if not found[before].blank), None)
    heads_a_list = above is not None and above.text.endswith(":")
    return line.kind is LineKind.PROSE and not heads_a_list and (names_only(line.text) or _credits_source(line.text))


def _credits_source(text: str) -> bool:
    short = len(text) <= LONGEST_BYLINE and len(text.split()) <= MOST_CREDIT_WORDS and not text.endswith(SENTENCE_END)
    return short and any(text.startswith(words + " ") for words in strings("boilerplate.credit_words"))
