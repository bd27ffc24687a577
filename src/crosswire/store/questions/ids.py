"""Ids from their beginnings, as people give them."""

from __future__ import annotations

import sqlite3

TABLES = ("story", "article", "event", "statement", "actor")
BEGINS = "id >= :prefix AND id < :prefix || 'g'"  # which follows every hex digit


def beginning(db: sqlite3.Connection, table: str, prefix: str) -> tuple[str, ...]:
    """At most two of the ids of a table that begin so."""
    if table not in TABLES:
        raise ValueError(f"table must be one of {', '.join(TABLES)}, not {table!r}")
    rows = db.execute(f"SELECT id FROM {table} WHERE {BEGINS} ORDER BY id LIMIT 2", {"prefix": prefix})
    return tuple(id for (id,) in rows)


def held(db: sqlite3.Connection, prefix: str) -> tuple[tuple[str, str, str | None], ...]:
    """At most two of the events, statements and findings whose id begins so: the id, an article, a finding's story."""
    rows = db.execute(
        f"SELECT id, article, NULL FROM event WHERE {BEGINS}"
        f" UNION SELECT id, article, NULL FROM statement WHERE {BEGINS}"
        f" UNION SELECT id, '', min(story) FROM finding WHERE {BEGINS} GROUP BY id LIMIT 2",
        {"prefix": prefix},
    )
    return tuple(rows)


def stories_holding(db: sqlite3.Connection, prefix: str) -> tuple[str, ...]:
    """At most two of the stories with an event, statement, finding or judgement whose id begins so."""
    rows = db.execute(
        f"SELECT story FROM told JOIN event USING (article) WHERE {BEGINS}"
        f" UNION SELECT story FROM told JOIN statement USING (article) WHERE {BEGINS}"
        f" UNION SELECT story FROM finding WHERE {BEGINS}"
        f" UNION SELECT story FROM heeded JOIN judgement ON number = judgement WHERE {BEGINS} LIMIT 2",
        {"prefix": prefix},
    )
    return tuple(story for (story,) in rows)
