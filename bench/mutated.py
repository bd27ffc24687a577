"""Files of every kind, broken at random: `python -m bench mutated 10000`, the number of files made.

A file fails if opening it raises anything, takes longer than ten seconds of work, kills its process or gives a refusal
of more than one line. Each is made from its number alone. Nothing is fetched.
"""

from __future__ import annotations

import gzip
import io
import json
import resource
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from crosswire.records import Article
from crosswire.sources import Refused
from crosswire.sources.open import articles_from

SECONDS = 10  # of work a file may take; one that is whole takes some hundredths
PATIENCE = 120.0  # seconds until a process that answers nothing is taken for hung, on a machine that does more
MEMORY = 8 << 30  # bytes of addresses

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."
STORIES = tuple(f"{STORY} It is day {n} of the works, and {n * n} barges have turned back." for n in range(6))
PAGE = """<!doctype html><html><head><title>Lock {n}</title><meta property="og:site_name" content="The Example Times">
<meta name="author" content="Ann Lee"><script type="application/ld+json">{{"@type": "NewsArticle", "url":
"https://example.com/{n}"}}</script></head><body><article><h1>Lock {n}</h1><ul><li>Closed</li></ul><p>{text}</p>
<figure><figcaption>The lock.</figcaption></figure></article></body></html>"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Example Times</title>{}</channel></rss>"""
ENTRY = """<item><title>Lock {n}</title><link>https://example.com/{n}</link>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<c:encoded><![CDATA[<p>{text}</p><p>{text}</p><p>{text}</p>]]></c:encoded></item>"""
# What readers of these formats look out for.
TOKENS = (
    b"\0", b"\xff\xfe", b"\xff" * 8, b"\x7f\xff\xff\xff", b"-1", b"9" * 30, b"1e999", b'"', b"\\u0000", b"\\ud800",
    b"{", b"[" * 500, b"<", b"<div>" * 500, b"</", b"<!--", b"<![CDATA[", b"]]>", b"<!ENTITY a '&a;'>", b"&#x0;",
    b"&amp;" * 50, b"<?xml encoding='utf-7'?>", b"\r\n\r\n", b"WARC/1.0\r\n", b"Content-Length: 0\r\n",
    b"Transfer-Encoding: chunked\r\n", b"PK\x03\x04", b"PK\x05\x06", b"PAR1", b"\x1f\x8b\x08", b"http://[",
    b"javascript:", b"2024-99-99", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\t", b"\n", b",",
)  # fmt: skip


def run(path: Path, errors: int) -> dict[str, object]:
    """How many files were tried and failed, of each kind."""
    failed = list(failures(int(path.name)))
    print(*failed[:errors], sep="\n", file=sys.stderr)
    kinds = Counter(line.partition(" ")[0] for line in failed)
    return {"tried": int(path.name), "failed": len(failed), "failed_by_kind": {kind: kinds[kind] for kind in seeds()}}


def failures(number: int) -> Iterator[str]:
    """A line for each file that fails, from 0 up to a number: its kind, its number and what it did."""
    with TemporaryDirectory() as folder:
        left = range(number)
        while left:
            for tried, line in attempts(left, folder):
                left = range(tried + 1, number)
                if line:
                    yield f"{kind_of(tried)} {tried}: {line}"


