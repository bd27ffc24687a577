"""Which words of a report stand within quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.syntax import Sentence

PAIRS = {"“": "”", "„": "“", "«": "»", "``": "''", '"': '"', "‘": "’"}


def quoted(sentences: Sequence[Sentence]) -> tuple[frozenset[int], ...]:
    """For each sentence the tokens within marks; a quotation goes over sentences, but ends with its paragraph."""
    found = []
    paragraph, closing = -1, ""
    for sentence in sentences:
        closing = closing if sentence.paragraph == paragraph else ""
        paragraph = sentence.paragraph
        here = set()
        for token in sentence.tokens:
            if token.text == closing:
                closing = ""
            elif not closing and token.text in PAIRS:
                closing = PAIRS[token.text]
            elif closing:
                here.add(token.index)
        found.append(frozenset(here))
    return tuple(found)
