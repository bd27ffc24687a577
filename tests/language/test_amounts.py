"""Numbers of something: what they span, how much they say, and of what."""

from __future__ import annotations

import pytest
from hypothesis import given

from crosswire.language.amounts import find_amounts
from crosswire.language.numbers import number
from crosswire.language.parse import parse
from crosswire.records import Amount, Article
from tests.marked import Case, cases
from tests.strategies import articles, news


def amounts_of(article: Article) -> tuple[Amount, ...]:
    return find_amounts(article, parse(article))


def described(amount: Amount) -> str:
    """An amount as a mark says it: the number or its bounds, the unit, the hedge in brackets."""
    bounds = f"{amount.low:,g}" if amount.low == amount.high else f"{amount.low:.0f}..{amount.high:.0f}"
    return f"{bounds} {amount.unit}" + (f" ({amount.hedge})" if amount.hedge else "")


@pytest.mark.parametrize("case", cases("amounts"), ids=lambda case: case.name)
def test_marked_amounts_are_found_and_nothing_else(case: Case) -> None:
    article = Article.of(f"Report\n\n{case.text}")
    found = tuple((article.excerpt(amount.span), described(amount)) for amount in amounts_of(article))
    assert found == case.marks


@given(articles())
def test_amounts_of_any_text_stand_within_it_and_are_no_less_than_their_least(article: Article) -> None:
    assert_lawful(article, amounts_of(article))


@given(articles(news()))
def test_amounts_of_news_stand_within_it_and_are_no_less_than_their_least(article: Article) -> None:
    assert_lawful(article, amounts_of(article))


def assert_lawful(article: Article, amounts: tuple[Amount, ...]) -> None:
    for amount in amounts:
        assert 0 <= amount.span.start < amount.span.stop <= len(article.text)
        assert 0 < amount.low <= amount.high < float("inf")
        assert amount.unit


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20,000", 20_000),
        ("3.5 million", 3_500_000),
        ("twenty-five", 25),
        ("two hundred and fifty", 250),
        ("a dozen", 12),
        ("six hundred thousand", 600_000),
        ("several", None),
    ],
)
def test_numbers_in_words_and_digits_have_their_value(words: str, value: float | None) -> None:
    assert number(words) == value
