"""Weights for sequences of labels by their signs: a conditional random field, its likelihood climbed by L-BFGS.

Deterministic: the same sequences give the same weights. Needs numpy and scipy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Array = NDArray[np.float64]
Coded = tuple[list[list[int]], list[int]]  # the numbers of the signs of each word, and its label
NEVER = -1e4


def fit(
    sequences: Sequence[Coded],
    signs: int,
    labels: int,
    forbidden: Sequence[tuple[int, int]],
    penalties: Array,
    rounds: int,
) -> tuple[Array, Array]:
    """Weights of signs x labels and of label after label; `forbidden` pairs never follow, and never begin from -1."""
    matrix, groups = laid_out(sequences, signs)
    gold = np.eye(labels)[[label for _, answer in sequences for label in answer]]
    start = np.zeros(labels)
    strictness = np.concatenate([np.repeat(penalties, labels), np.full(labels * labels, penalties.min())])
    barred = np.zeros((labels, labels))
    for last, label in forbidden:
        if last < 0:
            start[label] = NEVER
        else:
            barred[last, label] = NEVER
    observed = np.zeros((labels, labels))
    for _, answer in sequences:
        for last, label in pairwise(answer):
            observed[last, label] += 1
    expected_signs = matrix.T @ gold

    def loss(flat: Array) -> tuple[float, Array]:
        weights = flat[: signs * labels].reshape(signs, labels)
        follow = flat[signs * labels :].reshape(labels, labels)
        scores = matrix @ weights
        total, marginals, pairs = expectations(scores, follow + barred, start, groups)
        value = total - float((scores * gold).sum()) - float((follow * observed).sum())
        value += 0.5 * float(strictness @ flat**2)
        slope = np.concatenate([(matrix.T @ marginals - expected_signs).ravel(), (pairs - observed).ravel()])
        return value, slope + strictness * flat

    found = minimize(
        loss, np.zeros(signs * labels + labels * labels), jac=True, method="L-BFGS-B", options={"maxiter": rounds}
    )
    return found.x[: signs * labels].reshape(signs, labels), found.x[signs * labels :].reshape(labels, labels)


def laid_out(sequences: Sequence[Coded], signs: int) -> tuple[csr_matrix, list[NDArray[np.int64]]]:
    """All words as one sparse matrix, and the rows of the sequences of each length."""
    columns: list[int] = []
    ends = [0]
    rows: defaultdict[int, list[list[int]]] = defaultdict(list)
    for words, _ in sequences:
        first = len(ends) - 1
        for word in words:
            columns += word
            ends.append(len(columns))
        rows[len(words)].append(list(range(first, first + len(words))))
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, signs))
    return matrix, [np.array(rows[length]) for length in sorted(rows)]


def expectations(
    scores: Array, follow: Array, start: Array, groups: Sequence[NDArray[np.int64]]
) -> tuple[float, Array, Array]:
    """Summed log partition, the chance of each label at each word, and of each pair of labels, by forward-backward."""
    total = 0.0
    marginals = np.zeros_like(scores)
    pairs = np.zeros_like(follow)
    for group in groups:
        length = group.shape[1]
        forward = [scores[group[:, 0]] + start]
        for at in range(1, length):
            forward.append(summed(forward[-1][:, :, None] + follow, 1) + scores[group[:, at]])
        backward = np.zeros_like(forward[-1])
        whole = summed(forward[-1], 1)
        total += float(whole.sum())
        for at in range(length - 1, -1, -1):
            marginals[group[:, at]] = np.exp(forward[at] + backward - whole[:, None])
            if at:
                ahead = scores[group[:, at]] + backward
                both = forward[at - 1][:, :, None] + follow + ahead[:, None, :]
                pairs += np.exp(both - whole[:, None, None]).sum(0)
                backward = summed(follow + ahead[:, None, :], 2)
    return total, marginals, pairs


def summed(logs: Array, axis: int) -> Array:
    """The logarithm of a sum of what is given as logarithms."""
    highest = logs.max(axis=axis, keepdims=True)
    return np.asarray(np.log(np.exp(logs - highest).sum(axis=axis)) + highest.squeeze(axis))
