"""Adding: what becomes of each report, once or again, interrupted or not."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from bench.generated import readings
from crosswire import Article, Reading
from crosswire.cli import main
from crosswire.commands.progress import Progress, minutes
from crosswire.run.add import Addition, Item, Outcome
from crosswire.run.link import Links
from crosswire.run.taken import taken
from crosswire.sources import Mark, Refused
from crosswire.store import feeds, runs
from crosswire.store.tables import create_or_open

REPORTS = [
    Article.of(f"Peru thanked Chile for {what}.", url=f"https://lantern.example/{what}", published=date(2024, 3, day))
    for day, what in enumerate(("ships", "grain", "tents"), 1)
]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(tmp_path / "crosswire.db")) as db:
        yield db


def add(
    db: sqlite3.Connection,
    *items: Item,
    stopped: Callable[[], bool] = lambda: False,
    limit: int | None = None,
    since: date | None = None,
) -> list[str]:
    """Adds the items of one source; what became of each."""
    told: list[Outcome] = []
    addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=told.append, stopped=stopped)
    addition.add(["here"], lambda source: items, limit=limit, since=since)
    return [outcome.kind for outcome in told]


def keep(addition: Addition, made: Iterable[Reading]) -> None:
    for reading in made:
        addition.keep(taken("here", reading))


def test_a_report_is_new_once_and_known_again(db: sqlite3.Connection) -> None:
    assert add(db, *REPORTS) == ["new"] * 3
    assert add(db, *REPORTS) == ["known"] * 3
    counts = db.execute("SELECT new, known, ended IS NOT NULL FROM run").fetchall()
    assert counts == [(3, 0, 1), (0, 3, 1)]


def test_a_report_that_a_source_gives_twice_is_read_once(db: sqlite3.Connection) -> None:
    assert sorted(add(db, REPORTS[0], REPORTS[0])) == ["known", "new"]


def test_the_story_of_a_changed_page_has_its_latest_version(db: sqlite3.Connection) -> None:
    changed = Article.of("Peru did not thank Chile.", url=REPORTS[0].url, published=REPORTS[0].published)
    add(db, REPORTS[0])
    assert add(db, changed) == ["updated"]
    assert db.execute("SELECT article, story FROM told").fetchall() == [(changed.id, changed.id)]
    assert db.execute("SELECT into_story FROM story WHERE id = ?", (REPORTS[0].id,)).fetchall() == [(changed.id,)]
    assert db.execute("SELECT count(*) FROM deed WHERE story = ?", (REPORTS[0].id,)).fetchone() == (0,)


def test_a_story_that_loses_a_report_to_a_changed_page_is_told_without_it(db: sqlite3.Connection) -> None:
    told = "Peru thanked Chile for grain that ships had brought to Arica after the flood in the valley of Lluta."
    one, other = (Article.of(told, url=f"https://lantern.example/{n}", published=date(2024, 3, n)) for n in (1, 2))
    add(db, one, other)
    assert db.execute("SELECT reports FROM story WHERE into_story IS NULL").fetchall() == [(2,)]
    changed = Article.of("Kenya blamed Ghana over tariffs on cocoa.", url=one.url, published=one.published)
    add(db, changed)
    kept = db.execute("SELECT id, reports FROM story WHERE into_story IS NULL").fetchall()
    assert sorted(kept) == sorted([(changed.id, 1), (other.id, 1)])


def test_what_is_refused_is_kept_until_it_is_taken(db: sqlite3.Connection) -> None:
    refused = Refused("here#2", "empty; put the text of a report in it")
    assert add(db, REPORTS[0], refused) == ["new", "rejected"]
    add(db, refused)
    assert db.execute("SELECT source, given, tries FROM reject").fetchall() == [("here#2", "here", 2)]
    add(db, REPORTS[0])
    assert db.execute("SELECT * FROM reject").fetchall() == []


def test_limit_and_since_leave_the_rest_out(db: sqlite3.Connection) -> None:
    assert add(db, *REPORTS, since=date(2024, 3, 2), limit=1) == ["older", "new"]
    assert db.execute("SELECT published FROM article").fetchall() == [("2024-03-02",)]


def test_stopped_it_ends_with_what_is_in_hand_and_goes_on_there(db: sqlite3.Connection) -> None:
    asked = iter([False, True])
    assert add(db, *REPORTS, stopped=lambda: next(asked, True)) == ["new"]
    assert db.execute("SELECT count(*) FROM reading WHERE linked = 0").fetchone() == (1,)
    assert add(db, *REPORTS) == ["known", "new", "new"]
    assert db.execute("SELECT count(*) FROM reading WHERE linked = 0").fetchone() == (0,)


def test_stories_that_an_interrupted_run_did_not_link_are_linked_by_the_next(db: sqlite3.Connection) -> None:
    made = list(islice(readings(seed=3), 60))
    addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
    keep(addition, made)
    assert db.execute("SELECT count(*) FROM story").fetchone() == (0,)
    assert add(db) == []
    assert db.execute("SELECT count(*) FROM story WHERE reports > 1").fetchone() > (0,)
    assert Links().link(db, 1) == 0


def test_an_article_that_breaks_reading_is_one_reject(db: sqlite3.Connection) -> None:
    broken = msgspec.structs.replace(REPORTS[0], text=None)
    assert add(db, broken, REPORTS[1]) == ["rejected", "new"]
    ((reason,),) = db.execute("SELECT reason FROM reject")
    assert reason.startswith("cannot be read: ") and "\n" not in reason


def test_marks_of_pages_are_remembered(db: sqlite3.Connection) -> None:
    add(db, REPORTS[0], Mark("https://lantern.example/ships", etag='"1"'))
    assert feeds.known(db) == (("https://lantern.example/ships", '"1"', None),)


def test_marks_of_what_a_limit_left_out_are_not(db: sqlite3.Connection) -> None:
    add(db, *REPORTS, Mark("https://lantern.example/feed", etag='"1"'), limit=1)
    assert feeds.known(db) == ()


def test_off_a_terminal_progress_is_a_line_every_half_minute() -> None:
    stream, times = io.StringIO(), iter(range(0, 1000, 10))
    progress = Progress(stream, 20, clock=lambda: float(next(times)))
    for _ in range(9):
        progress.tell(Outcome("new"))
    assert stream.getvalue().splitlines()[0].startswith("crosswire: 3 new, 0 rejected; ")
    assert "left" in stream.getvalue()
    assert [minutes(seconds) for seconds in (5, 90, 7200)] == ["5 s", "2 min", "2.0 h"]


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    return code, *capfd.readouterr()


def test_the_command_tells_what_it_did(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "s.db")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Ports reopen\n\nPeru thanked Chile in Arica on Monday.\n")
    (tmp_path / "news" / "b.txt").write_text(" ")
    arguments = ("add", str(tmp_path / "news"), "--store", store, "--workers", "1")
    assert run(capfd, *arguments, "--dry-run")[:2] == (
        3,
        "1 new, 1 rejected\n      1  empty; put the text of a report in it\n",
    )
    assert not Path(store).exists()
    code, out, err = run(capfd, *arguments, "--json")
    assert (code, err) == (3, "")
    assert msgspec.json.decode(out) == {
        "rejected": 1,
        "new": 1,
        "reasons": {"empty; put the text of a report in it": 1},
    }
    (tmp_path / "news" / "b.txt").write_text("Ports close\n\nPeru blamed Chile in Arica on Tuesday.\n")
    assert run(capfd, "retry", "--store", store, "--workers", "1")[:2] == (0, "1 new, 0 rejected\n")
    assert run(capfd, "retry", "--store", store)[:2] == (0, "0 new, 0 rejected\n")


def test_columns_are_named_and_what_has_none_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "The lock at the northern port was closed on Monday for repairs, the port said."
    table, store = tmp_path / "a.csv", str(tmp_path / "a.db")
    table.write_text(f'story\n"{text}"\n', "utf-8")
    assert main(["add", str(table), "--store", store, "--dry-run"]) == 3
    assert "no column of text; it has story; say which with --column text=NAME" in capfd.readouterr().out
    assert main(["add", str(table), "--store", store, "--dry-run", "--column", "text=story"]) == 0
    assert main(["add", str(table), "--store", store, "--dry-run", "--column", "text"]) == 2


def test_what_is_no_store_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Ports reopen\n\nPeru thanked Chile in Arica on Monday.\n")
    (tmp_path / "text.db").write_text("This is a text, long enough to be looked at as a database of some kind." * 9)
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("CREATE TABLE other (a)")
    with closing(create_or_open(tmp_path / "later.db")) as db:
        db.execute("PRAGMA user_version = 99")
    for name, told in (
        ("text", "not a store"),
        ("other", "no store of crosswire"),
        ("later", "later version"),
        ("no/where", "cannot be opened"),
    ):
        code, out, err = run(capfd, "add", str(tmp_path / "a.txt"), "--store", str(tmp_path / f"{name}.db"))
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert told in err
    assert run(capfd, "retry", "--store", str(tmp_path / "none.db"))[0] == 1


def test_on_a_full_disk_nothing_is_half_written(db: sqlite3.Connection) -> None:
    made = list(islice(readings(), 40))
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 20}")
    addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        keep(addition, made)
    kept = db.execute("SELECT count(*) FROM article").fetchone()
    assert (0,) < kept < (40,)
    for table in ("reading", "words_docsize"):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == kept
    db.execute(f"PRAGMA max_page_count = {pages + 9999}")
    keep(addition, made)
    assert db.execute("SELECT count(*) FROM article").fetchone() == (40,)
