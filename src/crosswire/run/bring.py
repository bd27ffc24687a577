"""A slice of the tables of a Spark run into a store, for looking at it: reports with all of their stories."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from crosswire.records import Comparison, Reading, Record
from crosswire.run.manifest import manifest_in
from crosswire.run.steps import Fused, Read, Report, Told
from crosswire.store import arrow
from crosswire.store.keep import KNOWN, keep_reading, outcome, whole
from crosswire.store.packed import unpack
from crosswire.store.stories import keep_story, lead_on
from crosswire.store.tables import Unusable

if TYPE_CHECKING:
    from pyarrow.dataset import Dataset

R = TypeVar("R", bound=Record)
AT_ONCE = 1000  # rows held in memory


def bring(db: sqlite3.Connection, out: Path, where: str, run: int) -> int:
    """Keeps the reports that `where` is true of, in SQL over the columns of `report`, and all reports of their stories.

    How many reports were kept that the store did not hold. Raises Unusable.
    """
    made = manifest_in(out)
    told = {each.article: each.story for each in rows(out, "told", Told)}
    stories = {told[id] for id in chosen(out, where) if id in told}
    wanted = {id for id, story in told.items() if story in stories}
    keys = {each.key for each in rows(out, "report", Report) if each.id in wanted}
    order = {each.id: each.place for each in rows(out, "report", Report) if each.key in keys}
    with whole(db):
        found = sorted(picked(out, "reading", Read, "id", order), key=lambda each: order[each.id])
        kept = {each.id: unpack(each.record or b"", Reading) for each in found}
        new = [each for each in found if outcome(db, kept[each.id].article) != KNOWN]
        for each in new:
            keep_reading(db, kept[each.id], each.signature or b"", made.model, each.given, run)
        for story in picked(out, "story", Fused, "id", stories):
            readings = tuple(kept[id] for id in story.compared)
            compared = Comparison(readings, story.origins, story.findings, story.drifts)
            keep_story(db, story.id, compared, story.articles, run)
        lead_on(db, stories)
        db.executemany("UPDATE reading SET linked = 1 WHERE article = ?", ((id,) for id in order))
    return len(new)


def chosen(out: Path, where: str) -> Iterator[str]:
    """The ids of the reports that a condition of SQL is true of. Raises Unusable for what is none."""
    names = Report.__struct_fields__
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE TABLE report ({', '.join(names)})")
    db.set_authorizer(only_reading)
    try:
        for batch in dataset(out, "report").to_batches(columns=list(names), batch_size=AT_ONCE):
            db.set_authorizer(None)
            db.execute("DELETE FROM report")
            given = msgspec.to_builtins([list(row.values()) for row in batch.to_pylist()])
            db.executemany(f"INSERT INTO report VALUES ({', '.join('?' * len(names))})", given)
            db.set_authorizer(only_reading)
            yield from (id for (id,) in db.execute(f"SELECT id FROM report WHERE {where}"))
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise Unusable(f"--where is no condition: {error}; there are {', '.join(names)}") from None
    finally:
        db.close()


def only_reading(action: int, *of: str | None) -> int:
    reading = action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}
    return sqlite3.SQLITE_OK if reading and "load_extension" not in of else sqlite3.SQLITE_DENY


def rows(out: Path, table: str, of: type[R]) -> Iterator[R]:
    return arrow.records(dataset(out, table).to_batches(columns=list(of.__struct_fields__), batch_size=AT_ONCE), of)


def picked(out: Path, table: str, of: type[R], column: str, values: Container[str]) -> Iterator[R]:
    """The rows of a table with one of some values."""
    return (each for each in rows(out, table, of) if getattr(each, column) in values)


def dataset(out: Path, table: str) -> Dataset:
    """A table of the folder, whole. Raises Unusable where it is not there yet."""
    from pyarrow import dataset

    if not (out / "_SUCCESS").exists():
        raise Unusable(f"{out}: not whole yet; the same crosswire spark goes on")
    return dataset.dataset(out / table, partitioning="hive")
