"""Whether two statements say the same: by the words quoted, or by the view and who holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from crosswire.fusion.speakers import same_speaker
from crosswire.fusion.tellings import FEW, Quoted, Told, best_echo, echoed
from crosswire.records import Reading, Statement
from crosswire.words import STOP, content, jaccard

SAME = 0.42  # share of a statement's weight in words that another one must hold
BESIDE = 0.2  # share of the words around a short quotation that two statements must have in common
ECHO = 6  # words; a quotation as long is known again whoever is said to have spoken it


def rarity(readings: Iterable[Reading]) -> Mapping[str, float]:
    """How much a stem tells apart, by how few sentences of all reports hold it; the story’s topic tells little."""
    lines = [content(r.article.text, s.start, s.stop) for r in readings for s in r.sentences]
    counts = Counter(stem for line in lines for stem in line)
    return {stem: log(1 + len(lines) / count) for stem, count in counts.items()}


def weight(quoted: Quoted) -> int:
    """Words of meaning in a quotation."""
    return sum(word not in STOP for word in quoted.words)


def beside(told: Told, quoted: Quoted) -> frozenset[str]:
    """What a statement says beside the words it quotes."""
    text = told.reading.article.text
    return told.meaning - content(text, quoted.span.start, quoted.span.stop)


def same_statement(one: Told, other: Told, rare: Mapping[str, float]) -> float | None:
    """How much two statements say the same: by the words quoted, or by the view and who holds it."""
    left, right = one.what, other.what
    assert isinstance(left, Statement)
    assert isinstance(right, Statement)
    if one.stems.isdisjoint(other.stems):
        return 0.0
    alike = same_speaker(left, right)
    pair = best_echo(one, other)
    if pair and (weight(pair[0]) >= FEW or jaccard(beside(one, pair[0]), beside(other, pair[1])) >= BESIDE):
        mine, theirs = pair
        echo = echoed(mine.words, theirs.words)
        return echo if alike or (echo == 1.0 and min(len(mine.words), len(theirs.words)) >= ECHO) else None
    if not alike or len(one.stems & other.stems) < FEW:
        return None if left.sources and right.sources and not alike else 0.0
    common, *whole = (
        sum(rare.get(stem, 0.0) for stem in stems) for stems in (one.stems & other.stems, one.stems, other.stems)
    )
    return common / max(whole)
