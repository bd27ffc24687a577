"""Every value of a reading with the words it rests on, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.records import Actor, Amount, Cited, Event, Interval, Place, Reading, Record, Span, Statement


class Rests(Record, frozen=True):
    """A value and its words: `of` is the id of the event, statement or article it is a field of."""

    of: str
    field: str
    value: str
    spans: tuple[Span, ...]


def evidence(reading: Reading) -> Iterator[Rests]:
    """The fields of its events, of its statements, and who stands behind it as a whole."""
    for event in reading.events:
        yield from of_event(reading, event)
    for statement in reading.statements:
        yield from of_statement(reading, statement)
    yield from cited(reading.article.id, "credit", reading.credits)


def of_event(reading: Reading, event: Event) -> Iterator[Rests]:
    yield Rests(event.id, "clause", reading.article.excerpt(event.clause), (event.clause,))
    yield from cited(event.id, "type", (event.type,))
    yield from cited(event.id, "mode", (event.mode,))
    yield from cited(event.id, "context", event.contexts)
    yield from cited(event.id, "status", (event.status,))
    yield from cited(event.id, "actor", event.actors)
    yield from cited(event.id, "recipient", event.recipients)
    yield from cited(event.id, "place", (event.place,))
    yield from cited(event.id, "time", (event.time,))
    yield from cited(event.id, "reason", (event.reason,))
    for size in event.sizes:
        yield Rests(event.id, size.value.what, str(size.value.best), size.spans)
    for amount in event.quantities:
        yield Rests(event.id, "quantity", counted(amount), (amount.span,))


def of_statement(reading: Reading, statement: Statement) -> Iterator[Rests]:
    words = " … ".join(reading.article.excerpt(span) for span in statement.content)
    yield Rests(statement.id, "content", words, statement.content)
    yield from cited(statement.id, "cue", (statement.cue,))
    yield from cited(statement.id, "source", statement.sources)


def cited(
    of: str, field: str, values: Iterable[Cited[str] | Cited[Actor] | Cited[Place] | Cited[Interval] | None]
) -> Iterator[Rests]:
    for each in values:
        if each is not None:
            yield Rests(of, field, shown(each.value), each.spans)


def shown(value: str | Actor | Place | Interval) -> str:
    """A value in a word: names of actors and places, ISO days."""
    if isinstance(value, Interval):
        return value.start.isoformat() if value.start == value.stop else f"{value.start}/{value.stop}"
    return value if isinstance(value, str) else value.name


def counted(amount: Amount) -> str:
    low, high = f"{amount.low:g}", f"{amount.high:g}"
    return f"{low if low == high else f'{low}-{high}'} {amount.unit}".strip()
