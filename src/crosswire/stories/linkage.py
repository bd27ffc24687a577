"""Average linkage over the pairs that are alike at all: a function of the pairs, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

Links = Mapping[str, Mapping[str, float]]  # likeness of every pair that has any, both ways round


def average_linkage(members: Sequence[str], links: Links, least: float) -> Iterator[tuple[str, ...]]:
    """The groups that are left when the two most alike are joined until none are on average `least` alike.

    Pairs without a link count as not alike. Of equals the lowest names go first. n log n in the links.
    """
    groups = {name: [name] for name in sorted(members)}
    sums = {name: {other: links[name][other] for other in sorted(links[name]) if other in groups} for name in groups}
    waiting = [(-like, a, b, 1, 1) for a, row in sums.items() for b, like in row.items() if a < b and like >= least]
    heapify(waiting)
    while waiting:
        _, a, b, size, other_size = heappop(waiting)
        if (size, other_size) == (len(groups.get(a, ())), len(groups.get(b, ()))):
            groups[a] += groups.pop(b)
            join(sums, a, b)
            for other, total in sums[a].items():
                mean = total / (len(groups[a]) * len(groups[other]))
                if mean >= least:
                    first, second = sorted((a, other))
                    heappush(waiting, (-mean, first, second, len(groups[first]), len(groups[second])))
    yield from map(tuple, groups.values())


def join(sums: dict[str, dict[str, float]], a: str, b: str) -> None:
    """Adds the links of one group to another's."""
    del sums[a][b]
    for other, total in sums.pop(b).items():
        if other != a:
            del sums[other][b]
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
