"""Which words of a report stand within quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.syntax import Sentence

OPENING, CLOSING, STRAIGHT = {"“", "„", "«", "``"}, {"”", "»", "''"}, {'"'}


def quoted(sentences: Sequence[Sentence]) -> tuple[frozenset[int], ...]:
    """For each sentence the tokens within marks; a quotation goes over sentences, but ends with its paragraph."""
    found = []
    paragraph, inside = -1, False
    for sentence in sentences:
        inside = inside and sentence.paragraph == paragraph
        paragraph = sentence.paragraph
        here = set()
        for token in sentence.tokens:
            if token.text in OPENING | CLOSING | STRAIGHT:
                inside = token.text in OPENING or (token.text in STRAIGHT and not inside)
            elif inside:
                here.add(token.index)
        found.append(frozenset(here))
    return tuple(found)
