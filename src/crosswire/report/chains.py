"""According to whom: for each statement and report, the way from the speaker to the page, gaps included."""

from __future__ import annotations

from crosswire.records import Actor, Cited, Comparison, Finding, Record, Span, Statement
from crosswire.report.columns import Column, Columns
from crosswire.report.told import NO_SPEAKER
from crosswire.report.visible import one_line

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
    found: dict[tuple[str, ...], Chain] = {}
    for reading in comparison.readings:
        column = columns[reading.article.id]
        for statement in reading.statements:
            if statement.id in finding.members:
                chain = Chain(column, statement.kind, links(statement, column))
                found.setdefault((column.letter, chain.form, *(link.name for link in chain.links)), chain)
    return tuple(found.values())


def links(statement: Statement, column: Column) -> tuple[Link, ...]:
    """Speaker, agencies, outlet. With no agency, who the whole report credits; failing that, the gap is shown.

    An outlet whose own name stands in the dateline was there: nobody is missing between it and the speaker.
    """
    named = [_link(source, "source") for source in statement.sources]
    apart = [link for at, link in enumerate(named) if at == 0 or link.name != named[at - 1].name]
    speaker = [Link(each.name, "speaker", each.spans) for each in apart[:1]] or [Link(NO_SPEAKER, "missing")]
    credited = [_link(credit, "credit") for credit in column.reading.credits]
    carried = statement.sources and (
        speaker[0].name in {link.name for link in credited} or _carries(statement.sources[0])
    )
    whole = carried or _was_there(column)
    between = apart[1:] if whole else apart[1:] or credited or [Link(NO_SOURCE, "missing")]
    return (*speaker, *between, Link(column.name, "outlet"))


def link_name(link: Link) -> str:
    """The name; who only stands behind the report as a whole is said to."""
    return f"{link.name} (for the whole report)" if link.kind == "credit" else link.name


def _was_there(column: Column) -> bool:
    """Whether the dateline names the outlet itself, as that of an agency's own dispatch does."""
    article = column.reading.article
    datelines = (article.text[z.start : z.stop] for z in article.zones if z.kind == "dateline")
    return article.outlet is not None and any(article.outlet in words for words in datelines)


def _carries(source: Cited[Actor]) -> bool:
    """Whether one who is named as speaking is itself an agency, outlet or document, so that no link is missing."""
    return source.value.kind in ("outlet", "document")


def _link(source: Cited[Actor], kind: str) -> Link:
    return Link(one_line(source.value.name), kind, source.spans)
