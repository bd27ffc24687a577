"""What `crosswire add` is given, to articles: one function for every source."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from crosswire.records import Article
from crosswire.sources import NOTHING, Mark, Part, Refused, Rejected
from crosswire.sources.files import load, shown
from crosswire.sources.folder import files_in
from crosswire.sources.kinds import HEAD, kind_of
from crosswire.sources.table import parts_of_csv, parts_of_jsonl, parts_of_parquet
from crosswire.sources.warc import parts_of_warc
from crosswire.sources.zipped import parts_of_zip

Item = Article | Refused | Mark


def articles_from(source: str, *, columns: Mapping[str, str] = NOTHING) -> Iterator[Item]:
    """The articles of a source as they are read, and a line for each part that gives none. Raises nothing.

    A source is a file, a folder or "-". A part of one is a source too: "pages.zip#a.html". `columns` names the
    columns of a table: {"text": "body"}. A Mark follows the articles of a fetched page, for the next time.
    """
    if os.path.isdir(source):
        yield from in_folder(source, columns)
    else:
        whole = container(source)
        yield from attempted(whole, parts_of(whole, columns), source if whole != source else None)


def in_folder(folder: str, columns: Mapping[str, str]) -> Iterator[Item]:
    for found in files_in(folder):
        if isinstance(found, Refused):
            yield found
        else:
            yield from attempted(found, parts_of(found, columns))


def container(source: str) -> str:
    """The file a source is a part of: "pages.zip" of "pages.zip#a.html"; the source itself where it is none."""
    if "#" not in source or os.path.exists(source):
        return source
    ends = (at for at, character in enumerate(source) if character == "#")
    return next((source[:at] for at in ends if os.path.isfile(source[:at])), source)


def parts_of(path: str, columns: Mapping[str, str]) -> Iterator[Part]:
    """The reports in a file, by what kind of file it is. Raises Rejected for the file as a whole."""
    kind = kind_of(head_of(path), path.lower())
    if kind == "zip":
        yield from parts_of_zip(path)
    elif kind == "warc":
        yield from parts_of_warc(path)
    elif kind == "jsonl":
        yield from parts_of_jsonl(path, columns)
    elif kind == "csv":
        yield from parts_of_csv(path, columns)
    elif kind == "parquet":
        yield from parts_of_parquet(path, columns)
    elif kind == "json":
        raise Rejected(f"{shown(path)}: a list in JSON; write one object a line and name it .jsonl")
    else:
        yield Part(path, lambda: (load(path),))


def head_of(path: str) -> bytes:
    """How a file begins; nothing for one that cannot be read, or read twice."""
    try:
        if not os.path.isfile(path):
            return b""
        with open(path, "rb") as file:
            return file.read(HEAD)
    except (OSError, ValueError):  # whoever reads it as a whole says why
        return b""


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
    except OSError as error:
        yield Refused(shown(source), f"cannot be read: {(error.strerror or str(error)).lower()}")


def refused(source: str, reason: Rejected) -> Refused:
    name = shown(source)
    return Refused(name, str(reason).removeprefix(f"{name}: "))
