"""What tells one story from another, of an article alone: its heaviest words, what it is about, and its day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log, sqrt

from msgspec import structs

from crosswire.glance import gist
from crosswire.knowledge.rarity import rarity
from crosswire.records import Article, Record
from crosswire.words import counted

TITLE = 2  # times that a word of the headline counts beside those in the text
LEAD = 300  # code points after the headline whose words count once more: the first sentences tell the news
KEPT = 64  # words; more of them tell no more
FIRST = 60  # words that a gist is of, those of the headline among them
ROOM = 2000  # code points in which so many words are looked for
WHOLE = 10_000  # the length of a vector: weights are whole numbers, whose sums are the same in any order


class Signature(Record, frozen=True):
    """An article's heaviest words, heaviest first, a vector of length WHOLE; `day` is an ordinal or unknown.

    `gist` says what the article is about, where that was asked: see `glance`.
    """

    article: str
    day: int | None
    weights: Mapping[str, int]
    gist: bytes = b""


def signature(article: Article) -> Signature:
    """The same article gives the same signature, whatever else is read; one without words has no weights."""
    return structs.replace(lexical(article), gist=gist(beginning(article)))


def beginning(article: Article) -> str:
    """The headline and the first words after it."""
    title = article.title or ""
    text = article.text.removeprefix(title)
    return " ".join(f"{title}. {text[:ROOM]}".split()[:FIRST])


def lexical(article: Article) -> Signature:
    """The signature without the gist, in a tenth of the time."""
    title = article.title or ""
    counts = counted(article.text)
    counts.update(counted(article.text[: len(title) + LEAD]))
    counts.update(dict.fromkeys(counted(title), TITLE))
    weighed = sorted([(-often(count) * rarity(stem), stem) for stem, count in counts.items()])[:KEPT]
    length = sqrt(sum(weight * weight for weight, _ in weighed)) / WHOLE or 1.0
    day = article.published.toordinal() if article.published else None
    return Signature(article.id, day, {stem: round(-weight / length) for weight, stem in weighed})


@cache
def often(count: int) -> float:
    """What a word weighs that stands so many times in a text, beside one that stands there once."""
    return 1 + log(count)
