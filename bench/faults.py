"""Killing whoever adds: `python -m bench faults 300`, how many times; and two adding the same to one store at once.

A process adds made-up reports and is killed at a moment drawn at random; the next one takes up the rest. What was
said to be kept must be there, once, and a store that is full must be the one that was never interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from random import Random
from sqlite3 import Connection as Database
from tempfile import TemporaryDirectory
from time import sleep

from bench.generated import readings
from bench.store import SOURCE, add
from crosswire import find_stories
from crosswire.records import Reading
from crosswire.run.add import Addition, Outcome
from crosswire.run.taken import taken
from crosswire.store import kept, runs
from crosswire.store.keep import NEW
from crosswire.store.tables import create_or_open, open_to_read
from crosswire.store.verify import faults, search_faults

REPORTS = 40
LINKED = 7  # reports kept before they are linked, so that many die while linking
SOONEST, LATEST = 0, 16  # reports kept before a process is killed
LINGER = 0.05  # seconds, at most, that it is let go on


def run(path: Path, errors: int) -> dict[str, object]:
    """How many kills were tried, how often something was wrong after one, and whether two writers got on."""
    number, chance = int(path.name), Random(1)
    tried, finished = 0, 0
    failed: list[str] = []
    while tried < number:
        with TemporaryDirectory() as folder:
            store = Path(folder) / "crosswire.db"
            while tried < number and held(store) < REPORTS:
                tried += 1
                said = killed(store, chance)
                failed += [f"kill {tried}: {fault}" for fault in lost(store, said)]
            if held(store) == REPORTS:
                finished += 1
                finish(store)
                failed += [f"store {finished}: {fault}" for fault in unlike(store)]
    beside = two_at_once()
    print(*failed[:errors], *beside[:errors], sep="\n", file=sys.stderr)
    return {"tried": tried, "failed": len(failed), "stores_filled": finished, "two_writers_failed": len(beside)}


def held(store: Path) -> int:
    """How many articles a store has."""
    if not store.exists():
        return 0
    with closing(create_or_open(store)) as db:
        return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


def killed(store: Path, chance: Random) -> list[int]:
    """Lets a process add for a while and kills it; what it said it had kept."""
    process, told = begun(store)
    told.recv()  # it has what it is to add, and begins
    said = list(islice(heard(told), chance.randint(SOONEST, LATEST)))
    sleep(chance.uniform(0, LINGER))
    process.kill()
    process.join()
    return said + list(heard(told))


def finish(store: Path) -> None:
    """Lets a process take up what was not linked, and end."""
    process, told = begun(store)
    list(heard(told))
    process.join()


def heard(told: Connection) -> Iterator[int]:
    """What a process says until it has ended."""
    with suppress(EOFError):
        while True:
            yield told.recv()


def begun(store: Path) -> tuple[SpawnProcess, Connection]:
    context = get_context("spawn")
    told, telling = context.Pipe(duplex=False)
    process = context.Process(target=fill, args=(store, telling))
    process.start()
    telling.close()
    return process, told


def fill(store: Path, telling: Connection) -> None:
    """Adds the reports, and tells how many are in the store after each that is new."""
    some = [taken(SOURCE, reading) for reading in made()]
    telling.send(0)
    with closing(create_or_open(store)) as db:

        def tell(outcome: Outcome) -> None:
            if outcome.kind == NEW:
                telling.send(db.execute("SELECT count(*) FROM article").fetchone()[0])

        add(Addition(db, runs.begin(db, "bench", "", ""), model="", tell=tell), some, linked=LINKED)


def made() -> list[Reading]:
    return list(islice(readings(seed=3), REPORTS))


def lost(store: Path, said: list[int]) -> Iterator[str]:
    """A line for each thing that a kill broke."""
    there = held(store)
    with closing(create_or_open(store)) as db:
        if there < max(said, default=0):
            yield f"{max(said)} were kept, {there} are there"
        for table in ("reading", "words_docsize"):
            if db.execute(f"SELECT count(*) FROM {table}").fetchone() != (there,):
                yield f"{there} articles, another number in {table}"
        yield from faults(db)
        yield from search_faults(db)


def unlike(store: Path) -> Iterator[str]:
    """A line where a full store is not what adding without an interruption makes."""
    with closing(open_to_read(store)) as db:
        yield from faults(db)
        if articles(db) != sorted(reading.article.id for reading in made()):
            yield "not every article once"
        alive = db.execute("SELECT id FROM story WHERE reports > 0")
        found = {story.id: story.articles for story in find_stories(reading.article for reading in made())}
        if {id: kept.reports(db, id) for (id,) in alive} != found:
            yield "other stories"


def articles(db: Database) -> list[str]:
    return [id for (id,) in db.execute("SELECT id FROM article ORDER BY id")]


def two_at_once() -> list[str]:
    """What is wrong after two processes have added the same reports to one store at the same time."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        pair = [begun(store) for _ in range(2)]
        for process, _ in pair:
            process.join()
        codes = [f"ended with {process.exitcode}" for process, _ in pair if process.exitcode]
        return [*codes, *unlike(store)]
