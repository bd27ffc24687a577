"""A store answers from the shell: tables for people, JSON and CSV for programs, one line for what goes wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from bench.generated import readings
from crosswire.cli import main
from crosswire.store.tables import create_or_open
from tests.store.conftest import fill

LISTS = ("events", "statements", "actors", "dyads", "stories")
Said = tuple[int, str, str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ask") / "crosswire.db"
    with closing(create_or_open(path)) as db:
        fill(db, islice(readings(seed=3), 20))
    return path


@pytest.fixture
def run(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    monkeypatch.setenv("CROSSWIRE_STORE", str(store))

    def run(*arguments: str) -> Said:
        code = main(arguments)
        return (code, *capsys.readouterr())

    return run


@pytest.mark.parametrize("question", [*LISTS, "search accused"])
def test_pages_lead_on_to_the_end(run: Callable[..., Said], question: str) -> None:
    seen: list[object] = []
    after: list[str] = []
    while True:
        code, out, _ = run(*question.split(), "--json", "--limit", "13", *after)
        page = json.loads(out)
        assert code == 0
        seen += page["items"]
        if page["next"] is None:
            break
        after = ["--after", page["next"]]
    assert len(seen) == page["total"] > 0


@pytest.mark.parametrize("question", [*LISTS, "search accused"])
def test_a_table_and_csv_have_a_row_for_each(run: Callable[..., Said], question: str) -> None:
    _, out, err = run(*question.split(), "--csv", "--limit", "4")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 4 and None not in rows[0] and "--after" in err
    _, out, _ = run(*question.split(), "--limit", "4")
    assert "\x1b" not in out and len(out.splitlines()) >= 5


def test_a_story_is_told_by_the_beginning_of_its_id(run: Callable[..., Said]) -> None:
    _, out, _ = run("stories", "--json", "--limit", "1")
    id = json.loads(out)["items"][0]["id"]
    code, out, _ = run("story", id[:10])
    assert code == 0 and out
    code, out, _ = run("story", id, "--json")
    assert json.loads(out)["row"]["id"] == id


def test_why_looks_in_the_store(run: Callable[..., Said]) -> None:
    for question in ("events", "statements"):
        id = json.loads(run(question, "--json", "--limit", "1")[1])["items"][0]["id"]
        code, out, _ = run("why", id[:12])
        assert code == 0 and id.upper() in out
    row = run("sql", "SELECT id FROM finding ORDER BY reports DESC LIMIT 1", "--json")[1]
    code, out, _ = run("why", json.loads(row)["id"])
    assert code == 0 and "SAID" in out.upper()


def test_sql_gives_a_table_lines_or_csv(run: Callable[..., Said]) -> None:
    query = "SELECT '=1+1' AS sum, 2 AS two, NULL AS missing, x'ff' AS bytes"
    assert run("sql", query, "--csv")[1].splitlines()[1] == '"\'=1+1",2,,"ff"'
    assert json.loads(run("sql", query, "--json")[1])["two"] == 2
    assert "two" in run("sql", query)[1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("events", "--store", "nowhere.db"), 1, "no such store"),
        (("events", "--after", "x"), 1, "after must be the next"),
        (("events", "--since", "yesterday"), 2, "yesterday"),
        (("dyads", "--type", "AID"), 2, "No such option"),
        (("story", "zz"), 1, "no story id that begins with 'zz'"),
        (("story", ""), 1, "several have a story id"),
        (("why", "zz"), 1, "no event, statement or finding id"),
        (("sql", "DROP TABLE event"), 1, "only a SELECT"),
        (("stories", "a.txt", "--type", "AID"), 2, "filters are for a store"),
        (("events", "--actor", "\udcff"), 1, "encode"),
    ],
)
def test_what_goes_wrong_is_one_line(
    run: Callable[..., Said], arguments: tuple[str, ...], code: int, says: str
) -> None:
    ended, out, err = run(*arguments)
    assert (ended, out) == (code, "") and says in err and "Traceback" not in err


def test_nothing_found_is_said(run: Callable[..., Said]) -> None:
    assert run("events", "--actor", "Nobody")[1:] == ("", "crosswire: nothing of that in the store\n")


def test_names_that_act_on_a_terminal_do_not(run: Callable[..., Said]) -> None:
    assert "\x1b" not in run("sql", "SELECT char(27) || '[31mred' AS colour")[1]
