"""By what a line shows that it is a byline, a source line or a photographer's credit, whatever stands around it."""

import re

from kg.text.language import folded, folded_strings, strings

LONGEST_BYLINE = 70
LONGEST_OPENING = 40
MOST_BYLINE_WORDS = 9
MOST_CREDIT_WORDS = 6
SENTENCE_END = (".", "…", ";", ":", "?", "!")
_TIME = r"(?:\d{1,2}(?::\d{2}){1,2}|\d{1,2}h\d{0,2})"
DATE = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_CLOCK = re.compile(_TIME + r"|[+-]\d{1,2}\b")
_NAME_BREAK = re.compile(r"[\s,&/|()\[\]–—-]+")


def opening(text: str, words: frozenset[str], ends: str = ":") -> int | None:
    """Where the text goes on after one of the words and one of the characters of `ends`; None if it opens otherwise."""
    cuts = [cut for cut in (text.find(end, 0, LONGEST_OPENING) for end in ends) if cut >= 0]
    cut = min(cuts, default=None)
    if cut is None or folded(text[:cut].strip(" ([*")) not in words:
        return None
    return cut + 1


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or folded(word) in folded_strings("boilerplate.joiners")


def names_only(text: str, most_words: int = MOST_BYLINE_WORDS) -> bool:
    """Whether a text is only a few names of people or newspapers: "Thu Cúc - Lăng Khoa", "P. MAIBáo Đồng Tháp"."""
    if len(text) > LONGEST_BYLINE or text.endswith(SENTENCE_END) or any(character.isdigit() for character in text):
        return False
    words = [word for word in _NAME_BREAK.split(text) if word]
    if not 0 < len(words) <= most_words or not all(map(_is_name_word, words)):
        return False
    spaced = f" {folded(' '.join(words))} "
    return not any(f" {word} " in spaced for word in folded_strings("boilerplate.not_in_bylines"))


def source_of(text: str) -> str | None:
    """What a source line names: "Sumber: https://…" gives the address, "Nguồn: baodongthap.vn" the host; else None."""
    if len(text) <= LONGEST_BYLINE and folded(text) in folded_strings("tail.source_words"):
        return ""
    after = opening(text, folded_strings("tail.source_words"))
    if after is None:
        return text if text.startswith(("http://", "https://")) and " " not in text else None
    named = text[after:].strip(" )]")
    return named if "://" in named or _is_outlet(named) else None


def _is_outlet(text: str) -> bool:
    """Whether a text names a newspaper or site; "Nguồn: ngân sách tỉnh" tells of money, not of one."""
    if not text or names_only(text) or HOST.fullmatch(text.strip("/")):
        return True
    return len(text) <= LONGEST_BYLINE and text.startswith(tuple(f"{word} " for word in strings("tail.outlet_words")))


def credit_at(text: str) -> int | None:
    """Where a photographer's credit begins that ends the line: at "Foto" in "Suasana rapat. Foto: Thuy Linh".

    >>> credit_at("La séance. Photo : Gia Khanh")
    11
    """
    colon = text.rfind(":")
    if colon < 0 or not names_only(text[colon + 1 :].strip(), MOST_CREDIT_WORDS):
        return None
    end = len(text[:colon].rstrip())
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return start if folded(text[start:end]) in folded_strings("boilerplate.photo_words") else None


def is_dateline(text: str) -> bool:
    """Whether a line is a date with at most a newspaper, a place, a weekday and a time: "Báo Sơn La05/12/2025"."""
    date = DATE.search(text) if len(text) <= LONGEST_BYLINE else None
    if date is None or text.endswith("."):
        return False
    rest = _bare(_CLOCK.sub(" ", text[: date.start()] + " " + text[date.end() :]))
    return not rest or names_only(rest)


def _bare(text: str) -> str:
    """The text without weekdays and the words around a time of day."""
    words = [word for word in re.split(r"[\s,|()–—-]+", text) if word]
    spaced = " ".join(words)
    for weekday in strings("tail.weekdays"):
        if folded(spaced).startswith(folded(weekday)):
            spaced = spaced[len(weekday) :]
    clock = folded_strings("tail.clock_words")
    return " ".join(word for word in spaced.split() if folded(word) not in clock)
