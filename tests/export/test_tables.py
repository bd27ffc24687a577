"""Folders of tables are read back by pandas, Polars and DuckDB, value by value, and say what they hold."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb
import msgspec
import pandas
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.export.codebook import codebook, meanings
from crosswire.export.columns import columns
from crosswire.export.commas import comma_line, guarded
from crosswire.export.leave import rows as leaving_rows
from crosswire.export.package import write_package
from crosswire.export.provenance import Run
from crosswire.export.rows import article_rows
from crosswire.export.tables import KEYS, LINKS, TABLES
from crosswire.export.writers import BATCH, WRITERS
from crosswire.picture import Tie
from crosswire.records import Record
from crosswire.store.answers import About, ArticleTold, Asked
from crosswire.store.slices import Slice
from crosswire.store.tables import open_to_read

ABOUT = About("0.1.0", 7, 2, 1, 1, 1, 0, None, None, "2024-05-01T00:00:00Z")
RUN = {form: Run(form, Asked(since=date(2022, 1, 1), country="TUR"), ABOUT) for form in WRITERS}
DAY = date(2024, 3, 5)
WORDS = st.text(
    st.sampled_from("\t\n\r\x0b\x85\u2028\"'=+-@＝;,|aé🕊한ع ") | st.characters(exclude_categories=["Cs"]), max_size=12
)


@pytest.fixture(scope="session")
def rows(store: Path) -> tuple[Record, ...]:
    with closing(open_to_read(store)) as db, Slice(db, Asked()) as everything:
        return (*leaving_rows(everything, texts=True), Tie("CHL", "=PER", DAY, 2, -1.25, 1, 1, 2))


@pytest.fixture(scope="session")
def folders(rows: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {form: tmp_path_factory.mktemp(form) for form in WRITERS}
    for form, folder in made.items():
        write_package(folder, RUN[form], rows)
    return made


def written(rows: Iterable[Record], table: str) -> list[dict[str, object]]:
    """The rows of a table, each by column name, as any reader should give them back."""
    return [
        {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in msgspec.structs.asdict(row).items()
        }
        for row in rows
        if type(row) is TABLES[table]
    ]


def plain(table: str, row: dict[str, object]) -> dict[str, object]:
    """A row of a CSV file as it was: without the apostrophes that guard words, and with its lists."""
    kinds = {column.name: column.kind for column in columns(TABLES[table])}
    return {name: undone(kinds[name], value) for name, value in row.items()}


def undone(kind: str, value: object) -> object:
    if isinstance(value, str):
        return json.loads(value) if kind == "array" else value.removeprefix("'") if kind == "string" else value
    return value


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_rows_to_compare(table: str, rows: tuple[Record, ...]) -> None:
    assert written(rows, table) or table == "sizes"


@pytest.mark.parametrize("table", TABLES)
def test_parquet_is_read_back_by_duckdb_and_polars(
    table: str, folders: dict[str, Path], rows: tuple[Record, ...]
) -> None:
    path = folders["parquet"] / f"{table}.parquet"
    found = duckdb.sql(f"select * from '{path}'")
    by_duckdb = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert by_duckdb == written(rows, table)
    assert polars.read_parquet(path).to_dicts() == written(rows, table)


@pytest.mark.parametrize("table", TABLES)
def test_csv_is_read_back_by_polars_and_pandas(table: str, folders: dict[str, Path], rows: tuple[Record, ...]) -> None:
    path = folders["csv"] / f"{table}.csv"
    types = {"string": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean,
             "date": polars.Date, "array": polars.String}  # fmt: skip
    kinds = {column.name: types[column.kind] for column in columns(TABLES[table])}
    found = polars.read_csv(path, schema=kinds).to_dicts()
    assert [plain(table, row) for row in found] == written(rows, table)
    by_pandas = pandas.read_csv(path, dtype=str, keep_default_na=False)
    assert list(by_pandas.columns) == list(kinds)
    assert [plain(table, row) for row in by_pandas.to_dict("records")] == [texts(row) for row in written(rows, table)]


def texts(row: dict[str, object]) -> dict[str, object]:
    """A row as one that reads every cell as words has it."""
    return {
        name: value if isinstance(value, list) else "" if value is None else spoken(value)
        for name, value in row.items()
    }


def spoken(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_json_lines_are_read_back(table: str, folders: dict[str, Path], rows: tuple[Record, ...]) -> None:
    lines = (folders["jsonl"] / f"{table}.jsonl").read_text("utf-8").splitlines()
    found = [msgspec.json.decode(line, type=TABLES[table]) for line in lines]
    assert [msgspec.json.decode(msgspec.json.encode(row)) for row in found] == [json.loads(line) for line in lines]
    assert found == [row for row in rows if type(row) is TABLES[table]]


@pytest.mark.parametrize("form", WRITERS)
def test_a_package_tells_of_every_file_and_column(form: str, folders: dict[str, Path]) -> None:
    package = json.loads((folders[form] / "datapackage.json").read_text("utf-8"))
    assert {each["name"] for each in package["resources"]} == set(TABLES)
    assert package["created"] == ABOUT.asof
    for resource in package["resources"]:
        content = (folders[form] / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
        fields = resource["schema"]["fields"]
        assert [each["name"] for each in fields] == [each.name for each in columns(TABLES[resource["name"]])]
        assert all(each["description"] for each in fields)
    assert (folders[form] / "codebook.md").read_text("utf-8") == codebook()


def test_the_version_the_filters_and_the_day_go_with_it(folders: dict[str, Path]) -> None:
    run = json.loads((folders["csv"] / "run.json").read_text("utf-8"))["prov:wasGeneratedBy"]
    assert run["crosswire:filters"] == {"country": "TUR", "since": "2022-01-01"}
    assert run["prov:used"]["prov:generatedAtTime"] == ABOUT.asof
    assert run["prov:wasAssociatedWith"]["schema:softwareVersion"] == "0.1.0"


@pytest.mark.parametrize("table", TABLES)
def test_keys_tell_rows_apart_and_links_lead_to_rows(table: str, folders: dict[str, Path]) -> None:
    here = f"'{folders['parquet'] / table}.parquet'"
    if key := ", ".join(KEYS.get(table, ("id",))):
        assert not duckdb.sql(f"select {key} from {here} group by all having count(*) > 1").fetchall()
    for column, other in LINKS.get(table, ()):
        there = f"'{folders['parquet'] / other}.parquet'"
        assert not duckdb.sql(f"select {column} from {here} where {column} not in (select id from {there})").fetchall()


@pytest.mark.parametrize("table", TABLES)
def test_the_codebook_has_every_column_in_order(table: str) -> None:
    assert list(meanings(table)) == [column.name for column in columns(TABLES[table])]


def test_the_codebook_that_ships_is_the_page_of_the_docs() -> None:
    page = Path(__file__).parents[2] / "docs" / "schema.md"
    assert codebook() == page.read_text("utf-8"), "cp docs/schema.md src/crosswire/export/codebook.md"


def test_texts_leave_only_when_asked_for(articles: tuple[ArticleTold, ...]) -> None:
    with_text, without = (next(article_rows(articles[0], texts=texts)) for texts in (True, False))
    assert (with_text.text, without.text) == (articles[0].reading.article.text, None)  # type: ignore[attr-defined]


def dyads(count: int) -> Iterator[Record]:
    return (Tie("CHL", "PER", DAY, number, 0.5, 0, 0, 1) for number in range(count))


def peak(form: str, folder: Path, count: int) -> int:
    folder.mkdir()
    tracemalloc.start()
    write_package(folder, RUN[form], dyads(count))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("form", WRITERS)
def test_twice_the_rows_take_no_more_memory(form: str, tmp_path: Path) -> None:
    """More rows than a row group holds, and none is lost."""
    peak(form, tmp_path / "first", 10)  # what is loaded on first use
    once, twice = (peak(form, tmp_path / str(count), count) for count in (2 * BATCH + 10, 4 * BATCH + 10))
    assert twice < 1.2 * once
    scan = {"parquet": "read_parquet", "csv": "read_csv", "jsonl": "read_json"}[form]
    found = duckdb.sql(f"select count(*), max(events) from {scan}('{tmp_path}/{4 * BATCH + 10}/dyads.{form}')")
    assert found.fetchall() == [(4 * BATCH + 10, 4 * BATCH + 9)]


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_hostile_words_are_no_formulas_and_come_back(words: list[str]) -> None:
    text = "n,a\n" + "".join(f"{comma_line([number, each])}\n" for number, each in enumerate(words))
    found = polars.read_csv(text.encode(), schema={"n": polars.Int64, "a": polars.String})["a"].to_list()
    assert all(each.lstrip("\t\r\n \x0b")[:1] not in set("=+-@＝") for each in found if each)
    assert [each.removeprefix("'") for each in found] == [each.replace("\x00", "\ufffd") for each in words]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n-1", " ＝1", "'", "'=1"])
def test_an_apostrophe_is_put_before_what_would_run(words: str) -> None:
    assert guarded(words) == f"'{words}"
    assert guarded("1 = 1") == "1 = 1"
