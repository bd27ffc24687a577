"""What becomes of acts that were weighed: nothing unlikely is told, and who is in an act is a word of its sentence."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from crosswire.claims.decided import SPARED, things_of
from crosswire.claims.events import code_events
from crosswire.claims.likely import evidence, shares, sure
from crosswire.language.mentions import find_mentions
from crosswire.language.parse import parse, prose
from crosswire.language.places import find_places
from crosswire.language.times import find_times
from crosswire.model import look
from crosswire.reading import all_prose, read
from crosswire.records import Actor, Article, Cited, Span
from crosswire.sight import at, means
from tests.strategies import news


@given(text=news())
def test_what_is_told_is_likely_enough(text: str) -> None:
    article = Article.of(text)
    sight = look(article.text, prose(article))
    sentences = parse(article, sight)
    mentions, actors = find_mentions(article, sentences)
    places, times = find_places(article, sentences, sight), find_times(article, sentences)
    events, _ = code_events(article, sentences, mentions, actors, times, places, (), (), sight)
    assert all(event.confidence is not None and event.confidence >= SPARED for event in events)


def test_the_likelier_each_part_the_surer_the_whole() -> None:
    assert sure((0.9, 0.9, 0.9), refused=False) > sure((0.9, 0.9, 0.3), refused=False) > sure((0.3,) * 3, refused=False)
    assert sure((0.9, 0.9, 0.9), refused=True) < sure((0.9, 0.9, 0.9), refused=False)
    assert len(evidence((0.0, 1.0, 1.0), refused=False)) == len(evidence((1.0, 1.0, 1.0), refused=True))


def test_shares_sum_to_one() -> None:
    assert np.isclose(shares(np.array([800.0, -800.0, 3.0])).sum(), 1)


def test_what_is_seen_of_places_is_the_mean_of_their_pieces() -> None:
    article = Article.of("Peru expelled two Bolivian diplomats on Sunday.\n\nChile condemned the expulsion.")
    sight = look(article.text, prose(article))
    assert sight is not None
    places = [(0, 4), (5, 13), (18, 36)]
    rows, read_there = means(sight, "seen", places)
    assert read_there == [True, True, True]
    for row, (start, stop) in zip(rows, places, strict=True):
        pieces = at(sight, "seen", start, stop)
        assert pieces is not None
        assert np.allclose(row, pieces.mean(axis=0), atol=1e-4)


def test_a_noun_that_names_no_people_is_a_side_where_it_is_that_likely() -> None:
    event = read(all_prose("Army troops shelled two villages near the border on Tuesday.")).events[0]
    assert [(each.value.name, each.value.kind) for each in event.recipients] == [("villages", "group")]


def test_a_refusal_for_more_than_want_of_somebody_stands() -> None:
    text = "Foreign Minister Ana Ruiz signed for Peru and Trade Minister Luis Soto for Chile during a ceremony in Lima."
    reading = read(all_prose(text))
    assert (reading.events, [each.reason for each in reading.dropped]) == ((), ["lacks_object"])


def test_things_stand_for_whose_they_are_and_people_for_themselves() -> None:
    for text, things in (
        ("Russian missiles struck the port of Odesa.", ["missiles"]),
        ("Russian troops struck the port of Odesa.", []),
        ("Missiles struck the Russian port.", ["port"]),
    ):
        (sentence,) = parse(all_prose(text), None)
        start = text.index("Russian")
        russia = Cited(Actor(name="Russia", kind="country", country="RUS"), (Span("", start, start + len("Russian")),))
        found = things_of((russia,), sentence)
        assert [token.text for token in sentence.tokens if token.index in found] == things


def test_nobody_is_told_to_have_done_it_to_himself() -> None:
    assert not read(all_prose("Senator Ada Quist spoke for an hour. She accused Quist of lying.")).events
