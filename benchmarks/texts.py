"""The made-up stories of population.py as texts in five languages, read as any article is.

A text names the province at its head and tells each official's posts beside the name, as the papers do. Officials whose
posts have no phrase here are left out of it.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from population import Official, Population, Story, Telling, spelt

from kg import facts
from kg.model import Article, Body, NameMention, Place, Reading
from kg.names.gazetteer import gazetteer
from kg.names.spelling import fold
from kg.names.transliteration import to_cyrillic

ROLES = {
    "vi": {
        "secretary": "Bí thư",
        "permanent-deputy-secretary": "Phó Bí thư Thường trực",
        "deputy-secretary": "Phó Bí thư",
        "chair": "Chủ tịch",
        "vice-chair": "Phó Chủ tịch",
        "head": "Giám đốc",
        "deputy-head": "Phó Giám đốc",
    },
    "en": {
        "secretary": "Secretary",
        "permanent-deputy-secretary": "Permanent Deputy Secretary",
        "deputy-secretary": "Deputy Secretary",
        "chair": "Chairman",
        "vice-chair": "Vice Chairman",
        "head": "Director",
        "deputy-head": "Deputy Director",
    },
    "id": {
        "secretary": "Sekretaris",
        "permanent-deputy-secretary": "Wakil Sekretaris Tetap",
        "deputy-secretary": "Wakil Sekretaris",
        "chair": "Ketua",
        "vice-chair": "Wakil Ketua",
        "head": "Direktur",
        "deputy-head": "Wakil Direktur",
    },
    "ru": {
        "secretary": "секретарь",
        "permanent-deputy-secretary": "постоянный заместитель секретаря",
        "deputy-secretary": "заместитель секретаря",
        "chair": "председатель",
        "vice-chair": "заместитель председателя",
        "head": "директор",
        "deputy-head": "заместитель директора",
    },
    "pl": {
        "secretary": "sekretarz",
        "permanent-deputy-secretary": "stały zastępca sekretarza",
        "deputy-secretary": "zastępca sekretarza",
        "chair": "przewodniczący",
        "vice-chair": "wiceprzewodniczący",
        "head": "dyrektor",
        "deputy-head": "zastępca dyrektora",
    },
}
BODIES = {
    "vi": {
        "party-committee": "{party} {place}",
        "people-committee": "UBND {unit} {place}",
        "people-council": "HĐND {unit} {place}",
        "department": "Sở {field} {unit} {place}",
    },
    "en": {
        "party-committee": "of the Party Committee of {place} {unit}",
        "people-committee": "of the People's Committee of {place} {unit}",
        "people-council": "of the People's Council of {place} {unit}",
        "department": "of the Department of {field} of {place} {unit}",
    },
    "id": {
        "party-committee": "Komite Partai {unit} {place}",
        "people-committee": "Komite Rakyat {unit} {place}",
        "people-council": "Dewan Rakyat {unit} {place}",
        "department": "Departemen {field} {unit} {place}",
    },
    "ru": {
        "party-committee": "партийного комитета {unit} {place}",
        "people-committee": "Народного комитета {unit} {place}",
        "people-council": "Народного совета {unit} {place}",
        "department": "Департамента {field} {unit} {place}",
    },
    "pl": {
        "party-committee": "Komitetu Partii {unit} {place}",
        "people-committee": "Komitetu Ludowego {unit} {place}",
        "people-council": "Rady Ludowej {unit} {place}",
        "department": "Departamentu {field} {unit} {place}",
    },
}
FIELDS = {
    "vi": {
        "finance": "Tài chính",
        "construction": "Xây dựng",
        "health": "Y tế",
        "justice": "Tư pháp",
        "home-affairs": "Nội vụ",
    },
    "en": {
        "finance": "Finance",
        "construction": "Construction",
        "health": "Health",
        "justice": "Justice",
        "home-affairs": "Home Affairs",
    },
    "id": {
        "finance": "Keuangan",
        "construction": "Konstruksi",
        "health": "Kesehatan",
        "justice": "Kehakiman",
        "home-affairs": "Dalam Negeri",
    },
    "ru": {
        "finance": "финансов",
        "construction": "строительства",
        "health": "здравоохранения",
        "justice": "юстиции",
        "home-affairs": "внутренних дел",
    },
    "pl": {
        "finance": "Finansów",
        "construction": "Budownictwa",
        "health": "Zdrowia",
        "justice": "Sprawiedliwości",
        "home-affairs": "Spraw Wewnętrznych",
    },
}
UNITS = {
    "vi": {"province": "tỉnh", "Thành phố": "thành phố", "Xã": "xã", "Phường": "phường", "Đặc khu": "đặc khu"},
    "en": {"province": "province", "Thành phố": "city", "Xã": "commune", "Phường": "ward", "Đặc khu": "special zone"},
    "id": {
        "province": "Provinsi",
        "Thành phố": "Kota",
        "Xã": "Komune",
        "Phường": "Kelurahan",
        "Đặc khu": "Zona Khusus",
    },
    "ru": {
        "province": "провинции",
        "Thành phố": "города",
        "Xã": "коммуны",
        "Phường": "района",
        "Đặc khu": "особой зоны",
    },
    "pl": {
        "province": "prowincji",
        "Thành phố": "miasta",
        "Xã": "gminy",
        "Phường": "dzielnicy",
        "Đặc khu": "strefy specjalnej",
    },
}
HEADS = {
    "vi": "Hội nghị cán bộ của tỉnh {province} và các xã, phường được tổ chức với sự tham dự của nhiều đại biểu.",
    "en": "A conference of the officials of {province} province was held with the participation of many delegates.",
    "id": "Konferensi pejabat Provinsi {province} diadakan dengan dihadiri oleh banyak delegasi dari komune.",
    "ru": "В провинции {province} прошла конференция кадров, в которой приняли участие многие делегаты.",
    "pl": "W prowincji {province} odbyła się konferencja kadr, w której wzięło udział wielu delegatów.",
}
SAYS = {
    "vi": "Đồng chí {name}, {posts}, phát biểu tại hội nghị.",
    "en": "Comrade {name}, {posts}, spoke at the conference.",
    "id": "Kamerad {name}, {posts}, berbicara pada konferensi tersebut.",
    "ru": "Товарищ {name}, {posts}, выступил на конференции.",
    "pl": "Towarzysz {name}, {posts}, przemawiał na konferencji.",
}
MOVED = {
    "vi": "Đồng chí {name}, {before}, được điều động giữ chức {after}.",
    "en": "Comrade {name}, {before}, was transferred to hold the position of {after}.",
    "id": "Kamerad {name}, {before}, dipindahkan untuk memegang jabatan {after}.",
    "ru": "Товарищ {name}, {before}, переведён на должность {after}.",
    "pl": "Towarzysz {name}, {before}, został przeniesiony na stanowisko {after}.",
}
CASES = {
    "ru": (
        ("секретарь", "секретаря"),
        ("председатель", "председателя"),
        ("директор ", "директора "),
        ("постоянный заместитель", "постоянного заместителя"),
        ("заместитель", "заместителя"),
    ),
    "pl": (
        ("sekretarz ", "sekretarza "),
        ("przewodniczący", "przewodniczącego"),
        ("dyrektor ", "dyrektora "),
        ("stały zastępca", "stałego zastępcy"),
        ("zastępca", "zastępcy"),
    ),
}


def unit_of(place: Place, language: str) -> str:
    return UNITS[language].get(place.unit_type) or UNITS[language]["province"]


def place_name(place: Place, language: str) -> str:
    if language == "vi":
        return place.name
    return to_cyrillic(place.name).replace(" ", "").capitalize() if language == "ru" else fold(place.name)


def party_of(place: Place) -> str:
    if place.level == "commune":
        return f"Đảng ủy {place.unit_type.lower()}"
    return "Thành ủy" if place.unit_type == "Thành phố" else "Tỉnh ủy"


def phrase(body: Body, role: str, language: str) -> str | None:
    """A post in words; None for one that has none here."""
    place, frame = body.place, BODIES[language].get(body.kind)
    if (
        place is None
        or frame is None
        or role not in ROLES[language]
        or (body.field and body.field not in FIELDS[language])
    ):
        return None
    words = {
        "party": party_of(place),
        "unit": unit_of(place, language),
        "place": place_name(place, language),
        "field": FIELDS[language].get(body.field or "", ""),
    }
    return f"{ROLES[language][role]} {frame.format(**words)}"


def in_case(post: str, language: str) -> str:
    """The words of a post after "to the position of"."""
    for form, declined in CASES.get(language, ()):
        if post.startswith(form):
            return declined + post[len(form) :]
    return post


def sentences(dice: random.Random, story: Story, language: str) -> Iterator[tuple[Telling, str, str]]:
    """Who is told of, the name as written, the sentence; for those whose posts have words."""
    for telling in story.tellings:
        name = spelt(dice, telling.official.name, language)
        held = [phrase(body, role, language) for body, role, _ in telling.posts]
        if not all(held):
            continue
        told = [words for words in held if words]
        if telling.act:
            yield telling, name, MOVED[language].format(name=name, before=told[0], after=in_case(told[1], language))
        else:
            yield telling, name, SAYS[language].format(name=name, posts=", ".join(told))


def province_of(story: Story) -> Place:
    place = story.tellings[0].official.slots[0].body.place
    assert place is not None
    return gazetteer().find(place.province, level="province")[0] if place.province else place


def text_reading(
    dice: random.Random, article: Article, story: Story, _people: Sequence[Official], made: Population
) -> Reading:
    """What is read from the story's text; the truth is told by where the names stand."""
    text = HEADS[article.language].format(province=place_name(province_of(story), article.language)) + "\n"
    who: dict[int, int] = {}
    for telling, name, sentence in sentences(dice, story, article.language):
        who[len(text) + 1 + sentence.index(name)] = telling.official.number
        text += f"\n{sentence}\n"
    reading = facts.read(replace(article, text=text, digest=""))
    found = {
        who[fact.passages[0].start]: fact.person
        for fact in reading.facts
        if isinstance(fact, NameMention) and fact.passages[0].start in who
    }
    made.truth |= {(article.id, person): number for number, person in found.items()}
    made.unread += len(who) - len(found)
    return reading
