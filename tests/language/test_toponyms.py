"""Which words name a place, and what they are used for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from crosswire.language.labels import follows, likeliest, named_by
from crosswire.language.parse import parse
from crosswire.language.toponyms import Toponym, toponyms
from crosswire.records import Article
from tests.marked import Case, cases
from tests.strategies import articles

TITLE = "What was seen that day\n\n"


def found_in(text: str) -> list[tuple[str, str]]:
    article = Article.of(TITLE + text)
    return [(article.text[slice(*each.extent)], each.use) for each in toponyms(parse(article))]


@pytest.mark.parametrize("case", cases("toponyms"), ids=lambda case: case.name)
def test_marked_toponyms_are_found_with_their_use_and_nothing_else(case: Case) -> None:
    assert tuple(found_in(case.text)) == case.marks


def test_a_headline_in_title_case_names_what_the_text_names_and_no_more() -> None:
    text = "Long Queues In Varna As Ferries Stop\n\nFerries stopped on Monday. Hundreds waited in Varna for a boat to Odesa."
    found = [each.text for each in toponyms(parse(Article.of(text)))]
    assert found == ["Varna", "Varna", "Odesa"]


# weights by which "in" makes the next word begin a name and a capital lets it go on
SIGNS = {"in": (3.0, 0.0, 0.0), "capital": (0.0, 2.0, 1.0), "small": (0.0, 0.0, 4.0)}
FOLLOWING = follows([(0.0, 1.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 0.0)])


def test_a_name_goes_on_only_behind_its_beginning() -> None:
    begun = likeliest([["in"], ["capital"], ["small"]], SIGNS, FOLLOWING)
    assert begun == (0, 1, 2)
    assert likeliest([["small"], ["capital"]], SIGNS, FOLLOWING) == (2, 2)
    assert list(named_by(begun)) == [(0, 2)]


def test_names_next_to_each_other_are_two() -> None:
    assert list(named_by((0, 0, 1, 2, 0))) == [(0, 1), (1, 3), (4, 5)]


@given(articles())
def test_toponyms_do_not_overlap_and_stand_in_their_sentences(article: Article) -> None:
    found: tuple[Toponym, ...] = toponyms(parse(article))
    ends = [each.extent for each in found]
    assert all(start < stop for start, stop in ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    assert all(each.sentence.start <= each.extent[0] and each.extent[1] <= each.sentence.stop for each in found)
