"""Articles found by words."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from crosswire.store.answers import Asked, Hit, Page
from crosswire.store.questions.events import stories_of
from crosswire.store.questions.pages import Row, facets, latest, total
from crosswire.store.questions.terms import terms
from crosswire.store.questions.where import of_articles, values

LONGEST = 240  # code points of an excerpt
LEAD = 60  # of them before the first word found
SIGNS = range(0xE000, 0xF8FF)  # the private use area: characters that mean nothing
RARE = 5000  # articles with the words: so many are looked up sooner than all days are gone through
FACETS = {"outlet": "SELECT outlet AS value FROM some", "year": "SELECT substr(published, 1, 4) AS value FROM some"}


def search(db: sqlite3.Connection, asked: Asked) -> Page[Hit]:
    """The articles that hold the words asked for, in the latest version of each, by day of publication, latest first.

    What `words` can be is said by `terms`; without any, all articles are found. Facets: outlet, year, of the latest
    2000.
    """
    where = of_articles(asked, rare=are_rare(db, asked))
    items, after = hits(db, where, asked)
    some = f"SELECT outlet, published FROM article WHERE {where} ORDER BY published DESC, number DESC"
    return Page(items, after, total(db, "article", where, asked), facets(db, some, FACETS, values(asked)))


def some_hits(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[Hit, ...], str | None]:
    """The hits of a page and its `next`, without a count of the others."""
    return hits(db, of_articles(asked, rare=are_rare(db, asked)), asked)


def hits(db: sqlite3.Connection, where: str, asked: Asked) -> tuple[tuple[Hit, ...], str | None]:
    columns = "number, article.id, title, outlet, published, text"
    rows, after = latest(db, columns, "article", where, ("published", "number"), asked)
    stories = stories_of(db, [str(row[1]) for row in rows])
    query = terms(asked.words) if asked.words is not None else None
    return tuple(hit(db, row, query, stories) for row in rows), after


def are_rare(db: sqlite3.Connection, asked: Asked) -> bool:
    """Whether there are words asked for that no more than RARE articles hold."""
    if asked.words is None:
        return False
    held = f"SELECT count(*) FROM (SELECT rowid FROM words WHERE words MATCH :words LIMIT {RARE + 1})"
    return int(db.execute(held, values(asked)).fetchone()[0]) <= RARE


def hit(db: sqlite3.Connection, row: Row, query: str | None, stories: Mapping[str, str]) -> Hit:
    number, id, title, outlet, published, text = row
    excerpt, marks = shown(str(text), found(db, number, str(text), query) if query else [])
    told = {"article": id, "title": title, "outlet": outlet, "published": published, "excerpt": excerpt}
    return msgspec.convert({**told, "story": stories.get(str(id)), "marks": marks}, Hit)


def found(db: sqlite3.Connection, number: object, text: str, query: str) -> list[tuple[int, int]]:
    """Where in a text its words of a query stand, in code points; nothing where the index cannot tell."""
    free = (chr(code) for code in SIGNS if chr(code) not in text)
    begin, end = next(free), next(free)
    row = db.execute(
        "SELECT highlight(words, 1, ?, ?) FROM words WHERE words MATCH ? AND rowid = ?", (begin, end, query, number)
    ).fetchone()
    marked = str(row[0]) if row else ""
    if marked.replace(begin, "").replace(end, "") != text:
        return []  # SQLite ends a text at its first NUL
    before, *rest = marked.split(begin)
    spans, at = [], len(before)
    for piece in rest:
        held, _, between = piece.partition(end)
        spans.append((at, at + len(held)))
        at += len(held) + len(between)
    return spans


def shown(text: str, spans: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A part of a text with the first words found, and where in it those stand that it holds whole."""
    first, last = spans[0] if spans else (0, 0)
    lead = text[max(0, first - LEAD) : first]
    if first > LEAD:
        lead = lead.partition(" ")[2] or lead
    start = first - len(lead)
    stop = max(start + LONGEST, last)
    if stop < len(text):
        cut = text.rfind(" ", max(start + LONGEST // 2, last), stop)
        stop = cut if cut >= 0 else stop
    inside = tuple((one - start, other - start) for one, other in spans if start <= one and other <= stop)
    return text[start:stop], inside
