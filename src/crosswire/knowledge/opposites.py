"""Which words say the opposite: "rise" and "fall", "manned" and "unmanned"; and which stand on one side of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from crosswire.knowledge.lexicon import rows
from crosswire.words import stem

NEGATING = ("un", "in", "im", "ir", "non", "dis")

Sides = Mapping[str, frozenset[str]]


def opposed(one: str, other: str) -> bool:
    """Whether two stems say the opposite: by the tables, or one is the other with a prefix that denies it."""
    written, _ = contrasts()
    by_table = other in table().get(one, ()) or other in written.get(one, ())
    return by_table or any(one == p + other or other == p + one for p in NEGATING)


def alike(one: str, other: str) -> bool:
    """Whether two stems stand on one side of a contrast: "delete" and "erase", held against "keep"."""
    _, same = contrasts()
    return other in same.get(one, ())


@cache
def table() -> Sides:
    """The opposites of each stem in WordNet."""
    return {row["stem"]: frozenset(row["opposites"].split("|")) for row in rows("opposites")}


@cache
def contrasts() -> tuple[Sides, Sides]:
    """Of each stem in the written contrasts the stems on the other side, and those on its own."""
    against, beside = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for one, other in (both for row in rows("contrasts") for both in orders(row)):
        for each in one:
            against[each] |= other
            beside[each] |= one
    return tuple({each: frozenset(those) for each, those in side.items()} for side in (against, beside))  # type: ignore[return-value]


def orders(row: Mapping[str, str]) -> Iterator[tuple[set[str], set[str]]]:
    """The stems of both sides, from either one."""
    one, other = ({stem(word) for word in row[side].split("|")} for side in ("one", "other"))
    yield one, other
    yield other, one
