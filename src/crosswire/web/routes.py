"""The address of every question, what it may be asked with, and the type of its answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from crosswire.records import Span
from crosswire.store import questions
from crosswire.store.answers import (
    About,
    ActorRow,
    ArticleTold,
    Asked,
    Bar,
    DyadDay,
    DyadRow,
    EventRow,
    Evidence,
    Hit,
    JudgementRow,
    Network,
    Page,
    Spot,
    StatementRow,
    StoryRow,
    StoryTold,
)

Words = Mapping[str, str]  # the names in the path and the rest of the query


class Route(NamedTuple):
    """A question: `path` may have names in braces, `also` is asked besides the filters of Asked."""

    path: str
    answer: Any
    ask: Callable[[sqlite3.Connection, Asked, Words], Any]
    also: tuple[str, ...] = ()


def dyad(db: sqlite3.Connection, asked: Asked, words: Words) -> tuple[DyadDay, ...]:
    return questions.dyad(db, words["one"], words["other"], asked, words.get("by", "month"))


def evidence(db: sqlite3.Connection, asked: Asked, words: Words) -> Evidence:
    if not all(words.get(end, "").isdecimal() for end in ("start", "stop")):
        raise ValueError("start and stop are numbers, in code points of the article's text")
    return questions.evidence(db, Span(asked.article or "", int(words["start"]), int(words["stop"])))


ROUTES = (
    Route("about", About, lambda db, asked, words: questions.about(db)),
    Route("stories", Page[StoryRow], lambda db, asked, words: questions.stories(db, asked)),
    Route("stories/{id}", StoryTold, lambda db, asked, words: questions.story(db, words["id"])),
    Route("articles/{id}", ArticleTold, lambda db, asked, words: questions.article(db, words["id"])),
    Route("evidence", Evidence, evidence, ("start", "stop")),
    Route("events", Page[EventRow], lambda db, asked, words: questions.events(db, asked)),
    Route("events/{id}", EventRow, lambda db, asked, words: questions.event(db, words["id"])),
    Route("statements", Page[StatementRow], lambda db, asked, words: questions.statements(db, asked)),
    Route("actors", Page[ActorRow], lambda db, asked, words: questions.actors(db, asked)),
    Route("actors/{id}", ActorRow, lambda db, asked, words: questions.actor(db, words["id"])),
    Route("dyads", Page[DyadRow], lambda db, asked, words: questions.dyads(db, asked)),
    Route("dyads/{one}/{other}", tuple[DyadDay, ...], dyad, ("by",)),
    Route("network", Network, lambda db, asked, words: questions.network(db, asked)),
    Route("places", tuple[Spot, ...], lambda db, asked, words: questions.spots(db, asked)),
    Route("timeline", tuple[Bar, ...], lambda db, asked, words: questions.timeline(db, asked)),
    Route("judgements", Page[JudgementRow], lambda db, asked, words: questions.judgements(db, asked)),
    Route("search", Page[Hit], lambda db, asked, words: questions.search(db, asked)),
)
