"""Which words say the opposite: "rise" and "fall", "manned" and "unmanned"; and which stand on one side of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosswire.knowledge.lexicon import rows

NEGATING = ("un", "in", "im", "ir", "non", "dis")


def opposed(one: str, other: str) -> bool:
    """Whether two stems say the opposite: by the table, or one is the other with a prefix that denies it."""
    return other in table("opposites").get(one, ()) or any(one == p + other or other == p + one for p in NEGATING)


def alike(one: str, other: str) -> bool:
    """Whether two stems stand on one side of a contrast: "delete" and "erase", held against "keep"."""
    return other in table("alike").get(one, ())


@cache
def table(column: str) -> Mapping[str, frozenset[str]]:
    """The opposites of each stem, or those alike."""
    return {row["stem"]: frozenset(row[column].split("|")) for row in rows("opposites") if row[column]}
