"""Which words say the opposite: "rise" and "fall", "manned" and "unmanned"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosswire.knowledge.lexicon import rows

NEGATING = ("un", "in", "im", "ir", "non", "dis")


def opposed(one: str, other: str) -> bool:
    """Whether two stems say the opposite: by the table, or one is the other with a prefix that denies it."""
    return other in table().get(one, ()) or any(one == p + other or other == p + one for p in NEGATING)


@cache
def table() -> Mapping[str, frozenset[str]]:
    """The opposites of each stem."""
    return {row["stem"]: frozenset(row["opposites"].split("|")) for row in rows("opposites")}
