"""Statements: who said what, in which words, by which chain."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from crosswire.records import Span
from crosswire.store.answers import Asked, Named, Page, StatementRow
from crosswire.store.questions.events import named, stories_of, texts
from crosswire.store.questions.pages import Row, facets, latest, marks, total
from crosswire.store.questions.where import of_statements

COLUMNS = "id, article, kind, cue, day, start, stop"
FACETS = {
    "kind": "SELECT kind AS value FROM some",
    "cue": "SELECT cue AS value FROM some",
    "outlet": "SELECT outlet AS value FROM some JOIN article ON article.id = some.article",
    "source": "SELECT actor AS value FROM some JOIN source ON source.statement = some.id",
}


def statements(db: sqlite3.Connection, asked: Asked) -> Page[StatementRow]:
    """Statements by the day of their report, the latest first. Facets: kind, cue, outlet, source."""
    items, after = some_statements(db, asked)
    where = of_statements(asked)
    some = f"SELECT id, article, kind, cue FROM statement WHERE {where} ORDER BY day DESC, id DESC"
    return Page(items, after, total(db, "statement", where, asked), facets(db, some, FACETS, asked))


def some_statements(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[StatementRow, ...], str | None]:
    """The statements of a page and its `next`, without a count of the others."""
    rows, after = latest(db, COLUMNS, "statement", of_statements(asked), ("day", "id"), asked)
    return told(db, rows), after


def told(db: sqlite3.Connection, rows: Sequence[Row]) -> tuple[StatementRow, ...]:
    """Rows of `statement` with their chain, story and words."""
    fields = [dict(zip(COLUMNS.split(", "), row, strict=True)) for row in rows]
    chains = sources(db, [str(each["id"]) for each in fields])
    articles = texts(db, {str(each["article"]) for each in fields})
    stories = stories_of(db, articles)
    return tuple(
        msgspec.convert(
            {
                **each,
                "story": stories.get(article.id),
                "sources": chains[str(each["id"])],
                "outlet": article.outlet,
                "quote": article.excerpt(span),
                "span": span,
            },
            StatementRow,
        )
        for each in fields
        for article in (articles[str(each["article"])],)
        for span in (Span(article.id, int(str(each["start"])), int(str(each["stop"]))),)
    )


def sources(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[Named, ...]]:
    """The chain of each of some statements, nearest first."""
    return named(
        db.execute(
            "SELECT statement, actor.id, name, kind, country, sector, wikidata FROM source"
            f" JOIN actor ON actor.id = actor WHERE statement IN ({marks(len(ids))}) ORDER BY statement, ordinal",
            tuple(ids),
        )
    )
