"""Articles found by words."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from crosswire.store.answers import Asked, Hit, Page
from crosswire.store.questions.events import stories_of
from crosswire.store.questions.pages import Row, facets, latest, marks, total
from crosswire.store.questions.terms import terms
from crosswire.store.questions.where import HOLDS, narrowed, of_articles, values

LONGEST = 240  # code points of an excerpt
LEAD = 60  # of them before the first word found
SIGNS = range(0xE000, 0xF8FF)  # the private use area: characters that mean nothing
RARE = 5000  # articles with the words: so many are looked up sooner than all days are gone through
COLUMNS = "number, id, title, outlet, published, text"
FACETS = {"outlet": "SELECT outlet AS value FROM some", "year": "SELECT substr(published, 1, 4) AS value FROM some"}


def search(db: sqlite3.Connection, asked: Asked) -> Page[Hit]:
    """The articles that hold the words asked for, in the latest version of each, by day of publication, latest first.

    What `words` can be is said by `terms`; without any, all articles are found. Facets: outlet, year, of the latest
    2000.
    """
    number = held(db, asked)
    source, where = those(asked, number)
    items, after = hits(db, source, where, asked)
    some = f"SELECT outlet, published FROM {source} WHERE {where} ORDER BY published DESC, number DESC"
    found = number - outdated(db, asked) if words_alone(asked) else total(db, source, where, asked)
    return Page(items, after, found, facets(db, some, FACETS, values(asked)))


def some_hits(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[Hit, ...], str | None]:
    """The hits of a page and its `next`, without a count of the others."""
    return hits(db, *those(asked, held(db, asked)), asked)


def those(asked: Asked, number: int) -> tuple[str, str]:
    """Where articles are looked for and how, if so many hold the words: few by these, else all by their days."""
    rare = asked.words is not None and number <= RARE
    by_number = rare and asked.article is None
    return "article INDEXED BY article_number" if by_number else "article", of_articles(asked, rare=rare)


def held(db: sqlite3.Connection, asked: Asked) -> int:
    """How many articles hold the words asked for, of all versions."""
    if asked.words is None:
        return 0
    return int(db.execute("SELECT count(*) FROM words WHERE words MATCH :words", values(asked)).fetchone()[0])


def outdated(db: sqlite3.Connection, asked: Asked) -> int:
    """How many of them are no latest version."""
    return total(db, "article INDEXED BY article_old", f"latest = 0 AND +{HOLDS}", asked)


def words_alone(asked: Asked) -> bool:
    """Whether nothing but words is asked for, so that their index can count what is found."""
    return asked.words is not None and not narrowed(msgspec.structs.replace(asked, words=None))


def hits(db: sqlite3.Connection, source: str, where: str, asked: Asked) -> tuple[tuple[Hit, ...], str | None]:
    found, after = latest(db, "number", source, where, ("published", "number"), asked)
    numbers = [int(str(number)) for (number,) in found]
    rows = db.execute(f"SELECT {COLUMNS} FROM article WHERE number IN ({marks(len(numbers))})", numbers).fetchall()
    by_number = {row[0]: row for row in rows}
    places = marked(db, {row[0]: row[-1] for row in rows}, terms(asked.words)) if asked.words is not None else {}
    stories = stories_of(db, [row[1] for row in rows])
    return tuple(hit(by_number[number], places.get(number, []), stories) for number in numbers), after


def hit(row: Row, places: list[tuple[int, int]], stories: Mapping[str, str]) -> Hit:
    _, id, title, outlet, published, text = row
    excerpt, inside = shown(str(text), places)
    told = {"article": id, "title": title, "outlet": outlet, "published": published, "excerpt": excerpt}
    return msgspec.convert({**told, "story": stories.get(str(id)), "marks": inside}, Hit)


def marked(db: sqlite3.Connection, texts: Mapping[int, str], query: str) -> dict[int, list[tuple[int, int]]]:
    """Where in each of some texts its words of a query stand, in code points."""
    letters = set[str]().union(*texts.values())
    free = (chr(code) for code in SIGNS if chr(code) not in letters)
    begin, end = next(free), next(free)
    rows = db.execute(
        # The + lets the index of words be gone through once, not anew for each text.
        "SELECT rowid, highlight(words, 1, ?, ?) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
        f" AND +rowid IN ({marks(len(texts))})",
        (begin, end, query, min(texts, default=0), max(texts, default=0), *texts),
    )
    return {number: between(text, begin, end, texts[number]) for number, text in rows}


def between(marked: str, begin: str, end: str, text: str) -> list[tuple[int, int]]:
    """Where the words between two signs stand in a text without the signs; nothing where that is another text."""
    if marked.replace(begin, "").replace(end, "") != text:
        return []  # SQLite ends a text at its first NUL
    before, *rest = marked.split(begin)
    spans, at = [], len(before)
    for piece in rest:
        word, _, after = piece.partition(end)
        spans.append((at, at + len(word)))
        at += len(word) + len(after)
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
