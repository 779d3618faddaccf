"""What the map of Viet Nam knows of a name, and which place words of articles it left open."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal

from kg.articles import read
from kg.errors import InputError, KgError
from kg.graph.labels import place_label
from kg.lexicon.pack import languages
from kg.mentions.page import page_of
from kg.model import Article, Place
from kg.names.gazetteer import gazetteer
from kg.queries.run import Rows

_LISTED = 6
"""So many units are named in one cell."""


def named(name: str, province: str | None, language: str) -> Rows:
    """Every unit that a name or an official code means, with what it was and what it became; KgError if none.

    With a province, only units on its land.
    """
    near = gazetteer().find(province, level="province", language=language) if province else ()
    if province and not near:
        raise KgError(f"no province is called {province!r}; 'kg places {province}' tells what is")
    if name.isdigit():
        found = gazetteer().with_code(name)
    else:
        found = gazetteer().every(name, province=near[0].name if near else None, language=language)
    if not found:
        raise KgError(f"the map has no place called {name!r}" + (f" in {province}" if province else ""))
    columns = ("place", "code", "level", "province", "dissolved", "came from", "became")
    return Rows(columns, tuple(map(_row, found)))


def shared() -> Rows:
    """The communes of one province whose names differ in diacritics only: ASCII does not tell them apart."""
    groups = sorted(gazetteer().shared(), key=lambda places: [place.code for place in places])
    cells = ((_province(places[0]), _listed(places)) for places in groups)
    return Rows(("province", "communes"), tuple(tuple(map(Literal, row)) for row in cells))


def left_open(inputs: Iterable[Path], on_error: Callable[[InputError], None]) -> Rows:
    """The words of articles that name a commune which nothing tells, each with the units that they can mean.

    What cannot be read goes to `on_error`; KgError if nothing can.
    """
    found = [list(_open_in(article)) for article in read(inputs, on_error) if _has_pack(article, on_error)]
    if not found:
        raise KgError("no article could be read")
    columns = ("article", "at", "words", "could be")
    return Rows(columns, tuple(tuple(map(Literal, row)) for rows in found for row in rows))


def _has_pack(article: Article, on_error: Callable[[InputError], None]) -> bool:
    known = article.language in languages()
    if not known:
        on_error(InputError(f"{article.id}: no facts can be read in language {article.language!r} yet"))
    return known


def _open_in(article: Article) -> Iterator[tuple[str, str, str, str]]:
    for body in page_of(article).bodies:
        if body.place is not None and body.place.code is None:
            province, name = body.place.province, body.place.name
            known = gazetteer().find(name, level="commune", province=province, language=article.language)
            words = " ".join(article.text[body.start : body.end].split())
            yield article.id, str(body.start), words, _listed(known) if known else "on no map"


def _row(place: Place) -> tuple[Literal, ...]:
    book = gazetteer()
    origin, after = book.predecessors(place), book.successors(place)
    cells = (
        place_label(place),
        place.code,
        place.level,
        _province(place),
        place.dissolved,
        _listed(origin),
        _listed(after),
    )
    return tuple(Literal(cell or "") for cell in cells)


def _province(place: Place) -> str:
    province = gazetteer().province(place)
    return province.name if province is not None and province != place else ""


def _listed(places: Iterable[Place]) -> str:
    """Units with their codes: "Xã Sơn Hà (21289, Quảng Ngãi)"."""
    told = [f"{place_label(place)} ({', '.join(filter(None, (place.code, _province(place))))})" for place in places]
    more = [f"and {len(told) - _LISTED} more"] if len(told) > _LISTED + 1 else []
    return "; ".join([*told[:_LISTED], *more] if more else told)
