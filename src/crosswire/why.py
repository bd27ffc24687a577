"""Why a record says what it says: what was seen, the words each value rests on, and what decided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType

from crosswire.claims.explained import explained
from crosswire.records import (
    Actor,
    Cited,
    Comparison,
    Drift,
    Dropped,
    Event,
    Finding,
    Interval,
    Place,
    Reading,
    Size,
    Span,
    Statement,
)
from crosswire.report.columns import days_between
from crosswire.report.reading import amounts_shown, size_shown, where, who
from crosswire.report.screen import FAINT, block, line, printed
from crosswire.report.visible import one_line

SEEN = Event | Statement | Finding | Drift
Row = tuple[str, str]


def named(comparison: Comparison, prefix: str) -> tuple[SEEN, ...]:
    """The events, statements, findings and drifts whose id begins so."""
    readings = comparison.readings
    every: Iterable[SEEN] = (
        *(event for reading in readings for event in reading.events),
        *(statement for reading in readings for statement in reading.statements),
        *comparison.findings,
        *comparison.drifts,
    )
    return tuple(each for each in every if each.id.startswith(prefix))


def why_text(seen: SEEN, readings: Sequence[Reading], width: int = 100, color: bool = False) -> str:
    """The sentence with the deciding words in brackets, each field with its words, and the rules in plain words."""
    return printed(((f"{type(seen).__name__} {seen.id}", list(_parts(seen, readings))),), width, color)


def dropped_text(reading: Reading, width: int = 100, color: bool = False) -> str:
    """The sentences that tell no act though words in them can, and why each was dropped."""
    coded = {_sentence(reading, event.clause) for event in reading.events}
    by_sentence: dict[Span, list[Dropped]] = {s: [] for s in reading.sentences if s not in coded}
    for each in reading.dropped:
        by_sentence.get(_sentence(reading, each.type.spans[0]), []).append(each)
    items = [
        _block(
            marked(reading, sentence, (span for each in inside for span in each.type.spans)),
            [_reason(each, reading) for each in inside],
        )
        for sentence, inside in by_sentence.items()
        if inside
    ]
    silent = sum(not inside for inside in by_sentence.values())
    if silent:
        items.append(line(f"{silent} more: no word in them tells a political act"))
    return printed((("Sentences without an event", items),), width, color)


def marked(reading: Reading, sentence: Span, spans: Iterable[Span]) -> str:
    """A sentence with words of it in brackets."""
    text, at = "", sentence.start
    for span in sorted(set(spans)):
        if at <= span.start and span.stop <= sentence.stop:
            text += f"{reading.article.text[at : span.start]}[{reading.article.excerpt(span)}]"
            at = span.stop
    return one_line(text + reading.article.text[at : sentence.stop])


def _parts(seen: SEEN, readings: Sequence[Reading]) -> Iterator[RenderableType]:
    of = {reading.article.id: reading for reading in readings}
    match seen:
        case Event():
            reading = of[seen.clause.article]
            yield _block(marked(reading, _sentence(reading, seen.clause), seen.type.spans), _event(seen, reading))
        case Statement():
            reading = of[seen.content[0].article]
            yield _block(marked(reading, _sentence(reading, seen.content[0]), seen.content), _statement(seen, reading))
        case Finding():
            said = [("said", _words(of, (span,))) for span in seen.excerpts]
            fields = [
                (field.name, f"{version.value}: {_words(of, version.spans)}")
                for field in seen.fields
                for version in field.versions
            ]
            yield _block(one_line(seen.label), [*said, *fields, ("members", ", ".join(seen.members))])
        case Drift():
            sides = (("before", seen.before), ("after", seen.after))
            rows = [(name, _words(of, (span,))) for name, span in sides if span is not None]
            yield _block(f"{seen.kind}: {one_line(seen.detail)}", [*rows, ("finding", seen.finding or "")])


def _event(event: Event, reading: Reading) -> Iterator[Row]:
    cited = (
        ("type", event.type),
        ("mode", event.mode),
        ("status", event.status),
        ("where", event.place),
        ("when", event.time),
        ("cause", event.reason),
        *(("who", actor) for actor in event.actors),
        *(("whom", actor) for actor in event.recipients),
        *(("size", size) for size in event.sizes),
        *(("context", context) for context in event.contexts),
    )
    yield from ((name, f"{_value(each.value)}, by {_excerpts(reading, each)}") for name, each in cited if each)
    if event.quantities:
        yield "amounts", amounts_shown(event.quantities, reading)
    yield from (("rule", f"{name}: {words}") for name, words in explained(event.rule))
    if "+" not in event.rule.removesuffix("+likely"):
        yield "rule", ": ".join(explained("told_as_done")[0])
    if event.confidence is not None:
        yield "confidence", f"{event.confidence:.0%} that type, actors and recipients are right"


def _statement(statement: Statement, reading: Reading) -> Iterator[Row]:
    yield "kind", statement.kind
    if statement.cue:
        yield "cue", f"{statement.cue.value}, by {_excerpts(reading, statement.cue)}"
    yield from (("source", f"{each.value.name}, by {_excerpts(reading, each)}") for each in statement.sources)
    yield "rule", statement.rule.replace("_", " ")


def _reason(dropped: Dropped, reading: Reading) -> Row:
    ((name, words),) = explained(dropped.reason)
    said = " ".join(reading.article.excerpt(span) for span in dropped.type.spans)
    return one_line(said), f"{dropped.type.value}? {name}: {words}"


def _value(value: str | Actor | Place | Interval | Size) -> str:
    match value:
        case Actor():
            return who(value)
        case Place():
            return where(value)
        case Interval():
            return days_between(value.start, value.stop)
        case Size():
            return size_shown(value)
    return value


def _sentence(reading: Reading, span: Span) -> Span:
    """The sentence the words begin in."""
    at = bisect_right(reading.sentences, span.start, key=lambda each: each.start) - 1
    return reading.sentences[at] if at >= 0 else span


def _excerpts(reading: Reading, cited: Cited[str] | Cited[Actor] | Cited[Place] | Cited[Interval] | Cited[Size]) -> str:
    return ", ".join(f"“{one_line(reading.article.excerpt(span))}”" for span in cited.spans)


def _words(of: dict[str, Reading], spans: Iterable[Span]) -> str:
    return ", ".join(f"“{one_line(of[span.article].article.excerpt(span))}”" for span in spans)


def _block(head: str, rows: Iterable[Row]) -> RenderableType:
    return block(line(head), [(line((one_line(name), FAINT)), line(one_line(value))) for name, value in rows if value])
