"""A corpus on Spark: brought into a store, its tables are those of a run on this machine, ids included."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from bench.generated import readings
from crosswire import Reading
from crosswire.run.add import REJECTED, Addition, Outcome
from crosswire.run.bring import bring
from crosswire.run.manifest import files_of, manifest
from crosswire.run.taken import Failed, Found, Taken, lost, take, taken
from crosswire.sources.open import articles_from
from crosswire.store import runs
from crosswire.store.tables import Unusable, create_or_open
from crosswire.stories.blocks import Link
from crosswire.stories.clusters import ALIKE
from crosswire.stories.linkage import average_linkage

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("pyspark", reason="pyspark is not installed: requirements/spark.txt")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="no java: apt-get install default-jre-headless")

EXAMPLES = Path(__file__).parents[2] / "examples"
STOPS = ("reading/part=1", "story")
TABLES = {
    "article": "id, key, version, latest, title, outlet, published, url, language, text, source",
    "reading": "article, record, signature, linked",
    "event": "*",
    "side": "*",
    "statement": "*",
    "source": "*",
    "actor": "*",
    "told": "*",
    "story": "id, title, first, last, reports, origins, events, drifts, record",
    "finding": "*",
    "deed": "*",
    "dyad": "*",
}


def work(found: Found, made: dict[str, Reading], deadly: Callable[[Found], Failed]) -> Taken | Failed:
    """A reading that was made up with its text; for any other article a real one. One is `deadly`."""
    url = found.article.url or ""
    if url in made and url.endswith("/18"):
        return deadly(found)
    if url in made and url.endswith("7"):
        return Failed(found.source, found.article, "cannot be read: it is broken")
    return taken(found.source, again(made[url], found.article.id)) if url in made else take(found)


def kill(found: Found) -> Failed:
    os.kill(os.getpid(), signal.SIGKILL)
    return lost(found)


def again(reading: Reading, id: str) -> Reading:
    """The reading of the same text as it comes out of a file, where its article has another id."""
    return msgspec.json.decode(
        msgspec.json.encode(reading).replace(reading.article.id.encode(), id.encode()), type=Reading
    )


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Callable[[Found], Taken | Failed]]:
    """Files, one of them with a report twice and a row that is none, and what reads them."""
    folder = tmp_path_factory.mktemp("given")
    made = {each.article.url or "": each for each in islice(readings(seed=3), 60)}
    rows = [
        {name: getattr(each.article, name) for name in ("text", "outlet", "published", "url")} for each in made.values()
    ]
    lines = [msgspec.json.encode(row) for row in (*rows, rows[0], {"text": " "})]
    (folder / "some.jsonl").write_bytes(b"\n".join(lines[:30]) + b"\n")
    (folder / "more.jsonl").write_bytes(b"\n".join(lines[30:]) + b"\n")
    real = [str(next((EXAMPLES / "grain-deal").glob(f"*.{kind}"))) for kind in ("txt", "html")]
    return [str(folder), *real], partial(work, made=made)


class Stopped(Exception):
    pass


@pytest.fixture(scope="module")
def tables() -> list[str]:
    """The names of the tables that were begun."""
    return []


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from crosswire.run.spark import session

    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", "--conf spark.ui.enabled=false pyspark-shell")
    with session("local[2,4]") as engine:  # a task is tried four times, as on a cluster
        engine.conf.set("spark.sql.shuffle.partitions", "2")
        yield engine


@pytest.fixture(scope="module")
def out(spark: SparkSession, given, tables: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a run that was stopped twice, once within a table."""
    from crosswire.run.spark import code

    sources, work = given
    files = tuple(files_of(sources))
    path = tmp_path_factory.mktemp("tables") / "out"
    for stop in (*STOPS, None):

        def tell(name: str, stop: str | None = stop) -> None:
            tables.append(name)
            if name == stop:
                half = path / name / "month=2024-01" / "half.parquet"
                half.parent.mkdir(parents=True)
                half.write_bytes(b"PAR1")
                raise Stopped

        with pytest.raises(Stopped) if stop else nullcontext():
            code(spark, files, manifest("0", "none", sources, files, {}, 2), path, tell, partial(work, deadly=kill))
    return path


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """What a run on this machine tells of each article."""
    return []


@pytest.fixture(scope="module")
def local(given, outcomes: list[Outcome], tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    sources, work = given
    with closing(create_or_open(tmp_path_factory.mktemp("local") / "crosswire.db")) as db:
        addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=outcomes.append)
        addition.add(sources, articles_from, work=partial(work, deadly=lost))
        yield db


