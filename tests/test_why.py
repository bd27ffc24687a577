"""Why: every record says what was seen and what decided, and what was not coded says what objected."""

from __future__ import annotations

from hypothesis import given

from crosswire.claims.explained import explained
from crosswire.claims.objections import RULES as OBJECTIONS
from crosswire.claims.triggers import RULES as TRIGGERS
from crosswire.claims.verdicts import RULES as VERDICTS
from crosswire.layout import Zone
from crosswire.pipeline import compare
from crosswire.reading import read
from crosswire.records import Article, Reading
from crosswire.why import dropped_text, named, why_text
from tests.strategies import news


def one(text: str) -> Reading:
    return read(Article.of(text, zones=(Zone("body", 0, len(text)),)))


def test_every_rule_has_words() -> None:
    for rule in (*TRIGGERS, *VERDICTS, *OBJECTIONS):
        ((_, words),) = explained(rule.__name__)
        assert len(words) > 10 and "\n" not in words


@given(news(at_most=4))
def test_whatever_decides_is_explained(text: str) -> None:
    reading = one(text)
    for rule in (*(event.rule for event in reading.events), *(dropped.reason for dropped in reading.dropped)):
        assert all(words for _, words in explained(rule)), rule


def test_an_event_shows_its_sentence_its_words_and_its_rules() -> None:
    reading = one("Norway may expel two Russian diplomats.")
    (event,) = reading.events
    shown = why_text(event, (reading,))
    assert "Norway may [expel] two Russian diplomats." in shown
    assert "hypothetical, by “may”" in shown
    assert "bare_verb: A verb that is an act by itself" in shown


def test_what_is_dropped_says_which_rule_objected() -> None:
    reading = one("My neighbour thanked the baker. It rained.")
    assert [(d.type.value, d.reason) for d in reading.dropped] == [("SUPPORT", "nobody_of_weight")]
    shown = dropped_text(reading)
    assert "My neighbour [thanked] the baker." in shown
    assert "SUPPORT? nobody_of_weight: No state" in shown
    assert "1 more: no word in them tells a political act" in shown


def test_an_act_inside_another_and_a_game_are_dropped_by_name() -> None:
    reading = one("Peru agreed to meet Chile. Brazil attacked Germany from the start of the football final.")
    assert [d.reason for d in reading.dropped] == ["part_of_another", "is_sport"]


def test_a_beginning_of_an_id_finds_its_record() -> None:
    comparison = compare([one("Peru thanked Chile. “We condemn Chile,” said Ann Lee.")])
    for seen in (*comparison.findings, *comparison.readings[0].events, *comparison.readings[0].statements):
        assert named(comparison, seen.id[:12]) == (seen,)
        assert seen.id in why_text(seen, comparison.readings).lower()
