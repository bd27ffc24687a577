"""A short report that sums up a long one, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, takewhile
from math import fsum
from typing import NamedTuple

from crosswire.fusion.retold import prose
from crosswire.knowledge.rarity import rarity
from crosswire.records import Reading, Span
from crosswire.words import Word, content, words

SHORTER = 0.5  # share of a report's words that one which sums it up may have
HELD = 0.5  # share of a sentence's words, by rarity, that the sentences it sums up must hold
SOURCES = 3  # sentences that one may sum up


class Condensed(NamedTuple):
    """A sentence and those of another report that it sums up."""

    short: Reading
    here: Span
    long: Reading
    there: tuple[Span, ...]


def condensed(readings: Sequence[Reading]) -> Iterator[Condensed]:
    """The sentences of each report that does nothing but sum up another one, at least twice as long."""
    for short, long in permutations(readings, 2):
        if len(words(short.article.text)) <= SHORTER * len(words(long.article.text)):
            sentences = list(prose(short))
            pairs = [each for each in takewhile(bool, (summed_up(short, s, long) for s in sentences)) if each]
            yield from pairs if len(pairs) == len(sentences) else ()


def summed_up(short: Reading, here: Span, long: Reading) -> Condensed | None:
    """A sentence with the sentences that hold most of it, if they hold enough."""
    stems = content(short.article.text, here.start, here.stop)
    lines = [(s, content(long.article.text, s.start, s.stop)) for s in prose(long)]
    left, there = stems, set[Span]()
    for _ in range(SOURCES if lines else 0):
        best, held = max(lines, key=lambda line: (weight(left & line[1]), -line[0].start))
        there |= {best} if left & held else set()
        left -= held
    enough = weight(stems - left) >= HELD * weight(stems)
    return Condensed(short, here, long, tuple(sorted(there))) if there and enough else None


def weight(stems: frozenset[str]) -> float:
    return fsum(map(rarity, stems))


def said(pair: Condensed) -> tuple[Word, ...]:
    return words(pair.short.article.text, pair.here.start, pair.here.stop)
