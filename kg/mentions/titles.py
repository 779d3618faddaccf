"""Titles: a role phrase and the body in which it is held.

"[mantan] [Wakil] [Sekretaris] [Tetap] + [Komite Partai Provinsi]" is a former permanent deputy secretary of a
provincial party committee: the role words may stand in any order, the body after them or, in English, before them.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.mentions.bodies import BodyMention, find_body
from kg.mentions.items import Item
from kg.mentions.kinds import kind_of, leaders
from kg.mentions.setting import Setting

_DEPUTY_RANK, _PERMANENT_RANK = 1, 2
WITH_MEMBERS = (
    "party-standing-committee",
    "party-executive-committee",
    "party-inspection-commission",
    "central-committee",
    "politburo",
    "people-committee",
    "people-council",
    "national-assembly",
)
_POSSESSIVE = ("'s", "’s", "s'", "s’")
"""How the owner of an office ends: "the Association's President" is not the State's."""
_OWN_WORD = ("secretary", "general-secretary", "commander", "political-commissar")
"""Roles that are what their word says in any body; other words for a first person mean the first person of the body."""


@cache
def _roles() -> dict[str, Any]:
    text = (Path(__file__).parents[1] / "data" / "roles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, slots=True)
class TitleMention:
    """Words that name a post: items[first:last]."""

    first: int
    last: int
    start: int
    end: int
    base: str
    """The strongest role atom: "secretary", "chair", "head", "member", …"""
    deputy: bool
    standing: bool
    alternate: bool
    former: bool
    body: BodyMention | None
    """None, or without a kind, where the title does not name its body."""

    @property
    def bare(self) -> bool:
        """Whether it names no body and no level: "the Secretary"."""
        return self.body is None

    def role(self, kind: str) -> str:
        """The role code of this title in a body of a kind."""
        if self.base in ("member", "delegate"):
            return "alternate-member" if self.alternate else "member"
        table: dict[str, list[str]] = _roles()["leader"]
        leader = self._leader(kind)
        if self.base in _OWN_WORD or (leader in ("secretary", "own") and self.base in table):
            leader = self.base
        rank = (_PERMANENT_RANK if self.standing else _DEPUTY_RANK) if self.deputy else 0
        return table.get(leader, table["head"])[rank]

    def _leader(self, kind: str) -> str:
        """What the first person of the title's body is."""
        row = kind_of(self.body.atoms) if self.body is not None else None
        return row.leader if row is not None and row.code == kind else leaders().get(kind, "head")

    def default_kind(self) -> str | None:
        """The kind of body meant when the title names none, from its role."""
        defaults: dict[str, str] = _roles()["default_body"]
        return defaults.get(self.base)

    def default_field(self) -> str | None:
        """The field of the body meant when the title tells it itself: "chief inspector"."""
        fields: dict[str, str] = _roles()["default_field"]
        return fields.get(self.base)


@dataclass(slots=True)
class _Phrase:
    """Role words read so far."""

    atoms: set[str]
    former: bool = False


def find_title(items: Sequence[Item], at: int, setting: Setting, body: BodyMention | None) -> TitleMention | None:
    """The title that begins at an item; None where none does. `body` is the body that begins there, if one does."""
    meaning = items[at].meaning.tables
    found = _role_first(items, at, setting) if "roles" in meaning else None
    if found is None and "honorifics" in meaning:
        found = _comrades_of(items, at, setting)
    return found or (_body_first(items, at, body) if setting.lexicon.settings.get("body_before_role") else None)


def _comrades_of(items: Sequence[Item], at: int, setting: Setting) -> TitleMention | None:
    """Who is of a committee is its member: "towarzysze ze Stałego Komitetu: A; B"."""
    if at + 2 >= len(items) or not items[at + 1].has("glue:of"):
        return None
    body = find_body(items, at + 2, setting)
    if body is None or body.kind not in WITH_MEMBERS or body.last >= len(items) or items[body.last].text != ":":
        return None
    return _title(items, at, body.last, _Phrase({"member"}), body)


def _role_first(items: Sequence[Item], at: int, setting: Setting) -> TitleMention | None:
    after, phrase = _read_role(items, at) if items[at].codes("roles") else (at, None)
    if phrase is None:
        return None
    start = after - 1 if items[after - 1].has("roles:own-body") else after
    while start < len(items) and items[start].has("glue:of"):
        start += 1
    told = _roles()["tells"].get(_base(phrase))
    body = find_body(items, start, setting, title=at, told=told) if start < len(items) else None
    if body is not None and phrase.atoms & {"member", "delegate"} and body.atoms <= {"party", "central"}:
        body = None
    if body is not None and "general-secretary" in phrase.atoms and body.atoms <= {"party"}:
        return _title(items, at, body.last, phrase, None)
    if body is None and at and "president" in phrase.atoms and items[at - 1].text.endswith(_POSSESSIVE):
        return None
    if body is None:
        return _title(items, at, after, phrase, _shared_body(items, after, phrase, setting))
    return _title(items, at, body.last, phrase, body)


def _shared_body(items: Sequence[Item], after: int, phrase: _Phrase, setting: Setting) -> BodyMention | None:
    """The body of the next title, where "and" joins the same role to it: "Ketua dan Wakil Ketua Komite Rakyat"."""
    if after + 1 >= len(items) or not items[after].codes("and"):
        return None
    other = _role_first(items, after + 1, setting)
    return other.body if other is not None and other.base == _base(phrase) else None


def _body_first(items: Sequence[Item], at: int, body: BodyMention | None) -> TitleMention | None:
    if body is None or body.last >= len(items):
        return None
    after, phrase = _read_role(items, body.last)
    return _title(items, at, after, phrase, body) if phrase else None


def _read_role(items: Sequence[Item], at: int) -> tuple[int, _Phrase | None]:
    """The role phrase that begins at an item, as (index after it, its atoms); None without a role that stands alone."""
    phrase = _Phrase(set())
    here = at
    while here < len(items):
        codes = items[here].codes("roles")
        if not codes or not _fits(codes, phrase, items, here):
            break
        phrase.former |= "former" in codes
        phrase.atoms.update(code for code in codes if code != "former")
        here += 1
    if not phrase.atoms or phrase.atoms <= {"standing", "alternate", "acting"}:
        return at, None
    return here, phrase


def _fits(codes: Sequence[str], phrase: _Phrase, items: Sequence[Item], here: int) -> bool:
    """Whether one more word belongs to the role: one base role only, "standing" only of a deputy."""
    base = _roles()["base"]
    if any(code in base for code in codes):
        return not any(code in base for code in phrase.atoms)
    if "standing" in codes:
        follows = here + 1 < len(items) and items[here + 1].has("roles:deputy")
        return "deputy" in phrase.atoms or follows
    return True


def _base(phrase: _Phrase) -> str:
    """The strongest role atom."""
    return next((code for code in _roles()["base"] if code in phrase.atoms), "head")


def _title(items: Sequence[Item], first: int, last: int, phrase: _Phrase, body: BodyMention | None) -> TitleMention:
    return TitleMention(
        first,
        last,
        items[first].start,
        items[last - 1].end,
        _base(phrase),
        "deputy" in phrase.atoms,
        "standing" in phrase.atoms,
        "alternate" in phrase.atoms,
        phrase.former,
        body,
    )
