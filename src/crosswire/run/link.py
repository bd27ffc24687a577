"""Kept readings to stories: what is new is linked, and each story that this changes is compared again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from crosswire.pipeline import compare
from crosswire.store.keep import whole
from crosswire.store.kept import readings
from crosswire.store.stories import keep_story, lead_on
from crosswire.stories.clusters import Stories
from crosswire.stories.signatures import Signature

MOST = 60  # reports of a story that are compared: the time goes by their square, and these take some four seconds
LATEST = "SELECT signature FROM reading JOIN article ON article.id = article WHERE latest = 1 AND number > ?"


class Links:
    """The stories of a store, kept in memory between runs of `link`; any number of processes may link by turns."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.stories = Stories()
        self.seen = 0  # the number of the last article taken in

    def link(self, db: sqlite3.Connection, run: int) -> int:
        """Finds the stories of the articles kept since the last time, all or none; how many stories have changed."""
        with whole(db):
            old = {id for (id,) in db.execute("SELECT id FROM article JOIN told ON article = id WHERE latest = 0")}
            fresh = {id for (id,) in db.execute("SELECT article FROM reading WHERE linked = 0")}
            if not old and not fresh:
                return 0
            if old:
                self.begin()  # a report that another version took the place of has no part in finding stories
            self.take_in(db)
            changed = self.changed(db)
            for id, articles in changed.items():
                keep_story(db, id, compare(readings(db, some(articles))), articles, run)
            db.executemany("DELETE FROM told WHERE article = ?", ((id,) for id in old))
            lead_on(db, changed)
            db.execute("UPDATE reading SET linked = 1 WHERE linked = 0")
            return len(changed)

    def take_in(self, db: sqlite3.Connection) -> None:
        for (packed,) in db.execute(f"{LATEST} ORDER BY number", (self.seen,)):
            self.stories.add(msgspec.msgpack.decode(packed, type=Signature))
        (self.seen,) = db.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()

    def changed(self, db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
        """The reports of each story that has other ones than the store says."""
        told = defaultdict(set)
        for article, story in db.execute("SELECT article, story FROM told"):
            told[story].add(article)
        return {story.id: story.articles for story in self.stories.all() if told[story.id] != set(story.articles)}


def some(articles: Sequence[str]) -> Sequence[str]:
    """Of very many reports in order of publication as many as can be compared, spread over their days."""
    if len(articles) <= MOST:
        return articles
    return [articles[at * (len(articles) - 1) // (MOST - 1)] for at in range(MOST)]
