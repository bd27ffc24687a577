"""What was kept, as the records it was: equal to those that were given."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from crosswire.layout import Zone
from crosswire.records import Article, Comparison, Drift, Finding, Judged, Origin, Reading, Record
from crosswire.store.packed import unpack

ARTICLE = "article.id, key, text, zones, title, outlet, published, url, byline, language"


class Compared(Record, frozen=True):
    """A comparison without its readings, as a story keeps it."""

    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    drifts: tuple[Drift, ...]
    judged: tuple[Judged, ...] = ()


def article(db: sqlite3.Connection, id: str) -> Article:
    """An article of the store. Raises KeyError for one it does not hold."""
    row = db.execute(f"SELECT {ARTICLE} FROM article WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise KeyError(id)
    return article_in(row)


def article_in(row: tuple[object, ...]) -> Article:
    """The article in a row of the columns `ARTICLE`."""
    names = Article.__struct_fields__
    fields = dict(zip(names, row, strict=True))
    return msgspec.convert(
        {**fields, "zones": msgspec.json.decode(str(fields["zones"]), type=tuple[Zone, ...])}, Article
    )


def reading(db: sqlite3.Connection, id: str) -> Reading:
    """The reading of an article. Raises KeyError for one the store does not hold."""
    row = db.execute(
        f"SELECT record, {ARTICLE} FROM article JOIN reading ON article = article.id WHERE article.id = ?", (id,)
    )
    found = row.fetchone()
    if found is None:
        raise KeyError(id)
    bare: Reading = unpack(found[0], Reading)
    return msgspec.structs.replace(bare, article=article_in(found[1:]))


def comparison(db: sqlite3.Connection, story: str) -> Comparison:
    """The comparison a story keeps, of the reports that its origins name. Raises KeyError for an unknown story."""
    row = db.execute("SELECT record FROM story WHERE id = ?", (story,)).fetchone()
    if row is None:
        raise KeyError(story)
    compared: Compared = unpack(row[0], Compared)
    told = {article for origin in compared.origins for article in origin.articles}
    ids = (id for id in reports(db, story) if id in told)
    return Comparison(readings(db, ids), compared.origins, compared.findings, compared.drifts, compared.judged)


def reports(db: sqlite3.Connection, story: str) -> tuple[str, ...]:
    """Ids of the articles that tell a story, in order of publication, the undated last."""
    found = db.execute(
        "SELECT article FROM told JOIN article a ON a.id = article WHERE story = ?"
        " ORDER BY published IS NULL, published, article",
        (story,),
    )
    return tuple(id for (id,) in found)


def readings(db: sqlite3.Connection, ids: Iterable[str]) -> tuple[Reading, ...]:
    return tuple(reading(db, id) for id in ids)
