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
from crosswire.run.taken import Failed, Found, Taken, lost, take
from crosswire.sources import Mark, Refused
from crosswire.store import feeds, rejects, runs
from crosswire.store.keep import KNOWN, NEW, UPDATED, keep_reading, outcome, whole

REJECTED, OLDER = "rejected", "older"
LINKED = 1000  # articles kept before their stories are looked for
EARLY = (10, 100)  # of a run, so that there is soon something to look at

Item = Article | Refused | Mark
Open = Callable[[str], Iterable[Item]]


class Outcome(Record, frozen=True):
    """What became of a thing found in a source: new, updated, known, older or rejected, then with the reason."""

    kind: str
    reason: str = ""


class Sifted(Record, frozen=True):
    """What a source gave, and what is to become of it: an article that is new or updated is still to be read."""

    source: str
    item: Article | Refused
    outcome: Outcome


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
        self.links = Links()
        self.counts: Counter[str] = Counter()
        self.marks: list[Mark] = []

    def add(
        self,
        sources: Sequence[str],
        opened: Open,
        *,
        workers: int = 1,
        limit: int | None = None,
        since: date | None = None,
        work: Callable[[Found], Taken | Failed] = take,
        linked: int = LINKED,
    ) -> None:
        """Takes in the articles of sources, at most `limit` new ones, without those published before `since`.

        `work` reads an article, in `workers` processes; stories are looked for once `linked` articles were kept.
        """
        through: list[str] = []
        fresh = islice(self.fresh(sources, opened, since, through), limit)
        for number, taken in enumerate(spread(work, fresh, workers, lost), 1):
            self.keep(taken)
            if number % linked == 0 or number in EARLY:
                self.links.link(self.db, self.run)
        if not self.stopped():
            self.links.link(self.db, self.run)
        with whole(self.db):
            feeds.remember(self.db, ((mark.url, mark.etag, mark.modified) for mark in self.marks))
            rejects.settle(self.db, through, self.run)
            runs.end(self.db, self.run, self.counts)

    def fresh(self, sources: Sequence[str], opened: Open, since: date | None, through: list[str]) -> Iterator[Found]:
        """The articles that are to be read; what becomes of the others is told. `through` gets what came to its end."""
        for source in sources:
            marks: list[Mark] = []
            for each in sifted(self.db, source, unmarked(opened(source), marks), since):
                if self.stopped():
                    return
                if isinstance(each.item, Refused):
                    self.reject(source, each.item.source, each.outcome.reason)
                elif each.outcome.kind in {NEW, UPDATED}:
                    yield Found(source, each.item)
                else:
                    self.note(each.outcome)
            through.append(source)
            self.marks += marks  # not before: what a limit left out is to be sent again

    def keep(self, taken: Taken | Failed) -> None:
        """Keeps one article with all that was read in it; it is in no story until it is linked."""
        if isinstance(taken, Failed):
            self.reject(taken.source, taken.source, taken.reason)
            return
        article = taken.reading.article
        with whole(self.db):
            kind = outcome(self.db, article)  # another process may have kept it in the meantime
            if kind != KNOWN:
                keep_reading(self.db, taken.reading, taken.signature, self.model, taken.source, self.run)
                runs.counted(self.db, self.run, self.counts + Counter([kind]))
        self.note(Outcome(kind))

    def reject(self, source: str, place: str, reason: str) -> None:
        rejects.reject(self.db, source=place, given=source, reason=reason, run=self.run)
        self.note(Outcome(REJECTED, reason))

    def note(self, outcome: Outcome) -> None:
        self.counts[outcome.kind] += 1
        self.tell(outcome)


def unmarked(items: Iterable[Item], marks: list[Mark]) -> Iterator[Article | Refused]:
    """The items without the marks among them, which go to `marks`."""
    for item in items:
        if isinstance(item, Mark):
            marks.append(item)
        else:
            yield item


def sifted(
    db: sqlite3.Connection, source: str, items: Iterable[Article | Refused], since: date | None
) -> Iterator[Sifted]:
    """What a source gives, told apart without reading an article; each article of it comes once."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Refused):
            yield Sifted(source, item, Outcome(REJECTED, item.reason))
        elif since and item.published and item.published < since:
            yield Sifted(source, item, Outcome(OLDER))
        else:
            yield Sifted(source, item, Outcome(KNOWN if item.id in seen else outcome(db, item)))
            seen.add(item.id)
