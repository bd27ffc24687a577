"""What is asked of a store, written to a file or a folder: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from crosswire.export import OF_ARTICLES, OF_READINGS, OF_STORIES
from crosswire.export.atomic import scratch_beside, take_place
from crosswire.export.package import files, write_package
from crosswire.export.provenance import Run, provenance
from crosswire.export.rows import actor_row, article_rows, story_rows
from crosswire.export.writers import WRITERS
from crosswire.records import Record
from crosswire.report import story_html, story_markdown
from crosswire.store.answers import About, StoryTold
from crosswire.store.slices import Slice

PAGES: Mapping[str, Callable[[StoryTold, About], str]] = {"html": story_html, "markdown": story_markdown}
FORMS = (*WRITERS, *OF_ARTICLES, *OF_READINGS, *OF_STORIES, *PAGES)
FOLDERS = frozenset(WRITERS)


class Taken(Exception):
    """A place where something else stands; the message says in one line what and what to do."""


def leave(slice: Slice, form: str, out: Path, *, texts: bool = False) -> None:
    """Writes a folder of tables, or a file with OUT.run.json beside it, in one of FORMS.

    Only an earlier export is replaced, and no folder that has other files in it. Raises Taken, and OSError where the
    disk does not take it: then nothing of it is there, and what stood there stands there still.
    """
    out = out.resolve()
    if not free(out):
        raise Taken(f"{out}: something stands there that is not just an export; name another place, or remove it first")
    run = Run(form, slice.asked, slice.about())
    with scratch_beside(out) as scratch:
        made = scratch / out.name
        if form in FOLDERS:
            made.mkdir()
            write_package(made, run, rows(slice, texts=texts))
        else:
            write_lines(made, lines(slice, form))
            told = scratch / beside(out).name
            told.write_bytes(provenance(run, out.name))
            take_place(told, beside(out))
        take_place(made, out)


def lines(slice: Slice, form: str) -> Iterator[str]:
    """The lines of a form that is no folder, without their ends."""
    if form in OF_READINGS:
        return OF_READINGS[form](told.reading for told in slice.articles())
    if form in OF_ARTICLES:
        return OF_ARTICLES[form](slice.articles())
    if form in OF_STORIES:
        return OF_STORIES[form](slice.stories(cut=True))
    about = slice.about()
    return (PAGES[form](told, about).rstrip("\n") for told in slice.stories())


def rows(slice: Slice, *, texts: bool) -> Iterator[Record]:
    """The rows of all tables."""
    for told in slice.articles():
        yield from article_rows(told, texts=texts)
    for story in slice.stories():
        yield from story_rows(story)
    yield from map(actor_row, slice.actors())
    yield from slice.dyads()


def write_lines(path: Path, given: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in given)


def free(out: Path) -> bool:
    """Whether nothing stands there, or an earlier export to which nobody has added a file."""
    if out.is_dir():
        names = {path.name for path in out.iterdir()}
        return any(names == files(form) for form in FOLDERS)
    return beside(out).is_file() if out.exists() else True


def beside(out: Path) -> Path:
    """Where a file's run is told."""
    return out.with_name(f"{out.name}.run.json")
