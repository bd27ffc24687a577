"""The runs that wrote a store: each with its command, versions and counts."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime


def begin(db: sqlite3.Connection, command: str, version: str, model: str) -> int:
    """The number of a run that begins now."""
    row = db.execute(
        "INSERT INTO run (begun, command, version, model) VALUES (?, ?, ?, ?) RETURNING id",
        (now(), command, version, model),
    )
    return int(row.fetchone()[0])


def count(db: sqlite3.Connection, run: int, outcome: str) -> None:
    """Adds one to a run's count of `outcome`: new, updated, known or rejected."""
    db.execute(f"UPDATE run SET {outcome} = {outcome} + 1 WHERE id = ?", (run,))


def end(db: sqlite3.Connection, run: int) -> None:
    db.execute("UPDATE run SET ended = ? WHERE id = ?", (now(), run))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
