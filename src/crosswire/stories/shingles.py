"""A report's words as numbers: two reports are compared by arithmetic, many times faster than by their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.records import Article

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

SHINGLE = 5  # words in a row
LETTER, WORD = 0xD1342543DE82EF95, np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying loses nothing
PROSE = {"body", "summary"}
QUOTED = re.compile(r"[“\"](?:(?<=“)[^“”\n]{0,2000}”|(?<=\")(?<!\w\")(?=\S)[^\"\n]{1,2000}\")")


class Line(NamedTuple):
    """The words of a report's prose: a number for each, its code points, and whether quotation marks enclose it.

    A word is a run of letters and digits, capitals aside; the numbers are the same on every machine.
    """

    words: Hashes
    starts: Places
    stops: Places
    quoted: NDArray[np.bool_]

    @property
    def own(self) -> Hashes:
        """The words outside quotation marks: a shared quote is no copying."""
        own: Hashes = self.words[~self.quoted]
        return own


def line(article: Article) -> Line:
    """Every word of a report's prose, across paragraphs."""
    points = np.frombuffer(article.text.encode("utf-32-le", "surrogatepass"), np.uint32)
    prose, quoted = np.zeros((2, len(points)), np.bool_)
    for zone in article.zones:
        prose[zone.start : zone.stop] = zone.kind in PROSE
    for match in QUOTED.finditer(article.text):
        quoted[match.start() : match.end()] = True
    letters = small()[np.minimum(points, 0xFFFF)] * prose
    edges = np.flatnonzero(np.diff(letters != 0, prepend=False, append=False))
    starts, stops = edges[::2], edges[1::2]
    up, down = powers(len(points).bit_length())
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters * up[: len(letters)], dtype=np.uint64)])
    return Line((sums[stops] - sums[starts]) * down[starts], starts, stops, quoted[starts])


held = lru_cache(maxsize=512)(line)  # for reports that are held against one another again and again


@cache
def small() -> Hashes:
    """For each code point the one of its small letter, and 0 for what is no letter or digit."""
    return np.array([ord(chr(at).lower()[0]) if chr(at).isalnum() else 0 for at in range(0x10000)], np.uint64)


@cache
def powers(bits: int) -> tuple[Hashes, Hashes]:
    """LETTER to the power of every place in a text of so many bits' length, and the same of its inverse."""
    up, down = (np.full(1 << bits, base, np.uint64) for base in (LETTER, pow(LETTER, -1, 1 << 64)))
    return np.cumprod(up, dtype=np.uint64), np.cumprod(down, dtype=np.uint64)


def shingles(words: Hashes) -> Hashes:
    """A number for every run of SHINGLE words, in their order, spread evenly over all numbers; none for fewer words."""
    count = max(len(words) - SHINGLE + 1, 0)
    runs = np.zeros(count, np.uint64)
    for at in range(SHINGLE):
        runs = runs * WORD + words[at : at + count]
    # the last step of SplitMix64
    runs = (runs ^ (runs >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    runs = (runs ^ (runs >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return runs ^ (runs >> np.uint64(31))
