"""Offices and kinds of actor as words: "foreign minister", "military court", "residents"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosswire.knowledge.kinds import of_body, of_state
from crosswire.knowledge.lexicon import Entry, rows, titles
from crosswire.knowledge.offices import Office, offices
from crosswire.knowledge.whose import PLACES
from crosswire.records import Record
from crosswire.syntax import Token

BODIES = set(
    "agency army authority bank college command commission committee company council court department embassy force "
    "government group hospital junta jury media militia ministry movement newspaper office opposition organisation "
    "organization parliament party police presidency radio school senate team television union university".split()
)
BELOW = {"assistant", "deputy", "vice"}  # before an office: the one below it
ABBREVIATED = {
    "adm.": "admiral", "brig. gen.": "brigadier general", "capt.": "captain", "cmdr.": "commander", "col.": "colonel",
    "gen.": "general", "gov.": "governor", "lt. col.": "lieutenant colonel", "lt. gen.": "lieutenant general",
    "lt. gov.": "lieutenant governor", "lt . gov.": "lieutenant governor",
    "maj.": "major", "maj. gen.": "major general", "rep.": "representative", "sen.": "senator", "sgt.": "sergeant",
}  # fmt: skip
NAMED_BODIES = set("agency bank company group militia movement newspaper party radio television".split())
COMMON = set(
    "analyst diplomat doctor expert farmer journalist officer official reporter soldier student worker".split()
)


class Role(Record, frozen=True):
    """An office or a kind of actor: "foreign minister", GOV, held by one."""

    phrase: str
    sector: str | None
    number: str  # title, one, many
    second: str | None = None  # a second sector

    def at(self, owner: Entry | None, country: str | None) -> Role:
        """The role with the sector of the body or state whose it is: a spokesman of the FBI, of Norway."""
        body = owner if owner and owner.kind not in PLACES else None
        own = Office(self.phrase, self.sector, self.second)
        office = of_state(of_body(own, body) or own, country)
        return Role(self.phrase, office.sector, self.number, office.second)

    @property
    def common(self) -> bool:
        """Whether so many bear it that it never tells which of them is meant: "the witness", "the official"."""
        return self.sector in {"CVL", "UNK"} or self.phrase.split()[-1] in COMMON

    @property
    def named_body(self) -> bool:
        """Whether a name behind it is the body's: "the news agency Harbour Wire"."""
        return self.number == "one" and self.phrase.split()[-1] in NAMED_BODIES

    @property
    def in_general(self) -> bool:
        """Whether a body's own name says as much: "OPEC members", "Cambridge University student"."""
        return self.common or self.phrase in {"ally", "allies", "member", "members"}


def role_at(tokens: Sequence[Token], index: int) -> tuple[int, Role] | None:
    """The longest role phrase that begins at a token, and where it ends; "deputy" before any office is part of it."""
    for phrase, role in roles().get(tokens[index].text.lower(), ()) if index < len(tokens) else ():
        stop = index + len(phrase)
        if tuple(t.text.lower() for t in tokens[index:stop]) == phrase and tokens[stop - 1].pos in {"NOUN", "PROPN"}:
            return (below(tokens, index) or (stop, role)) if len(phrase) == 1 else (stop, role)
    return below(tokens, index)


def below(tokens: Sequence[Token], index: int) -> tuple[int, Role] | None:
    """ "deputy attorney general", where no table has it: as the office itself, and not that."""
    if index >= len(tokens) or tokens[index].text.lower() not in BELOW:
        return None
    stop, role = role_at(tokens, index + 1) or (index, None)
    if role is None or role.number != "title":
        return None
    return stop, Role(f"{tokens[index].text.lower()} {role.phrase}", role.sector, role.number, role.second)


@cache
def roles() -> Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]:
    """Role phrases by their first word, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for phrase, role in sorted(dict(told()).items()):
        office = offices().get(role.phrase)
        if office and office.sector:
            role = Role(role.phrase, office.sector, role.number, office.second)
        parts = tuple(phrase.replace("-", " - ").split())
        by_first.setdefault(parts[0], []).append((parts, role))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in by_first.items()}


def head_word(phrase: str) -> str:
    """What a phrase speaks of: the "ministry" of "ministry of defence"."""
    return phrase.split(" of ")[0].split()[-1]


def told() -> Iterator[tuple[str, Role]]:
    """Every phrase with its role; what a later one tells holds."""
    for phrase, sector in titles().items():
        yield phrase, Role(phrase, sector, "one" if head_word(phrase) in BODIES else "title")
    for short, phrase in ABBREVIATED.items():
        yield short, Role(phrase, titles().get(phrase), "title")
    for row in rows("agents"):
        yield row["phrase"], Role(row["phrase"], row["sector"], row["number"])


def abstract(tokens: Sequence[Token], index: int, stop: int, role: Role) -> bool:
    """Whether a word is a thing here that elsewhere is someone: "obstructed justice", "his opposition to the plan"."""
    before = tokens[index - 1] if index else None
    after = tokens[stop].text.lower() if stop < len(tokens) else ""
    told = before is not None and before.tag == "DT"
    if role.phrase == "head" and before is not None and before.text.lower() in {"his", "her", "my", "their"}:
        return tokens[index].role in {"dobj", "pobj"}  # "shook his head"
    if role.phrase == "justice" and tokens[stop - 1].tag not in {"NNS", "NNPS"}:
        return not (told and tokens[index].text.islower())
    if role.phrase == "opposition":
        resisting = after in {"to", "from"} or tokens[stop - 1].role == "attr"
        described = before is not None and before.pos in {"ADJ", "NOUN", "PROPN"} and index > 1
        return resisting or not (told or (described and tokens[index - 2].tag == "DT"))
    return False
