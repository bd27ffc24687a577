"""Articles: one read, the words of one, and the store in numbers."""

from __future__ import annotations

import sqlite3
from datetime import date

from crosswire.records import Span
from crosswire.store import kept
from crosswire.store.answers import About, ArticleTold, Evidence, Version
from crosswire.store.questions.events import stories_of

HELD = (
    *(("article", "latest = 1"), ("story", "reports > 0"), ("actor", "acts + receives + speaks > 0")),
    *((table, "1") for table in ("event", "statement", "reject")),
)


def article(db: sqlite3.Connection, id: str) -> ArticleTold:
    """An article as it was read, the story it tells, and the versions of its report. Raises KeyError."""
    reading = kept.reading(db, id)
    rows = db.execute(
        "SELECT article.version, article.id, coalesce(ended, begun) FROM article JOIN run ON run.id = run"
        " WHERE key = ? ORDER BY article.version",
        (reading.article.key,),
    )
    return ArticleTold(reading, stories_of(db, [id]).get(id), tuple(Version(*row) for row in rows))


def evidence(db: sqlite3.Connection, span: Span, around: int = 80) -> Evidence:
    """The words of a span with up to `around` code points before and after them.

    Raises KeyError for an unknown article, ValueError for a span that is not within its text.
    """
    article = kept.article(db, span.article)
    if not 0 <= span.start <= span.stop <= len(article.text):
        raise ValueError(f"no words from {span.start} to {span.stop} in a text of {len(article.text)}")
    return Evidence(
        span=span,
        quote=article.excerpt(span),
        before=article.text[max(0, span.start - around) : span.start],
        after=article.text[span.stop : span.stop + max(0, around)],
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
    )


def about(db: sqlite3.Connection) -> About:
    """The store in numbers: articles are the latest versions, stories those with reports."""
    held = {table: db.execute(f"SELECT count(*) FROM {table} WHERE {which}").fetchone()[0] for table, which in HELD}
    days = db.execute("SELECT (SELECT min(published) FROM article), (SELECT max(published) FROM article)").fetchone()
    first, last = (date.fromisoformat(day) if day else None for day in days)
    made = db.execute("SELECT version, coalesce(ended, begun) FROM run ORDER BY id DESC LIMIT 1").fetchone()
    version, asof = made or ("", None)
    return About(
        version=version,
        articles=held["article"],
        stories=held["story"],
        events=held["event"],
        statements=held["statement"],
        actors=held["actor"],
        rejects=held["reject"],
        first=first,
        last=last,
        asof=asof,
    )
