"""How likely events are right whole, and that those unlikely to be are dropped and not lost."""

from __future__ import annotations

import msgspec
from hypothesis import given

from crosswire.claims.certain import TOLD, certain, is_between_states, is_without_capitals, signs, told_surely
from crosswire.claims.coded import Coded
from crosswire.claims.decided import FEW
from crosswire.reading import read
from crosswire.records import Article, Event
from tests.strategies import news

TEXT = "Peru expelled two Bolivian diplomats on Sunday."


@given(text=news())
def test_what_is_told_is_likely_enough_right_whole(text: str) -> None:
    reading = read(Article.of(text))
    for event in reading.events:
        assert event.confidence is not None
        whole = len(reading.sentences) <= FEW or is_without_capitals(text)
        assert event.confidence >= TOLD or whole or is_between_states(event)


def test_the_surer_the_words_the_likelier_the_event() -> None:
    shares = [certain(sure(event(), share), 0.8, TEXT) for share in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert shares == sorted(shares) and shares[0] < shares[-1]


def test_the_surer_its_codes_the_likelier_the_event() -> None:
    shares = [certain(event(), share, TEXT) for share in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert shares == sorted(shares) and shares[0] < shares[-1]


def test_who_is_named_how_is_a_sign() -> None:
    assert {"actor name", "actor name country"} <= {*signs(event(), TEXT)}
    assert "recipient nobody" in {*signs(msgspec.structs.replace(event(), recipients=()), TEXT)}


def test_a_union_of_states_is_weighed_like_a_state() -> None:
    text = "The European Union expelled two Bolivian diplomats on Sunday."
    (event,) = read(Article.of(text)).events
    assert "actor name country" in {*signs(event, text)}


def test_what_is_unlikely_is_dropped_with_its_reason() -> None:
    nobody = msgspec.structs.replace(event(), actors=(), recipients=())
    kept, dropped = told_surely([Coded(sure(nobody, 0.0), 1.0)], [], TEXT, FEW + 1)
    assert (kept, [(each.type, each.reason) for each in dropped]) == ((), [(nobody.type, "unlikely")])


def test_without_the_model_all_is_told() -> None:
    untold = sure(event(), None)
    assert told_surely([Coded(untold, 1.0)], [], TEXT, FEW + 1) == ((untold,), ())


def test_of_a_few_sentences_all_is_told() -> None:
    doubtful = Coded(sure(event(), 0.0), 0.0)
    assert not told_surely([doubtful], [], TEXT, FEW)[1]


def test_of_a_text_without_capitals_all_is_told() -> None:
    doubtful = Coded(sure(msgspec.structs.replace(event(), recipients=()), 0.0), 0.0)
    assert not told_surely([doubtful], [], TEXT.lower(), FEW + 1)[1]
    assert told_surely([doubtful], [], TEXT, FEW + 1)[1]


def test_an_act_between_states_is_told_however_sure() -> None:
    for text, between in (
        ("Peru expelled two Bolivian diplomats on Sunday.", True),
        ("Peru and Bolivia signed a pact on Sunday.", True),
        ("Peru joined NATO on Sunday.", True),
        ("Peru arrested two Bolivian farmers on Sunday.", False),
        ("Peru's president met Peru's defence minister on Sunday.", False),
    ):
        (found,) = read(Article.of(text)).events
        assert is_between_states(found) is between
        assert bool(told_surely([Coded(sure(found, 0.0), 0.0)], [], text, FEW + 1)[0]) is between


def event() -> Event:
    return read(Article.of(TEXT)).events[0]


def sure(event: Event, share: float | None) -> Event:
    return msgspec.structs.replace(event, confidence=share)
