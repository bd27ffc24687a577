"""Answers a page at a time, from the latest on. What is added meanwhile moves no answer from one page to another."""

from __future__ import annotations

import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from crosswire.store.answers import Asked, Count
from crosswire.store.questions.where import values

COUNTED = 5000  # answers that facets count: all of a million would take seconds
VALUES = 50  # of a facet
QUADS = {"1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict"}

Row = tuple[object, ...]
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
    if len(key) != width:
        raise ValueError("after must be the next of an answer to the same question")
    return key


def total(db: sqlite3.Connection, source: str, where: str, asked: Asked) -> int:
    return int(db.execute(f"SELECT count(*) FROM {source} WHERE {where}", values(asked)).fetchone()[0])


def facets(db: sqlite3.Connection, some: str, counted: Mapping[str, str], asked: Asked) -> dict[str, tuple[Count, ...]]:
    """The commonest values of each facet: `counted` has for each a SELECT of values from the rows `some`."""
    each = " UNION ALL ".join(
        f"SELECT * FROM (SELECT '{name}', value, coalesce((SELECT name FROM actor WHERE id = value), value), number"
        f" FROM (SELECT value, count(*) AS number FROM ({select}) WHERE value IS NOT NULL GROUP BY value"
        f" ORDER BY number DESC, value LIMIT {VALUES}))"
        for name, select in counted.items()
    )
    rows = db.execute(f"WITH some AS MATERIALIZED ({some} LIMIT {COUNTED}) {each}", values(asked))
    found: dict[str, list[Count]] = defaultdict(list, {name: [] for name in counted})
    for name, value, label, number in rows:
        found[name].append(Count(str(value), QUADS.get(str(value), label) if name == "quad" else str(label), number))
    return {name: tuple(counts) for name, counts in found.items()}


def marks(number: int) -> str:
    """As many question marks, for a list of values."""
    return ", ".join("?" * number)
