"""Words that say the opposite, and words on one side of it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.knowledge.opposites import alike, opposed, table

STEMS = sorted(table("opposites").keys() | table("alike").keys())


@given(st.sampled_from(STEMS))
def test_both_hold_in_both_orders_and_never_of_the_same_two(stem: str) -> None:
    against, beside = table("opposites").get(stem, frozenset()), table("alike").get(stem, frozenset())
    assert stem not in against | beside
    assert not against & beside
    assert all(stem in table("opposites")[other] for other in against)
    assert all(stem in table("alike")[other] for other in beside)


@pytest.mark.parametrize(("one", "other"), [*product(("keep", "retain"), ("delet", "eras"))])
def test_what_one_keeps_one_does_not_delete(one: str, other: str) -> None:
    assert opposed(one, other)
    assert not alike(one, other)


def test_a_prefix_denies_a_word() -> None:
    assert opposed("uncrew", "crew")
