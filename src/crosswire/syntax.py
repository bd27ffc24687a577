"""Tokens and sentences while an article is read, and the arithmetic of their trees. Never stored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word: `index` and `head` count within its sentence, `start` and `stop` are code points of the article."""

    index: int
    start: int
    stop: int
    text: str
    lemma: str  # lower case
    pos: str  # universal part of speech
    tag: str  # Penn tag
    role: str  # dependency label, ClearNLP style
    head: int
    entity: str  # label of the named entity it is in, or ""


class Sentence(msgspec.Struct, frozen=True):
    """A parsed sentence; `children[i]` are the direct dependents of token i, in order."""

    index: int
    paragraph: int
    zone: str
    start: int
    stop: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The sentence a code point of the article stands in."""
    at = bisect_right(sentences, offset, key=lambda each: each.start) - 1
    return sentences[at] if at >= 0 and offset < sentences[at].stop else None


def children(sentence: Sentence, token: Token, *roles: str) -> tuple[Token, ...]:
    """Direct dependents of a token, of the roles named or of any."""
    if not (below := sentence.children[token.index]):  # as of most words
        return ()
    found = [sentence.tokens[i] for i in below]
    return tuple([t for t in found if t.role in roles] if roles else found)


def head(sentence: Sentence, token: Token) -> Token | None:
    """What a token depends on; None for the root."""
    return None if token.head == token.index else sentence.tokens[token.head]


def ancestors(sentence: Sentence, token: Token) -> Iterator[Token]:
    """From a token's head up to the root."""
    while token.head != token.index:
        token = sentence.tokens[token.head]
        yield token


def subtree(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """A token and all that hangs on it, in reading order."""
    found = [token.index]
    for index in found:
        found.extend(sentence.children[index])
    return tuple(sentence.tokens[i] for i in sorted(found))


def conjuncts(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """A token and what is coordinated with it: in "the US, South Korea and Japan", all three."""
    found = [token]
    for each in found:
        found.extend(children(sentence, each, "conj"))
    return tuple(sorted(found, key=lambda t: t.index))


def extent(tokens: tuple[Token, ...]) -> tuple[int, int]:
    """Code points from the first token to the last, edge spaces and commas left out."""
    inner = [t for t in tokens if not t.text.isspace()]
    while inner and inner[0].text in {",", ";", ":"}:
        inner.pop(0)
    while inner and inner[-1].text in {",", ";", ":", "."}:
        inner.pop()
    kept = inner or list(tokens)
    return kept[0].start, kept[-1].stop
