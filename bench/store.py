"""A store of made-up reports: `python -m bench store 100000`, how many. What reading takes is left out.

Added in runs of a thousand, while another process goes on asking; then asked for searches, stories and years of dyads.
Times are the processor's: what else the machine does is not counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from sqlite3 import Connection
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.generated import readings
from crosswire.records import Article
from crosswire.run.add import Addition
from crosswire.run.taken import Found, Taken, taken
from crosswire.store import kept, runs
from crosswire.store.tables import create_or_open, open_to_read

AT_ONCE = 1000  # reports
ASKED = 200  # questions of each kind
SOURCE = "made up"


def run(path: Path, errors: int) -> dict[str, object]:
    """Reports added a second, p95 of three questions in milliseconds, and the bytes of the file for each report."""
    number = int(path.name)
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        with closing(create_or_open(store)) as db, Asking(store) as asked:
            seconds, letters = fill(db, number)
        with closing(open_to_read(store)) as db:
            return {
                "add_per_s": round(number / seconds),
                "search_p95_ms": p95(db, search, words(db)),
                "story_p95_ms": p95(db, story, stories(db)),
                "dyad_p95_ms": p95(db, dyad, pairs(db)),
                "bytes_per_article": round(store.stat().st_size / number),
                "text_bytes_per_article": round(letters / number),
                "answers_while_adding": asked.answers.value,
                "slowest_while_adding_ms": round(asked.slowest.value * 1000),
            }


def fill(db: Connection, number: int) -> tuple[float, int]:
    """Adds so many reports; the seconds that took without what a reader does, and the bytes of their texts."""
    made, seconds, letters = islice(readings(), number), 0.0, 0
    addition = Addition(db, runs.begin(db, "bench", "", ""), model="", tell=lambda outcome: None)
    while some := [taken(SOURCE, reading) for reading in islice(made, AT_ONCE)]:
        began = process_time()
        add(addition, some)
        seconds += process_time() - began
        letters += sum(len(each.reading.article.text.encode()) for each in some)
        print(f"bench: {len(some)} reports in {process_time() - began:.1f} s", file=sys.stderr)
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
    with closing(open_to_read(store)) as db:
        while not over.wait(0.01):
            began = perf_counter()
            (last,) = db.execute("SELECT id FROM story WHERE reports > 0 ORDER BY last DESC LIMIT 1").fetchone() or (
                "",
            )
            if last:
                kept.comparison(db, last)
                answers.value += 1
                slowest.value = max(slowest.value, perf_counter() - began)


def p95(db: Connection, question: Callable[[Connection, str], object], asked: list[str]) -> float:
    """Milliseconds that all but one in twenty of some questions take at most."""
    times = []
    for each in Random(1).choices(asked, k=ASKED):
        began = process_time()
        question(db, each)
        times.append((process_time() - began) * 1000)
    return round(quantiles(times, n=20)[-1], 2)


def search(db: Connection, words: str) -> object:
    found = "SELECT id, outlet, snippet(words, 1, '', '', '', 24) FROM words JOIN article ON number = words.rowid"
    return db.execute(f"{found} WHERE words MATCH ? ORDER BY rank LIMIT 50", (words,)).fetchall()


def story(db: Connection, id: str) -> object:
    return kept.comparison(db, id)


def dyad(db: Connection, pair: str) -> object:
    query = "SELECT * FROM dyad WHERE actor = ? AND recipient = ? AND day BETWEEN ? AND ? ORDER BY day"
    return db.execute(query, (*pair.split("|"), "2023-01-01", "2023-12-31")).fetchall()


def words(db: Connection) -> list[str]:
    """Pairs of words that stand in one text."""
    texts = [text.split() for (text,) in db.execute("SELECT text FROM article ORDER BY id LIMIT ?", (ASKED,))]
    chance = Random(2)
    return [" ".join(f'"{word.strip(".“”,")}"' for word in chance.sample(text, 2)) for text in texts]


def stories(db: Connection) -> list[str]:
    return [id for (id,) in db.execute("SELECT id FROM story WHERE reports > 0 ORDER BY id LIMIT 5000")]


def pairs(db: Connection) -> list[str]:
    return [pair for (pair,) in db.execute("SELECT DISTINCT actor || '|' || recipient FROM dyad ORDER BY 1 LIMIT 5000")]
