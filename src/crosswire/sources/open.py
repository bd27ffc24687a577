"""What `crosswire add` is given, to articles: one function for every source."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from crosswire.records import Article
from crosswire.sources import Mark, Part, Refused, Rejected
from crosswire.sources.files import load, shown
from crosswire.sources.folder import files_in

Item = Article | Refused | Mark


def articles_from(source: str, *, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """The articles of a source as they are read, and a line for each part that gives none. Raises nothing.

    A source is a file, a folder or "-". A part of one is a source too: "pages.zip#a.html". `columns` names the
    columns of a table: {"text": "body"}. A Mark follows the articles of a fetched page, for the next time.
    """
    if os.path.isdir(source):
        yield from in_folder(source)
    else:
        yield from attempted(source, parts_of(source))


def in_folder(folder: str) -> Iterator[Item]:
    for found in files_in(folder):
        if isinstance(found, Refused):
            yield found
        else:
            yield from attempted(found, parts_of(found))


def parts_of(path: str) -> Iterator[Part]:
    yield Part(path, lambda: (load(path),))


def attempted(source: str, parts: Iterable[Part], wanted: str | None = None) -> Iterator[Item]:
    """What the parts give, or the one `wanted`; a part that cannot be read does not stop the others."""
    try:
        for part in parts:
            if wanted in (None, part.name):
                try:
                    yield from part.read()
                except Rejected as reason:
                    yield refused(part.name, reason)
    except Rejected as reason:
        yield refused(source, reason)


def refused(source: str, reason: Rejected) -> Refused:
    name = shown(source)
    return Refused(name, str(reason).removeprefix(f"{name}: "))
