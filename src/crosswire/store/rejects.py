"""What was refused, with the reason, until it is taken."""

from __future__ import annotations

import sqlite3


def reject(db: sqlite3.Connection, *, source: str, given: str, reason: str, run: int) -> None:
    """Keeps what a run refused; what was refused before counts its tries."""
    db.execute(
        "INSERT INTO reject VALUES (?, ?, ?, 1, ?)"
        " ON CONFLICT DO UPDATE SET reason = excluded.reason, tries = tries + 1, run = excluded.run",
        (source, given, reason, run),
    )


def settle(db: sqlite3.Connection, given: str, run: int) -> None:
    """Drops what was refused of a source before this run, which went through all of it and did not refuse it again."""
    db.execute("DELETE FROM reject WHERE given = ? AND run < ?", (given, run))


def to_retry(db: sqlite3.Connection) -> tuple[str, ...]:
    """The sources of which something was refused, as they were named."""
    return tuple(given for (given,) in db.execute("SELECT DISTINCT given FROM reject ORDER BY given"))
