"""A store of made-up readings, written once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

import pytest

from bench.generated import readings
from crosswire import Reading
from crosswire.store import runs
from crosswire.store.keep import keep_reading, whole
from crosswire.store.tables import create_or_open


def fill(db: sqlite3.Connection, given: Iterable[Reading]) -> None:
    """Keeps readings, without their stories."""
    run = runs.begin(db, "add", "0", "none")
    for reading in given:
        with whole(db):
            keep_reading(db, reading, signature=b"", model="none", source="here", run=run)
    runs.end(db, run)


@pytest.fixture(scope="session")
def made() -> list[Reading]:
    return list(islice(readings(seed=3), 80))


@pytest.fixture(scope="session")
def filled(made: list[Reading]) -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(":memory:")) as db:
        fill(db, made)
        yield db
