"""An article to what a store keeps of it, in any process."""

from __future__ import annotations

import msgspec

from crosswire.reading import read
from crosswire.records import Article, Reading, Record
from crosswire.stories.signatures import signature


class Found(Record, frozen=True):
    """An article, and the source it was found in as a person named it."""

    source: str
    article: Article


class Taken(Record, frozen=True):
    """An article read and, packed, what its stories are found by."""

    source: str
    reading: Reading
    signature: bytes


class Failed(Record, frozen=True):
    """An article that could not be read, and the error in one line."""

    source: str
    article: Article
    reason: str


def take(found: Found) -> Taken | Failed:
    """The article read. Whatever goes wrong with it is told, not raised: the others go on."""
    try:
        return taken(found.source, read(found.article))
    except Exception as error:  # noqa: BLE001  the one border where any error of a reading becomes a line
        reason = f"cannot be read: {type(error).__name__}: {' '.join(str(error).split())}"
        return Failed(found.source, found.article, reason)


def lost(found: Found) -> Failed:
    """What stands for an article whose process was killed while it read nothing else."""
    reason = "ends the process that reads it, perhaps for want of memory; give it more, then try it by crosswire retry"
    return Failed(found.source, found.article, reason)


def taken(source: str, reading: Reading) -> Taken:
    return Taken(source, reading, msgspec.msgpack.encode(signature(reading.article)))
