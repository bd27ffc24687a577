"""Stories are kept as they are found; the dyads are always the sum of the deeds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice, pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generated import readings
from crosswire import compare, find_stories
from crosswire.picture import dyads
from crosswire.records import Reading
from crosswire.run.add import Addition
from crosswire.run.link import MOST, Links, some
from crosswire.run.taken import taken
from crosswire.store import kept, runs
from crosswire.store.stories import DEED, deed_in
from crosswire.store.tables import create_or_open

MADE = list(islice(readings(seed=2), 40))


def add(db: sqlite3.Connection, some: list[Reading]) -> None:
    """A run that keeps readings and links them."""
    addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
    for reading in some:
        addition.keep(taken("here", reading))
    Links().link(db, addition.run)


def assert_adds_up(db: sqlite3.Connection) -> None:
    found = [deed_in(row) for row in db.execute(f"SELECT {DEED} FROM deed")]
    ties = [
        (t.actor, t.recipient, t.day.isoformat(), t.events, t.score, t.cooperation, t.conflict, t.origins)
        for t in dyads(found)
    ]
    assert db.execute("SELECT * FROM dyad ORDER BY actor, recipient, day").fetchall() == ties
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def stories(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    return {id: kept.reports(db, id) for (id,) in db.execute("SELECT id FROM story WHERE into_story IS NULL")}


@settings(max_examples=4)
@given(st.permutations(MADE), st.lists(st.integers(0, len(MADE)), max_size=4))
def test_the_store_has_the_stories_that_are_found_all_at_once(made: list[Reading], cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(made)]
    with closing(create_or_open(":memory:")) as db:
        for start, stop in pairwise(edges):
            add(db, made[start:stop])
        found = find_stories(reading.article for reading in made)
        assert stories(db) == {story.id: story.articles for story in found}
        by_id = {reading.article.id: reading for reading in made}
        for story in found:
            assert kept.comparison(db, story.id) == compare(by_id[id] for id in story.articles)
        assert_adds_up(db)


def test_a_merged_story_leads_to_the_one_that_has_its_report(tmp_path: Path) -> None:
    (story, *_) = (s for s in find_stories(r.article for r in MADE) if len(s.articles) > 2)
    by_id = {reading.article.id: reading for reading in MADE}
    with closing(create_or_open(tmp_path / "crosswire.db")) as db:
        for id in reversed(story.articles):
            add(db, [by_id[id]])
        assert list(stories(db)) == [story.id]
        led = set(db.execute("SELECT id, into_story, reports FROM story WHERE into_story IS NOT NULL"))
        assert led == {(id, story.id, 0) for id in story.articles[1:]}
        assert_adds_up(db)


def test_a_story_of_very_many_reports_is_compared_by_some_from_first_to_last() -> None:
    assert some("abc") == "abc"
    names = [str(number) for number in range(1000)]
    assert len(set(some(names))) == MOST
    assert (some(names)[0], some(names)[-1]) == ("0", "999")
