"""Text is never wrong: what was made to be slow or to break something is read all the same, and soon."""

from time import process_time

import pytest

from bench.hostile import texts
from crosswire import Article, read
from crosswire.language.parse import LONGEST_SENTENCE, parse
from tests.test_laws import assert_holds_together

SHORT = texts(1500)


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT)
def test_hostile_text_is_read(text: str) -> None:
    assert_holds_together(read(Article.of(text)))


@pytest.mark.parametrize("name", ["open brackets", "opening marks before sentences", "emoji", "speech in speech"])
def test_ten_times_the_hostile_text_takes_no_hundred_times_as_long(name: str) -> None:
    began = process_time()
    read(Article.of(texts(2_000)[name]))
    short = process_time() - began
    read(Article.of(texts(20_000)[name]))
    assert process_time() - began < 40 * short + 1


def test_an_endless_sentence_is_read_in_pieces_that_end_at_a_pause() -> None:
    text = "The man saw the sea, " * 100
    sentences = parse(Article.of(text))
    assert all(len(s.tokens) <= LONGEST_SENTENCE for s in sentences)
    assert all(s.tokens[-1].text == "," for s in sentences)
    assert [t.start for s in sentences for t in s.tokens] == sorted({t.start for s in sentences for t in s.tokens})


def test_a_run_too_long_for_a_word_is_one_word_as_it_stands() -> None:
    text = f"Ann Lee left {'(' * 300} on Monday."
    assert "(" * 300 in [t.text for s in parse(Article.of(text)) for t in s.tokens]
