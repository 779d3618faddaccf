"""Personnel acts as a sentence tells them: whom, which act, which posts it gives or takes away.

The person may be named in the act's stretch, before the verb, or in the act before; several people may share an act, or
each have a post of their own: "towarzysz A przestaje pełnić funkcję X; zostaje mianowany na stanowisko Y",
"секретарём комитета назначен товарищ А, заместителем секретаря - товарищ Б".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.facts.complements import complements, told_of_holder
from kg.facts.ground import ground_body
from kg.facts.stretches import Stretch, light, stretches
from kg.facts.when import starting_in
from kg.mentions.bodies import BodyMention
from kg.mentions.kinds import leaders
from kg.mentions.links import Gap, gap, links, plural, replaced
from kg.mentions.page import Page, Parsed
from kg.mentions.people import NameMention
from kg.mentions.titles import WITH_MEMBERS, TitleMention
from kg.model import Body

_ELECTED_INTO = (
    "party-committee",
    "party-inspection-commission",
    "people-committee",
    "people-council",
    "national-assembly",
)
"""Bodies that people are elected into, besides those of which they become members in any way."""
_UNKNOWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class GivenPost:
    """A post taken up or given up; start and end are code points of its words."""

    role: str
    body: Body
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """An act told of a person (by index) in a sentence (by index)."""

    person: int
    sentence: int
    stretch: Stretch
    posts: tuple[GivenPost, ...]
    planned: bool
    starts: str | None = None
    """From when on, where the sentence tells."""
    replaced: int | None = None
    """Whose place the person takes (by index), where the sentence names one."""

    @property
    def act(self) -> str:
        """Which act it is."""
        return self.stretch.act


Post = TitleMention | BodyMention
Element = NameMention | Post


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that tells of acts."""

    page: Page
    index: int
    parsed: Parsed
    given: tuple[TitleMention, ...]
    by_name: Mapping[int, int]

    def names(self, first: int, last: int, *, leaving: bool = False) -> list[NameMention]:
        """The people named between two items; those whom somebody replaces only where they are `leaving`."""
        return [
            name
            for name in self.parsed.names
            if name.start in self.by_name and first < name.first < last and (leaving or not self.replaced(name))
        ]

    def replaced(self, name: NameMention) -> bool:
        """Whether somebody takes this person's place."""
        return replaced(self.parsed.items, name, self.parsed.titles)

    def goes_on_about_the_replaced(self, stretch: Stretch) -> bool:
        """Whether a verb is told of the one who is replaced: "replacing A, who was moved", "thay ông A được …"."""
        names = self.names(stretch.left, stretch.at, leaving=True)
        if not names or not self.replaced(names[-1]):
            return False
        beside = stretch.undergone and names[-1].last == stretch.at
        return beside or any(
            item.has("markers:relative") for item in self.parsed.items[names[-1].last : stretch.at + 1]
        )

    def posts(self, stretch: Stretch) -> list[Post]:
        """The posts that follow a verb: titles marked as such, and before them bodies that somebody joins or leaves."""
        titles = self._taken(stretch)
        until = min((title.first for title in titles), default=stretch.right)
        kinds = WITH_MEMBERS if titles or stretch.act != "elected" else (*WITH_MEMBERS, *_ELECTED_INTO)
        return [*_joined(self.parsed, stretch.at, until, kinds), *titles]

    def _taken(self, stretch: Stretch) -> list[TitleMention]:
        """The titles behind a verb; behind the one whose place is taken stand that one's, where any stand before."""
        titles = self.titles(stretch.at, stretch.right)
        leaving = () if stretch.ends else self.names(stretch.at, stretch.right, leaving=True)
        end = next((name.first for name in leaving if self.replaced(name)), stretch.right)
        return [title for title in titles if title.first < end] or titles

    def titles(self, first: int, last: int) -> list[TitleMention]:
        """The titles given between two items."""
        return [title for title in self.given if first < title.first < last]


def acts_of(page: Page, by_name: Mapping[int, int]) -> tuple[Told, ...]:
    """All acts of an article; `by_name` gives the person whom a name (by its start) means."""
    return tuple(
        told for index, parsed in enumerate(page.sentences) for told in _of_sentence(page, index, parsed, by_name)
    )


def _of_sentence(page: Page, index: int, parsed: Parsed, by_name: Mapping[int, int]) -> Iterator[Told]:
    sentence = _Sentence(page, index, parsed, complements(parsed, page.setting), by_name)
    people: list[int] = []
    done: list[Told] = []
    for stretch in _merged(sentence, stretches(parsed, sentence.given)):
        shares = _shares(sentence, stretch, people)
        people = [person for person, _ in shares] or people
        for person, mentions in shares:
            posts = tuple(_posts(sentence, mentions, person)) or _reason(sentence, stretch, person, done)
            told = Told(person, index, stretch, posts, _planned(parsed, stretch), starting_in(parsed, stretch))
            done.append(replace(told, replaced=_replaced(sentence, stretch, people) if len(shares) == 1 else None))
    yield from done


