"""Groups of what is the same: pairs are weighed, and the best are joined first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")

LINK = 0.8  # share of the least weight that two groups must have on average


def align(
    everything: Sequence[T],
    weight: Callable[[T, T], float | None],
    least: float,
    name: Callable[[T], str],
    kind: Callable[[T], Hashable] = id,
) -> tuple[tuple[T, ...], ...]:
    """Groups of what is the same; `weight` is None for two that never are, and `name` orders those that weigh alike.

    What is of one `kind` weighs alike, so that twenty copies are weighed once.

    The best pairs are joined first, and two groups only if they weigh enough on average, so that neither the order
    of the readings nor a chain of half-likenesses makes a group.
    """
    kinds = [kind(each) for each in everything]
    first = {each: at for at, each in reversed([*enumerate(kinds)])}
    alike = [first[each] for each in kinds]
    known: dict[tuple[int, int], float | None] = {}
    weights: dict[tuple[int, int], float | None] = {}
    for left, right in combinations(range(len(everything)), 2):
        pair = alike[left], alike[right]
        if pair not in known:
            known[pair] = weight(everything[left], everything[right])
        weights[left, right] = known[pair]
    pairs = sorted(
        (-weighed, tuple(sorted((name(everything[left]), name(everything[right])))), left, right)
        for (left, right), weighed in weights.items()
        if weighed is not None and weighed >= least
    )
    groups = {index: {index} for index in range(len(everything))}
    for _, _, left, right in pairs:
        one, other = groups[left], groups[right]
        between = [weights[min(a, b), max(a, b)] for a in one for b in other] if one is not other else [None]
        if None not in between and sum(w or 0.0 for w in between) >= LINK * least * len(between):
            one |= other
            groups.update(dict.fromkeys(other, one))
    distinct = {min(group): group for group in groups.values()}
    return tuple(tuple(everything[index] for index in sorted(distinct[first])) for first in sorted(distinct))
