"""What a folder of tables was made of and by what: who finds another's there is told, and nothing is mixed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from crosswire.records import Record, identity
from crosswire.run.steps import File
from crosswire.sources import Refused
from crosswire.sources.files import shown
from crosswire.sources.folder import files_in
from crosswire.sources.open import is_address
from crosswire.store.tables import Unusable

NAME = "manifest.json"


class Manifest(Record, frozen=True):
    """The versions of the code and of the model, the settings, and the input: `digest` is of its names and sizes."""

    version: str
    model: str
    columns: Mapping[str, str]
    parts: int
    sources: tuple[str, ...]
    files: int
    bytes: int
    digest: str


def manifest(
    version: str, model: str, sources: Sequence[str], files: Sequence[File], columns: Mapping[str, str], parts: int
) -> Manifest:
    sizes = [(each.file, os.path.getsize(each.file)) for each in files if isinstance(each.file, str)]
    digest = identity("files", *(f"{path}\0{size}" for path, size in sizes))
    total = sum(size for _, size in sizes)
    return Manifest(version, model, dict(columns), parts, tuple(sources), len(sizes), total, digest)


def begin(out: Path, made: Manifest) -> None:
    """Makes the folder, or takes up one that was begun alike. Raises Unusable for any other."""
    path = out / NAME
    if path.exists():
        before = manifest_in(out)
        names = [name for name in Manifest.__struct_fields__ if getattr(before, name) != getattr(made, name)]
        if names:
            raise Unusable(f"{shown(str(out))}: begun with other {' and '.join(names)}; name another folder")
    elif out.exists() and any(out.iterdir()):
        raise Unusable(f"{shown(str(out))}: not empty, and nothing of crosswire's; name another folder")
    else:
        out.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")


def manifest_in(out: Path) -> Manifest:
    """The manifest of a folder. Raises Unusable where there is none."""
    try:
        return msgspec.json.decode((out / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        raise Unusable(f"{shown(str(out))}: no tables of crosswire spark") from None


def files_of(sources: Iterable[str]) -> Iterator[File]:
    """The files of some sources in order. Nothing is fetched."""
    found = ((source, file) for source in sources for file in of_source(source))
    return (File(place, source, file) for place, (source, file) in enumerate(found))


def of_source(source: str) -> Iterator[str | Refused]:
    if is_address(source):
        yield Refused(shown(source), "a web address; crosswire add fetches it")
    elif os.path.isdir(source):
        yield from files_in(source)
    elif os.path.isfile(source):
        yield source
    else:
        yield Refused(shown(source), "no such file")
