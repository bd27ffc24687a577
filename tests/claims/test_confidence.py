"""How likely an event is right, by how it is told."""

from __future__ import annotations

import crosswire
from crosswire.claims.confidence import confidence, traits
from crosswire.records import Article, Event


def only(text: str) -> Event:
    (event,) = crosswire.read(Article.of(text)).events
    return event


def test_every_event_that_is_read_has_one() -> None:
    event = only("Norway expelled two Russian diplomats.")
    assert event.confidence == confidence(event)
    assert 0 < confidence(event) < 1


def test_what_has_a_side_that_no_one_names_is_less_likely_right() -> None:
    told, untold = only("Norway condemned Belarus."), only("Norway condemned the attack.")
    assert not untold.recipients
    assert confidence(told) > confidence(untold)


def test_it_is_even_odds_where_nothing_is_known_of_what_is_seen() -> None:
    event = only("Norway condemned Belarus.")
    assert confidence(event, {}) == 0.5
    assert confidence(event, dict.fromkeys(traits(event), 1.0)) > 0.99
