"""Which reports may tell an article's story: those that share two of its heaviest words within some days.

The cost of an article grows with the reports of those days, not with all that were ever seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from crosswire.stories.signatures import Signature

SHARED = 2  # words


class Neighbours:
    """Signatures by their `keys` heaviest words; those `days` apart at most are neighbours, or of no known day."""

    def __init__(self, keys: int, days: int) -> None:
        self.keys = keys
        self.days = days
        self.dated: dict[str, tuple[list[int], list[str]]] = {}  # days in order, and the article of each
        self.undated: dict[str, list[str]] = {}

    def add(self, signature: Signature) -> None:
        for word in islice(signature.weights, self.keys):
            if signature.day is None:
                self.undated.setdefault(word, []).append(signature.article)
            else:
                days, articles = self.dated.setdefault(word, ([], []))
                at = bisect_right(days, signature.day)
                days.insert(at, signature.day)
                articles.insert(at, signature.article)

    def near(self, signature: Signature) -> Iterator[str]:
        """Articles that share enough words; the same pairs are found whichever of the two came first."""
        shared: Counter[str] = Counter()
        for word in islice(signature.weights, self.keys):
            shared.update(self.within(word, signature.day))
            shared.update(self.undated.get(word, ()))
        return (article for article, count in shared.items() if count >= SHARED)

    def within(self, word: str, day: int | None) -> list[str]:
        days, articles = self.dated.get(word, ([], []))
        if day is None:
            return articles
        return articles[bisect_left(days, day - self.days) : bisect_right(days, day + self.days)]
