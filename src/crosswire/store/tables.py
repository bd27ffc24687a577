"""The tables of a store, and opening one. All in them comes again from the articles' texts and the judgements."""

from __future__ import annotations

import sqlite3
from os import PathLike, fspath
from pathlib import Path
from time import monotonic, sleep

APPLICATION = 0x63726F73  # "cros", what `file` and SQLite know a store by
BUSY = 600_000  # milliseconds a writer waits for another one; finding the stories of many new reports takes minutes
PAUSE = 0.01  # seconds until the next try
PAGE = 8192  # bytes; an article and its reading waste a fifth less of them than of the usual 4096

# One entry a version, in order: a store of version n has had the first n carried out.
MIGRATIONS = (
    """
CREATE TABLE run (
  id INTEGER PRIMARY KEY, begun TEXT NOT NULL, ended TEXT, command TEXT NOT NULL, version TEXT NOT NULL, model TEXT,
  new INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0, known INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE article (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL, version INTEGER NOT NULL, latest INTEGER NOT NULL,  -- versions of one report count from 1
  title TEXT, outlet TEXT, published TEXT, url TEXT, byline TEXT, language TEXT NOT NULL,
  text TEXT NOT NULL, zones TEXT NOT NULL, words INTEGER NOT NULL,
  source TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run,
  UNIQUE (key, version)
) STRICT;
CREATE INDEX article_day ON article (published, id);
CREATE INDEX article_old ON article (id) WHERE latest = 0;
CREATE INDEX article_found ON article (published) WHERE latest = 1;  -- the order of search, without a look at the rows
CREATE INDEX article_outlet ON article (outlet, published);

-- The reading of an article without the article itself, and what the links between articles are found by. Until it
-- is linked its article is in no story.
CREATE TABLE reading (
  article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  record BLOB NOT NULL, signature BLOB NOT NULL, model TEXT NOT NULL, linked INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_unlinked ON reading (article) WHERE linked = 0;

CREATE TABLE actor (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT, wikidata TEXT,
  acts INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0, speaks INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_name ON actor (name);
CREATE INDEX actor_country ON actor (country, sector);
CREATE INDEX actor_often ON actor (acts + receives + speaks, id);

-- Events and statements are those of the latest version of each report; those of the others are in their readings.

CREATE TABLE event (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL,  -- a JSON list
  quad INTEGER NOT NULL, score REAL NOT NULL, status TEXT NOT NULL,
  day TEXT, until TEXT,                          -- the days told, else the day of publication
  place TEXT, country TEXT, precision TEXT, latitude REAL, longitude REAL,
  statement TEXT, start INTEGER NOT NULL, stop INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX event_article ON event (article);
CREATE INDEX event_day ON event (day, id);
CREATE INDEX event_type ON event (type, day);
CREATE INDEX event_status ON event (status, day);
CREATE INDEX event_country ON event (country, day);
CREATE INDEX event_statement ON event (statement) WHERE statement IS NOT NULL;
CREATE INDEX event_quad ON event (day, quad);     -- the timeline, without a look at the rows
CREATE INDEX event_place ON event (place, country, precision, latitude, longitude, score, day);  -- the map, likewise

CREATE TABLE side (
  event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE, role TEXT NOT NULL, ordinal INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actor (id),
  day TEXT,                                      -- the event's
  PRIMARY KEY (event, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX side_actor ON side (actor, day, event, role);
CREATE TRIGGER side_added AFTER INSERT ON side BEGIN
  UPDATE actor SET acts = acts + (new.role = 'actor'), receives = receives + (new.role = 'recipient')
  WHERE id = new.actor;
END;
CREATE TRIGGER side_gone AFTER DELETE ON side BEGIN
  UPDATE actor SET acts = acts - (old.role = 'actor'), receives = receives - (old.role = 'recipient')
  WHERE id = old.actor;
END;

CREATE TABLE statement (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, cue TEXT, day TEXT, start INTEGER NOT NULL, stop INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_day ON statement (day, id);

CREATE TABLE source (
  statement TEXT NOT NULL REFERENCES statement (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,  -- 0 is the speaker
  actor TEXT NOT NULL REFERENCES actor (id),
  day TEXT,                                      -- the statement's
  PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_actor ON source (actor, day, statement);
CREATE TRIGGER source_added AFTER INSERT ON source BEGIN
  UPDATE actor SET speaks = speaks + 1 WHERE id = new.actor;
END;
CREATE TRIGGER source_gone AFTER DELETE ON source BEGIN
  UPDATE actor SET speaks = speaks - 1 WHERE id = old.actor;
END;

-- A story that was merged stays, without reports, and `into` leads on.
CREATE TABLE story (
  id TEXT PRIMARY KEY, into_story TEXT REFERENCES story (id), title TEXT, first TEXT, last TEXT,
  reports INTEGER NOT NULL, origins INTEGER NOT NULL, events INTEGER NOT NULL, drifts INTEGER NOT NULL,
  record BLOB NOT NULL                           -- its origins, findings and drifts
) STRICT;
CREATE INDEX story_day ON story (last, id);
CREATE INDEX story_led ON story (into_story) WHERE into_story IS NOT NULL;

CREATE TABLE told (
  article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE, story TEXT NOT NULL REFERENCES story (id),
  origin INTEGER                                 -- of the story's; none where the story has too many to compare all
) STRICT, WITHOUT ROWID;
CREATE INDEX told_story ON told (story);

CREATE TABLE revision (
  story TEXT NOT NULL REFERENCES story (id), run INTEGER NOT NULL REFERENCES run, articles TEXT NOT NULL,
  PRIMARY KEY (story, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id TEXT NOT NULL, story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, kind TEXT NOT NULL,
  label TEXT NOT NULL,
  reports INTEGER NOT NULL, origins INTEGER NOT NULL, disputed INTEGER NOT NULL, first TEXT, last TEXT,
  PRIMARY KEY (story, id)
) STRICT, WITHOUT ROWID;

-- What is told as done: who did it to whom, once for each finding, however many reports tell it.
CREATE TABLE deed (
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, finding TEXT NOT NULL,
  actor TEXT NOT NULL, recipient TEXT NOT NULL, day TEXT NOT NULL, score REAL NOT NULL,
  origins TEXT NOT NULL,                         -- a JSON list of which of the story's origins tell it
  PRIMARY KEY (story, finding, actor, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX deed_pair ON deed (actor, recipient, day);

-- The deeds of each pair and day, added up.
CREATE TABLE dyad (
  actor TEXT NOT NULL, recipient TEXT NOT NULL, day TEXT NOT NULL,
  events INTEGER NOT NULL, score REAL NOT NULL, cooperation INTEGER NOT NULL, conflict INTEGER NOT NULL,
  origins INTEGER NOT NULL, PRIMARY KEY (actor, recipient, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyad_day ON dyad (day);

-- `source` is what was refused, `given` is the source as a person named it, in which that stands.
CREATE TABLE reject (
  source TEXT PRIMARY KEY, given TEXT NOT NULL, reason TEXT NOT NULL, tries INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (url TEXT PRIMARY KEY, etag TEXT, modified TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
  number INTEGER PRIMARY KEY, made TEXT NOT NULL, by_whom TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  undone INTEGER REFERENCES judgement (number)
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (
  title, text, content = 'article', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
""",
    """
DROP TABLE judgement;  -- which nothing was written to

-- What people found of claims. No row is ever changed or taken out, and none needs its articles to be there.
CREATE TABLE judgement (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  verdict TEXT NOT NULL, parts TEXT NOT NULL,    -- a JSON list of lists of claims
  by_whom TEXT NOT NULL, made TEXT NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE TRIGGER judgement_kept BEFORE UPDATE ON judgement BEGIN SELECT raise(ABORT, 'judgements are only added'); END;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement BEGIN SELECT raise(ABORT, 'judgements are only added'); END;

-- Which articles a judgement is about.
CREATE TABLE weighed (
  article TEXT NOT NULL, judgement INTEGER NOT NULL REFERENCES judgement (number), PRIMARY KEY (article, judgement)
) STRICT, WITHOUT ROWID;

-- Which stories it is about that hold its claims; it is idle where there are none.
CREATE TABLE heeded (
  judgement INTEGER NOT NULL REFERENCES judgement (number), story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  PRIMARY KEY (judgement, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX heeded_story ON heeded (story);
""",
    # Broad questions are answered from the indexes: the rows, with their texts and records, lie far apart.
    """
DROP INDEX article_found; CREATE INDEX article_found ON article (published, id) WHERE latest = 1;
CREATE INDEX article_number ON article (number, id) WHERE latest = 1;
DROP INDEX event_article; CREATE INDEX event_article ON event (article, day, quad, type);
DROP INDEX event_type; CREATE INDEX event_type ON event (type, day, article);
DROP INDEX statement_article; CREATE INDEX statement_article ON statement (article, day);
DROP INDEX story_day; CREATE INDEX story_day ON story (last, id) WHERE reports > 0;

ALTER TABLE actor ADD COLUMN first TEXT;         -- the first and last day of a part in anything
ALTER TABLE actor ADD COLUMN last TEXT;
CREATE VIEW part AS SELECT actor, day FROM side UNION ALL SELECT actor, day FROM source;
UPDATE actor SET (first, last) = (SELECT min(day), max(day) FROM part WHERE actor = actor.id);
DROP TRIGGER side_added; DROP TRIGGER side_gone; DROP TRIGGER source_added; DROP TRIGGER source_gone;
CREATE TRIGGER side_added AFTER INSERT ON side BEGIN
  UPDATE actor SET acts = acts + (new.role = 'actor'), receives = receives + (new.role = 'recipient'),
    first = min(coalesce(first, new.day), coalesce(new.day, first)),
    last = max(coalesce(last, new.day), coalesce(new.day, last))
  WHERE id = new.actor;
END;
CREATE TRIGGER side_gone AFTER DELETE ON side BEGIN
  UPDATE actor SET acts = acts - (old.role = 'actor'), receives = receives - (old.role = 'recipient'),
    (first, last) = (SELECT min(day), max(day) FROM part WHERE actor = old.actor)
  WHERE id = old.actor;
END;
CREATE TRIGGER source_added AFTER INSERT ON source BEGIN
  UPDATE actor SET speaks = speaks + 1,
    first = min(coalesce(first, new.day), coalesce(new.day, first)),
    last = max(coalesce(last, new.day), coalesce(new.day, last))
  WHERE id = new.actor;
END;
CREATE TRIGGER source_gone AFTER DELETE ON source BEGIN
  UPDATE actor SET speaks = speaks - 1,
    (first, last) = (SELECT min(day), max(day) FROM part WHERE actor = old.actor)
  WHERE id = old.actor;
END;
""",
    # The map of a report's events and of some days', without a look at the rows.
    """
CREATE INDEX event_spot ON event (article, place, country, precision, latitude, longitude, score);
CREATE INDEX event_map ON event (day, place, country, precision, latitude, longitude, score);
""",
    # What a search asks of a report, by day and by number: no texts are read but those of its page. And the days and
    # statements of a type's events.
    """
DROP INDEX article_found; CREATE INDEX article_found ON article (published, number, outlet, id) WHERE latest = 1;
DROP INDEX article_number; CREATE INDEX article_number ON article (number, published, outlet, id) WHERE latest = 1;
DROP INDEX event_type; CREATE INDEX event_type ON event (type, day, article, quad, statement);
""",
)


