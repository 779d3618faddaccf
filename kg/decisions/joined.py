"""Bodies, documents, meetings and targets that people judged to be one, made one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.graph.iris import reference
from kg.model import Body, Document, Meeting, Spelling, Target
from kg.resolve import Resolved
from kg.resolve.clusters import clusters
from kg.resolve.rewrite import Thing, all_things, rewritten

JOINABLE: Final = (Body, Document, Meeting, Target)
"""What a decision can join besides people. Places are the official map's."""


def joinable(resolved: Resolved) -> Mapping[str, Thing]:
    """The things that a decision can join, by reference."""
    things = {thing for fact in resolved.facts for thing in all_things(fact) if isinstance(thing, JOINABLE)}
    return {reference(thing): thing for thing in things}


def joined(resolved: Resolved, pairs: Iterable[Sequence[str]]) -> Resolved:
    """The facts about one thing for each group of references; it keeps the IRI that sorts first."""
    known = joinable(resolved)
    groups = [group for group in clusters(known, pairs) if len(group) > 1]
    if not groups:
        return resolved
    first = _inside_out({known[other]: known[group[0]] for group in groups for other in group[1:]})
    same: defaultdict[Thing, tuple[Thing, ...]] = defaultdict(tuple, resolved.same)
    titles: defaultdict[Document, set[Spelling]] = defaultdict(set)
    for document, spellings in resolved.titles.items():
        titles[_of(document, first)].update(spellings)
    for group in groups:
        same[known[group[0]]] += tuple(known[other] for other in group[1:])
    facts = tuple(rewritten(fact, lambda thing: first.get(thing, thing)) for fact in resolved.facts)
    return replace(
        resolved, facts=facts, same=dict(same), titles={one: tuple(sorted(found)) for one, found in titles.items()}
    )


def _inside_out(first: Mapping[Thing, Thing]) -> dict[Thing, Thing]:
    """The same, each thing also as it is once the bodies inside it are joined."""

    def inner(thing: Thing) -> Thing:
        return (
            rewritten(thing, lambda part: first.get(part, part))
            if isinstance(thing, Body | Meeting | Target)
            else thing
        )

    return {**first, **{inner(thing): inner(chosen) for thing, chosen in first.items()}}


def _of(document: Document, first: Mapping[Thing, Thing]) -> Document:
    found = first.get(document, document)
    return found if isinstance(found, Document) else document
