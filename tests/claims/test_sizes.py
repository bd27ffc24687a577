"""How much: the numbers of each act as a case tells them, and what they keep to whatever the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from crosswire.claims.sizes import bounds
from crosswire.layout import Zone
from crosswire.reading import read
from crosswire.records import Amount, Article, Event, Reading, Size, Span
from tests.strategies import news

BLOCKS = (Path(__file__).parent.parent / "cases" / "sizes" / "acts.txt").read_text("utf-8").strip().split("\n\n")
CASES = [[line for line in block.splitlines() if not line.startswith("#")] for block in BLOCKS]


@pytest.mark.parametrize(("text", "acts"), [(text, acts) for text, *acts in CASES], ids=[case[0] for case in CASES])
def test_the_numbers_of_an_act_are_those_its_case_tells(text: str, acts: list[str]) -> None:
    reading = read(Article.of(text, zones=(Zone("body", 0, len(text)),)))
    assert [drawn(event, reading) for event in reading.events] == acts


@given(news(at_most=4))
def test_sizes_are_in_order_and_no_amount_is_told_twice(text: str) -> None:
    for event in read(Article.of(text)).events:
        spans = [*(s for size in event.sizes for s in size.spans), *(a.span for a in event.quantities)]
        assert len({size.value.what for size in event.sizes}) == len(event.sizes)
        assert all(s.low <= s.best and (s.high is None or s.best <= s.high) for s in (c.value for c in event.sizes))
        assert all(span.article == event.clause.article for span in spans)


@pytest.mark.parametrize(
    ("hedge", "expected"),
    [
        (None, (40, 40, 40)),
        ("more than", (40, 40, None)),
        ("as many as", (0, 40, 40)),
        ("almost", (36, 40, 40)),
        ("some", (36, 40, 44)),
    ],
)
def test_a_hedge_leaves_open_what_it_says(hedge: str | None, expected: tuple[int, int, int | None]) -> None:
    assert bounds(Amount(Span("a", 0, 1), 40, 40, "person", hedge)) == expected


def drawn(event: Event, reading: Reading) -> str:
    """An event's deciding words, its sizes, and its quantities in the report's words."""
    amounts = (f"“{reading.article.excerpt(a.span)}”" for a in event.quantities)
    told = ", ".join((*(shown(size.value) for size in event.sizes), *amounts))
    return f"{' '.join(reading.article.excerpt(s) for s in event.type.spans)}: {told}".strip()


def shown(size: Size) -> str:
    low, high = size.low, "" if size.high is None else size.high
    return f"{size.what} {size.best if low == high else f'{low}-{size.best}-{high}'}"
