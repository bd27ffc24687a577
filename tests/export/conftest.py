"""The examples in a store, and as the store answers for them: read once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import crosswire
from crosswire.records import Comparison
from crosswire.sources.files import load
from crosswire.store import runs
from crosswire.store.answers import ArticleTold, Asked, StoryTold
from crosswire.store.keep import keep_reading, whole
from crosswire.store.slices import Slice
from crosswire.store.stories import keep_story
from crosswire.store.tables import create_or_open, open_to_read

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def compared() -> tuple[Comparison, ...]:
    return tuple(compared_in(folder) for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir())


@pytest.fixture(scope="session")
def store(compared: tuple[Comparison, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "crosswire.db"
    with closing(create_or_open(path)) as db, whole(db):
        run = runs.begin(db, "add examples", crosswire.__version__, "")
        for comparison in compared:
            articles = [reading.article.id for reading in comparison.readings]
            for reading in comparison.readings:
                keep_reading(db, reading, b"", "", "examples", run)
            keep_story(db, articles[0], comparison, articles, run)
        runs.end(db, run, {"new": sum(len(comparison.readings) for comparison in compared)})
    return path


@pytest.fixture
def whole_slice(store: Path) -> Iterator[Slice]:
    with closing(open_to_read(store)) as db, Slice(db, Asked()) as everything:
        yield everything


@pytest.fixture(scope="session")
def stories(store: Path) -> tuple[StoryTold, ...]:
    with closing(open_to_read(store)) as db, Slice(db, Asked()) as everything:
        return tuple(everything.stories())


@pytest.fixture(scope="session")
def articles(store: Path) -> tuple[ArticleTold, ...]:
    with closing(open_to_read(store)) as db, Slice(db, Asked()) as everything:
        return tuple(everything.articles())


def compared_in(folder: Path) -> Comparison:
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html"})
    return crosswire.compare(crosswire.read(load(path)) for path in paths)