def _replaced(sentence: _Sentence, stretch: Stretch, people: Iterable[int]) -> int | None:
    """The only one whose place `people` take with an act."""
    if stretch.ends:
        return None
    names = sentence.names(stretch.left, stretch.right, leaving=True)
    left = {sentence.by_name[name.start] for name in names if sentence.replaced(name)} - {*people}
    return left.pop() if len(left) == 1 else None


def _reason(sentence: _Sentence, stretch: Stretch, person: int, done: Sequence[Told]) -> tuple[GivenPost, ...]:
    """The posts given up with an act told as the reason of another: who retires was dismissed, or is replaced."""
    if not stretch.ends or not done:
        return ()
    replaced = {sentence.by_name[name.start] for name in sentence.names(-1, stretch.at, leaving=True)}
    replaced -= {sentence.by_name[name.start] for name in sentence.names(-1, stretch.at)}
    if person in replaced:
        return tuple(post for post in done[-1].posts if post.role != "member") or done[-1].posts
    dismissed = [told for told in done if told.person == person and told.act == "dismissed"]
    return dismissed[-1].posts if dismissed and stretch.act == "retired" else ()


def _merged(sentence: _Sentence, found: Sequence[Stretch]) -> list[Stretch]:
    """The acts, a transfer and the post that it leads to as one: "przeniósł A i powierzył mu funkcję X"."""
    merged: list[Stretch] = []
    for stretch in found:
        before = merged[-1] if merged else None
        if before is not None and _leads_to(sentence, before, stretch):
            merged[-1] = replace(before, right=stretch.right)
        else:
            merged.append(stretch)
    return merged


def _leads_to(sentence: _Sentence, before: Stretch, after: Stretch) -> bool:
    one_clause = before.clause == after.clause and before.act == "transferred" and after.act == "appointed"
    return (
        one_clause
        and not sentence.posts(before)
        and bool(sentence.names(before.left, before.right))
        and not sentence.names(after.at, after.right)
    )


def _planned(parsed: Parsed, stretch: Stretch) -> bool:
    return any(item.has("markers:planned") for item in parsed.items[stretch.clause + 1 : stretch.right])


# ---------------------------------------------------------------- who gets which post


def _shares(sentence: _Sentence, stretch: Stretch, people: Sequence[int]) -> list[tuple[int, list[Post]]]:
    """Each person whom an act concerns, with the posts that it gives them; `people` are those of the act before."""
    after = sentence.names(stretch.at, stretch.right)
    posts = sentence.posts(stretch)
    persons = _persons(sentence, stretch, after, people, gives=bool(posts))
    inverted = _inverted(sentence, stretch) if not posts or not sentence.names(stretch.left, stretch.at) else []
    told: dict[int, list[Post]] = {person: [] for person in persons}
    for owners, post in _pairs(sentence, [*after, *inverted, *posts]) if persons else ():
        for person in owners or persons:
            told.setdefault(person, []).append(post)
    return list(told.items())


def _inverted(sentence: _Sentence, stretch: Stretch) -> list[TitleMention]:
    """The posts before a verb undergone: "секретарём комитета назначен товарищ А"."""
    told = stretch.undergone or not sentence.names(stretch.left, stretch.at)
    return sentence.titles(stretch.left, stretch.at) if told and stretch.opens else []


def _persons(
    sentence: _Sentence, stretch: Stretch, after: Sequence[NameMention], people: Sequence[int], *, gives: bool
) -> list[int]:
    """Whom an act concerns: the names right before a verb undergone, the first ones after a verb done, or `people`."""
    leaving = stretch.ends or sentence.goes_on_about_the_replaced(stretch)
    before = _breath(sentence, sentence.names(stretch.left, stretch.at, leaving=leaving)[::-1])
    main = before if stretch.undergone or not (after or stretch.ends) else []
    if people and not main and stretch.act != "disciplined" and _goes_on(stretch, after, gives=gives):
        return list(people)
    return [sentence.by_name[name.start] for name in main[::-1] or _breath(sentence, after)]


def _goes_on(stretch: Stretch, after: Sequence[NameMention], *, gives: bool) -> bool:
    """Whether a verb without a name before it is told of the people of the act before."""
    if stretch.opens:
        return gives and not after
    return stretch.undergone or not after


def _breath(sentence: _Sentence, names: Sequence[NameMention]) -> list[NameMention]:
    """The first of some names and those joined to it by "and", or under a plural: "comrades A, B"."""
    found = list(names[:1])
    for name in names[1:]:
        left, right = sorted((found[-1], name), key=lambda one: one.first)
        if not _in_one_breath(sentence.parsed, left, right):
            break
        found.append(name)
    return found


