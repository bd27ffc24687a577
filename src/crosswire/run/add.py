"""Articles into a store: read, kept one by one, then linked to stories. Stopped at any moment it is taken up again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from crosswire.records import Article, Record
from crosswire.run.link import Links
from crosswire.run.local import spread
from crosswire.run.taken import Failed, Found, Taken, take
from crosswire.sources.open import Refused
from crosswire.store import rejects, runs
from crosswire.store.keep import KNOWN, keep_reading, outcome, whole
from crosswire.store.stories import keep_story

REJECTED, OLDER = "rejected", "older"
LINKED = 1000  # articles kept before their stories are looked for

Open = Callable[[str], Iterable[Article | Refused]]


class Outcome(Record, frozen=True):
    """What became of a thing found in a source: new, updated, known, older or rejected, then with the reason."""

    source: str
    kind: str
    reason: str = ""


class Addition:
    """The articles of some sources on their way into a store, as one run.

    `tell` is given what becomes of each; once `stopped`, the addition ends with what is in hand.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        run: int,
        *,
        model: str,
        tell: Callable[[Outcome], None],
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self.db, self.run, self.model, self.tell, self.stopped = db, run, model, tell, stopped
        self.counts: Counter[str] = Counter()
        self.through: list[str] = []  # sources that have come to their ends

    def add(self, sources: Sequence[str], opened: Open, *, workers: int, limit: int | None, since: date | None) -> None:
        """Takes in the articles of sources, at most `limit` new ones, without those published before `since`."""
        links = Links()
        fresh = self.fresh(sources, opened, since)
        for number, taken in enumerate(spread(take, islice(fresh, limit), workers), 1):
            self.keep(taken)
            if number % LINKED == 0:
                links.link(self.db, self.run)
        if not self.stopped():
            links.link(self.db, self.run)
        for source in self.through:
            rejects.settle(self.db, source, self.run)
        runs.counted(self.db, self.run, self.counts)

    def fresh(self, sources: Sequence[str], opened: Open, since: date | None) -> Iterator[Found]:
        """The articles that are to be read; what becomes of the others is told."""
        for source in sources:
            for each in opened(source):
                if self.stopped():
                    return
                if isinstance(each, Refused):
                    self.reject(source, each.source, each.reason)
                elif since and each.published and each.published < since:
                    self.note(source, OLDER)
                elif outcome(self.db, each) == KNOWN:
                    self.note(source, KNOWN)
                else:
                    yield Found(source, each)
            self.through.append(source)

    def keep(self, taken: Taken | Failed) -> None:
        """Keeps one article with all that was read in it, as a story of its own until it is linked."""
        if isinstance(taken, Failed):
            self.reject(taken.source, taken.article.url or f"{taken.source} {taken.article.id}", taken.reason)
            return
        id = taken.reading.article.id
        with whole(self.db):
            kind = outcome(self.db, taken.reading.article)  # another process may have kept it in the meantime
            if kind != KNOWN:
                keep_reading(self.db, taken.reading, taken.signature, self.model, taken.source, self.run)
                keep_story(self.db, id, taken.alone, [id], self.run)
                runs.counted(self.db, self.run, self.counts + Counter([kind]))
        self.note(taken.source, kind)

    def reject(self, source: str, place: str, reason: str) -> None:
        rejects.reject(self.db, source=place, given=source, reason=reason, run=self.run)
        self.note(source, REJECTED, reason)

    def note(self, source: str, kind: str, reason: str = "") -> None:
        self.counts[kind] += 1
        self.tell(Outcome(source, kind, reason))
