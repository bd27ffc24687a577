"""How far two ways to part the same things agree: BCubed, adjusted Rand, adjusted mutual information."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import comb, exp, lgamma, log

Labels = Sequence[Hashable]


def agreement(gold: Labels, found: Labels) -> dict[str, float]:
    """The three figures for labels of the same things, in one order."""
    pairs = Counter(zip(gold, found, strict=True))
    golds, founds = Counter(gold), Counter(found)
    precision, recall = bcubed(pairs, golds, founds)
    return {
        "bcubed_p": round(precision, 4),
        "bcubed_r": round(recall, 4),
        "bcubed_f1": round(2 * precision * recall / (precision + recall), 4),
        "ari": round(adjusted_rand(pairs, golds, founds), 4),
        "ami": round(adjusted_information(pairs, golds, founds), 4),
        "clusters": len(founds),
        "gold_clusters": len(golds),
    }


Counts = Mapping[Hashable, int]
Pairs = Mapping[tuple[Hashable, Hashable], int]


def bcubed(pairs: Pairs, golds: Counts, founds: Counts) -> tuple[float, float]:
    """Of a thing's fellows in the group found, the share that are its gold fellows, and the other way round."""
    total = sum(golds.values())
    precision = sum(n * n / founds[found] for (_, found), n in pairs.items())
    recall = sum(n * n / golds[gold] for (gold, _), n in pairs.items())
    return precision / total, recall / total


def adjusted_rand(pairs: Pairs, golds: Counts, founds: Counts) -> float:
    """Hubert and Arabie 1985: 1 for the same parts, 0 on average for parts by chance."""
    both, one, other = (sum(comb(n, 2) for n in counts.values()) for counts in (pairs, golds, founds))
    chance = one * other / (comb(sum(golds.values()), 2) or 1)
    most = (one + other) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def adjusted_information(pairs: Pairs, golds: Counts, founds: Counts) -> float:
    """Vinh, Epps and Bailey 2010, by the mean of both entropies."""
    total = sum(golds.values())
    shared = sum(n / total * log(total * n / (golds[g] * founds[f])) for (g, f), n in pairs.items())
    chance = expected_information(golds.values(), founds.values(), total)
    most = (entropy(golds.values(), total) + entropy(founds.values(), total)) / 2
    return 1.0 if abs(most - chance) < 1e-12 else (shared - chance) / (most - chance)


def entropy(sizes: Iterable[int], total: int) -> float:
    return -sum(n / total * log(n / total) for n in sizes)


def expected_information(ones: Iterable[int], others: Iterable[int], total: int) -> float:
    """What groups of these sizes share on average where chance deals them out."""
    left, right = Counter(ones), Counter(others)  # groups of one size share as much
    return sum(n * m * expected(a, b, total) for a, n in left.items() for b, m in right.items())


def expected(a: int, b: int, total: int) -> float:
    rest = total - a - b
    fixed = sum(map(log_factorial, (a, b, total - a, total - b))) - log_factorial(total)
    return sum(
        n / total * log(total * n / (a * b)) * exp(fixed - sum(map(log_factorial, (n, a - n, b - n, rest + n))))
        for n in range(max(1, -rest), min(a, b) + 1)
    )


def log_factorial(n: int) -> float:
    return lgamma(n + 1)
