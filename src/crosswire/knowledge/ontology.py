"""PLOVER 0.8 as data: 16 types of events with modes, scores and quad classes; contexts; sectors; CAMEO both ways."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from crosswire.knowledge.lexicon import rows
from crosswire.records import Record

K = TypeVar("K")
TOLD = {"happened", "ongoing", "reported"}
AHEAD = {"AGREE", "CONCEDE", "THREATEN"}  # the types PLOVER has for what is still to come


class Coded(Record, frozen=True):
    """What PLOVER has for a code of CAMEO."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]


def types() -> tuple[str, ...]:
    """The 16 types of events, in the alphabet's order."""
    return tuple(row["type"] for row in rows("plover"))


def modes(type: str) -> tuple[str, ...]:
    """The modes a type may have; none for AGREE, SUPPORT, CONCEDE, COOPERATE and AID."""
    found_in(by_type(), type)
    return tuple(row["mode"] for row in rows("plover_modes") if row["type"] == type)


def quad(type: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    SANCTION is 4, as the manual's text has it and its table has not.
    """
    return int(found_in(by_type(), type)["quad"])


def score(type: str, mode: str | None = None) -> float:
    """Conflict to cooperation, -10 to 10: the mode's score where it has one, else the type's."""
    return float(row_of(type, mode)["score"] or found_in(by_type(), type)["score"])


def needs_recipient(type: str) -> bool:
    """Whether an event of this type is none without a recipient."""
    return found_in(by_type(), type)["recipient"] == "yes"


def done(type: str, status: str) -> bool:
    """Whether a report tells it as done: a promise and a threat are, what they promise is not."""
    if status in {"planned", "threatened"}:
        return type in AHEAD
    return status in TOLD or (status == "demanded" and type == "REQUEST")


def gloss(type: str) -> str:
    """What an actor does in an event of this type, in a few words."""
    return found_in(by_type(), type)["gloss"]


def contexts() -> tuple[str, ...]:
    """The 37 contexts an event of any type may have."""
    return tuple(row["context"] for row in rows("contexts"))


def sectors() -> tuple[str, ...]:
    """The sectors of actors and recipients, three letters each."""
    return tuple(row["sector"] for row in rows("sectors"))


def to_cameo(type: str, mode: str | None = None) -> str:
    """The CAMEO code that stands best for it, of three digits or four: a meeting is 040, a visit 042.

    The way back gives the type, but for RETREAT where CAMEO has one code for yielding in words and in deed.
    """
    return row_of(type, mode)["cameo"]


def from_cameo(code: str) -> Coded | None:
    """The type, mode and contexts of a CAMEO code; None for those of 01 and 02, which PLOVER drops."""
    row = found_in(by_cameo(), code)
    if not row["type"]:
        return None
    return Coded(row["type"], row["mode"] or None, tuple(filter(None, row["contexts"].split("|"))))


def goldstein(code: str) -> float:
    """The Goldstein score of a CAMEO code, -10 to 10; where none is published for it, that of the code above it."""
    return float(found_in(by_cameo(), code)["goldstein"])


def cameo_gloss(code: str) -> str:
    """What CAMEO calls an event of a code: "Make a visit"; nothing for the roots and for 01 and 02."""
    return found_in(by_cameo(), code)["gloss"]


def cameo_quad(code: str) -> int:
    """The quad class CAMEO counts a code in, by its root; PLOVER's differs for CONCEDE and for convictions."""
    root = int(found_in(by_cameo(), code)["code"][:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def row_of(type: str, mode: str | None) -> Mapping[str, str]:
    return found_in(by_mode(), (type, mode)) if mode else found_in(by_type(), type)


@cache
def by_type() -> Mapping[str, Mapping[str, str]]:
    return {row["type"]: row for row in rows("plover")}


@cache
def by_mode() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(row["type"], row["mode"]): row for row in rows("plover_modes")}


@cache
def by_cameo() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in rows("cameo")}


def found_in(table: Mapping[K, Mapping[str, str]], key: K) -> Mapping[str, str]:
    if key not in table:
        raise ValueError(f"PLOVER 0.8 and CAMEO have no {key!r}")
    return table[key]
