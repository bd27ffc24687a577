"""How many pairs of reports are held against each other: `python -m bench pairs FILE`, or a number of made-up ones.

All reports are taken to be of one day; the pairs are those of all stories. What a corpus costs grows with these
shares times the reports of a window.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec
import numpy as np

from bench.generated import readings
from bench.texts import articles
from crosswire.records import Article
from crosswire.stories.clusters import ALIKE, FAINT, LATER, SOON, some
from crosswire.stories.neighbours import Neighbours, by_row
from crosswire.stories.signatures import signature
from crosswire.stories.vectors import Vectors


def run(path: Path, errors: int) -> dict[str, object]:
    """Of a hundred pairs, those that share two of their heaviest words, have a link, and connect a chain."""
    vectors = Vectors()
    for article in given(path):
        vectors.add(msgspec.structs.replace(signature(article), day=None))
    pairs = vectors.size * (vectors.size - 1) / 200
    soon, likes = likenesses(vectors, *SOON)
    later, _ = likenesses(vectors, *LATER)
    return {
        "reports": vectors.size,
        "share_two_of_24_words": round(soon / pairs, 2),
        "share_two_of_12_words": round(later / pairs, 2),
        "linked": round(sum(like >= FAINT for like in likes) / pairs, 3),
        "alike": round(sum(like >= ALIKE for like in likes) / pairs, 3),
    }


def given(path: Path) -> Iterator[Article]:
    if path.name.isdigit():
        return (reading.article for reading in islice(readings(), int(path.name)))
    return articles(path)


def likenesses(vectors: Vectors, keys: int, days: int) -> tuple[int, list[float]]:
    """How many pairs share two of so many words, and how alike those are."""
    neighbours, likes = Neighbours(vectors, keys, days), []
    neighbours.add(np.arange(vectors.size))
    for rows in some(range(vectors.size)):
        for row, others in by_row(neighbours.near(np.array(rows, np.int64))):
            likes += vectors.likeness(row, others[others < row]).tolist()
    return len(likes), likes
