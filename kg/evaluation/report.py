"""An evaluation as text: a table for people, JSON for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from pyoxigraph import Literal

from kg.evaluation.mistakes import Mistake
from kg.evaluation.quotes import Quotes
from kg.evaluation.score import ALL, Figures
from kg.evaluation.silence import Abstention
from kg.evaluation.yardstick import yardstick
from kg.queries.layout import safe, table
from kg.queries.run import Rows

_COLUMNS = ("language", "type", "precision", "recall", "F1", "hits", "wrong", "missed", "silent")
_SHARES = ("precision", "recall", "f1")
_COUNTS = ("hits", "wrong", "missed", "silent")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of holding a graph against gold; mistakes and abstentions are None where nobody asked for them."""

    figures: Mapping[tuple[str, str], Figures]
    """By language and type."""
    quotes: Quotes
    mistakes: Sequence[Mistake] | None = None
    abstentions: Sequence[Abstention] | None = None


def as_table(evaluation: Evaluation) -> str:
    """The figures in aligned columns, then how many passages are exact, the mistakes and the abstentions."""
    rows = (_row(key, evaluation.figures[key]) for key in _in_order(evaluation.figures))
    quotes = evaluation.quotes
    parts = [
        table(Rows(_COLUMNS, tuple(rows))),
        f"passages that quote their article exactly: {quotes.exact} of {quotes.all}\n",
        *("\n" + block for block in map(_mistake, evaluation.mistakes or ())),
        *_silences(evaluation.abstentions),
    ]
    return "".join(parts)


def _in_order(figures: Mapping[tuple[str, str], Figures]) -> list[tuple[str, str]]:
    """All languages together first, in each the types that are scored, all of these together, the types told apart."""
    kinds = [*yardstick().scored, ALL, *yardstick().apart]
    return sorted(figures, key=lambda key: (key[0] != ALL, key[0], kinds.index(key[1])))


def _row(key: tuple[str, str], figures: Figures) -> tuple[Literal, ...]:
    shares = (f"{getattr(figures, name):.3f}" for name in _SHARES)
    counts = (str(getattr(figures, name)) for name in _COUNTS)
    return tuple(map(Literal, (*key, *shares, *counts)))


def _mistake(mistake: Mistake) -> str:
    rules = f"  ({', '.join(mistake.rules)})" if mistake.rules else ""
    sentence = safe(mistake.sentence) or "no sentence names it"
    return f"{mistake.article}  {mistake.what}  {mistake.kind}: {safe(mistake.fact)}{rules}\n    {sentence}\n"


def _silences(abstentions: Sequence[Abstention] | None) -> Iterator[str]:
    """The abstentions article by article, after a line that counts them."""
    if abstentions is None:
        return
    yield f"\nsentences with a role, body or name that gave no fact: {len(abstentions)}\n"
    article = None
    for one in abstentions:
        if one.article != article:
            yield f"\n{one.article}\n"
        article = one.article
        words = (f"[{word}]" for word in (*one.titles, *one.bodies, *one.names))
        yield f"    {safe(' '.join(words))}\n        {safe(one.sentence)}\n"


def as_json(evaluation: Evaluation) -> str:
    """The figures, named "all all", "type holds", "lang ru", "ru holds"; the passages; what else was asked for."""
    told: dict[str, object] = {_name(key): _figures(evaluation.figures[key]) for key in _in_order(evaluation.figures)}
    told["passages"] = {"exact": evaluation.quotes.exact, "all": evaluation.quotes.all}
    if evaluation.mistakes is not None:
        told["errors"] = [asdict(mistake) for mistake in evaluation.mistakes]
    if evaluation.abstentions is not None:
        told["abstentions"] = [asdict(one) for one in evaluation.abstentions]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _name(key: tuple[str, str]) -> str:
    language, kind = key
    if kind == ALL:
        return "all all" if language == ALL else f"lang {language}"
    return f"type {kind}" if language == ALL else f"{language} {kind}"


def _figures(figures: Figures) -> dict[str, float]:
    return {name: getattr(figures, name) for name in (*_SHARES, *_COUNTS)}
