"""The command writes what a store holds, or what reports say, and refuses in one line what it cannot do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosswire.cli import main

Run = pytest.CaptureFixture[str]
TITLE = "Ministers sign accord"
SAYS = "Peru and Chile signed a fishing accord in Lima on Monday, the Andina agency reported."


@pytest.fixture
def accord(tmp_path: Path) -> str:
    path = tmp_path / "accord.txt"
    path.write_text(f"{TITLE}\n\n{SAYS}\n", encoding="utf-8")
    return str(path)


def test_reports_give_lines_on_stdout(accord: str, capfd: Run) -> None:
    assert main(["export", "--format", "polecat", "-", accord]) == 0
    out, err = capfd.readouterr()
    names, row = out.splitlines()
    assert names.startswith("Event ID\tEvent Date\t")
    assert "\tPeru; Chile\t" in row
    assert err == ""


def test_reports_give_files_and_folders(accord: str, tmp_path: Path, capfd: Run) -> None:
    flat, tables = tmp_path / "flat.csv", tmp_path / "tables"
    assert main(["export", "-f", "flat", str(flat), accord]) == 0
    assert main(["export", "-f", "jsonl", str(tables), accord, "--texts"]) == 0
    assert capfd.readouterr() == ("", f"crosswire: wrote {flat}\ncrosswire: wrote {tables}\n")
    assert flat.read_text("utf-8").count("\n") == 2
    article = json.loads((tables / "articles.jsonl").read_text("utf-8"))
    assert SAYS in article["text"]
    assert json.loads((tables / "stories.jsonl").read_text("utf-8"))["id"] == article["story"]


def test_filters_hold_for_reports_too(accord: str, capfd: Run) -> None:
    for filters, rows in (([], 2), (["--either", "PER"], 2), (["--actor", "FRA"], 1), (["--type", "ASSAULT"], 1)):
        assert main(["export", "-f", "polecat", "-", accord, *filters]) == 0
        assert capfd.readouterr().out.count("\n") == rows


def test_a_report_that_is_refused_does_not_stop_the_others(accord: str, tmp_path: Path, capfd: Run) -> None:
    assert main(["export", "-f", "plover", "-", str(tmp_path / "none.txt"), accord]) == 3
    out, err = capfd.readouterr()
    assert json.loads(out)["event"] == ["SUPPORT"]
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "-f", "acled", "OUT"],
        ["export", "OUT"],
        ["export", "-f", "csv", "-"],
        ["export", "-f", "html", "OUT"],
        ["export", "-f", "flat", "OUT", "--since", "yesterday"],
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(arguments: list[str], capfd: Run) -> None:
    assert main(arguments) == 2
    assert capfd.readouterr().out == ""


def test_no_report_is_overwritten(accord: str, capfd: Run) -> None:
    before = Path(accord).read_text("utf-8")
    assert main(["export", "-f", "flat", accord, accord]) == 1
    assert "not just an export" in capfd.readouterr().err
    assert Path(accord).read_text("utf-8") == before


def test_a_store_that_is_not_there_is_one_line(tmp_path: Path, capfd: Run) -> None:
    assert main(["export", "-f", "flat", "-", "--store", str(tmp_path / "none.db")]) == 1
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_a_story_that_is_not_there_is_one_line(accord: str, tmp_path: Path, capfd: Run) -> None:
    assert main(["export", "-f", "html", str(tmp_path / "story.html"), accord, "--story", "1234"]) == 1
    assert capfd.readouterr().err == "crosswire: 1234: no such story; crosswire stories lists them\n"
    assert not (tmp_path / "story.html").exists()


def test_a_folder_that_cannot_be_written_to_is_one_line(accord: str, capfd: Run) -> None:
    assert main(["export", "-f", "csv", f"{accord}/tables", accord]) == 1
    out, err = capfd.readouterr()
    assert "cannot be written" in err
    assert (out, err.count("\n")) == ("", 1)
