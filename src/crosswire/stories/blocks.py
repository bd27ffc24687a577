"""The links between reports found block by block, on any number of machines: the same as all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from zlib import crc32

import numpy as np

from crosswire.records import Record
from crosswire.stories.clusters import FAINT, LATER, SOON, some
from crosswire.stories.neighbours import Neighbours, by_row
from crosswire.stories.signatures import Signature
from crosswire.stories.vectors import Vectors

REACHES = (SOON, LATER)
LARGE = 50_000  # reports of a block that are held in memory with all their words: some 250 MB
NO_DAY = -1  # the window of what may be any day's: of every report, as soon as one has no day


class Block(Record, frozen=True, order=True):
    """Reports that are held against one another: a reach, a window of as many days, and one salt of many.

    A window is as long as its reach, and its reports go to the next one too: two that may tell one story always meet.
    A report goes to the salts of its heaviest words, so that a word of every day's news is not all in one place.
    """

    reach: int
    window: int
    salt: int


class Link(Record, frozen=True):
    """How alike two reports are that may tell one story; `one` is the lower name."""

    one: str
    other: str
    like: float


def salts_for(busiest: Sequence[int]) -> tuple[int, ...]:
    """How many salts each reach needs, by the reports of its busiest window, for blocks that are not LARGE."""
    return tuple(1 + 2 * reports * keys // LARGE for reports, (keys, _) in zip(busiest, REACHES, strict=True))


def blocks(signature: Signature, salts: Sequence[int], undated: bool) -> Iterator[Block]:
    """The blocks of a report; `undated` says whether any report at all has no day."""
    for reach, (keys, days) in enumerate(REACHES):
        windows: set[int] = set() if signature.day is None else {signature.day // days, signature.day // days + 1}
        if undated and REACHES[reach] is SOON:
            windows.add(NO_DAY)  # who shares two of the fewer words shares two of the more
        met = {salt_of(word, salts[reach]) for word in heaviest(signature, keys)}
        for window, salt in product(sorted(windows), sorted(met)):
            yield Block(reach, window, salt)


def links(block: Block, signatures: Iterable[Signature], salts: Sequence[int]) -> Iterator[Link]:
    """The links that no other block finds, between all reports of a block."""
    keys, days = REACHES[block.reach]
    given = sorted(signatures, key=lambda signature: signature.article)
    words = [frozenset(heaviest(each, keys)) for each in given]
    vectors = Vectors()
    for each in given:
        vectors.add(each)
    neighbours = Neighbours(vectors, keys, days)
    neighbours.add(np.arange(len(given)))
    for rows in some(range(len(given))):
        for row, others in by_row(neighbours.near(np.array(rows, np.int64))):
            before = others[others < row]
            for other, like in zip(before.tolist(), vectors.likeness(row, before).tolist(), strict=True):
                if like < FAINT:
                    continue
                shared = words[other] & words[row]
                if home(given[other].day, given[row].day, shared, block.reach, salts[block.reach]) == block:
                    yield Link(given[other].article, given[row].article, like)


def home(one: int | None, other: int | None, shared: Iterable[str], reach: int, salts: int) -> Block | None:
    """The one block of a reach where a pair counts, by its days and words; none where a shorter reach finds it."""
    _, days = REACHES[reach]
    salt = min(salt_of(word, salts) for word in shared)
    if one is None or other is None:
        return Block(reach, NO_DAY, salt)
    if REACHES[reach] is LATER and abs(one - other) <= SOON[1]:
        return None
    return Block(reach, max(one, other) // days, salt)


def heaviest(signature: Signature, keys: int) -> Sequence[str]:
    return tuple(signature.weights)[:keys]


def salt_of(word: str, salts: int) -> int:
    return crc32(word.encode()) % salts
