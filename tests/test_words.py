"""Words are found once a text, and cut as if each part were a text of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosswire.words import split, words

TEXT = st.text("ab1é 2,.'’_-", max_size=14)
END = st.integers(0, 16)


@given(TEXT, END, END)
def test_the_words_of_a_part_are_those_between_its_ends(text: str, start: int, stop: int) -> None:
    assert words(text, start, stop) == split(text, start, stop)
