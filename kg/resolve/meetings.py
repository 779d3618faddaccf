"""Which meetings are one: those of one article or story, and those that day, host, kind and people say are one.

Two reports are of one meeting when its kind and day agree, and the host as well, or two of those who take part, or the
one who chairs it; a report that tells no day needs the host and two who take part, and a paper of the days after.
Nothing joins reports that exclude each other: another kind, day or host, others in the chair, nobody in common. A
report that fits two meetings which exclude each other joins neither. Visits and working sessions follow one another on
one day with the same delegation: there, all whom one report names must be in the other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from typing import Final, TypeVar

from kg.model import Article, Body, Meeting, Participation, Person, Reading
from kg.resolve.bodies import identified
from kg.resolve.clusters import clusters
from kg.resolve.organisation import whole_of
from kg.resolve.rewrite import all_things

LATEST_DAYS: Final = 7
"""How many days after a meeting a paper that tells no day of it still reports it."""
ENOUGH: Final = 2
"""Those who take part in both reports and make them one."""
ONE_AFTER_ANOTHER: Final = ("visit", "working-session", "contact-voters")
_DAY: Final = len("2025-12-31")
Key = tuple[str, str, int]
"""A meeting as one article tells of it: the article's id, the meeting's type and ordinal."""
Who = Callable[[str, Person], Person]
"""The individual whom a person of an article is."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings of all articles, one for each that was held."""

    _found: Mapping[Key, Meeting]
    reports: Mapping[Meeting, tuple[Meeting, ...]]
    """The other articles' meetings that a meeting was found to be: IRIs that stay valid."""

    def meeting(self, told: Meeting) -> Meeting:
        """The whole meeting of which an article tells."""
        return self._found[_key(told)]


def meetings_of(readings: Sequence[Reading], stories: Iterable[Sequence[str]], who: Who) -> Meetings:
    """The meetings of all readings; the order of the readings does not matter."""
    reports = {report.keys[0]: report for report in _reports(readings, stories, who)}
    found: dict[Key, Meeting] = {}
    others: dict[Meeting, tuple[Meeting, ...]] = {}
    for group in _of_one_meeting(reports):
        told = sorted((one for key in group for one in reports[key].told), key=repr)
        meeting = _together(told)
        found |= {_key(one): meeting for one in told}
        keys = {_key(one) for one in told} - {_key(meeting)}
        if keys:
            others[meeting] = tuple(Meeting(kind, article, at) for article, kind, at in sorted(keys))
    return Meetings(found, others)


def _key(meeting: Meeting) -> Key:
    return meeting.article, meeting.type, meeting.ordinal


# ---------------------------------------------------------------- one article, or one story


@dataclass(frozen=True)
class _Report:
    """A meeting as an article, or the versions of a story, tell of it."""

    told: tuple[Meeting, ...]
    people: frozenset[Person]
    chairs: frozenset[Person]
    days: tuple[str, ...]
    """The days on which the articles came out, as far as known."""

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The reports that it is made of, sorted."""
        return tuple(sorted({_key(one) for one in self.told}))

    @cached_property
    def whole(self) -> Meeting:
        """What all versions tell together."""
        return _together(self.told)

    @cached_property
    def host(self) -> Body | None:
        """Who holds it, if that is told of one body only."""
        host = self.whole.host
        return host if host is not None and identified(host) else None

    @property
    def day(self) -> str | None:
        """The day, if told."""
        return self.whole.date if self.whole.date and len(self.whole.date) == _DAY else None


def _reports(readings: Sequence[Reading], stories: Iterable[Sequence[str]], who: Who) -> Iterator[_Report]:
    story_of = {article: story[0] for story in stories for article in story}
    told: defaultdict[Key, set[Meeting]] = defaultdict(set)
    people: defaultdict[Key, set[Person]] = defaultdict(set)
    chairs: defaultdict[Key, set[Person]] = defaultdict(set)
    articles = {reading.article.id: reading.article for reading in readings}
    for reading in readings:
        for fact in reading.facts:
            for thing in all_things(fact):
                if isinstance(thing, Meeting):
                    told[_key(thing)].add(thing)
            if isinstance(fact, Participation) and isinstance(fact.participant, Person):
                person = who(reading.article.id, fact.participant)
                people[_key(fact.meeting)].add(person)
                if fact.part == "chairs":
                    chairs[_key(fact.meeting)].add(person)
    for keys in _versions(told, story_of):
        yield _Report(
            tuple(sorted((one for key in keys for one in told[key]), key=repr)),
            frozenset().union(*(people[key] for key in keys)),
            frozenset().union(*(chairs[key] for key in keys)),
            tuple(_days(articles[key[0]] for key in keys)),
        )


def _versions(told: Iterable[Key], story_of: Mapping[str, str]) -> Iterable[Sequence[Key]]:
    """The reports of a story together: of one kind; of any, where each version tells of one meeting only."""
    count = Counter(article for article, _, _ in told)
    several = {story_of.get(article, article) for article in count if count[article] > 1}
    groups: defaultdict[Hashable, list[Key]] = defaultdict(list)
    for key in sorted(told):
        article, kind, ordinal = key
        story = story_of.get(article, article)
        groups[(story, kind, ordinal) if story in several else story].append(key)
    return groups.values()


def _days(articles: Iterable[Article]) -> Iterator[str]:
    return (article.published for article in articles if article.published and len(article.published) == _DAY)


def _together(told: Sequence[Meeting]) -> Meeting:
    """What all reports tell of a meeting; it keeps the name of the first report of its kind."""
    kind = _most(one.type for one in told)
    first = min(_key(one) for one in told if one.type == kind)
    exactest = max((len(one.date) for one in told if one.date), default=0)
    return Meeting(
        type=first[1],
        article=first[0],
        ordinal=first[2],
        date=_most(one.date for one in told if one.date and len(one.date) == exactest),
        host=_most(one.host for one in told),
        place=_most(one.place for one in told),
        label=_most(one.label for one in told) or "",
    )


def _most(values: Iterable[T | None]) -> T | None:
    """The value told most often, the first of those in a fixed order."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], repr(value)), default=None)


