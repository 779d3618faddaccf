"""One form for many spellings: plain ASCII, one placement of tone marks, slugs. All comparing of names starts here."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {"Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "Ð": "D", "ð": "d", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"}
)
# "hoà" and "hòa", "uỷ" and "ủy": where oa, oe, uy end a syllable, the tone stands on either vowel; "quý" has only one.
_SECOND_TONED: Final = re.compile(r"(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")


def _first_toned(pair: str) -> str:
    """Two vowels with the tone moved from the second to the first.

    >>> _first_toned("oà")
    'òa'
    """
    decomposed = unicodedata.normalize("NFD", pair[1])
    return unicodedata.normalize("NFC", pair[0] + decomposed[1:]) + decomposed[0]


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """The text in NFC with one placement of tone marks, for comparison only: quotes keep the original.

    >>> normal("Thanh Hoá, uỷ ban, quý") == "Thanh Hóa, ủy ban, quý"
    True
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return _SECOND_TONED.sub(lambda found: _first_toned(found.group()), composed)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without diacritics, đ as d, one kind of apostrophe; other scripts stay as they are.

    >>> fold("Đoàn Thu Hà, Siu H’Loan")
    "Doan Thu Ha, Siu H'Loan"
    """
    if text.isascii():
        return text.replace("`", "'")
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    # й and ё are letters of their own, not и and е with a mark
    kept = (letter for letter in unicodedata.normalize("NFC", decomposed) if not unicodedata.combining(letter))
    return "".join(letter if "Ѐ" <= letter <= "ӿ" else unicodedata.normalize("NFD", letter)[0] for letter in kept)


def squeeze(text: str) -> str:
    """Lower-case letters and digits only, diacritics kept: what joined, split and hyphenated spellings share.

    >>> squeeze("Bà Rịa - Vũng Tàu")
    'bàrịavũngtàu'
    """
    return "".join(filter(str.isalnum, text.lower()))


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """ASCII words joined by hyphens, for IRIs.

    >>> slug("Xã Ea H'leo, Đắk Lắk")
    'xa-ea-hleo-dak-lak'
    """
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text).lower().replace("'", ""))
    return "-".join(word for word in words.encode("ascii", "ignore").decode().split() if word)
