"""Which words of a run of capitals name places: signs weighed, the best sequence of labels taken.

The weights are learned (training/toponyms.py). Each sign has three, for a word that begins a place's name, goes on
with one or is outside; so has each label for what may follow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from crosswire.knowledge.lexicon import rows

LABELS = ("begins", "goes on", "outside")
Weights = tuple[float, float, float]
NEVER = -1e9  # nothing goes on that has not begun


def labelled(words: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The label of each word of a run by its signs, an index into LABELS."""
    return likeliest(words, weights(), transitions())


def likeliest(
    words: Sequence[Sequence[str]], known: Mapping[str, Weights], following: Sequence[Weights]
) -> tuple[int, ...]:
    """The sequence of labels of the highest sum (Viterbi)."""
    scores = (0.0, NEVER, 0.0)
    came: list[tuple[int, int, int]] = []
    for number, signs in enumerate(words):
        begins = goes_on = outside = 0.0
        for sign in signs:
            if (found := known.get(sign)) is not None:
                begins += found[0]
                goes_on += found[1]
                outside += found[2]
        if number == 0:
            scores = (begins, goes_on + NEVER, outside)
            continue
        best = [max((scores[last] + following[last][label], -last) for last in range(3)) for label in range(3)]
        came.append((-best[0][1], -best[1][1], -best[2][1]))
        scores = (best[0][0] + begins, best[1][0] + goes_on, best[2][0] + outside)
    label = max(range(3), key=scores.__getitem__)
    path = [label]
    for steps in reversed(came):
        label = steps[label]
        path.append(label)
    return tuple(reversed(path))


def named_by(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and past-the-last word of each name."""
    start = None
    for at, label in enumerate((*labels, 2)):
        if start is not None and label != 1:
            yield start, at
            start = None
        if label == 0:
            start = at


@cache
def weights() -> Mapping[str, Weights]:
    return MappingProxyType({row["sign"]: numbers(row) for row in rows("toponym_weights") if row["sign"] not in LABELS})


@cache
def transitions() -> tuple[Weights, ...]:
    """For each label the weights of those that may follow."""
    found = {row["sign"]: numbers(row) for row in rows("toponym_weights") if row["sign"] in LABELS}
    return follows([found[label] for label in LABELS])


def follows(learned: Sequence[Weights]) -> tuple[Weights, ...]:
    """What may follow each label, and what may not: no name goes on behind a word outside."""
    begins, goes_on, outside = learned
    return begins, goes_on, (outside[0], NEVER, outside[2])


def numbers(row: Mapping[str, str]) -> Weights:
    return int(row["begins"]) / SCALE, int(row["on"]) / SCALE, int(row["outside"]) / SCALE


SCALE = 100
