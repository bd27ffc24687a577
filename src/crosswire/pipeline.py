"""A story's way: readings in, one comparison out. The same readings give the same comparison in any order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from crosswire.fusion import events as of_events
from crosswire.fusion import statements as of_statements
from crosswire.fusion.condensed import condensed
from crosswire.fusion.details import details
from crosswire.fusion.drift import event_drifts
from crosswire.fusion.fuse import fuse_amount, fuse_event, fuse_statement
from crosswire.fusion.judged import Rulings, align_judged, claim, claims, claims_by_id, heeded, judged, rulings
from crosswire.fusion.numbers import align_amounts, numbers_against_numbers
from crosswire.fusion.once import once_each
from crosswire.fusion.retold import retold
from crosswire.fusion.slips import slips
from crosswire.fusion.summary import credit_dropped, summary_drifts
from crosswire.fusion.tellings import Told, tellings
from crosswire.fusion.unborne import unborne
from crosswire.fusion.wording import statement_drifts
from crosswire.records import Cited, Comparison, Drift, Finding, Judgement, Reading
from crosswire.stories.origins import find_origins

FEWEST = 3  # words of meaning
NONE = Rulings()


def compare(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> Comparison:
    """Readings of one story side by side: what all say, what one says, and where they differ.

    Reports come in order of publication; a report given twice counts once. One reading is a valid comparison. What
    people judged holds, the later judgement before the earlier; those about other reports have no part in it.
    """
    once = {reading.article.id: reading for reading in readings}
    ordered = sorted(
        once.values(), key=lambda r: (r.article.published is None, r.article.published or date.max, r.article.id)
    )
    origins = find_origins(ordered)
    numbers = {article: index for index, origin in enumerate(origins) for article in origin.articles}
    log = tuple(judgements)
    by_id = claims_by_id(ordered)
    ruled = rulings(log, {*by_id.values()})
    events = align_events(ordered, ruled)
    statements = align_statements(ordered, ruled)
    amounts = [
        kept for group in align_amounts(ordered) if (kept := [c for c in group if claim(c.amount) not in ruled.wrong])
    ]
    findings: list[Finding] = []
    found: list[Drift] = []
    for groups, fuse, differ in ((events, fuse_event, event_drifts), (statements, fuse_statement, statement_drifts)):
        for group in groups:
            findings.append(fuse(group, numbers))
            found.extend(differ(findings[-1], group))
    for counted in amounts:
        findings.append(fuse_amount([(c.reading, c.amount) for c in counted], numbers))
        found.extend(numbers_against_numbers(findings[-1], counted))
    findings.extend(details(ordered, findings))
    found.extend(summary_drifts((*events, *statements), ordered))
    found.extend(credit_dropped(ordered))
    told_anew = (
        *(slip for pair in retold(ordered) for slip in slips(pair)),
        *(slip for pair in condensed(ordered) for slip in unborne(pair)),
    )
    found.extend(once_each(told_anew, tuple(found), findings, ordered))
    told = [t for group in (*events, *statements) for t in group]
    right = [f for f in findings if not ruled.wrong.issuperset(claims(f, by_id))]
    drifts = {d.id: d for d in found if heeded(d, told, ruled)}.values()
    return Comparison(
        readings=tuple(ordered),
        origins=origins,
        findings=tuple(sorted(right, key=lambda f: (-len(f.reports), f.excerpts))),
        drifts=tuple(sorted(drifts, key=lambda d: (d.kind, d.before or d.after, d.id))),
        judged=tuple(judged(log, ordered, findings, found)),
    )


def align_events(readings: Sequence[Reading], ruled: Rulings = NONE) -> tuple[tuple[Told, ...], ...]:
    """The events of all readings, each group one event."""
    told = [t for r in readings for t in tellings(r, r.events)]
    return align_judged(told, of_events.same_event(told), of_events.SAME, ruled)


def align_statements(readings: Sequence[Reading], ruled: Rulings = NONE) -> tuple[tuple[Told, ...], ...]:
    """The statements of all readings, each group one statement; what only names a topic is left out."""
    told = (t for r in readings for t in tellings(r, r.statements))
    rare = of_statements.rarity(readings)

    def same(one: Told, other: Told) -> float | None:
        return of_statements.same_statement(one, other, rare)

    groups = align_judged(told, same, of_statements.SAME, ruled, marks=lambda t: t.stems)
    return tuple(group for group in groups if says_something(group))


def says_something(group: Sequence[Told]) -> bool:
    """Whether a statement is worth a line of its own: quoted, told by several, or more than the name of a topic."""
    several = len({t.reading.article.id for t in group}) > 1
    return several or any(t.quotes or len(t.meaning) >= FEWEST for t in group)


def claims_of(comparison: Comparison, id: str) -> tuple[Cited[str], ...]:
    """The claims that a finding, a difference, an event, a statement or a judgement rests on. Raises KeyError."""
    by_id = claims_by_id(comparison.readings)
    told = (
        *((each, (by_id[each],)) for each in by_id),
        *((finding.id, claims(finding, by_id)) for finding in comparison.findings),
        *((drift.id, (claim(drift),)) for drift in comparison.drifts),
        *((each.id, tuple(c for part in each.judgement.parts for c in part)) for each in comparison.judged),
    )
    return dict(told)[id]
