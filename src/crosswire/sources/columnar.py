"""The rows of a Parquet file to articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from crosswire.sources import Part, Rejected
from crosswire.sources.columns import columns_of, words_of
from crosswire.sources.files import LARGEST, shown
from crosswire.sources.table import MOST_UNPACKED, Row, articles

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

BATCH = 1  # rows held at once: a short batch may hold the same long text many times, and a row costs 0.04 ms
BUFFER = 1 << 20  # bytes read of a column at once


def parts_of_parquet(path: str, given: Mapping[str, str]) -> Iterator[Part]:
    """An article a row; only the columns asked for are read, a row at a time."""
    import pyarrow as pa
    from pyarrow import parquet

    name = shown(path)
    left = max(LARGEST, MOST_UNPACKED * os.path.getsize(path))
    try:
        with parquet.ParquetFile(path, buffer_size=BUFFER) as file:
            columns = columns_of(name, file.schema_arrow.names, given)
            if largest_group(file) > left:
                raise Rejected(f"{name}: unpacks to more than {MOST_UNPACKED} times its size")
            for number, row in enumerate(rows_of(file, sorted(set(columns.values()))), 1):
                left -= len(words_of(row[columns["text"]]))
                if left < 0:
                    raise Rejected(f"{name}: unpacks to more than {MOST_UNPACKED} times its size; the rest is left")
                source = f"{path}#{number}"
                yield Part(source, partial(articles, source, row, columns))
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise Rejected(f"{name}: a damaged Parquet file: {str(error) or type(error).__name__}") from None


def largest_group(file: ParquetFile) -> int:
    """The bytes of the largest group of rows, as the file states them."""
    groups = (file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups))
    return max(groups, default=0)


def rows_of(file: ParquetFile, columns: Sequence[str]) -> Iterator[Row]:
    for batch in file.iter_batches(BATCH, columns=columns):
        yield from batch.to_pylist()
