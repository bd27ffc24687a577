"""Blocs are groups more with themselves than with others; no order of the ties changes them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosswire.blocs import blocs, layout

TIES = {("A", "B"): 5.0, ("B", "C"): 4.0, ("A", "C"): 3.0, ("X", "Y"): 5.0, ("C", "X"): -6.0, ("B", "Y"): -2.0}


def test_friends_are_a_bloc_and_enemies_are_not() -> None:
    assert blocs("ABCXY", TIES) == {"A": 0, "B": 0, "C": 0, "X": 1, "Y": 1}


def test_a_friend_of_both_leaves_where_it_has_enemies() -> None:
    found = blocs("ABC", {("A", "B"): 2.0, ("B", "C"): 2.0, ("A", "C"): -9.0})
    assert found["A"] != found["C"]


def test_two_enemies_alone_are_two_blocs() -> None:
    assert blocs("AB", {("A", "B"): -1.0}) == {"A": 0, "B": 1}


def test_nobody_is_no_bloc() -> None:
    assert blocs("", {}) == {} and layout("", {}) == {} and layout("A", {}) == {"A": (0.0, 0.0)}


@given(st.permutations(sorted(TIES)), st.permutations("ABCXY"))
def test_no_order_changes_the_picture(order: list[tuple[str, str]], names: list[str]) -> None:
    shuffled = {pair: TIES[pair] for pair in order}
    assert blocs(names, shuffled) == blocs("ABCXY", TIES)
    assert layout(names, shuffled) == layout("ABCXY", TIES)


def test_friends_stand_nearer_than_enemies() -> None:
    places = layout("ABCXY", TIES)
    (ax, ay), (bx, by), (xx, xy) = places["A"], places["B"], places["X"]
    assert (ax - bx) ** 2 + (ay - by) ** 2 < (ax - xx) ** 2 + (ay - xy) ** 2
    assert all(-1 <= coordinate <= 1 for place in places.values() for coordinate in place)
