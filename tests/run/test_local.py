"""Several processes: the same in the same order, also where one of them is killed."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from crosswire import Article
from crosswire.run.local import spread
from crosswire.run.taken import Failed, Found, Taken, lost

DEADLY = 9


def squared(number: int) -> int:
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def squared_at_last(at: tuple[Path, int]) -> int:
    """Kills the process that is the first to be asked."""
    folder, number = at
    try:
        (folder / "asked").touch(exist_ok=False)
    except FileExistsError:
        return number * number
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_thing_that_kills_its_process_is_told_and_the_others_are_done() -> None:
    made = list(spread(squared, iter(range(14)), 2, lambda number: -number))
    assert made == [-n if n == DEADLY else n * n for n in range(14)]


def test_what_was_in_hand_when_a_process_was_killed_is_done_again(tmp_path: Path) -> None:
    assert list(spread(squared_at_last, [(tmp_path, n) for n in range(4)], 2, lambda at: -1)) == [0, 1, 4, 9]


def test_an_article_that_kills_its_reader_is_one_line(tmp_path: Path) -> None:
    (refused,) = spread(deadly, [Found("here", Article.of("Peru thanked Chile."))], 2, lost)
    assert isinstance(refused, Failed) and "ends the process that reads it" in refused.reason


def deadly(found: Found) -> Taken | Failed:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
