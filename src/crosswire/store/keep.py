"""Readings to rows: an article, its text, its records and its place in the index, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import msgspec

from crosswire.knowledge import ontology
from crosswire.records import Actor, Article, Cited, Event, Place, Reading, Statement, identity
from crosswire.store.packed import pack

NEW, UPDATED, KNOWN = "new", "updated", "known"
Row = tuple[object, ...]


@contextmanager
def whole(db: sqlite3.Connection) -> Iterator[None]:
    """What is done inside is there when it ends, all of it; where it ends by an error, none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has taken it back already
            db.execute("ROLLBACK")
        raise


def outcome(db: sqlite3.Connection, article: Article) -> str:
    """What keeping an article would be: "new", "updated" for another version of a report, "known" for the same."""
    if db.execute("SELECT 1 FROM article WHERE id = ?", (article.id,)).fetchone():
        return KNOWN
    return UPDATED if versions(db, article.key) else NEW


def versions(db: sqlite3.Connection, key: str) -> int:
    (found,) = db.execute("SELECT coalesce(max(version), 0) FROM article WHERE key = ?", (key,)).fetchone()
    return int(found)


def keep_reading(db: sqlite3.Connection, reading: Reading, signature: bytes, model: str, source: str, run: int) -> None:
    """Keeps a reading inside a transaction, of an article that is not known; it is the latest version of its report.

    `signature` is what stories are found by; `source` is where the article was found, for a person.
    """
    article = reading.article
    before = versions(db, article.key)
    if before:
        for table in ("event", "statement"):
            db.execute(f"DELETE FROM {table} WHERE article IN (SELECT id FROM article WHERE key = ?)", (article.key,))
        db.execute("UPDATE article SET latest = 0 WHERE key = ? AND latest = 1", (article.key,))
    insert(db, "article", [article_row(article, before + 1, source, run)])
    db.execute(
        "INSERT INTO words (rowid, title, text) SELECT number, title, text FROM article WHERE id = ?", (article.id,)
    )
    bare = msgspec.structs.replace(reading, article=Article(article.id, "", "", ()))
    insert(db, "reading", [(article.id, pack(bare), signature, model, 0)])
    actors = {actor_id(cited.value): cited.value for cited in who(reading)}
    insert(db, "actor", (actor_row(id, actor) for id, actor in actors.items()), "OR IGNORE")
    insert(db, "event", (event_row(article, event) for event in reading.events))
    insert(db, "side", (row for event in reading.events for row in side_rows(article, event)))
    insert(db, "statement", (statement_row(article, said) for said in reading.statements))
    insert(db, "source", (row for said in reading.statements for row in source_rows(article, said)))


def insert(db: sqlite3.Connection, table: str, rows: Iterable[Row], otherwise: str = "") -> None:
    """Adds rows of all the columns of a table."""
    given = list(rows)
    if given:
        db.executemany(f"INSERT {otherwise} INTO {table} VALUES ({', '.join('?' * len(given[0]))})", given)


@lru_cache(maxsize=100_000)
def actor_id(actor: Actor) -> str:
    """One id for one actor: its number at Wikidata, else its name, kind and country."""
    if actor.wikidata:
        return identity("actor", actor.wikidata)
    return identity("actor", actor.name, actor.kind, actor.country or "")


def who(reading: Reading) -> Iterator[Cited[Actor]]:
    for event in reading.events:
        yield from (*event.actors, *event.recipients)
    for said in reading.statements:
        yield from said.sources


def article_row(article: Article, version: int, source: str, run: int) -> Row:
    return (
        None,
        *(article.id, article.key, version, 1),
        *(article.title, article.outlet, day(article), article.url, article.byline, article.language),
        *(article.text, msgspec.json.encode(article.zones).decode(), len(article.text.split())),
        *(source, run),
    )


def actor_row(id: str, actor: Actor) -> Row:
    return id, actor.name, actor.kind, actor.country, actor.sector, actor.wikidata, 0, 0, 0, None, None


def event_row(article: Article, event: Event) -> Row:
    type, mode = event.type.value, event.mode.value if event.mode else None
    return (
        *(event.id, article.id, type, mode),
        msgspec.json.encode([cited.value for cited in event.contexts]).decode(),
        *(ontology.quad(type), ontology.score(type, mode), event.status.value),
        *days_of(article, event),
        *place_columns(event.place.value if event.place else None),
        *(event.statement, event.clause.start, event.clause.stop),
    )


def place_columns(place: Place | None) -> Row:
    if place is None:
        return None, None, None, None, None
    return place.name, place.country, place.precision, place.latitude, place.longitude


def side_rows(article: Article, event: Event) -> Iterator[Row]:
    first, _ = days_of(article, event)
    yield from cited_rows((event.id, "actor"), event.actors, first)
    yield from cited_rows((event.id, "recipient"), event.recipients, first)


def source_rows(article: Article, said: Statement) -> Iterator[Row]:
    return cited_rows((said.id,), said.sources, day(article))


def cited_rows(of: Row, actors: Sequence[Cited[Actor]], day: str | None) -> Iterator[Row]:
    return ((*of, ordinal, actor_id(cited.value), day) for ordinal, cited in enumerate(actors))


def days_of(article: Article, event: Event) -> tuple[str | None, str | None]:
    """The first and last day of an event as its report tells it, else the day of publication."""
    if event.time is None:
        return day(article), day(article)
    return event.time.value.start.isoformat(), event.time.value.stop.isoformat()


def statement_row(article: Article, said: Statement) -> Row:
    cue = said.cue.value if said.cue else None
    return said.id, article.id, said.kind, cue, day(article), said.content[0].start, said.content[-1].stop


def day(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None
