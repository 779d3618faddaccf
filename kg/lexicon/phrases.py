"""Phrases of a language pack, compiled: which of them begin where in a run of words, in time linear in the words.

A word of a phrase is a pattern ("комитет{m}", "stem*"): each of its forms leads to the pattern's number, and an
automaton over these numbers holds the phrases, so that a phrase of inflected words needs one path, not one for each
combination of endings.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.text.tokens import Token, key_of

ENDING = 5
"""How many letters a `*` stands for at most."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_PATTERN = re.compile(r"(?:[^\W_]|[\u0300-\u036f]|['’ʼ‘](?=\w)|\{[^{}]*\})+\*?|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: words[first:last], and every atom it can stand for."""

    first: int
    last: int
    atoms: frozenset[str]


@dataclass(slots=True)
class _Node:
    """A step of the automaton: what may come next, by pattern, and what ends here."""

    steps: dict[int, "_Node"] = field(default_factory=dict)
    atoms: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _State:
    """Where a run of words leads: all nodes reached at once, what ends there, and the steps taken from there so far."""

    nodes: tuple[_Node, ...]
    atoms: frozenset[str]
    onward: frozenset[int]
    """The patterns with one of which a phrase goes on."""
    steps: dict[str, "_State | None"] = field(default_factory=dict)
    """By the key of the next word; from the start also None, for words that begin no phrase."""


def expand(phrase: str, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The phrase once for each choice in its braces.

    >>> expand("парти{я,и}", {})
    ('партия', 'партии')
    >>> expand("nov{a}", {"a": ["y", "a"]})
    ('novy', 'nova')
    """
    braces = _BRACES.search(phrase)
    if braces is None:
        return (phrase,)
    choices = endings.get(braces[1]) or braces[1].split(",")
    return tuple(
        whole
        for choice in choices
        for whole in expand(phrase[: braces.start()] + choice + phrase[braces.end() :], endings)
    )


def _spread(phrase: str, endings: Mapping[str, Sequence[str]]) -> list[str]:
    """The phrase once for each choice in those braces that hold more than parts of one word.

    >>> _spread("{sport,olah raga} komite{m}", {"m": ["", "t"]})
    ['sport komite{m}', 'olah raga komite{m}']
    """
    for braces in _BRACES.finditer(phrase):
        choices = endings.get(braces[1]) or braces[1].split(",")
        if all(choice.isalpha() or not choice for choice in choices) and any(choices):
            continue
        before, after = phrase[: braces.start()], phrase[braces.end() :]
        return [plain for choice in choices for plain in _spread(before + choice + after, endings)]
    return [phrase]


class Phrases:
    """The phrases of some tables of a pack, each with the atom that it stands for."""

    def __init__(self, endings: Mapping[str, Sequence[str]]) -> None:
        self._endings = endings
        self._numbers: dict[str, int] = {}
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._root = _Node()
        self._forget()

    def add(self, phrase: str, atom: str) -> None:
        """Let a phrase stand for an atom, too."""
        for plain in _spread(phrase, self._endings):
            node = self._root
            for pattern in _PATTERN.findall(plain):
                node = node.steps.setdefault(self._number(pattern), _Node())
            node.atoms.add(atom)
        self._forget()

    def hear_inside(self, phrase: str, table: str) -> None:
        """Give a phrase the atoms of a table that the longest phrase at its end has by itself."""
        for plain in _spread(phrase, self._endings):
            words = [expand(pattern.rstrip("*"), self._endings)[0] for pattern in _PATTERN.findall(plain)]
            self._hear([key_of(word) for word in words], table)

    def _hear(self, keys: Sequence[str], table: str) -> None:
        ends = (
            {atom for node in self._walk(keys[at:]) for atom in node.atoms if atom.startswith(table + ":")}
            for at in range(1, len(keys))
        )
        heard = next((atoms for atoms in ends if atoms), set())
        for node in self._walk(keys):
            if node.atoms:
                node.atoms |= heard
        self._forget()

    def _forget(self) -> None:
        """Drop the states made from the phrases known before."""
        self._states: dict[tuple[int, ...], _State] = {}
        self._start = _State((self._root,), frozenset(), frozenset())

    def matches(self, words: Sequence[Token], first: int = 0) -> tuple[Match, ...]:
        """All phrases in a run of words, from the word `first` on: leftmost, longest, none overlapping."""
        found = []
        keys = [word.key for word in words]
        done = first
        for at, state in self._starts(keys, first):
            if at < done:
                continue
            ends = [(after, reached.atoms) for after, reached in self._from(state, keys, at) if reached.atoms]
            if ends:
                done, atoms = ends[-1]
                found.append(Match(at, done, atoms))
        return tuple(found)

    def everywhere(self, words: Sequence[Token]) -> dict[int, dict[str, int]]:
        """The phrases that begin at each word, overlapping or not: index -> atom -> index after its longest phrase."""
        found = {}
        keys = [word.key for word in words]
        for at, state in self._starts(keys, 0):
            ends = {atom: after for after, reached in self._from(state, keys, at) for atom in reached.atoms}
            if ends:
                found[at] = ends
        return found

    def _starts(self, keys: Sequence[str], first: int) -> list[tuple[int, _State]]:
        """The words that may begin a phrase, each with the state to which it leads: most words begin none."""
        found = []
        steps = self._start.steps
        for at in range(first, len(keys)):
            key = keys[at]
            state = steps[key] if key in steps else self._step(self._start, key)
            if state is not None:
                found.append((at, state))
        return found

    def _from(self, state: _State, keys: Sequence[str], at: int) -> list[tuple[int, _State]]:
        """The steps from a word on, which leads to a state: the index after each, and where it leads."""
        found = [(at + 1, state)]
        for after in range(at + 1, len(keys)):
            led = self._step(state, keys[after]) if state.onward else None
            if led is None:
                break
            found.append((after + 1, led))
            state = led
        return found

    def _step(self, state: _State, key: str) -> _State | None:
        """Where a word leads from a state."""
        if key in state.steps:
            return state.steps[key]
        starts = state is self._start
        if not starts and state.onward.isdisjoint(self._numbers_of(key)):
            return None
        nodes = self._next(state.nodes, key)
        led = self._state(nodes) if nodes else None
        if led is not None or starts:
            state.steps[key] = led
        return led

    def _state(self, nodes: Sequence[_Node]) -> _State:
        """The one state of some nodes: forms of a word share it."""
        number = tuple(map(id, nodes))
        if number not in self._states:
            atoms = frozenset().union(*(node.atoms for node in nodes))
            onward = frozenset().union(*(node.steps for node in nodes))
            self._states[number] = _State(tuple(nodes), atoms, onward)
        return self._states[number]

    def _next(self, nodes: Iterable[_Node], key: str) -> list[_Node]:
        numbers = self._numbers_of(key)
        return [step for node in nodes for number in numbers if (step := node.steps.get(number)) is not None]

    def _numbers_of(self, key: str) -> tuple[int, ...]:
        """The numbers of the patterns that a word fits; none for most words."""
        numbers = self._known.get(key)
        if numbers is None:
            numbers = self._known[key] = self._patterns(key)
        return numbers

    def _walk(self, keys: Iterable[str]) -> list[_Node]:
        nodes = [self._root]
        for key in keys:
            nodes = self._next(nodes, key)
        return nodes

    def _patterns(self, key: str) -> tuple[int, ...]:
        """The numbers of the patterns that a word fits."""
        found = list(self._exact.get(key, ()))
        for length in range(max(1, len(key) - ENDING), len(key) + 1):
            found += self._stems.get(key[:length], ())
        return tuple(found)

    def _number(self, pattern: str) -> int:
        number = self._numbers.get(pattern)
        if number is None:
            number = self._numbers[pattern] = len(self._numbers)
            kept = self._stems if pattern.endswith("*") and len(pattern) > 1 else self._exact
            for form in dict.fromkeys(expand(pattern.rstrip("*") or pattern, self._endings)):
                kept.setdefault(key_of(form), []).append(number)
        return number
