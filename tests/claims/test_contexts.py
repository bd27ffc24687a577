"""What acts are about: what is told is the codebook's and has words, and a word beside an act does not file it."""

from __future__ import annotations

import pytest
from hypothesis import given

from crosswire.claims.contexts import learned
from crosswire.knowledge.ontology import contexts
from crosswire.reading import all_prose, read
from crosswire.records import Article, Event
from tests.strategies import news


@given(text=news())
def test_contexts_are_the_codebooks_and_each_is_told_once_with_words(text: str) -> None:
    for event in read(Article.of(text)).events:
        told = [each.value for each in event.contexts]
        assert len(told) == len({*told}) and {*told} <= {*contexts()}
        assert all(each.spans and text[each.spans[0].start : each.spans[0].stop] for each in event.contexts)


def test_what_is_learned_is_of_all_contexts_of_the_codebook() -> None:
    assert learned().contexts == contexts()


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("A court in Lyon convicted Marc Dorval of fraud on Tuesday.", "legal"),
        ("Army troops shelled two villages near the border on Tuesday, killing nine soldiers.", "military"),
        ("Senator Ada Quist endorsed Paul Brandt for president on Tuesday, ahead of the Iowa caucuses.", "election"),
        ("Police arrested a man in Lyon on Tuesday on suspicion of robbery.", "crime"),
    ],
)
def test_an_act_is_filed_as_an_analyst_would(text: str, context: str) -> None:
    assert context in filed(text)


def test_a_word_that_names_a_context_files_no_act_that_is_about_something_else() -> None:
    arrest, *_ = events(
        "Police in Lyon arrested a baker on Tuesday on suspicion of robbing a bank. The army closed a bridge nearby."
    )
    assert "military" not in {each.value for each in arrest.contexts}


def test_a_context_that_no_word_names_rests_on_the_act() -> None:
    event = events("Paul Brandt was convicted in Lyon on Tuesday.")[0]
    assert [each.spans for each in event.contexts if each.value == "legal"] == [event.type.spans]


def filed(text: str) -> set[str]:
    return {each.value for event in events(text) for each in event.contexts}


def events(text: str) -> tuple[Event, ...]:
    return read(all_prose(text)).events
