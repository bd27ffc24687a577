"""Dyads: who does what to whom over time, and the network that they make."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import msgspec

from crosswire.blocs import blocs, layout
from crosswire.store.answers import Asked, DyadDay, DyadRow, Edge, Network, Node, Page
from crosswire.store.questions.pages import latest
from crosswire.store.questions.where import of_pairs, values

SUMS = (
    "sum(events) AS events, sum(score * events) / sum(events) AS score, sum(cooperation) AS cooperation,"
    " sum(conflict) AS conflict, sum(origins) AS origins, min(day) AS first, max(day) AS last"
)
PERIODS: Mapping[str, str] = {
    "day": "day",
    "week": "date(day, '-6 days', 'weekday 1')",  # its Monday
    "month": "substr(day, 1, 7) || '-01'",
    "year": "substr(day, 1, 4) || '-01-01'",
}


def dyads(db: sqlite3.Connection, asked: Asked) -> Page[DyadRow]:
    """Pairs of parties with what the first did to the second, those with most events first. No facets.

    A party is a country in three capitals, a sector of one ("IND COP"), or the name of who has no country. Filters:
    `actor`, `recipient`, `either`, `since`, `until`.
    """
    items, after = some_dyads(db, asked)
    pairs = db.execute(f"SELECT count(*) FROM {summed(asked)}", values(asked)).fetchone()[0]
    return Page(items, after, int(pairs), {})


def some_dyads(db: sqlite3.Connection, asked: Asked) -> tuple[tuple[DyadRow, ...], str | None]:
    """The dyads of a page and its `next`, without a count of the others."""
    columns = "actor, recipient, events, score, cooperation, conflict, origins, first, last"
    rows, after = latest(db, columns, summed(asked), "1", ("events", "actor", "recipient"), asked)
    names = DyadRow.__struct_fields__
    return tuple(msgspec.convert(dict(zip(names, row, strict=True)), DyadRow) for row in rows), after


def summed(asked: Asked) -> str:
    return f"(SELECT actor, recipient, {SUMS} FROM dyad WHERE {of_pairs(asked)} GROUP BY actor, recipient)"


def dyad(db: sqlite3.Connection, one: str, other: str, asked: Asked, by: str = "month") -> tuple[DyadDay, ...]:
    """What one party did to another in each day, week, month or year that has events, in order.

    Raises ValueError for another `by`.
    """
    if by not in PERIODS:
        raise ValueError(f"by must be {', '.join(PERIODS)}, not {by!r}")
    pair = msgspec.structs.replace(asked, actor=one, recipient=other)
    rows = db.execute(
        f"SELECT {PERIODS[by]} AS period, {SUMS} FROM dyad WHERE {of_pairs(pair)} GROUP BY period ORDER BY period",
        values(pair),
    )
    return tuple(DyadDay(date.fromisoformat(row[0]), *row[1:6]) for row in rows)


def network(db: sqlite3.Connection, asked: Asked) -> Network:
    """The parties with most events, as many as the limit, and the ties among them, whoever began."""
    rows = db.execute(
        "SELECT min(actor, recipient) AS one, max(actor, recipient) AS other, sum(events), sum(score * events)"
        f" FROM dyad WHERE {of_pairs(asked)} GROUP BY one, other",
        values(asked),
    ).fetchall()
    counts: dict[str, int] = defaultdict(int)
    for one, other, events, _ in rows:
        counts[one] += events
        counts[other] += events
    named = sorted(counts, key=lambda name: (-counts[name], name))[: asked.limit]
    kept = set(named)
    edges = tuple(
        Edge(one, other, events, score / events) for one, other, events, score in rows if {one, other} <= kept
    )
    ties = {(edge.one, edge.other): edge.score * edge.events for edge in edges}
    bloc, places = blocs(named, ties), layout(named, ties)
    nodes = tuple(Node(name, name, country(name), counts[name], bloc[name], *places[name]) for name in named)
    return Network(nodes, edges)


def country(party: str) -> str | None:
    """The country of a party that is one or a sector of one."""
    code = party.split(" ")[0]
    return code if len(code) == 3 and code.isascii() and code.isupper() else None
