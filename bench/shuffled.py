"""What a run on Spark sends and keeps: `python -m bench shuffled 1000`, how many made-up reports; needs Spark and Java.

The bytes are Spark's own, as it writes them for other machines and to the tables, after its compression.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import msgspec

from bench.generated import readings
from crosswire.records import Reading
from crosswire.run.taken import Failed, Found, Taken, taken

MILLION = 1_000_000
OPTIONS = {
    "spark.ui.enabled": "false",
    "spark.eventLog.enabled": "true",
    "spark.eventLog.compress": "false",
    "spark.eventLog.rolling.enabled": "false",
    "spark.sql.shuffle.partitions": "4",
}


def run(path: Path, errors: int) -> dict[str, object]:
    """Megabytes shuffled for each table, and kept in it, for each million reports; the seconds it took."""
    from crosswire.run.manifest import files_of, manifest
    from crosswire.run.spark import code, session

    number = int(path.name)
    made = {each.article.url or "": each for each in islice(readings(), number)}
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(made, folder / "given")
        logs = folder / "logs"
        logs.mkdir()
        options = {**OPTIONS, "spark.eventLog.dir": logs.as_uri()}
        os.environ["PYSPARK_SUBMIT_ARGS"] = " ".join(f"--conf {each}={of}" for each, of in options.items())
        os.environ["PYSPARK_SUBMIT_ARGS"] += " pyspark-shell"
        files = tuple(files_of([str(folder / "given")]))
        spark = session("local[2]")
        began = perf_counter()
        made_of = manifest("0", "none", [], files, {}, 1)
        code(spark, files, made_of, folder / "out", spark.sparkContext.setJobDescription, partial(work, made=made))
        took = perf_counter() - began
        spark.stop()
        sent = by_table(logs)
        kept = {table: size(folder / "out" / table) for table in ("report", "reading", "event", "statement", "story")}
    return {
        "shuffled_mb_per_million": round(sum(sent.values()) / number),
        "shuffled_by_table": {table: round(each / number) for table, each in sorted(sent.items()) if each},
        "kept_mb_per_million": {table: round(each / number) for table, each in kept.items()},
        "run_s": round(took),
    }


def write(made: Mapping[str, Reading], folder: Path) -> None:
    """The reports as files of a few hundred, in the form that crosswire takes."""
    folder.mkdir()
    articles = [reading.article for reading in made.values()]
    for start in range(0, len(articles), 250):
        rows = [
            {name: getattr(each, name) for name in ("text", "title", "outlet", "published", "url")}
            for each in articles[start : start + 250]
        ]
        (folder / f"{start}.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def work(found: Found, made: Mapping[str, Reading]) -> Taken | Failed:
    """The reading that was made up with a text, in place of one of the models'."""
    return taken(found.source, again(made[found.article.url or ""], found.article.id))


def again(reading: Reading, id: str) -> Reading:
    """The reading of the same text as it comes out of a file, where its article has another id."""
    return msgspec.json.decode(
        msgspec.json.encode(reading).replace(reading.article.id.encode(), id.encode()), type=Reading
    )


def by_table(logs: Path) -> dict[str, int]:
    """The bytes that were shuffled for each table, by what Spark wrote down of its tasks."""
    tables: dict[int, str] = {}
    sent: dict[str, int] = defaultdict(int)
    for event in events(logs):
        if event["Event"] == "SparkListenerJobStart":
            name = event.get("Properties", {}).get("spark.job.description", "before the first table")
            tables |= dict.fromkeys(event["Stage IDs"], name.partition("/part=")[0])
        elif event["Event"] == "SparkListenerTaskEnd" and event.get("Task Metrics"):
            written = event["Task Metrics"]["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            sent[tables.get(event["Stage ID"], "")] += written
    return sent


def events(logs: Path) -> Iterator[dict[str, object]]:
    for log in logs.rglob("*"):
        if log.is_file():
            with log.open(encoding="utf-8") as lines:
                yield from map(json.loads, lines)


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*.parquet"))
