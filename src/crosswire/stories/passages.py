"""Passages that two reports share: which sentences of an abridged, re-led or reordered story are another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from crosswire.records import Article, Span
from crosswire.stories.shingles import SHINGLE, Line, Places, held, shingles

RUN = 12  # words outside quotes; a shorter run that two reports share is as often a stock phrase or an official name
FEWEST = -(-RUN // SHINGLE)  # shingles that hold so many words
GAP = 12  # words from one shared shingle to the next; an editor's change of a word or two hides some five of them


@lru_cache(maxsize=512)
def passages(one: Article, other: Article) -> tuple[tuple[Span, Span], ...]:
    """Passages that stand in both reports but for a word here and there, in the first one's order.

    Each has at least RUN shared words outside quotation marks; quotes inside a copied passage belong to it.
    """
    left, right = held(one), held(other)
    every = np.arange(len(shingles(left.words)))  # a text of refrains has no words that stand once, and is its copy's
    here, there = (every, every) if np.array_equal(left.words, right.words) else seeds(single(one), single(other))
    if len(here) < FEWEST:
        return ()
    return tuple(
        (span(one, left, first), span(other, right, second))
        for first, second in chains(here, there)
        if first[-1] - first[0] + SHINGLE >= RUN and np.count_nonzero(~left.quoted[shared(first)]) >= RUN
    )


def copied_share(one: Article, other: Article) -> float:
    """The share of the shorter report's own words that stand in shared passages."""
    shorter, longer = sorted((one, other), key=lambda article: (len(held(article).own), article.id))
    words = held(shorter)
    found = passages(shorter, longer)
    inside = np.zeros(len(words.starts), np.bool_)
    for place, _ in found:
        inside |= (place.start <= words.starts) & (words.starts < place.stop)
    return float(inside[~words.quoted].mean()) if found else 0.0


def seeds(left: Mapping[int, int], right: Mapping[int, int]) -> tuple[Places, Places]:
    """Where the shingles stand that both have, and once each: what is said again and again is a refrain."""
    both = sorted((left[run], right[run]) for run in left.keys() & right.keys())
    here, there = np.array(both, np.int64).reshape(-1, 2).T
    return here, there


@lru_cache(maxsize=512)
def single(article: Article) -> Mapping[int, int]:
    """Where in a report each shingle stands that stands there only once."""
    runs, places, counts = np.unique(shingles(held(article).words), return_index=True, return_counts=True)
    once = counts == 1
    return dict(zip(runs[once].tolist(), places[once].tolist(), strict=True))


def chains(here: Places, there: Places) -> Iterator[tuple[Places, Places]]:
    """Shared shingles that go forward together in both reports, with at most GAP words between two."""
    ahead, across = np.diff(here), np.diff(there)
    breaks = np.flatnonzero((ahead > GAP) | (across < 1) | (across > GAP)) + 1
    return zip(np.split(here, breaks), np.split(there, breaks), strict=True)


def shared(places: Places) -> Places:
    """Every word of the shingles that stand at some places."""
    return np.unique(places[:, None] + np.arange(SHINGLE))


def span(article: Article, words: Line, places: Places) -> Span:
    return Span(article.id, int(words.starts[places[0]]), int(words.stops[places[-1] + SHINGLE - 1]))
