"""Stories, dyads and the network are those that the readings make."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from crosswire import Article, Reading, compare, find_stories, read
from crosswire.picture import deeds
from crosswire.store import questions
from crosswire.store.answers import Asked
from crosswire.store.tables import create_or_open
from tests.store.conftest import fill


def test_every_story_is_listed_once(filled: sqlite3.Connection, made: list[Reading]) -> None:
    found = {story.id: story.articles for story in find_stories(reading.article for reading in made)}
    page = questions.stories(filled, Asked(limit=1000))
    assert {row.id: row.reports for row in page.items} == {id: len(articles) for id, articles in found.items()}
    outlets = {reading.article.id: reading.article.outlet for reading in made}
    for row in page.items:
        assert set(row.outlets) == {outlets[article] for article in found[row.id]}


def test_a_story_is_told_whole(filled: sqlite3.Connection, made: list[Reading]) -> None:
    row = max(questions.stories(filled, Asked(limit=1000)).items, key=lambda row: row.reports)
    told = questions.story(filled, row.id)
    by_id = {reading.article.id: reading for reading in made}
    (revision,) = told.history[-1:]
    assert told.row == row and told.comparison == compare(by_id[id] for id in revision.articles)
    article = revision.articles[0]
    assert questions.article(filled, article).story == row.id
    assert {event.story for event in questions.events(filled, Asked(story=row.id)).items} == {row.id}


def test_stories_are_those_with_a_report_of_what_is_asked(filled: sqlite3.Connection) -> None:
    event = questions.events(filled, Asked(type="AID", limit=1)).items[0]
    assert event.story in {row.id for row in questions.stories(filled, Asked(type="AID", limit=1000)).items}
    asked = Asked(outlet=event.outlet, words=event.place, limit=1000)
    assert event.story in {row.id for row in questions.stories(filled, asked).items}


def test_a_story_that_was_merged_leads_on() -> None:
    day = date(2024, 3, 5)
    text = "Peru thanked Chile for the ships on Tuesday.\n\nThe two met in the port of Ilo to sign an accord on cod."
    first, second = (read(Article.of(text, outlet=name, published=day)) for name in ("The Lantern", "The Ledger"))
    with closing(create_or_open(":memory:")) as db:
        fill(db, [first])
        fill(db, [second])
        stories = {id for (id,) in db.execute("SELECT id FROM story")}
        assert {questions.story(db, id).row.reports for id in stories} == {2}
        assert questions.stories(db, Asked()).total == 1


def test_a_claim_is_told_as_of_its_days(filled: sqlite3.Connection) -> None:
    row = max(questions.stories(filled, Asked(limit=1000)).items, key=lambda row: row.reports)
    comparison = questions.story(filled, row.id).comparison
    finding = max(comparison.findings, key=lambda finding: len(finding.reports))
    known = questions.as_of(filled, finding.id, row.id)
    assert known.finding == finding and {each.article for each in known.told} == set(finding.reports)
    days = [each.published for each in known.told]
    assert days == sorted(days, key=str)
    assert all(drift.finding == finding.id for drift in known.changed)
    with pytest.raises(KeyError):
        questions.as_of(filled, "0" * 24, row.id)


def test_dyads_add_up_the_deeds(filled: sqlite3.Connection) -> None:
    ids = [row.id for row in questions.stories(filled, Asked(limit=1000)).items]
    done = [deed for id in ids for deed in deeds(id, questions.story(filled, id).comparison)]
    page = questions.dyads(filled, Asked(limit=1000))
    assert {(row.actor, row.recipient) for row in page.items} == {(deed.actor, deed.recipient) for deed in done}
    row = page.items[0]
    same = [deed for deed in done if (deed.actor, deed.recipient) == (row.actor, row.recipient)]
    assert row.events == len(same) and row.score == pytest.approx(sum(deed.score for deed in same) / len(same))
    for by in ("day", "week", "month", "year"):
        series = questions.dyad(filled, row.actor, row.recipient, Asked(), by)
        assert sum(each.events for each in series) == row.events
    with pytest.raises(ValueError, match="by must be"):
        questions.dyad(filled, row.actor, row.recipient, Asked(), "hour")


def test_a_week_is_named_by_its_monday(filled: sqlite3.Connection) -> None:
    row = questions.dyads(filled, Asked(limit=1)).items[0]
    (week, *_) = questions.dyad(filled, row.actor, row.recipient, Asked(), "week")
    assert week.day.weekday() == 0 and 0 <= (row.first - week.day).days < 7


def test_the_network_has_the_ties_of_its_nodes(filled: sqlite3.Connection) -> None:
    found = questions.network(filled, Asked(limit=10))
    names = {node.id for node in found.nodes}
    assert len(names) == 10 and {edge.one for edge in found.edges} | {edge.other for edge in found.edges} <= names
    assert all(-1 <= node.x <= 1 and -1 <= node.y <= 1 for node in found.nodes)
    assert found == questions.network(filled, Asked(limit=10))
