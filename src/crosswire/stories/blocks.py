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
from crosswire.stories.vectors import UNDATED, Vectors

REACHES = (SOON, LATER)
LARGE = 50_000  # reports of a block that are held in memory with all their words: some 250 MB
NO_DAY = -1  # the window of what may be any day's: of every report, as soon as one has no day
NOWHERE = 1 << 62  # the salt of a word that is not shared


class Block(Record, frozen=True, order=True):
    """Reports that are held against one another: a reach, a window of as many days, and one salt of many.

    A window is as long as its reach, and its reports go to the next one too: two that may tell one story always meet,
    and count in the window of the later one.
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
    """How many salts each reach needs, by the reports of its busiest window, for blocks that are not LARGE.

    One as long as a block holds all reports of a window and of the one before: with fewer salts than a report has
    words every block would hold nearly all of them, again and again.
    """
    return tuple(
        1 + 2 * reports * keys // LARGE if 2 * reports > LARGE else 1
        for reports, (keys, _) in zip(busiest, REACHES, strict=True)
    )


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
    names, vectors = [], Vectors()
    for each in signatures:
        names.append(each.article)
        vectors.add(each)
    neighbours = Neighbours(vectors, keys, days)
    neighbours.add(np.arange(len(names)))
    dated = vectors.days[: len(names)]
    mine = dated == UNDATED if block.window == NO_DAY else dated // days == block.window
    salted = np.array([NOWHERE, *(salt_of(word, salts[block.reach]) for word in vectors.numbers)])
    least = np.full(len(salted), NOWHERE)
    for rows in some(np.flatnonzero(mine).tolist()):
        for row, near in by_row(neighbours.near(np.array(rows, np.int64))):
            others = near[(near < row) | ~mine[near]]
            if REACHES[block.reach] is LATER:  # the shorter reach finds the others
                others = others[np.abs(dated[others] - dated[row]) > SOON[1]]
            if salts[block.reach] > 1:  # a pair counts at the least salt of the words that it shares
                words = vectors.words[row, :keys]
                least[words] = salted[words]
                others = others[least[vectors.words[others, :keys]].min(axis=1, initial=NOWHERE) == block.salt]
                least[words] = NOWHERE
            likes = vectors.likeness(row, others)
            enough = likes >= FAINT
            for other, like in zip(others[enough].tolist(), likes[enough].tolist(), strict=True):
                one, beside = sorted((names[row], names[other]))
                yield Link(one, beside, like)


def heaviest(signature: Signature, keys: int) -> Sequence[str]:
    return tuple(signature.weights)[:keys]


def salt_of(word: str, salts: int) -> int:
    return crc32(word.encode()) % salts
