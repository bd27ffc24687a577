"""The reports in a zip archive, read in memory: nothing is written, whatever its members are called."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from crosswire.records import Article
from crosswire.sources import Part, Rejected
from crosswire.sources.files import LARGEST, read_bytes, shown
from crosswire.sources.kinds import HEAD, is_binary, kind_of

MOST_UNPACKED = 200  # times its own size that an archive may hold; pages shrink to a tenth
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def parts_of_zip(path: str) -> Iterator[Part]:
    """The members that hold reports, in the order of their names; hidden and binary ones are passed over."""
    try:
        with zipfile.ZipFile(path) as archive, open(path, "rb") as file:
            left = max(LARGEST, file.seek(0, 2) * MOST_UNPACKED)
            for member in sorted(archive.infolist(), key=lambda each: each.filename):
                if member.is_dir() or hidden(member.filename):
                    continue
                raw = unpacked(archive, member)
                left -= len(raw) if isinstance(raw, bytes) else 0
                if left < 0:
                    raise Rejected(
                        f"{shown(path)}: unpacks to more than {MOST_UNPACKED} times its size; the rest is left"
                    )
                if isinstance(raw, str) or not is_binary(raw[:HEAD]):
                    yield Part(source := f"{path}#{member.filename}", partial(article_of_member, source, raw))
    except BROKEN as error:
        raise Rejected(f"{shown(path)}: a damaged zip archive: {one_line(error)}") from None


def hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts if part not in {".", ".."})


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | str:
    """The bytes of a member, no more than a report may have; or why there are none."""
    try:
        with archive.open(member) as file:
            return file.read(LARGEST + 1)
    except BROKEN as error:
        return f"cannot be unpacked: {one_line(error)}"


def article_of_member(source: str, raw: bytes | str) -> tuple[Article]:
    name = shown(source)
    if isinstance(raw, str):
        raise Rejected(f"{name}: {raw}")
    if kind_of(raw[:HEAD], source) != "report":
        raise Rejected(f"{name}: not a report but a source of its own; unpack it and name it")
    return (read_bytes(name, raw, PurePosixPath(source).suffix.lower()),)


def one_line(error: Exception) -> str:
    return " ".join(str(error).split()).lower()
