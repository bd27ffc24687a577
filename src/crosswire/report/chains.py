"""According to whom: for each statement and report, the way from the speaker to the page, gaps included."""

from __future__ import annotations

from crosswire.records import Actor, Cited, Comparison, Finding, Record, Span, Statement
from crosswire.report.columns import Column, Columns
from crosswire.report.visible import one_line

NO_SPEAKER = "speaker not named"
NO_SOURCE = "no source named"


class Link(Record, frozen=True):
    """One who passes words on; `kind` is speaker, source, credit, outlet or missing."""

    name: str
    kind: str
    spans: tuple[Span, ...] = ()


class Chain(Record, frozen=True):
    """How one report comes by a statement: nearest to the words first, the outlet last."""

    column: Column
    form: str  # direct, indirect, mixed
    links: tuple[Link, ...]


def chains(finding: Finding, comparison: Comparison, columns: Columns) -> tuple[Chain, ...]:
    """One chain for each way a report tells the statement, in column order."""
    found = []
    for reading in comparison.readings:
        column = columns[reading.article.id]
        told = [statement for statement in reading.statements if statement.id in finding.members]
        for chain in (Chain(column, statement.kind, links(statement, column)) for statement in told):
            if chain not in found:
                found.append(chain)
    return tuple(found)


def links(statement: Statement, column: Column) -> tuple[Link, ...]:
    """Speaker, agencies, outlet. With no agency, who the whole report credits; failing that, the gap is shown."""
    speaker = [_link(source, "speaker") for source in statement.sources[:1]] or [Link(NO_SPEAKER, "missing")]
    sources = [_link(source, "source") for source in statement.sources[1:]]
    credited = [_link(credit, "credit") for credit in column.reading.credits]
    return (*speaker, *(sources or credited or [Link(NO_SOURCE, "missing")]), Link(column.name, "outlet"))


def _link(source: Cited[Actor], kind: str) -> Link:
    return Link(one_line(source.value.name), kind, source.spans)
