"""What each step of a corpus's way makes of rows, wherever they lie: rows in, rows out, one function a step.

What is done to an article, a pair or a story is what `crosswire add` does; only how rows come together is an engine's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, tee
from zlib import crc32

import msgspec

from crosswire.picture import Deed, deeds
from crosswire.pipeline import compare
from crosswire.records import Article, Drift, Event, Finding, Origin, Reading, Record, Statement
from crosswire.run.link import some
from crosswire.run.local import in_processes
from crosswire.run.taken import Failed, Found, Taken, lost, take
from crosswire.sources import Refused
from crosswire.sources.open import in_file
from crosswire.store.packed import pack, unpack
from crosswire.stories.blocks import Block, Link, blocks, links
from crosswire.stories.clusters import NEVER
from crosswire.stories.signatures import Signature

PLACES = 1 << 32  # of articles in a file


class Number(Record, frozen=True):
    """The number of a file."""

    id: int


class Given(Record, frozen=True):
    """An article in its `part` of the work and its place among all, or the reason why `source` gave none."""

    part: int
    place: int
    given: str  # the source as a person named it
    source: str
    id: str | None = None
    article: bytes | None = None
    reason: str | None = None


class Read(Record, frozen=True):
    """A report read: `record` is its reading, `signature` what its stories are found by. Or the reason why not."""

    place: int
    given: str
    id: str
    key: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str
    words: int
    record: bytes | None = None
    signature: bytes | None = None
    reason: str | None = None


class Report(Record, frozen=True):
    """A report that was read, as one of its versions: only the latest is told in a story."""

    id: str
    key: str
    version: int
    latest: bool
    place: int
    given: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str
    words: int


class Told(Record, frozen=True):
    """The story of a report."""

    article: str
    story: str


class Lost(Record, frozen=True):
    """What was not taken, and why."""

    source: str
    given: str
    reason: str


class Signed(Record, frozen=True):
    """What the stories of a report are found by; `day` is an ordinal."""

    id: str
    day: int | None
    signature: bytes


class Met(Record, frozen=True):
    """A report in one of its blocks."""

    reach: int
    window: int
    salt: int
    signature: bytes


class Member(Record, frozen=True):
    """A report, and the lowest one of its story."""

    story: str
    id: str
    day: int | None


class Grouped(Record, frozen=True):
    """The reports of a story in order, and those of them that are compared."""

    id: str
    articles: tuple[str, ...]
    compared: tuple[str, ...]


class Packed(Record, frozen=True):
    """The reading of a report."""

    record: bytes


class Fused(Record, frozen=True):
    """A story with all that its reports say side by side. `reason` says why nothing is, where that went wrong."""

    id: str
    title: str | None
    first: date | None
    last: date | None
    articles: tuple[str, ...]
    compared: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    findings: tuple[Finding, ...] = ()
    drifts: tuple[Drift, ...] = ()
    deeds: tuple[Deed, ...] = ()
    reason: str | None = None


class EventOf(Record, frozen=True):
    """An event of a report."""

    article: str
    published: date | None
    outlet: str | None
    event: Event


class StatementOf(Record, frozen=True):
    """A statement of a report."""

    article: str
    published: date | None
    outlet: str | None
    statement: Statement


class File(Record, frozen=True):
    """A file among all, or the reason why it is none, and the source it is of."""

    place: int
    given: str
    file: str | Refused


def find(numbers: Iterable[Number], files: Sequence[File], columns: Mapping[str, str], parts: int) -> Iterator[Given]:
    """The articles of some files, each in the part that its id falls to."""
    for number in numbers:
        given, file = files[number.id].given, files[number.id].file
        items = (file,) if isinstance(file, Refused) else in_file(file, columns)
        for place, item in enumerate(items, files[number.id].place * PLACES):
            if isinstance(item, Article):
                part = crc32(item.id.encode()) % parts
                yield Given(part, place, given, given, item.id, pack(item))
            elif isinstance(item, Refused):
                yield Given(0, place, given, item.source, reason=item.reason)


def read(
    articles: Iterable[Given], work: Callable[[Found], Taken | Failed] = take, apart: bool = False
) -> Iterator[Read]:
    """The articles read, each on its own; `apart` from this process, so that one that ends a process is told."""
    one, other = tee(articles)
    found = (Found(each.given, unpack(each.article or b"", Article)) for each in one)
    made = in_processes(work, found, 1, lost) if apart else map(work, found)
    return map(row, other, made)


def row(each: Given, made: Taken | Failed) -> Read:
    article = made.article if isinstance(made, Failed) else made.reading.article
    known = (each.place, each.given, article.id, article.key, article.title, article.outlet, article.published)
    about = (*known, article.url, article.language, len(article.text.split()))
    if isinstance(made, Failed):
        return Read(*about, reason=made.reason)
    return Read(*about, record=pack(made.reading), signature=made.signature)


def meet(reports: Iterable[Signed], salts: Sequence[int], undated: bool) -> Iterator[Met]:
    """Each report in all its blocks."""
    for each in reports:
        for block in blocks(signature_in(each.signature), salts, undated):
            yield Met(block.reach, block.window, block.salt, each.signature)


def link(reports: Iterable[Met], salts: Sequence[int]) -> Iterator[Link]:
    """The links of a block."""
    for (reach, window, salt), met in groupby(reports, key=lambda row: (row.reach, row.window, row.salt)):
        yield from links(Block(reach, window, salt), (signature_in(each.signature) for each in met), salts)


def tell(members: Iterable[Member]) -> Iterator[Grouped]:
    """A story of its reports, in order of publication."""
    for _, of_one in groupby(members, key=lambda row: row.story):
        articles = tuple(row.id for row in sorted(of_one, key=lambda row: (row.day or NEVER, row.id)))
        yield Grouped(articles[0], articles, tuple(some(articles)))


def fuse(stories: Iterable[Grouped], reports: Iterable[Packed]) -> Iterator[Fused]:
    """A story with its reports side by side. Whatever goes wrong with it is told, not raised: the others go on."""
    for story in stories:
        try:
            yield fused(story, [unpack(each.record, Reading) for each in reports])
        except Exception as error:  # noqa: BLE001  the border where any error of a comparison becomes a line
            reason = f"cannot be compared: {type(error).__name__}: {' '.join(str(error).split())}"
            yield Fused(story.id, None, None, None, story.articles, story.compared, reason=reason)


def fused(story: Grouped, readings: Sequence[Reading]) -> Fused:
    comparison = compare(readings)
    articles = [reading.article for reading in comparison.readings]
    days = sorted(article.published for article in articles if article.published)
    return Fused(
        id=story.id,
        title=next((article.title for article in articles if article.title), None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=story.articles,
        compared=story.compared,
        origins=comparison.origins,
        findings=comparison.findings,
        drifts=comparison.drifts,
        deeds=tuple(deeds(story.id, comparison)),
    )


def events(reports: Iterable[Packed]) -> Iterator[EventOf]:
    for reading in readings_in(reports):
        article = reading.article
        yield from (EventOf(article.id, article.published, article.outlet, each) for each in reading.events)


def statements(reports: Iterable[Packed]) -> Iterator[StatementOf]:
    for reading in readings_in(reports):
        article = reading.article
        yield from (StatementOf(article.id, article.published, article.outlet, each) for each in reading.statements)


def readings_in(reports: Iterable[Packed]) -> Iterator[Reading]:
    return (unpack(each.record, Reading) for each in reports)


def signature_in(packed: bytes) -> Signature:
    return msgspec.msgpack.decode(packed, type=Signature)
