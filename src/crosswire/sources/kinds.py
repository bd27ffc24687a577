"""What kind of source a file is, told by how it begins and, where that tells nothing, by its name."""

from __future__ import annotations

import re
import zlib

from crosswire.sources.files import MAGIC, UTF16

HEAD = 8192  # bytes looked at
PICTURE = "a picture"
FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*"
    rb"|<!DOCTYPE\s+rss[^>\[]{0,500}>\s*)*+<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)
OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
ADDRESS = re.compile(rb"(?:\xef\xbb\xbf)?https?://[^\s<>\"]+", re.I)
LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{\s*\"")
NAMED = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".warc": "warc", ".urls": "addresses"}


def kind_of(head: bytes, name: str) -> str:
    """zip, warc, parquet, jsonl, json, csv, feed, addresses or report."""
    if head.startswith(b"\x1f\x8b"):
        return kind_of(unzipped(head), name.removesuffix(".gz"))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "report" if b"[Content_Types].xml" in head else "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if FEED.match(head):
        return "feed"
    if OBJECT.match(head):
        return "jsonl"
    if LIST.match(head):
        return "json"
    if is_list(head):
        return "addresses"
    suffix = re.search(r"\.\w+$", name.lower())
    return NAMED.get(suffix[0], "report") if suffix else "report"


def is_list(head: bytes) -> bool:
    """Whether every line is a web address; blank ones, and those after a "#", do not count."""
    lines = head[: head.rfind(b"\n")] if len(head) == HEAD else head
    told = [line for line in map(bytes.strip, lines.split(b"\n")) if line and not line.startswith(b"#")]
    return bool(told) and all(ADDRESS.fullmatch(line) for line in told)


def unzipped(head: bytes) -> bytes:
    """The beginning of what a gzip file holds."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return b""


def is_binary(head: bytes) -> bool:
    """Whether a file is a picture, or holds a zero byte and is nothing crosswire can name."""
    what = next((what for magic, what in MAGIC if head.startswith(magic)), None)
    if what is not None or head.startswith((b"PAR1", *UTF16)):
        return what == PICTURE
    return b"\0" in head
