"""Every source gives articles, and one line for each part that gives none."""

import os
from pathlib import Path

from crosswire.records import Article
from crosswire.sources import Refused
from crosswire.sources.open import articles_from

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."


def texts(source: Path | str) -> list[str]:
    """The first words of each article, and the reason for each refusal."""
    return [
        item.text.split(",")[0] if isinstance(item, Article) else f"{item.source}: {item.reason}"
        for item in articles_from(os.fspath(source))
        if isinstance(item, Article | Refused)
    ]


def write(path: Path, text: str = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_file_is_an_article_and_a_missing_one_a_line(tmp_path: Path) -> None:
    assert [type(item) for item in articles_from(str(write(tmp_path / "a.txt")))] == [Article]
    assert list(articles_from(f"{tmp_path}/none.txt")) == [Refused(f"{tmp_path}/none.txt", "no such file")]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", f"Second {STORY}")
    write(tmp_path / "a" / "c" / "d.txt", f"Deep {STORY}")
    write(tmp_path / "a.txt", f"First {STORY}")
    assert [text.split()[0] for text in texts(tmp_path)] == ["Deep", "First", "Second"]


def test_hidden_and_binary_files_are_passed_over_and_a_document_is_refused(tmp_path: Path) -> None:
    write(tmp_path / ".hidden.txt")
    write(tmp_path / ".git" / "a.txt")
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7 \0")
    assert texts(tmp_path) == [f"{tmp_path}/paper.pdf: a PDF; convert it to text first"]


def test_links_are_neither_followed_round_nor_out(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    folder = tmp_path / "folder"
    write(folder / "a.txt")
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "out.txt").symlink_to(outside)
    (folder / "out").symlink_to(outside.parent)
    told = "a link that leads out of the folder; name what it leads to"
    assert texts(folder) == [
        "The lock at the northern port was closed on Monday for repairs",
        f"{folder}/out: {told}",
        f"{folder}/out.txt: {told}",
    ]
