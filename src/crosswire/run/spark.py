"""A corpus on a Spark cluster: how rows come together between the steps of `steps`, and lie on the disk.

All paths are of folders that every machine of the cluster sees. A step leaves a table; one that is there whole is not
made again, so that a run that was stopped goes on.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from crosswire.picture import Deed, Tie, dyads
from crosswire.records import Record
from crosswire.run import steps
from crosswire.run.joins import joined
from crosswire.run.manifest import Manifest, begin
from crosswire.run.taken import Failed, Found, Taken, take
from crosswire.store import arrow
from crosswire.stories.blocks import REACHES, Link, salts_for

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

HERE = "local[*,4]"  # a task is tried four times, as on a cluster
SUBMITTED = "PYSPARK_GATEWAY_PORT"  # in the environment of what spark-submit starts
FILES = 10_000  # opened in one step
TASKS = 4  # for each core: readings take times of their own
DONE = "_SUCCESS"  # what Spark leaves beside a table that is whole
MONTH = "date_format({}, 'yyyy-MM')"
SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # a text and its reading may have a megabyte
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",  # "2024-03" is no day
}

A = TypeVar("A", bound=Record)
B = TypeVar("B", bound=Record)
C = TypeVar("C", bound=Record)


def session(master: str | None = None) -> SparkSession:
    """The session that spark-submit set up; else one at `master`, or on this machine."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("crosswire").config("spark.ui.showConsoleProgress", "false")
    given = master or (None if SUBMITTED in os.environ else HERE)
    return (builder.master(given) if given else builder).getOrCreate()


def code(
    spark: SparkSession,
    files: Sequence[steps.File],
    made: Manifest,
    out: Path,
    tell: Callable[[str], None],
    work: Callable[[Found], Taken | Failed] = take,
) -> None:
    """Makes the tables of some files in a folder. Raises Unusable for a folder begun with another manifest.

    `tell` is given the name of each table that is made; `work` reads an article.
    """
    begin(out, made)
    if not (out / DONE).exists():
        for name, value in SETTINGS.items():
            spark.conf.set(name, value)
        Corpus(spark, out, tell, work).code(files, made)
        shutil.rmtree(out / "work", ignore_errors=True)
        (out / DONE).touch()


class Corpus:
    """The tables of one run, made step by step."""

    def __init__(
        self, spark: SparkSession, out: Path, tell: Callable[[str], None], work: Callable[[Found], Taken | Failed]
    ) -> None:
        self.spark, self.out, self.tell, self.work = spark, out, tell, work

    def code(self, files: Sequence[steps.File], made: Manifest) -> None:
        given = self.given(files, made)
        read = self.read(given, made.parts)
        reports = self.step("report", steps.Report, lambda: versions(read), by="month")
        latest = read.join(reports.where("latest").select("id"), "id", "left_semi")
        grouped = self.step("work/grouped", steps.Grouped, lambda: self.grouped(latest))
        again = self.table("work/grouped", steps.Grouped)
        self.step("told", steps.Told, lambda: grouped.selectExpr("explode(articles) article", "id story"))
        stories = self.step("story", steps.Fused, lambda: monthly(fused(grouped, again, latest), "last"), by="month")
        events = monthly(over(latest, steps.events, steps.Packed, steps.EventOf))
        self.step("event", steps.EventOf, lambda: events, by="month")
        statements = monthly(over(latest, steps.statements, steps.Packed, steps.StatementOf))
        self.step("statement", steps.StatementOf, lambda: statements, by="month")
        self.step("dyad", Tie, lambda: monthly(ties(stories), "day"), by="month")
        self.step("failed", steps.Lost, lambda: lost(given, read, stories))

    def step(self, name: str, of: type[Record], make: Callable[[], DataFrame], by: str | None = None) -> DataFrame:
        """The table of a step, made where it is not there whole; in folders `by` the values of a column."""
        path = self.out / name
        if not (path / DONE).exists():
            self.tell(name)
            written = make().write.mode("overwrite")
            (written.partitionBy(by) if by else written).parquet(str(path))
        return self.table(name, of, *([by] if by else []))

    def table(self, name: str, of: type[Record], *by: str) -> DataFrame:
        columns = schema(of)
        for each in by:
            columns = columns.add(each, "string") if each not in columns.names else columns
        return self.spark.read.schema(columns).parquet(str(self.out / name))

    def given(self, files: Sequence[steps.File], made: Manifest) -> DataFrame:
        """The articles of all files, and a reason for what gave none."""
        found = [self.found(start, files[start : start + FILES], made) for start in range(0, len(files), FILES)]
        return reduce(lambda one, other: one.unionByName(other), found)

    def found(self, start: int, files: Sequence[steps.File], made: Manifest) -> DataFrame:
        work = partial(steps.find, files=files, columns=made.columns, parts=made.parts)
        numbers = self.spark.range(0, len(files), 1, len(files))
        return self.step(
            f"work/given/{start}", steps.Given, lambda: over(numbers, work, steps.Number, steps.Given), "part"
        )

    def read(self, given: DataFrame, parts: int) -> DataFrame:
        """Every article read once, in parts that are each taken up whole or not at all."""
        for part in range(parts):
            self.part(part, first(given.where(f"part = {part} and reason is null")))
        return self.table("reading", steps.Read, "part", "month")

    def part(self, number: int, articles: DataFrame) -> None:
        spread = articles.repartition(TASKS * self.spark.sparkContext.defaultParallelism)
        made = monthly(over(spread, partial(read, work=self.work), steps.Given, steps.Read))
        self.step(f"reading/part={number}", steps.Read, lambda: made, by="month")

    def grouped(self, latest: DataFrame) -> DataFrame:
        """The stories of the latest version of each report."""
        members = latest.selectExpr("id", "datediff(published, date'0001-01-01') + 1L day", "signature")
        links = self.step("work/link", Link, lambda: linked(members))
        near = joined(links, lambda name, of, rows: self.step(f"work/{name}", of, lambda: rows))
        several = within(
            near.join(members, "id").select("story", "id", "day"), ["story"], steps.tell, steps.Member, steps.Grouped
        )
        alone = members.join(near, "id", "left_anti").selectExpr("id", "array(id) articles", "array(id) compared")
        return several.union(alone)


