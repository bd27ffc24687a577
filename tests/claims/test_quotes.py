"""Where words stand in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.claims.quotes import find_quotes
from crosswire.layout import Zone
from crosswire.records import Article

FOUND = [
    ("“We wait,” he said.", ["We wait,"]),
    ('"We wait," he said. "Then we sail."', ["We wait,", "Then we sail."]),
    ("‘It’s the workers’ own fund,’ she said.", ["It’s the workers’ own fund,"]),
    ("The town's mayor doesn't like the sailors' song.", []),
    ("In the ’90s they called it 'the cold lake'.", ["the cold lake"]),
    ("«Nous partons», said the envoy.", ["Nous partons"]),
    ("„Genug“, said the judge.", ["Genug"]),
    ("“He said ‘no’ and left,” she recalled.", ["He said ‘no’ and left,"]),
    ("“We wait, he said. Nobody answered.", []),
    ('The pole is 5\'10" high and 6" wide.', []),
    ("An odd ” mark, then “a good one”.", ["a good one"]),
    ("“Lost. He said: “We wait.”", ["We wait."]),
    ("“ … ” and “”", []),
    ('"We wait. "Then we sail," he said.', ['We wait. "Then we sail,']),
]


@pytest.mark.parametrize("text, expected", FOUND)
def test_quotes_are_the_words_inside_the_marks(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.stop] for q in find_quotes(one_paragraph(text))] == expected


def test_a_quote_left_open_goes_on_in_the_next_paragraph() -> None:
    first, second = "“We wait for the tide.", "“Then we sail,” he said."
    found = find_quotes(paragraphs(first, second))
    assert [q.continued for q in found] == [True, False]
    assert found[0].stop == len(first)


def test_an_open_mark_costs_only_its_own_paragraph() -> None:
    found = find_quotes(paragraphs("“We wait, he said.", "She said “no” twice."))
    assert [(q.paragraph, q.continued) for q in found] == [(1, False)]


@given(st.lists(st.text("ab ,.s\"'“”‘’«»„‟", max_size=40), min_size=1, max_size=4))
def test_quotes_lie_in_their_paragraphs_in_order_and_apart(lines: list[str]) -> None:
    article = paragraphs(*(f"a{line}b" for line in lines))
    found = find_quotes(article)
    for quote in found:
        zone = article.zones[quote.paragraph]
        assert zone.start <= quote.opens < quote.start < quote.stop <= quote.closes <= zone.stop
        assert any(c.isalnum() for c in article.text[quote.start : quote.stop])
    assert all(one.closes <= other.opens for one, other in pairwise(found))


def one_paragraph(text: str) -> Article:
    return paragraphs(text)


def paragraphs(*lines: str) -> Article:
    zones, at = [], 0
    for line in lines:
        zones.append(Zone("body", at, at + len(line)))
        at += len(line) + 1
    return Article.of("\n".join(lines), zones=tuple(zones))
