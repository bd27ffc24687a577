"""What is judged in a store holds at once, and in every later run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from crosswire import find_stories
from crosswire.run.judge import judge, take
from crosswire.store import judgements, kept
from crosswire.store.answers import Verdict
from crosswire.store.tables import create_or_open
from crosswire.store.verify import faults
from tests.store.conftest import fill
from tests.store.test_stories import MADE, assert_adds_up

STORY = max(find_stories(reading.article for reading in MADE), key=lambda story: len(story.articles))
TOLD = [next(r for r in MADE if r.article.id == id) for id in STORY.articles]


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(":memory:")) as db:
        fill(db, TOLD[:-1])
        yield db


def shared(db: sqlite3.Connection) -> tuple[str, ...]:
    """The members of a finding that several reports tell."""
    found = kept.comparison(db, STORY.id).findings
    return next(each.members for each in found if each.kind == "event" and len(each.members) > 1)


def finding(db: sqlite3.Connection, member: str) -> str | None:
    findings = kept.comparison(db, STORY.id).findings
    return next((each.id for each in findings if member in each.members), None)


def say(db: sqlite3.Connection, verdict: str, *parts: tuple[str, ...]) -> None:
    judge(db, Verdict(STORY.id, verdict, parts, "so"), by="Ada", version="1")


def test_a_split_holds_when_the_story_grows(db: sqlite3.Connection) -> None:
    first, *rest = shared(db)
    say(db, "split", (first,), tuple(rest))
    assert finding(db, first) != finding(db, rest[0])
    fill(db, TOLD[-1:])
    assert len(kept.reports(db, STORY.id)) == len(TOLD)
    assert finding(db, first) != finding(db, rest[0])
    assert_adds_up(db)
    assert list(faults(db)) == []


def test_what_was_rejected_adds_to_no_dyad_and_comes_back_when_accepted(db: sqlite3.Connection) -> None:
    before = db.execute("SELECT sum(events) FROM dyad").fetchone()
    id = finding(db, shared(db)[0])
    assert id
    say(db, "reject", (id,))
    assert finding(db, shared(db)[0]) != id
    assert db.execute("SELECT count(*) FROM deed WHERE finding = ?", (id,)).fetchone() == (0,)
    assert_adds_up(db)
    say(db, "accept", (kept.comparison(db, STORY.id).judged[0].id,))
    assert db.execute("SELECT sum(events) FROM dyad").fetchone() == before
    assert [each.verdict for each in judgements.every(db)] == ["reject", "accept"]


def test_a_log_taken_into_a_new_store_makes_the_same_of_it(db: sqlite3.Connection) -> None:
    first, *rest = shared(db)
    say(db, "split", (first,), tuple(rest))
    say(db, "reject", (rest[0],))
    log = judgements.every(db)
    with closing(create_or_open(":memory:")) as other:
        assert take(other, log, command="judge", version="1") == 2
        fill(other, TOLD[:-1])
        assert take(other, log, command="judge", version="1") == 0
        assert kept.comparison(other, STORY.id) == kept.comparison(db, STORY.id)
        assert judgements.every(other) == log


def test_a_judgement_on_one_report_alone_holds_in_a_store_that_gets_it_later(db: sqlite3.Connection) -> None:
    lone = TOLD[0]
    say(db, "reject", (lone.events[0].id,))
    with closing(create_or_open(":memory:")) as other:
        take(other, judgements.every(db), command="judge", version="1")
        fill(other, [lone])
        found = kept.comparison(other, lone.article.id)
        assert not any(lone.events[0].id in each.members for each in found.findings)


@pytest.mark.parametrize(
    ("verdict", "parts", "error"),
    [
        ("reject", (("none",),), KeyError),
        ("reject", (), ValueError),
        ("reject", ((),), ValueError),
        ("merge", ((TOLD[0].events[0].id,),), ValueError),
        ("split", ((TOLD[0].events[0].id,), (TOLD[0].events[0].id,)), ValueError),
        ("praise", ((TOLD[0].events[0].id,),), ValueError),
    ],
)
def test_what_says_nothing_is_not_logged(
    db: sqlite3.Connection, verdict: str, parts: tuple[tuple[str, ...], ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        say(db, verdict, *parts)
    assert judgements.every(db) == ()


def test_the_log_only_grows(db: sqlite3.Connection) -> None:
    say(db, "reject", (TOLD[0].events[0].id,))
    for change in ("DELETE FROM judgement", "UPDATE judgement SET by_whom = 'another'"):
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            db.execute(change)
