"""What the second model sees in a few words: what they are about, and what one side does to another."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.glance import MARKS, act_shares, asked, gist
from crosswire.model import GLANCE, LONGEST, Model, shipped
from crosswire.stories.vectors import GIST

FLOOD = "Flood cuts off Kostrava. Boats take families from their roofs after the river bursts its banks."
FLOODED = "Families wait on roofs in Kostrava after flood. Rescuers came by boat when the river rose over its dams."
STRIKE = "Bakers in Norvale walk out over pay as the price of flour doubles within a month."


def model() -> Model:
    found = shipped(GLANCE)
    assert found is not None
    return found


def near(one: str, other: str) -> float:
    numbers = [np.frombuffer(gist(words), np.int8).astype(float) for words in (one, other)]
    return float(numbers[0] @ numbers[1] / np.linalg.norm(numbers[0]) / np.linalg.norm(numbers[1]))


def test_two_reports_of_one_flood_are_about_the_same_and_a_strike_is_not() -> None:
    assert near(FLOOD, FLOODED) > max(near(FLOOD, STRIKE), near(FLOODED, STRIKE)) + 0.3


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=400))
def test_any_words_have_a_gist_and_always_the_same(words: str) -> None:
    found = gist(words)
    assert len(found) == GIST
    assert found == gist(words)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=900), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=3))
def test_what_is_asked_fits_and_each_side_stands_between_its_marks(text: str, side: list[tuple[int, int]]) -> None:
    tokenizer = model().tokenizer
    pieces, (every, acting, receiving) = asked(text, (side, ()), tokenizer)
    assert len(pieces) <= LONGEST
    assert every == list(range(len(pieces)))
    assert receiving == []
    mark = tokenizer.token_to_id(MARKS[0])
    ends = [at for at in acting if at - 1 not in acting], [at for at in acting if at + 1 not in acting]
    assert all(pieces[first - 1] == pieces[last + 1] == mark for first, last in zip(*ends, strict=True))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type"),
    [
        ("The president thanked Norway for its aid.", "The president", "Norway", "SUPPORT"),
        ("Kyiv was threatened with new strikes by the Kremlin.", "the Kremlin", "Kyiv", "THREATEN"),
        ("Police detained Ahmed Yusuf on Monday.", "Police", "Ahmed Yusuf", "COERCE"),
    ],
)
def test_what_is_done_is_told_with_its_share(text: str, actor: str, recipient: str, type: str) -> None:
    actor_words, recipient_words = ((text.index(words), text.index(words) + len(words)) for words in (actor, recipient))
    found = act_shares(text, [actor_words], [recipient_words])
    assert isclose(sum(found.values()), 1)
    assert max(found, key=found.__getitem__) == type
