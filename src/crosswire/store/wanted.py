"""What is asked for, as conditions of SQL: every value is bound by its name, none stands in the text."""

from __future__ import annotations

import re
from collections.abc import Container

import msgspec

from crosswire.records import Record
from crosswire.store.answers import Asked
from crosswire.store.questions import where

WHO = f"IN ({where.WHO})"
SIDE = "e.id IN (SELECT event FROM side WHERE actor {} AND role IN ({}))"
SPOKEN = f"IN (SELECT statement FROM source WHERE actor {WHO.format('source')})"
# The story that an id leads to now, through all those it was merged into.
NOW = """
WITH RECURSIVE way (id, next) AS (
  SELECT id, into_story FROM story WHERE id = :story
  UNION SELECT story.id, into_story FROM story JOIN way ON story.id = way.next
) SELECT id FROM way WHERE next IS NULL
"""
OF_ARTICLES = {
    "words": "a.number IN (SELECT rowid FROM words WHERE words MATCH :words)",
    "outlet": "a.outlet = :outlet",
    "article": "a.id = :article",
    "story": f"t.story = ({NOW})",
}
OF_EVENTS = {
    "actor": SIDE.format(WHO.format("actor"), "'actor'"),
    "recipient": SIDE.format(WHO.format("recipient"), "'recipient'"),
    "either": SIDE.format(WHO.format("either"), "'actor', 'recipient'"),
    "type": "e.type = :type",
    "mode": "e.mode = :mode",
    "context": "EXISTS (SELECT 1 FROM json_each(e.contexts) WHERE value = :context)",
    "status": "e.status = :status",
    "country": "e.country = :country",
}
SYNTAX = re.compile(r'["\x00]')  # what ends a phrase
DAYS = {"since": "{} >= :since", "until": "{} <= :until"}
TOLD_OF = "s.id IN (SELECT statement FROM event JOIN leaving_event l ON l.id = event.id)"


class Wanted(Record, frozen=True):
    """Conditions of articles `a` with what tells their story `t`, and of events `e` and statements `s` beside these."""

    articles: str
    events: str
    statements: str
    values: dict[str, object]


def wanted(asked: Asked) -> Wanted:
    """Of a report only the latest version is meant, but where it is asked for by its id.

    Where events are asked for, only statements that tell of these are meant; where a source is, only what it says. Then
    a report is meant for its events and statements alone.
    """
    values = {name: value for name, value in msgspec.to_builtins(asked).items() if value is not None}
    if asked.words is not None:
        values["words"] = phrases(asked.words)
    common = [OF_ARTICLES[name] for name in OF_ARTICLES if name in values]
    common += [] if asked.article else ["a.latest = 1"]
    of_events = [OF_EVENTS[name] for name in OF_EVENTS if name in values]
    told_of = [TOLD_OF] if of_events else []
    of_source, by_source = ([f"e.statement {SPOKEN}"], [f"s.id {SPOKEN}"]) if asked.source else ([], [])
    narrow = bool(of_events or asked.source)
    return Wanted(
        articles="0" if narrow else all_of(*common, *days(values, "a.published")),
        events=all_of(*common, *of_events, *of_source, *days(values, "e.day")),
        statements=all_of(*common, *told_of, *by_source, *days(values, "s.day")),
        values=values,
    )


def all_of(*conditions: str) -> str:
    return " AND ".join(conditions) or "1"


def days(values: Container[str], column: str) -> list[str]:
    return [condition.format(column) for name, condition in DAYS.items() if name in values]


def phrases(words: str) -> str:
    """Words to be found all of them, whatever signs stand in them: nothing in them is FTS5's syntax."""
    return " ".join(f'"{word}"' for word in SYNTAX.sub(" ", words).split()) or '""'
