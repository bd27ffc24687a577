"""From a place in the text to the sentence and the word that hold it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from crosswire.syntax import Sentence, Token


def small(text: str) -> str:
    """The text in lower case, every code point in its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def paragraphs(sentences: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each paragraph: with patterns over these, a wrong cut between sentences hides no "Aug. 7"."""
    return (tuple(group) for _, group in groupby(sentences, key=lambda s: s.paragraph))


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> Sentence:
    """The sentence that holds a code point, or the one before it."""
    return sentences[max(bisect_right(sentences, offset, key=lambda s: s.start) - 1, 0)]


def token_at(sentence: Sentence, offset: int) -> Token:
    """The token that holds a code point, or the one before it."""
    return sentence.tokens[max(bisect_right(sentence.tokens, offset, key=lambda t: t.start) - 1, 0)]
