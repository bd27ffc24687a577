"""What a store need not hold any more."""

from __future__ import annotations

import sqlite3

from crosswire.store.keep import whole

OLD = """
SELECT id FROM article a WHERE latest = 0 AND id NOT IN (SELECT article FROM told)
AND (SELECT count(*) FROM article b WHERE b.key = a.key AND b.version > a.version) > ?
"""
UNNAMED = """
NOT EXISTS (SELECT 1 FROM side WHERE actor = actor.id) AND NOT EXISTS (SELECT 1 FROM source WHERE actor = actor.id)
"""


def drop_old(db: sqlite3.Connection, keep: int) -> int:
    """Drops versions of reports but the latest and `keep` before it, and actors nobody names; how many versions."""
    with whole(db):
        old = db.execute(OLD, (keep,)).fetchall()
        found = "SELECT 'delete', number, title, text FROM article WHERE id = ?"
        db.executemany(f"INSERT INTO words (words, rowid, title, text) {found}", old)
        db.executemany("DELETE FROM article WHERE id = ?", old)
        db.execute(f"DELETE FROM actor WHERE {UNNAMED}")
    return len(old)


def shrink(db: sqlite3.Connection) -> None:
    """Puts the index of words in order and gives room that is not used back to the disk."""
    db.execute("INSERT INTO words (words) VALUES ('optimize')")
    db.execute("VACUUM")
    db.execute("PRAGMA optimize")
