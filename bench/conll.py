"""How far chains of mentions agree, as CoNLL 2012 scored them: MUC, B-cubed, CEAF by entities, and their mean.

The mentions of the two sides may differ: one that the other side has not is a chain of its own there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

Chains = Sequence[frozenset[Hashable]]


def conll(gold: Chains, found: Chains) -> dict[str, float]:
    """The three F1 scores in per cent, and their mean."""
    halves = ((muc(found, gold), muc(gold, found)), (b3(found, gold), b3(gold, found)), ceaf(gold, found))
    scores = [100 * harmonic(*half) for half in halves]
    names = ("muc_f1", "b3_f1", "ceaf_f1", "conll_f1")
    return {name: round(score, 2) for name, score in zip(names, [*scores, sum(scores) / 3], strict=True)}


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def muc(these: Chains, those: Chains) -> float:
    """The share of the links of these chains that those have (Vilain et al. 1995)."""
    at = places(those)
    kept = sum(len(chain) - len({at.get(each, each) for each in chain}) for chain in these)
    return kept / (sum(len(chain) - 1 for chain in these) or 1)


def b3(these: Chains, those: Chains) -> float:
    """Of a mention's fellows in these chains, the share that are its fellows in those (Bagga and Baldwin 1998)."""
    at = places(those)
    met = [Counter(at[each] for each in chain if each in at) for chain in these]
    shares = (sum(n * n for n in counts.values()) / len(chain) for chain, counts in zip(these, met, strict=True))
    return sum(shares) / (sum(map(len, these)) or 1)


def ceaf(gold: Chains, found: Chains) -> tuple[float, float]:
    """Precision and recall of the best way to pair the chains off (Luo 2005)."""
    import numpy
    from scipy.optimize import linear_sum_assignment

    at = places(gold)
    alike = numpy.zeros((len(gold), len(found)))
    for column, chain in enumerate(found):
        for row, count in Counter(at[each] for each in chain if each in at).items():
            alike[row, column] = 2 * count / (len(gold[row]) + len(chain))
    best = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return best / (len(found) or 1), best / (len(gold) or 1)


def places(chains: Chains) -> dict[Hashable, int]:
    return {each: place for place, chain in enumerate(chains) for each in chain}
