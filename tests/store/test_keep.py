"""What is kept comes back as it was; the same again changes nothing; a changed page is another version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from bench.generated import readings
from crosswire import Article, Reading, read
from crosswire.store import kept, runs
from crosswire.store.keep import KNOWN, keep_reading, outcome, whole
from crosswire.store.tables import create_or_open
from tests.strategies import articles
from tests.test_laws import assert_holds_together


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(tmp_path / "crosswire.db")) as db:
        yield db


def keep(db: sqlite3.Connection, *given: Reading) -> list[str]:
    """Keeps readings, each in a transaction of its own; what became of each."""
    run = runs.begin(db, "add", "0", "none")
    outcomes = []
    for reading in given:
        with whole(db):
            outcomes.append(outcome(db, reading.article))
            if outcomes[-1] != KNOWN:
                keep_reading(db, reading, b"", "none", "here", run)
    return outcomes


def count(db: sqlite3.Connection) -> dict[str, int]:
    tables = ("article", "reading", "actor", "event", "side", "statement", "source", "words")
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_generated_readings_hold_together() -> None:
    made = list(islice(readings(seed=7), 50))
    for reading in made:
        assert_holds_together(reading)
    assert made == list(islice(readings(seed=7), 50))


def test_a_reading_comes_back_as_it_was(db: sqlite3.Connection) -> None:
    made = list(islice(readings(), 20))
    assert keep(db, *made) == ["new"] * 20
    assert [kept.reading(db, reading.article.id) for reading in made] == made
    assert count(db)["event"] == sum(len(reading.events) for reading in made)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@settings(max_examples=15)
@given(articles())
def test_any_text_comes_back_as_it_was(article: Article) -> None:
    with closing(create_or_open(":memory:")) as db:
        reading = read(article)
        keep(db, reading)
        assert kept.reading(db, article.id) == reading


def test_the_same_again_changes_nothing(db: sqlite3.Connection) -> None:
    made = list(islice(readings(), 5))
    keep(db, *made)
    before = count(db)
    assert keep(db, *made) == ["known"] * 5
    assert count(db) == before


def test_a_changed_page_is_another_version(db: sqlite3.Connection) -> None:
    url = "https://lantern.example/1"
    first, second = (read(Article.of(f"Peru thanked Chile {n}.", url=url, published=date(2024, 3, 5))) for n in "12")
    assert keep(db, first, second, first) == ["new", "updated", "known"]
    rows = db.execute("SELECT id, version, latest FROM article ORDER BY version").fetchall()
    assert rows == [(first.article.id, 1, 0), (second.article.id, 2, 1)]


def test_an_actor_has_the_days_of_his_first_and_last_part(db: sqlite3.Connection) -> None:
    made = list(islice(readings(), 400, 440))
    keep(db, *islice(readings(), 2), *made)
    assert_days(db)
    pages = [msgspec.structs.replace(r.article, text=f"{r.article.text} More.") for r in made[:20]]
    changed = [Article.of(page.text, url=page.url, published=page.published) for page in pages]
    keep(db, *(Reading(article, (), (), (), (), (), (), (), (), (), ()) for article in changed))
    assert_days(db)


def assert_days(db: sqlite3.Connection) -> None:
    parts = "(SELECT actor, day FROM side UNION ALL SELECT actor, day FROM source) WHERE actor = actor.id"
    days = db.execute(f"SELECT first, (SELECT min(day) FROM {parts}), last, (SELECT max(day) FROM {parts}) FROM actor")
    for first, earliest, last, latest in days.fetchall():
        assert (first, last) == (earliest, latest)


def test_words_are_found(db: sqlite3.Connection) -> None:
    reading = read(Article.of("Ports reopen\n\nThe wharves of Ystad were crowded."))
    keep(db, reading)
    found = "SELECT id FROM article WHERE number IN (SELECT rowid FROM words WHERE words MATCH 'wharves')"
    assert db.execute(found).fetchall() == [(reading.article.id,)]
    db.execute("INSERT INTO words (words) VALUES ('integrity-check')")


def test_an_error_leaves_nothing_of_an_article(db: sqlite3.Connection) -> None:
    reading = next(readings())
    twice = msgspec.structs.replace(reading, events=reading.events * 2)
    with pytest.raises(sqlite3.IntegrityError):
        keep(db, twice)
    assert not any(count(db).values())


def test_an_unknown_article_is_a_key_error(db: sqlite3.Connection) -> None:
    with pytest.raises(KeyError):
        kept.reading(db, "0" * 24)
