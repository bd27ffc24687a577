"""Stories: in a list, whole, and what they say as of a day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.records import Comparison
from crosswire.standing import by_standing, differences
from crosswire.store import kept
from crosswire.store.answers import Asked, AsOf, Group, Page, Repeated, Revision, StoryRow, StoryTold
from crosswire.store.questions.pages import Row, latest, marks, page
from crosswire.store.questions.where import of_stories

COLUMNS = "id, title, first, last, reports, origins, events, drifts"
LOOKED_INTO = 200  # stories whose reports facets count: each may have dozens
OUTLETS = "SELECT story, outlet FROM told JOIN article ON article.id = told.article"
FACETS = {
    "outlet": "SELECT DISTINCT some.id, outlet AS value FROM some CROSS JOIN told ON told.story = some.id"
    " CROSS JOIN article ON article.id = told.article",
    "type": "SELECT DISTINCT some.id, type AS value FROM some CROSS JOIN told ON told.story = some.id"
    " CROSS JOIN event ON event.article = told.article",
}


def stories(db: sqlite3.Connection, asked: Asked) -> Page[StoryRow]:
    """Stories by their last day, the latest first; those that hold reports, and some report has what is asked for.

    Facets: outlet and type, of the reports and events of the latest 200.
    """
    return page(db, "story", COLUMNS, of_stories(asked), told, FACETS, asked, "last", LOOKED_INTO)


def some_stories(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[StoryRow, ...], str | None]:
    """The stories of a page and its `next`, without a count of the others."""
    rows, after = latest(db, COLUMNS, "story", of_stories(asked), ("last", "id"), asked)
    return told(db, rows), after


def story(db: sqlite3.Connection, id: str) -> StoryTold:
    """The story with an id, or the one that it was merged into. Raises KeyError."""
    now = led(db, id)
    rows = db.execute(f"SELECT {COLUMNS} FROM story WHERE id = ?", (now,)).fetchall()
    return story_told(told(db, rows)[0], kept.comparison(db, now), history(db, now))


def story_told(row: StoryRow, comparison: Comparison, history: tuple[Revision, ...]) -> StoryTold:
    """A story with how its findings stand."""
    groups = (Group(standing, tuple(each.id for each in alike)) for standing, alike in by_standing(comparison))
    return StoryTold(row, comparison, history, tuple(groups), tuple(each.id for each in differences(comparison)))


def as_of(db: sqlite3.Connection, finding: str, story: str) -> AsOf:
    """When the reports of a story came to say a finding, and what they changed of it. Raises KeyError."""
    comparison = kept.comparison(db, led(db, story))
    found = next((each for each in comparison.findings if each.id == finding), None)
    if found is None:
        raise KeyError(finding)
    articles = {reading.article.id: reading.article for reading in comparison.readings}
    first: dict[str, Repeated] = {}
    for span in sorted(found.excerpts):
        article = articles[span.article]
        first.setdefault(span.article, Repeated(article.published, article.outlet, article.id, span))
    told = sorted(first.values(), key=lambda each: (each.published is None, str(each.published), each.article))
    return AsOf(found, tuple(told), tuple(drift for drift in comparison.drifts if drift.finding == finding))


def led(db: sqlite3.Connection, id: str) -> str:
    """The id that a story has now. Raises KeyError for one that never was."""
    row = db.execute("SELECT into_story FROM story WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise KeyError(id)
    return led(db, row[0]) if row[0] else id


def told(db: sqlite3.Connection, rows: Sequence[Row]) -> tuple[StoryRow, ...]:
    outlets = outlets_of(db, [str(row[0]) for row in rows])
    names = StoryRow.__struct_fields__
    return tuple(
        msgspec.convert(dict(zip(names, (*row, outlets.get(str(row[0]), ())), strict=True)), StoryRow) for row in rows
    )


def outlets_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The outlets of each of some stories, in order of publication."""
    rows: Iterable[tuple[str, str]] = db.execute(
        f"{OUTLETS} WHERE story IN ({marks(len(ids))}) AND outlet IS NOT NULL ORDER BY published, article.id", ids
    )
    found: dict[str, dict[str, None]] = {}
    for story, outlet in rows:
        found.setdefault(story, {})[outlet] = None
    return {story: tuple(names) for story, names in found.items()}


def history(db: sqlite3.Connection, id: str) -> tuple[Revision, ...]:
    """The reports that a story had after each run that changed it, the earliest first."""
    rows = db.execute(
        "SELECT coalesce(ended, begun), articles FROM revision JOIN run ON run.id = run WHERE story = ? ORDER BY run",
        (id,),
    )
    return tuple(Revision(made, msgspec.json.decode(articles, type=tuple[str, ...])) for made, articles in rows)
