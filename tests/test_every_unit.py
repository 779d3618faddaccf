"""All 34 provinces and 3,321 communes, wards and special zones, found from every form that texts have for them."""

import json
import unicodedata
from collections import defaultdict

import pytest
from published_transcription import VERSIONS, joined, transcribed

from kg.graph.read import triples
from kg.home import PACKAGE
from kg.mentions.page import page_of
from kg.model import Article
from kg.names.gazetteer import gazetteer, slug
from kg.names.places import read_units
from kg.names.spelling import fold
from kg.pipeline import Options, build

UNITS = [unit.place for unit in read_units(PACKAGE / "data" / "places.tsv") if not unit.place.dissolved]
COMMUNES = [place for place in UNITS if place.level == "commune"]
PROVINCES = [place for place in UNITS if place.level == "province"]
CITIES = [place for place in PROVINCES if place.unit_type == "Thành phố"]
# Units of one province whose names differ in diacritics only: their ASCII and Cyrillic forms are listed, never guessed.
SHARED = [
    {"02143": "Xã Văn Lang", "05665": "Xã Văn Lăng"},
    {"10888": "Xã Cẩm Giang", "10903": "Xã Cẩm Giàng"},
    {"15724": "Xã Đồng Tiến", "15853": "Phường Đông Tiến"},
    {"21289": "Xã Sơn Hà", "21292": "Xã Sơn Hạ"},
    {"21484": "Xã Ba Tơ", "21523": "Xã Ba Tô"},
    {"25280": "Xã Lộc Thạnh", "25294": "Xã Lộc Thành"},
    {"25534": "Xã Tân Thành", "27826": "Xã Tân Thạnh"},
    {"25807": "Xã Thanh An", "27676": "Xã Thạnh An"},
    {"28261": "Phường Mỹ Tho", "30076": "Xã Mỹ Thọ"},
    {"29938": "Xã Tân Thành", "30157": "Xã Tân Thạnh"},
]
SHARERS = {code: frozenset(group) for group in SHARED for code in group}
TOLD_BY_TYPE = {"15724", "15853", "28261", "30076"}  # one is a commune, the other a ward
AMBIGUOUS_AS_WRITTEN = {"25807"}  # Thanh An is Thạnh An without diacritics
TONES = [("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("ủy", "uỷ"), ("ụy", "uỵ"), ("úy", "uý")]


def same(name):
    return name


def nfd(name):
    return unicodedata.normalize("NFD", name)


def other_tones(name):
    """The tone on the other vowel: "Hòa" -> "Hoà"."""
    for first, second in TONES:
        name = name.replace(first, second)
    return name


def run_together(name):
    return fold(name).replace(" ", "").replace("-", "")


def hyphened(name):
    return "-".join(fold(name).replace("-", " ").split())


def capitals(name):
    return fold(name).upper()


def cyrillic(name):
    return transcribed(name)


def cyrillic_joined(name):
    return joined(transcribed(name))


def key(place):
    return place.province or slug(place.name)


def test_there_are_as_many_as_the_law_says():
    assert (len(PROVINCES), len(COMMUNES)) == (34, 3321)


def test_those_that_share_a_form_are_just_those_listed():
    by_form = defaultdict(dict)
    for place in COMMUNES:
        by_form[place.province, fold(place.name)][place.code] = f"{place.unit_type} {place.name}"
    assert [units for units in by_form.values() if len(units) > 1] == SHARED


@pytest.mark.parametrize("form", [same, nfd, other_tones])
def test_every_unit_is_found_with_its_diacritics(form):
    for place in UNITS:
        found = gazetteer().find(form(place.name), level=place.level, province=key(place))
        assert found == (place,) or place.code in AMBIGUOUS_AS_WRITTEN, place


@pytest.mark.parametrize("form", [fold, run_together, hyphened, capitals])
def test_every_unit_is_found_in_ascii(form):
    for place in UNITS:
        found = gazetteer().find(form(place.name), level=place.level, province=key(place))
        assert {one.code for one in found} == SHARERS.get(place.code, {place.code}), place


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.name)
def test_every_unit_is_found_in_the_cyrillic_of_the_published_rules(version):
    for place in UNITS:
        split = transcribed(place.name, version)
        for spelling in (split, joined(split)):
            found = gazetteer().find(spelling, level=place.level, province=key(place), language="ru")
            assert {one.code for one in found} == SHARERS.get(place.code, {place.code}), spelling


# ------------------------------------------------------------ in the text of an article

KINDS = ("Xã", "Phường", "Đặc khu", "Tỉnh", "Thành phố")
WORDS = {
    "vi": ("xã", "phường", "đặc khu", "tỉnh", "thành phố"),
    "en": ("Commune", "Ward", "Special Zone", "Province", "City"),
    "id": ("Komune", "Kelurahan", "Zona Khusus", "Provinsi", "Kota"),
    "ru": ("коммуны", "квартала", "особой зоны", "провинции", "города"),
    "pl": ("gminy", "dzielnicy", "strefy specjalnej", "prowincji", "miasta"),
}
# Each template with whether its word for a ward is one for wards alone.
SENTENCES = [
    ("vi", "Ông Nguyễn Văn An, Chủ tịch UBND {kind} {name}, {of} {province}, phát biểu tại hội nghị.", same, True),
    ("vi", "Bí thư Đảng ủy {kind} {name} ({of} {province}) Nguyễn Văn An phát biểu.", nfd, True),
    ("vi", "Đảng ủy {kind} {name} thuộc {of} {province} đã ban hành Nghị quyết số 15-NQ/ĐU.", fold, True),
    ("en", "Nguyen Van An, Chairman of the People's Committee of {name} {kind}, {province} {of}, spoke.", fold, True),
    ("en", "The Party Committee of {name} {kind} in {province} {of} issued Resolution No. 15-NQ/DU.", same, True),
    ("id", "Nguyen Van An, Ketua Komite Rakyat {kind} {name}, {of} {province}, berbicara di konferensi.", fold, True),
    ("id", "Sekretaris Komite Partai Distrik {name} di {of} {province}, Nguyen Van An, berbicara.", fold, False),
    ("ru", "Председатель Народного комитета {kind} {name} {of} {province} Нгуен Ван Ан выступил.", cyrillic, True),
    ("ru", "Секретарь парткома района {name}, {of} {province}, Нгуен Ван Ан выступил.", cyrillic_joined, False),
    ("ru", "Нгуен Ван Ан, секретарь партийного комитета общины {name} ({province}), выступил.", cyrillic_joined, False),
    ("pl", "Przewodniczący Komitetu Ludowego {kind} {name} w {of} {province} Nguyen Van An zabrał głos.", fold, True),
    ("pl", "Nguyen Van An, sekretarz Komitetu Partii okręgu {name}, {of} {province}, zabrał głos.", same, False),
]


def sentence(language, template, form, place):
    province, words = gazetteer().province(place), dict(zip(KINDS, WORDS[language], strict=True))
    kind, of = words[place.unit_type], words[province.unit_type]
    return template.format(kind=kind, of=of, name=form(place.name), province=form(province.name))


def settled(language, place, form, *, typed):
    """Whether a form in a sentence that names the province tells which unit is meant: "коммуна" may be a ward, too."""
    if form in {same, nfd} or place.code not in SHARERS:
        return True
    return place.code in TOLD_BY_TYPE and typed and (language == "vi" or place.unit_type == "Phường")


@pytest.mark.parametrize(("language", "template", "form", "typed"), SENTENCES)
def test_every_commune_is_read_in_a_sentence_that_names_its_province(language, template, form, typed):
    for place in COMMUNES:
        text = sentence(language, template, form, place)
        read = [body.place for body in page_of(Article("a", text, language)).bodies if body.kind]
        if settled(language, place, form, typed=typed):
            assert read == [place], text
        else:
            assert [one.code for one in read] == [None], text


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        # the province beside the commune, before the article's own; a dissolved one, and what it became
        ("vi", "Tỉnh Lạng Sơn họp.\n\nBí thư Đảng ủy xã Tân Phú, tỉnh Đồng Nai.", "Xã Tân Phú, dong-nai"),
        ("vi", "Tại tỉnh Đồng Nai, xã Tân Phú tổ chức hội nghị.", "Xã Tân Phú, dong-nai"),
        ("vi", "Bí thư Đảng ủy xã Na Rì, tỉnh Bắc Kạn.", "Xã Na Rì, thai-nguyen"),
        ("vi", "Chủ tịch UBND xã Thanh An (Điện Biên) Nguyễn Văn An.", "Xã Thanh An, dien-bien"),
        ("ru", "В провинции Донгнай партийный комитет общины Танфу провёл сессию.", "Xã Tân Phú, dong-nai"),
        ("en", "The Tan Phu Commune People's Committee in Dong Nai Province met.", "Xã Tân Phú, dong-nai"),
        ("en", "The An Binh Commune People's Committee in Phu Tho Province met.", "Xã An Bình, phu-tho"),
        # a province that does something with the commune is not beside it
        (
            "vi",
            "Tỉnh Lạng Sơn họp.\n\nXã Tân Phú đón tỉnh Đồng Nai và tỉnh Đồng Tháp.",
            "Tân Phú, of article a",
        ),
        # the type of the unit
        ("vi", "Bí thư Đảng ủy phường My Tho, tỉnh Dong Thap.", "Phường Mỹ Tho, dong-thap"),
        ("vi", "Bí thư Đảng ủy xã My Tho, tỉnh Dong Thap.", "Xã Mỹ Thọ, dong-thap"),
        ("ru", "Секретарь парткома квартала Мито, провинция Донгтхап.", "Phường Mỹ Tho, dong-thap"),
        # units of before: towns, and what is told to be a former unit
        ("vi", "Chủ tịch UBND thị trấn Lộc Bình, tỉnh Lạng Sơn.", "Thị trấn Lộc Bình, lang-son, until 2025-07-01"),
        ("vi", "Bí thư Đảng ủy xã Lương Thượng (cũ), tỉnh Thái Nguyên.", "Xã Lương Thượng, bac-kan, until 2025-07-01"),
        # the provinces that the article names, where it has none of its own
        ("vi", "Bí thư Đảng ủy xã Tân Phú. Lãnh đạo tỉnh Đồng Nai và tỉnh Lạng Sơn dự.", "Xã Tân Phú, dong-nai"),
        # nothing tells: no unit is guessed, and the place is the article's own
        ("vi", "Bí thư Đảng ủy xã Tân Phú.", "Tân Phú, of article a"),
        ("vi", "Bí thư Đảng ủy xã Tân Phú. Tỉnh Đồng Nai và tỉnh Đồng Tháp dự.", "Tân Phú, of article a"),
        ("id", "Sekretaris Komite Partai Komune Ba To, Provinsi Quang Ngai.", "Ba To, quang-ngai, of article a"),
    ],
)
def test_which_of_several_communes_of_one_name_is_meant(language, text, label):
    communes = [body.place for body in page_of(Article("a", text, language)).bodies if body.level == "commune"]
    (place,) = {place for place in communes if place}
    name = f"{place.unit_type} {place.name}".strip()
    until, local = place.dissolved and f"until {place.dissolved}", place.local and f"of article {place.local}"
    assert ", ".join(part for part in (name, place.province, until, local) if part) == label


