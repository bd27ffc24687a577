"""The digest, as data: title, key points, short sections, and a footnote for all that a line rests on."""

from __future__ import annotations

from collections.abc import Iterable

from crosswire.records import Comparison, Drift, Finding, Record, Span
from crosswire.report.columns import Column, Columns, columns_of, opening, paragraph, words
from crosswire.report.lines import Line, Piece, difference_line, head_line, origin_head, origin_line, told_line
from crosswire.report.told import LONGEST
from crosswire.report.visible import one_line, trimmed
from crosswire.standing import CONTRADICTIONS, differences, standing

MOST_POINTS = 6
MOST_LINES = 8  # a section of a digest that a reader still reads to its end


class Section(Record, frozen=True):
    """A heading and its lines; `left_out` counts those that stand only in the tables."""

    title: str
    lines: tuple[Line, ...]
    left_out: int = 0


class Note(Record, frozen=True):
    """A footnote: the words, and where they stand."""

    number: int
    column: Column
    span: Span
    paragraph: int
    zone: str
    words: str


class Brief(Record, frozen=True):
    """A short digest of reports on one story."""

    title: Line
    points: tuple[Line, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def brief(comparison: Comparison) -> Brief:
    """What all reports say, what one says, where they differ, and what cannot be known."""
    columns = columns_of(comparison)
    title = _title(columns)
    points = _points(comparison, columns)
    sections = tuple(section for section in _sections(comparison, columns) if section.lines)
    lines = (title, *points, *(line for section in sections for line in section.lines))
    return Brief(title, points, sections, _notes(columns, lines))


def ranked(comparison: Comparison, columns: Columns, *kinds: str) -> list[Finding]:
    """Findings of these kinds, those most reports tell first, quotes before the rest, then in the order of the text."""
    place = {article: index for index, article in enumerate(columns)}
    statements = (statement for reading in comparison.readings for statement in reading.statements)
    quoted = {statement.id for statement in statements if statement.kind != "indirect"}

    def rank(finding: Finding) -> tuple[int, bool, tuple[int, int]]:
        starts = ((place.get(span.article, 0), span.start) for span in finding.excerpts)
        return -len(finding.reports), not quoted.intersection(finding.members), min(starts, default=(0, 0))

    return sorted((each for each in comparison.findings if each.kind in kinds), key=rank)


def _title(columns: Columns) -> Line:
    """The first title a report gives its own story."""
    for column in columns.values():
        spans = opening(column)
        if column.reading.article.title and spans:
            return (Piece(trimmed(words(columns, spans[0]), LONGEST), "verbatim", spans),)
    return (Piece("Reports side by side"),)


def _points(comparison: Comparison, columns: Columns) -> tuple[Line, ...]:
    """What most reports tell, then the two gravest differences, then who stands behind it all."""
    grave = [drift for drift in differences(comparison) if drift.kind in (*CONTRADICTIONS, "unsupported")]
    ends = [difference_line(drift, columns) for drift in _one_a_finding(grave)[:2]]
    if comparison.origins:
        ends.append(_behind(comparison, columns))
    told = [*ranked(comparison, columns, "event"), *ranked(comparison, columns, "statement")]
    borne_out = [finding for finding in told if standing(finding, comparison) != "unsupported"]
    borne_out.sort(key=lambda finding: -len(finding.reports))
    heads = [head_line(finding, comparison, columns) for finding in borne_out[: MOST_POINTS - len(ends)]]
    return (*heads, *ends)


def _one_a_finding(drifts: list[Drift]) -> list[Drift]:
    first: dict[str, Drift] = {}
    for drift in drifts:
        first.setdefault(drift.finding or drift.id, drift)
    return list(first.values())


def _sections(comparison: Comparison, columns: Columns) -> Iterable[Section]:
    events = ranked(comparison, columns, "event")
    statements = ranked(comparison, columns, "statement")
    details = ranked(comparison, columns, "amount", "detail")
    events += [finding for finding in details if len(finding.reports) > 1]
    single = [finding for finding in details if len(finding.reports) == 1]
    yield _section("What happened", [told_line(each, comparison, columns) for each in events])
    yield _section("Who said what", [told_line(each, comparison, columns) for each in statements])
    yield _section("Where the reports differ", [difference_line(each, columns) for each in differences(comparison)])
    yield _section("Only in one report", [told_line(each, comparison, columns) for each in single])
    yield Section("Who stands behind the reports", tuple(origin_line(each, columns) for each in comparison.origins))


def _section(title: str, lines: list[Line]) -> Section:
    return Section(title, tuple(lines[:MOST_LINES]), max(0, len(lines) - MOST_LINES))


def _behind(comparison: Comparison, columns: Columns) -> Line:
    """Every origin in one line; an unknown one is named so and never counted as a further source."""
    pieces: list[Piece] = []
    for origin in comparison.origins:
        pieces += (Piece("; ") if pieces else Piece("Behind the reports: "), *origin_head(origin, columns))
    return tuple(pieces)


def _notes(columns: Columns, lines: Iterable[Line]) -> tuple[Note, ...]:
    """A number for every span, in the order in which the lines come to rest on it."""
    spans = dict.fromkeys(span for line in lines for piece in line for span in piece.spans if span.article in columns)
    return tuple(_note(number, columns[span.article], span) for number, span in enumerate(spans, 1))


def _note(number: int, column: Column, span: Span) -> Note:
    place, zone = paragraph(column, span)
    return Note(number, column, span, place, zone, one_line(column.reading.article.excerpt(span)))
