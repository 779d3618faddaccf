"""Who is one: evidence joins people of different articles, the strongest first; who is in doubt stays apart.

Each step (a degree to which names agree, a kind of evidence) groups those who share both, and `steps.together` joins
them where nothing excludes it. So everybody joins where the evidence is strongest, and what keeps two apart cuts the
weakest link between them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from kg.names.frequency import share
from kg.resolve.people.evidence import Evidence
from kg.resolve.people.locals import Local, PersonKey
from kg.resolve.people.misspelling import misspelt
from kg.resolve.people.offices import Post, circle, go_together
from kg.resolve.people.profiles import Judge, Profile, profile_of
from kg.resolve.people.steps import Group, together

NAMESAKES: Final = 0.03
"""Evidence joins where fewer others of the name than this are to be expected among those whom it could mean."""
Names = Callable[[Profile], Iterable[str]]

DEGREES: Final[dict[str, Names]] = {
    "same-diacritics": lambda profile: profile.labels,
    "same-name": lambda profile: profile.names,
    "same-transcription": lambda profile: profile.options,
}


def joined(members: Iterable[Local], judge: Judge, same: Collection[tuple[PersonKey, PersonKey]]) -> list[Profile]:
    """The individuals whom the articles tell of, by the least key of each."""
    profiles = sorted((profile_of(local) for local in members), key=lambda profile: profile.key)
    rulings = Judge(judge.different, only_rulings=True)
    profiles = together(profiles, _ruled(profiles, same), rulings, several=True)
    for degree in DEGREES:
        for evidence in (_by_post, _by_body, _by_story, _by_place):
            profiles = together(profiles, evidence(profiles, degree), judge)
    return misspelt(profiles, judge)


# ---------------------------------------------------------------- what joins


def _ruled(profiles: Sequence[Profile], same: Collection[tuple[PersonKey, PersonKey]]) -> Iterator[Group]:
    """Whom a person decided to be one."""
    bearing: defaultdict[PersonKey, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles if same else ()):
        for key in profile.ruled:
            bearing[key].append(at)
    for pair in sorted(set(same)):
        members = sorted({at for key in pair for at in bearing.get(key, ())})
        if len(members) > 1:
            yield (Evidence("ruled-same", " = ".join(sorted("_".join(key) for key in pair))),), members


def _by_post(profiles: Sequence[Profile], degree: str) -> Iterator[Group]:
    """The same role in the same body."""
    sharing: defaultdict[tuple[str, Post], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for name in DEGREES[degree](profile):
            for post in profile.posts:
                if post.told:
                    sharing[name, post].append(at)
    for (name, post), members in sharing.items():
        if len(members) > 1 and namesakes(name, post, post) < NAMESAKES:
            yield (Evidence(degree, name), Evidence("same-post", str(post))), members


def _by_story(profiles: Sequence[Profile], degree: str) -> Iterator[Group]:
    """Versions of one story."""
    sharing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for name in DEGREES[degree](profile):
            for story in profile.stories:
                sharing[name, story].append(at)
    for (name, story), members in sharing.items():
        if len(members) > 1:
            yield (Evidence(degree, name), Evidence("same-story", story)), members


def _by_body(profiles: Sequence[Profile], degree: str) -> Iterator[Group]:
    """Posts, held or once held, in one body."""
    sharing: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for name in DEGREES[degree](profile):
            for body in {post.same_body for post in profile.posts if post.told}:
                sharing[name, body].append(at)
    for (name, body), members in sharing.items():
        for left, right in combinations(members, 2):
            if why := shared_body(name, profiles[left], profiles[right], body):
                yield (Evidence(degree, name), why), (left, right)


def shared_body(name: str, one: Profile, other: Profile, body: int | None = None) -> Evidence | None:
    """The body in which both have a post, where their name is rare enough for it."""
    pairs = (
        (left, right)
        for left in one.posts
        for right in other.posts
        if left.told and left.same_body == right.same_body and body in (None, left.same_body)
    )
    return _rarest("same-body", name, pairs)


def _by_place(profiles: Sequence[Profile], degree: str) -> Iterator[Group]:
    """Posts that go together, both held now, at one place and level."""
    sharing: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for name in DEGREES[degree](profile):
            for place in {post.same_place for post in profile.current if post.placed}:
                sharing[name, place].append(at)
    for (name, place), members in sharing.items():
        for left, right in combinations(members, 2):
            if why := shared_place(name, profiles[left], profiles[right], place):
                yield (Evidence(degree, name), why), (left, right)


def shared_place(name: str, one: Profile, other: Profile, place: int | None = None) -> Evidence | None:
    """Posts of both that go together at a place and level, where their name is rare enough for it."""
    pairs = (
        (left, right)
        for left in one.current
        for right in other.current
        if place in (None, left.same_place) and go_together(left, right)
    )
    return _rarest("same-place", name, pairs)


def _rarest(code: str, name: str, pairs: Iterable[tuple[Post, Post]]) -> Evidence | None:
    """The pair of posts with the fewest namesakes to be expected, if these are few enough."""
    weighed = [(namesakes(name, left, right), tuple(sorted((str(left), str(right))))) for left, right in pairs]
    fewest = min(weighed, default=None)
    return Evidence(code, " + ".join(fewest[1])) if fewest and fewest[0] < NAMESAKES else None


def namesakes(name: str, one: Post, other: Post) -> float:
    """How many others of the name are to be expected among those who could hold one of the posts instead."""
    return share(name) * circle(one, other)
