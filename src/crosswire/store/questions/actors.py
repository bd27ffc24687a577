"""Actors: who acts, is acted on and speaks, and how often."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from crosswire.store.answers import ActorRow, Asked, Page
from crosswire.store.questions.events import known
from crosswire.store.questions.pages import Row, latest, page
from crosswire.store.questions.where import of_actors

COLUMNS = "id, name, kind, country, sector, wikidata, acts, receives, speaks, first, last"
OFTEN = "acts + receives + speaks"
FACETS = {name: f"SELECT {name} AS value FROM some" for name in ("kind", "country", "sector")}


def actors(db: sqlite3.Connection, asked: Asked) -> Page[ActorRow]:
    """Actors by how often they have a part in any event or statement, the most often first.

    `words` stand in their name, `country` is theirs, `either` is one of them or all of a country; the other filters
    are those of events they have a side in, days alone also of what they say.

    Facets: kind, country, sector, of the first 2000.
    """
    return page(db, "actor", COLUMNS, f"{OFTEN} > 0 AND {of_actors(asked)}", told, FACETS, asked, OFTEN)


def some_actors(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[ActorRow, ...], str | None]:
    """The actors of a page and its `next`, without a count of the others."""
    rows, after = latest(db, COLUMNS, "actor", f"{OFTEN} > 0 AND {of_actors(asked)}", (OFTEN, "id"), asked)
    return told(db, rows), after


def actor(db: sqlite3.Connection, id: str) -> ActorRow:
    """The actor with an id. Raises KeyError."""
    row = db.execute(f"SELECT {COLUMNS} FROM actor WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise KeyError(id)
    return told(db, [row])[0]


def told(_: sqlite3.Connection, rows: Sequence[Row]) -> tuple[ActorRow, ...]:
    return tuple(map(actor_row, rows))


def actor_row(row: Row) -> ActorRow:
    who = known(row[:6])
    acts, receives, speaks = (int(str(count)) for count in row[6:9])
    first, last = (date.fromisoformat(str(day)) if day else None for day in row[9:])
    return ActorRow(who.id, who.actor, acts, receives, speaks, first, last)
