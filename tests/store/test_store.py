"""A store from Python: records to go through, and tables for what reads Arrow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from crosswire import Reading, Store
from crosswire.store import answers
from crosswire.store.answers import Asked
from crosswire.store.arrow import reader
from crosswire.store.tables import Unusable, create_or_open
from tests.store.conftest import fill

TABLES = ("stories", "events", "statements", "actors", "dyads")


@pytest.fixture(scope="module")
def store(made: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("store") / "crosswire.db"
    with closing(create_or_open(path)) as db:
        fill(db, made)
    with Store(path) as store:
        yield store


def test_all_answers_are_gone_through(store: Store, made: list[Reading]) -> None:
    assert {event.id for event in store.events()} == {event.id for reading in made for event in reading.events}
    assert len(list(store.events(limit=7))) == 7
    assert [event.type for event in store.events(type="AID", limit=2)] == ["AID", "AID"]
    assert [hit.article for hit in store.search("accord", limit=1)]
    with pytest.raises(TypeError):
        store.events(colour="red")  # type: ignore[call-arg]


@pytest.mark.parametrize("question", TABLES)
def test_a_table_of_arrow_has_the_records(store: Store, question: str) -> None:
    pa = pytest.importorskip("pyarrow")
    answered = getattr(store, question)()
    table = pa.table(answered)
    kind = type(next(iter(answered)))
    assert msgspec.convert(table.to_pylist(), list[kind]) == list(answered)  # type: ignore[valid-type]


@pytest.mark.parametrize("question", [*TABLES, "search"])
def test_no_answers_are_a_table_with_columns(store: Store, question: str) -> None:
    pa = pytest.importorskip("pyarrow")
    never = date(1900, 1, 1)
    answered = store.search("nowhere") if question == "search" else getattr(store, question)(until=never)
    table = pa.table(answered)
    assert table.num_rows == 0 and len(table.column_names) > 5


@pytest.mark.parametrize("of", [answers.Bar, answers.Spot, answers.DyadDay, answers.Edge, answers.Node])
def test_any_flat_answer_has_columns(of: type[answers.Bar]) -> None:
    assert reader([], of).schema.names == list(of.__struct_fields__)


def test_a_store_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no such store"):
        Store(tmp_path / "nothing.db")


def test_the_filters_of_python_are_those_that_are_asked() -> None:
    from crosswire.store.store import Filters

    assert {*Filters.__annotations__, "after", "limit"} == set(Asked.__struct_fields__)
