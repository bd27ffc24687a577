"""The words beside a word."""

from __future__ import annotations

from crosswire.syntax import Sentence, Token


def before(sentence: Sentence, token: Token) -> str:
    """The word before a token, in lower case; "" at the start of the sentence."""
    return sentence.tokens[token.index - 1].text.lower() if token.index else ""


def after(sentence: Sentence, token: Token) -> Token | None:
    return sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
