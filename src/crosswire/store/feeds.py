"""What servers called the versions of the pages they sent, so that the same page is not sent again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

Known = tuple[str, str | None, str | None]  # address, ETag, Last-Modified


def remember(db: sqlite3.Connection, pages: Iterable[Known]) -> None:
    db.executemany("INSERT OR REPLACE INTO feed VALUES (?, ?, ?)", pages)


def known(db: sqlite3.Connection) -> tuple[Known, ...]:
    return tuple(db.execute("SELECT url, etag, modified FROM feed ORDER BY url"))
