"""How what the reader model sees in an act's words is made into a few numbers that are near for acts of one event.

A linear map is learned by contrast: of all mentions in some topics, those of one event shall be nearer to each other
than to the rest (Khosla et al., Supervised Contrastive Learning, 2020).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.claims.gists import PARTS, Map

WIDTH = 96  # numbers of a part of a gist
EPOCHS = 60
TOPICS = 2  # a step
MOST = 600  # mentions a step
WARMTH = 0.1  # cosines are divided by it
DROPPED = 0.3  # of what is seen
RATE, FADING = 1e-3, 0.05
MEANS = 0.9, 0.999  # of Adam

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


def learned(seen: Floats, topics: Sequence[int], chains: Sequence[Hashable]) -> Map:
    """The map, of what is seen in mentions, their topics, and the chains they belong to."""
    middle, spread = seen.mean(0), seen.std(0) + 1e-6
    rows = ((seen - middle) / spread).astype(np.float32)
    parts = [contrasted(rows, numbered(topics), numbered(chains), seed) for seed in range(PARTS)]
    matrix = np.concatenate(parts, axis=1) / spread[:, None].astype(np.float32)
    return Map(matrix, -(middle @ matrix), tuple(sorted(set(topics))))


def contrasted(rows: Floats, topic: Numbers, chain: Numbers, seed: int) -> Floats:
    """The part of the map that is learned by chance of a seed."""
    chance = np.random.default_rng(seed)
    matrix = chance.normal(0, rows.shape[1] ** -0.5, (rows.shape[1], WIDTH)).astype(np.float32)
    mean, square = np.zeros_like(matrix), np.zeros_like(matrix)
    every = topic.max() + 1
    steps = EPOCHS * -(-every // TOPICS)
    step = 0
    for _ in range(EPOCHS):
        order = chance.permutation(every)
        for start in range(0, every, TOPICS):
            these = chance.permutation(np.flatnonzero(np.isin(topic, order[start : start + TOPICS])))[:MOST]
            kept = (chance.random((len(these), rows.shape[1]), np.float32) >= DROPPED) / np.float32(1 - DROPPED)
            down = slope(matrix, rows[these] * kept, chain[these])
            step += 1
            mean = MEANS[0] * mean + (1 - MEANS[0]) * down
            square = MEANS[1] * square + (1 - MEANS[1]) * down**2
            ahead = mean / (1 - MEANS[0] ** step) / (np.sqrt(square / (1 - MEANS[1] ** step)) + 1e-8)
            matrix -= RATE * (1 + np.cos(np.pi * step / steps)) / 2 * (ahead + FADING * matrix)
    return matrix


def slope(matrix: Floats, rows: Floats, chain: Numbers) -> Floats:
    """How the loss grows with each number of the map."""
    found = rows @ matrix
    length = np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    unit = found / length
    near = unit @ unit.T / WARMTH
    np.fill_diagonal(near, -np.inf)
    share = np.exp(near - near.max(1, keepdims=True))
    share /= share.sum(1, keepdims=True)
    same = (chain[:, None] == chain).astype(np.float32)
    np.fill_diagonal(same, 0)
    others = same.sum(1, keepdims=True)
    told = others > 0
    by_near = (share * told - same / np.maximum(others, 1)) / max(1, told.sum()) / WARMTH
    by_unit = (by_near + by_near.T) @ unit
    return rows.T @ ((by_unit - unit * (by_unit * unit).sum(1, keepdims=True)) / length)


def numbered(names: Sequence[Hashable]) -> Numbers:
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names])
