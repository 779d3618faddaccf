"""Made-up officials of Viet Nam, the articles that tell of them, and who is who; one seed, one population.

Names follow the published shares: surnames of the country (kg/data/names.toml: Nguyễn 38.4 %, Trần 11 %, Lê 9.5 %, …),
with surnames of the north's minorities at home in its mountain provinces; "Văn" of three in ten men, "Thị" of six in
ten women; given names by the counts of 115,000 names at https://github.com/toanluu/vietname, more skewed than these, as
officials are older and mostly men. So the commonest full names have dozens of bearers among 20,000.

Every official holds one of the posts that a province or a commune has, often with the seats that go with it; some
move on, and most of the moves are told. Articles tell of two to six officials, a third of them in several languages, in
the spellings of each, with misspellings, misprinted diacritics, missing provinces, missing dates and misread places.
"""

import random
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from kg.facts.cast import anchor, language_tag
from kg.model import Article, Body, Fact, NameMention, Passage, Person, PersonnelAct, Place, Reading, Spelling, Tenure
from kg.names.people import read_name
from kg.names.places import read_units
from kg.names.spelling import fold, slug
from kg.names.transliteration import to_cyrillic

DATA = Path(__file__).parents[1] / "kg" / "data"
T = TypeVar("T")
FIRST_DAY, DAYS = date(2025, 7, 1), 480


def words(text: str) -> list[str]:
    return text.split()


MEN = 0.75
MOUNTAINS = words("lai-chau dien-bien son-la lao-cai tuyen-quang cao-bang lang-son thai-nguyen phu-tho")
NORTHERN = words("Lò Giàng Nông Hoàng Vàng Lường Quàng Sùng Triệu Lý Ma Vi Hà Bàn Đinh Bùi Cầm Mùa Thào Đặng")
MONG = words("Giàng Sùng Vàng Mùa Thào")
MALE_MIDDLES = words(
    "Văn Văn Văn Văn Văn Văn Văn Văn Văn Văn Đức Minh Quang Xuân Ngọc Thanh Hữu Đình Quốc Công Hồng Anh Tuấn Trọng Duy "
    "Thế Bá Mạnh Hoàng Viết Tiến Hải Huy Trung Chí Khắc"
)
FEMALE_MIDDLES = words("Thu Thanh Ngọc Hồng Kim Bích Minh Phương Thúy Hoài Mai Lan Thùy Mỹ Tuyết Diệu Như Quỳnh")
FEMALE = words(
    "Linh Trang Nhi Thùy Thủy Thúy Vy Thảo Thu Hương Hường Hoa Ngân My Hiền Uyên Quỳnh Như Trinh Huyền Quyên Yến Hằng "
    "Lan Mai Tuyền Trâm Duyên Nga Hạnh Nhung Loan Oanh Huệ Hồng Thương Liên Nguyệt Tuyết Diệp Chi Trúc Phượng Thơ "
    "Phụng Hân Vân Dung Hà Ngọc Phương Anh Bích Thoa Xuân Tâm Hòa Ly Thanh Minh"
)
BOTH = words("Hà Ngọc Phương Anh Xuân Tâm Hòa Thanh Minh Bình An Giang Lâm Thành Hải Châu Linh")

LANGUAGES = {"vi": 25, "en": 15, "id": 20, "ru": 25, "pl": 15}
MISSPELT = 0.01
"""Names that a translation gives with a wrong letter."""
SHORTENED = 0.002
"""Names without one of their middle words."""
MISPRINTED = 0.003
"""Vietnamese names with a wrong diacritic."""
DECLINED = 0.15
UNPLACED = 0.015
"""People of whom an article does not tell the province."""
UNDATED = 0.15
MISREAD = 0.003
"""Posts whose place is read wrongly."""
MOVES = 0.12
TOLD = 0.8
"""Of the moves, those that at least one article tells."""
VERSIONS = 0.3
"""Articles that have versions in other languages."""

