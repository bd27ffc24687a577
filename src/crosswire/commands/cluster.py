"""`crosswire spark` and `crosswire import`: a corpus on a cluster, and a slice of it in a store."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

import crosswire
from crosswire.commands.add import FAILED, REFUSED, Columns, Kept, columns_given, opened

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

T = TypeVar("T")


def spark(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files and folders that all machines see.")],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the tables go; all machines see it.")],
    master: Annotated[str | None, typer.Option(help="The cluster; spark-submit names it by itself.")] = None,
    parts: Annotated[int, typer.Option(min=1, help="Of the reading, each taken up whole after a stop.")] = 16,
    column: Columns = None,
) -> None:
    """Read reports on a Spark cluster and find their stories: tables in Parquet, with the ids of crosswire add.

    \b
    crosswire spark news/ --out tables/                      on all processors of this machine
    crosswire spark /mnt/news --out /mnt/tables --master spark://head:7077

    Interrupted at any moment, the same command goes on. Ends with 3 where something was rejected: see tables/failed.
    """
    try:
        from py4j.protocol import Py4JError
    except ImportError:
        typer.echo("crosswire: no Spark here: pip install 'crosswire[spark]'", err=True)
        raise typer.Exit(FAILED) from None
    from crosswire.model import shipped_name
    from crosswire.run.manifest import files_of, manifest
    from crosswire.run.spark import code, session
    from crosswire.store.tables import Unusable

    files = tuple(files_of(sources))
    if not files:
        typer.echo("crosswire: no file in these sources", err=True)
        raise typer.Exit(FAILED)
    made = manifest(crosswire.__version__, shipped_name(), sources, files, columns_given(column or ()), parts)
    engines: list[SparkSession] = []

    def work() -> int:
        engines.append(session(master))
        code(engines[0], files, made, out, lambda name: typer.echo(f"crosswire: {name}", err=True))
        return int(engines[0].read.parquet(str(out / "failed")).count())

    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a script starts beside itself ignores it
    try:
        refused = beside(work)
    except KeyboardInterrupt:
        typer.echo("\ncrosswire: stopped; the same command goes on with what is not there yet", err=True)
        logging.disable()  # the client would tell of the calls that this breaks off
        with suppress(Py4JError):
            for engine in engines:
                engine.sparkContext.setLogLevel("OFF")  # what it says of tasks that are given up helps nobody
        raise typer.Exit(FAILED) from None
    except Unusable as reason:
        typer.echo(f"crosswire: {reason}", err=True)
        raise typer.Exit(FAILED) from None
    finally:
        with suppress(Py4JError):  # one that spark-submit began may have ended before
            for engine in engines:
                engine.stop()
    raise typer.Exit(REFUSED if refused else 0)


def beside(work: Callable[[], T]) -> T:
    """What comes of work in another thread. An interrupt is raised here, and not in the midst of a call to Spark.

    Spark's client has one connection a thread, and makes an error of its own of whatever breaks off a call on it.
    """
    made: Future[T] = Future()

    def done() -> None:
        try:
            made.set_result(work())
        except BaseException as error:  # noqa: BLE001  raised where the result is asked for
            made.set_exception(error)

    Thread(target=done, daemon=True).start()
    return made.result()


def bring(
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="What crosswire spark made.")],
    where: Annotated[str, typer.Option(metavar="CONDITION", help="SQL over the columns of the table report.")] = "1",
    store: Kept = "crosswire.db",
) -> None:
    """Bring reports that a cluster has read into a store, each with its whole story.

    \b
    crosswire import tables/ --where "published >= '2024-03-01' AND outlet = 'AP'"
    """
    from crosswire.model import shipped_name
    from crosswire.run.bring import bring
    from crosswire.store import runs
    from crosswire.store.tables import Unusable, create_or_open

    with opened(create_or_open, store) as db:
        run = runs.begin(db, "import", crosswire.__version__, shipped_name())
        try:
            new = bring(db, out, where, run)
        except Unusable as reason:
            typer.echo(f"crosswire: {reason}", err=True)
            raise typer.Exit(FAILED) from None
        runs.end(db, run, {"new": new})
    typer.echo(f"{new:,} new")
