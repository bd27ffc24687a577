"""Average linkage over the pairs that are alike at all."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crosswire.stories.linkage import Groups, average_linkage


def groups(least: float, **pairs: float) -> set[tuple[str, ...]]:
    names = sorted({name for pair in pairs for name in pair})
    links = {
        a: {b: pairs.get(a + b, pairs.get(b + a)) for b in names if a + b in pairs or b + a in pairs} for a in names
    }
    return set(average_linkage(names, links, least))


def test_the_most_alike_join_first_and_the_average_decides() -> None:
    assert groups(0.4, ab=0.9, bc=0.7, ac=0.2) == {("a", "b", "c")}
    assert groups(0.5, ab=0.9, bc=0.7, ac=0.2) == {("a", "b"), ("c",)}


def test_a_pair_without_a_link_counts_as_not_alike() -> None:
    assert groups(0.4, ab=0.9, bc=0.7) == {("a", "b"), ("c",)}
    assert groups(0.3, ab=0.9, bc=0.7) == {("a", "b", "c")}


def test_of_equals_the_lowest_names_go_first() -> None:
    assert groups(0.5, ab=0.6, bc=0.6) == {("a", "b"), ("c",)}


LIKES = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 16).map(lambda parts: parts / 16),
)


@given(LIKES, st.permutations(range(12)), st.lists(st.integers(0, 12), max_size=3))
def test_members_added_by_and_by_are_grouped_as_all_at_once(likes, order, cuts) -> None:
    names = [chr(ord("a") + number) for number in order]
    links = {name: {} for name in names}
    for (a, b), like in likes.items():
        links[names[a]][names[b]] = links[names[b]][names[a]] = like
    joins, ends = [], sorted({0, 12, *cuts})
    for start, stop in pairwise(ends):
        known = {name: links[name].items() for name in names[:stop]}
        groups = Groups(known, 0.3)
        groups.grow(names[start:stop], joins)
        joins = groups.joins
    assert {frozenset(groups.of(name)) for name in names if groups.name(name) == name} == {
        frozenset(group) for group in average_linkage(names, links, 0.3)
    }
