"""Files that are no reports, each refused in one line that says what to do."""

import contextlib
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.sources import Rejected
from crosswire.sources.files import LARGEST, load, shown

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours.\n"

REFUSED = [
    ("empty.txt", b"", "empty; put the text of a report in it"),
    ("blank.txt", b" \n\t\n", "empty; put the text of a report in it"),
    ("report.pdf", b"%PDF-1.7 ...", "a PDF; convert it to text first"),
    ("report.docx", b"PK\x03\x04....", "a Word file or a zip archive; convert it to text first"),
    ("picture.png", b"\x89PNG....", "a picture; convert it to text first"),
    ("binary.txt", b"MZ\x00\x00\x01", "not text but binary; convert it to text first"),
    ("latin.txt", "The café is closed.".encode("latin-1"), "not UTF-8 text at byte 7; save it as UTF-8"),
    ("french.txt", "L’écluse du port a été fermée lundi pour des réparations, a annoncé la direction.".encode(),
     "in French; crosswire reads English so far"),
    ("digits.txt", b"1 2 3 4 5", "not recognised as English; crosswire reads English so far"),
    ("page.html", b"<html><body></body></html>", "no article in this page; save the text of the report as a .txt file"),
    ("rule.txt", b"*****", "no report in it; put the text of a report in it"),
]  # fmt: skip


@pytest.mark.parametrize("name, raw, reason", REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_is_no_report_is_refused_with_what_to_do(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Rejected) as refused:
        load(tmp_path / name)
    assert str(refused.value) == f"{tmp_path / name}: {reason}"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="no such file"):
        load(tmp_path / "none.txt")
    with pytest.raises(Rejected, match="a folder; name the files in it"):
        load(tmp_path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST * 2)
    with pytest.raises(Rejected, match="a report is text; this file has 40 MB"):
        load(tmp_path / "huge.txt")


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, "\udcff.txt"])
def test_a_path_that_cannot_be_is_refused(path: str) -> None:
    with pytest.raises(Rejected):
        load(path)


def test_a_page_is_known_by_how_it_begins(tmp_path: Path) -> None:
    head = "<!-- saved --><html><head><title>Lock Closed</title></head>"
    (tmp_path / "page.txt").write_text(f"{head}<body><article><p>{STORY}</p></article></body></html>")
    assert load(tmp_path / "page.txt").title == "Lock Closed"


def test_standard_input_is_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert load("-").text == STORY.strip()


@given(st.text())
def test_a_name_is_shown_on_one_line_without_characters_that_act(name: str) -> None:
    assert shown(name).isprintable()


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(raw)
    with contextlib.suppress(Rejected):
        assert load(path) == load(path)
