"""Where and when acts were: places and days that the report names, and never a day that the act cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from hypothesis import given

from crosswire.claims.settled import Asked, Candidate, Weights, likelier, weighed
from crosswire.reading import read
from crosswire.records import Article, Span
from tests.strategies import news

PUBLISHED = date(2024, 5, 8)  # a Wednesday


@given(text=news())
def test_a_place_is_one_of_the_report(text: str) -> None:
    reading = read(Article.of(text, published=PUBLISHED))
    assert {event.place for event in reading.events if event.place} <= {*reading.places}


@given(text=news())
def test_a_day_stands_in_the_report_and_what_happened_is_not_ahead_of_it(text: str) -> None:
    reading = read(Article.of(text, published=PUBLISHED))
    told = {time.span for time in reading.times}
    for event in reading.events:
        if event.time is not None:
            assert event.time.spans[0] in told
            assert event.status.value != "happened" or event.time.value.start <= PUBLISHED + timedelta(days=1)


def test_two_mentions_of_one_place_are_weighed_together() -> None:
    asked = Asked(("none",), tuple(candidates("Lima", "Lima", "Cusco")))
    assert chosen(asked, [0.0, 2.0, 2.2, 1.0]) == asked.candidates[1]
    assert chosen(asked, [3.0, 2.0, 2.2, 1.0]) is None


def test_shares_follow_the_weights_of_signs() -> None:
    asked = Asked(("none",), (Candidate("Lima", "Lima", Span("a", 0, 4), ("near", "unknown")),))
    arrays = {name: np.zeros((3, 2)) for name in ("ask", "answer")} | {"none": np.zeros(3), "ask_offset": np.zeros(2)}
    shares = weighed(asked, np.zeros((2, 3)), Weights(arrays, {"none": 0.0, "near": float(np.log(3))}))
    assert np.allclose(shares, [0.25, 0.75])


def candidates(*names: str) -> Iterator[Candidate[str]]:
    for at, name in enumerate(names):
        yield Candidate(name, name, Span("a", 10 * at, 10 * at + len(name)), ())


def chosen(asked: Asked[str], numbers: list[float]) -> Candidate[str] | None:
    shares = np.exp(numbers)
    return likelier(asked, shares / shares.sum())
