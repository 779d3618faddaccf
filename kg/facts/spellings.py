"""Which spellings can be one person's within an article, and which of them is the name."""

import re
from collections.abc import Mapping

from kg.names.people import fold


def similar(left: str, right: str) -> bool:
    """Whether two ASCII names differ in one syllable, and there by one letter: a misprint or a mistranscription.

    >>> similar("Doan Thu Ha", "Doan Tu Ha"), similar("Doan Thu Ha", "Doan Thi Ha Anh")
    (True, False)
    """
    first, second = fold(left).lower().split(), fold(right).lower().split()
    if len(first) != len(second) or len(first) < 3:
        return False
    differing = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    return len(differing) == 1 and _one_letter(*differing[0])


def _one_letter(left: str, right: str) -> bool:
    """Whether one insertion, deletion or replacement turns one syllable into the other."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def witnessed(name: str, url: str | None) -> bool:
    """Whether an address spells a name: papers make their slugs from the Vietnamese headline.

    >>> witnessed("Doan Thu Ha", "https://x.vn/dong-chi-doan-thu-ha-pho-bi-thu.html")
    True
    """
    return f"-{_slug(name)}-" in "-" + re.sub(r"[^a-z0-9]+", "-", (url or "").lower()) + "-"


def canonical(forms: Mapping[str, int], url: str | None) -> str:
    """The ASCII name among the forms that spellings can stand for: the URL's slug is a witness, else the most frequent.

    >>> canonical({"Doan Tu Ha": 2, "Doan Thu Ha": 1}, "https://x.vn/dong-chi-doan-thu-ha-pho-bi-thu.html")
    'Doan Thu Ha'
    """
    told = [form for form in forms if witnessed(form, url)]
    return max(told or forms, key=lambda form: (forms[form], -list(forms).index(form)))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower()).strip("-")
