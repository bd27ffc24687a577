"""A file for each table, written row after row: CSV, JSON lines, Parquet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from crosswire.export.columns import Column, columns
from crosswire.export.commas import comma_line
from crosswire.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 5_000  # rows of a table that are in memory at once, and a row group of its file


class Table(Protocol):
    """A file of rows of one type; it is whole when it is closed."""

    def write(self, row: Record) -> None: ...

    def close(self) -> None: ...


class CsvTable:
    """A line of names, then a line a row, in UTF-8."""

    def __init__(self, path: Path, row: type[Record]) -> None:
        self.file = path.open("w", encoding="utf-8", newline="")
        self.names = [column.name for column in columns(row)]
        self.file.write(",".join(self.names) + "\n")

    def write(self, row: Record) -> None:
        self.file.write(comma_line(getattr(row, name) for name in self.names) + "\n")

    def close(self) -> None:
        self.file.close()


class JsonTable:
    """An object a line."""

    def __init__(self, path: Path, row: type[Record]) -> None:
        self.file = path.open("wb")

    def write(self, row: Record) -> None:
        self.file.write(msgspec.json.encode(row) + b"\n")

    def close(self) -> None:
        self.file.close()


class ParquetTable:
    """Columns of Arrow's types, a row group for each BATCH rows."""

    def __init__(self, path: Path, row: type[Record]) -> None:
        from pyarrow.parquet import ParquetWriter

        self.schema = schema(row)
        self.file = ParquetWriter(path, self.schema, compression="zstd")
        self.rows: list[Record] = []

    def write(self, row: Record) -> None:
        self.rows.append(row)
        if len(self.rows) == BATCH:
            self.flush()

    def flush(self) -> None:
        import pyarrow as pa

        values = [pa.array(map(attrgetter(each.name), self.rows), each.type) for each in self.schema]
        self.file.write_table(pa.table(values, schema=self.schema))
        self.rows.clear()

    def close(self) -> None:
        self.flush()
        self.file.close()


WRITERS: Mapping[str, Callable[[Path, type[Record]], Table]] = {
    "parquet": ParquetTable,
    "csv": CsvTable,
    "jsonl": JsonTable,
}


def schema(row: type[Record]) -> pa.Schema:
    """The columns of a record in Arrow's types."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "array": pa.list_(pa.string()),
    }
    return pa.schema([field(each, types[each.kind]) for each in columns(row)])


def field(column: Column, type: pa.DataType) -> pa.Field:
    import pyarrow as pa

    return pa.field(column.name, type, nullable=column.optional)
