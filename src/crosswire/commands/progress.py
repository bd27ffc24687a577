"""How far an addition is: one line that is written over on a terminal, else a line every half minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from time import monotonic
from typing import TextIO

from crosswire.run.add import Outcome

OFTEN, SELDOM = 0.5, 30.0  # seconds
COUNTED = ("new", "updated", "known", "older", "rejected")


class Progress:
    """Counts of what became of articles; `total` is how many there are where that is known."""

    def __init__(self, stream: TextIO, total: int | None, clock: Callable[[], float] = monotonic) -> None:
        self.stream, self.total, self.clock = stream, total, clock
        self.counts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.every = OFTEN if stream.isatty() else SELDOM
        self.began = self.told = clock()

    def tell(self, outcome: Outcome) -> None:
        self.counts[outcome.kind] += 1
        if outcome.reason:
            self.reasons[outcome.reason] += 1
        if self.clock() - self.told >= self.every:
            self.told = self.clock()
            line = f"crosswire: {self.line()}"
            self.stream.write(f"\r{line:<79}" if self.stream.isatty() else f"{line}\n")
            self.stream.flush()

    def taken(self) -> int:
        return self.counts["new"] + self.counts["updated"]

    def line(self) -> str:
        """412 new, 3 updated, 17 known, 2 rejected; 18.3 articles/s; 4 min left"""
        seconds = max(self.clock() - self.began, 0.001)
        done = self.counts.total()
        parts = [self.summary(), f"{done / seconds:.1f} articles/s"]
        if self.total and done <= self.total:
            parts.append(f"{minutes((self.total - done) * seconds / done)} left")
        return "; ".join(parts)

    def summary(self) -> str:
        shown = (kind for kind in COUNTED if self.counts[kind] or kind in {"new", "rejected"})
        return ", ".join(f"{self.counts[kind]:,} {kind}" for kind in shown)

    def close(self) -> None:
        """Leaves the line that was written over."""
        if self.stream.isatty():
            self.stream.write(f"\r{'':<79}\r")


def minutes(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 3600 else f"{seconds / 3600:.1f} h"
