"""A finding as every page tells it: its heading, who tells it, its best words, the fields in dispute."""

from __future__ import annotations

from collections.abc import Iterable

from crosswire.records import Comparison, Finding, Reading, Span
from crosswire.report.columns import Columns, day_of, in_order, letters, paragraph
from crosswire.report.visible import one_line
from crosswire.standing import NO_DIFFERENCE, concerns, reach

SHORTEST = 40  # characters; an excerpt below this seldom says who did what
LONGEST = 260  # characters; some four lines of a column
NO_SPEAKER = "speaker not named"


def heading(finding: Finding) -> str:
    """Who acts on whom, who speaks, or else the label: "Chile → Peru"."""
    if finding.kind == "statement":
        return " / ".join(values(finding, "speaker")) or NO_SPEAKER
    sides = [values(finding, name)[:1] for name in ("actors", "recipients")]
    return " → ".join(value for side in sides for value in side) if sides[0] else one_line(finding.label)


def tag(finding: Finding) -> str:
    """What kind of act or words it is: "CONSULT", "statement"."""
    return " / ".join(values(finding, "type")) or one_line(finding.kind)


def values(finding: Finding, name: str) -> tuple[str, ...]:
    """The values of a field, the one most often told first; none where the finding has no such field."""
    field = next((field for field in finding.fields if field.name == name), None)
    return tuple(shown_value(name, version.value) for version in field.versions) if field else ()


def shown_value(name: str, value: str) -> str:
    """A field's value as a reader writes it: days in words."""
    return day_of(value) if name == "time" else one_line(value)


def told_by(finding: Finding, comparison: Comparison, columns: Columns) -> str:
    """Which reports tell it: "both reports", "all 3 reports", "A and C", "only B"."""
    names = letters(columns, finding.excerpts)
    match reach(finding, comparison):
        case "all":
            return "both reports" if len(names) == 2 else f"all {len(names)} reports"
        case "one" if len(columns) > 1:
            return f"only {names[0]}"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def excerpts(finding: Finding, columns: Columns) -> tuple[Span, ...]:
    """The excerpts, those that serve best as a line of a page first."""
    return tuple(sorted(in_order(columns, finding.excerpts), key=lambda span: _roughness(columns, span)))


def readable(reading: Reading, span: Span) -> Span:
    """The whole sentence where an excerpt begins in the middle of one that is not too long, else the excerpt."""
    whole = next((s for s in reading.sentences if s.start <= span.start and span.stop <= s.stop), span)
    begun = reading.article.text[span.start : span.start + 1].islower()
    return whole if begun and whole.stop - whole.start <= LONGEST else span


def one_each(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The first span of each report."""
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.article, span)
    return tuple(first.values())


def disputed(finding: Finding, comparison: Comparison) -> frozenset[str]:
    """Names of the fields in which a difference lies; values may also vary because one thing has two names.

    That the words differ is seen from the words.
    """
    differences = (drift for drift in comparison.drifts if drift.kind not in NO_DIFFERENCE)
    names = {drift.field for drift in differences if concerns(drift, finding)}
    return frozenset(
        field.name for field in finding.fields if field.name in names - {"words"} and len(field.versions) > 1
    )


def _roughness(columns: Columns, span: Span) -> tuple[bool, bool, int]:
    """How ill an excerpt serves as a line: not from the body, too short or too long to read well, and how short."""
    length = span.stop - span.start
    outside = paragraph(columns[span.article], span)[1] != "body"
    return outside, not SHORTEST <= length <= LONGEST, max(0, SHORTEST - length)
