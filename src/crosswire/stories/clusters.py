"""Which reports tell one story. One at a time or all at once, in any order, the same reports give the same stories."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

import numpy as np
from numpy.typing import NDArray

from crosswire.records import Article, Story
from crosswire.stories.linkage import Groups, Join
from crosswire.stories.neighbours import Neighbours, by_row, distinct
from crosswire.stories.signatures import Signature, signature
from crosswire.stories.vectors import LONGEST, Rows, Vectors

ALIKE = 0.1  # on average, two halves of one story; bench/stories.py says on what it was chosen
FAINT = 0.05  # less is no likeness at all
SOON = (24, 30)  # words of which two reports share two, and days between them
LATER = (12, LONGEST)  # the longer ago, the fewer words are looked at
AT_ONCE = 256  # reports
NEVER = 1 << 30  # a day after all days: undated reports come last


def find_stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The stories of some reports, in order of publication; every report is in exactly one, alone if need be."""
    stories = Stories()
    for article in articles:
        stories.add(signature(article))
    return stories.all()


class Stories:
    """Stories that grow with each report. A report given twice changes nothing.

    Two groups can only join where two of their reports are alike, so reports that no chain of such pairs connects are
    told apart without looking: a late report opens its own chain anew, and no other. Reports `kept` from before are
    not held against each other until a new one comes near them, so that to start with many is quick.
    """

    def __init__(self, kept: Iterable[Signature] = ()) -> None:
        self.rows: dict[str, int] = {}
        self.names: list[str] = []
        self.vectors = Vectors()
        self.neighbours = tuple(Neighbours(self.vectors, *reach) for reach in (SOON, LATER))
        self.links: list[tuple[array[int], array[float]]] = []  # of each report, the others and how alike they are
        self.linked = bytearray()  # of each report, whether all its links are known
        self.chains: list[Chain] = []  # of each report
        self.told: dict[str, Story] = {}
        self.waiting: list[int] = []  # added, and not yet held against others
        self.fresh: list[int] = []  # added since changes were last asked for
        for each in kept:
            self.add(each)
        self.index(self.waiting)
        self.waiting, self.fresh = [], []

    def add(self, signature: Signature) -> None:
        """Takes a report in; what follows from it is found when stories are asked for, for many at once."""
        if signature.article in self.rows:
            return
        row = self.rows[signature.article] = len(self.names)
        self.names.append(signature.article)
        self.vectors.add(signature)
        self.links.append((array("l"), array("d")))
        self.linked.append(False)
        self.chains.append(Chain(row))
        self.waiting.append(row)
        self.fresh.append(row)

    def story(self, name: str) -> Story:
        """The story that holds a report; the id of a story there ever was leads to the one that now has its report.

        Raises KeyError for a report that was never added.
        """
        self.settle()
        self.tell(self.chain(self.rows[name]))
        return self.told[name]

    def all(self) -> tuple[Story, ...]:
        """Every story, in the order of their first reports."""
        return self.in_order(map(self.story, self.names))

    def changed(self) -> tuple[Story, ...]:
        """The stories that are not what they were when last asked for, or when these began; all near a new report.

        Of reports that were kept from before a story near a new one may be told that is the same as ever.
        """
        self.settle()
        fresh, self.fresh = self.fresh, []
        for row in fresh:
            self.chain(row)
        chains = {id(chain): chain for chain in map(self.chains.__getitem__, fresh)}
        return self.in_order(story for chain in chains.values() for story in self.tell(chain))

    def tell(self, chain: Chain) -> list[Story]:
        """Finds the stories of a chain, all linked, that are not what they were."""
        if not chain.new:
            return []
        groups = Groups(Linked(self, chain), ALIKE)
        groups.grow([self.names[row] for row in chain.new], merge(*chain.joins))
        chain.new, chain.joins = [], [groups.joins] if groups.joins else []
        orders = (tuple(sorted(groups.of(name), key=self.place)) for name in groups.open)
        stories = [Story(articles[0], articles) for articles in orders]
        changed = [story for story in stories if self.told.get(story.id) != story]
        for story in changed:
            self.told.update(dict.fromkeys(story.articles, story))
        return changed

    def in_order(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        by_id = {story.id: story for story in stories}
        return tuple(by_id[first] for first in sorted(by_id, key=self.place))

    def place(self, name: str) -> tuple[int, str]:
        """Where a report stands in time; of one day, by its id."""
        return int(self.vectors.days[self.rows[name]]) or NEVER, name

    def settle(self) -> None:
        """Holds the reports that wait against all others."""
        waiting, self.waiting = self.waiting, []
        for rows in some(waiting):
            self.index(rows)
            self.link(rows, new=True)

    def index(self, rows: Sequence[int]) -> None:
        for neighbours in self.neighbours:
            neighbours.add(np.array(rows, np.int64))

    def chain(self, row: int) -> Chain:
        """The chain of a report, all its reports linked."""
        while (chain := self.chains[row]).unlinked:
            unlinked, chain.unlinked = [each for each in chain.unlinked if not self.linked[each]], []
            for rows in some(unlinked):
                self.link(rows, new=False)
        return chain

    def link(self, rows: Sequence[int], new: bool) -> None:
        """Finds all links of some reports: new ones' with those before them, others' with reports not linked yet."""
        for row, others in self.near(np.array(rows, np.int64)):
            unknown = others[others < row] if new else others[~self.known(others) & (others != row)]
            self.linked[row] = True
            likes = self.vectors.likeness(row, unknown)
            enough = likes >= FAINT
            for other, like in zip(unknown[enough].tolist(), likes[enough].tolist(), strict=True):
                for one, beside in ((row, other), (other, row)):
                    others_of, likes_of = self.links[one]
                    others_of.append(beside)
                    likes_of.append(like)
                if like >= ALIKE:
                    self.join(row, other)
        for row in rows:  # those without neighbours, too
            self.linked[row] = True

    def known(self, rows: Rows) -> NDArray[np.bool_]:
        linked: NDArray[np.bool_] = np.frombuffer(self.linked, np.bool_)[rows]
        return linked

    def near(self, rows: Rows) -> Iterator[tuple[int, Rows]]:
        """Each of some reports with those that may tell its story."""
        return by_row(distinct(np.concatenate([neighbours.near(rows) for neighbours in self.neighbours])))

    def join(self, one: int, other: int) -> None:
        """Makes one chain of two, the shorter's reports added to the longer's."""
        shorter, longer = sorted((self.chains[one], self.chains[other]), key=lambda chain: len(chain.rows))
        if shorter is not longer:
            longer.rows += shorter.rows
            longer.unlinked += shorter.unlinked
            longer.new += shorter.new
            longer.joins += shorter.joins
            for row in shorter.rows:
                self.chains[row] = longer


class Chain:
    """The reports of a chain, those not held against all others, and those that no story was told of yet.

    `joins` are how the stories of the others came about, part by part.
    """

    def __init__(self, row: int) -> None:
        self.rows, self.unlinked, self.new = [row], [row], [row]
        self.joins: list[list[Join]] = []


class Linked:
    """The links of the reports of a chain, by name."""

    def __init__(self, stories: Stories, chain: Chain) -> None:
        self.stories, self.chain = stories, chain

    def __getitem__(self, name: str) -> Iterator[tuple[str, float]]:
        others, likes = self.stories.links[self.stories.rows[name]]
        return zip(map(self.stories.names.__getitem__, others), likes, strict=True)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.stories.chains[self.stories.rows[name]] is self.chain


def some(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]
