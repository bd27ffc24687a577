"""Passages that two reports share: which sentences of an abridged, re-led or reordered story are another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np

from crosswire.records import Article, Span
from crosswire.stories.shingles import SHINGLE, Line, Places, held, shingles

RUN = 12  # words outside quotes; a shorter run that two reports share is as often a stock phrase or an official name
GAP = 12  # words from one shared shingle to the next; an editor's change of a word or two hides some five of them

Pair = tuple[int, int]


@lru_cache(maxsize=512)
def passages(one: Article, other: Article) -> tuple[tuple[Span, Span], ...]:
    """Passages that stand in both reports but for a word here and there, in the first one's order.

    Each has at least RUN shared words outside quotation marks; quotes inside a copied passage belong to it.
    """
    left, right = held(one), held(other)
    if np.array_equal(left.words, right.words):  # a text of refrains has no words that stand once, and is its copy's
        both = [(at, at) for at in range(len(left.words) - SHINGLE + 1)]
    else:
        both = seeds(single(one), single(other))
    return tuple(
        (span(one, left, first), span(other, right, second))
        for first, second in map(np.transpose, chains(both))
        if np.count_nonzero(~left.quoted[shared(first)]) >= RUN
    )


def copied_share(one: Article, other: Article) -> float:
    """The share of the shorter report's own words that stand in shared passages."""
    shorter, longer = sorted((one, other), key=lambda article: (own_words(article), article.id))
    words = held(shorter)
    found = passages(shorter, longer)
    inside = np.zeros(len(words.starts), np.bool_)
    for place, _ in found:
        inside |= (place.start <= words.starts) & (words.starts < place.stop)
    return float(inside[~words.quoted].mean()) if found else 0.0


@lru_cache(maxsize=512)
def own_words(article: Article) -> int:
    """The number of words of a report outside quotation marks."""
    return len(held(article).own)


def seeds(left: Mapping[int, int], right: Mapping[int, int]) -> list[Pair]:
    """Where the shingles stand that both have, and once each: what is said again and again is a refrain."""
    return sorted((left[run], right[run]) for run in left.keys() & right.keys())


@lru_cache(maxsize=512)
def single(article: Article) -> Mapping[int, int]:
    """Where in a report each shingle stands that stands there only once."""
    runs, places, counts = np.unique(shingles(held(article).words), return_index=True, return_counts=True)
    once = counts == 1
    return dict(zip(runs[once].tolist(), places[once].tolist(), strict=True))


def chains(both: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Shared shingles that go forward together in both reports, RUN words or more with at most GAP between two."""
    chain: list[Pair] = []
    for here, there in both:
        if chain and (here - chain[-1][0] > GAP or not 1 <= there - chain[-1][1] <= GAP):
            yield from long(chain)
            chain = []
        chain.append((here, there))
    yield from long(chain)


def long(chain: list[Pair]) -> list[list[Pair]]:
    """The chain, if it reaches over words enough."""
    return [chain] if chain and chain[-1][0] - chain[0][0] + SHINGLE >= RUN else []


def shared(places: Places) -> Places:
    """Every word of the shingles that stand at some places."""
    return np.unique(places[:, None] + np.arange(SHINGLE))


def span(article: Article, words: Line, places: Places) -> Span:
    return Span(article.id, int(words.starts[places[0]]), int(words.stops[places[-1] + SHINGLE - 1]))
