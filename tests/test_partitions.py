"""How far two ways to part the same things agree; the figures asked for are scikit-learn's, and BCubed's by hand."""

import pytest

from bench.partitions import agreement

GOLD = list("aaabbbccd")


def test_the_same_parts_agree_wholly() -> None:
    figures = agreement(GOLD, list("wwwxxxyyz"))
    assert (figures["bcubed_f1"], figures["ari"], figures["ami"]) == (1, 1, 1)


def test_all_in_one_and_each_alone_agree_no_more_than_chance() -> None:
    for found in ("x" * 9, "123456789"):
        figures = agreement(GOLD, list(found))
        assert (figures["ari"], figures["ami"]) == pytest.approx((0, 0))
    assert figures["bcubed_p"] == 1
    assert figures["bcubed_r"] == pytest.approx(4 / 9, abs=1e-4)


def test_parts_in_between() -> None:
    figures = agreement(GOLD, list("xxyyyyzzz"))
    assert (figures["ari"], figures["ami"]) == (0.4661, 0.5339)
    assert figures["clusters"] == 3
