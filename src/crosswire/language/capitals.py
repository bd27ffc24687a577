"""Runs of capitalised words: all that may hold a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.syntax import Sentence, Token

WITHIN = set("of the and de la del al le du des el da do di in on upon no no. al- von van - & / . ' ’ 's ’s".split())
JOINED = re.compile(r"((?:[A-Z]\.)+)-[a-z]")
LONGEST_BRIDGE = 3  # small words in a row inside a name: "Isle of the Dead", "Rock Hill's"

Run = tuple[int, int]


def capital(token: Token) -> bool:
    return token.text[:1].isupper()


def name_part(token: Token) -> str:
    """What of a word may name something: "U.S." of "U.S.-led", which the tokeniser leaves whole."""
    joined = JOINED.match(token.text) if "-" in token.text else None
    return joined[1] if joined else token.text


def runs_of_capitals(sentence: Sentence) -> Iterator[Run]:
    """Words in capitals with numbers and what joins names: "14th St.", "Bank of America", "al-Tanf"."""
    tokens = sentence.tokens
    start = 0
    while start < len(tokens):
        text = tokens[start].text
        if text.isalpha() and text.islower() and text not in WITHIN:
            start += 1
            continue
        stop = start
        while (after := next_name(tokens, stop, stop > start)) is not None:
            stop = after
        if any(named(token) for token in tokens[start:stop]):
            yield start, stop
        start = max(stop, start + 1)


def next_name(tokens: tuple[Token, ...], at: int, joined: bool) -> int | None:
    """Where a run goes on to: past the next word, or past small words and the word behind them."""
    last = min(at + LONGEST_BRIDGE if joined else at, len(tokens) - 1)
    for index in range(at, last + 1):
        if named(tokens[index]) or tokens[index].text[0].isdigit():
            return index + 1
        if tokens[index].text.lower() not in WITHIN:
            return None
    return None


def named(token: Token) -> bool:
    """Whether a word may belong to a name by its letters: "Cairo", "al-Tanf", "'Ain"."""
    text = token.text
    return text[0].isupper() or (text.startswith(("al-", "el-", "'", "’")) and any(map(str.isupper, text[1:4])))
