"""A comparison says what people judged of it, in every form."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from crosswire.records import Cited, Comparison, Judged, Judgement, Span
from crosswire.report import comparison_html, comparison_markdown, comparison_text
from tests.report.story import visit


def with_judgement(comparison: Comparison, why: str, *, idle: bool = False) -> Comparison:
    article = comparison.readings[0].article
    claim = Cited("CONSULT", (Span(article.id, 0, 5),))
    elsewhere = Cited("CONSULT", (Span("none", 0, 5),))
    made = Judgement("split", ((claim,), (elsewhere,)), "Ada", datetime(2025, 7, 12, 10, tzinfo=UTC), why)
    return msgspec.structs.replace(comparison, judged=(Judged(made.id, made, (), idle),))


def test_every_form_says_who_judged_what_when_and_why() -> None:
    story = with_judgement(visit(), "two talks")
    words = story.readings[0].article.text[:5]
    for form in (comparison_text, comparison_markdown, comparison_html):
        shown = form(story)
        assert "Held apart by Ada, 2025-07-12 10:00 UTC" in shown
        assert words in shown and "a report that is not here" in shown and "two talks" in shown
        assert "idle" not in shown


def test_an_idle_one_is_said_to_be_idle() -> None:
    assert "idle: no report has these words any more" in comparison_markdown(with_judgement(visit(), "", idle=True))


def test_a_reason_cannot_act() -> None:
    hostile = "<script>x</script>\x1b[2J\n# heading"
    assert "<script" not in comparison_html(with_judgement(visit(), hostile))
    assert "\x1b" not in comparison_text(with_judgement(visit(), hostile))
    assert "\n# heading" not in comparison_markdown(with_judgement(visit(), hostile))
