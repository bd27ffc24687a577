"""PLOVER 0.8 as data: 16 types of events with their modes, scores and quad classes; contexts; sectors; CAMEO roots."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from crosswire.knowledge.lexicon import rows

K = TypeVar("K")

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def types() -> tuple[str, ...]:
    """The 16 types of events, in the alphabet's order."""
    return tuple(row["type"] for row in rows("plover"))


def modes(type: str) -> tuple[str, ...]:
    """The modes a type may have; none for AGREE, SUPPORT, CONCEDE, COOPERATE and AID."""
    found_in(by_type(), type)
    return tuple(row["mode"] for row in rows("plover_modes") if row["type"] == type)


def quad(type: str) -> int:
    """The quad class, 1 to 4; SANCTION is 4, as the manual's text has it and its table has not."""
    return int(found_in(by_type(), type)["quad"])


def score(type: str, mode: str | None = None) -> float:
    """Conflict to cooperation, -10 to 10: the mode's score where it has one, else the type's."""
    own = found_in(by_mode(), (type, mode))["score"] if mode else ""
    return float(own or found_in(by_type(), type)["score"])


def needs_recipient(type: str) -> bool:
    """Whether an event of this type is none without a recipient."""
    return found_in(by_type(), type)["recipient"] == "yes"


def gloss(type: str) -> str:
    """What an actor does in an event of this type, in a few words."""
    return found_in(by_type(), type)["gloss"]


def cameo_root(type: str, mode: str | None = None) -> str:
    """The two digits CAMEO has for it: ACCUSE is 11, its mode investigate 09."""
    own = found_in(by_mode(), (type, mode))["cameo"] if mode else ""
    return own or found_in(by_type(), type)["cameo"]


@cache
def goldstein(root: str) -> float:
    """The Goldstein score of a CAMEO root."""
    return float(found_in({row["root"]: row for row in rows("goldstein")}, root)["goldstein"])


def contexts() -> tuple[str, ...]:
    """The 37 contexts an event of any type may have."""
    return tuple(row["context"] for row in rows("contexts"))


def sectors() -> tuple[str, ...]:
    """The sectors of actors and recipients, three letters each."""
    return tuple(row["sector"] for row in rows("sectors"))


@cache
def by_type() -> Mapping[str, Mapping[str, str]]:
    return {row["type"]: row for row in rows("plover")}


@cache
def by_mode() -> Mapping[tuple[str, str | None], Mapping[str, str]]:
    return {(row["type"], row["mode"]): row for row in rows("plover_modes")}


def found_in(table: Mapping[K, Mapping[str, str]], key: K) -> Mapping[str, str]:
    if key not in table:
        raise ValueError(f"PLOVER 0.8 has no {key!r}")
    return table[key]
