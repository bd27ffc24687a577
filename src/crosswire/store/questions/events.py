"""Events: in a table, on the map, along the days."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from crosswire.records import Actor, Article, Span
from crosswire.store import kept
from crosswire.store.answers import Asked, Bar, EventRow, Named, Page, Spot
from crosswire.store.questions.pages import Row, facets, latest, marks, total
from crosswire.store.questions.where import of_events, values

COLUMNS = (
    "id, article, type, mode, contexts, quad, score, status, day, until, place, country, precision,"
    " latitude, longitude, statement, start, stop"
)
FACETS = {
    **{name: f"SELECT {name} AS value FROM some" for name in ("type", "status", "quad", "country")},
    "outlet": "SELECT outlet AS value FROM some JOIN article ON article.id = some.article",
    "actor": "SELECT side.actor AS value FROM some JOIN side ON side.event = some.id",
}


def events(db: sqlite3.Connection, asked: Asked) -> Page[EventRow]:
    """Events by their first day, the latest first, those without one last.

    Facets: type, status, quad, country, outlet, actor, of the latest 5000.
    """
    items, after = some_events(db, asked)
    where = of_events(asked)
    some = f"SELECT id, article, type, status, quad, country FROM event WHERE {where} ORDER BY day DESC, id DESC"
    return Page(items, after, total(db, "event", where, asked), facets(db, some, FACETS, asked))


def some_events(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[EventRow, ...], str | None]:
    """The events of a page and its `next`, without a count of the others."""
    rows, after = latest(db, COLUMNS, "event", of_events(asked), ("day", "id"), asked)
    return told(db, rows), after


def event(db: sqlite3.Connection, id: str) -> EventRow:
    """The event with an id. Raises KeyError."""
    rows = db.execute(f"SELECT {COLUMNS} FROM event WHERE id = ?", (id,)).fetchall()
    if not rows:
        raise KeyError(id)
    return told(db, rows)[0]


def spots(db: sqlite3.Connection, asked: Asked) -> tuple[Spot, ...]:
    """The places of events that have coordinates, those with most events first; as many as the limit."""
    rows = db.execute(
        "SELECT place, country, precision, latitude, longitude, count(*) AS events, avg(score) FROM event"
        f" WHERE {of_events(asked)} AND latitude IS NOT NULL"
        " GROUP BY place, country, precision, latitude, longitude ORDER BY events DESC, place LIMIT :limit",
        values(asked),
    )
    return tuple(Spot(*row) for row in rows)


def timeline(db: sqlite3.Connection, asked: Asked) -> tuple[Bar, ...]:
    """The days that have events, in order, and how many of each quad class."""
    rows = db.execute(
        "SELECT day, sum(quad = 1), sum(quad = 2), sum(quad = 3), sum(quad = 4) FROM event"
        f" WHERE {of_events(asked)} AND day IS NOT NULL GROUP BY day ORDER BY day",
        values(asked),
    )
    return tuple(Bar(date.fromisoformat(day), *counts) for day, *counts in rows)


def told(db: sqlite3.Connection, rows: Sequence[Row]) -> tuple[EventRow, ...]:
    """Rows of `event` with their sides, story and words."""
    fields = [dict(zip(COLUMNS.split(", "), row, strict=True)) for row in rows]
    actors, recipients = (sides(db, [str(each["id"]) for each in fields], role) for role in ("actor", "recipient"))
    articles = texts(db, {str(each["article"]) for each in fields})
    stories = stories_of(db, articles)
    return tuple(
        msgspec.convert(
            {
                **each,
                "contexts": msgspec.json.decode(str(each["contexts"])),
                "story": stories.get(article.id),
                "actors": actors[str(each["id"])],
                "recipients": recipients[str(each["id"])],
                "outlet": article.outlet,
                "published": article.published,
                "quote": article.excerpt(span),
                "span": span,
            },
            EventRow,
        )
        for each in fields
        for article in (articles[str(each["article"])],)
        for span in (Span(article.id, int(str(each["start"])), int(str(each["stop"]))),)
    )


def sides(db: sqlite3.Connection, ids: Sequence[str], role: str) -> dict[str, tuple[Named, ...]]:
    """Who stands on one side of each of some events."""
    return named(
        db.execute(
            "SELECT event, actor.id, name, kind, country, sector, wikidata FROM side JOIN actor ON actor.id = actor"
            f" WHERE role = ? AND event IN ({marks(len(ids))}) ORDER BY event, ordinal",
            (role, *ids),
        )
    )


def named(rows: Iterable[Row]) -> dict[str, tuple[Named, ...]]:
    """Actors by what they have a part in; rows of that and of an actor."""
    found: defaultdict[str, tuple[Named, ...]] = defaultdict(tuple)
    for of, *who in rows:
        found[str(of)] += (known(who),)
    return found


def known(row: Sequence[object]) -> Named:
    """The actor in a row of id, name, kind, country, sector, wikidata."""
    id, name, kind, country, sector, wikidata = row
    who = {"name": name, "kind": kind, "country": country, "sector": sector, "wikidata": wikidata}
    return Named(str(id), msgspec.convert(who, Actor))


def texts(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Articles by id."""
    return {id: kept.article(db, id) for id in sorted(ids)}


def stories_of(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The story of each article that has one."""
    given = tuple(ids)
    return dict(db.execute(f"SELECT article, story FROM told WHERE article IN ({marks(len(given))})", given))
