"""An export is there whole or not at all, says where it comes from, and takes the place of nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crosswire.export.leave import FOLDERS, FORMS, Taken, beside, leave, lines
from crosswire.store.answers import Asked
from crosswire.store.slices import Slice
from crosswire.store.tables import open_to_read


def run_of(out: Path, form: str) -> dict[str, object]:
    path = out / "run.json" if form in FOLDERS else beside(out)
    return dict(json.loads(path.read_text("utf-8"))["prov:wasGeneratedBy"])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_where_it_comes_from(form: str, whole_slice: Slice, tmp_path: Path) -> None:
    leave(whole_slice, form, tmp_path / "out")
    run = run_of(tmp_path / "out", form)
    used = run["prov:used"]
    assert isinstance(used, dict)
    assert used["prov:generatedAtTime"] == whole_slice.about().asof
    assert used["crosswire:about"]["articles"] == 7
    assert run["crosswire:filters"] == {}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    if form not in FOLDERS:
        assert (tmp_path / "out").read_text("utf-8") == "".join(f"{line}\n" for line in lines(whole_slice, form))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_store_gives_the_same_bytes(form: str, whole_slice: Slice, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        leave(whole_slice, form, tmp_path / name / "out")
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
def test_an_earlier_export_is_replaced_and_nothing_else(form: str, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with closing(open_to_read(store)) as db:
        for outlet in (None, "nobody"):
            with Slice(db, Asked(outlet=outlet)) as slice:
                leave(slice, form, out)
        assert (out / "articles.csv" if form == "csv" else out).read_text("utf-8").count("\n") == 1
        assert run_of(out, form)["crosswire:filters"] == {"outlet": "nobody"}


@pytest.mark.parametrize("form", ["csv", "flat"])
def test_what_is_no_export_stays_where_it_is(form: str, whole_slice: Slice, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("A report.")
    (tmp_path / "folder").mkdir()
    for taken in (tmp_path / "report.txt", tmp_path / "folder"):
        with pytest.raises(Taken, match="not just an export"):
            leave(whole_slice, form, taken)
    assert (tmp_path / "report.txt").read_text() == "A report."


def test_a_folder_to_which_somebody_added_a_file_is_not_replaced(whole_slice: Slice, tmp_path: Path) -> None:
    leave(whole_slice, "csv", tmp_path / "tables")
    (tmp_path / "tables" / "notes.R").write_text("1 + 1")
    with pytest.raises(Taken):
        leave(whole_slice, "csv", tmp_path / "tables")
    assert (tmp_path / "tables" / "notes.R").read_text() == "1 + 1"


@pytest.mark.parametrize("form", ["csv", "flat"])
def test_a_place_may_be_reached_by_a_link(form: str, whole_slice: Slice, tmp_path: Path) -> None:
    leave(whole_slice, form, tmp_path / "made")
    (tmp_path / "link").symlink_to(tmp_path / "made")
    leave(whole_slice, form, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert run_of(tmp_path / "made", form)


def test_an_export_keeps_the_rights_of_a_file_made_here(whole_slice: Slice, tmp_path: Path) -> None:
    leave(whole_slice, "csv", tmp_path / "tables")
    leave(whole_slice, "flat", tmp_path / "flat.csv")
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "file").write_text("")
    assert (tmp_path / "tables").stat().st_mode == (tmp_path / "made").stat().st_mode
    assert (tmp_path / "flat.csv").stat().st_mode == (tmp_path / "made" / "file").stat().st_mode


FULL = """
import resource, sys
from pathlib import Path
from crosswire.export.leave import leave
from crosswire.store.answers import Asked
from crosswire.store.slices import Slice
from crosswire.store.tables import open_to_read
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
with Slice(open_to_read(sys.argv[1]), Asked()) as slice:
    try:
        leave(slice, sys.argv[2], Path(sys.argv[3]))
    except OSError as error:
        print(type(error).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of files there")
@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "polecat", "gexf", "html"])
def test_a_disk_that_takes_no_more_leaves_what_was_there(
    form: str, store: Path, whole_slice: Slice, tmp_path: Path
) -> None:
    leave(whole_slice, form, tmp_path / "out")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    command = [sys.executable, "-c", FULL, str(store), form, str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout == "OSError\n", done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
