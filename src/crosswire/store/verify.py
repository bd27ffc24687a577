"""Whether a store holds what it should: each span against its text, each row against those it points at."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from crosswire.picture import dyads
from crosswire.records import Article, Cited, Record, Span
from crosswire.store import kept
from crosswire.store.stories import DEED, deed_in

BROKEN = (zlib.error, msgspec.DecodeError, msgspec.ValidationError)


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """A line for each thing that is wrong; none for a store that is as it should be."""
    yield from (f"file: {line}" for (line,) in db.execute("PRAGMA integrity_check(20)") if line != "ok")
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table}: a row points at nothing in {parent}"
    for (id,) in db.execute("SELECT id FROM article ORDER BY number").fetchall():
        yield from reading_faults(db, id)
    for (id,) in db.execute("SELECT id FROM story WHERE reports > 0 ORDER BY id").fetchall():
        yield from story_faults(db, id)
    summed = [msgspec.to_builtins(msgspec.structs.astuple(tie)) for tie in dyads(map(deed_in, deeds(db)))]
    if [*map(list, db.execute("SELECT * FROM dyad ORDER BY actor, recipient, day"))] != [*map(list, summed)]:
        yield "dyads: not the sum of what the stories tell"


def search_faults(db: sqlite3.Connection) -> Iterator[str]:
    """A line where the index of words is not that of the texts. Only a connection that may write can ask."""
    try:
        db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"search: {error}"


def deeds(db: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    return iter(db.execute(f"SELECT {DEED} FROM deed"))


def reading_faults(db: sqlite3.Connection, id: str) -> Iterator[str]:
    try:
        article = kept.article(db, id)
        reading = kept.reading(db, id)
    except (KeyError, *BROKEN) as error:
        yield f"article {id}: its reading is not there or broken: {error}"
        return
    if again(article).id != id:
        yield f"article {id}: not the text it was kept as"
    yield from (f"article {id}: {fault}" for fault in misplaced(reading, {id: article}))


def story_faults(db: sqlite3.Connection, id: str) -> Iterator[str]:
    try:
        comparison = kept.comparison(db, id)
    except (KeyError, *BROKEN) as error:
        yield f"story {id}: its record is not there or broken: {error}"
        return
    articles = {reading.article.id: reading.article for reading in comparison.readings}
    for part in (*comparison.origins, *comparison.findings, *comparison.drifts):
        yield from (f"story {id}: {fault}" for fault in misplaced(part, articles))


def again(article: Article) -> Article:
    """The article made anew of what was kept, with the id that this has."""
    return Article.of(
        article.text,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        byline=article.byline,
        language=article.language,
        zones=article.zones,
    )


def misplaced(value: object, articles: dict[str, Article]) -> Iterator[str]:
    """The spans in a record that stand on no words, and the values that have no span."""
    if isinstance(value, Span):
        text = articles[value.article].text if value.article in articles else ""
        if not 0 <= value.start < value.stop <= len(text):
            yield f"no words from {value.start} to {value.stop}"
    elif isinstance(value, Record):
        if isinstance(value, Cited) and not value.spans:
            yield f"nothing to show for {value.value!r}"
        for name in value.__struct_fields__:
            yield from misplaced(getattr(value, name), articles)
    elif isinstance(value, tuple):
        for each in value:
            yield from misplaced(each, articles)
