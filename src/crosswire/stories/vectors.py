"""The heaviest words of many reports as rows of numbers, and how alike two rows are."""

from __future__ import annotations

from math import log1p
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from crosswire.stories.signatures import KEPT, WHOLE, Signature

FADING = 0.15  # how fast likeness fades: by a third in a month, by half in two years
LONGEST = 400  # days between two reports that are compared at all
FADED = np.array([1 / (1 + FADING * log1p(days)) for days in range(LONGEST + 1)])
FINEST = 1 << 30  # likenesses are whole parts of it, so that sums of them are the same in any order
UNDATED = 0  # as a day: ordinals begin at 1
NONE = 0  # as a word: numbers of words begin at 1

T = TypeVar("T", bound=np.generic)
Rows = NDArray[np.int64]


class Vectors:
    """Signatures as rows: word by word their numbers and weights, heaviest first, and the day of each."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words = np.zeros((1, KEPT), np.int32)
        self.weights = np.zeros((1, KEPT), np.int32)
        self.days = np.zeros(1, np.int64)
        self.size = 0
        self.mine = np.zeros(1)  # the weight of each word in the row that others are held against

    def add(self, signature: Signature) -> None:
        """Takes a signature in as the next row."""
        if self.size == len(self.days):
            self.words, self.weights, self.days = doubled(self.words), doubled(self.weights), doubled(self.days)
        numbers = [self.numbers.setdefault(word, len(self.numbers) + 1) for word in signature.weights]
        self.words[self.size, : len(numbers)] = numbers
        self.weights[self.size, : len(numbers)] = list(signature.weights.values())
        self.days[self.size] = signature.day or UNDATED
        self.size += 1

    def likeness(self, row: int, others: Rows) -> NDArray[np.float64]:
        """From 0 to 1: the cosine of the words, less for each day between; the same bits either way round.

        Where a day is unknown nothing speaks against two reports. Days apart are LONGEST at most.
        """
        while len(self.mine) <= len(self.numbers):
            self.mine = doubled(self.mine)
        self.mine[self.words[row]] = self.weights[row]
        shared = self.mine[self.words[others]]
        self.mine[self.words[row]] = 0
        cosines = np.einsum("ij,ij->i", shared, self.weights[others]) / WHOLE**2
        days = self.days[others]
        apart = np.where((days == UNDATED) | (self.days[row] == UNDATED), 0, np.abs(days - self.days[row]))
        faded: NDArray[np.float64] = np.round(cosines * FADED[apart] * FINEST) / FINEST
        return faded


def doubled(rows: NDArray[T]) -> NDArray[T]:
    return np.concatenate([rows, np.zeros_like(rows)])
