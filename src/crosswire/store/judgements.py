"""The log of what people found of claims: it only grows, and outlives what it is about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from crosswire.records import Cited, Judgement

COLUMNS = "verdict, parts, by_whom, made, why"
Row = tuple[str, str, str, str, str]
ABOUT = (
    f"SELECT {COLUMNS} FROM judgement WHERE number IN (SELECT judgement FROM weighed WHERE article IN"
    " (SELECT value FROM json_each(?))) ORDER BY number"
)


def log(db: sqlite3.Connection, judgement: Judgement) -> bool:
    """Adds a judgement to the log, inside a transaction; whether it was not there yet."""
    found = db.execute(
        f"INSERT OR IGNORE INTO judgement (id, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
        (judgement.id, *row_of(judgement)),
    ).fetchone()
    if found:
        db.executemany("INSERT INTO weighed VALUES (?, ?)", ((article, *found) for article in judgement.articles))
    return found is not None


def about(db: sqlite3.Connection, articles: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements on the words of some articles, in the order of the log."""
    return tuple(map(judgement_in, db.execute(ABOUT, (msgspec.json.encode(list(articles)).decode(),))))


def every(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """The whole log."""
    return tuple(map(judgement_in, db.execute(f"SELECT {COLUMNS} FROM judgement ORDER BY number")))


def row_of(judgement: Judgement) -> Row:
    parts = msgspec.json.encode(judgement.parts).decode()
    return judgement.verdict, parts, judgement.by, judgement.made.isoformat(), judgement.why


def judgement_in(row: Row) -> Judgement:
    fields = dict(zip(Judgement.__struct_fields__, row, strict=True))
    return msgspec.convert(
        {**fields, "parts": msgspec.json.decode(fields["parts"], type=tuple[tuple[Cited[str], ...], ...])}, Judgement
    )