PROVINCIAL = [
    ("vi", "Chủ tịch UBND {of} {province} Nguyễn Văn An phát biểu.", same),
    ("vi", "Chủ tịch UBND TP. {province} Nguyễn Văn An phát biểu.", same),
    ("en", "Nguyen Van An, Chairman of the People's Committee of {province} {of}, spoke.", fold),
    ("id", "Ketua Komite Rakyat {of} {province} Nguyen Van An berbicara.", fold),
    ("ru", "Председатель Народного комитета {of} {province} Нгуен Ван Ан выступил.", cyrillic),
    ("ru", "Председатель Народного комитета {of} {province} Нгуен Ван Ан выступил.", cyrillic_joined),
    ("pl", "Przewodniczący Komitetu Ludowego {of} {province} Nguyen Van An zabrał głos.", fold),
]


@pytest.mark.parametrize(("language", "template", "form"), PROVINCIAL)
def test_every_province_is_read_in_a_sentence(language, template, form):
    for place in PROVINCES if "TP." not in template else CITIES:
        text = sentence(language, template, form, place)
        read = [body.place for body in page_of(Article("a", text, language)).bodies if body.kind]
        assert read == [place], text


@pytest.mark.parametrize(
    ("language", "endings"),
    [("pl", ["u", "em", "owi"]), ("ru", ["а", "у", "ом", "е"])],
)
def test_provinces_that_end_in_a_consonant_are_found_in_their_cases(language, endings):
    for place in PROVINCES:
        name = cyrillic_joined(place.name) if language == "ru" else fold(place.name)
        for ending in endings if name[-1] not in "aeiouyаеиоуыэюяьй" else ():
            assert gazetteer().find(name + ending, level="province", language=language) == (place,), name + ending


