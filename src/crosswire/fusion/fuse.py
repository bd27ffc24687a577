"""A group of aligned events or statements to one finding: each field with every value that a report gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosswire.fusion.events import state_of
from crosswire.fusion.tellings import Told
from crosswire.knowledge.lexicon import country_name
from crosswire.records import (
    Actor,
    Amount,
    Cited,
    Event,
    Field,
    Finding,
    Interval,
    Place,
    Reading,
    Span,
    Statement,
    Version,
    identity,
)

Origins = Mapping[str, int]  # article id -> index of its origin


def fuse_event(group: Sequence[Told], origins: Origins) -> Finding:
    """One finding for the mentions of one event."""
    events = [t.what for t in group if isinstance(t.what, Event)]
    lead = min(events, key=lambda e: (len(e.actors) == 0, len(e.recipients) == 0, e.clause))
    fields = (
        field("type", ((e.type.value, e.type.spans) for e in events), origins),
        field("mode", ((e.mode.value, e.mode.spans) for e in events if e.mode), origins),
        field("actors", (sides(e.actors) for e in events if e.actors), origins),
        field("recipients", (sides(e.recipients) for e in events if e.recipients), origins),
        field("place", ((place_name(e.place.value), e.place.spans) for e in events if e.place), origins),
        field("time", ((day(e.time.value), e.time.spans) for e in events if e.time), origins),
        field("status", ((e.status.value, e.status.spans) for e in events), origins),
        field("reason", ((e.reason.value, e.reason.spans) for e in events if e.reason), origins),
    )
    return finding("event", event_label(lead), group, tuple(f for f in fields if f.versions))


def fuse_statement(group: Sequence[Told], origins: Origins) -> Finding:
    """One finding for the tellings of one statement."""
    statements = [(t, t.what) for t in group if isinstance(t.what, Statement)]
    teller, lead = min(statements, key=lambda pair: (not pair[1].sources, pair[1].kind != "direct", pair[1].content))
    fields = (
        field("speaker", ((s.sources[0].value.name, s.sources[0].spans) for _, s in statements if s.sources), origins),
        field("source", (chain(s.sources[1:]) for _, s in statements if s.sources[1:]), origins),
        field("cue", ((s.cue.value, s.cue.spans) for _, s in statements if s.cue), origins),
        field("words", ((excerpt(t.reading, s.content), s.content) for t, s in statements), origins),
    )
    who = lead.sources[0].value.name if lead.sources else "no source named"
    return finding(
        "statement",
        f"{who}: {shortened(excerpt(teller.reading, lead.content))}",
        group,
        tuple(f for f in fields if f.versions),
    )


def fuse_amount(group: Sequence[tuple[Reading, Amount]], origins: Origins) -> Finding:
    """One finding for a number that reports give of the same thing."""
    values = field("amount", ((quantity(a), (a.span,)) for _, a in group), origins)
    spans = tuple(sorted({a.span for _, a in group}))
    reading, amount = group[0]
    return Finding(
        identity("amount", *map(repr, spans)), "amount", reading.article.excerpt(amount.span), (), spans, (values,)
    )


def finding(kind: str, label: str, group: Sequence[Told], fields: tuple[Field, ...]) -> Finding:
    members = tuple(sorted(t.what.id for t in group))
    return Finding(
        identity("finding", *members), kind, label, members, apart(s for t in group for s in t.spans), fields
    )


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order without those that lie inside another one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.article, s.start, -s.stop)):
        if not kept or kept[-1].article != span.article or span.stop > kept[-1].stop:
            kept.append(span)
    return tuple(kept)


def field(name: str, told: Iterable[tuple[str, tuple[Span, ...]]], origins: Origins) -> Field:
    """The versions of a field, most often told first; equal values are one version with all their spans."""
    spans_by_value: dict[str, list[Span]] = {}
    for value, spans in told:
        spans_by_value.setdefault(value, []).extend(spans)
    versions = [
        Version(value, tuple(sorted(set(spans))), tuple(sorted({origins[s.article] for s in spans})))
        for value, spans in spans_by_value.items()
    ]
    return Field(
        name, tuple(sorted(versions, key=lambda v: (-len({s.article for s in v.spans}), -len(v.spans), v.value)))
    )


def sides(cited: Sequence[Cited[Actor]]) -> tuple[str, tuple[Span, ...]]:
    """Actors as one value, so that the order in which a writer lists them makes no difference."""
    return ", ".join(sorted({actor_name(c.value) for c in cited})), tuple(s for c in cited for s in c.spans)


def chain(sources: Sequence[Cited[Actor]]) -> tuple[str, tuple[Span, ...]]:
    return " ← ".join(s.value.name for s in sources), tuple(span for s in sources for span in s.spans)


def actor_name(actor: Actor) -> str:
    """An actor as an analyst writes him: "Sergey Lavrov (RUS)", "Russia", "the driver"."""
    state = state_of(actor) if actor.kind == "person" else None
    return f"{actor.name} ({state})" if state else actor.name


def place_name(place: Place) -> str:
    return (
        f"{place.name}, {country_name(place.country)}" if place.country and place.precision != "country" else place.name
    )


def day(interval: Interval) -> str:
    """ISO days: one, or first and last."""
    return interval.start.isoformat() if interval.start == interval.stop else f"{interval.start}/{interval.stop}"


def quantity(amount: Amount) -> str:
    low, high = (f"{value:,.0f}" if value == round(value) else f"{value:,g}" for value in (amount.low, amount.high))
    number = low if low == high else f"{low} to {high}"
    return " ".join(part for part in (amount.hedge, number, amount.unit) if part)


def event_label(event: Event) -> str:
    """Who does what to whom, in codes: "Russia THREATEN United States, Japan"."""
    parts = [sides(event.actors)[0] or "unnamed", event.type.value, sides(event.recipients)[0]]
    return " ".join(part for part in parts if part)


def excerpt(reading: Reading, spans: Iterable[Span]) -> str:
    return " … ".join(reading.article.excerpt(span) for span in spans)


def shortened(text: str, longest: int = 80) -> str:
    """A text cut at a space, so that a label fits a line."""
    return text if len(text) <= longest else text[: text.rfind(" ", 0, longest) + 1 or longest].rstrip() + " …"
