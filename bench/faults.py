"""Killing whoever adds: `python -m bench faults 300`, how many times; and what else a machine does to a store.

A process adds made-up reports and is killed at a moment drawn at random; the next one takes up the rest. What was
said to be kept must be there, once, and a store that is full must be the one that was never interrupted. One time in
thirty the disk takes no more, the processes that read are killed, or the clock leaps; then two add the same at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from os import getpid, kill
from pathlib import Path
from random import Random, SystemRandom
from resource import RLIM_INFINITY, RLIMIT_FSIZE, setrlimit
from signal import SIGKILL
from sqlite3 import Connection as Database
from sqlite3 import OperationalError
from tempfile import TemporaryDirectory
from time import sleep

from bench.generated import readings
from bench.store import SOURCE, add
from crosswire import find_stories
from crosswire.records import Article, Reading
from crosswire.run.add import REJECTED, Addition, Outcome
from crosswire.run.taken import Found, Taken, taken
from crosswire.store import kept, runs
from crosswire.store.keep import KNOWN, NEW
from crosswire.store.tables import Unusable, create_or_open, open_to_read
from crosswire.store.verify import faults, search_faults

REPORTS = 40
LINKED = 7  # reports kept before they are linked, so that many die while linking
SOONEST, LATEST = 0, 16  # reports kept before a process is killed
LINGER = 0.05  # seconds, at most, that it is let go on
LEAST, MOST = 0, 1_500_000  # bytes that a disk has room for
YEARS = (-30, -1, 1, 30)  # that a clock leaps


def run(path: Path, errors: int) -> dict[str, object]:
    """How many kills were tried, how often something was wrong after one, and what else went wrong how often."""
    number, chance = int(path.name), Random(1)
    few = max(1, number // 30)
    failed = {
        "killed": [*kills(number, chance)],
        "disk_full": [line for _ in range(few) for line in full(chance.randint(LEAST, MOST))],
        "readers_killed": [line for _ in range(few) for line in readers_killed()],
        "clock_leaps": [line for _ in range(few) for line in leapt(chance.choice(YEARS))],
        "two_writers": two_at_once(),
    }
    print(*(f"{what}: {line}" for what, lines in failed.items() for line in lines[:errors]), sep="\n", file=sys.stderr)
    counts = {f"{what}_failed": len(lines) for what, lines in failed.items()}
    return {"tried": number, "tried_of_the_others": few, **counts}


def kills(number: int, chance: Random) -> Iterator[str]:
    """What is wrong after so many kills, and in the stores that are filled meanwhile."""
    tried = 0
    while tried < number:
        with TemporaryDirectory() as folder:
            store = Path(folder) / "crosswire.db"
            while tried < number and held(store) < REPORTS:
                tried += 1
                yield from lost(store, killed(store, chance))
            if held(store) == REPORTS:
                finish(store)
                yield from unlike(store)


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


def begun(store: Path, room: int = RLIM_INFINITY) -> tuple[SpawnProcess, Connection]:
    """A process that adds while no file is longer than `room` bytes, and what it says."""
    context = get_context("spawn")
    told, telling = context.Pipe(duplex=False)
    process = context.Process(target=fill, args=(store, telling, room))
    process.start()
    telling.close()
    return process, told


def fill(store: Path, telling: Connection, room: int) -> None:
    """Adds the reports, and tells how many are in the store after each that is new."""
    setrlimit(RLIMIT_FSIZE, (room, RLIM_INFINITY))
    some = [taken(SOURCE, reading) for reading in made()]
    telling.send(0)
    with suppress(OperationalError, Unusable), closing(create_or_open(store)) as db:

        def tell(outcome: Outcome) -> None:
            if outcome.kind == NEW:
                telling.send(db.execute("SELECT count(*) FROM article").fetchone()[0])

        add(Addition(db, runs.begin(db, "bench", "", ""), model="", tell=tell), some, linked=LINKED)


@cache
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


def full(room: int) -> Iterator[str]:
    """What is wrong after the disk took no more than so many bytes, and then did."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        process, told = begun(store, room)
        said = list(heard(told))
        process.join()
        yield from lost(store, said)
        finish(store)
        yield from unlike(store)


def readers_killed() -> Iterator[str]:
    """What is wrong after processes that read were killed: each report is kept, or refused and tried again."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        while held(store) < REPORTS:
            with closing(create_or_open(store)) as db:
                outcomes: list[Outcome] = []
                addition = Addition(db, runs.begin(db, "bench", "", ""), model="", tell=outcomes.append)
                addition.add([SOURCE], articles_made, workers=2, work=read_or_die, linked=LINKED)
            if len(outcomes) != REPORTS or not {each.kind for each in outcomes} <= {NEW, KNOWN, REJECTED}:
                yield f"{len(outcomes)} outcomes of {REPORTS} reports"
        yield from unlike(store)


def articles_made(source: str) -> Iterator[Article]:
    return (reading.article for reading in made())


def read_or_die(found: Found) -> Taken:
    """What a reader makes of a report, if nothing kills its process first, one time in twenty."""
    if SystemRandom().random() < 0.05:
        kill(getpid(), SIGKILL)
    return taken(SOURCE, next(reading for reading in made() if reading.article.id == found.article.id))


def leapt(years: int) -> Iterator[str]:
    """What is wrong after a store was filled in two runs between which the clock leapt by some years."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        process, told = begun(store)
        list(islice(heard(told), REPORTS // 2))
        process.kill()
        process.join()
        with closing(create_or_open(store)) as db:
            db.execute("UPDATE run SET begun = datetime(begun, ?), ended = begun", (f"{years} years",))
        finish(store)
        yield from unlike(store)


def two_at_once() -> list[str]:
    """What is wrong after two processes have added the same reports to one store at the same time."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "crosswire.db"
        pair = [begun(store) for _ in range(2)]
        for process, _ in pair:
            process.join()
        codes = [f"ended with {process.exitcode}" for process, _ in pair if process.exitcode]
        return [*codes, *unlike(store)]
