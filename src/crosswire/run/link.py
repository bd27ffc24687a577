"""Kept readings to stories: what is new is linked, and each story that this changes is compared again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.pipeline import compare
from crosswire.records import Story
from crosswire.store.judgements import about
from crosswire.store.keep import whole
from crosswire.store.kept import readings
from crosswire.store.stories import keep_story, lead_on
from crosswire.stories.clusters import Stories
from crosswire.stories.signatures import Signature

MOST = 60  # reports of a story that are compared: the time goes by their square, and these take some four seconds
LATEST = "SELECT signature FROM reading JOIN article ON article.id = article WHERE latest = 1"

BESIDE = """
SELECT beside.article FROM told JOIN told beside USING (story) JOIN article a ON a.id = beside.article
WHERE told.article = ? AND a.latest = 1
"""
JUDGED = "SELECT DISTINCT article FROM reading JOIN weighed USING (article) WHERE linked = 0"


class Links:
    """The stories of a store, held in memory from one `link` to the next. Several processes may link by turns."""

    def __init__(self) -> None:
        self.stories: Stories | None = None
        self.seen = 0  # the number of the last article taken in

    def link(self, db: sqlite3.Connection, run: int) -> int:
        """Finds the stories of the articles kept since the last time, all or none; how many stories have changed."""
        with whole(db):
            old = ids(db, "SELECT id FROM article JOIN told ON article = id WHERE latest = 0")
            if not old and not ids(db, "SELECT article FROM reading WHERE linked = 0 LIMIT 1"):
                return 0
            changed = self.changed(db, old)
            for story in changed:
                compare_anew(db, story.id, story.articles, run)
            db.executemany("DELETE FROM told WHERE article = ?", ((id,) for id in old))
            lead_on(db, [story.id for story in changed])
            db.execute("UPDATE reading SET linked = 1 WHERE linked = 0")
            return len(changed)

    def changed(self, db: sqlite3.Connection, old: Sequence[str]) -> list[Story]:
        """The stories that have other reports than the store says; `old` versions have no part in finding them."""
        stories = self.grown(db, anew=bool(old))
        left = {name for id in old for name in ids(db, BESIDE, id)}
        judged = {stories.story(id).id for id in ids(db, JUDGED)}
        found = {s.id: s for s in (*stories.changed(), *map(stories.story, sorted(left | judged)))}
        return [
            s
            for s in found.values()
            if s.id in judged or {*ids(db, "SELECT article FROM told WHERE story = ?", s.id)} != {*s.articles}
        ]

    def grown(self, db: sqlite3.Connection, anew: bool) -> Stories:
        """The stories of all reports; begun anew from what was linked before, where reports have gone."""
        if self.stories is None or anew:
            self.stories, self.seen = Stories(signatures(db, f"{LATEST} AND linked = 1")), 0
        for each in signatures(db, f"{LATEST} AND number > ? ORDER BY number", self.seen):
            self.stories.add(each)
        (self.seen,) = db.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()
        return self.stories


def compare_anew(db: sqlite3.Connection, story: str, articles: Sequence[str], run: int) -> None:
    """Keeps a story inside a transaction, its reports compared as people judged them."""
    compared = compare(readings(db, some(articles)), about(db, articles))
    keep_story(db, story, compared, articles, run)


def signatures(db: sqlite3.Connection, query: str, *values: object) -> Iterator[Signature]:
    decoder = msgspec.msgpack.Decoder(Signature)
    return (decoder.decode(packed) for (packed,) in db.execute(query, values))


def ids(db: sqlite3.Connection, query: str, *values: object) -> list[str]:
    return [id for (id,) in db.execute(query, values)]


def some(articles: Sequence[str]) -> Sequence[str]:
    """Of very many reports in order of publication as many as can be compared, spread over their days."""
    if len(articles) <= MOST:
        return articles
    return [articles[at * (len(articles) - 1) // (MOST - 1)] for at in range(MOST)]
