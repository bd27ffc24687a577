"""No regular expression takes longer over a letter the longer the text is, whatever text it is given."""

import re

import pytest

from bench.patterns import Use, made_of_words, pace, too_slow, uses
from bench.pumped import texts

SIZE = 12_000


def slow(use: Use) -> str | None:
    """A text that it is too slow for; only its beginning."""
    return next((text[:60] for text in texts(use.pattern, SIZE) if too_slow(use, text, pace(use, text))), None)


def test_no_expression_grows_faster_than_the_text() -> None:
    found = {f"{use.name} {use.method} {use.pattern.pattern[:60]}": slow(use) for use in uses()}
    assert len(found) > 250
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("words", [r"(a+)+$", r"(?:<!--.{0,2000}?-->\s*)*<html", r"\w*\s*\w*\d", r"(?:a|b).*c$"])
@pytest.mark.parametrize("method", ["match", "finditer"])
def test_an_expression_that_does_is_found(words: str, method: str) -> None:
    anywhere_alone = words == r"(?:a|b).*c$"
    assert bool(slow(Use("made up", re.compile(words), method))) == (method == "finditer" or not anywhere_alone)


def test_what_is_made_of_words_is_known() -> None:
    """The tables of these are looked at where they are kept; the words of a part of the day are those of a table."""
    assert set(made_of_words()) == {
        "crosswire.knowledge.spelling",
        "crosswire.language.numbers",
        "crosswire.language.times.days",
        "crosswire.layout.furniture",
        "crosswire.layout.glued",
    }
