"""Tables of reports: a row is an article or a line, and a million rows are never held."""

import csv
import gzip
import json
import tracemalloc
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from crosswire.records import Article
from crosswire.sources import Refused
from crosswire.sources.open import articles_from, parts_of

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."
ROW = {
    "id": 7,
    "Headline": "Lock closed",
    "body": STORY,
    "publisher": "The Example Times",
    "published_at": "2024-03-05T10:00:00Z",
    "link": "https://example.com/lock",
    "authors": "Ann Lee, Bo Ek",
}
TOLD = ("Lock closed", "The Example Times", date(2024, 3, 5), "https://example.com/lock", "Ann Lee, Bo Ek")


def write(path: Path, rows: list[dict[str, object]]) -> str:
    if path.suffix == ".parquet":
        parquet.write_table(pa.Table.from_pylist(rows), path)
    elif path.suffix == ".jsonl":
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    elif path.suffix == ".gz":
        path.write_bytes(gzip.compress("".join(f"{json.dumps(row)}\n" for row in rows).encode()))
    else:
        with path.open("w", newline="") as file:
            table = csv.DictWriter(file, rows[0], delimiter="\t" if path.suffix == ".tsv" else ",")
            table.writeheader()
            table.writerows(rows)
    return str(path)


def told(article: Article) -> tuple[object, ...]:
    return (article.title, article.outlet, article.published, article.url, article.byline)


def lines(source: str, **columns: str) -> list[str]:
    """A refusal's own words, and "read" for each article."""
    return ["read" if isinstance(i, Article) else i.reason for i in articles_from(source, columns=columns)]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.tsv", "a.parquet"])
def test_columns_are_known_by_their_names(tmp_path: Path, name: str) -> None:
    (found,) = articles_from(write(tmp_path / name, [ROW]))
    assert isinstance(found, Article)
    assert told(found) == TOLD
    assert found.text == f"Lock closed\n\n{STORY}"


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_a_table_without_text_is_one_line_that_names_its_columns(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, [{"id": 1, "story": STORY}, {"id": 2, "story": STORY}])
    assert lines(path) == ["no column of text; it has id, story; say which with --column text=NAME"]
    assert lines(path, text="story") == ["read", "read"]
    assert lines(path, text="tale") == ["no column 'tale'; it has id, story"]
    assert lines(path, words="story") == ["no field 'words'; there are text, title, outlet, date, url, byline"]


def test_days_of_every_type_are_read(tmp_path: Path) -> None:
    for day in (date(2024, 3, 5), datetime(2024, 3, 5, 9), "20240305", "5 March 2024", "20240305093000"):
        (found,) = articles_from(write(tmp_path / "a.parquet", [{"text": STORY, "published": day}]))
        assert isinstance(found, Article) and found.published == date(2024, 3, 5)


def test_a_page_in_a_row_is_read_as_a_page(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{STORY}</p><script>alert(1)</script></article></body></html>"
    (found,) = articles_from(write(tmp_path / "a.jsonl", [{"content": page, "source": "The Example Times"}]))
    assert isinstance(found, Article) and (found.text, found.outlet) == (STORY, "The Example Times")


def test_an_address_that_runs_is_no_address(tmp_path: Path) -> None:
    (found,) = articles_from(write(tmp_path / "a.jsonl", [{"text": STORY, "url": "javascript:alert(1)"}]))
    assert isinstance(found, Article) and found.url is None


def test_a_bad_row_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = json.dumps({"text": STORY})
    path = tmp_path / "a.jsonl"
    path.write_text(f'{good}\n{{"text": "cut sh\n[1]\n{{"title": "no text"}}\n{{"text": " "}}\n{"[" * 9999}\n{good}\n')
    found = lines(str(path))
    assert [found[0], found[6], len(found)] == ["read", "read", 7]
    assert [line.partition(":")[0] for line in found[1:6]] == [
        "not a line of JSON",
        "not an object of JSON; write one object a line",
        "no column of text; it has title; say which with --column text=NAME",
        "no text in its column text",
        "not a line of JSON",
    ]
    table = tmp_path / "a.csv"
    table.write_bytes(f'text,date\n{STORY},x,y\n"{STORY}",\n'.encode() + b"caf\xe9,\n")
    assert lines(str(table)) == [
        "4 values for 2 columns; put quotes round the text",
        "read",
        "not UTF-8 text; save the table as UTF-8",
    ]


def test_a_row_is_a_source_of_its_own(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [ROW, {"text": "1 2 3"}, ROW | {"Headline": "Lock shut"}])
    (_, refused, third) = articles_from(path)
    assert isinstance(refused, Refused)
    assert list(articles_from(refused.source)) == [refused]
    assert list(articles_from(f"{path}#3")) == [third]


def test_what_is_damaged_is_read_up_to_the_damage(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"text": f"{STORY} {n} {n * n % 977}"} for n in range(200)]
    packed = write(tmp_path / "a.jsonl.gz", rows)
    Path(packed).write_bytes(Path(packed).read_bytes()[:-300])
    found = lines(packed)
    assert found.count("read") > 2 and found[-1].startswith("damaged from here on")
    table = write(tmp_path / "a.parquet", rows)
    Path(table).write_bytes(Path(table).read_bytes()[:-300])
    assert lines(table)[-1].startswith("a damaged Parquet file")


def test_a_compressed_table_may_not_grow_without_end(tmp_path: Path) -> None:
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": STORY}).encode() + b"\n" * 1_000_000))
    assert lines(str(tmp_path / "bomb.jsonl.gz")) == [
        "read",
        "unpacks to more than 200 times its size; the rest is left",
    ]
    (tmp_path / "line.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + b"a" * 60_000_000))
    assert lines(str(tmp_path / "line.jsonl.gz")) == ["a line of more than 20 MB; write one report a line"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_many_rows_are_not_held(tmp_path: Path, name: str) -> None:
    rows: list[dict[str, object]] = [{"text": f"{n} " + STORY * 20} for n in range(10_000)]  # 20 MB
    found = parts_of(write(tmp_path / name, rows), {})
    del rows
    next(found)
    tracemalloc.start()
    taken = pa.total_allocated_bytes()
    for _ in range(3_000):
        next(found)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    assert pa.total_allocated_bytes() - taken < 8_000_000
    tracemalloc.stop()


def test_a_list_in_json_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([ROW]))
    assert lines(str(tmp_path / "a.json")) == ["a list in JSON; write one object a line and name it .jsonl"]
