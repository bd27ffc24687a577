"""Which words of the texts are marked: excerpts by standing, values in dispute, and all else that a line rests on."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.records import Comparison, Span
from crosswire.report.brief import Brief
from crosswire.report.chains import chains
from crosswire.report.columns import Columns
from crosswire.report.html.findings import numbered
from crosswire.report.html.texts import Mark
from crosswire.report.told import disputed
from crosswire.standing import by_standing


def marks_of(comparison: Comparison, told: Brief, columns: Columns) -> tuple[Mark, ...]:
    """Every mark once; each span the page links to has one."""
    return tuple(
        dict.fromkeys(
            (
                *_excerpts(comparison),
                *(Mark(span, "value") for span in _disputed(comparison)),
                *(Mark(span, "cited") for span in _cited(comparison, told, columns)),
            )
        )
    )


def _excerpts(comparison: Comparison) -> Iterator[Mark]:
    numbers = numbered(comparison)
    for standing, findings in by_standing(comparison):
        for finding in findings:
            yield from (Mark(span, standing.name, numbers[finding.id]) for span in finding.excerpts)


def _disputed(comparison: Comparison) -> Iterator[Span]:
    for finding in comparison.findings:
        in_dispute = disputed(finding, comparison) - {"words", "cue"}
        for field in finding.fields:
            if field.name in in_dispute:
                yield from (span for version in field.versions for span in version.spans)


def _cited(comparison: Comparison, told: Brief, columns: Columns) -> Iterator[Span]:
    yield from (note.span for note in told.notes)
    for drift in comparison.drifts:
        yield from (span for span in (drift.before, drift.after) if span is not None)
    for origin in comparison.origins:
        yield from (span for reason in origin.reasons for span in reason.spans)
    for finding in comparison.findings:
        for chain in chains(finding, comparison, columns):
            yield from (span for link in chain.links for span in link.spans)
