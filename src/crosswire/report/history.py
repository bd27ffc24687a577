"""Where the report of a story comes from: which store, as of when, and how the story grew."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.report.columns import Columns
from crosswire.report.visible import one_line
from crosswire.store.answers import About, Revision, StoryTold

TITLE = "Where this comes from"


def history(told: StoryTold, about: About, columns: Columns) -> Iterator[str]:
    """Lines in plain words: the story, the store and its state, then which reports each run added."""
    asof = f"as of {moment(about.asof)}" if about.asof else "as of no run"
    yield f"Story {told.row.id} in a store of {counted(about.articles, 'report')}, {asof}; crosswire {about.version}"
    known: set[str] = set()
    for revision in told.history:
        yield f"{moment(revision.made)}: {added(revision, known, columns)}"
        known.update(revision.articles)


def added(revision: Revision, known: set[str], columns: Columns) -> str:
    """What a run changed: "2 reports came: A, B", "0 reports came; 1 report left"."""
    new = [article for article in revision.articles if article not in known]
    letters = ", ".join(column.letter for article, column in columns.items() if article in new)
    came = f"{counted(len(new), 'report')} came: {letters}" if letters else f"{counted(len(new), 'report')} came"
    gone = len(known - set(revision.articles))
    return f"{came}; {counted(gone, 'report')} left" if gone else came


def counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def moment(stamp: str) -> str:
    """A time of ISO 8601 as a reader writes it: "2024-05-01 10:00 UTC"."""
    line = one_line(stamp)
    return f"{line[:10]} {line[11:16]} UTC" if len(line) >= 16 else line
