"""A store that was damaged says so, and what is dropped is dropped whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from bench.generated import readings
from crosswire import Article
from crosswire.checks import of_store
from crosswire.cli import main
from crosswire.run.add import Addition
from crosswire.run.link import Links
from crosswire.run.taken import taken
from crosswire.store import runs
from crosswire.store.gc import drop_old, shrink
from crosswire.store.tables import create_or_open
from crosswire.store.verify import faults, search_faults


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of a dozen reports."""
    path = tmp_path / "crosswire.db"
    with closing(create_or_open(path)) as db:
        addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
        for reading in islice(readings(), 12):
            addition.keep(taken("here", reading))
        Links().link(db, addition.run)
    return path


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(path)) as db:
        yield db


def wrong(db: sqlite3.Connection) -> list[str]:
    return [*faults(db), *search_faults(db)]


def test_a_sound_store_has_no_fault(db: sqlite3.Connection) -> None:
    assert wrong(db) == []


@pytest.mark.parametrize(
    "damage, told",
    [
        ("UPDATE article SET text = substr(text, 1, 40) WHERE number = 3", "no words from"),
        ("UPDATE article SET text = replace(text, 'a', 'e') WHERE number = 3", "not the text it was kept as"),
        ("UPDATE reading SET record = x'00' WHERE rowid = 2", "broken"),
        ("UPDATE story SET record = x'00' WHERE reports > 0", "broken"),
        ("DELETE FROM dyad WHERE rowid_of_none IS NULL", "dyads"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM actor WHERE name LIKE 'C%'", "points at nothing"),
        ("UPDATE article SET title = 'Other words' WHERE number = 3", "search"),
    ],
)
def test_damage_is_told(db: sqlite3.Connection, damage: str, told: str) -> None:
    db.executescript(damage.replace("rowid_of_none IS NULL", "events > 0"))
    assert any(told in fault for fault in wrong(db))


def test_old_versions_are_dropped_whole(db: sqlite3.Connection) -> None:
    versions = [
        Article.of(f"Peru thanked Chile {n} times.", url="https://lantern.example/1", published=date(2024, 3, 5))
        for n in range(4)
    ]
    addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
    addition.add(["here"], lambda source: versions)
    assert drop_old(db, keep=1) == 2
    assert drop_old(db, keep=0) == 1
    shrink(db)
    left = db.execute("SELECT id FROM article WHERE key = ?", (versions[0].key,)).fetchall()
    assert left == [(versions[3].id,)]
    assert wrong(db) == []


def test_the_commands_say_what_they_found(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(path)) as db:
        ((stories,),) = db.execute("SELECT count(*) FROM story WHERE reports > 0")
    assert main(["verify", "--store", str(path)]) == 0
    assert capfd.readouterr().out == f"12 articles and {stories} stories checked, nothing wrong\n"
    assert main(["gc", "--store", str(path)]) == 0
    assert capfd.readouterr().out.startswith("0 old versions dropped; ")
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE article SET text = replace(text, 'a', 'e') WHERE number = 3")
        db.commit()
    assert main(["verify", "--store", str(path)]) == 1
    assert "not the text it was kept as" in capfd.readouterr().out
    assert main(["verify", "--store", str(path.with_name("none.db"))]) == 1
    assert capfd.readouterr().err.count("\n") == 1


def test_the_doctor_looks_at_a_store(path: Path, tmp_path: Path) -> None:
    rows = {row.name: row for row in of_store(str(path))}
    assert rows["store"].found == f"{path}, 12 articles; sound"
    assert all(row.fine for row in rows.values())
    assert [row.name for row in of_store(str(tmp_path / "none.db"))] == ["sqlite", "store"]
    (tmp_path / "text.db").write_text("no store " * 99)
    assert not all(row.fine for row in of_store(str(tmp_path / "text.db")))
