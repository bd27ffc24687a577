"""Each quote with the words around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from crosswire.claims.quotes import Quote
from crosswire.records import Article
from crosswire.syntax import Sentence, Token

Word = tuple[Sentence, Token]


class Place(msgspec.Struct, frozen=True):
    """A quote with the words around it that are not quoted: up to the quotes before and after it."""

    article: Article
    quote: Quote
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    previous: Quote | None  # in the same paragraph
    lead: tuple[Word, ...]  # the last sentence of the paragraph before


def places(article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[Place]:
    """Each quote with its neighbourhood."""
    by_paragraph: dict[int, list[Word]] = {}
    leads: dict[int, Sentence] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).extend(
            (sentence, t) for t in sentence.tokens if not t.text.isspace()
        )
        leads[sentence.paragraph] = sentence
    found = []
    for at, quote in enumerate(quotes):
        beside = [q for q in quotes[max(0, at - 1) : at + 2] if q.paragraph == quote.paragraph and q is not quote]
        previous = next((q for q in beside if q.closes <= quote.opens), None)
        following = next((q for q in beside if q.opens >= quote.closes), None)
        around = by_paragraph.get(quote.paragraph, [])
        before = between(around, previous.closes if previous else 0, quote.opens)
        after = between(around, quote.closes, following.opens if following else len(article.text))
        lead = leads.get(quote.paragraph - 1)
        found.append(
            Place(article, quote, before, after, previous, tuple((lead, t) for t in lead.tokens) if lead else ())
        )
    return found


def between(words: Sequence[Word], start: int, stop: int) -> tuple[Word, ...]:
    """The words that lie wholly between two offsets."""
    first = bisect_left(words, start, key=lambda w: w[1].start)
    return tuple(words[first : bisect_right(words, stop, lo=first, key=lambda w: w[1].stop)])


def finished(place: Place) -> bool:
    """Whether a quote ends with its sentence: a quoted word within a clause does not."""
    text, quote = place.article.text, place.quote
    rest = text[quote.closes : quote.closes + 2]
    return text[quote.stop - 1] in ".,?!…—–-:;" or not rest.strip() or rest[0] in ".,;!?"


def is_sentence(place: Place) -> bool:
    """Whether a quote ends like a sentence and none goes on behind it."""
    ends = place.article.text[place.quote.stop - 1] in ".!?"
    return ends and not (place.after and place.after[0][1].text.islower())
