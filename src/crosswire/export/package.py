"""A folder of tables with what a reader needs to know of them: schema, codebook, provenance."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, closing
from hashlib import file_digest
from pathlib import Path

import msgspec

from crosswire.export.asked import version
from crosswire.export.codebook import caption, codebook, meanings
from crosswire.export.columns import columns
from crosswire.export.provenance import Run, provenance
from crosswire.export.tables import KEYS, LINKS, TABLES
from crosswire.export.writers import WRITERS
from crosswire.records import Record

CODEBOOK, RUN, PACKAGE = "codebook.md", "run.json", "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}


def write_package(folder: Path, run: Run, rows: Iterable[Record]) -> None:
    """A file for each table, empty ones too, with datapackage.json, codebook.md and run.json beside them.

    `rows` are of any tables, in any order; no more than some thousands of a table are held in memory.
    """
    with ExitStack() as open_files:
        tables = {
            row: open_files.enter_context(closing(WRITERS[run.form](path_of(folder, name, run.form), row)))
            for name, row in TABLES.items()
        }
        for row in rows:
            tables[type(row)].write(row)
    (folder / CODEBOOK).write_text(codebook(), encoding="utf-8")
    (folder / RUN).write_bytes(provenance(run, "."))
    (folder / PACKAGE).write_bytes(package(folder, run))


def files(form: str) -> set[str]:
    """The names of all files of such a folder."""
    return {CODEBOOK, RUN, PACKAGE, *(f"{name}.{form}" for name in TABLES)}


def path_of(folder: Path, table: str, form: str) -> Path:
    return folder / f"{table}.{form}"


def package(folder: Path, run: Run) -> bytes:
    """The folder as Frictionless describes one: each file with its columns, its length and its hash."""
    document = {
        "$schema": PROFILE,
        "name": "crosswire",
        "title": "Who did or said what to whom, according to whom",
        "version": version(),
        **({"created": run.about.asof} if run.about.asof else {}),
        "resources": [resource(path_of(folder, name, run.form), name, run.form) for name in TABLES],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def resource(path: Path, table: str, form: str) -> dict[str, object]:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {
        "name": table,
        "path": path.name,
        "format": form,
        "mediatype": MEDIA[form],
        "encoding": "utf-8",
        "description": caption(table),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": schema(table),
    }


def schema(table: str) -> dict[str, object]:
    """The columns with what the codebook says of them, and which of them hold ids."""
    told = meanings(table)
    fields = [
        {
            "name": column.name,
            "type": column.kind,
            "description": told[column.name],
            **({} if column.optional else {"constraints": {"required": True}}),
        }
        for column in columns(TABLES[table])
    ]
    links = [
        {"fields": [name], "reference": {"resource": other, "fields": ["id"]}} for name, other in LINKS.get(table, ())
    ]
    key = KEYS.get(table, ("id",))
    return {
        "fields": fields,
        **({"primaryKey": list(key)} if key else {}),
        **({"foreignKeys": links} if links else {}),
    }
