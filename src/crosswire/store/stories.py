"""Stories to rows: which reports tell it, what they say side by side, and what that adds to the dyads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from crosswire.picture import Deed, deeds, dyads
from crosswire.records import Comparison, Finding
from crosswire.store import kept
from crosswire.store.keep import Row, insert
from crosswire.store.kept import Compared
from crosswire.store.packed import pack

DEED = ", ".join(Deed.__struct_fields__)
LATEST = "SELECT story FROM told JOIN article a ON a.id = article WHERE key = (SELECT key FROM article WHERE id = ?)"
Key = tuple[str, str, str]  # of a dyad: actor, recipient, day


def keep_story(db: sqlite3.Connection, id: str, comparison: Comparison, reports: Sequence[str], run: int) -> None:
    """Keeps a story inside a transaction, in place of what was kept of it: `reports` are all of its reports in order.

    Of a story with very many reports only some are in the comparison.
    """
    grown = {*reports} != {*kept.reports(db, id)}
    touched = forget(db, id)
    days = {reading.article.id: day for reading in comparison.readings if (day := reading.article.published)}
    origins = {article: at for at, origin in enumerate(comparison.origins) for article in origin.articles}
    compared = Compared(comparison.origins, comparison.findings, comparison.drifts, comparison.judged)
    insert(db, "story", [story_row(id, comparison, reports, pack(compared))], "OR REPLACE")
    insert(db, "told", ((article, id, origins.get(article)) for article in reports), "OR REPLACE")
    insert(db, "finding", (finding_row(id, finding, origins, days) for finding in comparison.findings))
    new = tuple(deeds(id, comparison))
    insert(db, "deed", map(deed_row, new))
    renew(db, touched | {(deed.actor, deed.recipient, deed.day.isoformat()) for deed in new})
    db.executemany(
        "INSERT INTO heeded SELECT number, ? FROM judgement WHERE id = ?",
        ((id, each.id) for each in comparison.judged if not each.idle),
    )
    if grown:
        insert(db, "revision", [(id, run, msgspec.json.encode(reports).decode())], "OR REPLACE")


def lead_on(db: sqlite3.Connection, changed: Iterable[str]) -> None:
    """Leaves stories without reports empty; the id of each, that of a report, leads to the story which has it now.

    `changed` are the stories that took reports from others.
    """
    found = "SELECT id FROM story WHERE reports > 0 AND NOT EXISTS (SELECT 1 FROM told WHERE story = story.id)"
    empty = [id for (id,) in db.execute(found)]
    for id in empty:
        renew(db, forget(db, id))
    nothing = pack(Compared((), (), ()))
    to_empty = "UPDATE story SET reports = 0, origins = 0, events = 0, drifts = 0, record = ? WHERE id = ?"
    db.executemany(to_empty, ((nothing, id) for id in empty))
    led = [
        id for into in {*empty, *changed} for (id,) in db.execute("SELECT id FROM story WHERE into_story = ?", (into,))
    ]
    db.executemany(f"UPDATE story SET into_story = ({LATEST}) WHERE id = ?", ((id, id) for id in {*empty, *led}))


def forget(db: sqlite3.Connection, id: str) -> set[Key]:
    """Takes out what a story says; the keys of the dyads that it added to."""
    keys = set(db.execute("SELECT actor, recipient, day FROM deed WHERE story = ?", (id,)))
    db.execute("DELETE FROM deed WHERE story = ?", (id,))
    db.execute("DELETE FROM finding WHERE story = ?", (id,))
    db.execute("DELETE FROM heeded WHERE story = ?", (id,))
    return keys


def renew(db: sqlite3.Connection, keys: Iterable[Key]) -> None:
    """Adds up anew the deeds behind some dyads."""
    for key in keys:
        found = db.execute(f"SELECT {DEED} FROM deed WHERE actor = ? AND recipient = ? AND day = ?", key)
        db.execute("DELETE FROM dyad WHERE actor = ? AND recipient = ? AND day = ?", key)
        insert(db, "dyad", (tuple(msgspec.to_builtins(msgspec.structs.astuple(t))) for t in dyads(map(deed_in, found))))


def story_row(id: str, comparison: Comparison, reports: Sequence[str], record: bytes) -> Row:
    articles = [reading.article for reading in comparison.readings]
    days = sorted(article.published.isoformat() for article in articles if article.published)
    return (
        *(id, None, next((article.title for article in articles if article.title), None)),
        *((days[0], days[-1]) if days else (None, None)),
        *(len(reports), len(comparison.origins)),
        sum(finding.kind == "event" for finding in comparison.findings),
        *(len(comparison.drifts), record),
    )


def finding_row(id: str, finding: Finding, origins: Mapping[str, int], days: Mapping[str, date]) -> Row:
    told = sorted(days[article].isoformat() for article in finding.reports if article in days)
    return (
        *(finding.id, id, finding.kind, finding.label, len(finding.reports)),
        len({origins[article] for article in finding.reports}),
        sum(len(field.versions) > 1 for field in finding.fields),
        *((told[0], told[-1]) if told else (None, None)),
    )


def deed_row(deed: Deed) -> Row:
    origins = msgspec.json.encode(deed.origins).decode()
    return deed.story, deed.finding, deed.actor, deed.recipient, deed.day.isoformat(), deed.score, origins


def deed_in(row: Row) -> Deed:
    fields = dict(zip(Deed.__struct_fields__, row, strict=True))
    return msgspec.convert({**fields, "origins": msgspec.json.decode(str(fields["origins"]))}, Deed)
