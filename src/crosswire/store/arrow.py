"""Records as tables of Arrow: what pandas, Polars, DuckDB and R take without a copy of each value."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from crosswire.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1000  # rows handed over at once
BUILTIN = (date, bytes)  # what Arrow has a type for

R = TypeVar("R", bound=Record)


def reader(rows: Iterable[Record], of: type[Record]) -> pa.RecordBatchReader:
    """The rows as batches, made while they are asked for. A record in a record is a struct, a tuple a list."""
    import pyarrow as pa

    columns = schema(of)
    return pa.RecordBatchReader.from_batches(columns, batches(iter(rows), columns))


def batches(rows: Iterator[Record], columns: pa.Schema) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    while some := list(islice(rows, BATCH)):
        yield pa.RecordBatch.from_pylist(msgspec.to_builtins(some, builtin_types=BUILTIN), schema=columns)


def records(batches: Iterable[pa.RecordBatch], of: type[R]) -> Iterator[R]:
    """The records in batches that have the columns of a record, among others."""
    for batch in batches:
        for row in batch.select(of.__struct_fields__).to_pylist():
            yield msgspec.convert(row, of, builtin_types=BUILTIN)


def schema(of: type[Record]) -> pa.Schema:
    """The columns of a record."""
    import pyarrow as pa

    return pa.schema(fields(of))


def fields(of: Any) -> list[pa.Field]:
    """The columns of a record, or of one of a kind: `Cited[str]`."""
    import pyarrow as pa

    record: Any = get_origin(of) or of
    kinds = dict(zip(getattr(record, "__parameters__", ()), get_args(of), strict=True))
    hints = {name: kinds.get(hint, hint) for name, hint in get_type_hints(record).items()}
    return [pa.field(name, arrow(hints[name]), nullable=optional(hints[name])) for name in record.__struct_fields__]


def arrow(kind: Any) -> pa.DataType:
    """Arrow's type for the type of a field."""
    import pyarrow as pa

    plain = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        date: pa.date32(),
        bytes: pa.binary(),
    }
    if optional(kind):
        return arrow(next(each for each in get_args(kind) if each is not type(None)))
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        return pa.list_(arrow(parts[0])) if Ellipsis in parts else pa.list_(arrow(parts[0]), len(parts))
    return plain[kind] if kind in plain else pa.struct(fields(kind))


def optional(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType) and type(None) in get_args(kind)
