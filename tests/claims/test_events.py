"""Who did what to whom: cases told in a line each, and the laws every event keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from crosswire.layout import Zone
from crosswire.reading import read
from crosswire.records import Actor, Article, Cited, Event, Reading, Span
from tests.strategies import news

CASES = Path(__file__).parent.parent / "cases" / "events"
PUBLISHED = date(2024, 5, 8)  # a Wednesday


def load(name: str) -> list[tuple[str, list[str]]]:
    """Each case of a file: its text, and the acts in it as `drawn` writes them."""
    blocks = (CASES / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    cases = ([line for line in block.splitlines() if not line.startswith("#")] for block in blocks)
    return [(text, sorted(line for line in acts if line != "nothing")) for text, *acts in cases]


TOLD = [case for name in ("acts", "police", "victims", "none", "status", "settings", "homes") for case in load(name)]


@pytest.mark.parametrize(("text", "acts"), TOLD, ids=[text for text, _ in TOLD])
def test_the_acts_of_a_text_are_those_its_case_tells(text: str, acts: list[str]) -> None:
    assert sorted(drawn(event) for event in one(text).events) == acts


def test_an_event_points_at_the_words_of_its_act() -> None:
    reading = one("Peru imposed harsh new sanctions on Bolivia.")
    assert excerpts(reading, reading.events[0].type) == ["imposed", "sanctions"]


def test_words_that_decide_the_status_are_cited() -> None:
    reading = one("Peru may reportedly arm Bolivia.")
    assert excerpts(reading, reading.events[0].status) == ["may"]


def test_the_cause_is_what_the_report_calls_one() -> None:
    reading = one("Peru recalled its ambassador from Bolivia in response to the arrests.")
    assert [e.reason.value for e in reading.events if e.reason] == ["in response to the arrests"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Gabriel Boric's campaign accused Dina Boluarte of lying on Monday.", "Gabriel Boric: campaign"),
        ("Gabriel Boric spoke in Lima. His campaign sued Dina Boluarte on Monday.", "Gabriel Boric: campaign"),
        ("The senator, Gabriel Boric, criticized Dina Boluarte on Monday.", "Gabriel Boric"),
    ],
)
def test_a_campaign_is_not_the_candidate(text: str, actor: str) -> None:
    (event,) = one(text).events
    assert [each.value.name for each in event.actors] == [actor]


def test_what_supporters_do_is_not_done_by_whom_they_support() -> None:
    (event,) = one("Donald Trump supporters criticized Ted Cruz on Monday.").events
    assert [each.value.name for each in event.actors] == ["supporters"]


def test_forces_of_two_states_are_two() -> None:
    (event,) = one("Peru and Chilean forces attacked Bolivia on Monday.").events
    assert sorted(each.value.name for each in event.actors) == ["Chile: forces", "Peru: forces"]


def test_an_act_told_by_a_speaker_is_tied_to_his_statement() -> None:
    reading = one("“Peru attacked Bolivia,” said Chilean President Gabriel Boric.")
    assert {e.statement for e in reading.events} == {s.id for s in reading.statements}


def test_we_is_the_speaker() -> None:
    reading = one("“We condemn Bolivia,” said Peruvian Foreign Minister Elmer Schialer.")
    assert [(a.value.country, r.value.country) for e in reading.events for a in e.actors for r in e.recipients] == [
        ("PER", "BOL")
    ]


def test_a_country_of_no_word_of_a_side_rests_on_the_place_that_tells_it() -> None:
    reading = one("Officers arrested a driver in Arequipa. The road from Cusco to Puno was closed.")
    assert [[reading.article.excerpt(span) for span in a.spans] for e in reading.events for a in e.actors] == [
        ["Officers", "Arequipa"]
    ]


@given(news(at_most=4))
def test_every_event_rests_on_words_of_its_report(text: str) -> None:
    article = Article.of(text, published=PUBLISHED)
    for event in read(article).events:
        for span in spans(event):
            assert span.article == article.id and 0 <= span.start < span.stop <= len(text)


@given(news(at_most=4))
def test_no_act_is_coded_twice_or_by_nobody(text: str) -> None:
    events = read(Article.of(text, published=PUBLISHED)).events
    assert len({e.id for e in events}) == len(events)
    assert all(e.actors or e.recipients for e in events)
    assert all(not {a.value for a in e.actors} & {r.value for r in e.recipients} for e in events)


def one(text: str) -> Reading:
    return read(Article.of(text, zones=(Zone("body", 0, len(text)),), published=PUBLISHED))


def drawn(event: Event) -> str:
    """An event as a case line: type and mode, sides, status, and place and day where there are any."""
    kind = " ".join(filter(None, (event.type.value, event.mode.value if event.mode else "")))
    actors, recipients = sides(event.actors), sides(event.recipients)
    day = event.time.value.start.isoformat() if event.time else ""
    cells = [kind, f"{actors} > {recipients}", event.status.value, event.place.value.name if event.place else "", day]
    while not cells[-1]:
        cells.pop()
    return " | ".join(cell.strip() for cell in cells).replace("|  |", "| |")


def sides(cited: Iterable[Cited[Actor]]) -> str:
    return "+".join(sorted({c.value.country or c.value.name for c in cited}))


def excerpts(reading: Reading, cited: Cited[str]) -> list[str]:
    return [reading.article.excerpt(span) for span in cited.spans]


def spans(event: Event) -> list[Span]:
    fields = (event.type, event.mode, event.status, event.place, event.time, event.reason)
    cited = [c for c in (*fields, *event.contexts, *event.actors, *event.recipients) if c is not None]
    assert all(c.spans for c in cited)
    return [event.clause, *(span for c in cited for span in c.spans)]
