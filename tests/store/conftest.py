"""A store of made-up readings, written once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

import pytest

from bench.generated import readings
from crosswire import Reading
from crosswire.run.add import Addition
from crosswire.run.link import Links
from crosswire.run.taken import taken
from crosswire.store import runs
from crosswire.store.tables import create_or_open


def fill(db: sqlite3.Connection, given: Iterable[Reading]) -> None:
    """A run that keeps readings and finds their stories."""
    addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
    for reading in given:
        addition.keep(taken("here", reading))
    Links().link(db, addition.run)
    runs.end(db, addition.run, addition.counts)


@pytest.fixture(scope="session")
def made() -> list[Reading]:
    return list(islice(readings(seed=3), 80))


@pytest.fixture(scope="session")
def filled(made: list[Reading]) -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(":memory:")) as db:
        fill(db, made)
        yield db
