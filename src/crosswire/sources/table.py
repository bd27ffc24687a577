"""Rows of a table to articles: JSONL, CSV and Parquet, read a few rows at a time however many there are."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from crosswire.records import Article
from crosswire.sources import Part, Rejected
from crosswire.sources.columns import columns_of, stated_in
from crosswire.sources.files import LARGEST, read_bytes, shown

Row = Mapping[str, object]

DELIMITERS = ",\t;|"
MOST_UNPACKED = 200  # times its own size that a compressed table may hold; reports shrink to a third or a tenth
LEAST_COUNTED = 64  # bytes that a line counts for at least: each costs time
BATCH = 64  # rows of a Parquet file held at once


def parts_of_jsonl(path: str, given: Mapping[str, str]) -> Iterator[Part]:
    """An article a line; a file whose first line is no object with a text is refused as a whole."""
    name = shown(path)
    for number, line in enumerate(lines_of(path), 1):
        if number == 1:
            columns_of(name, tuple(parsed(name, line)), given)
        if line.strip():
            yield Part(source := f"{path}#{number}", partial(article_of_line, source, line, given))


def parsed(name: str, line: bytes) -> Row:
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Rejected(f"{name}: not a line of JSON: {error}; write one object a line") from None
    if not isinstance(row, dict):
        raise Rejected(f"{name}: not an object of JSON; write one object a line")
    return row


def parts_of_csv(path: str, given: Mapping[str, str]) -> Iterator[Part]:
    """An article a row, under a row of names. Columns are parted by what stands most often between the names."""
    name = shown(path)
    csv.field_size_limit(LARGEST)
    lines = (line.decode("utf-8", "surrogateescape") for line in lines_of(path))
    first = next(lines, "").removeprefix("\ufeff")
    delimiter = max(DELIMITERS, key=first.count)
    there = next(csv.reader([first], delimiter=delimiter), [])
    columns = columns_of(name, there, given)
    number = 1
    try:
        for number, values in enumerate(csv.reader(lines, delimiter=delimiter), 2):
            if values:
                yield Part(source := f"{path}#{number}", partial(article_of_values, source, there, values, columns))
    except csv.Error as error:
        raise Rejected(f"{name}: not a table after row {number}: {error}") from None


def parts_of_parquet(path: str, given: Mapping[str, str]) -> Iterator[Part]:
    """An article a row; only the columns asked for are read."""
    import pyarrow as pa
    from pyarrow import parquet

    name = shown(path)
    try:
        with parquet.ParquetFile(path, buffer_size=1 << 20) as file:
            columns = columns_of(name, file.schema_arrow.names, given)
            wanted = sorted(set(columns.values()))
            rows = (row for batch in file.iter_batches(BATCH, columns=wanted) for row in batch.to_pylist())
            for number, row in enumerate(rows, 1):
                source = f"{path}#{number}"
                yield Part(source, partial(articles, source, row, columns))
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise Rejected(f"{name}: a damaged Parquet file: {str(error).splitlines()[0]}") from None


def article_of_line(source: str, line: bytes, given: Mapping[str, str]) -> tuple[Article]:
    row = parsed(shown(source), line)
    return articles(source, row, columns_of(shown(source), tuple(row), given))


def article_of_values(
    source: str, there: Sequence[str], values: Sequence[str], columns: Mapping[str, str]
) -> tuple[Article]:
    if len(values) > len(there):
        raise Rejected(f"{shown(source)}: {len(values)} values for {len(there)} columns; put quotes round the text")
    if any("\udc80" <= character <= "\udcff" for value in values for character in value):
        raise Rejected(f"{shown(source)}: not UTF-8 text; save the table as UTF-8")
    return articles(source, dict(zip(there, values, strict=False)), columns)


def articles(source: str, row: Row, columns: Mapping[str, str]) -> tuple[Article]:
    """The one article of a row; a text that is a web page is read as one."""
    stated = stated_in(row, columns)
    text = stated.pop("text")
    if not text.strip():
        raise Rejected(f"{shown(source)}: no text in its column {shown(columns['text'])}")
    return (read_bytes(shown(source), text.encode("utf-8", "replace"), stated=stated),)


def lines_of(path: str) -> Iterator[bytes]:
    """The lines of a file, or of what a gzip file holds: none longer than a report may be, nor endlessly many."""
    name = shown(path)
    with open(path, "rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        unpacked = 0
        try:
            for line in iter(partial((gzip.GzipFile(fileobj=file) if packed else file).readline, LARGEST + 1), b""):
                unpacked += max(len(line), LEAST_COUNTED)
                if len(line) > LARGEST:
                    raise Rejected(f"{name}: a line of more than {LARGEST // 1_000_000} MB; write one report a line")
                if packed and unpacked > max(LARGEST, MOST_UNPACKED * file.tell()):
                    raise Rejected(f"{name}: unpacks to more than {MOST_UNPACKED} times its size; the rest is left")
                yield line
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Rejected(f"{name}: damaged from here on: {str(error).lower()}") from None
