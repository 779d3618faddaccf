"""Facts as nodes with their properties, and the direct edges that say the same in one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.graph.iris import Iris, StatedFact, Thing
from kg.graph.things import Pairs, Value, triples_of
from kg.graph.values import coded, date, node, plain, tagged, typed
from kg.model import (
    Article,
    Body,
    DocumentRelation,
    Fact,
    Instruction,
    Issuance,
    Measure,
    Meeting,
    Participation,
    Person,
    PersonnelAct,
    Review,
    Tenure,
)

TYPES: Final[Mapping[type, tuple[str, ...]]] = {
    Tenure: ("gov:Tenure", "org:Membership"),
    Issuance: ("gov:Issuance",),
    DocumentRelation: ("gov:DocumentRelation",),
    Participation: ("gov:Participation",),
    Review: ("gov:Review",),
    Measure: ("gov:Measure",),
    Instruction: ("gov:Instruction",),
    PersonnelAct: ("gov:PersonnelAct",),
}
PARTS: Final = {
    "chairs": "gov:chairedBy",
    "concludes": "gov:concludedBy",
    "speaks": "gov:addressedBy",
    "reports": "gov:reportedBy",
    "attends": "gov:attendedBy",
}
"""The parts in a meeting, the strongest first, and their direct edges."""
BINDING: Final = ("orders", "requests")
"""The force of an instruction that makes its giver instruct a body."""
ENDING_ACTS: Final = ("dismissed", "retired")
"""Acts whose post is the one given up."""


@dataclass(frozen=True, slots=True)
class Stater:
    """States facts under one base."""

    iris: Iris
    articles: Mapping[str, Article]
    parts: Mapping[tuple[Person | Body, Meeting], str]
    """The strongest part of each participant in each meeting."""
    tenures: Mapping[Person, Sequence[Tenure]]

    def triples(self, fact: StatedFact) -> Iterator[Triple]:
        """A fact's node and its direct edges."""
        yield from triples_of(self.iris.of(fact), TYPES[type(fact)], self._common(fact))
        yield from triples_of(self.iris.of(fact), (), self._pairs(fact))
        for subject, predicate, value in self._edges(fact):
            if value is not None:
                yield Triple(self.iris.of(subject), node(predicate), value)

    def _common(self, fact: Fact) -> Pairs:
        yield "gov:rule", plain(fact.rule)
        for passage in fact.passages:
            yield "prov:wasDerivedFrom", self.iris.of(passage)

    def _of(self, thing: Thing | StatedFact | None) -> NamedNode | None:
        return self.iris.of(thing) if thing is not None else None

    def _language(self, fact: Fact) -> str:
        return self.articles[fact.passages[0].article].language

    # ------------------------------------------------------------ the node

    @singledispatchmethod
    def _pairs(self, fact: Fact) -> Pairs:
        raise TypeError(fact)

    @_pairs.register
    def _(self, fact: Tenure) -> Pairs:
        yield "org:member", self._of(fact.person)
        yield "org:organization", self._of(fact.body)
        yield "org:role", coded("role", fact.role)
        yield "gov:status", node("gov:current" if fact.current else "gov:former")
        yield "gov:from", date(fact.start)
        yield "gov:until", date(fact.end)
        yield "gov:term", plain(fact.term)
        yield "gov:title", tagged(fact.title, self._language(fact))

    @_pairs.register
    def _(self, fact: Issuance) -> Pairs:
        yield "gov:document", self._of(fact.document)
        yield "gov:issuedBy", self._of(fact.body)
        yield "dct:date", date(fact.date)
        yield "gov:signedBy", self._of(fact.signer)

    @_pairs.register
    def _(self, fact: DocumentRelation) -> Pairs:
        yield "gov:document", self._of(fact.document)
        yield "gov:relation", coded("gov", fact.relation)
        yield "gov:otherDocument", self._of(fact.other)

    @_pairs.register
    def _(self, fact: Participation) -> Pairs:
        yield "gov:participant", self._of(fact.participant)
        yield "gov:inMeeting", self._of(fact.meeting)
        yield "gov:part", coded("part", self.parts[fact.participant, fact.meeting])

    @_pairs.register
    def _(self, fact: Review) -> Pairs:
        yield "gov:inMeeting", self._of(fact.meeting)
        yield "gov:reviewed", self._of(fact.reviewed)
        yield "gov:outcome", coded("gov", fact.outcome)

    @_pairs.register
    def _(self, fact: Measure) -> Pairs:
        yield "gov:ofTarget", self._of(fact.target)
        yield "gov:value", typed(fact.value, "xsd:decimal")
        yield "gov:unit", plain(fact.unit)
        yield "gov:amount", typed(fact.amount, "xsd:decimal")
        yield "gov:measureKind", coded("gov", fact.kind)
        yield "gov:direction", coded("gov", fact.direction)
        yield "gov:comparedWith", tagged(fact.compared_with, self._language(fact))
        yield "gov:period", plain(fact.period)

    @_pairs.register
    def _(self, fact: Instruction) -> Pairs:
        language = self._language(fact)
        yield "gov:givenBy", self._of(fact.giver)
        yield "dct:description", tagged(fact.description, language)
        yield "gov:force", coded("gov", fact.force)
        yield "gov:addressee", tagged(fact.addressee, language)
        yield "gov:inMeeting", self._of(fact.meeting)
        for body in fact.addressees:
            yield "gov:addressedTo", self._of(body)
        for concern in fact.concerns:
            yield "gov:concerns", self._of(concern)

    @_pairs.register
    def _(self, fact: PersonnelAct) -> Pairs:
        yield "gov:person", self._of(fact.person)
        yield "gov:act", coded("act", fact.act)
        yield "gov:postRole", coded("role", fact.post_role)
        yield "gov:postBody", self._of(fact.post_body)
        yield "gov:fromRole", coded("role", fact.from_role)
        yield "gov:fromBody", self._of(fact.from_body)
        yield "dct:date", date(fact.date)
        yield "gov:decidedBy", self._of(fact.decided_by)
        yield "gov:byDocument", self._of(fact.by_document)
        yield "gov:replacesPerson", self._of(fact.replaces)
        if fact.planned:
            yield "gov:planned", typed("true", "xsd:boolean")
        yield from self._tenures_of_act(fact)

    def _tenures_of_act(self, fact: PersonnelAct) -> Pairs:
        """The tenures that an act begins and ends, as far as the texts state them."""
        taken_up = (fact.post_role, fact.post_body)
        given_up = taken_up if fact.act in ENDING_ACTS else (fact.from_role, fact.from_body)
        started = []
        for tenure in self.tenures.get(fact.person, ()):
            post = (tenure.role, tenure.body)
            if post == given_up:
                yield "gov:endsTenure", self._of(tenure)
            elif post == taken_up and tenure.current:
                started.append(tenure)
        # A stated term is a node of its own beside the tenure told without one: the act starts the fuller one.
        nodes = {self._of(tenure) for tenure in [one for one in started if one.term] or started}
        if len(nodes) == 1:
            yield "gov:startsTenure", nodes.pop()

    # ------------------------------------------------------------ direct edges

    @singledispatchmethod
    def _edges(self, fact: Fact) -> Iterator[tuple[Thing, str, Value]]:
        del fact
        return iter(())

    @_edges.register
    def _(self, fact: Tenure) -> Iterator[tuple[Thing, str, Value]]:
        yield fact.person, "gov:holdsRoleIn" if fact.current else "gov:heldRoleIn", self._of(fact.body)

    @_edges.register
    def _(self, fact: Issuance) -> Iterator[tuple[Thing, str, Value]]:
        if fact.body:
            yield fact.body, "gov:issues", self._of(fact.document)
        yield fact.document, "dct:issued", date(fact.date)

    @_edges.register
    def _(self, fact: DocumentRelation) -> Iterator[tuple[Thing, str, Value]]:
        yield fact.document, f"gov:{fact.relation}", self._of(fact.other)

    @_edges.register
    def _(self, fact: Participation) -> Iterator[tuple[Thing, str, Value]]:
        for predicate in {PARTS[self.parts[fact.participant, fact.meeting]], "gov:attendedBy"}:
            yield fact.meeting, predicate, self._of(fact.participant)

    @_edges.register
    def _(self, fact: Review) -> Iterator[tuple[Thing, str, Value]]:
        yield fact.meeting, "gov:reviews", self._of(fact.reviewed)

    @_edges.register
    def _(self, fact: Instruction) -> Iterator[tuple[Thing, str, Value]]:
        for body in fact.addressees if fact.force in BINDING else ():
            yield fact.giver, "gov:instructs", self._of(body)
