"""What the articles found to tell of one person tell together, and what excludes that two such are one."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import combinations

from kg.resolve.people.evidence import Evidence
from kg.resolve.people.locals import Days, Key, Local, PersonKey
from kg.resolve.people.offices import Post, exclude

Offices = dict[int, Post]
"""A main post for each body (by `Post.same_body`)."""


@dataclass(frozen=True, slots=True, order=True)
class Joined:
    """What was put together, and why."""

    why: tuple[Evidence, ...]
    keys: tuple[Key, ...]
    """One person of one article for each part, sorted."""


@dataclass(slots=True, eq=False)
class Profile:
    """People of several articles who were found to be one."""

    members: list[Local]
    articles: set[str]
    names: set[str]
    """Keys of the likeliest ASCII name of each member."""
    options: frozenset[str]
    """Keys of the ASCII names that every spelling can stand for."""
    labels: set[str]
    """Names with diacritics, in one form for comparison: one, unless a person's decision joined several."""
    posts: set[Post]
    current: set[Post]
    stories: set[str]
    offices: list[Offices]
    """The main posts; those in one group are told to be one person's by a chain of articles that each give several."""
    several: bool = False
    """Whether a person decided that several names are this one's: `options` and `labels` are these."""
    ruled: set[PersonKey] = field(default_factory=set)
    """The keys under which people's decisions may name a member."""
    joins: list[Joined] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """The least key of the members."""
        return self.members[0].key

    @property
    def support(self) -> int:
        """How many articles tell of the person."""
        return len(self.articles)


def profile_of(local: Local) -> Profile:
    """What one article tells."""
    offices = {post.same_body: post for post in local.held if post.office}
    return Profile(
        members=[local],
        articles={local.key[0]},
        names={local.key[1]},
        options=local.forms,
        labels={local.key[3]} - {""},
        posts=set(local.held),
        current={post for post, held in local.held.items() if held.current},
        stories={local.story} if local.story else set(),
        offices=[offices] if offices else [],
        ruled=set(local.keys),
    )


def hanging_together(groups: Iterable[Offices]) -> list[Offices]:
    """The groups of main posts, those that share a body as one."""
    apart: list[Offices] = []
    for group in groups:
        whole = dict(group)
        for other in [one for one in apart if one.keys() & whole.keys()]:
            whole |= other
            apart.remove(other)
        apart.append(whole)
    return apart


def united(parts: Sequence[Profile], joins: Sequence[Joined], *, several: bool = False) -> Profile:
    """The profile of parts that are one; `several` if they are one under several names, as a person decided."""
    options = [part.options for part in parts if part.several] or [
        frozenset.union(*(part.options for part in parts))
        if several or not (shared := frozenset.intersection(*(part.options for part in parts)))
        else shared
    ]
    offices = [group for part in parts for group in part.offices]
    return Profile(
        members=sorted((local for part in parts for local in part.members), key=lambda local: local.key),
        articles=set().union(*(part.articles for part in parts)),
        names=set().union(*(part.names for part in parts)),
        options=frozenset.union(*options),
        labels=set().union(*(part.labels for part in parts)),
        posts=set().union(*(part.posts for part in parts)),
        current=set().union(*(part.current for part in parts)),
        stories=set().union(*(part.stories for part in parts)),
        offices=[{key: post for group in offices for key, post in group.items()}]
        if several
        else hanging_together(offices),
        several=several or any(part.several for part in parts),
        ruled=set().union(*(part.ruled for part in parts)),
        joins=[*(join for part in parts for join in part.joins), *joins],
    )


def attested(profile: Profile, post: Post) -> Days | None:
    """The first and the last day of the articles that give somebody a post as held; None without a date."""
    told = [
        local.published
        for local in profile.members
        if local.published and (held := local.held.get(post)) is not None and held.current
    ]
    return (min(first for first, _ in told), max(last for _, last in told)) if told else None


# ---------------------------------------------------------------- what excludes


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells what excludes that several are one person."""

    different: Mapping[PersonKey, frozenset[PersonKey]]
    """Whom a person decided to be somebody else, both ways round."""
    only_rulings: bool = False
    """Whether nothing but that counts."""
    misspelt: bool = False
    """Whether a name may be the misspelling of another."""

    def of_misspellings(self) -> "Judge":
        """The judge for whom a name may be the misspelling of another."""
        return replace(self, misspelt=True)

    def against(self, one: Profile, other: Profile) -> Evidence | None:
        """What excludes that two are one; None if nothing does."""
        return next(self.objections(one, other), None)

    def objections(self, one: Profile, other: Profile) -> Iterator[Evidence]:
        """All that excludes that two are one, the surest first."""
        if ruling := self._ruling(one, other):
            yield ruling
        if self.only_rulings:
            return
        if shared := one.articles & other.articles:
            yield Evidence("one-article", f"{min(shared)} tells of both")
        if one.labels and other.labels and not one.labels & other.labels:
            yield Evidence("other-diacritics", f"{min(one.labels)} / {min(other.labels)}")
        if not self.misspelt and not one.options & other.options:
            yield Evidence("other-name", f"{min(one.options)} / {min(other.options)}")
        if apart := _offices([one, other]):
            yield apart

    def _ruling(self, one: Profile, other: Profile) -> Evidence | None:
        for key in sorted(one.ruled & self.different.keys()):
            for foe in sorted(self.different[key] & other.ruled):
                return Evidence("ruled-different", " / ".join(sorted(("_".join(key), "_".join(foe)))))
        return None

    def agree(self, profiles: Collection[Profile]) -> bool:
        """Whether nothing excludes that all of them are one person."""
        ruled = [one for one in profiles if one.ruled & self.different.keys()] if self.different else []
        if any(self._ruling(*pair) for pair in combinations(ruled, 2)):
            return False
        if self.only_rulings:
            return True
        articles = set().union(*(one.articles for one in profiles))
        return (
            len(articles) == sum(len(one.articles) for one in profiles)
            and (self.misspelt or _one_name(profiles, [one.options for one in profiles]))
            and _one_name(profiles, [one.labels for one in profiles if one.labels])
            and not _offices(profiles)
        )


def _one_name(profiles: Iterable[Profile], names: Sequence[AbstractSet[str]]) -> bool:
    """Whether there is a name that all can have, or that each shares with somebody of several names."""
    several = [one for one in profiles if one.several]
    if several:
        known = {name for one in several for name in (*one.options, *one.labels)}
        return all(known & each for each in names)
    return not names or bool(frozenset(names[0]).intersection(*names[1:]))


def _offices(profiles: Iterable[Profile]) -> Evidence | None:
    """Bodies of main posts that exclude each other, and that no article tells to be one person's."""
    told = [group for one in profiles for group in one.offices]
    if len({body for group in told for body in group}) < 2:
        return None
    groups = hanging_together(told)
    apart = [
        tuple(sorted((left.of, right.of)))
        for one, other in combinations(groups, 2)
        for left in one.values()
        for right in other.values()
        if exclude(left, right)
    ]
    return Evidence("exclusive-posts", " / ".join(min(apart))) if apart else None
