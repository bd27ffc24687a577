"""Any question at all, in SQL: it reads, ends in time, and changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice
from sys import getsizeof
from time import monotonic

SECONDS = 10.0
MOST = 10_000  # rows
LARGEST = 50_000_000  # bytes of one value, and of all of an answer
STEPS = 10_000  # of SQLite's machine between two looks at the clock
READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}

Rows = tuple[tuple[object, ...], ...]


def sql(
    db: sqlite3.Connection, query: str, *, seconds: float = SECONDS, most: int = MOST
) -> tuple[tuple[str, ...], Rows]:
    """The columns and rows of one statement that only reads.

    Raises ValueError, with one line, for a statement that does not, is wrong, takes longer or gives more rows.
    """
    end = monotonic() + seconds
    before = db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
    db.set_authorizer(allowed)
    db.set_progress_handler(lambda: monotonic() > end, STEPS)
    try:
        found = db.execute(query)
        rows = within(found, most + 1)
    except (sqlite3.Error, sqlite3.Warning, OverflowError, MemoryError) as error:
        raise ValueError(said(error, seconds)) from None
    finally:
        db.set_progress_handler(None, 0)
        db.set_authorizer(None)
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)
    if found.description is None:
        raise ValueError("only a SELECT can be asked")
    if len(rows) > most:
        raise ValueError(f"more than {most} rows: add a LIMIT or a WHERE")
    return tuple(column[0] for column in found.description), tuple(rows)


def within(found: Iterable[tuple[object, ...]], most: int) -> list[tuple[object, ...]]:
    """The first rows, as many as `most`. Raises MemoryError when they are larger than an answer may be."""
    rows, size = [], 0
    for row in islice(found, most):
        size += sum(map(getsizeof, row))
        if size > LARGEST:
            raise MemoryError(f"more than {LARGEST} bytes: ask for less")
        rows.append(row)
    return rows


def allowed(action: int, one: str | None, other: str | None, database: str | None, by: str | None) -> int:
    """Whether SQLite may do what a statement wants of it."""
    if action in READS and not (action == sqlite3.SQLITE_FUNCTION and other == "load_extension"):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def said(error: Exception, seconds: float) -> str:
    words = " ".join(str(error).split())
    if words == "interrupted":
        return f"stopped after {seconds:g} seconds: ask for less"
    if words in {"not authorized", "authorization denied"}:
        return "only a SELECT can be asked"
    return words or "too large: ask for less"
