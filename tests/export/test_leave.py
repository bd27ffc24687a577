"""An export is there whole or not at all, says where it comes from, and takes the place of nothing else."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from crosswire.export.leave import FOLDERS, FORMS, Taken, beside, leave, lines
from crosswire.export.tables import DyadRow
from crosswire.records import Record
from crosswire.store.answers import About, ActorRow, ArticleTold, Asked, StoryTold

ABOUT = About("0.1.0", 7, 2, 1, 1, 1, 0, None, None, "2024-05-01T00:00:00+00:00")


class Given(Record, frozen=True):
    """What a store would answer."""

    reports: tuple[ArticleTold, ...]
    told: tuple[StoryTold, ...]
    asked: Asked = Asked(since=date(2022, 1, 1))

    def about(self) -> About:
        return ABOUT

    def articles(self) -> Iterator[ArticleTold]:
        return iter(self.reports)

    def stories(self) -> Iterator[StoryTold]:
        return iter(self.told)

    def actors(self) -> Iterator[ActorRow]:
        return iter(())

    def dyads(self) -> Iterator[DyadRow]:
        return iter(())


@pytest.fixture(scope="session")
def given(articles: tuple[ArticleTold, ...], stories: tuple[StoryTold, ...]) -> Given:
    return Given(articles, stories)


def run_of(out: Path, form: str) -> dict[str, object]:
    path = out / "run.json" if form in FOLDERS else beside(out)
    return dict(json.loads(path.read_text("utf-8"))["prov:wasGeneratedBy"])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_where_it_comes_from(form: str, given: Given, tmp_path: Path) -> None:
    leave(given, form, tmp_path / "out", texts=False)
    run = run_of(tmp_path / "out", form)
    assert run["crosswire:filters"] == {"since": "2022-01-01"}
    assert run["prov:used"]["prov:generatedAtTime"] == ABOUT.asof  # type: ignore[index]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    if form not in FOLDERS:
        assert (tmp_path / "out").read_text("utf-8") == "".join(f"{line}\n" for line in lines(given, form))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_store_gives_the_same_bytes(form: str, given: Given, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        leave(given, form, tmp_path / name / "out")
    one, two = (
        {
            str(path.relative_to(tmp_path / name)): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two


@pytest.mark.parametrize("form", ["csv", "flat"])
def test_an_earlier_export_is_replaced_and_nothing_else(form: str, given: Given, tmp_path: Path) -> None:
    out = tmp_path / "out"
    leave(given, form, out)
    leave(Given((), ()), form, out)
    assert "20" not in (out / "articles.csv" if form == "csv" else out).read_text("utf-8")
    (tmp_path / "report.txt").write_text("A report.")
    (tmp_path / "folder").mkdir()
    for taken in (tmp_path / "report.txt", tmp_path / "folder"):
        with pytest.raises(Taken, match="no export of crosswire"):
            leave(given, form, taken)
    assert (tmp_path / "report.txt").read_text() == "A report."


def test_an_export_keeps_the_rights_of_a_file_made_here(given: Given, tmp_path: Path) -> None:
    leave(given, "csv", tmp_path / "tables")
    leave(given, "flat", tmp_path / "flat.csv")
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "file").write_text("")
    assert (tmp_path / "tables").stat().st_mode == (tmp_path / "made").stat().st_mode
    assert (tmp_path / "flat.csv").stat().st_mode == (tmp_path / "made" / "file").stat().st_mode


FULL = """
import resource, sys
from pathlib import Path
import msgspec
from crosswire.export.leave import leave
from tests.export.test_leave import Given
given = msgspec.msgpack.decode(Path(sys.argv[1]).read_bytes(), type=Given)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    leave(given, sys.argv[2], Path(sys.argv[3]))
except OSError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit to the size of files here")
@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "polecat", "gexf", "html"])
def test_a_disk_that_takes_no_more_leaves_what_was_there(form: str, given: Given, tmp_path: Path) -> None:
    (tmp_path / "given").write_bytes(msgspec.msgpack.encode(given))
    place = tmp_path / "place"
    leave(given, form, place / "out")
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    command = [sys.executable, "-c", FULL, str(tmp_path / "given"), form, str(place / "out"), "1000"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], env={**os.environ})
    assert done.stdout == "OSError\n", done.stderr
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before
