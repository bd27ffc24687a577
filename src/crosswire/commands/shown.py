"""What is answered, as rows: short ones for a terminal, whole ones for a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise

from crosswire.store.answers import ActorRow, DyadRow, EventRow, Hit, JudgementRow, Named, StatementRow, StoryRow

SHORT = 8  # digits of an id, as a rule enough to tell it from the others
Cell = str | float | bool | date | tuple[str, ...] | None


def story_cells(row: StoryRow) -> tuple[object, ...]:
    return (row.id[:SHORT], row.last, row.reports, row.origins, row.events, row.disputed, row.title)


def event_cells(row: EventRow) -> tuple[object, ...]:
    who = f"{names(row.actors)} → {names(row.recipients)}" if row.recipients else names(row.actors)
    return (row.id[:SHORT], row.day, row.type, row.status, who, row.place, f"{row.quote} ({row.outlet or 'no outlet'})")


def statement_cells(row: StatementRow) -> tuple[object, ...]:
    return (row.id[:SHORT], row.day, row.kind, " ← ".join(s.actor.name for s in row.sources), row.outlet, row.quote)


def actor_cells(row: ActorRow) -> tuple[object, ...]:
    who = row.actor
    days = f"{row.first} – {row.last}" if row.first else None
    return (row.id[:SHORT], who.country, who.sector, row.acts, row.receives, row.speaks, days, who.name)


def dyad_cells(row: DyadRow) -> tuple[object, ...]:
    score = f"{row.score:+.1f}"
    return (row.actor, row.recipient, row.events, score, row.cooperation, row.conflict, f"{row.first} – {row.last}")


def hit_cells(row: Hit) -> tuple[object, ...]:
    return (row.article[:SHORT], row.published, row.outlet, marked(row.excerpt, row.marks))


def judgement_cells(row: JudgementRow) -> tuple[object, ...]:
    said = " ≠ ".join(row.quotes) if row.verdict == "split" else " = ".join(row.quotes)
    heeded = row.story[:SHORT] if row.story else "idle"
    return (row.id[:SHORT], row.made[:10], row.by, row.verdict, heeded, f"{said} ({row.why})" if row.why else said)


def names(who: Iterable[Named]) -> str:
    return ", ".join(each.actor.name for each in who)


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """A text with words of it in brackets."""
    edges = [edge for mark in marks for edge in mark]
    parts = [text[start:stop] for start, stop in pairwise([0, *edges, len(text)])]
    return "".join(f"[{part}]" if number % 2 else part for number, part in enumerate(parts))


SHOWN: Mapping[str, tuple[tuple[str, ...], Callable[..., tuple[object, ...]]]] = {
    "stories": (("id", "last day", "reports", "origins", "events", "disputed", "title"), story_cells),
    "events": (("id", "day", "type", "status", "who", "where", "words"), event_cells),
    "statements": (("id", "day", "kind", "who", "outlet", "words"), statement_cells),
    "actors": (("id", "country", "sector", "acts", "receives", "speaks", "days", "name"), actor_cells),
    "dyads": (("actor", "recipient", "events", "score", "cooperation", "conflict", "days"), dyad_cells),
    "judgements": (("id", "day", "by", "verdict", "story", "words"), judgement_cells),
    "search": (("id", "day", "outlet", "words"), hit_cells),
}
