"""What tells one story from another, of an article alone: its heaviest words and its day."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum, log, log1p, sqrt

from crosswire.knowledge.rarity import rarity
from crosswire.records import Article, Record
from crosswire.words import counted

TITLE = 2  # times that a word of the headline counts beside those in the text
KEPT = 64  # words; more of them tell no more
FADING = 0.15  # how fast likeness fades: by a third in a month, by half in two years


class Signature(Record, frozen=True):
    """An article's heaviest words, heaviest first, as a vector of length one; `day` is an ordinal, None if unknown."""

    article: str
    day: int | None
    weights: Mapping[str, float]


def signature(article: Article) -> Signature:
    """The same article gives the same signature, whatever else is read; one without words has no weights."""
    counts = counted(article.text)
    for stem in counted(article.title or ""):
        counts[stem] += TITLE
    weighed = sorted(((-(1 + log(count)) * rarity(stem), stem) for stem, count in counts.items()))[:KEPT]
    length = sqrt(sum(weight * weight for weight, _ in weighed)) or 1.0
    day = article.published.toordinal() if article.published else None
    return Signature(article.id, day, {stem: -weight / length for weight, stem in weighed})


def likeness(one: Signature, other: Signature) -> float:
    """From 0 to 1: the cosine of the words, less for each day between; to the last bit the same either way round."""
    mine, theirs = one.weights, other.weights
    cosine = fsum(mine[stem] * theirs[stem] for stem in mine.keys() & theirs.keys())  # exact in any order
    return cosine / (1 + FADING * log1p(apart(one, other)))


def apart(one: Signature, other: Signature) -> int:
    """Days between two reports; none where a day is unknown, for then nothing speaks against them."""
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)
