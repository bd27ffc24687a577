"""Answers a page at a time, from the latest on. What is added meanwhile moves no answer from one page to another."""

from __future__ import annotations

import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from crosswire.store.answers import Asked, Count, Page
from crosswire.store.questions.where import Values, scattered, values

COUNTED = 2000  # answers that facets count: all of a million would take seconds
VALUES = 50  # of a facet
NAME = "(SELECT name FROM actor WHERE id = CAST(value AS TEXT))"
NO_NEXT = "after must be the next of an answer to the same question"
QUADS = {"1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict"}

T = TypeVar("T")
DAY = ("day", "id")
Row = tuple[object, ...]
Found = tuple[str | int, str]  # a day, or how often, and an id
Key = tuple[str | int | float | None, ...]


def latest(
    db: sqlite3.Connection, columns: str, source: str, where: str, keys: tuple[str, ...], asked: Asked
) -> tuple[list[Row], str | None]:
    """The rows of a page and its `next`, the greatest keys first and those without the first key last.

    Raises ValueError for an `after` that is no `next`.
    """
    after = place(asked.after, len(keys))
    wanted = asked.limit + 1
    bound = values(asked) | {f"after{number}": key for number, key in enumerate(after)} | {"wanted": wanted}
    select = f"SELECT {', '.join(keys)}, {columns} FROM {source} WHERE {where} AND"
    order = f"ORDER BY {', '.join(f'{key} DESC' for key in keys)} LIMIT :wanted"
    rows: list[Row] = []
    if not after or after[0] is not None:
        begin = earlier(keys, 0) if after else f"{keys[0]} IS NOT NULL"
        rows += db.execute(f"{select} {begin} {order}", bound)
    if len(rows) < wanted:
        begin = f"{keys[0]} IS NULL" + (f" AND {earlier(keys, 1)}" if after and after[0] is None else "")
        rows += db.execute(f"{select} {begin} {order}", {**bound, "wanted": wanted - len(rows)})
    more = len(rows) == wanted
    width = len(keys)
    return [row[width:] for row in rows[: asked.limit]], mark(rows[asked.limit - 1][:width]) if more else None


def page(
    db: sqlite3.Connection,
    table: str,
    columns: str,
    where: str,
    told: Callable[[sqlite3.Connection, list[Row]], tuple[T, ...]],
    counted: Mapping[str, str],
    asked: Asked,
    day: str = "day",
    most: int = COUNTED,
) -> Page[T]:
    """The page of a table's rows by day and id, with its total and facets; `told` makes answers of rows.

    `most` are the rows that facets count.
    """
    if not scattered(asked, table):
        rows, after = latest(db, columns, table, where, (day, "id"), asked)
        some = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY {day} DESC, id DESC LIMIT {most}"
        return Page(told(db, rows), after, total(db, table, where, asked), facets(db, some, counted, values(asked)))
    found, number = newest(db, table, day, where, asked)
    begin = start(found, asked)
    if begin + asked.limit < len(found) or len(found) == number:
        rows, after = part(db, table, columns, found[begin:], asked.limit)
    else:
        rows, after = latest(db, columns, table, where, (day, "id"), asked)
    some = f"SELECT {columns} FROM {table} WHERE id IN (SELECT value FROM json_each(:some))"
    sample: Values = {"some": msgspec.json.encode([id for _, id in found[:most]]).decode()}
    return Page(told(db, rows), after, number, facets(db, some, counted, sample))


def newest(db: sqlite3.Connection, table: str, day: str, where: str, asked: Asked) -> tuple[list[Found], int]:
    """The days and ids of the latest that are found, and how many are found; "" is the day of those without one."""
    rows = db.execute(
        f"WITH found AS MATERIALIZED (SELECT coalesce({day}, '') AS day, id FROM {table} WHERE {where})"
        f" SELECT day, id, (SELECT count(*) FROM found) FROM found ORDER BY day DESC, id DESC LIMIT {COUNTED}",
        values(asked),
    ).fetchall()
    return [(day, id) for day, id, _ in rows], rows[0][2] if rows else 0


def start(found: Sequence[Found], asked: Asked) -> int:
    """Where in what is found the page begins that is asked for."""
    key = place(asked.after, 2)
    if not key or not found:
        return 0
    at = (key[0] or "", key[1])
    if [type(each) for each in at] != [type(each) for each in found[0]]:
        raise ValueError(NO_NEXT)
    return bisect_left(found, True, key=lambda each: each < at)


def part(
    db: sqlite3.Connection, table: str, columns: str, found: Sequence[Found], limit: int
) -> tuple[list[Row], str | None]:
    """The rows of the first of what is found, and the `next` of their page."""
    ids = [id for _, id in found[:limit]]
    rows = db.execute(f"SELECT id, {columns} FROM {table} WHERE id IN ({marks(len(ids))})", ids)
    by_id = {row[0]: row[1:] for row in rows}
    day, id = found[limit - 1] if limit < len(found) else ("", "")
    return [by_id[id] for id in ids], mark((day or None, id)) if limit < len(found) else None


def earlier(keys: tuple[str, ...], first: int) -> str:
    """The condition of the rows that come after the place, by the keys from `first` on."""
    places = (f":after{number}" for number in range(first, len(keys)))
    return f"({', '.join(keys[first:])}) < ({', '.join(places)})"


def mark(key: Row) -> str:
    return urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def place(after: str | None, width: int) -> Key:
    """The key in a `next`; empty for None."""
    if after is None:
        return ()
    try:
        key = msgspec.json.decode(urlsafe_b64decode(after + "=" * (-len(after) % 4)), type=Key)
    except (ValueError, msgspec.DecodeError):
        key = ()
    if len(key) != width or any(isinstance(each, int) and each.bit_length() > 63 for each in key):
        raise ValueError(NO_NEXT)
    return key


def total(db: sqlite3.Connection, source: str, where: str, asked: Asked) -> int:
    return int(db.execute(f"SELECT count(*) FROM {source} WHERE {where}", values(asked)).fetchone()[0])


def facets(
    db: sqlite3.Connection, some: str, counted: Mapping[str, str], bound: Values
) -> dict[str, tuple[Count, ...]]:
    """The commonest values of each facet: `counted` has for each a SELECT of values from the rows `some`.

    CROSS JOIN there keeps SQLite from going through another table first.
    """
    each = " UNION ALL ".join(
        f"SELECT * FROM (SELECT '{name}', value, coalesce({NAME}, value), number"
        f" FROM (SELECT value, count(*) AS number FROM ({select}) WHERE value IS NOT NULL GROUP BY value"
        f" ORDER BY number DESC, value LIMIT {VALUES}))"
        for name, select in counted.items()
    )
    rows = db.execute(f"WITH some AS MATERIALIZED (SELECT * FROM ({some}) LIMIT {COUNTED}) {each}", bound)
    found: dict[str, list[Count]] = defaultdict(list, {name: [] for name in counted})
    for name, value, label, number in rows:
        found[name].append(Count(str(value), QUADS.get(str(value), label) if name == "quad" else str(label), number))
    return {name: tuple(counts) for name, counts in found.items()}


def marks(number: int) -> str:
    """As many question marks, for a list of values."""
    return ", ".join("?" * number)
