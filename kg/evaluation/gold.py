"""Gold files: what careful readers say that an article states, NAME.json beside NAME.txt."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.articles.files import text
from kg.errors import DataError
from kg.evaluation.yardstick import fold, yardstick


@dataclass(frozen=True, slots=True)
class Gold:
    """A fact of a gold file."""

    kind: str
    told: Mapping[str, Any]
    """The fact as the file writes it."""
    names: frozenset[str] = frozenset()
    """The person's accepted spellings, folded."""

    @property
    def optional(self) -> bool:
        """Whether careful readers could differ: it counts neither way."""
        return bool(self.told.get("optional"))

    @property
    def person(self) -> str:
        """The best spelling of the person."""
        return str(self.told["person"][0])


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all that it states."""

    id: str
    language: str
    text: str
    facts: tuple[Gold, ...]


def read(folders: Iterable[Path]) -> list[GoldArticle]:
    """The gold articles of some folders, in the order of their files; DataError names a malformed file and fact."""
    folders = list(folders)
    files = {path for folder in folders for path in folder.rglob("*.json") if path.with_suffix(".txt").exists()}
    found: dict[str, GoldArticle] = {}
    for path in sorted(files):
        article = _article(path)
        if found.setdefault(article.id, article) != article:
            raise DataError(f"{path}: another gold file is called {article.id} too; rename one")
    if not found:
        where = ", ".join(map(str, folders))
        raise DataError(f"{where}: no gold files; each is NAME.json beside NAME.txt")
    return list(found.values())


def _article(path: Path) -> GoldArticle:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        language, facts = told["lang"], told["facts"]
    except ValueError as error:
        raise DataError(f"{path}: not JSON: {error}") from error
    except (KeyError, TypeError) as error:
        raise DataError(f'{path}: a gold file is {{"id", "lang", "url", "facts": […]}}') from error
    return GoldArticle(path.stem, language, text(path.with_suffix(".txt")), tuple(_facts(path, facts)))


def _facts(path: Path, facts: Sequence[Mapping[str, Any]]) -> Iterator[Gold]:
    """The facts of the types that are scored; others are left aside."""
    needs = yardstick().needs
    for number, fact in enumerate(facts, 1):
        kind = fact.get("t")
        if kind is None:
            raise DataError(f"{path}: fact {number}: it needs a type t, one of {', '.join(needs)}")
        if kind not in needs:
            continue
        lacking = [key for key in needs[kind] if key not in fact or fact[key] == []]
        if lacking:
            raise DataError(f"{path}: fact {number}: a {kind!r} fact needs {', '.join(lacking)}")
        yield Gold(kind, fact, frozenset(fold(name) for name in fact.get("person", ())))