def test_a_graph_built_of_an_article_on_each_commune_names_them_all(tmp_path):
    _, template, form, _ = SENTENCES[8]
    articles = [
        {"id": place.code, "lang": "ru", "text": sentence("ru", template, form, place) + "\n"} for place in COMMUNES
    ]
    records, graph = tmp_path / "all.jsonl", tmp_path / "all.ttl"
    records.write_text("\n".join(json.dumps(article) for article in articles), encoding="utf-8")
    build([records], graph, Options(), on_error=pytest.fail)
    said = defaultdict(lambda: defaultdict(set))
    for triple in triples(graph):
        said[triple.subject.value][triple.predicate.value.rpartition("#")[2]].add(triple.object.value)
    places = {min(one["adminCode"]): one for one in said.values() if "adminCode" in one}
    governed = {place for one in said.values() for place in one["jurisdiction"]}
    linked = {min(said[node]["adminCode"]) for node in governed if said[node]["adminCode"]}
    assert linked == {place.code for place in COMMUNES} - SHARERS.keys()
    for place in COMMUNES:
        if place.code in linked:
            assert places[place.code]["label"] == {f"{place.unit_type} {place.name}"}
            (province,) = places[place.code]["within"]
            assert said[province]["name"] == {gazetteer().province(place).name}
    assert len(governed) == len(linked) + len(SHARERS)  # an open place is its article's own
