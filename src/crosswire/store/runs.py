"""The runs that wrote a store: each with its command, versions and counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime


def begin(db: sqlite3.Connection, command: str, version: str, model: str) -> int:
    """The number of a run that begins now."""
    row = db.execute(
        "INSERT INTO run (begun, command, version, model) VALUES (?, ?, ?, ?) RETURNING id",
        (now(), command, version, model),
    )
    return int(row.fetchone()[0])


def counted(db: sqlite3.Connection, run: int, counts: Mapping[str, int]) -> None:
    """Notes how many articles of a run were new, updated, known and rejected so far."""
    db.execute(
        "UPDATE run SET new = ?, updated = ?, known = ?, rejected = ? WHERE id = ?",
        (*(counts.get(kind, 0) for kind in ("new", "updated", "known", "rejected")), run),
    )


def end(db: sqlite3.Connection, run: int, counts: Mapping[str, int]) -> None:
    counted(db, run, counts)
    db.execute("UPDATE run SET ended = ? WHERE id = ?", (now(), run))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