def _in_one_breath(parsed: Parsed, left: NameMention, right: NameMention) -> bool:
    between = range(left.last, right.first)
    given = {at for title in parsed.titles for at in range(title.first, title.last)}
    joined = any(parsed.items[at].codes("and") for at in between if at not in given)
    several = left.first > 0 and parsed.items[left.first - 1].has("plurals:many")
    listed = left.honorific and right.honorific and gap(parsed.items, left.last, right.first) <= Gap.COMMA
    return (joined or several or listed) and light(parsed, left.last, right.first)


def _pairs(sentence: _Sentence, elements: Sequence[Element]) -> Iterator[tuple[list[int], Post]]:
    """Each post with the people beside whom it stands; nobody where it is told of those whom the act concerns."""
    ordered = sorted(elements, key=lambda element: element.first)
    for at, element in enumerate(ordered):
        if not isinstance(element, NameMention):
            yield [sentence.by_name[name.start] for name in _beside(sentence, ordered, at, element)], element


def _beside(sentence: _Sentence, ordered: Sequence[Element], at: int, post: Post) -> list[NameMention]:
    """The name right behind a post, or tied to it by a dash, else the names right before it."""
    items = sentence.parsed.items
    behind = ordered[at + 1] if at + 1 < len(ordered) else None
    if isinstance(behind, NameMention) and gap(items, post.last, behind.first) <= Gap.COMMA:
        marks = {item.text for item in items[post.last : behind.first] if item.mark}
        if "," not in marks and not any(item.codes("and") for item in items[post.last : behind.first]):
            return [behind]
    names = [element for element in ordered[:at] if isinstance(element, NameMention)]
    if not names or not light(sentence.parsed, names[-1].last, post.first, _UNKNOWN_WORDS):
        return []
    alone = at > 1 and not isinstance(ordered[at - 2], NameMention) and ordered[at - 1] is names[-1]
    return names[-1:] if alone else _breath(sentence, names[::-1])


# ---------------------------------------------------------------- posts


def _posts(sentence: _Sentence, mentions: Sequence[Post], person: int) -> Iterator[GivenPost]:
    for mention in mentions:
        if isinstance(mention, TitleMention):
            yield from _titled(sentence, mention, person)
        else:
            body = ground_body(mention, sentence.page, near=_next_told(sentence.parsed, mention))
            yield _given(sentence.page, "member", body, mention)


def _given(page: Page, role: str, body: Body, mention: Post) -> GivenPost:
    return GivenPost(role, body, page.article.text[mention.start : mention.end], mention.start, mention.end)


def _titled(sentence: _Sentence, title: TitleMention, person: int) -> Iterator[GivenPost]:
    """The post that a title names; a bare one is of a body so led that the sentence gave before, or of their own."""
    mention = title.body or _body_before(sentence, title) or _own_body(sentence, person)
    kind = mention.kind if mention is not None and mention.kind else title.default_kind()
    if mention is not None and kind is not None:
        body = ground_body(mention, sentence.page, kind)
        field = title.default_field()
        yield _given(sentence.page, title.role(kind), replace(body, field=field) if field else body, title)


def _body_before(sentence: _Sentence, title: TitleMention) -> BodyMention | None:
    earlier = [
        other.body
        for other in sentence.given
        if other.first < title.first and other.body is not None and other.body.kind is not None
    ]
    return next((body for body in reversed(earlier) if leaders()[body.kind or ""] == title.base), None)


def _own_body(sentence: _Sentence, person: int) -> BodyMention | None:
    parsed, by_name = sentence.parsed, sentence.by_name
    for link in links(parsed.items, parsed.names, told_of_holder(parsed, sentence.page.setting)):
        if by_name.get(link.name.start) == person and link.title.body is not None:
            return link.title.body
    return None


def _joined(parsed: Parsed, first: int, last: int, kinds: Sequence[str]) -> list[BodyMention]:
    """The bodies that somebody is taken into or leaves: after a marker, and those listed with them."""
    found: list[BodyMention] = []
    for body in parsed.bodies:
        if not first < body.first < last or body.kind not in kinds or plural(parsed.items, body):
            continue
        listed = bool(found) and gap(parsed.items, found[-1].last, body.first) <= Gap.COMMA
        if listed or parsed.items[body.first - 1].has("markers:into"):
            found.append(body)
    return found


def _next_told(parsed: Parsed, body: BodyMention) -> BodyMention | None:
    """The next body of the sentence that tells a level below the centre."""
    bodies = [*parsed.bodies, *(title.body for title in parsed.titles if title.body is not None)]
    later = [other for other in bodies if other.start > body.start and other.level not in (None, "central")]
    return min(later, key=lambda other: other.start, default=None)
