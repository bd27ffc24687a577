"""Opening a store: by several at once, and of what is none."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from crosswire.store import questions
from crosswire.store.answers import Asked
from crosswire.store.tables import APPLICATION, MIGRATIONS, Unusable, create_or_open, open_to_read


def test_several_may_make_the_same_store_at_once(tmp_path: Path) -> None:
    def opened(path: Path) -> tuple[int, str]:
        with closing(create_or_open(path)) as db:
            return db.execute("PRAGMA user_version").fetchone()[0], db.execute("PRAGMA journal_mode").fetchone()[0]

    for number in range(8):
        with ThreadPoolExecutor(4) as pool:
            assert {*pool.map(opened, [tmp_path / f"{number}.db"] * 4)} == {(len(MIGRATIONS), "wal")}


def test_a_store_opened_to_read_cannot_be_written(tmp_path: Path) -> None:
    create_or_open(tmp_path / "crosswire.db").close()
    with closing(open_to_read(tmp_path / "crosswire.db")) as db, pytest.raises(sqlite3.OperationalError):
        db.execute("DELETE FROM article")


def test_a_reader_goes_on_while_a_writer_holds_the_store(tmp_path: Path) -> None:
    with closing(create_or_open(tmp_path / "crosswire.db")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO feed VALUES ('a', NULL, NULL)")
        with closing(open_to_read(tmp_path / "crosswire.db")) as reader:
            assert reader.execute("SELECT count(*) FROM feed").fetchone() == (0,)
            writer.execute("COMMIT")
            assert reader.execute("SELECT count(*) FROM feed").fetchone() == (1,)


HELD = """
INSERT INTO feed VALUES ('a', NULL, NULL);
INSERT INTO run (begun, command, version) VALUES ('2024-03-05', 'add', '0');
INSERT INTO article VALUES
  (1, 'b', 'c', 1, 1, NULL, 'Lantern', '2024-03-05', NULL, NULL, 'en', 'Wool for lamps.', '[]', 3, 'here', 1);
INSERT INTO words (rowid, title, text) SELECT number, title, text FROM article;
"""


def older(path: Path, version: int = 1) -> Path:
    """A store of an earlier version with rows in it."""
    with closing(sqlite3.connect(path)) as db:
        made = "".join(MIGRATIONS[:version])
        db.executescript(f"PRAGMA application_id = {APPLICATION}; {made} PRAGMA user_version = {version}; {HELD}")
    return path


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
@pytest.mark.parametrize("opened", [create_or_open, open_to_read])
def test_an_older_store_is_brought_up_with_all_that_it_holds(
    tmp_path: Path, opened: Callable[[Path], sqlite3.Connection], version: int
) -> None:
    with closing(opened(older(tmp_path / "crosswire.db", version))) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert db.execute("SELECT url FROM feed").fetchall() == [("a",)]
        assert db.execute("SELECT verdict, by_whom, why FROM judgement").fetchall() == []
        assert [hit.excerpt for hit in questions.search(db, Asked(words="lamps")).items] == ["Wool for lamps."]


def test_no_store_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="crosswire add makes one"):
        open_to_read(tmp_path / "none.db")


FULL = """
import resource, sys
from contextlib import closing
from crosswire.store import questions
from crosswire.store.tables import Unusable, create_or_open, open_to_read
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
with closing(open_to_read(sys.argv[1])) as db:
    print(questions.about(db).articles)
try:
    create_or_open(sys.argv[1])
except Unusable as reason:
    print(reason)
"""


def test_a_store_on_a_disk_that_takes_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    create_or_open(path).close()
    told = subprocess.run([sys.executable, "-c", FULL, path], capture_output=True, text=True, check=True).stdout
    articles, refusal = told.splitlines()
    assert articles == "0"
    assert "cannot be opened" in refusal and "has room" in refusal
