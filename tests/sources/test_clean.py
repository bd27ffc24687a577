"""What no reader sees is taken out before a text gets its id: two names that look the same are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.sources.clean import clean
from crosswire.sources.files import read_bytes

HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\xad\u034f\u061c\u115f\u180e\u3164\ufe0f\ufeff\uffa0\U000e0041"


@given(st.text("Rt éж", min_size=1), st.lists(st.tuples(st.integers(0, 9), st.sampled_from(HIDDEN))))
def test_whatever_is_hidden_in_a_name_it_is_the_same_name(name: str, hidden: list[tuple[int, str]]) -> None:
    tricked = name
    for at, character in hidden:
        tricked = tricked[:at] + character + tricked[at:]
    assert clean(tricked) == clean(name)


@given(st.text(st.sampled_from(HIDDEN + "ab 😀ن"), max_size=30))
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["👩\u200d🚀", "❤\ufe0f and", "نمی\u200cخواهم", "क्\u200dष"])
def test_emoji_and_other_scripts_keep_their_shape(text: str) -> None:
    assert clean(text) == text


def test_two_outlets_that_look_the_same_are_the_same() -> None:
    story = "The lock at the northern port was closed on Monday for repairs, the port said."
    plain, tricked = (
        read_bytes("a.txt", f"Outlet: {outlet}\nTitle: Lock\n\n{story}".encode())
        for outlet in ("Reuters", "Re\u200bu\u202ete\u200drs\ufeff")
    )
    assert plain == tricked