# ---------------------------------------------------------------- several articles


def _of_one_meeting(reports: Mapping[Key, _Report]) -> Iterator[tuple[Key, ...]]:
    """Groups of reports of one meeting; what hangs together but excludes each other is taken apart."""
    pairs = [pair for pair in _candidates(reports) if _are_one(reports[pair[0]], reports[pair[1]])]
    sure = _unambiguous(pairs, reports)
    for group in clusters(reports, sure):
        if any(_exclude(reports[one], reports[other]) for one, other in combinations(group, 2)):
            yield from ((key,) for key in group)
        else:
            yield group


def _unambiguous(pairs: Sequence[tuple[Key, Key]], reports: Mapping[Key, _Report]) -> list[tuple[Key, Key]]:
    """The pairs without those of a report that fits two meetings which exclude each other."""
    fitting: defaultdict[Key, set[Key]] = defaultdict(set)
    for one, other in pairs:
        fitting[one].add(other)
        fitting[other].add(one)
    torn = {
        key
        for key, fits in fitting.items()
        if any(_exclude(reports[one], reports[other]) for one, other in combinations(sorted(fits), 2))
    }
    return [pair for pair in pairs if not torn & {*pair}]


def _candidates(reports: Mapping[Key, _Report]) -> list[tuple[Key, Key]]:
    """Pairs of reports of one kind that share a day, told or near, and somebody who takes part or the host."""
    dated: defaultdict[Hashable, list[Key]] = defaultdict(list)
    for key, report in reports.items():
        for trait in _traits(report) if report.day else ():
            dated[report.whole.type, report.day, trait].append(key)
    found = {pair for keys in dated.values() for pair in combinations(sorted(keys), 2)}
    for key, report in reports.items():
        for day in _possible_days(report):
            for person in report.people:
                near = dated.get((report.whole.type, day, person), ())
                found |= {(min(key, other), max(key, other)) for other in near}
    return sorted(found)


def _traits(report: _Report) -> Iterator[Hashable]:
    yield from report.people
    if report.host is not None:
        yield whole_of(report.host) or report.host


def _possible_days(report: _Report) -> Iterator[str]:
    """The days on which a meeting may have been held whose report names its host but no day."""
    if report.host is not None and report.day is None:
        for day in report.days:
            for days in range(LATEST_DAYS + 1):
                yield (date.fromisoformat(day) - timedelta(days)).isoformat()


def _are_one(one: _Report, other: _Report) -> bool:
    if _exclude(one, other):
        return False
    shared = one.people & other.people
    if not (one.day and other.day):
        return len(shared) >= ENOUGH and bool(one.host and other.host) and _near(one, other)
    if one.whole.type in ONE_AFTER_ANOTHER:
        return len(shared) >= ENOUGH and shared in (one.people, other.people)
    few = min(len(one.people), len(other.people)) <= ENOUGH
    told = bool(one.host and other.host) or bool(one.chairs & other.chairs)
    return len(shared) >= ENOUGH or (told and few)


def _exclude(one: _Report, other: _Report) -> bool:
    """Whether two reports cannot be of one meeting."""
    if one.whole.type != other.whole.type or _differ(one.whole.date, other.whole.date):
        return True
    if one.host and other.host and not _related(one.host, other.host):
        return True
    apart = one.chairs and other.chairs and not one.chairs & other.chairs
    strangers = one.people and other.people and not one.people & other.people
    return bool(apart or strangers)


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two dates, however exact, cannot be one day."""
    return bool(one and other) and not (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _related(one: Body, other: Body) -> bool:
    """Whether two hosts may be one: a committee, and its executive or standing committee."""
    return one == other or whole_of(one) == other or whole_of(other) == one


def _near(one: _Report, other: _Report) -> bool:
    """Whether one report tells the day, and the other came out in the days after."""
    return one.day in {*_possible_days(other)} or other.day in {*_possible_days(one)}
