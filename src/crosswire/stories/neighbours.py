"""Which reports may tell an article's story: those that share two of its heaviest words within some days.

The cost of an article grows with the reports of those days, not with all that were ever seen.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from crosswire.stories.vectors import NONE, UNDATED, Rows, Vectors

SHARED = 2  # words
DAYS = 22  # bits of a day: its last is in the year 9999
ROWS = 32  # bits of a row
MOST = 1 << 22  # places looked up at once, so that memory stays what it is

Numbers = NDArray[np.int64]


class Neighbours:
    """Rows by their `keys` heaviest words; those `days` apart at most are neighbours, or of no known day.

    The index is some sorted pieces, each at least twice as long as the next: a new row costs as much as the logarithm
    of their number, whatever its day.
    """

    def __init__(self, vectors: Vectors, keys: int, days: int) -> None:
        self.vectors = vectors
        self.keys = keys
        self.days = days
        self.pieces: list[tuple[Numbers, Rows]] = []  # word and day in order, and the row of each
        self.undated = False  # whether a row of no known day is there

    def add(self, rows: Rows) -> None:
        words, owners = self.heaviest(rows)
        self.undated |= bool((self.vectors.days[rows] == UNDATED).any())
        self.pieces.append(in_order(words << DAYS | self.vectors.days[owners], owners))
        while len(self.pieces) > 1 and len(self.pieces[-2][0]) < 2 * len(self.pieces[-1][0]):
            last, before = self.pieces.pop(), self.pieces.pop()
            self.pieces.append(in_order(*(np.concatenate(both) for both in zip(before, last, strict=True))))

    def near(self, rows: Rows) -> Numbers:
        """Each of some rows with each of its neighbours, as one number, in order; itself is one of them."""
        words, owners = in_order(*self.heaviest(rows))  # a search beside the one before finds the index in the cache
        days = self.vectors.days[owners]
        first = np.where(days == UNDATED, UNDATED, np.maximum(days - self.days, UNDATED + 1))
        last = np.where(days == UNDATED, (1 << DAYS) - 1, days + self.days)
        dated = (days != UNDATED) & self.undated
        words, owners = np.concatenate([words, words[dated]]), np.concatenate([owners, owners[dated]])
        unknown = np.full(np.count_nonzero(dated), UNDATED)
        first, last = np.concatenate([first, unknown]) | words << DAYS, np.concatenate([last, unknown]) | words << DAYS
        ends = [(keys.searchsorted(first), keys.searchsorted(last, "right")) for keys, _ in self.pieces]
        if len(rows) > 1 and sum(int((stops - starts).sum()) for starts, stops in ends) > MOST:
            half = len(rows) // 2
            return np.concatenate([self.near(rows[:half]), self.near(rows[half:])])
        met = [
            np.repeat(owners, stops - starts) << ROWS | others[stretches(starts, stops)]
            for (_, others), (starts, stops) in zip(self.pieces, ends, strict=True)
        ]
        return distinct(np.concatenate([*met, np.zeros(0, np.int64)]), least=SHARED)

    def heaviest(self, rows: Rows) -> tuple[Numbers, Rows]:
        """The heaviest words of some rows, and the row of each."""
        words = self.vectors.words[rows, : self.keys].astype(np.int64)
        return words[words != NONE], np.repeat(rows, np.count_nonzero(words != NONE, axis=1))


def in_order(keys: Numbers, rows: Rows) -> tuple[Numbers, Rows]:
    order = np.argsort(keys, kind="stable")
    return keys[order], rows[order]


def by_row(pairs: Numbers) -> Iterator[tuple[int, Rows]]:
    """Every row that has neighbours, and these, of pairs in order."""
    owners, others = pairs >> ROWS, pairs & ((1 << ROWS) - 1)
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    return zip(owners[starts].tolist(), np.split(others, starts)[1:], strict=True)


def distinct(numbers: Numbers, least: int = 1) -> Numbers:
    """The numbers that are there so many times at least, in order."""
    numbers = np.sort(numbers)
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    enough = np.diff(starts, append=len(numbers)) >= least
    return numbers[starts[enough]]


def stretches(starts: Numbers, stops: Numbers) -> Numbers:
    """Every number from a start to before its stop, one stretch after the other."""
    sizes = stops - starts
    before = np.cumsum(sizes) - sizes
    places: Numbers = np.arange(int(sizes.sum())) + np.repeat(starts - before, sizes)
    return places
