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
    inside = os.path.join(os.path.realpath(folder), "")
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.islink(path) and path != folder:
            if not os.path.join(os.path.realpath(path), "").startswith(inside):
                yield Refused(shown(path), "a link that leads out of the folder; name what it leads to")
        elif os.path.isdir(path):
            try:
                names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
            except OSError as error:
                yield unreadable(path, error)
            else:
                waiting.extend(os.path.join(path, name) for name in names)
        elif os.path.isfile(path):
            yield from _text_or_archive(path)


def _text_or_archive(path: str) -> Iterator[str | Refused]:
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
