"""The heaviest words and the gists of many reports as rows of numbers, and how alike two rows are."""

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
GIST = 96  # numbers of a gist
UNLIKE = 0.5  # the cosine of gists of reports that have nothing in common
ABOUT = 0.5  # how much of the likeness is that of the gists
ALONE = 0.7  # what words tell where they tell it alone
NONE = 0  # as a word: numbers of words begin at 1

T = TypeVar("T", bound=np.generic)
Rows = NDArray[np.int64]


class Vectors:
    """Signatures as rows: word by word their numbers and weights, heaviest first, and the day of each."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words = np.zeros((1, KEPT), np.int32)
        self.weights = np.zeros((1, KEPT), np.int32)
        self.gists = np.zeros((1, GIST), np.int8)
        self.days = np.zeros(1, np.int64)
        self.size = 0
        self.mine = np.zeros(1)  # the weight of each word in the row that others are held against

    def add(self, signature: Signature) -> None:
        """Takes a signature in as the next row."""
        if self.size == len(self.days):
            self.words, self.weights = doubled(self.words), doubled(self.weights)
            self.gists, self.days = doubled(self.gists), doubled(self.days)
        numbers = [self.numbers.setdefault(word, len(self.numbers) + 1) for word in signature.weights]
        self.words[self.size, : len(numbers)] = numbers
        self.weights[self.size, : len(numbers)] = list(signature.weights.values())
        self.gists[self.size] = np.frombuffer(signature.gist or bytes(GIST), np.int8)
        self.days[self.size] = signature.day or UNDATED
        self.size += 1

    def likeness(self, row: int, others: Rows) -> NDArray[np.float64]:
        """From 0 to 1: how alike words and gists are, less for each day between; the same bits either way round.

        The words decide alone where one has no gist. Where a day is unknown nothing speaks against two reports. Days
        apart are LONGEST at most.
        """
        words, gists = self.in_words(row, others), self.in_gist(row, others)
        near = np.maximum(gists - UNLIKE, 0) / (1 - UNLIKE)
        alike = np.where(np.isnan(gists), ALONE * words, (1 - ABOUT) * words + ABOUT * near)
        days = self.days[others]
        apart = np.where((days == UNDATED) | (self.days[row] == UNDATED), 0, np.abs(days - self.days[row]))
        faded: NDArray[np.float64] = np.round(alike * FADED[apart] * FINEST) / FINEST
        return faded

    def in_words(self, row: int, others: Rows) -> NDArray[np.float64]:
        """The cosine of the words."""
        while len(self.mine) <= len(self.numbers):
            self.mine = doubled(self.mine)
        self.mine[self.words[row]] = self.weights[row]
        shared = self.mine[self.words[others]]
        self.mine[self.words[row]] = 0
        cosines: NDArray[np.float64] = np.einsum("ij,ij->i", shared, self.weights[others]) / WHOLE**2
        return cosines

    def in_gist(self, row: int, others: Rows) -> NDArray[np.float64]:
        """The cosine of the gists; not a number where one has none."""
        mine = self.gists[row].astype(np.float64)
        if not mine.any():
            return np.full(len(others), np.nan)
        theirs = self.gists[others].astype(np.float64)
        lengths = np.sqrt(mine @ mine * np.einsum("ij,ij->i", theirs, theirs))
        with np.errstate(invalid="ignore"):
            cosines: NDArray[np.float64] = theirs @ mine / lengths
        return cosines


def doubled(rows: NDArray[T]) -> NDArray[T]:
    return np.concatenate([rows, np.zeros_like(rows)])
