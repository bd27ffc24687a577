"""Pairs of mentions that may be of one event: in reports that are related at all, of one word or of kindred ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isnan

import numpy as np
from numpy.typing import NDArray

from crosswire.fusion.coreference import Mention, Pair
from crosswire.knowledge.kindred import kinship
from crosswire.records import Article
from crosswire.stories.signatures import lexical
from crosswire.stories.vectors import Vectors

RELATED = 0.04  # likeness of reports; fewer than one pair in ten of one event is in reports less alike
KINDRED = 0.3  # kinship of two words

Likenesses = NDArray[np.float64]  # of each two reports
Places = NDArray[np.int64]


def likenesses(articles: Iterable[Article]) -> Likenesses:
    """How alike the words of each two reports are, from 0 to 1."""
    vectors = Vectors()
    for article in articles:
        vectors.add(lexical(article))
    size, every = vectors.size, np.arange(vectors.size)
    return np.array([vectors.in_words(row, every) for row in range(size)]).reshape(size, size)


def candidates(
    mentions: Sequence[Mention], articles: Sequence[str], alike: Likenesses
) -> Iterator[tuple[int, int, Pair]]:
    """The pairs, by the places of the two among the mentions; `articles` are the ids of the rows of `alike`.

    Twenty copies of a report leave the rank of every other one what it was.
    """
    nearer = ranks(alike)
    rows = {name: row for row, name in enumerate(articles)}
    places = np.array([rows[each.article] for each in mentions], np.int64)
    stems = {stem: number for number, stem in enumerate(sorted({each.stem for each in mentions}))}
    kin = np.array([[kinship(one, other) for other in stems] for one in stems]).reshape(len(stems), len(stems))
    own = np.array([stems[each.stem] for each in mentions], np.int64)
    ends = np.array(
        [
            (row, row + 1 + other)
            for row in range(len(mentions))
            for other in np.flatnonzero(
                (alike[places[row], places[row + 1 :]] >= RELATED) & (kin[own[row], own[row + 1 :]] >= KINDRED)
            )
        ],
        np.int64,
    ).reshape(-1, 2)
    one, other = ends.T
    likes = alike[places[one], places[other]]
    near = nearness([each.gist for each in mentions], ends)
    by_fit, by_gist = (fitter(ends, fit).tolist() for fit in (likes * kin[own[one], own[other]] ** 2, near))
    for (row, second), like, fits, cosine, closer in zip(
        ends.tolist(), likes.tolist(), by_fit, near.tolist(), by_gist, strict=True
    ):
        rank = int(nearer[places[row], places[second]])
        known = None if isnan(cosine) else cosine
        yield row, second, Pair(mentions[row], mentions[second], like, rank, tuple(fits), known, tuple(closer))


def ranks(alike: Likenesses) -> Places:
    """For each two reports how many steps of likeness are nearer to the one than the other is, the fewer of both sides.

    0 for a report itself, and for its copies.
    """
    nearer = np.array([steps(row) for row in alike]).reshape(alike.shape)
    fewer: Places = np.minimum(nearer, nearer.T)
    return fewer


def steps(numbers: NDArray[np.float64]) -> Places:
    """Of each number how many greater ones there are, equal ones counted once."""
    distinct = np.unique(numbers)
    found: Places = len(distinct) - 1 - np.searchsorted(distinct, numbers)
    return found


def nearness(gists: Sequence[bytes], ends: Places) -> NDArray[np.float64]:
    """The cosine of the gists of both ends of each pair; not a number where one has none."""
    width = max([1, *map(len, gists)])
    rows = np.array([np.frombuffer(each or bytes(width), np.int8) for each in gists], np.float64).reshape(-1, width)
    with np.errstate(invalid="ignore"):
        rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    found: NDArray[np.float64] = np.einsum("ij,ij->i", rows[ends[:, 0]], rows[ends[:, 1]])
    return found


def fitter(ends: Places, fit: NDArray[np.float64]) -> Places:
    """For both ends of each pair how many steps of fitness the other pairs of that end are above it."""
    every, twice = ends.ravel(), fit.repeat(2)
    order = np.lexsort((-twice, every))
    new = np.diff(every[order], prepend=-1) != 0
    less = np.diff(twice[order], prepend=np.inf) < 0
    falls = np.cumsum(less & ~new)
    firsts = np.maximum.accumulate(np.where(new, np.arange(len(every)), 0))
    found = np.empty(len(every), np.int64)
    found[order] = falls - falls[firsts]
    return found.reshape(-1, 2)
