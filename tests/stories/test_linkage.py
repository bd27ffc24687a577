"""Average linkage over the pairs that are alike at all."""

from crosswire.stories.linkage import average_linkage


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
