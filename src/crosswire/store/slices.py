"""What leaves a store: the reports, stories, actors and dyads of what is asked for, a record at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import groupby
from types import TracebackType
from typing import TypeVar

import msgspec

from crosswire.picture import Deed, Tie, dyads
from crosswire.records import Actor, Reading, Record
from crosswire.store import kept
from crosswire.store.answers import About, ActorRow, ArticleTold, Asked, Revision, StoryRow, StoryTold, Version
from crosswire.store.questions import where
from crosswire.store.questions.stories import story_told
from crosswire.store.stories import deed_in

R = TypeVar("R", bound=Record)

# The ids of what leaves are set aside first, on the disk where they are many; then one record after another is read.
ASIDE = (
    "CREATE TEMP TABLE leaving_event (id TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TEMP TABLE leaving_statement (id TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TEMP TABLE leaving_article (number INTEGER PRIMARY KEY, id TEXT NOT NULL, story TEXT)",
    "CREATE INDEX temp.leaving_of_event ON leaving_event (article)",
    "CREATE INDEX temp.leaving_of_statement ON leaving_statement (article)",
    "CREATE INDEX temp.leaving_of_story ON leaving_article (story)",
)
EVENT = "INSERT INTO leaving_event SELECT id, article FROM event WHERE {}"
STATEMENT = "INSERT INTO leaving_statement SELECT id, article FROM statement WHERE {}"
ARTICLE = """
INSERT INTO leaving_article SELECT number, id, (SELECT story FROM told WHERE article = article.id) FROM article WHERE {}
OR id IN (SELECT article FROM leaving_event UNION ALL SELECT article FROM leaving_statement)
"""
TELLS = "id IN (SELECT statement FROM event JOIN leaving_event l ON l.id = event.id)"
ACTORS = """
SELECT actor.id, name, kind, country, sector, wikidata,
  sum(role = 'actor'), sum(role = 'recipient'), sum(role = 'source'), min(day), max(day)
FROM actor JOIN (
  SELECT actor AS who, role, day FROM side JOIN leaving_event l ON l.id = side.event
  UNION ALL SELECT actor, 'source', day FROM source JOIN leaving_statement l ON l.id = statement
) ON who = actor.id GROUP BY actor.id ORDER BY actor.id
"""
DEEDS = f"""
SELECT {", ".join(Deed.__struct_fields__)} FROM deed WHERE story IN (SELECT story FROM leaving_article)
ORDER BY actor, recipient, day, story, finding
"""
STORY = """
SELECT id, title, first, last, reports, origins, events, drifts FROM story
WHERE id IN (SELECT story FROM leaving_article) ORDER BY id
"""
OUTLETS = """
SELECT DISTINCT outlet FROM told JOIN article a ON a.id = article WHERE story = ? AND outlet IS NOT NULL ORDER BY outlet
"""
VERSIONS = """
SELECT a.version, a.id, begun FROM article a JOIN run ON run.id = run
WHERE key = (SELECT key FROM article WHERE id = ?) ORDER BY a.version
"""
ABOUT = """
SELECT (SELECT count(*) FROM article WHERE latest = 1), (SELECT count(*) FROM story WHERE reports > 0),
  (SELECT count(*) FROM event), (SELECT count(*) FROM statement), (SELECT count(*) FROM actor),
  (SELECT count(*) FROM reject), min(published), max(published), (SELECT max(coalesce(ended, begun)) FROM run)
FROM article
"""
HISTORY = "SELECT begun, articles FROM revision JOIN run ON run.id = run WHERE story = ? ORDER BY run.id"


class Slice:
    """What is asked of a store, as it is when the slice is made, whatever is added in the meantime.

    A report leaves with the events and statements that are asked for; a story leaves whole. Where events are asked for,
    only statements that tell of these are meant; where a source is, only what it says. Then a report is meant for its
    events and statements alone.
    """

    def __init__(self, db: sqlite3.Connection, asked: Asked) -> None:
        self.db = db
        self.asked = asked

    def __enter__(self) -> Slice:
        values = where.values(self.asked)
        for statement in ("BEGIN", *ASIDE):
            self.db.execute(statement)
        for statement, condition in self.wanted():
            self.db.execute(statement.format(condition), values)
        return self

    def wanted(self) -> Iterator[tuple[str, str]]:
        """What sets aside the ids of each table, with its condition."""
        asked, acts = self.asked, where.of_acts(self.asked)
        yield EVENT, where.of_events(asked)
        yield STATEMENT, where.of_statements(where.without_acts(asked)) + (f" AND {TELLS}" if acts else "")
        yield ARTICLE, "0" if acts or asked.source else where.of_articles(asked)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.db.execute("ROLLBACK")  # which takes away what was set aside

    def about(self) -> About:
        """The whole store in numbers."""
        return record(About, (version("crosswire"), *self.db.execute(ABOUT).fetchone()))

    def articles(self) -> Iterator[ArticleTold]:
        """The reports in the order they were added."""
        for id, story in self.db.execute("SELECT id, story FROM leaving_article ORDER BY number"):
            yield ArticleTold(self.cut(kept.reading(self.db, id)), story, self.versions(id))

    def stories(self, *, cut: bool = False) -> Iterator[StoryTold]:
        """The stories of these reports; with `cut`, their readings have only the events and statements asked for."""
        for id, *told in self.db.execute(STORY):
            outlets = tuple(outlet for (outlet,) in self.db.execute(OUTLETS, (id,)))
            comparison = kept.comparison(self.db, id)
            if cut:
                readings = tuple(map(self.cut, comparison.readings))
                comparison = msgspec.structs.replace(comparison, readings=readings)
            yield story_told(record(StoryRow, (id, *told, outlets)), comparison, self.history(id))

    def actors(self) -> Iterator[ActorRow]:
        """Those who act, are acted on or speak in what leaves, and how often."""
        for id, name, kind, country, sector, wikidata, *told in self.db.execute(ACTORS):
            who = Actor(name, kind, country, sector, wikidata=wikidata)
            yield record(ActorRow, (id, who, *told))

    def dyads(self) -> Iterator[Tie]:
        """What the stories tell as done between each two on each day."""
        found = (deed_in(row) for row in self.db.execute(DEEDS))
        for _, deeds in groupby(found, key=lambda deed: (deed.actor, deed.recipient, deed.day)):
            yield from dyads(deeds)

    def cut(self, reading: Reading) -> Reading:
        """A reading with the events and statements that are asked for."""
        events, statements = (
            self.leaving(table, reading.article.id) for table in ("leaving_event", "leaving_statement")
        )
        return msgspec.structs.replace(
            reading,
            events=tuple(each for each in reading.events if each.id in events),
            statements=tuple(each for each in reading.statements if each.id in statements),
        )

    def leaving(self, table: str, article: str) -> set[str]:
        return {id for (id,) in self.db.execute(f"SELECT id FROM {table} WHERE article = ?", (article,))}

    def versions(self, article: str) -> tuple[Version, ...]:
        return tuple(Version(*row) for row in self.db.execute(VERSIONS, (article,)))

    def history(self, story: str) -> tuple[Revision, ...]:
        return tuple(
            Revision(made, tuple(msgspec.json.decode(articles)))
            for made, articles in self.db.execute(HISTORY, (story,))
        )


def record(type: type[R], row: Iterable[object]) -> R:
    """A record of the values of its fields in order, days as SQLite keeps them."""
    return msgspec.convert(dict(zip(type.__struct_fields__, row, strict=True)), type)
