"""Archives of reports: read in memory, whatever their members are called or unpack to."""

import os
import zipfile
from pathlib import Path

from crosswire.records import Article
from crosswire.sources.open import articles_from

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."


def archive(path: Path, members: dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, raw in members.items():
            file.writestr(name, raw)
    return str(path)


def lines(source: str) -> list[str]:
    return [
        "read" if isinstance(item, Article) else f"{item.source.partition('#')[2]}: {item.reason}"  # type: ignore[union-attr]
        for item in articles_from(source)
    ]


def test_pages_and_texts_are_read_and_hidden_members_passed_over(tmp_path: Path) -> None:
    page = f"<html><head><title>Lock</title></head><body><article><p>{STORY}</p></article></body></html>"
    members = {"b/page.html": page, "a.txt": STORY, ".hidden": STORY, "__MACOSX/a.txt": STORY, "c.png": "\x89PNG\0"}
    path = archive(tmp_path / "a.zip", {name: text.encode("latin-1") for name, text in members.items()})
    first, second = articles_from(path)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.text, second.title) == (STORY, "Lock")
    assert list(articles_from(f"{path}#b/page.html")) == [second]


def test_a_member_that_climbs_out_is_read_and_written_nowhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = archive(tmp_path / "in" / "slip.zip", {"../../slip.txt": STORY.encode(), "/tmp/slip.txt": STORY.encode()})
    before = sorted(os.walk(tmp_path))
    assert lines(path) == ["read", "read"]
    assert sorted(os.walk(tmp_path)) == before


def test_a_bomb_is_one_line(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.zip", {"a.txt": b"a" * 50_000_000, "b.txt": STORY.encode()})
    assert lines(path) == [": unpacks to more than 200 times its size; the rest is left"]
    filler = os.urandom(300_000).hex().encode()
    path = archive(tmp_path / "large.zip", {"a.txt": b"a" * 50_000_000, "b.txt": STORY.encode(), "c.txt": filler})
    assert lines(path)[:2] == ["a.txt: a report is text; this one has more than 20 MB", "read"]


def test_an_archive_in_an_archive_and_a_damaged_member_are_one_line_each(tmp_path: Path) -> None:
    inner = Path(archive(tmp_path / "inner.zip", {"a.txt": STORY.encode()})).read_bytes()
    path = Path(archive(tmp_path / "a.zip", {"a.txt": STORY.encode() * 9, "b.txt": STORY.encode(), "c.zip": inner}))
    raw = bytearray(path.read_bytes())
    raw[60] ^= 0xFF
    path.write_bytes(raw)
    damaged, read, within = lines(str(path))
    assert damaged.startswith("a.txt: cannot be unpacked: ")
    assert (read, within) == ("read", "c.zip: not a report but a source of its own; unpack it and name it")
    path.write_bytes(raw[:-30])
    assert lines(str(path)) == [": a damaged zip archive: file is not a zip file"]


def test_a_locked_archive_is_one_line_a_member(tmp_path: Path) -> None:
    path = Path(archive(tmp_path / "a.zip", {"a.txt": STORY.encode()}))
    raw = bytearray(path.read_bytes())
    for at in (6, raw.rindex(b"PK\x01\x02") + 8):
        raw[at] |= 1  # says that it is encrypted
    path.write_bytes(raw)
    (line,) = lines(str(path))
    assert "password" in line
