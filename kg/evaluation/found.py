"""The facts that a graph states, article by article, in the shape in which gold files tell theirs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.errors import KgError
from kg.evaluation.quotes import Quotes
from kg.evaluation.statements import Statements, local
from kg.evaluation.yardstick import amount, digits, fold, number_key, place_keys, unit_key
from kg.model import Passage

Evidence = Callable[[str], bool]
_NAMES = ("rdfs:label", "skos:altLabel", "skos:prefLabel", "skos:hiddenLabel")


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body of the graph; all empty where a fact names none."""

    kind: str | None = None
    level: str | None = None
    field: str | None = None
    place: str | None = None
    """The place that it governs, by name."""
    places: frozenset[str] = frozenset()
    """The keys of that place."""
    spellings: frozenset[str] = frozenset()
    """Its spellings, in lower case."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person of the graph, under every name."""

    node: str
    names: frozenset[str] = frozenset()
    raw: frozenset[str] = frozenset()

    def named_in(self, quote: str) -> bool:
        """Whether a quote holds one of the names."""
        folded = fold(quote)
        return any(name in quote.lower() for name in self.raw) or any(name in folded for name in self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One fact, as far as one article states it."""

    kind: str
    node: str
    passages: tuple[Passage, ...] = ()
    proven: bool = True
    """Whether a passage holds what it must hold to be evidence of the fact."""
    code: str | None = None
    """The part, act or type of meeting."""
    role: str | None = None
    person: FoundPerson | None = None
    body: FoundBody = FoundBody()
    by: FoundBody | None = None
    status: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    types: frozenset[str | None] = frozenset()
    dates: frozenset[str] = frozenset()
    issuers: tuple[FoundBody, ...] = ()
    value: float = 0.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """A graph with its evidence, its people and its bodies."""

    graph: Statements
    quotes: Quotes
    people: Mapping[str, FoundPerson]
    bodies: Mapping[str, FoundBody]
    issuances: Mapping[str, Sequence[str]]
    """A document's issuances."""

    def person(self, node: str) -> FoundPerson:
        return self.people.get(node, FoundPerson(node))

    def body(self, node: str | None) -> FoundBody:
        return self.bodies.get(node or "", FoundBody())


Read = Iterator[tuple[Found, Evidence]]


def found(graph: Statements, quotes: Quotes) -> dict[str, dict[str, list[Found]]]:
    """The facts of a graph by article and type; a fact that several articles state is one in each of them."""
    source = _source(graph, quotes)
    by_article: defaultdict[str, dict[str, list[Found]]] = defaultdict(dict)
    for read in READERS:
        for fact, evidence in read(source):
            for article, passages in quotes.by_article(fact.node).items():
                proven = any(evidence(passage.exact) for passage in passages)
                told = replace(fact, passages=tuple(passages), proven=proven)
                by_article[article].setdefault(fact.kind, []).append(_issued(told, source, article))
    return by_article


def _source(graph: Statements, quotes: Quotes) -> _Source:
    issuances: defaultdict[str, list[str]] = defaultdict(list)
    for node in graph.instances("gov:Issuance"):
        for document in graph.values(node, "gov:document"):
            issuances[document].append(node)
    people = {node: _person(graph, node) for node in graph.instances("gov:Person")}
    bodies = {node: _body(graph, node) for node in graph.instances("gov:Body")}
    return _Source(graph, quotes, people, bodies, issuances)


def _person(graph: Statements, node: str) -> FoundPerson:
    names = graph.values(node, *_NAMES)
    return FoundPerson(node, frozenset(map(fold, names)), frozenset(name.lower() for name in names))


def _body(graph: Statements, node: str) -> FoundBody:
    places = [place for place in graph.values(node, "gov:jurisdiction") if graph.values(place, "gov:name")]
    names = [name for place in places for name in graph.values(place, "gov:name")]
    others = [name for place in places for name in graph.values(place, "skos:altLabel")]
    return FoundBody(
        local(graph.first(node, "org:classification")),
        local(graph.first(node, "gov:level")),
        local(graph.first(node, "gov:field")),
        next(iter(names), None),
        frozenset(key for name in names for key in place_keys(name)),
        frozenset(name.lower() for name in (*names, *others)),
    )


# ---------------------------------------------------------------- one reader for each type of fact


def _anyway(_: str) -> bool:
    return True


def _tenures(source: _Source) -> Read:
    graph = source.graph
    for node in graph.instances("gov:Tenure"):
        status = frozenset(local(status) or "" for status in graph.values(node, "gov:status"))
        told = (graph.values(node, name) for name in ("org:member", "org:organization", "org:role"))
        for member, body, role in product(*told):
            person = source.person(member)
            post = Found(kind="holds", node=node, person=person, role=local(role), body=source.body(body))
            yield replace(post, status=status), person.named_in


def _documents(source: _Source) -> Read:
    graph = source.graph
    for node in graph.instances("gov:Document"):
        if not graph.values(node, "gov:number"):
            continue
        numbers = frozenset(map(number_key, graph.values(node, "gov:number", "skos:altLabel")))
        types = frozenset(local(type_) for type_ in graph.optional(node, "gov:documentType"))
        yield Found(kind="document", node=node, numbers=numbers, types=types), _holds_number(numbers)


def _holds_number(numbers: Iterable[str]) -> Evidence:
    heads = {number[: len(number) - len(number.lstrip("0123456789"))] for number in numbers} - {""}
    return lambda quote: any(head in digits(quote) for head in heads)


def _issued(fact: Found, source: _Source, article: str) -> Found:
    """A document with what the issuances that an article states say of it; other facts as they are."""
    if fact.kind != "document":
        return fact
    graph = source.graph
    here = [node for node in source.issuances.get(fact.node, ()) if article in source.quotes.by_article(node)]
    told = [
        pair
        for node in here
        for pair in product(graph.optional(node, "gov:issuedBy"), graph.optional(node, "dct:date"))
    ]
    dates = frozenset(date[:10] for _, date in told if date is not None)
    return replace(fact, dates=dates, issuers=tuple(source.body(body) for body, _ in told if body is not None))


def _participations(source: _Source) -> Read:
    graph = source.graph
    for node in graph.instances("gov:Participation"):
        people = graph.are(graph.values(node, "gov:participant"), "gov:Person")
        meetings = graph.values(node, "gov:inMeeting")
        # A meeting of two types makes two readings of the part in it.
        readings = sum(len(graph.values(meeting, "gov:meetingType")) for meeting in meetings)
        for member, part, _ in product(people, graph.values(node, "gov:part"), range(max(1, readings))):
            yield Found(kind="takes-part", node=node, person=source.person(member), code=local(part)), _anyway


def _measures(source: _Source) -> Read:
    graph = source.graph
    for node in graph.instances("gov:Measure"):
        if not any(graph.values(target, "rdfs:label") for target in graph.values(node, "gov:ofTarget")):
            continue
        for value, unit in product(graph.values(node, "gov:value"), graph.values(node, "gov:unit")):
            number = _number(node, value)
            figure = Found(kind="measure", node=node, value=amount(number, unit), unit=unit_key(unit))
            yield figure, _holds_figure(number)


def _number(node: str, value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise KgError(f"{node}: gov:value {value!r} is no number; check the graph with 'kg validate'") from None


def _holds_figure(value: float) -> Evidence:
    """A quote tells a figure by its digits, or in words."""
    figure = digits(f"{value:.6f}".rstrip("0").rstrip(".")).strip("0")
    return lambda quote: figure in digits(quote) or not digits(quote)


def _instructions(source: _Source) -> Read:
    graph = source.graph
    for node in graph.instances("gov:Instruction"):
        for giver in graph.are(graph.values(node, "gov:givenBy"), "gov:Person"):
            yield Found(kind="instructs", node=node, person=source.person(giver)), _anyway


def _acts(source: _Source) -> Read:
    graph = source.graph
    for node in graph.instances("gov:PersonnelAct"):
        sure = (graph.values(node, name) for name in ("gov:person", "gov:act"))
        more = (graph.optional(node, name) for name in ("gov:postRole", "gov:postBody", "gov:decidedBy"))
        for (member, act), (role, body, by) in product(product(*sure), product(*more)):
            person = source.person(member)
            done = Found(kind="appoints", node=node, person=person, code=local(act), role=local(role))
            yield replace(done, body=source.body(body), by=source.bodies.get(by or "")), person.named_in


def _meetings(source: _Source) -> Read:
    for node in source.graph.instances("gov:Meeting"):
        for type_ in source.graph.values(node, "gov:meetingType"):
            yield Found(kind="meeting", node=node, code=local(type_)), _anyway


def _reviews(source: _Source) -> Read:
    for node in source.graph.instances("gov:Review"):
        if source.graph.values(node, "gov:reviewed"):
            yield Found(kind="reviews", node=node), _anyway


READERS = (_tenures, _documents, _participations, _measures, _instructions, _acts, _meetings, _reviews)