def read(articles: Iterable[steps.Given], work: Callable[[Found], Taken | Failed]) -> Iterator[steps.Read]:
    """The articles read in this process; where that was tried before and came to no end, apart from it."""
    from pyspark import TaskContext

    task = TaskContext.get()
    return steps.read(articles, work, apart=task is not None and task.attemptNumber() > 0)


def linked(members: DataFrame) -> DataFrame:
    """The links between reports, found in the blocks where they meet."""
    salts = salts_for([busiest(members, days) for _, days in REACHES])
    undated = not members.where("day is null").isEmpty()
    met = over(members, partial(steps.meet, salts=salts, undated=undated), steps.Signed, steps.Met)
    return within(met, ["reach", "window", "salt"], partial(steps.link, salts=salts), steps.Met, Link)


def busiest(members: DataFrame, days: int) -> int:
    """The reports of the window of so many days that has most."""
    found = members.selectExpr(f"floor(day / {days}) window").groupBy("window").count().agg({"count": "max"}).first()
    return (found and found[0]) or 0


def first(articles: DataFrame) -> DataFrame:
    """Each article once, as it was given first."""
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    order = Window.partitionBy("id").orderBy("place")
    return articles.withColumn("nth", F.row_number().over(order)).where("nth = 1").drop("nth")


def versions(read: DataFrame) -> DataFrame:
    """The reports that were read, as the versions that they are of each, in the order they were given."""
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    order = Window.partitionBy("key").orderBy("place")
    counted = read.where("reason is null").withColumn("version", F.row_number().over(order).cast("long"))
    last = F.max("version").over(Window.partitionBy("key"))
    return counted.withColumn("latest", F.col("version") == last).select(*steps.Report.__struct_fields__, "month")


def fused(grouped: DataFrame, again: DataFrame, latest: DataFrame) -> DataFrame:
    """Each story with what its reports say side by side; `again` is the same table, read anew."""
    parts = again.selectExpr("id story", "explode(compared) id").join(latest.select("id", "record"), "id")
    return together(
        (grouped.selectExpr("id story", "*"), steps.Grouped),
        (parts.select("story", "record"), steps.Packed),
        "story",
        steps.fuse,
        steps.Fused,
    )


def ties(stories: DataFrame) -> DataFrame:
    """The deeds of all stories, added up for each pair and day."""
    done = stories.selectExpr("inline(deeds)").repartition("actor", "recipient", "day")
    return over(done, dyads, Deed, Tie)


def lost(given: DataFrame, read: DataFrame, stories: DataFrame) -> DataFrame:
    """Everything that was not taken, with the reason."""
    refused = given.where("reason is not null").select("source", "given", "reason")
    failed = read.where("reason is not null").selectExpr("given source", "given", "reason")
    return refused.union(failed).union(
        stories.where("reason is not null").selectExpr("id source", "id given", "reason")
    )


def monthly(rows: DataFrame, day: str = "published") -> DataFrame:
    from pyspark.sql import functions as F

    return rows.withColumn("month", F.expr(MONTH.format(day)))


def over(rows: DataFrame, work: Callable[[Iterable[A]], Iterable[B]], of: type[A], to: type[B]) -> DataFrame:
    """What a step makes of rows, wherever they lie."""

    def made(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return arrow.batches(iter(work(arrow.records(batches, of))), arrow.schema(to))

    return rows.select(*of.__struct_fields__).mapInArrow(made, schema(to))


def within(
    rows: DataFrame, keys: Sequence[str], work: Callable[[Iterable[A]], Iterable[B]], of: type[A], to: type[B]
) -> DataFrame:
    """What a step makes of the rows that have the same keys."""

    def made(table: pa.Table) -> pa.Table:
        return table_of(work(arrow.records(table.to_batches(), of)), to)

    return rows.groupBy(*keys).applyInArrow(made, schema(to))


def together(
    one: tuple[DataFrame, type[A]],
    other: tuple[DataFrame, type[B]],
    key: str,
    work: Callable[[Iterable[A], Iterable[B]], Iterable[C]],
    to: type[C],
) -> DataFrame:
    """What a step makes of the rows of two tables that have the same key."""
    (rows, of), (others, of_others) = one, other

    def made(table: pa.Table, beside: pa.Table) -> pa.Table:
        given = (arrow.records(table.to_batches(), of), arrow.records(beside.to_batches(), of_others))
        return table_of(work(*given), to)

    return rows.groupBy(key).cogroup(others.groupBy(key)).applyInArrow(made, schema(to))


def table_of(rows: Iterable[Record], of: type[Record]) -> pa.Table:
    import pyarrow as pa

    columns = arrow.schema(of)
    return pa.Table.from_batches(arrow.batches(iter(rows), columns), columns)


def schema(of: type[Record]) -> StructType:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(arrow.schema(of))
