"""Which reports tell one story. One at a time or all at once, in any order, the same reports give the same stories."""

from __future__ import annotations

from collections.abc import Iterable

from crosswire.records import Article, Story
from crosswire.stories.linkage import average_linkage
from crosswire.stories.neighbours import Neighbours
from crosswire.stories.signatures import Signature, likeness, signature

ALIKE = 0.14  # on average, two halves of one story; bench/stories.py says on what it was chosen
FAINT = 0.07  # less is no likeness at all
SOON = (24, 30)  # words of which two reports share two, and days between them
LATER = (12, 400)  # the longer ago, the fewer words are looked at
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
    told apart without looking: a late report opens its own chain anew, and no other.
    """

    def __init__(self) -> None:
        self.signatures: dict[str, Signature] = {}
        self.links: dict[str, dict[str, float]] = {}
        self.chains: dict[str, list[str]] = {}  # the reports of a chain, one list for all of them
        self.told: dict[str, tuple[int, Story]] = {}  # with the length of the chain it was found in: chains only grow
        self.neighbours = (Neighbours(*SOON), Neighbours(*LATER))

    def add(self, signature: Signature) -> None:
        """Takes a report in."""
        name = signature.article
        if name in self.signatures:
            return
        near = {other for neighbours in self.neighbours for other in neighbours.near(signature)}
        likes = {other: likeness(signature, self.signatures[other]) for other in near}
        links = {other: like for other, like in likes.items() if like >= FAINT}
        self.signatures[name], self.links[name], self.chains[name] = signature, links, [name]
        for neighbours in self.neighbours:
            neighbours.add(signature)
        for other, like in links.items():
            self.links[other][name] = like
            if like >= ALIKE:
                self.chain(name, other)

    def chain(self, one: str, other: str) -> None:
        """Makes one chain of two, the shorter's reports added to the longer's."""
        shorter, longer = sorted((self.chains[one], self.chains[other]), key=len)
        if shorter is not longer:
            longer += shorter
            self.chains.update(dict.fromkeys(shorter, longer))

    def story(self, name: str) -> Story:
        """The story that holds a report; the id of a story there ever was leads to the one that now has its report.

        Raises KeyError for a report that was never added.
        """
        chain = self.chains[name]
        size, story = self.told.get(name, (0, None))
        if story is None or size < len(chain):
            for group in average_linkage(chain, self.links, ALIKE):
                articles = tuple(sorted(group, key=self.place))
                self.told.update(dict.fromkeys(articles, (len(chain), Story(articles[0], articles))))
        return self.told[name][1]

    def all(self) -> tuple[Story, ...]:
        """Every story, in the order of their first reports."""
        stories = {story.id: story for story in map(self.story, self.signatures)}
        return tuple(stories[first] for first in sorted(stories, key=self.place))

    def place(self, name: str) -> tuple[int, str]:
        """Where a report stands in time; of one day, by its id."""
        day = self.signatures[name].day
        return (NEVER if day is None else day, name)
