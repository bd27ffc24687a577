"""Files and folders that are there whole or not at all: they take their name when the last byte is on the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp


@contextmanager
def scratch_beside(path: Path) -> Iterator[Path]:
    """An empty folder on the disk `path` is to be on; it is gone at the end, with all that took no place by then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def take_place(made: Path, path: Path) -> None:
    """What was made in a scratch folder is at `path` from now on. A folder that stood there before is gone.

    Raises OSError; then what stood there stands there still.
    """
    for each in [made, *made.rglob("*")]:
        sync(each)
    if not path.is_dir():
        os.replace(made, path)
        return
    before = made.with_name(f"{made.name}.before")  # a folder with something in it cannot be replaced in one step
    os.rename(path, before)
    try:
        os.rename(made, path)
    except OSError:
        os.rename(before, path)
        raise


def sync(path: Path) -> None:
    """The bytes of a file are on the disk, not on their way to it: a rename may otherwise arrive before them."""
    if path.is_file():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
