"""The pages in a web archive, plain or compressed record by record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from crosswire.records import Article
from crosswire.sources import Part, Rejected
from crosswire.sources.files import LARGEST, read_bytes, shown
from crosswire.sources.kinds import HEAD, unzipped

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PACKED = b"\x1f\x8b\x08"
RECORD = b"WARC/1."
CHUNK = 1 << 20
PAGES = {"text/html", "application/xhtml+xml"}


def parts_of_warc(path: str) -> Iterator[Part]:
    """Every page that was got with status 200. What cannot be read is one line, and the next record goes on."""
    with open(path, "rb") as file:
        packed = file.read(len(PACKED)) == PACKED
        at: int | None = 0
        while at is not None:
            for part, begun in parts_after(path, file, at, packed):
                at = begun
                if part is not None:
                    yield part
            at = next_record(file, at + 1, packed)


def parts_after(path: str, file: BinaryIO, start: int, packed: bool) -> Iterator[tuple[Part | None, int]]:
    """The pages from `start` on with the byte each record begins at, up to one that cannot be read, or to the end.

    A compressed record longer than a report may be ends it too: to pass over one takes unpacking it all.
    """
    from fastwarc.warc import ArchiveIterator

    file.seek(start)
    at = start
    try:
        for record in ArchiveIterator(file, parse_http=False):
            at, size = record.stream_pos, record.content_length
            yield part_of(path, record), at
            if packed and size > LARGEST:
                return
    except (OSError, ValueError) as error:
        yield broken(path, at, error), at
        return
    yield None, file.seek(0, 2)


def part_of(path: str, record: WarcRecord) -> Part | None:
    """The page in a record; None for what is no page. Raises OSError where the record is broken."""
    from fastwarc.warc import WarcRecordType

    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    record.parse_http(auto_decode="all")
    headers = record.http_headers
    if headers.status_code is None:
        raise OSError("no answer of a server in it")
    if headers.status_code != 200 or (record.http_content_type or "").lower() not in PAGES:
        return None
    raw = record.reader.read(LARGEST + 1)
    encoded = "Content-Encoding" in headers or "Transfer-Encoding" in headers
    if not encoded and len(raw) < min(record.content_length, LARGEST):
        raise OSError("the page is cut short")
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    source = f"{path}#{address or record.stream_pos}"
    return Part(source, partial(article_of_page, source, raw, address))


def article_of_page(source: str, raw: bytes, address: str) -> tuple[Article]:
    return (read_bytes(shown(source), raw, ".html", {"url": address}),)


def broken(path: str, at: int, error: Exception) -> Part:
    source = f"{path}#{at}"

    def read() -> tuple[Article]:
        raise Rejected(f"{shown(source)}: a broken record: {str(error).lower()}")

    return Part(source, read)


def next_record(file: BinaryIO, start: int, packed: bool) -> int | None:
    """The first byte from `start` on where a record may begin."""
    sign = PACKED if packed else RECORD
    at, before = start, b""
    while True:
        file.seek(at)
        chunk = before + file.read(CHUNK)
        found = chunk.find(sign)
        if found < 0:
            if len(chunk) == len(before):
                return None
            at, before = at + len(chunk) - len(before), chunk[1 - len(sign) :]
            continue
        begin = at - len(before) + found
        if not packed or begins_record(file, begin):
            return begin
        at, before = begin + 1, b""


def begins_record(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    return unzipped(file.read(HEAD)).startswith(RECORD)
