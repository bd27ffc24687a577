"""A program that speaks the protocol gets answers with their words, and one line for what goes wrong."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bench.generated import readings
from crosswire.mcp import server
from crosswire.store.tables import create_or_open, open_to_read
from tests.store.conftest import fill

pytest.importorskip("mcp")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("mcp") / "crosswire.db"
    with closing(create_or_open(path)) as db:
        fill(db, islice(readings(seed=3), 20))
    return str(path)


def call(store: str, tool: str, **given: object) -> Any:
    from mcp import Client

    async def asked() -> Any:
        async with Client(server(store)) as client:
            return await client.call_tool(tool, given)

    return asyncio.run(asked())


def test_there_are_six_tools(store: str) -> None:
    tools = asyncio.run(server(store).list_tools())
    assert [tool.name for tool in tools] == ["search", "story", "compare", "events", "statements", "evidence"]
    assert all(tool.description and "db" not in tool.input_schema["properties"] for tool in tools)


def test_answers_have_their_words(store: str) -> None:
    answer = json.loads(call(store, "events", limit=2).content[0].text)
    event = answer["items"][0]
    span = event["span"]
    assert json.loads(call(store, "evidence", **span).content[0].text)["quote"] == event["quote"]
    assert json.loads(call(store, "statements", limit=1).content[0].text)["items"][0]["quote"]
    assert json.loads(call(store, "search", words="accord").content[0].text)["total"] > 0


def test_a_story_has_the_words_of_each_report(store: str) -> None:
    with closing(open_to_read(Path(store))) as db:
        (id,) = db.execute("SELECT id FROM story ORDER BY reports DESC LIMIT 1").fetchone()
    known = json.loads(call(store, "story", id=id).content[0].text)
    assert known["findings"] and all(each["told"][0]["quote"] for each in known["findings"])
    compared = json.loads(call(store, "compare", id=id).content[0].text)
    assert len(compared["reports"]) == known["story"]["reports"] and compared["origins"]


def test_what_cannot_be_answered_is_said(store: str) -> None:
    answer = call(store, "story", id="0" * 24)
    assert answer.is_error and "holds nothing with the id" in answer.content[0].text
    answer = call(store, "events", after="x")
    assert answer.is_error and "after must be the next" in answer.content[0].text
