"""Pieces of what the model takes for content, made whole."""

from __future__ import annotations

import pytest

from crosswire.claims.predicted import whole
from crosswire.language.parse import parse
from crosswire.records import Article


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ("was getting more of", "was getting more of it"),
        ("was getting more", "was getting more"),
        ("was getting more of it", "was getting more of it"),
    ],
)
def test_what_ends_with_a_preposition_goes_on_to_its_word(seen: str, told: str) -> None:
    text = "The town had built a wall and was getting more of it, she said."
    sentences = parse(Article.of(text))
    start = text.index(seen)
    ((first, last),) = whole(sentences, [(start, start + len(seen))])
    assert text[first:last] == told


@pytest.mark.parametrize("torn", ["The", "Norwegian", "the stone"])
def test_words_torn_from_their_noun_are_no_content(torn: str) -> None:
    text = "The town said Norwegian builders would mend the stone wall and leave."
    sentences = parse(Article.of(text))
    rest, start = (text.index("leave"), text.index("leave") + 5), text.index(torn)
    assert whole(sentences, [rest]) == (rest,)
    assert whole(sentences, [(start, start + len(torn)), rest]) == ()