# Cyrillic forms that the press and machine translation use beside those of the rules.
PRESS = (
    ("тх", "т"),
    ("зы", "ды"),
    ("зя", "зьа"),
    ("кх", "х"),
    ("тя", "ча"),
    ("ье", "ие"),
    ("ы", "у"),
    ("ши", "си"),
    ("шо", "со"),
)
ENDINGS = {"ru": ("а", "у", "ом"), "pl": ("a", "owi", "em")}
VOWELS = {"a": "áàảãạ", "o": "óòỏõọ", "i": "íìỉĩị", "u": "úùủũụ", "e": "éèẻẽẹ"}


class Chooser:
    """Draws from weighted values."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.values = list(weights)
        self.sums = list(accumulate(weights.values()))

    def draw(self, dice: random.Random) -> str:
        return self.values[bisect_left(self.sums, dice.random() * self.sums[-1])]


class Names:
    """Full names with diacritics."""

    def __init__(self) -> None:
        data = tomllib.loads((DATA / "names.toml").read_text(encoding="utf-8"))
        self.surnames = Chooser(data["surnames"]["shares"])
        accented: defaultdict[str, set[str]] = defaultdict(set)
        for group in data["given"]:
            for word in group["syllables"].split():
                accented[fold(word).lower()].add(word)
        counts = data["shares"]["given"]
        self.given = {}
        for women in (False, True):
            weights = {}
            for plain, count in counts.items():
                fitting = [word for word in sorted(accented[plain]) if word in BOTH or (word in FEMALE) == women]
                weights |= {word: (count / len(fitting)) ** 1.2 for word in fitting}
            self.given[women] = Chooser(weights)

    def draw(self, dice: random.Random, province: str) -> str:
        woman = dice.random() > MEN
        local = province in MOUNTAINS and dice.random() < 0.4
        surname = dice.choice(NORTHERN) if local else self.surnames.draw(dice)
        if surname in MONG and not woman:
            middle = ["A"]
        elif woman:
            middle = ["Thị"] * (dice.random() < 0.6)
            middle += [dice.choice(FEMALE_MIDDLES)] if not middle or dice.random() < 0.5 else []
        else:
            middle = [dice.choice(MALE_MIDDLES)] if dice.random() < 0.95 else []
        return " ".join([surname, *middle, self.given[woman].draw(dice)])


# ---------------------------------------------------------------- posts


@dataclass(frozen=True)
class Slot:
    """A main post that one person holds at a time, and the seats that go with it."""

    body: Body
    role: str
    seats: tuple[tuple[Body, str], ...] = ()


def province_slots(place: Place) -> Iterator[Slot]:
    def body(kind: str, area: str | None = None) -> Body:
        return Body(kind, "province", place, area)

    party, standing = body("party-committee"), (body("party-standing-committee"), "member")
    members = (body("party-executive-committee"), "member")
    yield Slot(party, "secretary", ((body("people-council"), "chair"),))
    yield Slot(party, "permanent-deputy-secretary", ((body("national-assembly-delegation"), "head"),))
    yield Slot(party, "deputy-secretary", ((body("people-committee"), "chair"),))
    yield Slot(party, "deputy-secretary", ((body("fatherland-front"), "chair"),))
    for kind in ("people-council", "people-committee", "fatherland-front"):
        yield from (Slot(body(kind), "vice-chair", (members,)) for _ in range(3))
    for area in (
        "finance",
        "construction",
        "home-affairs",
        "health",
        "education",
        "justice",
        "industry-trade",
        "inspectorate",
        "agriculture-environment",
        "science-technology",
        "culture-sports-tourism",
        "foreign-affairs",
    ):
        yield Slot(body("department", area), "head", (members,))
        yield from (Slot(body("department", area), "deputy-head") for _ in range(3))
    for kind in ("organization", "inspection", "propaganda", "internal-affairs"):
        yield Slot(body(f"party-{kind}-commission"), "head", (standing,))
        yield from (Slot(body(f"party-{kind}-commission"), "deputy-head") for _ in range(3))
    yield Slot(body("party-committee-office"), "head", (members,))
    yield Slot(body("police"), "head", (standing,))
    yield Slot(body("military-command"), "commander", (standing,))
    yield from (Slot(body(kind), "head") for kind in ("court", "procuracy"))
    yield from (
        Slot(body(kind), "chair") for kind in ("women-union", "farmers-union", "trade-union", "veterans-association")
    )


def commune_slots(place: Place) -> Iterator[Slot]:
    def body(kind: str) -> Body:
        return Body(kind, "commune", place)

    members = (body("party-executive-committee"), "member")
    yield Slot(body("party-committee"), "secretary", ((body("people-council"), "chair"),))
    yield Slot(body("party-committee"), "permanent-deputy-secretary")
    yield Slot(body("party-committee"), "deputy-secretary", ((body("people-committee"), "chair"),))
    yield from (Slot(body("people-committee"), "vice-chair", (members,)) for _ in range(2))
    yield Slot(body("people-council"), "vice-chair", (members,))
    yield Slot(body("fatherland-front"), "chair", (members,))
    yield Slot(body("police"), "head", (members,))
    yield Slot(body("military-command"), "commander", (members,))


def anywhere(slot: Slot) -> Place:
    """The place of a post, which all of these have."""
    assert slot.body.place is not None
    return slot.body.place


# ---------------------------------------------------------------- people


@dataclass
class Official:
    """The truth about a person."""

    number: int
    name: str
    slots: list[Slot]
    """The post held, and the one held after the move."""
    moved: int = DAYS + 1
    """The day of the move."""
    told: bool = False
    telling: int = 0

    def slot(self, day: int) -> Slot:
        return self.slots[-1] if day >= self.moved else self.slots[0]


def officials(dice: random.Random, count: int) -> list[Official]:
    places = [unit.place for unit in read_units(DATA / "places.tsv") if not unit.place.dissolved]
    provinces = sorted((place for place in places if place.level == "province"), key=lambda place: place.name)
    communes: defaultdict[str | None, list[Place]] = defaultdict(list)
    for place in places:
        if place.level == "commune":
            communes[place.province].append(place)
    names, people = Names(), []
    free: list[Slot] = []
    for index, province in enumerate(provinces):
        own = slug(province.name)
        upper = list(province_slots(province))
        lower = [slot for place in sorted(communes[own]) for slot in commune_slots(place)]
        dice.shuffle(upper)
        dice.shuffle(lower)
        wanted = count * (index + 1) // len(provinces) - count * index // len(provinces)
        above = min(len(upper), round(wanted * 0.3))
        taken = upper[:above] + lower[: wanted - above]
        free += upper[above:][:5] + lower[wanted - above :][:60]
        people += [Official(0, names.draw(dice, own), [slot]) for slot in taken]
    dice.shuffle(people)
    dice.shuffle(free)
    for number, official in enumerate(people):
        official.number = number
        if dice.random() < MOVES and free:
            _move(dice, official, free)
    return people


def _move(dice: random.Random, official: Official, free: list[Slot]) -> None:
    """To a free post, of the same province three times of four; the post left is free for another."""
    own = anywhere(official.slots[0])
    home = own.province or slug(own.name)
    near = [at for at, slot in enumerate(free) if (anywhere(slot).province or slug(anywhere(slot).name)) == home]
    at = dice.choice(near) if near and dice.random() < 0.75 else dice.randrange(len(free))
    official.slots.append(free.pop(at))
    free.append(official.slots[0])
    official.moved = dice.randrange(60, DAYS - 60)
    official.told = dice.random() < TOLD


# ---------------------------------------------------------------- how articles spell names


def misspell(dice: random.Random, name: str) -> str:
    """One letter of one word left out, doubled by another or turned round."""
    words = name.split()
    at = dice.randrange(len(words))
    word = words[at]
    letter = dice.randrange(1, len(word)) if len(word) > 1 else 0
    way = dice.randrange(3)
    if way == 0 and len(word) > 2:
        word = word[:letter] + word[letter + 1 :]
    elif way == 1 and len(word) > letter + 1:
        word = word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :]
    else:
        letters = "абгдеиклмностух" if word[0] > "Ѐ" else "abcdeghiklmnoprstuy"
        word = word[:letter] + dice.choice(letters) + word[letter + 1 :]
    words[at] = word
    return " ".join(words)


def misprint(dice: random.Random, name: str) -> str:
    """Another tone on one vowel."""
    places = [at for at, letter in enumerate(name) if fold(letter).lower() in VOWELS and at]
    at = dice.choice(places)
    return name[:at] + dice.choice(VOWELS[fold(name[at]).lower()]) + name[at + 1 :]


def spelt(dice: random.Random, name: str, language: str) -> str:
    """The name as an article in that language may write it."""
    words = name.split()
    if len(words) > 3 and dice.random() < SHORTENED:
        words.pop(1)
    text = " ".join(words)
    if language == "vi":
        return misprint(dice, text) if dice.random() < MISPRINTED else text
    text = to_cyrillic(text) if language == "ru" else fold(text)
    for rule, press in PRESS if language == "ru" and dice.random() < 0.5 else ():
        if dice.random() < 0.5:
            text = " ".join(word.lower().replace(rule, press).capitalize() for word in text.split())
    if dice.random() < MISSPELT:
        text = misspell(dice, text)
    if language in ENDINGS and dice.random() < DECLINED and text[-1] not in "aeiouyаеиоуыэюяьй":
        text += dice.choice(ENDINGS[language])
    return text


# ---------------------------------------------------------------- articles


@dataclass
class Telling:
    """What an article tells of one official."""

    official: Official
    posts: list[tuple[Body, str, bool]]
    """Body, role, and whether held still."""
    act: tuple[Slot, Slot] | None = None


@dataclass
class Story:
    """What an article and its versions tell."""

    day: int
    tellings: list[Telling]
    languages: list[str] = field(default_factory=list)


def stories(dice: random.Random, people: Sequence[Official]) -> Iterator[Story]:
    """Everybody is told of two to a dozen times, with others of the province; a move told, in one to three stories."""
    by_province: defaultdict[str, list[Official]] = defaultdict(list)
    for official in people:
        home = anywhere(official.slots[0])
        times = 2 + min(10, int(dice.expovariate(0.5)))
        by_province[home.province or slug(home.name)] += [official] * times
    for province in sorted(by_province):
        queue = by_province[province]
        dice.shuffle(queue)
        while queue:
            chosen = {one.number: one for one in (queue.pop() for _ in range(min(len(queue), dice.randint(2, 6))))}
            day = dice.randrange(DAYS)
            yield Story(day, [Telling(one, posts_told(dice, one, day)) for one in chosen.values()], languages(dice))
    for official in people:
        for _ in range(dice.randint(1, 3) if official.told else 0):
            before, after = official.slots
            posts = [(before.body, before.role, False), (after.body, after.role, True)]
            day = official.moved + dice.randrange(5)
            yield Story(day, [Telling(official, posts, (before, after))], languages(dice))


def languages(dice: random.Random) -> list[str]:
    first = dice.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    more = (
        dice.sample([one for one in LANGUAGES if one != first], dice.randint(1, 3)) if dice.random() < VERSIONS else []
    )
    return [first, *more]


def posts_told(dice: random.Random, official: Official, day: int) -> list[tuple[Body, str, bool]]:
    slot = official.slot(day)
    main = [(slot.body, slot.role, True)]
    seats = [(body, role, True) for body, role in slot.seats]
    draw = dice.random()
    if not seats or draw < 0.6:
        return main
    return seats if draw < 0.7 else main + seats


def misread(dice: random.Random, body: Body, people: Sequence[Official]) -> Body:
    """The body, or now and then one of the same kind elsewhere."""
    if dice.random() >= MISREAD:
        return body
    other = dice.choice(people).slots[0].body
    return Body(body.kind, other.level, other.place, body.field)


@dataclass
class Population:
    """Readings, and who each person of each article is."""

    readings: list[Reading]
    truth: dict[tuple[str, Person], int]
    unread: int = 0
    """Spellings that are no name to the reader."""


Reader = Callable[[random.Random, Article, Story, Sequence[Official], Population], Reading]


def population(count: int, seed: int = 1, reader: Reader | None = None) -> Population:
    """So many officials and the readings of all articles that tell of them, as the reader makes them."""
    read = reader or made_reading
    dice = random.Random(seed)
    people = officials(dice, count)
    made = Population([], {})
    for number, story in enumerate(stories(dice, people)):
        published = (FIRST_DAY + timedelta(story.day)).isoformat() if dice.random() > UNDATED else None
        for version, language in enumerate(story.languages):
            article = Article(
                f"a{number:06}{'abcd'[version]}",
                f"{number} {version}",
                language,
                url=f"https://example.org/{number}" if version == 0 else f"https://example.org/{number}/{language}",
                based_on=f"https://example.org/{number}" if version else None,
                published=published,
            )
            made.readings.append(read(dice, article, story, people, made))
    dice.shuffle(made.readings)
    return made


def made_reading(
    dice: random.Random, article: Article, story: Story, people: Sequence[Official], made: Population
) -> Reading:
    facts: list[Fact] = []
    seen: set[str] = set()
    for telling in story.tellings:
        text = spelt(dice, telling.official.name, article.language)
        name = read_name(text.split(), article.language, sure=True)
        if name is None or name.ascii in seen:
            made.unread += name is None
            continue
        seen.add(name.ascii)
        unplaced = dice.random() < UNPLACED and telling.act is None
        posts = [(misread(dice, body, people), role, current) for body, role, current in telling.posts]
        if unplaced:
            posts = [(Body(body.kind, body.level, None, body.field), role, current) for body, role, current in posts]
        spelling = Spelling(text, language_tag(text, article.language), name.declined)
        person = Person(
            name.ascii, anchor([body for body, _, _ in posts]), name.label, (spelling,), tuple(sorted(name.readings))
        )
        shown = {"passages": (Passage(article.id, 0, len(text), text),), "rule": "made"}
        facts.append(NameMention(person=person, spelling=spelling, **shown))
        facts += [
            Tenure(person=person, body=body, role=role, current=current, **shown) for body, role, current in posts
        ]
        if telling.act:
            before, after = telling.act
            facts.append(
                PersonnelAct(
                    person=person,
                    act="transferred",
                    post_role=after.role,
                    post_body=after.body,
                    from_role=before.role,
                    from_body=before.body,
                    **shown,
                )
            )
        made.truth[article.id, person] = telling.official.number
    return Reading(article, tuple(facts))


def pairs(sizes: Sequence[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def figures(truth: Sequence[int], found: Sequence[object]) -> tuple[float, float]:
    """Pairwise precision and recall of a grouping."""
    both: defaultdict[tuple[int, object], int] = defaultdict(int)
    one: defaultdict[int, int] = defaultdict(int)
    other: defaultdict[object, int] = defaultdict(int)
    for real, group in zip(truth, found, strict=True):
        both[real, group] += 1
        one[real] += 1
        other[group] += 1
    hits = pairs(list(both.values()))
    return hits / pairs(list(other.values())), hits / pairs(list(one.values()))


def judged(made: Population, person_of: Callable[[str, Person], object]) -> tuple[float, float]:
    """Pairwise precision and recall over all people of all articles."""
    return figures(list(made.truth.values()), [person_of(article, person) for article, person in made.truth])
