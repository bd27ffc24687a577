"""Web archives: pages that were got are articles, a broken record is one line, and the next one goes on."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import pytest

from crosswire.records import Article
from crosswire.sources import Refused
from crosswire.sources.open import articles_from

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."


def record(
    number: int, body: bytes | None = None, status: str = "200 OK", kind: str = "text/html", headers: str = ""
) -> bytes:
    page = f"<html><body><article><p>Lock {number}. {STORY}</p></article></body></html>".encode()
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + (page if body is None else body)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Target-URI: https://example.com/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def write(path: Path, records: Iterable[bytes]) -> str:
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(each) if packed else each for each in records))
    return str(path)


def told(source: str) -> list[str]:
    """The address of each article, and the part and the reason of each refusal."""
    return [
        str(item.url) if isinstance(item, Article) else f"{item.source.partition('#')[2]}: {item.reason}"  # type: ignore[union-attr]
        for item in articles_from(source)
    ]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_that_were_got_are_articles(tmp_path: Path, name: str) -> None:
    packed = gzip.compress(f"<html><body><article><p>{STORY}</p></article></body></html>".encode())
    path = write(
        tmp_path / name,
        [
            record(1),
            record(2, status="404 Not Found"),
            record(3, b"\x89PNG", kind="image/png"),
            record(4, packed, headers="Content-Encoding: gzip\r\n"),
            record(5, b"<html></html>"),
        ],
    )
    assert told(path) == [
        "https://example.com/1",
        "https://example.com/4",
        "https://example.com/5: no article in this page; save the text of the report as a .txt file",
    ]
    assert told(f"{path}#https://example.com/4") == ["https://example.com/4"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_broken_record_is_one_line_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    whole = [record(number) for number in range(5)]
    whole[1] = whole[1].replace(b"Content-Length: ", b"Content-Length: 9")
    whole[3] = b"XX" + whole[3][2:]
    found = told(write(tmp_path / name, whole))
    assert [line for line in found if ": " not in line] == [f"https://example.com/{n}" for n in (0, 2, 4)]
    assert next(line.partition(": ")[2] for line in found if ": " in line) == "a broken record: the page is cut short"
    assert len(found) <= 5


def test_bytes_that_no_longer_unpack_are_one_line(tmp_path: Path) -> None:
    packed = [bytearray(gzip.compress(record(number))) for number in range(3)]
    packed[1][40] ^= 0xFF
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(packed))
    found = list(articles_from(str(path)))
    assert [type(item) for item in found] == [Article, Refused, Article]


def test_a_page_cut_short_is_not_taken_for_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes((record(1) + record(2))[:-50])
    assert told(str(path)) == ["https://example.com/1", f"{len(record(1))}: a broken record: the page is cut short"]


def test_a_record_that_unpacks_without_end_is_jumped_over(tmp_path: Path) -> None:
    bomb = record(2, b"a" * 60_000_000, kind="video/mp4")
    encoded = record(3, gzip.compress(b"<p>a" * 15_000_000), headers="Content-Encoding: gzip\r\n")
    assert told(write(tmp_path / "a.warc.gz", [record(1), bomb, encoded, record(4)])) == [
        "https://example.com/1",
        "https://example.com/3: a report is text; this one has more than 20 MB",
        "https://example.com/4",
    ]
