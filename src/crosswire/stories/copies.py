"""Which of many reports are copies: whole, cut, under another lead or retold in places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from crosswire.records import Article
from crosswire.stories.passages import RUN
from crosswire.stories.shingles import Hashes, line, shingles

SAMPLE = 4  # one shingle in so many is kept in the index, the same ones in every report
NEXT = 8  # reports of one shingle are each held against so many that follow it, so that cost grows with their number
NEAR = 0.25  # share of the shorter report's shingles; a word changed hides SHINGLE of them
SENTENCE = 30  # shingles of a long one: in a short report one sentence of background is soon a quarter
MAYBE = NEAR / 2  # the same share among those kept, which are few

NOTHING = np.zeros(0, np.uint64)

Pairs = NDArray[np.int64]


def copies(articles: Iterable[Article]) -> tuple[tuple[str, ...], ...]:
    """Ids of the reports in groups of one text, in order; every report is in exactly one group.

    Two reports are of one text if their own words are the same, or if the other has much of the shorter one: a
    quarter that is more than a sentence, or half. Quotations do not count, and a copy's copy is of the same group.
    """
    alike: dict[bytes, set[str]] = {}
    runs: dict[bytes, Hashes] = {}
    for article in articles:  # none is kept: the texts of a million would fill the memory
        own = line(article).own
        text = own.tobytes() if len(own) >= RUN else article.id.encode()
        key = blake2b(text, digest_size=16).digest()
        alike.setdefault(key, set()).add(article.id)
        if key not in runs:
            runs[key] = np.unique(shingles(own))
    ordered = sorted(alike, key=lambda key: min(alike[key]))
    groups = list(range(len(ordered)))
    for one, other in near([runs[key] for key in ordered]):
        groups[root(groups, other)] = root(groups, one)
    found: dict[int, set[str]] = {}
    for index, key in enumerate(ordered):
        found.setdefault(root(groups, index), set()).update(alike[key])
    return tuple(sorted(tuple(sorted(group)) for group in found.values()))


def root(groups: list[int], index: int) -> int:
    """The report that stands for a group; the way there is made shorter as it is gone."""
    while groups[index] != index:
        groups[index] = groups[groups[index]]
        index = groups[index]
    return index


def near(runs: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of reports that share half of the shorter one, or NEAR of it and more than a sentence."""
    for one, other in candidates(runs):
        left, right = runs[one], runs[other]
        common = len(np.intersect1d(left, right, assume_unique=True))
        size = min(len(left), len(right))
        if common >= max(RUN, min(size / 2, max(SENTENCE, NEAR * size))):
            yield one, other


def candidates(runs: Sequence[Hashes]) -> list[tuple[int, int]]:
    """Pairs of reports that share MAYBE of the shingles kept of the shorter one."""
    kept = [sample(own) for own in runs]
    sizes = np.array([len(each) for each in kept], np.int64)
    keys = np.concatenate([*kept, NOTHING])
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], np.repeat(np.arange(len(kept)), sizes)[order]
    pairs = np.concatenate([meetings(keys, owners, len(kept), after) for after in range(1, NEXT + 1)])
    pairs, counts = np.unique(pairs, return_counts=True)
    one, other = np.divmod(pairs, max(len(kept), 1))
    enough = counts >= MAYBE * np.minimum(sizes[one], sizes[other])
    return list(zip(one[enough].tolist(), other[enough].tolist(), strict=True))


def sample(runs: Hashes) -> Hashes:
    """One in SAMPLE of the shingles, chosen by its number: the share two reports have in common stays what it is."""
    return runs[runs < np.uint64(2**64 // SAMPLE)]


def meetings(keys: Hashes, owners: Pairs, many: int, after: int) -> Pairs:
    """Each report with the one that stands so many places further on under the same key, as one number."""
    met = keys[:-after] == keys[after:]
    pairs: Pairs = owners[:-after][met] * many + owners[after:][met]
    return pairs
