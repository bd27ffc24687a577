"""Words that two reports share: passages copied from one source, and quotations, which are no copying."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.records import Article, Span
from crosswire.words import Word, words

RUN = 12  # words; a shorter run that two reports share is as often a stock phrase or an official name
QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")


def passages(one: Article, other: Article) -> tuple[tuple[Span, Span], ...]:
    """Runs of at least RUN words that stand in both reports outside quotation marks, in the first one's order."""
    left, right = own_words(one), own_words(other)
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(right) - RUN + 1):
        places.setdefault(tuple(w.text for w in right[at : at + RUN]), at)
    found = []
    at = 0
    while at <= len(left) - RUN:
        there = places.get(tuple(w.text for w in left[at : at + RUN]))
        length = 0 if there is None else common(left[at:], right[there:])
        if there is not None and length:
            found.append(
                (
                    Span(one.id, left[at].start, left[at + length - 1].stop),
                    Span(other.id, right[there].start, right[there + length - 1].stop),
                )
            )
        at += max(length, 1)
    return tuple(found)


def own_words(article: Article) -> tuple[Word, ...]:
    """The words of a report's prose that stand outside quotation marks, across paragraphs."""
    found: list[Word] = []
    for zone in article.zones:
        if zone.kind in {"body", "summary"}:
            for start, stop in outside_quotes(article.text, zone.start, zone.stop):
                found.extend(words(article.text, start, stop))
    return tuple(found)


def outside_quotes(text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
    for match in QUOTED.finditer(text, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def common(left: tuple[Word, ...], right: tuple[Word, ...]) -> int:
    """How many words two runs have in common from their starts."""
    length = 0
    for one, other in zip(left, right, strict=False):
        if one.text != other.text:
            break
        length += 1
    return length


def copied_share(one: Article, other: Article) -> float:
    """The share of the shorter report's own words that stand in shared passages."""
    shorter = min(len(own_words(one)), len(own_words(other)))
    copied = sum(len(words(one.text, here.start, here.stop)) for here, _ in passages(one, other))
    return min(1.0, copied / shorter) if shorter else 0.0
