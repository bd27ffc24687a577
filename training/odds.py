"""Odds learned of what is judged: logistic regression on traits that are there or not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

import numpy as np

NEWTON = 8  # steps

T = TypeVar("T")


def regressed(
    rows: Sequence[Collection[T]], gold: Sequence[bool], ridge: float, *, free: Callable[[T], bool]
) -> dict[T, float]:
    """The logarithm of the odds that each trait stands for, by Newton's method; no ridge on those that are `free`."""
    columns = {trait: column for column, trait in enumerate(sorted({t for row in rows for t in row}))}
    seen = np.zeros((len(rows), len(columns)), np.float32)
    for at, row in enumerate(rows):
        seen[at, [columns[trait] for trait in row]] = 1
    ridges = np.array([1e-3 if free(trait) else ridge for trait in columns])
    weights = np.zeros(len(columns))
    for _ in range(NEWTON):
        share = 1 / (1 + np.exp(-(seen @ weights.astype(np.float32))))
        slope = seen.T @ (np.array(gold, np.float32) - share) - ridges * weights
        bend = (seen.T * (share * (1 - share))) @ seen + np.diag(ridges)
        weights += np.linalg.solve(bend.astype(np.float64), slope.astype(np.float64))
    return {trait: round(float(weights[column]), 3) for trait, column in columns.items()}