def test_a_cluster_and_this_machine_write_the_same_rows(out: Path, local: sqlite3.Connection) -> None:
    with closing(create_or_open(":memory:")) as db:
        bring(db, out, "1", runs.begin(db, "import", "0", "none"))
        for table, columns in TABLES.items():
            assert told(db, table, columns) == told(local, table, columns), table


def test_each_article_that_was_not_taken_is_a_row_with_the_reason(
    out: Path, local: sqlite3.Connection, outcomes: list[Outcome]
) -> None:
    from pyarrow import dataset

    reasons = Counter(row["reason"] for row in dataset.dataset(out / "failed").to_table().to_pylist())
    assert {reason.split()[0] for reason in reasons} == {"cannot", "ends", "no"}
    assert reasons == Counter(outcome.reason for outcome in outcomes if outcome.kind == REJECTED)


def test_a_run_that_was_stopped_goes_on_with_the_table_that_was_not_whole(out: Path, tables: list[str]) -> None:
    again = {name: times for name, times in Counter(tables).items() if times > 1}
    assert again == dict.fromkeys(STOPS, 2)


def test_a_slice_comes_with_its_stories_whole(out: Path, local: sqlite3.Connection) -> None:
    ((outlet,),) = local.execute("SELECT outlet FROM article WHERE outlet IS NOT NULL ORDER BY id LIMIT 1")
    expected = (
        "SELECT article FROM told WHERE story IN (SELECT story FROM told JOIN article ON id = article WHERE outlet = ?)"
    )
    with closing(create_or_open(":memory:")) as db:
        bring(db, out, f"outlet = '{outlet}'", runs.begin(db, "import", "0", "none"))
        assert sorted(db.execute("SELECT article FROM told")) == sorted(local.execute(expected, (outlet,)))
        with pytest.raises(Unusable, match="--where is no condition"):
            bring(db, out, "1; DROP TABLE report", runs.begin(db, "import", "0", "none"))


def test_another_input_in_the_same_folder_is_refused(out: Path) -> None:
    from crosswire.run.manifest import begin

    with pytest.raises(Unusable, match="begun with other"):
        begin(out, manifest("0", "none", [], (), {}, 2))


def test_stories_found_by_passes_are_those_found_at_once(spark: SparkSession) -> None:
    from crosswire.run.joins import joined
    from crosswire.run.spark import schema

    random = Random(1)
    names = [f"{number:02}" for number in range(20)]
    pairs = sorted(tuple(sorted(random.sample(names, 2))) for _ in range(100))
    likes: dict[str, dict[str, float]] = {name: {} for name in names}
    for one, other in pairs:  # many are equally alike
        likes[one][other] = likes[other][one] = random.randrange(1, 9) / 16
    links = spark.createDataFrame([(one, other, likes[one][other]) for one, other in set(pairs)], schema(Link))
    stories: dict[str, set[str]] = defaultdict(set)
    for row in joined(links, lambda name, of, rows: rows.localCheckpoint()).collect():
        stories[row.story].add(row.id)
    at_once = [group for group in average_linkage(names, likes, ALIKE) if len(group) > 1]
    assert max(map(len, at_once)) > 5
    assert stories == {min(group): set(group) for group in at_once}


def told(db: sqlite3.Connection, table: str, columns: str) -> list[tuple[object, ...]]:
    which = "WHERE reports > 0" if table == "story" else ""
    return sorted(db.execute(f"SELECT {columns} FROM {table} {which}"), key=repr)


MOMENTS = ("java", "crosswire: work/given/0")


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_ends_with_one_line(moment: str, tmp_path: Path) -> None:
    """While Java starts, and while Spark is asked for its first table."""
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f'#!/bin/sh\necho java >&2\nexec {shutil.which("java")} "$@"\n')
    java.chmod(0o755)
    options = ["--out", str(tmp_path / "out"), "--master", "local[1]", "--parts", "1"]
    command = [sys.executable, "-m", "crosswire", "spark", str(EXAMPLES / "grain-deal"), *options]
    there = {**os.environ, "JAVA_HOME": str(tmp_path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=there) as process:
        assert process.stderr is not None
        assert f"{moment}\n" in process.stderr
        process.send_signal(signal.SIGINT)
        said = [line for line in process.stderr if line.startswith("crosswire: ")]
    assert said[-1] == "crosswire: stopped; the same command goes on with what is not there yet\n"
    assert process.returncode == 1
