"""What the reader model reads at once: windows of whole paragraphs, every piece with its place in the text."""

from importlib import resources
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire import Article
from crosswire.language.parse import prose
from crosswire.model import (
    CAPITAL,
    CAPITALS,
    FILES,
    GLANCE,
    LONGEST,
    NOWHERE,
    READER,
    SMALL,
    Window,
    case,
    checked,
    look,
    shipped,
    windows,
)
from tests.strategies import articles


def cut(text: str, *paragraphs: tuple[int, int]) -> list[Window]:
    model = shipped()
    assert model is not None
    return windows(text, paragraphs or [(0, len(text))], model.tokenizer)


@settings(deadline=None, max_examples=50)
@given(articles())
def test_every_word_of_the_prose_is_read_once_and_in_its_place(article: Article) -> None:
    read = cut(article.text, *prose(article)) if list(prose(article)) else []
    stretches = [(a, b) for window in read for a, b in zip(window.starts, window.stops, strict=True) if a != NOWHERE]
    assert stretches == sorted(stretches)
    assert all(len(window.pieces) <= LONGEST for window in read)
    letters = {
        at
        for start, stop in prose(article)
        for at in range(start, stop)
        if article.text[at].isascii() and article.text[at].isalnum()
    }
    assert letters <= {at for start, stop in stretches for at in range(start, stop)}


def test_paragraphs_that_fit_are_read_together() -> None:
    text = "The port is shut.\n\nNobody knows why."
    (window,) = cut(text, (0, 17), (19, 36))
    assert [text[a:b] for a, b, begins in zip(window.starts, window.stops, window.begins, strict=True) if begins] == [
        "The", "port", "is", "shut", ".", "Nobody", "knows", "why", "."
    ]  # fmt: skip
    assert [at for at, start in enumerate(window.starts) if start == NOWHERE] == [0, 6, 11]


def test_a_paragraph_too_long_is_cut_after_a_full_stop() -> None:
    text = "The ferry left the harbour at nine and came back at ten. " * 20
    assert [text[window.stops[-2] - 4 : window.stops[-2]] for window in cut(text)] == ["ten."] * len(cut(text))


WRITTEN = [("Lima", CAPITAL), ("AP", CAPITALS), ("I", CAPITAL), ("port", SMALL), ("9", SMALL), ("", SMALL)]


@pytest.mark.parametrize(("words", "written"), WRITTEN)
def test_how_a_piece_is_written(words: str, written: int) -> None:
    assert case(words) == written


@pytest.mark.parametrize("name", FILES)
def test_a_model_that_was_tampered_with_is_not_loaded(tmp_path: Path, name: str) -> None:
    with resources.as_file(resources.files("crosswire.data") / "models") as shipped_folder:
        folder = Path(copytree(shipped_folder, tmp_path / "models"))
    with (folder / name).open("r+b") as file:
        file.seek(-9, 2)
        file.write(b" ")
    with pytest.raises(OSError, match=f"{name} was altered or damaged; install crosswire again"):
        checked(folder, GLANCE if name == GLANCE else READER)


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    sight = look(text, [(0, len(text))])
    assert sight is not None
    assert all(len(seen.numbers[head]) >= len(seen.window.pieces) for seen in sight.seen for head in sight.labels)


def test_what_is_seen_of_a_window_hangs_on_no_other() -> None:
    first, second = "The ferry left the harbour at nine. " * 12, "Nobody knows why the port is shut. " * 7
    alone, beside = (
        look(first, [(0, len(first))]),
        look(first + second, [(0, len(first)), (len(first), len(first + second))]),
    )
    assert alone is not None and beside is not None
    assert len(beside.seen) == 2
    for head, numbers in alone.seen[0].numbers.items():
        assert (numbers == beside.seen[0].numbers[head]).all()
