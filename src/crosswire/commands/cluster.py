"""`crosswire spark` and `crosswire import`: a corpus on a cluster, and a slice of it in a store."""

from __future__ import annotations

import logging
import signal
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

import crosswire
from crosswire.commands.add import FAILED, REFUSED, Columns, Kept, columns_given, opened

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


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
        import pyspark  # noqa: F401
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
    signal.signal(signal.SIGINT, partial(end, None))
    engine = session(master)
    signal.signal(signal.SIGINT, partial(end, engine))  # Spark has set its own
    try:
        code(engine, files, made, out, lambda name: typer.echo(f"crosswire: {name}", err=True))
        refused = engine.read.parquet(str(out / "failed")).count()
    except Unusable as reason:
        typer.echo(f"crosswire: {reason}", err=True)
        raise typer.Exit(FAILED) from None
    finally:
        engine.stop()
    raise typer.Exit(REFUSED if refused else 0)


def end(engine: SparkSession | None, number: int, frame: FrameType | None) -> None:
    """Ends the run with one line. No KeyboardInterrupt: Spark's client shows the trace of that whatever is done."""
    logging.disable()  # the client would tell the trace of the call that this breaks off
    if engine:
        engine.sparkContext.setLogLevel("OFF")  # what it says of tasks that are given up helps nobody
    typer.echo("\ncrosswire: stopped; the same command goes on with what is not there yet", err=True)
    raise SystemExit(FAILED)


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
