"""Groups of what is the same: pairs are weighed, and the best are joined first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence, Set
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")

LINK = 0.8  # share of the least weight that two groups must have on average


def align(
    everything: Sequence[T],
    weight: Callable[[T, T], float | None],
    least: float,
    name: Callable[[T], str],
    marks: Callable[[T], Set[Hashable]] | None = None,
) -> tuple[tuple[T, ...], ...]:
    """Groups of what is the same; `weight` is None for two that never are, and `name` orders those that weigh alike.

    What has none of the `marks` of another weighs nothing beside it.

    The best pairs are joined first, and two groups only if they weigh enough on average, so that neither the order
    of the readings nor a chain of half-likenesses makes a group.
    """
    names = [name(each) for each in everything]
    weights: dict[tuple[int, int], float | None] = {}  # most weigh nothing, and are left out
    pairs: list[tuple[float, tuple[str, str], int, int]] = []
    for left, right in meeting([marks(each) for each in everything]) if marks else combinations(range(len(names)), 2):
        weighed = weight(everything[left], everything[right])
        if weighed != 0.0:
            weights[left, right] = weighed
        if weighed is not None and weighed >= least:
            mine, theirs = names[left], names[right]
            pairs.append((-weighed, (mine, theirs) if mine <= theirs else (theirs, mine), left, right))
    groups = {index: {index} for index in range(len(everything))}
    for _, _, left, right in sorted(pairs):
        one, other = groups[left], groups[right]
        between = (
            [weights.get((a, b) if a < b else (b, a), 0.0) for a in one for b in other] if one is not other else [None]
        )
        if None not in between and sum(w or 0.0 for w in between) >= LINK * least * len(between):
            one |= other
            groups.update(dict.fromkeys(other, one))
    distinct = {min(group): group for group in groups.values()}
    return tuple(tuple(everything[index] for index in sorted(distinct[first])) for first in sorted(distinct))


def meeting(marks: Sequence[Set[Hashable]]) -> Iterator[tuple[int, int]]:
    """Every two, by number, that have a mark in common."""
    holding: dict[Hashable, list[int]] = defaultdict(list)
    for right, mine in enumerate(marks):
        for left in sorted({left for mark in mine for left in holding[mark]}):
            yield left, right
        for mark in mine:
            holding[mark].append(right)
