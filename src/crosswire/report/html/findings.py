"""The findings as a table: a row for each, a column for each report, what a report does not say shown as not there."""

from __future__ import annotations

from markupsafe import Markup

from crosswire.records import Comparison, Field, Finding, Span, Version
from crosswire.report.columns import Column, Columns
from crosswire.report.html.elements import badge, joined, text, words_link
from crosswire.report.told import disputed, excerpts, heading, shown_value, tag
from crosswire.standing import Standing, by_standing

LONGEST = 360  # characters of an excerpt in a cell
SHOWN = ("mode", "place", "time", "status", "reason", "source")
MOST_EXCERPTS = 2  # of one report in a cell; the rest unfolds
ABSENT = Markup('<span class="absent">— <span class="quiet">not in this report</span></span>')


def numbered(comparison: Comparison) -> dict[str, int]:
    """A number for each finding, by id, in the order of the table."""
    findings = (finding for _, group in by_standing(comparison) for finding in group)
    return {finding.id: number for number, finding in enumerate(findings, 1)}


# The roles say that it is a table also where a narrow screen shows the rows one below the other.
def findings_table(comparison: Comparison, columns: Columns) -> Markup:
    """Every finding, the most disputed first."""
    numbers = numbered(comparison)
    groups = (
        _group(standing, [_row(each, numbers[each.id], comparison, columns) for each in findings], columns)
        for standing, findings in by_standing(comparison)
    )
    return Markup(
        '<div class="scroll" role="region" aria-label="Findings, report by report" tabindex="0">'
        '<table class="findings" role="table"><thead role="rowgroup"><tr role="row">'
        '<th scope="col" role="columnheader">Finding</th>{}</tr></thead>{}</table></div>'
    ).format(joined(_head(column) for column in columns.values()), joined(groups))


def _head(column: Column) -> Markup:
    return Markup('<th scope="col" role="columnheader">{} {}</th>').format(badge(column), text(column.name))


def _group(standing: Standing, rows: list[Markup], columns: Columns) -> Markup:
    return Markup(
        '<tbody class="{}" role="rowgroup"><tr class="group" role="row">'
        '<th colspan="{}" scope="rowgroup" role="rowheader">'
        '<span class="sign" aria-hidden="true">{}</span> {} <span class="count">{}</span>'
        '<span class="meaning">{}</span></th></tr>{}</tbody>'
    ).format(
        standing.name,
        len(columns) + 1,
        standing.sign,
        standing.title,
        len(rows),
        standing.meaning,
        joined(rows),
    )


def _row(finding: Finding, number: int, comparison: Comparison, columns: Columns) -> Markup:
    return Markup('<tr id="finding-{}" role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(
        number,
        _about(finding, number, disputed(finding, comparison), columns),
        joined(_cell(finding, article, columns) for article in columns),
    )


def _about(finding: Finding, number: int, in_dispute: frozenset[str], columns: Columns) -> Markup:
    fields = joined(
        _field(field, field.name in in_dispute, columns)
        for field in finding.fields
        if field.name in in_dispute or (field.name in SHOWN and field.versions and not _as_usual(field))
    )
    return Markup('<span class="label"><span class="ordinal">{}</span>{} <span class="kind">{}</span></span>{}').format(
        number, text(heading(finding)), text(tag(finding)), Markup("<dl>{}</dl>").format(fields) if fields else ""
    )


def _as_usual(field: Field) -> bool:
    return field.name == "status" and [version.value for version in field.versions] == ["happened"]


def _field(field: Field, differs: bool, columns: Columns) -> Markup:
    """A field with its value, or with every value and the reports that give it."""
    if len(field.versions) == 1:
        value = text(shown_value(field.name, field.versions[0].value))
        return Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(text(field.name), value)
    values = joined(_version(field.name, version, columns) for version in field.versions)
    flag = Markup('<span class="flag">≠ differs</span>') if differs else ""
    return Markup('<div class="{}"><dt>{} {}</dt><dd><ul>{}</ul></dd></div>').format(
        "differs" if differs else "varies", text(field.name), flag, values
    )


def _version(name: str, version: Version[str], columns: Columns) -> Markup:
    articles = {span.article for span in version.spans}
    badges = joined(badge(column) for article, column in columns.items() if article in articles)
    return Markup("<li>{} {}</li>").format(text(shown_value(name, version.value)), badges)


def _cell(finding: Finding, article: str, columns: Columns) -> Markup:
    """The best words a report has for it; further places unfold."""
    spans = [span for span in excerpts(finding, columns) if span.article == article]
    shown, more = (_quotes(part, columns) for part in (spans[:MOST_EXCERPTS], spans[MOST_EXCERPTS:]))
    rest = Markup("<details><summary>{} more</summary>{}</details>").format(len(spans) - MOST_EXCERPTS, more)
    return Markup('<td role="cell"><span class="whose" aria-hidden="true">{}</span>{}{}</td>').format(
        columns[article].letter, shown or ABSENT, rest if more else ""
    )


def _quotes(spans: list[Span], columns: Columns) -> Markup:
    return joined(Markup("<p>{}</p>").format(words_link(columns, span, LONGEST)) for span in spans)
