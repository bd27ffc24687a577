"""What a person judges, into the log of a store; the stories that it is about are compared anew at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from crosswire.pipeline import claims_of
from crosswire.records import Cited, Judgement
from crosswire.records import whole as whole_text
from crosswire.run.link import compare_anew
from crosswire.store import kept, runs
from crosswire.store.answers import Verdict
from crosswire.store.judgements import log
from crosswire.store.keep import whole

PARTED = {"merge", "split"}  # what needs two of something
STORIES = "SELECT DISTINCT story FROM told WHERE article IN (SELECT value FROM json_each(?)) ORDER BY story"


def judge(db: sqlite3.Connection, asked: Verdict, *, by: str, version: str) -> Judgement:
    """The judgement as it was logged. Raises KeyError for an id that is not there, ValueError for what says nothing."""
    comparison = kept.comparison(db, asked.story)
    parts = tuple(tuple(dict.fromkeys(c for id in part for c in claims_of(comparison, id))) for part in asked.parts)
    made = msgspec.convert(
        {
            "verdict": asked.verdict,
            "parts": msgspec.to_builtins(meaningful(asked.verdict, parts)),
            "by": whole_text(by),
            "made": runs.now(),
            "why": whole_text(asked.why),
        },
        Judgement,
    )
    take(db, [made], command="judge", version=version)
    return made


def meaningful(verdict: str, parts: tuple[tuple[Cited[str], ...], ...]) -> tuple[tuple[Cited[str], ...], ...]:
    """The parts, where a verdict of them says something. Raises ValueError."""
    several = [each for part in parts for each in part]
    if not several or (verdict in PARTED and len(parts) < 2) or not all(parts):
        raise ValueError(f"{verdict} needs {'two things or more' if verdict in PARTED else 'something'} to judge")
    if verdict in PARTED and len({*several}) < len(several):
        raise ValueError(f"{verdict} needs different things to judge, and one of them stands twice")
    if verdict in PARTED and {kind(each) for each in several} not in ({"event"}, {"statement"}):
        raise ValueError(f"{verdict} is for events among themselves, or statements; all else is accepted or rejected")
    return parts


def kind(claim: Cited[str]) -> str:
    """What a claim is: PLOVER's types, which name events, are in capitals."""
    return "event" if claim.value.isupper() else claim.value


def take(db: sqlite3.Connection, judgements: Iterable[Judgement], *, command: str, version: str) -> int:
    """Adds judgements to the log, all or none, and heeds them; how many were not there yet."""
    with whole(db):
        new = [each for each in judgements if log(db, each)]
        if new:
            run = runs.begin(db, command, version, "")
            articles = msgspec.json.encode([article for each in new for article in each.articles]).decode()
            for (story,) in db.execute(STORIES, (articles,)).fetchall():
                compare_anew(db, story, kept.reports(db, story), run)
            runs.end(db, run, {})
    return len(new)