class Unusable(Exception):
    """A file that is no store this version can use; the message says in one line what is wrong and what to do."""


def create_or_open(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection that may write; an older store is brought up to this version's tables. Raises Unusable."""
    try:
        db = sqlite3.connect(fspath(path), isolation_level=None, timeout=BUSY / 1000)
    except sqlite3.OperationalError as error:
        raise Unusable(unopened(fspath(path), error)) from None
    checked(db, fspath(path))
    db.executescript(f"PRAGMA page_size = {PAGE}; PRAGMA synchronous = NORMAL;")
    write_ahead(db)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    bring_up(db)
    return db


def write_ahead(db: sqlite3.Connection) -> None:
    """Sets the journal that lets others read meanwhile; SQLite does not wait for another that is just setting it."""
    end = monotonic() + BUSY / 1000
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if monotonic() > end:
                raise
            sleep(PAUSE)


def bring_up(db: sqlite3.Connection) -> None:
    """Carries out the migrations that a store lacks, each whole or not at all."""
    while (number := version(db)) < len(MIGRATIONS):
        try:
            db.executescript(f"BEGIN IMMEDIATE; {MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;")
        except sqlite3.OperationalError:
            if db.in_transaction:
                db.execute("ROLLBACK")
            if version(db) == number:  # else another process was quicker
                raise


def open_to_read(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection that cannot write, also on a full disk; an older store is brought up first.

    Raises Unusable, also where there is no file.
    """
    where = Path(path)
    if not where.is_file():
        raise Unusable(f"{where}: no such store; crosswire add makes one")
    db = reader(where, "mode=ro")
    if not answers(db) and not waiting(where):
        # No room for the file by which readers and writers agree, so nobody writes: the store is whole without it.
        db.close()
        db = reader(where, "immutable=1")
    checked(db, fspath(path))
    if 0 < version(db) < len(MIGRATIONS):
        try:
            create_or_open(path).close()
        except sqlite3.OperationalError as error:
            raise Unusable(
                f"{where}: made by an earlier version, and cannot be brought up to this one: {error}"
            ) from None
    return db


def reader(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, isolation_level=None)


def waiting(path: Path) -> bool:
    """Whether rows wait in the journal that are not in the store's own file yet."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def answers(db: sqlite3.Connection) -> bool:
    try:
        db.execute("PRAGMA schema_version")
    except sqlite3.DatabaseError:
        return False
    return True


def checked(db: sqlite3.Connection, path: str) -> None:
    """Refuses a file that is no store, or one of a later version; sets what each connection needs."""
    try:
        # In this order: where another process is making the store between the two, its mark is there after its tables.
        tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        mark = db.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise Unusable(unopened(path, error)) from None
    except sqlite3.DatabaseError as error:
        raise Unusable(f"{path}: not a store: {error}") from None
    if mark != APPLICATION and tables:
        raise Unusable(f"{path}: an SQLite file, but no store of crosswire; name another file")
    if version(db) > len(MIGRATIONS):
        raise Unusable(f"{path}: made by a later version of crosswire; upgrade crosswire to use it")
    db.executescript(f"PRAGMA foreign_keys = ON; PRAGMA busy_timeout = {BUSY}; PRAGMA trusted_schema = OFF;")


def unopened(path: str, error: sqlite3.OperationalError) -> str:
    return f"{path}: cannot be opened: {error}; see that its folder is there, may be written and has room"


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
