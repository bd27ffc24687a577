"""What was refused, with the reason, until it is taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def reject(db: sqlite3.Connection, *, source: str, given: str, reason: str, run: int) -> None:
    """Keeps what a run refused; what was refused before counts its tries."""
    db.execute(
        "INSERT INTO reject VALUES (?, ?, ?, 1, ?)"
        " ON CONFLICT DO UPDATE SET reason = excluded.reason, tries = tries + 1, run = excluded.run",
        (source, given, reason, run),
    )


def settle(db: sqlite3.Connection, through: Iterable[str], run: int) -> None:
    """Drops what was refused before of sources that a run went through to the end without refusing it again."""
    db.executemany(
        "DELETE FROM reject WHERE (given = ? OR source = ?) AND run < ?", ((each, each, run) for each in through)
    )


def to_retry(db: sqlite3.Connection) -> tuple[str, ...]:
    """The sources of which something was refused, as a person named them."""
    return tuple(given for (given,) in db.execute("SELECT DISTINCT given FROM reject ORDER BY given"))
