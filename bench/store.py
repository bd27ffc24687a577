"""A store of made-up reports: `python -m bench store 100000`, how many. What reading takes is left out.

Added a thousand at a time, while another process goes on asking; then asked what `bench.asked` asks.
Times are the processor's: what else the machine does is not counted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.asked import broad, first_view, narrow
from bench.generated import readings
from crosswire.records import Article
from crosswire.run.add import Addition
from crosswire.run.taken import Found, Taken, taken
from crosswire.store import kept, runs
from crosswire.store.tables import create_or_open, open_to_read

AT_ONCE = 1000  # reports
SOURCE = "made up"


def run(path: Path, errors: int) -> dict[str, object]:
    """Reports added a second, p95 of each question in milliseconds, and the bytes of the file for each report."""
    number = int(path.name)
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        with closing(create_or_open(store)) as db, Asking(store) as asked:
            seconds, letters = fill(db, number)
        with closing(open_to_read(store)) as db:
            return {
                "add_per_s": round(number / sum(seconds)),
                "last_thousand_per_s": round((number - AT_ONCE * (len(seconds) - 1)) / seconds[-1]),
                **narrow(db),
                "broad_p95_ms": broad(db),
                "first_view_ms": round(first_view(store)),
                "bytes_per_article": round(store.stat().st_size / number),
                "text_bytes_per_article": round(letters / number),
                "answers_while_adding": asked.answers.value,
                "slowest_while_adding_ms": round(asked.slowest.value * 1000),
            }


def fill(db: Connection, number: int) -> tuple[list[float], int]:
    """Adds so many reports; the seconds of each thousand without what a reader does, and the bytes of their texts."""
    made, seconds, letters = islice(readings(), number), list[float](), 0
    addition = Addition(db, runs.begin(db, "bench", "", ""), model="", tell=lambda outcome: None)
    while some := [taken(SOURCE, reading) for reading in islice(made, AT_ONCE)]:
        began = process_time()
        add(addition, some)
        seconds.append(process_time() - began)
        letters += sum(len(each.reading.article.text.encode()) for each in some)
        print(f"bench: {len(some)} reports in {seconds[-1]:.1f} s", file=sys.stderr)
    return seconds, letters


def add(addition: Addition, some: Iterable[Taken], linked: int = AT_ONCE) -> None:
    """Adds reports that have been read before."""
    by_id = {each.reading.article.id: each for each in some}

    def articles(source: str) -> Iterator[Article]:
        return (each.reading.article for each in by_id.values())

    def again(found: Found) -> Taken:
        return by_id[found.article.id]

    addition.add([SOURCE], articles, work=again, linked=linked)


class Asking:
    """Another process that asks a store again and again as long as this is held."""

    def __init__(self, store: Path) -> None:
        context = get_context("spawn")
        self.answers, self.slowest, self.over = context.Value("q"), context.Value("d"), context.Event()
        self.process = context.Process(target=ask, args=(store, self.answers, self.slowest, self.over))

    def __enter__(self) -> Asking:
        self.process.start()
        return self

    def __exit__(self, *ended: object) -> None:
        self.over.set()
        self.process.join()


def ask(store: Path, answers: Synchronized[int], slowest: Synchronized[float], over: Event) -> None:
    """Asks until it is over, or the process that adds was killed."""
    adding = parent_process()
    with closing(open_to_read(store)) as db:
        while adding and adding.is_alive() and not over.wait(0.01):
            began = perf_counter()
            (last,) = db.execute("SELECT id FROM story WHERE reports > 0 ORDER BY last DESC LIMIT 1").fetchone() or (
                "",
            )
            if last:
                kept.comparison(db, last)
                answers.value += 1
                slowest.value = max(slowest.value, perf_counter() - began)
