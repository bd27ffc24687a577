"""What `crosswire add` is given, to articles: one function for every source."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from crosswire.records import Article
from crosswire.sources import NOTHING, Mark, Part, Refused, Rejected
from crosswire.sources.columnar import parts_of_parquet
from crosswire.sources.feed import parts_of_feed
from crosswire.sources.fetched import parts_at, read_at
from crosswire.sources.files import contents, load, shown
from crosswire.sources.folder import files_in
from crosswire.sources.kinds import HEAD, kind_of
from crosswire.sources.table import parts_of_csv, parts_of_jsonl
from crosswire.sources.warc import parts_of_warc
from crosswire.sources.web import Web
from crosswire.sources.zipped import parts_of_zip

LONGEST_REASON = 500  # code points; what a library says of a broken file may hold parts of it
Item = Article | Refused | Mark


def articles_from(source: str, *, columns: Mapping[str, str] = NOTHING, web: Web | None = None) -> Iterator[Item]:
    """The articles of a source as they are read, and a line for each part that gives none. Raises nothing.

    A source is a file, a folder, a web address or "-". A part of one is a source too: "pages.zip#a.html". `columns`
    names the columns of a table: {"text": "body"}. `web` fetches; one for many sources keeps the pauses between
    them. A Mark follows the articles of a fetched page, for the next time.
    """
    if is_address(source):
        yield from unmarked_where_refused(
            attempted(source, parts_at(source, web or Web()), source if "#" in source else None), source
        )
    elif os.path.isdir(source):
        yield from in_folder(source, columns)
    elif kind_of(head_of(source), source) == "addresses":
        yield from in_list(source, web or Web())
    else:
        whole = container(source)
        yield from attempted(whole, parts_of(whole, columns, web or Web()), source if whole != source else None)


def unmarked_where_refused(items: Iterable[Item], address: str) -> Iterator[Item]:
    """The items without the mark of a feed of which something was refused, so that it is sent again next time."""
    refusals = 0
    for item in items:
        refusals += isinstance(item, Refused)
        if not (refusals and isinstance(item, Mark) and item.url == address):
            yield item


def is_address(source: str) -> bool:
    """Whether a source is a web address, or meant as one: "ftp://example.com"."""
    return re.match(r"\w+://", source) is not None


def in_folder(folder: str, columns: Mapping[str, str]) -> Iterator[Item]:
    """What the files of a folder give. Nothing is fetched: who names a folder may not know what addresses are in it."""
    for found in files_in(folder):
        if isinstance(found, Refused):
            yield found
        else:
            yield from in_file(found, columns)


def in_file(path: str, columns: Mapping[str, str]) -> Iterator[Item]:
    """What a file gives; nothing is fetched."""
    return attempted(path, parts_of(path, columns, None))


def in_list(path: str, web: Web) -> Iterator[Item]:
    """What stands at the addresses of a list, one a line; blank lines, and those after a "#", do not count."""
    try:
        lines = contents(path, shown(path)).decode("utf-8", "replace").splitlines()
    except Rejected as reason:
        yield refused(path, reason)
        return
    for address in dict.fromkeys(line.strip().lstrip("\ufeff") for line in lines):
        if is_address(address):
            yield from articles_from(address, web=web)
        elif address and not address.startswith("#"):
            yield Refused(shown(f"{path}#{address[:100]}"), "not a web address; write one a line")


def container(source: str) -> str:
    """The file a source is a part of: "pages.zip" of "pages.zip#a.html"; the source itself where it is none."""
    if "#" not in source or os.path.exists(source):
        return source
    ends = (at for at, character in enumerate(source) if character == "#")
    return next((source[:at] for at in ends if os.path.isfile(source[:at])), source)


def parts_of(path: str, columns: Mapping[str, str], web: Web | None) -> Iterator[Part]:
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
    elif kind == "feed":
        yield from parts_of_feed(path, contents(path, shown(path)), partial(read_at, web=web) if web else None)
    elif kind == "addresses":
        raise Rejected(f"{shown(path)}: a list of web addresses; name it itself to have them fetched")
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
    """A refusal on one line, whatever the file holds."""
    name = shown(source)
    return Refused(name, shown(str(reason).removeprefix(f"{name}: "))[:LONGEST_REASON])
