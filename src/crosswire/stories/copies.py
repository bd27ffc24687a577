"""Words that two reports share: passages copied from one source, and quotations, which are no copying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from crosswire.records import Article, Span
from crosswire.words import Word, words

RUN = 12  # words; a shorter run that two reports share is as often a stock phrase or an official name
QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")


@lru_cache(maxsize=512)
def passages(one: Article, other: Article) -> tuple[tuple[Span, Span], ...]:
    """Runs of at least RUN words that stand in both reports outside quotation marks, in the first one's order."""
    left, right = own_words(one), own_words(other)
    starts = {run: at for at, run in reversed(list(enumerate(runs(right))))}
    found = []
    beyond = 0
    for at, run in enumerate(runs(left)):
        there = starts.get(run)
        if at >= beyond and there is not None:
            length = common(left, at, right, there)
            found.append((span(one, left[at : at + length]), span(other, right[there : there + length])))
            beyond = at + length
    return tuple(found)


def runs(line: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
    """Every RUN words in a row."""
    texts = [word.text for word in line]
    return (tuple(texts[at : at + RUN]) for at in range(len(texts) - RUN + 1))


def span(article: Article, run: tuple[Word, ...]) -> Span:
    return Span(article.id, run[0].start, run[-1].stop)


def common(left: tuple[Word, ...], at: int, right: tuple[Word, ...], there: int) -> int:
    """How many words two runs have in common from where they start."""
    length = 0
    while (
        at + length < len(left) and there + length < len(right) and left[at + length].text == right[there + length].text
    ):
        length += 1
    return length


@lru_cache(maxsize=512)
def own_words(article: Article) -> tuple[Word, ...]:
    """The words of a report's prose that stand outside quotation marks, across paragraphs."""
    prose = (zone for zone in article.zones if zone.kind in {"body", "summary"})
    apart = (place for zone in prose for place in outside_quotes(article.text, zone.start, zone.stop))
    return tuple(word for start, stop in apart for word in words(article.text, start, stop))


def outside_quotes(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    for match in QUOTED.finditer(text, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def copied_share(one: Article, other: Article) -> float:
    """The share of the shorter report's own words that stand in shared passages."""
    shorter = min(len(own_words(one)), len(own_words(other)))
    copied = sum(len(words(one.text, here.start, here.stop)) for here, _ in passages(one, other))
    return min(1.0, copied / shorter) if shorter else 0.0