def attempts(numbers: range, folder: str) -> Iterator[tuple[int, str]]:
    """What each file did, "" where it did well; ends after one that took the process with it."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=answer, args=(numbers, folder, theirs), daemon=True)
    process.start()
    theirs.close()
    for number in numbers:
        try:
            line = ours.recv() if ours.poll(PATIENCE) else "does not end"
        except EOFError:
            line = "kills its process"
        yield number, line
        if line in {"does not end", "kills its process"}:
            break
    process.kill()
    process.join()


def answer(numbers: range, folder: str, to: Connection) -> None:
    """Opens each file and sends what it did."""
    with suppress(ValueError):  # where less is allowed already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in numbers:
        path = Path(folder, f"{number}{SUFFIXES[kind_of(number)]}")
        path.write_bytes(mutated(number))
        began = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        line = outcome(path)
        took = resource.getrusage(resource.RUSAGE_SELF).ru_utime - began
        path.unlink()
        to.send(line or (f"takes {took:.0f} seconds" if took > SECONDS else ""))


def outcome(path: Path) -> str:
    """What is wrong with what a folder with nothing but this file gives; "" for nothing."""
    try:
        for item in articles_from(str(path.parent)):
            if isinstance(item, Refused) and not (item.reason.isprintable() and item.source.isprintable()):
                return f"more than a line: {item!r}"
            if isinstance(item, Article):
                item.text.encode()
    except Exception as wrong:  # noqa: BLE001  whatever it is, it is what this task looks for
        return f"{type(wrong).__name__}: {wrong}"
    return ""


def mutated(number: int) -> bytes:
    """A whole file with one to eight changes."""
    chance = Random(number)
    raw = seeds()[kind_of(number)]
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        raw = chance.choice(CHANGES)(raw, chance)
    return raw


def kind_of(number: int) -> str:
    return tuple(SUFFIXES)[number % len(SUFFIXES)]


def flip(raw: bytes, chance: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 1, 4, 16))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(raw: bytes, chance: Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def drop(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + raw[at + chance.choice((1, 4, 50, 500)) :]


def insert(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(TOKENS) + raw[at:]


def repeat(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + raw[at : at + chance.choice((1, 8, 100))] * chance.choice((2, 20, 500)) + raw[at:]


def shuffle(raw: bytes, chance: Random) -> bytes:
    first, second = sorted((chance.randrange(len(raw) + 1), chance.randrange(len(raw) + 1)))
    return raw[second:] + raw[first:second] + raw[:first]


CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (flip, flip, cut, drop, insert, insert, repeat, shuffle)
SUFFIXES = {
    "text": ".txt", "page": ".html", "feed": ".xml", "warc": ".warc", "packed_warc": ".warc.gz", "parquet": ".parquet",
    "csv": ".csv", "jsonl": ".jsonl", "packed_jsonl": ".jsonl.gz", "zip": ".zip",
}  # fmt: skip


@cache
def seeds() -> Mapping[str, bytes]:
    """A small whole file of each kind, of the same reports."""
    pages = [PAGE.format(n=n, text=text) for n, text in enumerate(STORIES)]
    rows = [{"title": f"Lock {n}", "published": "2024-03-05", "text": text} for n, text in enumerate(STORIES)]
    records = [record(n, page.encode()) for n, page in enumerate(pages)]
    lines = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    table = "title,published,text\n" + "".join(f'{r["title"]},{r["published"]},"{r["text"]}"\n' for r in rows)
    return {
        "text": f"Title: Lock\nOutlet: The Example Times\nDate: 2024-03-05\n\nBy Ann Lee\n\n{STORIES[1]}\n".encode(),
        "page": pages[1].encode(),
        "feed": FEED.format("".join(ENTRY.format(n=n, text=text) for n, text in enumerate(STORIES))).encode(),
        "warc": b"".join(records),
        "packed_warc": b"".join(gzip.compress(each, mtime=0) for each in records),
        "parquet": parquet(rows),
        "csv": table.encode(),
        "jsonl": lines,
        "packed_jsonl": gzip.compress(lines, mtime=0),
        "zip": zipped(pages),
    }


def record(number: int, page: bytes) -> bytes:
    """A page as a web archive keeps it."""
    answered = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Target-URI: https://example.com/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answered)}\r\n\r\n"
    )
    return head.encode() + answered + b"\r\n\r\n"


def parquet(rows: list[dict[str, str]]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), file, compression="zstd")
    return file.getvalue()


def zipped(pages: list[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, page in enumerate(pages):
            archive.writestr(zipfile.ZipInfo(f"{number}.html"), page)
    return file.getvalue()
