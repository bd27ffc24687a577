"""What a corpus costs, step by step: `python -m bench scale 1000 10000`, how many made-up reports.

The steps of a run on a cluster, brought together by lists: core-hours and bytes for each million reports, without
Spark's own. Reading is left out; `bench speed` measures it. Times are the processor's: what else the machine does is
not counted. Bytes are those of the rows' values, before any compression of tables.
"""

from __future__ import annotations

import resource
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path
from time import process_time
from typing import TypeVar

import msgspec

from bench.generated import readings
from crosswire.records import Reading, Record
from crosswire.run import steps
from crosswire.run.taken import Found, Taken, taken
from crosswire.store.packed import pack
from crosswire.stories.blocks import LATER, SOON, Block, Link, blocks, salts_for
from crosswire.stories.clusters import ALIKE
from crosswire.stories.linkage import average_linkage
from crosswire.stories.signatures import Signature

MILLION = 1_000_000
DENSE = 13_700  # reports a day, of which twenty years have a hundred million
HOUR = 3600

R = TypeVar("R", bound=Record)


class Cost:
    """The seconds of each step, and the bytes of the rows that it sends on."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.bytes: dict[str, int] = {}

    def of(self, step: str, rows: Iterable[R]) -> list[R]:
        start = process_time()
        made = list(rows)
        self.seconds[step] = process_time() - start
        self.bytes[step] = sum(len(msgspec.msgpack.encode(row)) for row in made)
        return made


def run(path: Path, errors: int) -> dict[str, object]:
    """Core-hours and megabytes a step for each million reports, and what grows faster than their number."""
    number, cost = int(path.name), Cost()
    made = {reading.article.id: reading for reading in islice(readings(), number)}
    read = {row.id: row for row in cost.of("keep", steps.read(map(given, made.values()), work=known(made)))}
    signatures = {id: msgspec.msgpack.decode(row.signature or b"", type=Signature) for id, row in read.items()}
    signed = [steps.Signed(id, each.day, read[id].signature or b"") for id, each in signatures.items()]
    salts = salts_for([busiest(signatures.values(), days) for _, days in (SOON, LATER)])
    met = sorted(cost.of("meet", steps.meet(signed, salts, undated=False)), key=block)
    sizes = [len(list(rows)) for _, rows in groupby(met, key=block)]
    links = cost.of("link", steps.link(met, salts))
    stories = cost.of("tell", told(signatures, links))
    cost.of("fuse", (each for story in stories for each in steps.fuse([story], packed(story, read))))
    return {
        **{f"{step}_core_h_per_million": round(s * MILLION / number / HOUR, 2) for step, s in cost.seconds.items()},
        **{f"{step}_mb_per_million": round(size / number) for step, size in cost.bytes.items()},
        "blocks_of_a_report": round(len(met) / number, 1),
        "blocks_of_a_report_of_100_million": round(len(spread(signatures.values(), DENSE)) / number, 1),
        "links_per_article": round(len(links) / number, 1),
        "largest_block": max(sizes),
        "largest_chain": max(map(len, chained(signatures, links))),
        "largest_story": max(len(story.articles) for story in stories),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def given(reading: Reading) -> steps.Given:
    return steps.Given(0, 0, "made up", "made up", reading.article.id, pack(reading.article))


def known(made: Mapping[str, Reading]):
    def work(found: Found) -> Taken:
        return taken(found.source, made[found.article.id])

    return work


def spread(signatures: Iterable[Signature], a_day: int) -> list[Block]:
    """The blocks that the reports would go to in a corpus with so many a day: the more, the more salts."""
    salts = salts_for([a_day * days for _, days in (SOON, LATER)])
    return [block for each in signatures for block in blocks(each, salts, undated=False)]


def busiest(signatures: Iterable[Signature], days: int) -> int:
    counts: dict[int, int] = defaultdict(int)
    for each in signatures:
        counts[(each.day or 0) // days] += 1
    return max(counts.values())


def block(row: steps.Met) -> tuple[int, int, int]:
    return row.reach, row.window, row.salt


def chained(names: Iterable[str], links: Iterable[Link]) -> Iterator[list[str]]:
    """The reports that a way of links connects."""
    of = {name: [name] for name in names}
    for link in links:
        shorter, longer = sorted((of[link.one], of[link.other]), key=len)
        if link.like >= ALIKE and shorter is not longer:
            longer += shorter
            of.update(dict.fromkeys(shorter, longer))
    return iter({id(chain): chain for chain in of.values()}.values())


def told(signatures: Mapping[str, Signature], links: Iterable[Link]) -> Iterator[steps.Grouped]:
    """The stories, found at once and not by passes."""
    likes: dict[str, dict[str, float]] = {name: {} for name in signatures}
    for link in links:
        likes[link.one][link.other] = likes[link.other][link.one] = link.like
    groups = average_linkage(list(likes), likes, ALIKE)
    return steps.tell(steps.Member(min(group), name, signatures[name].day) for group in groups for name in group)


def packed(story: steps.Grouped, read: Mapping[str, steps.Read]) -> list[steps.Packed]:
    return [steps.Packed(read[name].record or b"") for name in story.compared]
