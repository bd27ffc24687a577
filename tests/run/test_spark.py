"""A corpus on Spark: brought into a store, its tables are those of a run on this machine, ids included."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from bench.generated import readings
from crosswire import Reading
from crosswire.run.add import Addition
from crosswire.run.bring import bring
from crosswire.run.manifest import files_of, manifest
from crosswire.run.taken import Failed, Found, Taken, take, taken
from crosswire.sources.open import articles_from
from crosswire.store import runs
from crosswire.store.tables import Unusable, create_or_open

pytest.importorskip("pyspark", reason="pyspark is not installed: requirements/spark.txt")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="no java: apt-get install default-jre-headless")

EXAMPLES = Path(__file__).parents[2] / "examples"
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
    "reject": "source, given, reason",
}


def work(found: Found, made: dict[str, Reading]) -> Taken | Failed:
    """A reading that was made up with its text; for any other article a real one."""
    if found.article.url in made and found.article.url.endswith("7"):
        return Failed(found.source, found.article, "cannot be read: it is broken")
    reading = made.get(found.article.url or "")
    return taken(found.source, again(reading, found.article.id)) if reading else take(found)


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
    return [str(folder), str(EXAMPLES / "grain-deal")], partial(work, made=made)


@pytest.fixture(scope="module")
def out(given, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    from pyspark import cloudpickle

    from crosswire.run.spark import code, session

    cloudpickle.register_pickle_by_value(sys.modules[__name__])  # workers do not import the tests
    sources, work = given
    files = tuple(files_of(sources))
    path = tmp_path_factory.mktemp("tables") / "out"
    spark = session("local[2]")
    spark.conf.set("spark.sql.shuffle.partitions", "2")
    code(spark, files, manifest("0", "none", sources, files, {}, 2), path, lambda name: None, work)
    yield path
    spark.stop()


@pytest.fixture(scope="module")
def local(given, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    sources, work = given
    with closing(create_or_open(tmp_path_factory.mktemp("local") / "crosswire.db")) as db:
        addition = Addition(db, runs.begin(db, "add", "0", "none"), model="none", tell=lambda outcome: None)
        addition.add(sources, articles_from, work=work)
        yield db


def test_a_cluster_and_this_machine_write_the_same_rows(out: Path, local: sqlite3.Connection) -> None:
    with closing(create_or_open(":memory:")) as db:
        bring(db, out, "1", runs.begin(db, "import", "0", "none"))
        for table, columns in TABLES.items():
            if table != "reject":
                assert told(db, table, columns) == told(local, table, columns), table


def test_what_was_not_taken_is_a_row_with_the_reason(out: Path, local: sqlite3.Connection) -> None:
    from pyarrow import dataset

    lost = {(row["given"], row["reason"]) for row in dataset.dataset(out / "failed").to_table().to_pylist()}
    assert lost == {(given, reason) for _, given, reason in told(local, "reject", TABLES["reject"])}


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


def told(db: sqlite3.Connection, table: str, columns: str) -> list[tuple[object, ...]]:
    which = "WHERE reports > 0" if table == "story" else ""
    return sorted(db.execute(f"SELECT {columns} FROM {table} {which}"), key=repr)
