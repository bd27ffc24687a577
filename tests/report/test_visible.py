import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.visible import ACTING, one_line, quoted, shortened, trimmed, visible

ANY = st.text(st.characters(exclude_categories=()))


@given(ANY)
def test_no_character_that_acts_is_left_and_every_other_stays_in_place(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not ACTING.search(shown)
    assert all(a == b for a, b in zip(text, shown, strict=True) if not ACTING.match(a) and a not in "\u2028\u2029")
    shown.encode("utf-8")


@given(ANY, st.integers(8, 60))
def test_a_shortened_text_is_one_line_no_longer_than_asked(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit + 2
    assert "\n" not in short
    assert short.removesuffix(" …") in one_line(text)


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert visible("\x1b[31mred\x07\u202eder\ud800") == "␛[31mred␇\ufffdder\ufffd"


@pytest.mark.parametrize(
    "trick", "\u200b \u200c \u200d \u200f \u202e \u2066 \u2060 \xad \ufeff \u3164 \U000e0041".split(" ")
)
def test_a_name_with_something_hidden_in_it_does_not_look_like_the_name(trick: str) -> None:
    assert visible(f"Reu{trick}ters") == "Reu\ufffdters"


def test_joiners_that_shape_emoji_and_other_scripts_stay() -> None:
    assert visible("👩\u200d🚀 نمی\u200cخواهم") == "👩\u200d🚀 نمی\u200cخواهم"


def test_an_excerpt_loses_its_own_quotation_marks_and_loose_commas() -> None:
    assert trimmed("“We shall sail,”", 80) == "We shall sail"
    assert trimmed("“Sail,” she said, “at dawn”", 80) == "“Sail,” she said, “at dawn”"
    assert trimmed(", and then they left —", 80) == "and then they left"


def test_words_are_put_between_quotation_marks_once() -> None:
    assert quoted("“We shall sail,”") == "“We shall sail,”"
    assert quoted("They sailed") == "“They sailed”"
