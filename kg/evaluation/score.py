"""Facts against gold: which are found, wrong, missed, article by article; and the figures that come of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.found import Found
from kg.evaluation.gold import Gold, GoldArticle
from kg.evaluation.match import outdone, same, same_topic
from kg.evaluation.yardstick import yardstick

Fits = Callable[[Gold, Found], bool]
ALL = "all"


@dataclass(frozen=True, slots=True)
class Judged:
    """The facts of one type in one article."""

    article: GoldArticle
    kind: str
    hits: int
    wrong: tuple[Found, ...]
    missed: tuple[Gold, ...]

    @property
    def silent(self) -> int:
        """How many of the missed facts nothing at all was said of, rather than something wrong."""
        return sum(not any(same_topic(gold, fact) for fact in self.wrong) for gold in self.missed)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of facts, and what follows of them; rounded to four places."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    silent: int = 0

    @property
    def precision(self) -> float:
        """How much of what was said is right."""
        return round(self._share(self.wrong), 4)

    @property
    def recall(self) -> float:
        """How much of what there is to say was said."""
        return round(self._share(self.missed), 4)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self._share(self.wrong), self._share(self.missed)
        return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0

    def _share(self, lost: int) -> float:
        return self.hits / (self.hits + lost) if self.hits + lost else 1.0

    def and_also(self, judged: Judged) -> "Figures":
        """These counts with those of one type in one article."""
        return Figures(
            self.hits + judged.hits,
            self.wrong + len(judged.wrong),
            self.missed + len(judged.missed),
            self.silent + judged.silent,
        )


def judge(article: GoldArticle, found: Mapping[str, Sequence[Found]]) -> Iterator[Judged]:
    """The facts of an article, type by type. One node is one person: the first of gold's that it answers to."""
    owners: dict[str, str] = {}
    for kind in (*yardstick().scored, *yardstick().apart):
        # The required ones come first, so that no optional one takes their place.
        wanted = sorted((gold for gold in article.facts if gold.kind == kind), key=lambda gold: gold.optional)
        yield _judge_kind(article, kind, wanted, found.get(kind, ()), owners)


def _judge_kind(
    article: GoldArticle, kind: str, wanted: Sequence[Gold], found: Sequence[Found], owners: dict[str, str]
) -> Judged:
    usable = [fact for fact in found if fact.proven]

    def fits(gold: Gold, fact: Found) -> bool:
        owned = fact.person is None or owners.get(fact.person.node, gold.person) == gold.person
        return owned and same(gold, fact, article.text)

    pairs = _owned(wanted, usable, assign(wanted, usable, fits), owners)
    taken = set(pairs.values())
    left = [fact for at, fact in enumerate(usable) if at not in taken]
    wrong = [fact for fact in left if not _harmless(fact, wanted, article.text)]
    wrong += [fact for fact in found if not fact.proven]
    required = [at for at, gold in enumerate(wanted) if not gold.optional]
    missed = [wanted[at] for at in required if at not in pairs]
    return Judged(article, kind, len(required) - len(missed), tuple(wrong), tuple(missed))


def _owned(
    wanted: Sequence[Gold], found: Sequence[Found], pairs: Mapping[int, int], owners: dict[str, str]
) -> dict[int, int]:
    """The pairs without those whose node has answered to another person before; `owners` learns from the others."""
    kept = {}
    for at, other in sorted(pairs.items()):
        person = found[other].person
        if person is None or owners.setdefault(person.node, wanted[at].person) == wanted[at].person:
            kept[at] = other
    return kept


def _harmless(fact: Found, wanted: Iterable[Gold], text: str) -> bool:
    """Whether a fact too many is no error: said twice, or a weaker part of somebody whose part is known."""
    return any(same(gold, fact, text) or outdone(gold, fact) for gold in wanted)


def assign(wanted: Sequence[Gold], found: Sequence[Found], fits: Fits) -> dict[int, int]:
    """A largest one-to-one assignment, the earlier of `wanted` before the later: index of wanted -> index of found."""
    takers: dict[int, int] = {}

    def place(at: int, tried: set[int]) -> bool:
        """Find a fact for wanted[at], moving those placed before if need be."""
        for other, fact in enumerate(found):
            if other in tried or not fits(wanted[at], fact):
                continue
            tried.add(other)
            if other not in takers or place(takers[other], tried):
                takers[other] = at
                return True
        return False

    for at in range(len(wanted)):
        place(at, set())
    return {at: other for other, at in takers.items()}


def total(judged: Iterable[Judged]) -> dict[tuple[str, str], Figures]:
    """The figures by language and type of fact; ALL stands for every language, and for every type that is scored."""
    sums: defaultdict[tuple[str, str], Figures] = defaultdict(Figures)
    for one in judged:
        languages = (ALL, one.article.language)
        kinds = (one.kind, ALL) if one.kind in yardstick().scored else (one.kind,)
        for key in ((language, kind) for language in languages for kind in kinds):
            sums[key] = sums[key].and_also(one)
    return dict(sums)
