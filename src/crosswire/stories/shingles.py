"""A report's words as numbers: two reports are compared by arithmetic, a thousand times faster than by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.records import Article
from crosswire.words import WORD, spelled

Hashes = NDArray[np.uint64]

SHINGLE = 5  # words in a row
BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying loses nothing; the constants below are SplitMix64's
PROSE = {"body", "summary"}
QUOTED = re.compile(r"“[^”\n]{0,2000}”|(?<!\w)\"(?=\S)[^\"\n]{1,2000}\"")


class Line(NamedTuple):
    """The words of a report's prose: their hashes, their code points, and which stand inside quotation marks."""

    hashes: Hashes
    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    quoted: NDArray[np.bool_]


@lru_cache(maxsize=512)
def line(article: Article) -> Line:
    """Every word of a report's prose, across paragraphs."""
    found = [match for start, stop in prose(article) for match in WORD.finditer(article.text, start, stop)]
    starts = np.array([match.start() for match in found], np.int64)
    quotes = [match.span() for start, stop in prose(article) for match in QUOTED.finditer(article.text, start, stop)]
    before = np.searchsorted([start for start, _ in quotes], starts, "right") - 1
    ends = np.array([*(stop for _, stop in quotes), 0], np.int64)  # the last one is for words before any quote
    stops = np.array([match.end() for match in found], np.int64)
    return Line(hashed([match[0] for match in found]), starts, stops, starts < ends[before])


def own_words(article: Article) -> Hashes:
    """The words of a report's prose that stand outside quotation marks: a shared quote is no copying."""
    text = "\n".join(article.text[start:stop] for start, stop in prose(article))
    return hashed(WORD.findall(QUOTED.sub(" ", text)))


def prose(article: Article) -> Iterator[tuple[int, int]]:
    return ((zone.start, zone.stop) for zone in article.zones if zone.kind in PROSE)


def hashed(words: list[str]) -> Hashes:
    return np.fromiter(map(word_hash, words), np.uint64, len(words))


@lru_cache(maxsize=1 << 18)
def word_hash(word: str) -> int:
    """The same number on every machine for a word, in capitals or not, in British spelling or American."""
    plain = spelled(word.lower().replace("’", "'"))
    return int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingles(words: Hashes) -> Hashes:
    """A number for every run of SHINGLE words, in their order, even over all numbers; none for fewer words."""
    count = max(len(words) - SHINGLE + 1, 0)
    runs = np.zeros(count, np.uint64)
    for at in range(SHINGLE):
        runs = runs * BASE + words[at : at + count]
    runs = (runs ^ (runs >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    runs = (runs ^ (runs >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return runs ^ (runs >> np.uint64(31))
