"""Average linkage over the pairs that are alike at all: a function of the pairs, whatever their order.

Groups grow: with new members only the joins near them are made anew, the others as they were made before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple, Protocol


class Links(Protocol):
    """The links of each member, both ways round; those to others than members do not count."""

    def __getitem__(self, name: str, /) -> Iterable[tuple[str, float]]: ...
    def __contains__(self, name: object, /) -> bool: ...


class Join(NamedTuple):
    """Two groups joined, by the lowest names in them; in the order in which pairs are joined."""

    unlike: float
    one: str
    other: str


def average_linkage(
    members: Sequence[str], links: Mapping[str, Mapping[str, float]], least: float
) -> Iterator[tuple[str, ...]]:
    """The groups that are left when the two most alike are joined until none are on average `least` alike.

    Pairs without a link count as not alike. Of equals the lowest names go first. n log n in the links.
    """
    pairs = {name: links[name].items() for name in sorted(members)}
    groups = Groups(pairs, least)
    groups.grow(pairs)
    yield from (groups.of(name) for name in pairs if groups.name(name) == name)


class Groups:
    """Groups of members while they are joined; what is `open` has its likeness to all others added up.

    Joins made before, of all members but new ones, are made again as long as neither side has become another: what
    two groups were before, beside all others, they are still if no new member has a part in either.
    """

    def __init__(self, links: Links, least: float) -> None:
        self.links, self.least = links, least
        self.held: dict[str, list[str]] = {}  # the members of a group, by its name; a member alone is left out
        self.names: dict[str, str] = {}  # the group of a member, where it bears another name
        self.open: dict[str, dict[str, float]] = {}  # the sum of the likenesses to each other group
        self.beside: dict[str, set[str]] = defaultdict(set)  # the open groups that another one is linked to
        self.waiting: list[tuple[float, str, str, int, int]] = []
        self.joins: list[Join] = []

    def name(self, member: str) -> str:
        return self.names.get(member, member)

    def of(self, name: str) -> tuple[str, ...]:
        """The members of a group."""
        return tuple(self.held.get(name, (name,)))

    def size(self, name: str) -> int:
        """0 for a group that has gone into another."""
        return len(self.held.get(name, "1")) if name not in self.names else 0

    def grow(self, new: Iterable[str], before: Iterable[Join] = ()) -> None:
        """Joins all; `before` are the joins of the members without the new ones, in order."""
        for name in new:
            self.opened(name)
        for each in before:
            self.join_above(each)
            mine, theirs = (bool(self.size(name)) and name not in self.open for name in (each.one, each.other))
            if mine and theirs:
                self.again(each)
            elif mine or theirs:  # it would have joined what is another group now
                self.opened(each.one if mine else each.other)
        self.join_above(None)

    def join_above(self, bound: Join | None) -> None:
        """Joins the open groups that come before a join."""
        while self.waiting and (bound is None or self.waiting[0][:3] < bound):
            unlike, one, other, size, other_size = heappop(self.waiting)
            if (size, other_size) == (self.size(one), self.size(other)):
                for name in (one, other):
                    if name not in self.open:
                        self.opened(name)
                self.added_up(one, other)
                self.joined(Join(unlike, one, other))
                for beside in self.open[one]:
                    self.wait(one, beside)

    def opened(self, name: str) -> None:
        """Adds up what a group has in common with each other one."""
        sums: dict[str, float] = defaultdict(float)
        for member in self.of(name):
            for other, like in self.links[member]:
                if other in self.links:
                    sums[self.name(other)] += like
        sums.pop(name, None)
        self.open[name] = sums
        self.beside.pop(name, None)
        for other in sums:
            if other not in self.open:
                self.beside[other].add(name)
            self.wait(name, other)

    def added_up(self, one: str, other: str) -> None:
        """Adds the sums of an open group to those of another one."""
        mine = self.open[one]
        for beside, total in self.open.pop(other).items():
            if beside != one:
                mine[beside] = mine.get(beside, 0.0) + total
                if beside in self.open:
                    del self.open[beside][other]
                    self.open[beside][one] = mine[beside]
                else:
                    self.beside[beside].discard(other)
                    self.beside[beside].add(one)
        del mine[other]

    def again(self, join: Join) -> None:
        """Joins two groups as before."""
        self.joined(join)
        for name in self.beside.pop(join.other, ()):
            sums = self.open[name]
            sums[join.one] = sums.get(join.one, 0.0) + sums.pop(join.other)
            self.beside[join.one].add(name)
        for name in self.beside.get(join.one, ()):
            self.wait(name, join.one)

    def joined(self, join: Join) -> None:
        members = self.of(join.other)
        self.held.setdefault(join.one, [join.one]).extend(members)
        self.held.pop(join.other, None)
        self.names.update(dict.fromkeys(members, join.one))
        self.joins.append(join)

    def wait(self, name: str, beside: str) -> None:
        """Puts down two groups as a pair to be joined, if they are alike enough."""
        size, other_size = self.size(name), self.size(beside)
        mean = self.open[name][beside] / (size * other_size)
        if mean >= self.least:
            if name < beside:
                heappush(self.waiting, (-mean, name, beside, size, other_size))
            else:
                heappush(self.waiting, (-mean, beside, name, other_size, size))
