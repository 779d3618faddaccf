"""Vietnamese names in Cyrillic, generated from the published table of the Vietnamese-Russian practical transcription.

Source: the instruction on rendering Vietnamese geographical names in Russian (ЦНИИГАиК, approved by the ГУГК, Moscow
1973), as the Russian Wikipedia's article «Вьетнамско-русская практическая транскрипция» tabulates it. It is written
apart from kg.names.transliteration, so that each checks the other. Where printed versions of the table differ,
`Version` says how.
"""

import unicodedata
from dataclasses import dataclass


def table(pairs):
    return dict(pair.split() for pair in pairs.split(", "))


ONSETS = table(
    "ngh нг, ng нг, nh нь, gh г, gi зь, kh кх, ph ф, qu ку, th тх, tr ч, ch ть, b б, c к, d з, đ д, f ф, g г, h х, "
    "j ж, k к, l л, m м, n н, p п, q к, r р, s ш, t т, v в, w в, x с, z з"
)
FINALS = table("ch ть, nh нь, ng нг, c к, k к, m м, n н, p п, t т")
VOWELS = table("a а, ă а, â а, e е, ê е, i и, y и, o о, ô о, ơ о, u у, ư ы")
SOFTENED = {"а": "я", "о": "ё", "у": "ю"}
TONES = {ord(mark): None for mark in "\u0300\u0301\u0303\u0309\u0323"}


@dataclass(frozen=True)
class Version:
    """How a printed version of the table differs from the article's."""

    name: str
    qu: str = "ку"
    """Quảng: Куанг, also Кванг."""
    soft_glide: str = "h kh th l x"
    """After which letters uy, uyê, uê, uâ are written with ю: Huế: Хюэ, Xuân: Сюан, also Хуэ, Суан."""
    ay: str = "ай"
    """What ây is outside Tây: Mây: Май, also Мэй."""


VERSIONS = (
    Version("1973"),
    Version("with у", soft_glide=""),
    Version("with кв", qu="кв"),
    Version("with эй", ay="эй"),
)


def toneless(word):
    """Lower case without tones, the quality of vowels kept: "Lộc" -> "lôc"."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(TONES))


def transcribed(name, version=VERSIONS[0]):
    """A name in Cyrillic, word by word, each with a capital: "Lạng Sơn" -> "Ланг Шон"."""
    words = name.replace(" - ", " ").replace("-", " ").split()
    return " ".join(word_in_cyrillic(word, version).capitalize() for word in words)


def joined(cyrillic):
    """As geographical names are printed: "Ланг Шон" -> "Лангшон", a number apart."""
    words = cyrillic.split()
    numbers = [word for word in words if word.isdigit()]
    name = "".join(word for word in words if not word.isdigit()).capitalize()
    if words[0].isdigit():
        return f"{words[0]} {name}"
    return " ".join([name, *numbers])


def word_in_cyrillic(word, version):
    out, rest = "", toneless(word)
    while rest:
        onset = next((one for one in ONSETS if rest.startswith(one)), "")
        rest = rest.removeprefix(onset)
        if onset == "gi" and not (rest and rest[0] in VOWELS):
            onset, rest = "g", "i" + rest
        nucleus = ""
        while rest and rest[0] in VOWELS:
            nucleus, rest = nucleus + rest[0], rest[1:]
        if not onset and not nucleus:  # a number, an apostrophe
            out, rest = out + (rest[0] if rest[0].isalnum() else ""), rest[1:]
            continue
        final = next((one for one in FINALS if rest.startswith(one) and rest[len(one) :][:1] not in VOWELS), "")
        rest = rest.removeprefix(final)
        out += syllable(onset, nucleus, final, version, first=not out, whole=toneless(word))
    return out


def syllable(onset, nucleus, final, version, *, first, whole):
    consonant = version.qu if onset == "qu" else ONSETS.get(onset, "")
    if onset == "g" and whole.startswith("gi"):
        consonant = "з"  # Gin, Giếng: the letter i is read
    vowels = rime(nucleus, version, initial=first and not onset, onset=onset, whole=whole)
    if consonant.endswith("ь") and vowels:
        if vowels[0] == "ы" and onset == "ch":
            consonant = "т"
        elif vowels[0] in SOFTENED:
            consonant, vowels = consonant[:-1], SOFTENED[vowels[0]] + vowels[1:]
        elif vowels[0] in "еи":
            consonant = consonant[:-1]
    return consonant + vowels + FINALS.get(final, "")


def rime(nucleus, version, *, initial, onset, whole):
    out, at = "", 0
    while at < len(nucleus):
        three, two, one = nucleus[at : at + 3], nucleus[at : at + 2], nucleus[at]
        glide = "ю" if onset in version.soft_glide.split() else "у"
        if three == "uyê":
            out, at = out + glide + "е", at + 3
        elif two in {"iê", "yê"}:
            out, at = out + ("йе" if onset == "qu" or (initial and not out) else "ье"), at + 2
        elif two == "uy" and at + 2 == len(nucleus):
            out, at = out + glide + "и", at + 2
        elif two in {"uê", "uâ"}:
            out, at = out + glide + ("э" if two == "uê" else "а"), at + 2
        elif two in {"ây", "ay"} and at + 2 == len(nucleus):
            out, at = out + ("эй" if whole == "tây" else version.ay if two == "ây" else "ай"), at + 2
        elif one in "eê":
            out, at = out + ("э" if out or initial else "е"), at + 1
        elif one in "iy":
            out, at = out + ("й" if out and at + 1 == len(nucleus) else "и"), at + 1
        else:
            out, at = out + VOWELS[one], at + 1
    return out
