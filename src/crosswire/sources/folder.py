"""The files of a folder that may hold reports."""

from __future__ import annotations

import os
from collections.abc import Iterator

from crosswire.sources import Refused
from crosswire.sources.files import shown
from crosswire.sources.kinds import HEAD, is_binary


def files_in(folder: str) -> Iterator[str | Refused]:
    """Every file in a folder and the folders in it, in the order of their names.

    Passed over: what begins with a dot, what is no ordinary file, files that are neither text nor an archive or
    document crosswire knows, and links to what lies in the folder anyway. A link that leads out of it is refused.
    """
    return _walk(folder, os.path.join(os.path.realpath(folder), ""))


def _walk(folder: str, inside: str) -> Iterator[str | Refused]:
    try:
        with os.scandir(folder) as found:
            entries = sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        if entry.is_symlink():
            if not os.path.join(os.path.realpath(entry.path), "").startswith(inside):
                yield Refused(shown(entry.path), "a link that leads out of the folder; name what it leads to")
        elif entry.is_dir():
            yield from _walk(entry.path, inside)
        elif entry.is_file():
            yield from _file(entry.path)


def _file(path: str) -> Iterator[str | Refused]:
    try:
        with open(path, "rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        yield unreadable(path, error)
        return
    if not is_binary(head):
        yield path


def unreadable(path: str, error: OSError) -> Refused:
    return Refused(shown(path), f"cannot be read: {(error.strerror or str(error)).lower()}")
